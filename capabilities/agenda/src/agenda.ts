// Moves through the agenda with the keyboard: t for today, arrows for the day or week beside it.

import { isWriting } from "desk/elements";
import { areOff } from "desk/keys";

export default function agenda(page: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isWriting(event.target))
      return;
    const links = page.querySelectorAll<HTMLAnchorElement>("a[data-agenda]");
    const link = [...links].find((it) => it.dataset.agenda === event.key);
    if (link === undefined || (event.key.length === 1 && areOff())) return;
    event.preventDefault();
    link.click();
  });
}
