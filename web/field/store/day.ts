import type { Snapshot, SnapshotAnswer } from "../protocol/snapshot.ts";
import { merge } from "../rules/merge.ts";
import { type DayRow, database } from "./database.ts";
import { exclusively } from "./exclusive.ts";
import { keyOf, lock, open, seal } from "./vault.ts";

/** Client data is not kept readable on a phone that the company has not heard from for so long. */
const LONGEST_WITHOUT_CONTACT_MS = 14 * 86_400_000;

export interface StoredDay {
  snapshot: Snapshot;
  pulled_at: number;
  language: string;
}

/** The day that was opened last: a large book of clients is not opened anew for every look at it. */
let opened: { row: Pick<DayRow, "person" | "pulled_at">; snapshot: Snapshot } | null = null;

/** The day as it was fetched last; undefined when there is none, or none that can be read. */
export async function storedDay(person: string): Promise<StoredDay | undefined> {
  const row = await (await database()).get("days", person);
  const key = await keyOf(person);
  if (row === undefined || ("iv" in row.sealed && key === null)) return undefined;
  if (opened?.row.person !== person || opened.row.pulled_at !== row.pulled_at) {
    const snapshot = await open<Snapshot>(key, row.sealed);
    if (snapshot === null) return undefined;
    opened = { row, snapshot };
  }
  return { snapshot: opened.snapshot, pulled_at: row.pulled_at, language: row.language };
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
  await exclusively(async () => {
    const person = answer.person.id;
    const snapshot = merge((await storedDay(person))?.snapshot ?? null, answer);
    const sealed = await seal(await keyOf(person), snapshot);
    const transaction = (await database()).transaction(["days", "events", "settings"], "readwrite");
    await transaction.objectStore("days").put({ person, pulled_at: now, language, sealed });
    for (const id of contained) {
      const row = await transaction.objectStore("events").get(id);
      if (row !== undefined)
        await transaction.objectStore("events").put({ ...row, absorbed: true });
    }
    await transaction.objectStore("settings").put(answer.person, "person");
    await transaction.objectStore("settings").put(now, "last_contact");
    await transaction.done;
    opened = { row: { person, pulled_at: now }, snapshot };
  });
}

/**
 * True when client data had to go because nobody heard from the server for too long. Unsent events stay,
 * unreadable until the server is heard again.
 */
export async function expireDay(
  person: string,
  lastContact: number,
  now: number,
): Promise<boolean> {
  if (now - lastContact <= LONGEST_WITHOUT_CONTACT_MS) return false;
  const db = await database();
  if ((await db.get("days", person)) === undefined) return false;
  await lock(person);
  await db.delete("days", person);
  await db.delete("records", person);
  return true;
}
