import { element, icon } from "../screen/element.ts";
import { say } from "../screen/words.ts";

/** Says that the phone alone knows this so far. */
export function unsentMark(): HTMLElement {
  return element("span", { class: "unsent" }, icon("cloud-off"), say("unsent"));
}
