// Puts a piece of a page, fetched from our own server, in the place of its older self.

import { refreshAges } from "./ages";
import { start } from "./modules";
import { refresh } from "./rows";

// The one way by which text becomes elements here. The document that is parsed runs no script.
const policy = window.trustedTypes?.createPolicy("fragments", { createHTML: (text) => text });

function parse(text: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, "text/html");
}

/** Fetches `address` and shows it inside `element`; false when the server did not give it. */
export async function refetch(element: HTMLElement, address: string): Promise<boolean> {
  const response = await fetch(address, {
    headers: { accept: "text/html" },
    credentials: "same-origin",
  });
  // Signed out, or sent elsewhere: the page as a whole has to say so.
  if (response.status === 401 || response.redirected) location.reload();
  if (!response.ok || response.redirected) return false;

  const parsed = parse(await response.text());
  const twin = element.id === "" ? null : parsed.getElementById(element.id);
  replaceInside(element, twin ?? parsed.body);
  return true;
}

function replaceInside(element: HTMLElement, fresh: Element): void {
  for (const script of fresh.querySelectorAll("script")) script.remove();
  const known = versions(element);
  const state = remember(element);

  element.replaceChildren(...fresh.childNodes);

  for (const [key, version] of versions(element)) {
    const changed = known.get(key)?.text !== version.text;
    version.node.classList.toggle("fresh", known.size > 0 && changed);
  }
  restore(element, state);
  refreshAges(element);
  start(element);
  const form =
    element.closest<HTMLElement>("[data-rows]") ??
    element.querySelector<HTMLElement>("[data-rows]");
  if (form !== null) refresh(form);
}

// `data-key` names a thing, `data-version` says when it changed: only what changed is marked.
function versions(root: ParentNode): Map<string, { text: string; node: HTMLElement }> {
  const found = [...root.querySelectorAll<HTMLElement>("[data-key]")];
  return new Map(
    found.map((node) => [node.dataset.key ?? "", { text: node.dataset.version ?? "", node }]),
  );
}

interface State {
  focus: string | undefined;
  open: string[];
  chosen: string[];
}

// What the reader was doing must not be lost because something else changed.
function remember(root: HTMLElement): State {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && root.contains(active) ? active : undefined;
  return {
    focus: focused === undefined ? undefined : selector(focused),
    open: [...root.querySelectorAll<HTMLElement>("details[open][id]")].map((details) => details.id),
    chosen: [...root.querySelectorAll<HTMLInputElement>("[data-row]:checked")].map(
      (row) => row.value,
    ),
  };
}

function selector(element: HTMLElement): string | undefined {
  if (element.id !== "") return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLAnchorElement)
    return `a[href="${CSS.escape(element.getAttribute("href") ?? "")}"]`;
  return undefined;
}

function restore(root: HTMLElement, state: State): void {
  for (const id of state.open) {
    const details = document.getElementById(id);
    if (details instanceof HTMLDetailsElement) details.open = true;
  }
  for (const row of root.querySelectorAll<HTMLInputElement>("[data-row]")) {
    if (state.chosen.includes(row.value)) row.checked = true;
  }
  if (state.focus !== undefined)
    root.querySelector<HTMLElement>(state.focus)?.focus({ preventScroll: true });
}
