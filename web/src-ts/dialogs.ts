// `data-opens="id"` opens that dialog or sheet; `data-closes` inside closes it.

import { element } from "./elements";
import { texts } from "./texts";

export function openDialogs(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;

    const opener = event.target.closest<HTMLElement>("[data-opens]");
    const dialog = opener === null ? null : document.getElementById(opener.dataset.opens ?? "");
    if (dialog instanceof HTMLDialogElement) {
      // A link leads to the same form as a page of its own, for those without scripts.
      event.preventDefault();
      dialog.showModal();
      return;
    }

    if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    // A press on the veil falls on the dialog itself.
    if (event.target instanceof HTMLDialogElement && isOutside(event.target, event))
      event.target.close();
  });
}

function isOutside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  const inside =
    box.left <= event.clientX &&
    event.clientX <= box.right &&
    box.top <= event.clientY &&
    event.clientY <= box.bottom;
  // Enter on a button is a click at 0, 0.
  return !inside && event.detail > 0;
}

/** Asks before something that cannot be undone; false when the answer is no. */
export function ask(sentence: string, verb: string): Promise<boolean> {
  const yes = element("button", { class: "button danger", value: "yes" }, verb);
  const no = element("button", { class: "button quiet", value: "", autofocus: true }, texts.cancel);
  const form = element("form", { method: "dialog" }, element("p", { id: "asked" }, sentence));
  form.append(element("div", { class: "buttons" }, no, yes));
  const dialog = element("dialog", { "aria-labelledby": "asked", role: "alertdialog" }, form);
  document.body.append(dialog);
  dialog.showModal();

  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      answer(dialog.returnValue === "yes");
      dialog.remove();
    });
  });
}
