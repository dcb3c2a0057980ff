/** The events of this phone, from the tap until their receipt is old. */

import type { Photo } from "../phone/shrink.ts";
import type { EventResult, FieldEvent } from "../protocol/event.ts";
import { mayBeForgotten } from "../rules/outbox_age.ts";
import { isUnsent, type LostPhoto, type StoredEvent } from "../rules/stored_event.ts";
import { chainOf, link, passing } from "./chain.ts";
import { database, type EventRow, type PictureRow, STRICT, type StoredChain } from "./database.ts";
import { exclusively } from "./exclusive.ts";
import { openEvent, openEvents, sealEvent } from "./sealed_event.ts";
import { setting } from "./settings.ts";
import { keyOf, sealBytes } from "./vault.ts";

const SHORTEST_RETRY_S = 2;

type Unlinked<E> = E extends FieldEvent ? Omit<E, "seq" | "previous"> : never;

export interface NewEvent {
  event: Unlinked<FieldEvent>;
  person: string;
  subject: string | null;
  /** Keep it back until then: its position is still being measured. */
  hold_until: number | null;
}

/** Saves events and their photos in one strict transaction: all of it is on the disk, or none. */
export async function saveEvents(made: NewEvent[], photos: Photo[]): Promise<StoredEvent[]> {
  const person = made[0]?.person;
  if (person === undefined) return [];
  return exclusively(async () => {
    const key = await keyOf(person);
    let chain = await chainOf(person);
    let seq = (await setting("seq")) ?? 0;
    const saved: StoredEvent[] = [];
    for (const { event, subject, hold_until } of made) {
      seq += 1;
      // A draft has no place yet: it is not done changing.
      let whole = { ...event, seq: 0, previous: null } as FieldEvent;
      if (hold_until === null) ({ event: whole, chain } = await link(chain, whole));
      saved.push({
        id: event.id,
        person,
        seq,
        standing: hold_until === null ? "waiting" : "draft",
        event: whole,
        subject,
        saved_at: Date.now(),
        hold_until,
        not_before: 0,
        lost_photos: [],
        settled_at: null,
        absorbed: false,
        receipt: null,
        reason: null,
      });
    }
    const rows = await Promise.all(saved.map((stored) => sealEvent(key, stored)));
    await put({ rows, chain, seq, pictures: await pictures(key, person, photos) });
    return saved;
  });
}

/** Completes a draft with what was measured and photographed since; from now on it may be sent. */
export async function completeDraft(
  id: string,
  measured: Partial<FieldEvent>,
  photos: Photo[],
): Promise<void> {
  await changeWith(id, photos, async (stored, chain) => {
    if (stored.standing !== "draft") return null;
    const names = photos.map((photo) => photo.sha256);
    const event = { ...stored.event, ...measured, photos: names } as FieldEvent;
    return release(stored, event, chain);
  });
}

/** Keeps a draft back a little longer while its sheet is open. */
export async function holdDraft(id: string, until: number): Promise<void> {
  await change(id, (stored) =>
    stored.standing === "draft" ? { ...stored, hold_until: until } : null,
  );
}

/** Takes a draft back: a slip of the thumb, nothing was sent. */
export async function dropDraft(id: string): Promise<void> {
  const transaction = (await database()).transaction("events", "readwrite", STRICT);
  if ((await transaction.store.get(id))?.standing === "draft") await transaction.store.delete(id);
  await transaction.done;
}

/** Drafts whose page went away while measuring are sent as they are: a fact is never lost for want of a position. */
export async function releaseOverdueDrafts(person: string, now: number): Promise<void> {
  for (const { id, standing, hold_until } of await eventsOf(person)) {
    if (standing !== "draft" || hold_until === null || now < hold_until) continue;
    await changeWith(id, [], async (stored, chain) =>
      stored.standing === "draft" ? release(stored, stored.event, chain) : null,
    );
  }
}

/** A draft takes its place in the chain and may be sent. */
async function release(stored: StoredEvent, event: FieldEvent, chain: StoredChain) {
  const linked = await link(chain, event);
  const released: StoredEvent = {
    ...stored,
    standing: "waiting",
    hold_until: null,
    event: linked.event,
  };
  return { stored: released, chain: linked.chain };
}

/** This person's events, oldest first; none when they cannot be read. */
export async function eventsOf(person: string): Promise<StoredEvent[]> {
  return openEvents(await keyOf(person), await rowsOf(person));
}

async function rowsOf(person: string): Promise<EventRow[]> {
  const range = IDBKeyRange.bound([person, 0], [person, Number.MAX_SAFE_INTEGER]);
  return (await database()).getAllFromIndex("events", "person_seq", range);
}

/** What of this person's is not sent, whether or not it can be read now. */
export async function unsentOf(person: string): Promise<Pick<EventRow, "standing" | "saved_at">[]> {
  return (await rowsOf(person)).filter(isUnsent);
}

/** How many events of other people wait on this phone for their own sign-in. */
export async function unsentOfOthers(person: string | null): Promise<number> {
  const rows = await (await database()).getAll("events");
  return rows.filter((row) => row.person !== person && isUnsent(row)).length;
}

