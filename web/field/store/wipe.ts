import { isUnsent, needsAttention } from "../rules/stored_event.ts";
import { database } from "./database.ts";
import { exclusively } from "./exclusive.ts";
import { lock } from "./vault.ts";

/**
 * Removes a person's clients, record, receipts and pictures from this phone, and throws their key away.
 * What was not sent stays, unreadable, until that person signs in again here.
 */
export async function wipe(person: string): Promise<void> {
  await exclusively(() => sweep(person));
  await lock(person);
}

async function sweep(person: string): Promise<void> {
  const names = ["days", "records", "events", "photos", "thumbnails", "settings"] as const;
  const transaction = (await database()).transaction(names, "readwrite", { durability: "strict" });
  await transaction.objectStore("days").delete(person);
  await transaction.objectStore("records").delete(person);

  const range = IDBKeyRange.bound([person, 0], [person, Number.MAX_SAFE_INTEGER]);
  const needed = new Set<string>();
  for (const row of await transaction.objectStore("events").index("person_seq").getAll(range)) {
    if (isUnsent(row) || needsAttention(row)) {
      for (const photo of row.photos) needed.add(photo);
    } else {
      await transaction.objectStore("events").delete(row.id);
    }
  }
  for (const name of ["photos", "thumbnails"] as const) {
    const store = transaction.objectStore(name);
    for (const sha256 of await store.index("person").getAllKeys(person)) {
      if (!needed.has(sha256)) await store.delete(sha256);
    }
  }
  await transaction.objectStore("settings").delete("last_fix");
  await transaction.objectStore("settings").delete("time_token");
  await transaction.done;
}
