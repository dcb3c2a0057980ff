// After an @, colleagues are offered whose names begin like what follows. Without it one writes the
// name oneself.

import { refetch } from "./fragments";

/** A pause in typing after which it is worth asking. */
const PAUSE_MS = 150;

export function offerMentions(): void {
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const place = field.closest<HTMLElement>("[data-mentions]");
    const offers = place?.dataset.mentions ?? "";
    if (place === null || offers === "") return;
    wait(place, field, offers);
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (field instanceof HTMLTextAreaElement) press(event, field);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const offer = event.target.closest<HTMLElement>("[data-mentions] [data-name]");
    const field = offer?.closest("[data-mentions]")?.querySelector("textarea");
    if (offer !== null && field !== null && field !== undefined) take(field, offer);
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;

function wait(place: HTMLElement, field: HTMLTextAreaElement, offers: string): void {
  clearTimeout(timer);
  if (begun(field) === undefined) close(place);
  else timer = setTimeout(() => void ask(place, field, offers), PAUSE_MS);
}

/** What stands between the last @ and the caret, if it may be the beginning of a name. */
function begun(field: HTMLTextAreaElement): string | undefined {
  const before = field.value.slice(0, field.selectionStart);
  return /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}'. -]{0,30})$/u.exec(before)?.[1];
}

async function ask(place: HTMLElement, field: HTMLTextAreaElement, offers: string): Promise<void> {
  const name = begun(field);
  if (name === undefined) return;
  const list = listOf(place);
  const given = await refetch(list, `${offers}?q=${encodeURIComponent(name)}`).catch(() => false);
  if (!given || begun(field) !== name || document.activeElement !== field) return;
  list.hidden = list.querySelector("[data-name]") === null && name.includes(" ");
}

function listOf(place: HTMLElement): HTMLElement {
  const known = place.querySelector<HTMLElement>(".offers");
  if (known !== null) return known;
  const list = document.createElement("div");
  list.className = "offers";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  place.append(list);
  return list;
}

function press(event: KeyboardEvent, field: HTMLTextAreaElement): void {
  const place = field.closest<HTMLElement>("[data-mentions]");
  const list = place?.querySelector<HTMLElement>(".offers");
  if (place === null || list === null || list === undefined || list.hidden) return;
  const offers = [...list.querySelectorAll<HTMLElement>("[data-name]")];
  const at = offers.findIndex((offer) => offer.ariaSelected === "true");
  if (event.key === "ArrowDown") choose(offers, Math.min(at + 1, offers.length - 1));
  else if (event.key === "ArrowUp") choose(offers, Math.max(at - 1, 0));
  else if (event.key === "Escape") close(place);
  else if ((event.key === "Enter" || event.key === "Tab") && offers[Math.max(at, 0)] !== undefined)
    take(field, offers[Math.max(at, 0)] as HTMLElement);
  else return;
  event.preventDefault();
}

function choose(offers: HTMLElement[], chosen: number): void {
  for (const [at, offer] of offers.entries()) offer.ariaSelected = String(at === chosen);
}

function take(field: HTMLTextAreaElement, offer: HTMLElement): void {
  const caret = field.selectionStart;
  const from = caret - (begun(field)?.length ?? 0);
  field.setRangeText(`${offer.dataset.name ?? ""} `, from, caret, "end");
  const place = field.closest<HTMLElement>("[data-mentions]");
  if (place !== null) close(place);
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function close(place: HTMLElement): void {
  clearTimeout(timer);
  const list = place.querySelector<HTMLElement>(".offers");
  if (list !== null) list.hidden = true;
}
