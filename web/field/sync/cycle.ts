/** One round with the server: who is signed in, fetch what changed, send what waits. */

import { LARGEST_BATCH, nextMoment } from "../rules/batch.ts";
import { eventsOf, tidy } from "../store/outbox.ts";
import { setting } from "../store/settings.ts";
import { lock } from "../store/vault.ts";
import { pull } from "./pull.ts";
import { pushBatch } from "./push.ts";
import { OtherSession, Refused, SignedOut, Unreachable } from "./server.ts";

const LOCK = "jembatan-field-sync";
/** A long sending asks again whose session it is after so long. */
const SURE_MS = 30_000;
/** What the server made of the events is fetched a little later, with that of the next tap or two. */
const VERDICTS_MS = 4_000;

/** When the session changed hands in the middle of a round. */
const ASK_AGAIN_MS = 2_000;

export type Outcome =
  | { kind: "done"; next: number | null; changedPerson: boolean }
  /** Another tab is at it. */
  | { kind: "elsewhere" }
  | { kind: "signed_out" }
  | { kind: "unreachable"; afterMs: number | null; answered: boolean };

/** Runs a round unless another tab does. `onStep` hears whenever the phone's data changed. */
export async function syncOnce(language: string, onStep: () => void): Promise<Outcome> {
  if (navigator.locks === undefined) return round(language, onStep);
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? { kind: "elsewhere" as const } : round(language, onStep),
  );
}

async function round(language: string, onStep: () => void): Promise<Outcome> {
  try {
    // Nothing is sent before the server has said whose session this is: it may be another person's by now.
    const { person, changedPerson } = await pull(language);
    onStep();
    const sent = await pushAll(person, language, onStep);
    await tidy(person, Date.now());
    onStep();

    const due = nextMoment(await eventsOf(person), Date.now());
    const verdicts = sent ? Date.now() + VERDICTS_MS * (1 + Math.random()) : null;
    const next = due === null || verdicts === null ? (due ?? verdicts) : Math.min(due, verdicts);
    return { kind: "done", next, changedPerson };
  } catch (error) {
    if (error instanceof SignedOut) {
      // Whoever was shut out reads nothing here any more; whoever signs in again finds all as it was.
      const person = await setting("person");
      if (person) await lock(person.id);
      onStep();
      return { kind: "signed_out" };
    }
    if (error instanceof Unreachable)
      return { kind: "unreachable", afterMs: error.afterMs, answered: error.answered };
    // The next round asks whose session it is, and sends what is theirs.
    if (error instanceof OtherSession)
      return { kind: "unreachable", afterMs: ASK_AGAIN_MS, answered: true };
    if (error instanceof Refused) return { kind: "unreachable", afterMs: null, answered: true };
    throw error;
  }
}

/** Sends this person's events batch by batch; true when there were any. */
async function pushAll(person: string, language: string, onStep: () => void): Promise<boolean> {
  let sureAt = performance.now();
  let sent = false;
  while (await pushBatch(person, language, LARGEST_BATCH)) {
    sent = true;
    onStep();
    if (performance.now() - sureAt < SURE_MS) continue;
    if ((await pull(language)).person !== person) return sent;
    sureAt = performance.now();
  }
  return sent;
}
