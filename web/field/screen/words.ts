/** What the app says, in the person's language. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import english from "../words/en.ftl" with { type: "text" };
import indonesian from "../words/id.ftl" with { type: "text" };

export type Language = "id" | "en";

const TEXTS: Record<Language, string> = { id: indonesian, en: english };

let language: Language = "id";
let bundle = bundleOf(language);

export function speak(wanted: Language): void {
  language = wanted;
  bundle = bundleOf(wanted);
  document.documentElement.lang = wanted;
}

export function spoken(): Language {
  return language;
}

/** The sentence with this name, e.g. `say("outbox-waiting", { count: 2, since: "09.12" })`. */
export function say(id: string, values?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern === undefined || pattern === null
    ? id
    : bundle.formatPattern(pattern, values ?? null);
}

/** The sentence for a code that a server may have invented after this app was built. */
export function sayCode(prefix: string, code: string, otherwise: string): string {
  const id = `${prefix}-${code.replaceAll("_", "-")}`;
  return bundle.hasMessage(id) ? say(id) : otherwise;
}

function bundleOf(wanted: Language): FluentBundle {
  const made = new FluentBundle(wanted, { useIsolating: false });
  made.addResource(new FluentResource(TEXTS[wanted]));
  return made;
}
