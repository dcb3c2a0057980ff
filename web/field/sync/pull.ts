import { rememberToken } from "../phone/moment.ts";
import type { SnapshotAnswer } from "../protocol/snapshot.ts";
import { keepDay, storedDay } from "../store/day.ts";
import { eventsOf } from "../store/outbox.ts";
import { keepSetting, setting } from "../store/settings.ts";
import { unlock } from "../store/vault.ts";
import { wipe } from "../store/wipe.ts";
import { fetchSnapshot } from "./server.ts";

export interface Pulled {
  /** Whose session this is: only their events may be sent in it. */
  person: string;
  changedPerson: boolean;
}

/** Brings the day up to date, and finds out whose session this is. */
export async function pull(language: string): Promise<Pulled> {
  const known = (await setting("person")) ?? null;
  const day = known === null ? undefined : await storedDay(known.id);
  const contained = known === null ? [] : await acknowledged(known.id);
  const since = day === undefined || day.language !== language ? null : day.snapshot.cursor;
  const answer = await fetchSnapshot(since, language);

  if (known !== null && answer.person.id !== known.id) {
    // Another person signed in on this phone. The cursor was not theirs, so theirs is fetched anew.
    await wipe(known.id);
    const own = since === null ? answer : await fetchSnapshot(null, language);
    await keep(own, [], language);
    return { person: own.person.id, changedPerson: true };
  }
  await keep(answer, contained, language);
  return { person: answer.person.id, changedPerson: false };
}

async function acknowledged(person: string): Promise<string[]> {
  const events = await eventsOf(person);
  return events
    .filter((stored) => stored.standing === "sent" && !stored.absorbed)
    .map((stored) => stored.id);
}

async function keep(answer: SnapshotAnswer, contained: string[], language: string): Promise<void> {
  if (answer.time_token !== null) {
    rememberToken(answer.time_token);
    await keepSetting("time_token", answer.time_token);
  }
  if (answer.storage_key !== undefined) await unlock(answer.person.id, answer.storage_key);
  await keepDay(answer, contained, language, Date.now());
}
