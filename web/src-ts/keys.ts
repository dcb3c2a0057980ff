// Moves through a list with j and k, opens with Enter, searches with Ctrl K or /.
// Keys of one letter can be turned off: they get in the way of those who dictate.

import { element, isWriting } from "./elements";
import { texts } from "./texts";

const OFF = "desk.single-keys-off";

const SINGLE: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  x: choose,
  l: log,
  "/": focusSearch,
  "?": showHelp,
};

export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (
      event.key.toLowerCase() === "k" &&
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      !event.shiftKey
    ) {
      event.preventDefault();
      focusSearch();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || areOff())
      return;

    const act = SINGLE[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  for (const button of document.querySelectorAll<HTMLElement>("[data-shortcuts]")) {
    button.hidden = false;
    button.addEventListener("click", showHelp);
  }
}

export function areOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  field?.focus();
  field?.select();
}

/** Logs what happened; on the page of a client it is with that client. */
function log(): void {
  // Whoever may not log has no search either.
  if (document.querySelector("[data-search]") === null) return;
  const account = /^\/accounts\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
  location.assign(account === undefined ? "/log" : `/log?account_id=${account}`);
}

function move(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>("main .whole")];
  const row = document.activeElement?.closest("tr, li, .list > *");
  const at = links.findIndex((link) => link === document.activeElement || row?.contains(link));
  const next = at < 0 ? links.at(step > 0 ? 0 : -1) : links[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function choose(): void {
  document.activeElement?.closest("tr, li")?.querySelector<HTMLInputElement>("[data-row]")?.click();
}

function showHelp(): void {
  const lines: [string, string][] = [
    ["Ctrl K", texts.search],
    ["j", texts.next],
    ["k", texts.previous],
    ["Enter", texts.open],
    ["x", texts.choose],
    ["l", texts.log],
    ["?", texts.help],
  ];
  const list = element("dl", { class: "summary" });
  for (const [key, meaning] of lines)
    list.append(element("dt", {}, element("kbd", {}, key)), element("dd", {}, meaning));

  const on = element("input", { type: "checkbox", checked: !areOff() });
  on.addEventListener("change", () => remember(on.checked));
  const close = element("button", { class: "button quiet" }, texts.close);
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", { id: "keys" }, texts.keys),
    list,
    element("label", { class: "choice" }, on, element("span", {}, texts.keysOn)),
    element("div", { class: "buttons" }, close),
  );
  const dialog = element("dialog", { "aria-labelledby": "keys" }, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
  } catch {
    // Without storage the choice lasts as long as the page, which is what there is.
  }
}
