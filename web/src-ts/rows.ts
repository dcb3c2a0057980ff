// Chooses rows of a list, one by one, a range with Shift, or all, and shows what can be done with them.
//
//   <form data-rows> … <input type="checkbox" data-all> … <input type="checkbox" data-row name="id" value="…">
//   <div class="bulk-bar" data-bulk><output data-count></output> … <button type="button" data-none></div></form>
//
// Where the form has a `data-question`, what is chosen lasts from page to page while the same is asked
// of the list; `data-rows` is the name under which it is kept. `data-fitting` chooses everything that
// fits, and says how many that are. A form with `data-forgets` of that name does what was chosen for: when it is sent, it is over.

import { announce } from "./announce";
import { element } from "./elements";
import { lang, texts } from "./texts";

/** What is kept of a choice. */
interface Kept {
  question: string;
  ids: string[];
  all: boolean;
}

export function chooseRows(): void {
  for (const form of forms()) {
    recall(form);
    refresh(form);
  }

  let last: HTMLInputElement | undefined;
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const form = target.closest<HTMLElement>("[data-rows]");
    if (form === null) return;

    if (target.closest("[data-none]") !== null) chooseNone(form);
    else if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    else if (target.dataset.all !== undefined) {
      for (const row of rows(form)) row.checked = target.checked;
      if (!target.checked) unfit(form);
    } else if (target.dataset.fitting !== undefined) {
      for (const row of rows(form)) row.checked = target.checked;
      if (!target.checked) forgetOthers(form);
    } else if (target.dataset.row !== undefined) {
      if (event.shiftKey && last !== undefined) chooseRange(rows(form), last, target);
      if (!target.checked) unfit(form);
      last = target;
    } else return;

    refresh(form);
    keep(form);
    announce(texts.chosen(chosenIn(form)));
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.forgets !== undefined) store(form.dataset.forgets, null);
  });

  // A page that comes back from the browser's memory knows of what was chosen since.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of forms()) {
      recall(form);
      refresh(form);
    }
  });
}

function forms(): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>("[data-rows]");
}

function rows(form: HTMLElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("[data-row]:not(:disabled)")];
}

/** What is chosen on other pages, as the form sends it. */
function others(form: HTMLElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("[data-elsewhere]")];
}

function fitting(form: HTMLElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("[data-fitting]");
}

function chooseRange(all: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const ends = [all.indexOf(from), all.indexOf(to)].sort((one, other) => one - other);
  const [first = -1, last = -1] = ends;
  if (first < 0) return;
  for (const row of all.slice(first, last + 1)) row.checked = to.checked;
}

function chooseNone(form: HTMLElement): void {
  for (const row of rows(form)) row.checked = false;
  forgetOthers(form);
  unfit(form);
  form.querySelector<HTMLElement>("[data-all]")?.focus();
}

function forgetOthers(form: HTMLElement): void {
  for (const other of others(form)) other.remove();
}

/** Not everything that fits any more: one of them was taken out. */
function unfit(form: HTMLElement): void {
  const all = fitting(form);
  if (all !== null) all.checked = false;
}

/** How many are chosen, in words: what fits may be more than anybody counted. */
function chosenIn(form: HTMLElement): string {
  const all = fitting(form);
  if (all?.checked === true) return all.dataset.fitting ?? "";
  return count(rows(form).filter((row) => row.checked).length + others(form).length);
}

/** Counts anew; also after a list was replaced. */
export function refresh(form: HTMLElement): void {
  const here = rows(form);
  const checked = here.filter((row) => row.checked).length;
  const chosen = chosenIn(form);

  const every = form.querySelector<HTMLInputElement>("[data-all]");
  if (every !== null) {
    every.checked = here.length > 0 && checked === here.length;
    every.indeterminate = checked > 0 && checked < here.length;
  }
  for (const bar of form.querySelectorAll<HTMLElement>("[data-bulk]")) {
    bar.hidden = chosen === count(0);
    bar.dataset.ready = "";
    const told = bar.querySelector("[data-count]");
    if (told !== null) told.textContent = texts.chosen(chosen);
  }
}

function count(number: number): string {
  return new Intl.NumberFormat(lang).format(number);
}

/** Chooses what was chosen when the same was asked of this list. */
function recall(form: HTMLElement): void {
  const { rows: name, question } = form.dataset;
  if (!name || question === undefined) return;
  const kept = stored(name);
  if (kept === null || kept.question !== question) return;

  const missing = new Set(kept.ids);
  for (const row of rows(form)) {
    row.checked = kept.all || missing.has(row.value);
    missing.delete(row.value);
  }
  forgetOthers(form);
  for (const id of missing) {
    const other = { type: "hidden", name: "chosen", value: id, "data-elsewhere": true };
    form.append(element("input", other));
  }
  const all = fitting(form);
  if (all !== null) all.checked = kept.all;
}

function keep(form: HTMLElement): void {
  const { rows: name, question } = form.dataset;
  if (!name || question === undefined) return;
  const here = rows(form).filter((row) => row.checked);
  const ids = [...here, ...others(form)].map((it) => it.value);
  const all = fitting(form)?.checked === true;
  store(name, ids.length > 0 || all ? { question, ids, all } : null);
}

const KEPT = "desk.rows.";

function stored(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT + name) ?? "null");
  } catch {
    return null;
  }
}

function store(name: string, kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(KEPT + name);
    else sessionStorage.setItem(KEPT + name, JSON.stringify(kept));
  } catch {
    // Without storage the choice lasts as long as the page, which is what there is.
  }
}
