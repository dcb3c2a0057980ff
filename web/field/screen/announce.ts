import { element } from "./element.ts";

const SHOWN_MS = 4_000;

let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The place where short news appear; a screen reader reads them out. */
export function newsRegion(): HTMLElement {
  region ??= element("div", {
    class: "news",
    attributes: { role: "status", "aria-live": "polite" },
  });
  return region;
}

/** Says something once, such as that an event is saved on this phone. */
export function announce(text: string): void {
  const place = newsRegion();
  // An open sheet is above everything else, so the news must stand inside it to be seen.
  const sheets = document.querySelectorAll("dialog[open]");
  (sheets[sheets.length - 1] ?? document.body).append(place);
  clearTimeout(timer);
  place.textContent = text;
  place.dataset["shown"] = "";
  timer = setTimeout(() => {
    delete place.dataset["shown"];
    place.textContent = "";
  }, SHOWN_MS);
}
