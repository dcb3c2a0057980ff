/** Fields with their label above, help below and the error beside, in a sentence. */

import { type Child, element, show } from "./element.ts";
import type { Sheet } from "./sheet.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Field<C extends Control = Control> {
  node: HTMLElement;
  control: C;
  /** What was typed, without the spaces around it. */
  value(): string;
  /** Says what is wrong and puts the person there; null takes it back. */
  fault(sentence: string | null): void;
}

let fields = 0;

/** Fills a sheet with a form whose one button stands under the thumb. A second tap while it saves does nothing. */
export function fillWithForm(
  sheet: Sheet,
  label: string,
  submit: () => Promise<void>,
  ...children: Child[]
): void {
  fields += 1;
  const id = `form-${fields}`;
  const button = element("button", { class: "button big", text: label, attributes: { form: id } });
  let saving = false;

  async function once(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (saving) return;
    saving = true;
    button.setAttribute("aria-busy", "true");
    try {
      await submit();
    } finally {
      saving = false;
      button.removeAttribute("aria-busy");
    }
  }

  const form = element(
    "form",
    {
      class: "form",
      attributes: { id, novalidate: true },
      on: { submit: (event) => void once(event) },
    },
    ...children,
  );
  show(sheet.body, form);
  show(sheet.foot, button);
}

export function textField(
  label: string,
  attributes: Record<string, string | boolean> = {},
  help?: string,
): Field<HTMLInputElement> {
  return field(
    label,
    element("input", {
      class: "input",
      attributes: { type: "text", autocomplete: "off", ...attributes },
    }),
    help,
  );
}

export function textArea(label: string, help?: string): Field<HTMLTextAreaElement> {
  return field(
    label,
    element("textarea", { class: "input", attributes: { rows: 3, maxlength: 2000 } }),
    help,
  );
}

export function dayField(
  label: string,
  attributes: Record<string, string | boolean> = {},
): Field<HTMLInputElement> {
  return field(
    label,
    element("input", { class: "input", attributes: { type: "date", ...attributes } }),
  );
}

function field<C extends Control>(label: string, control: C, help?: string): Field<C> {
  fields += 1;
  control.id = `field-${fields}`;
  control.dataset["key"] = control.id;
  const error = element("p", {
    class: "error",
    attributes: { id: `${control.id}-error`, role: "alert", hidden: true },
  });
  const hint =
    help === undefined
      ? null
      : element("p", { class: "help", text: help, attributes: { id: `${control.id}-help` } });
  if (hint !== null) control.setAttribute("aria-describedby", hint.id);
  return {
    node: element(
      "div",
      { class: "field" },
      element("label", { text: label, attributes: { for: control.id } }),
      control,
      hint,
      error,
    ),
    control,
    value: () => control.value.trim(),
    fault(sentence) {
      error.hidden = sentence === null;
      error.textContent = sentence ?? "";
      control.setAttribute("aria-invalid", String(sentence !== null));
      const described = [hint?.id, sentence === null ? undefined : error.id].filter(
        (id) => id !== undefined,
      );
      if (described.length === 0) control.removeAttribute("aria-describedby");
      else control.setAttribute("aria-describedby", described.join(" "));
      if (sentence !== null) control.focus();
    },
  };
}

/** One of several, each a target big enough for a thumb. */
export interface Choice {
  node: HTMLFieldSetElement;
  value(): string | null;
  fault(sentence: string | null): void;
}

export function choice(
  label: string,
  options: { code: string; label: string }[],
  onPick: (code: string) => void,
): Choice {
  fields += 1;
  const name = `choice-${fields}`;
  const error = element("p", { class: "error", attributes: { role: "alert", hidden: true } });
  const node = element(
    "fieldset",
    { class: "options" },
    element("legend", { text: label }),
    element(
      "div",
      { class: "options-list" },
      options.map(({ code, label: text }) =>
        element(
          "label",
          {},
          element("input", {
            attributes: { type: "radio", name, value: code },
            on: { change: () => onPick(code) },
          }),
          element("span", { text }),
        ),
      ),
    ),
    error,
  );
  const picked = () => node.querySelector<HTMLInputElement>("input:checked");
  return {
    node,
    value: () => picked()?.value ?? null,
    fault(sentence) {
      error.hidden = sentence === null;
      error.textContent = sentence ?? "";
      if (sentence !== null) node.querySelector<HTMLInputElement>("input")?.focus();
    },
  };
}
