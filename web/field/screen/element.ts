/** Builds elements without ever parsing text as HTML. */

export type Child = Node | string | number | null | undefined | false | Child[];

interface Shared {
  class?: string;
  /** Names the element across renderings, so that focus finds it again. */
  key?: string;
  text?: string;
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
}

type Attributes = Record<string, string | number | boolean | null | undefined>;

/** `element("a", { class: "row", attributes: { href } }, "…")` */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  options: Shared & { attributes?: Attributes } = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = options.class;
  if (options.key !== undefined) made.dataset["key"] = options.key;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      made.setAttribute(name, String(value));
  }
  for (const [kind, listener] of Object.entries(options.on ?? {})) {
    made.addEventListener(kind, listener as EventListener);
  }
  append(made, children);
  return made;
}

/** A drawing from the icon set; it says nothing to a screen reader, the word beside it does. */
export function icon(name: string): HTMLElement {
  return element("i", { class: `icon icon-${name}`, attributes: { "aria-hidden": "true" } });
}

/** Replaces what `parent` shows; the focus stays where it was, and what was unfolded stays so. */
export function show(parent: HTMLElement, ...children: Child[]): void {
  const focused = document.activeElement;
  const key =
    focused instanceof HTMLElement && parent.contains(focused) ? focused.dataset["key"] : undefined;
  const unfolded = [
    ...parent.querySelectorAll<HTMLElement>("details[open] > summary[data-key]"),
  ].map((summary) => summary.dataset["key"]);
  parent.replaceChildren();
  append(parent, children);
  for (const open of unfolded) find(parent, open ?? "")?.parentElement?.setAttribute("open", "");
  if (key !== undefined) find(parent, key)?.focus({ preventScroll: true });
}

/** The element that was made with this key. */
export function find(parent: ParentNode, key: string): HTMLElement | null {
  return parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

function append(parent: HTMLElement, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : String(child));
  }
}
