// Says a sentence to those who listen to the page instead of seeing it.

import { element } from "./elements";

let region: HTMLElement | undefined;

export function announce(sentence: string): void {
  if (region === undefined) {
    region = element("div", { class: "unseen", role: "status" });
    document.body.append(region);
  }
  // The same sentence twice is said twice.
  region.textContent = "";
  const here = region;
  setTimeout(() => {
    here.textContent = sentence;
  }, 50);
}
