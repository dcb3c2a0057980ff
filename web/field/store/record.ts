import type { FieldRecord } from "../protocol/record.ts";
import { database, type StoredRecord } from "./database.ts";

export async function storedRecord(person: string): Promise<StoredRecord | undefined> {
  return (await database()).get("records", person);
}

export async function keepRecord(person: string, record: FieldRecord): Promise<void> {
  await (await database()).put("records", { person, record, fetched_at: Date.now() });
}

/** The small picture kept on this phone, if it took the photo. */
export async function thumbnail(sha256: string): Promise<Blob | null> {
  const stored = await (await database()).get("thumbnails", sha256);
  return stored === undefined ? null : new Blob([stored.bytes], { type: "image/jpeg" });
}
