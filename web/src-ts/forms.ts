// Forms ask before the dangerous, are sent once, and filters follow a choice.

import { ask } from "./dialogs";

const confirmed = new WeakSet<HTMLFormElement>();

export function guardForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;

    const button = event.submitter;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    const sentence = button?.dataset.confirm ?? form.dataset.confirm;
    if (sentence !== undefined && !confirmed.delete(form)) {
      event.preventDefault();
      void confirmThenSend(form, button, sentence);
      return;
    }
    if (form.method === "post") markSent(form, button);
  });

  // A page that comes back from the browser's memory was not sent.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    }
  });

  followFilters();
}

async function confirmThenSend(
  form: HTMLFormElement,
  button: HTMLElement | null,
  sentence: string,
): Promise<void> {
  if (!(await ask(sentence, button?.textContent?.trim() ?? ""))) return;
  confirmed.add(form);
  form.requestSubmit(button);
}

// Not `disabled`: a disabled button would not send its own value.
function markSent(form: HTMLFormElement, button: HTMLElement | null): void {
  form.dataset.sent = "";
  button?.setAttribute("aria-busy", "true");
}

// `form[data-follows]` is sent when a choice is made with a pointer. With the keyboard one passes
// over choices on the way to another, so there the form waits for its button.
function followFilters(): void {
  let byPointer = false;
  document.addEventListener("pointerdown", () => (byPointer = true), true);
  document.addEventListener("keydown", () => (byPointer = false), true);

  document.addEventListener("change", (event) => {
    const chosen = event.target;
    if (
      !(
        chosen instanceof HTMLSelectElement ||
        (chosen instanceof HTMLInputElement && chosen.type === "checkbox")
      )
    )
      return;
    const form = chosen.form;
    if (form === null || form.dataset.follows === undefined) return;

    if (byPointer) form.requestSubmit();
    else form.dataset.changed = "";
  });
}
