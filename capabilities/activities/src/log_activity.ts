// The page that logs an activity reads the line while it is written, and keeps what was typed until
// it has been sent.

import { refetch } from "desk/fragments";

/** A pause in typing after which it is worth reading the line. */
const PAUSE_MS = 250;
const DRAFT = "log.line";

export default function logActivity(sheet: HTMLElement): void {
  const line = sheet.querySelector<HTMLInputElement>("[data-log-line]");
  const form = sheet.querySelector<HTMLFormElement>("#log-form");
  if (line === null || form === null) return;

  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whoever has begun to correct the form by hand is not overwritten by the line.
  let byHand = form.querySelector(".wrong") !== null;

  const read = async (): Promise<void> => {
    const address = new URL("/log", location.origin);
    address.searchParams.set("line", line.value);
    const asked = new URLSearchParams(location.search);
    for (const name of ["account_id", "kind"]) {
      const value = asked.get(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    const typed = line.value;
    const fresh = document.createElement("form");
    fresh.id = form.id;
    const given = await refetch(fresh, address.toString()).catch(() => false);
    if (given && !byHand && line.value === typed) form.replaceChildren(...fresh.childNodes);
  };

  form.addEventListener("input", () => (byHand = true));
  form.addEventListener("submit", () => keep(""));
  line.addEventListener("input", () => {
    keep(line.value);
    clearTimeout(timer);
    if (!byHand) timer = setTimeout(() => void read(), PAUSE_MS);
  });

  const draft = kept();
  if (line.value === "" && draft !== "") {
    line.value = draft;
    void read();
  }
}

function keep(text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(DRAFT);
    else sessionStorage.setItem(DRAFT, text);
  } catch {
    // Without storage the line lasts as long as the page.
  }
}

function kept(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? "";
  } catch {
    return "";
  }
}
