import type { FieldRecord } from "../protocol/record.ts";
import { database } from "./database.ts";
import { keyOf, open, openBytes, seal } from "./vault.ts";

export interface StoredRecord {
  person: string;
  record: FieldRecord;
  fetched_at: number;
}

export async function storedRecord(person: string): Promise<StoredRecord | undefined> {
  const row = await (await database()).get("records", person);
  if (row === undefined) return undefined;
  const record = await open<FieldRecord>(await keyOf(person), row.sealed);
  return record === null ? undefined : { person, record, fetched_at: row.fetched_at };
}

export async function keepRecord(person: string, record: FieldRecord): Promise<void> {
  const sealed = await seal(await keyOf(person), record);
  await (await database()).put("records", { person, fetched_at: Date.now(), sealed });
}

/** A photo that waits to be sent; undefined when it is not here, null when it cannot be read now. */
export async function photo(sha256: string): Promise<ArrayBuffer | null | undefined> {
  const row = await (await database()).get("photos", sha256);
  return row === undefined ? undefined : openBytes(await keyOf(row.person), row.sealed);
}

/** The small picture kept on this phone, if it took the photo. */
export async function thumbnail(sha256: string): Promise<Blob | null> {
  const row = await (await database()).get("thumbnails", sha256);
  const bytes = row === undefined ? null : await openBytes(await keyOf(row.person), row.sealed);
  return bytes === null ? null : new Blob([bytes], { type: "image/jpeg" });
}
