import type { Language } from "../screen/words.ts";

const COOKIE = "lang";
const A_YEAR_S = 365 * 86_400;

/** The language that this browser was told elsewhere on the site; null when none was chosen. */
export function chosenLanguage(): Language | null {
  const chosen = /(?:^|;\s*)lang=(id|en)(?:;|$)/.exec(document.cookie)?.[1];
  return (chosen as Language | undefined) ?? null;
}

/** Tells the site too, so that the server's sentences come in the same language. */
export function chooseLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is in one engine alone
  document.cookie = `${COOKIE}=${language}; Path=/; Max-Age=${A_YEAR_S}; SameSite=Lax`;
}
