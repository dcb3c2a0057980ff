// Chooses rows of a list, one by one, a range with Shift, or all, and shows what can be done with them.
//
//   <form data-rows> … <input type="checkbox" data-all> … <input type="checkbox" data-row name="id" value="…">
//   <div class="bulk-bar" data-bulk><output data-count></output> …</div></form>

import { lang, texts } from "./texts";

export function chooseRows(): void {
  for (const form of document.querySelectorAll<HTMLElement>("[data-rows]")) refresh(form);

  let last: HTMLInputElement | undefined;
  document.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const form = box.closest<HTMLElement>("[data-rows]");
    if (form === null) return;

    if (box.dataset.all !== undefined) {
      for (const row of rows(form)) row.checked = box.checked;
    } else if (box.dataset.row !== undefined) {
      if (event.shiftKey && last !== undefined) chooseRange(rows(form), last, box);
      last = box;
    }
    refresh(form);
  });
}

function rows(form: HTMLElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("[data-row]:not(:disabled)")];
}

function chooseRange(all: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const ends = [all.indexOf(from), all.indexOf(to)].sort((one, other) => one - other);
  const [first = -1, last = -1] = ends;
  if (first < 0) return;
  for (const row of all.slice(first, last + 1)) row.checked = to.checked;
}

/** Counts anew; also after a list was replaced. */
export function refresh(form: HTMLElement): void {
  const all = rows(form);
  const chosen = all.filter((row) => row.checked).length;

  const every = form.querySelector<HTMLInputElement>("[data-all]");
  if (every !== null) {
    every.checked = all.length > 0 && chosen === all.length;
    every.indeterminate = chosen > 0 && chosen < all.length;
  }
  for (const bar of form.querySelectorAll<HTMLElement>("[data-bulk]")) {
    bar.hidden = chosen === 0;
    bar.dataset.ready = "";
    const count = bar.querySelector("[data-count]");
    if (count !== null)
      count.textContent = texts.chosen(new Intl.NumberFormat(lang).format(chosen));
  }
}
