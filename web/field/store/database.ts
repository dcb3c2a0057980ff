/**
 * What the phone keeps. Every record carries its person, so two people on one phone never mix; what it says of
 * clients, places and people lies sealed in it.
 */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { StoredEvent } from "../rules/stored_event.ts";
import type { Sealed } from "./vault.ts";

export interface DayRow {
  person: string;
  pulled_at: number;
  /** The language the server's words came in. */
  language: string;
  /** The snapshot. */
  sealed: Sealed;
}

/** What must be known of an event without its key; the rest of it is sealed. */
export interface EventRow
  extends Pick<
    StoredEvent,
    | "id"
    | "person"
    | "seq"
    | "standing"
    | "saved_at"
    | "hold_until"
    | "not_before"
    | "settled_at"
    | "absorbed"
  > {
  /** The names of its photos. */
  photos: string[];
  sealed: Sealed;
}

export interface PictureRow {
  sha256: string;
  person: string;
  sealed: Sealed;
}

export interface RecordRow {
  person: string;
  fetched_at: number;
  sealed: Sealed;
}

/** A person's keys on this phone. Scripts can use them and never read them. */
export interface StoredKeys {
  person: string;
  /** Seals what lies here; null when it was thrown away. */
  storage: CryptoKey | null;
  /** By which another storage key is told from this one. */
  mark: string;
  /** Signs what is sent, with the public half as it is shown to the server. */
  signing: { secret: CryptoKey; shown: string } | null;
}

/** Where a person's chain of events ends on this phone. */
export interface StoredChain {
  person: string;
  seq: number;
  hash: string | null;
  /** The server's words for events that it refused. */
  passed: string[];
}

export interface Schema extends DBSchema {
  settings: { key: string; value: unknown };
  keys: { key: string; value: StoredKeys };
  chains: { key: string; value: StoredChain };
  days: { key: string; value: DayRow };
  events: { key: string; value: EventRow; indexes: { person_seq: [string, number] } };
  photos: { key: string; value: PictureRow; indexes: { person: string } };
  thumbnails: { key: string; value: PictureRow; indexes: { person: string } };
  records: { key: string; value: RecordRow };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("jembatan-field", 2, {
    upgrade(db) {
      // The first version lay here unsealed and was never released.
      for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
      db.createObjectStore("keys", { keyPath: "person" });
      db.createObjectStore("chains", { keyPath: "person" });
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
