/** What the phone keeps. Every record carries its person, so two people on one phone never mix. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { FieldRecord } from "../protocol/record.ts";
import type { Snapshot } from "../protocol/snapshot.ts";
import type { StoredEvent } from "../rules/stored_event.ts";

export interface StoredDay {
  person: string;
  snapshot: Snapshot;
  pulled_at: number;
  /** The language the server's words came in. */
  language: string;
}

export interface StoredPhoto {
  sha256: string;
  person: string;
  bytes: ArrayBuffer;
}

export interface StoredThumbnail {
  sha256: string;
  person: string;
  bytes: ArrayBuffer;
  made_at: number;
}

export interface StoredRecord {
  person: string;
  record: FieldRecord;
  fetched_at: number;
}

export interface Schema extends DBSchema {
  settings: { key: string; value: unknown };
  days: { key: string; value: StoredDay };
  events: { key: string; value: StoredEvent; indexes: { person_seq: [string, number] } };
  photos: { key: string; value: StoredPhoto; indexes: { person: string } };
  thumbnails: { key: string; value: StoredThumbnail; indexes: { person: string } };
  records: { key: string; value: StoredRecord };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("jembatan-field", 1, {
    upgrade(db) {
      db.createObjectStore("settings");
      db.createObjectStore("days", { keyPath: "person" });
      db.createObjectStore("events", { keyPath: "id" }).createIndex("person_seq", [
        "person",
        "seq",
      ]);
      db.createObjectStore("photos", { keyPath: "sha256" }).createIndex("person", "person");
      db.createObjectStore("thumbnails", { keyPath: "sha256" }).createIndex("person", "person");
      db.createObjectStore("records", { keyPath: "person" });
    },
    blocking(_current, _blocked, event) {
      // A newer version of the app waits in another tab; closing lets it in, the next call opens anew.
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

/** Browsers flush lazily unless asked; an event is saved only when it is on the disk. */
export const STRICT: IDBTransactionOptions = { durability: "strict" };
