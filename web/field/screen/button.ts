import { element, icon } from "./element.ts";

/** A button with a drawing before its words; `key` keeps it the same one when the page is drawn again. */
export function button(
  drawing: string,
  label: string,
  key: string,
  act: () => void,
  className = "button quiet",
): HTMLButtonElement {
  return element(
    "button",
    { class: className, key, attributes: { type: "button" }, on: { click: act } },
    icon(drawing),
    label,
  );
}
