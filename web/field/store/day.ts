import type { SnapshotAnswer } from "../protocol/snapshot.ts";
import { merge } from "../rules/merge.ts";
import { database, type StoredDay } from "./database.ts";

/** Client data is not kept on a phone that the company has not heard from for so long. */
const LONGEST_WITHOUT_CONTACT_MS = 14 * 86_400_000;

export async function storedDay(person: string): Promise<StoredDay | undefined> {
  return (await database()).get("days", person);
}

/**
 * Works an answer in. Events that were acknowledged before the server was asked are in it,
 * so from here on the phone need not show them by itself.
 */
export async function keepDay(
  answer: SnapshotAnswer,
  contained: string[],
  language: string,
  now: number,
): Promise<void> {
  const transaction = (await database()).transaction(["days", "events", "settings"], "readwrite");
  const days = transaction.objectStore("days");
  const person = answer.person.id;
  const snapshot = merge((await days.get(person))?.snapshot ?? null, answer);
  await days.put({ person, snapshot, pulled_at: now, language });
  for (const id of contained) {
    const stored = await transaction.objectStore("events").get(id);
    if (stored !== undefined)
      await transaction.objectStore("events").put({ ...stored, absorbed: true });
  }
  await transaction.objectStore("settings").put(answer.person, "person");
  await transaction.objectStore("settings").put(now, "last_contact");
  await transaction.done;
}

/** True when client data had to go because nobody heard from the server for too long. Unsent events stay. */
export async function expireDay(
  person: string,
  lastContact: number,
  now: number,
): Promise<boolean> {
  if (now - lastContact <= LONGEST_WITHOUT_CONTACT_MS) return false;
  const db = await database();
  if ((await db.get("days", person)) === undefined) return false;
  await db.delete("days", person);
  await db.delete("records", person);
  return true;
}
