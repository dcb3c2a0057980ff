// Offers what is found while somebody types into the search field. Without it the form leads to
// the page that finds the same.

import { refetch } from "./fragments";

/** A pause in typing after which it is worth asking. */
const PAUSE_MS = 150;

export function offerFinds(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-offers]"))
    new Offers(field);
}

class Offers {
  private readonly list = document.createElement("div");
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(private readonly field: HTMLInputElement) {
    this.list.id = "offers";
    this.list.className = "offers";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
    this.list.hidden = true;
    field.after(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.form?.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && field.form?.contains(event.relatedTarget)))
        this.close();
    });
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    const words = this.field.value.trim();
    this.asked += 1;
    const turn = this.asked;
    if (words.length < 2) {
      this.close();
      return;
    }
    const path = this.field.dataset.offers ?? "";
    const fresh = document.createElement("div");
    const given = await refetch(fresh, `${path}?q=${encodeURIComponent(words)}`).catch(() => false);
    // Whoever typed on meanwhile waits for a later answer.
    if (!given || turn !== this.asked || document.activeElement !== this.field) return;
    this.list.replaceChildren(...fresh.childNodes);
    for (const [at, offer] of this.offers().entries()) offer.id = `offer-${at}`;
    this.choose(undefined);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  private offers(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private press(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    const offers = this.offers();
    const at = offers.findIndex((offer) => offer.ariaSelected === "true");
    if (event.key === "ArrowDown") this.choose(offers[Math.min(at + 1, offers.length - 1)]);
    else if (event.key === "ArrowUp") this.choose(at > 0 ? offers[at - 1] : undefined);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && at >= 0) offers[at]?.click();
    else return;
    event.preventDefault();
  }

  private choose(chosen: HTMLElement | undefined): void {
    for (const offer of this.offers()) offer.ariaSelected = String(offer === chosen);
    if (chosen === undefined) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", chosen.id);
    chosen?.scrollIntoView({ block: "nearest" });
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
