// Arranges the columns of a list before it is shown anew: by buttons, which the keyboard reaches, or by
// dragging. Without a script each press of a button asks for the list again.
//
//   <form data-arrange> … <li data-column><input type="checkbox"> … <button data-step="up"></li></form>

import { announce } from "./announce";
import { texts } from "./texts";

export function arrangeColumns(): void {
  for (const form of document.querySelectorAll<HTMLElement>("[data-arrange]")) arrange(form);
}

function arrange(form: HTMLElement): void {
  for (const column of columns(form)) column.draggable = true;

  form.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>("[data-step]");
    const column = button?.closest<HTMLElement>("[data-column]");
    if (button === null || column === null || column === undefined) return;
    event.preventDefault();
    step(column, button.dataset.step === "up");
    button.focus();
    tell(form, column);
  });

  form.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const buttons = box.closest("[data-column]")?.querySelectorAll<HTMLElement>("[data-step]");
    for (const button of buttons ?? []) button.hidden = !box.checked;
  });

  let dragged: HTMLElement | null = null;
  form.addEventListener("dragstart", (event) => {
    dragged = event.target instanceof Element ? event.target.closest("[data-column]") : null;
  });
  form.addEventListener("dragover", (event) => {
    const over = event.target instanceof Element ? event.target.closest("[data-column]") : null;
    if (dragged === null || over === null || over === dragged) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
  });
  form.addEventListener("drop", (event) => event.preventDefault());
  form.addEventListener("dragend", () => {
    if (dragged !== null) tell(form, dragged);
    dragged = null;
  });
}

function columns(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-column]")];
}

function step(column: HTMLElement, up: boolean): void {
  if (up) column.previousElementSibling?.before(column);
  else column.nextElementSibling?.after(column);
}

function tell(form: HTMLElement, column: HTMLElement): void {
  const all = columns(form);
  const name = column.querySelector("label")?.textContent?.trim() ?? "";
  announce(texts.placed(name, all.indexOf(column) + 1, all.length));
}