/** Writes down what the server said about one event. */
export async function settle(result: EventResult, now: number): Promise<void> {
  await changeWith(result.id, [], async (stored, chain) => {
    const settled = { ...stored, settled_at: now };
    switch (result.status) {
      case "created":
      case "exists":
        return {
          stored: { ...settled, standing: "sent", receipt: result.receipt, reason: null },
          chain: null,
        };
      case "conflict":
      case "rejected": {
        const passed = result.passed ?? null;
        return {
          stored: { ...settled, standing: result.status, reason: result.reason },
          chain: passed === null ? null : passing(chain, passed),
        };
      }
      case "retry": {
        const wait = Math.max(SHORTEST_RETRY_S, result.retry_after_s ?? 30) * 1000;
        return { stored: { ...stored, not_before: now + wait }, chain: null };
      }
    }
  });
}

/** This photo will not come; its event goes without it, and the person is told. */
export async function losePhoto(id: string, lost: LostPhoto): Promise<void> {
  await change(id, (stored) =>
    stored.lost_photos.some(({ sha256 }) => sha256 === lost.sha256)
      ? null
      : { ...stored, lost_photos: [...stored.lost_photos, lost] },
  );
}

export async function forgetEvent(id: string): Promise<void> {
  const db = await database();
  await db.delete("events", id);
}

/** Removes receipts that are old enough, and photos that no event needs any more. */
export async function tidy(person: string, now: number): Promise<void> {
  const names = ["events", "photos", "thumbnails"] as const;
  const transaction = (await database()).transaction(names, "readwrite");
  const range = IDBKeyRange.bound([person, 0], [person, Number.MAX_SAFE_INTEGER]);
  const needed = new Set<string>();
  const shown = new Set<string>();
  for (const row of await transaction.objectStore("events").index("person_seq").getAll(range)) {
    if (mayBeForgotten(row, now)) {
      await transaction.objectStore("events").delete(row.id);
      continue;
    }
    for (const photo of row.photos) {
      shown.add(photo);
      if (row.standing !== "sent") needed.add(photo);
    }
  }
  const kept = { photos: needed, thumbnails: shown };
  for (const name of ["photos", "thumbnails"] as const) {
    const store = transaction.objectStore(name);
    for (const sha256 of await store.index("person").getAllKeys(person)) {
      if (!kept[name].has(sha256)) await store.delete(sha256);
    }
  }
  await transaction.done;
}

/** Puts a refused event back into the outbox under a new id, at the end of the chain, in one step. */
export async function replaceEvent(id: string, fresh: string): Promise<void> {
  await exclusively(async () => {
    const row = await (await database()).get("events", id);
    if (row === undefined) return;
    const key = await keyOf(row.person);
    const stored = await openEvent(key, row);
    if (stored === null) return;
    const seq = ((await setting("seq")) ?? 0) + 1;
    const linked = await link(await chainOf(row.person), { ...stored.event, id: fresh });
    const again: StoredEvent = {
      ...stored,
      id: fresh,
      seq,
      event: linked.event,
      standing: "waiting",
      not_before: 0,
      reason: null,
      settled_at: null,
    };
    const rows = [await sealEvent(key, again)];
    await put({ rows, chain: linked.chain, seq, pictures: [], gone: id });
  });
}

/** Changes one event; null leaves it as it is. */
async function change(id: string, how: (stored: StoredEvent) => StoredEvent | null): Promise<void> {
  await changeWith(id, [], async (stored) => {
    const next = how(stored);
    return next === null ? null : { stored: next, chain: null };
  });
}

/** Changes one event, its photos and perhaps the chain of its person. One that cannot be read stays as it is. */
async function changeWith(
  id: string,
  photos: Photo[],
  how: (
    stored: StoredEvent,
    chain: StoredChain,
  ) => Promise<{ stored: StoredEvent; chain: StoredChain | null } | null>,
): Promise<void> {
  await exclusively(async () => {
    const row = await (await database()).get("events", id);
    if (row === undefined) return;
    const key = await keyOf(row.person);
    const stored = await openEvent(key, row);
    if (stored === null) return;
    const next = await how(stored, await chainOf(row.person));
    if (next === null) return;
    const rows = [await sealEvent(key, next.stored)];
    await put({ rows, chain: next.chain, pictures: await pictures(key, row.person, photos) });
  });
}

interface Pictures {
  photo: PictureRow;
  thumbnail: PictureRow;
}

async function pictures(
  key: CryptoKey | null,
  person: string,
  photos: Photo[],
): Promise<Pictures[]> {
  const sealed = photos.map(async ({ sha256, bytes, thumbnail }) => ({
    photo: { sha256, person, sealed: await sealBytes(key, bytes) },
    thumbnail: { sha256, person, sealed: await sealBytes(key, thumbnail) },
  }));
  return Promise.all(sealed);
}

interface Put {
  rows: EventRow[];
  chain: StoredChain | null;
  seq?: number;
  pictures: Pictures[];
  /** An event whose place is taken. */
  gone?: string;
}

/** Everything that belongs together, on the disk or not at all. */
async function put({ rows, chain, seq, pictures, gone }: Put): Promise<void> {
  const names = ["settings", "chains", "events", "photos", "thumbnails"] as const;
  const transaction = (await database()).transaction(names, "readwrite", STRICT);
  for (const row of rows) await transaction.objectStore("events").put(row);
  if (gone !== undefined) await transaction.objectStore("events").delete(gone);
  if (chain !== null) await transaction.objectStore("chains").put(chain);
  if (seq !== undefined) await transaction.objectStore("settings").put(seq, "seq");
  for (const { photo, thumbnail } of pictures) {
    await transaction.objectStore("photos").put(photo);
    await transaction.objectStore("thumbnails").put(thumbnail);
  }
  await transaction.done;
}
