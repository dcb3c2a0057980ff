/** One round with the server: who is signed in, send what waits, fetch what changed. */

import { LARGEST_BATCH, nextMoment } from "../rules/batch.ts";
import { eventsOf, tidy } from "../store/outbox.ts";
import { setting } from "../store/settings.ts";
import { pull } from "./pull.ts";
import { pushBatch } from "./push.ts";
import { Refused, SignedOut, Unreachable } from "./server.ts";

const LOCK = "jembatan-field-sync";
/** For so long an answer about who is signed in is believed before events are sent. */
const VERIFIED_MS = 30_000;

export type Outcome =
  | { kind: "done"; next: number | null; changedPerson: boolean }
  /** Another tab is at it. */
  | { kind: "elsewhere" }
  | { kind: "signed_out" }
  | { kind: "unreachable"; afterMs: number | null; answered: boolean };

interface Verified {
  person: string;
  at: number;
}

let verified: Verified | null = null;

/** Forgets who was signed in, so that the next round asks again before it sends. */
export function doubtSession(): void {
  verified = null;
}

/** Runs a round unless another tab does. `onStep` hears whenever the phone's data changed. */
export async function syncOnce(language: string, onStep: () => void): Promise<Outcome> {
  if (navigator.locks === undefined) return round(language, onStep);
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? { kind: "elsewhere" as const } : round(language, onStep),
  );
}

async function round(language: string, onStep: () => void): Promise<Outcome> {
  try {
    let changedPerson = false;
    const fresh = verified !== null && performance.now() - verified.at < VERIFIED_MS;
    if (!fresh || !(await anythingWaits(verified?.person ?? null))) changedPerson = await verify(language);
    onStep();

    const person = verified?.person ?? null;
    if (person === null) return { kind: "done", next: null, changedPerson };
    let sent = false;
    while (await pushBatch(person, language, LARGEST_BATCH)) {
      sent = true;
      onStep();
    }
    if (sent) changedPerson = (await verify(language)) || changedPerson;
    await tidy(person, Date.now());
    onStep();
    return { kind: "done", next: nextMoment(await eventsOf(person), Date.now()), changedPerson };
  } catch (error) {
    if (error instanceof SignedOut) {
      verified = null;
      return { kind: "signed_out" };
    }
    if (error instanceof Unreachable) return { kind: "unreachable", afterMs: error.afterMs, answered: error.answered };
    if (error instanceof Refused) return { kind: "unreachable", afterMs: null, answered: true };
    throw error;
  }
}

async function verify(language: string): Promise<boolean> {
  const { person, changedPerson } = await pull(language);
  verified = { person, at: performance.now() };
  return changedPerson;
}

async function anythingWaits(person: string | null): Promise<boolean> {
  const known = person ?? (await setting("person"))?.id ?? null;
  if (known === null) return false;
  return (await eventsOf(known)).some((stored) => stored.standing === "waiting");
}
