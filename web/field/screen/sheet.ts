import { element, find, icon } from "./element.ts";
import { say } from "./words.ts";

export interface Sheet {
  dialog: HTMLDialogElement;
  body: HTMLElement;
  /** What is pressed, below what scrolls. */
  foot: HTMLElement;
  /** Closes and lets `closed` settle. */
  close(): void;
  closed: Promise<void>;
}

export interface SheetOptions {
  title: string;
  /** Asked before the person's own way of closing (button, Escape); false keeps the sheet open. */
  mayClose?: () => boolean;
  full?: boolean;
}

/** A sheet from below. The browser keeps the focus inside; afterwards it returns to where it was. */
export function openSheet({ title, mayClose = () => true, full = false }: SheetOptions): Sheet {
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const key = opener?.dataset["key"];
  const heading = element("h2", {
    text: title,
    attributes: { id: `sheet-${crypto.getRandomValues(new Uint32Array(1))[0]}` },
  });
  const body = element("div", { class: "sheet-body" });
  const foot = element("div", { class: "sheet-foot" });
  const leave = () => mayClose() && dialog.close();
  const closing = element(
    "button",
    {
      class: "sheet-close",
      attributes: { type: "button", "aria-label": say("close") },
      on: { click: leave },
    },
    icon("x"),
  );
  const dialog = element(
    "dialog",
    {
      class: full ? "sheet sheet-full" : "sheet",
      attributes: { "aria-labelledby": heading.id },
      on: {
        cancel(event) {
          event.preventDefault();
          leave();
        },
      },
    },
    element("header", { class: "sheet-head" }, heading, closing),
    body,
    foot,
  );
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      // The page may have been drawn anew meanwhile, with another element in the opener's place.
      const back = opener?.isConnected ? opener : key === undefined ? null : find(document, key);
      (back ?? document.querySelector<HTMLElement>("main h1"))?.focus();
      resolve();
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, body, foot, close: () => dialog.open && dialog.close(), closed };
}
