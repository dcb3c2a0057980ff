// Copies the text of another element, where the browser lets a page do that.
//
//   <code id="link">https://…</code>
//   <button type="button" data-copy="link" hidden>…</button>

import { announce } from "./announce";
import { texts } from "./texts";

export function offerCopies(): void {
  if (navigator.clipboard === undefined) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy ?? "")?.textContent ?? "";
    button.hidden = false;
    button.addEventListener("click", () => void copy(button, text));
  }
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  button.lastChild?.replaceWith(texts.copied);
  announce(texts.copied);
}
