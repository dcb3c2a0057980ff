import type { Contact, Rhythm } from "../sync/rhythm.ts";

let rhythm: Rhythm | null = null;

/** The one rhythm of this page, set at the start. */
export function followRhythm(started: Rhythm): void {
  rhythm = started;
}

/** How it goes with the server right now. */
export function contact(): Contact {
  return rhythm?.contact ?? { state: "unknown", busy: false, next_try_at: null };
}

/** Tries to send and fetch at once, because the person asked. */
export function tryNow(): void {
  rhythm?.poke();
}
