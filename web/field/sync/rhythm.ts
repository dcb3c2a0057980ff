/** When the phone talks to the server: after each event, when the signal or the person comes back, and now and then. */

import { backoffMs } from "../rules/backoff.ts";
import { type Outcome, syncOnce } from "./cycle.ts";

const NOW_AND_THEN_MS = 5 * 60_000;
const TAG = "outbox";

export interface Contact {
  state: "unknown" | "reached" | "unreachable" | "signed_out";
  busy: boolean;
  /** When the next attempt is due, after a failure. */
  next_try_at: number | null;
}

export interface Rhythm {
  contact: Contact;
  /** Something new waits, or the person asks: try now. */
  poke(): void;
}

/** Starts the rhythm. `onStep` hears of new data on the phone, `onContact` of how it goes with the server. */
export function startRhythm(
  language: () => string,
  onStep: () => void,
  onContact: (outcome: Outcome | null) => void,
): Rhythm {
  const contact: Contact = { state: "unknown", busy: false, next_try_at: null };
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;

  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (contact.busy) {
      again = true;
      return;
    }
    contact.busy = true;
    onContact(null);
    let outcome: Outcome;
    try {
      outcome = await syncOnce(language(), onStep);
    } catch (error) {
      console.error(error);
      outcome = { kind: "unreachable", afterMs: null, answered: false };
    }
    contact.busy = false;
    settle(outcome);
    onContact(outcome);
    if (again) {
      again = false;
      if (outcome.kind === "done") void run();
    }
  }

  function settle(outcome: Outcome): void {
    contact.next_try_at = null;
    switch (outcome.kind) {
      case "done":
        failures = 0;
        contact.state = "reached";
        return wait(
          outcome.next === null
            ? NOW_AND_THEN_MS
            : Math.min(NOW_AND_THEN_MS, Math.max(500, outcome.next - Date.now())),
        );
      case "elsewhere":
        return wait(NOW_AND_THEN_MS);
      case "signed_out":
        contact.state = "signed_out";
        return;
      case "unreachable": {
        failures += 1;
        contact.state = "unreachable";
        const pause = Math.max(outcome.afterMs ?? 0, backoffMs(failures, Math.random()));
        contact.next_try_at = Date.now() + pause;
        askBackgroundSync();
        return wait(pause);
      }
    }
  }

  function freshStart(): void {
    failures = 0;
    void run();
  }

  addEventListener("online", freshStart);
  addEventListener("pageshow", (event) => event.persisted && freshStart());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") freshStart();
  });
  return { contact, poke: () => void run() };
}

/** Where the browser has it, the worker also sends when the signal returns after the page was closed. */
function askBackgroundSync(): void {
  void navigator.serviceWorker?.ready
    .then((registration) =>
      (registration as { sync?: { register(tag: string): Promise<void> } }).sync?.register(TAG),
    )
    .catch(() => undefined);
}
