/** The events of this phone, from the tap until their receipt is old. */

import type { Photo } from "../phone/shrink.ts";
import type { EventResult, FieldEvent, Reason } from "../protocol/event.ts";
import { mayBeForgotten } from "../rules/outbox_age.ts";
import { isUnsent, type StoredEvent } from "../rules/stored_event.ts";
import { database, STRICT } from "./database.ts";

const SHORTEST_RETRY_S = 2;

type WithoutSeq<E> = E extends FieldEvent ? Omit<E, "seq"> : never;

export interface NewEvent {
  event: WithoutSeq<FieldEvent>;
  person: string;
  subject: string | null;
  /** Keep it back until then: its position is still being measured. */
  hold_until: number | null;
}

/** Saves events and their photos in one strict transaction: all of it is on the disk, or none. */
export async function saveEvents(made: NewEvent[], photos: Photo[]): Promise<StoredEvent[]> {
  const transaction = (await database()).transaction(
    ["settings", "events", "photos", "thumbnails"],
    "readwrite",
    STRICT,
  );
  const settings = transaction.objectStore("settings");
  let seq = ((await settings.get("seq")) as number | undefined) ?? 0;
  const saved: StoredEvent[] = [];
  for (const { event, person, subject, hold_until } of made) {
    seq += 1;
    const stored: StoredEvent = {
      id: event.id,
      person,
      seq,
      standing: hold_until === null ? "waiting" : "draft",
      event: { ...event, seq } as FieldEvent,
      subject,
      saved_at: Date.now(),
      hold_until,
      not_before: 0,
      lost_photos: [],
      settled_at: null,
      absorbed: false,
      receipt: null,
      reason: null,
    };
    saved.push(stored);
    await transaction.objectStore("events").add(stored);
  }
  await settings.put(seq, "seq");
  const person = made[0]?.person;
  for (const { sha256, bytes, thumbnail } of person === undefined ? [] : photos) {
    await transaction.objectStore("photos").put({ sha256, person: person as string, bytes });
    await transaction
      .objectStore("thumbnails")
      .put({ sha256, person: person as string, bytes: thumbnail, made_at: Date.now() });
  }
  await transaction.done;
  return saved;
}

/** Completes a draft with what was measured and photographed since; from now on it may be sent. */
export async function completeDraft(
  id: string,
  measured: Partial<FieldEvent>,
  photos: Photo[],
): Promise<void> {
  const transaction = (await database()).transaction(
    ["events", "photos", "thumbnails"],
    "readwrite",
    STRICT,
  );
  const events = transaction.objectStore("events");
  const stored = await events.get(id);
  if (stored?.standing === "draft") {
    const event = {
      ...stored.event,
      ...measured,
      photos: photos.map((photo) => photo.sha256),
    } as FieldEvent;
    await events.put({ ...stored, standing: "waiting", hold_until: null, event });
    for (const { sha256, bytes, thumbnail } of photos) {
      await transaction.objectStore("photos").put({ sha256, person: stored.person, bytes });
      await transaction
        .objectStore("thumbnails")
        .put({ sha256, person: stored.person, bytes: thumbnail, made_at: Date.now() });
    }
  }
  await transaction.done;
}

/** Keeps a draft back a little longer while its sheet is open. */
export async function holdDraft(id: string, until: number): Promise<void> {
  await change(id, (stored) =>
    stored.standing === "draft" ? { ...stored, hold_until: until } : stored,
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
    await change(id, (stored) => ({ ...stored, standing: "waiting", hold_until: null }));
  }
}

export async function eventsOf(person: string): Promise<StoredEvent[]> {
  const range = IDBKeyRange.bound([person, 0], [person, Number.MAX_SAFE_INTEGER]);
  return (await database()).getAllFromIndex("events", "person_seq", range);
}

/** How many events of other people wait on this phone for their own sign-in. */
export async function unsentOfOthers(person: string | null): Promise<number> {
  const events = await (await database()).getAll("events");
  return events.filter((stored) => stored.person !== person && isUnsent(stored)).length;
}

/** Writes down what the server said about one event. */
export async function settle(result: EventResult, now: number): Promise<void> {
  await change(result.id, (stored) => {
    switch (result.status) {
      case "created":
      case "exists":
        return {
          ...stored,
          standing: "sent",
          settled_at: now,
          receipt: result.receipt,
          reason: null,
        };
      case "conflict":
      case "rejected":
        return { ...stored, standing: result.status, settled_at: now, reason: result.reason };
      case "retry":
        return {
          ...stored,
          not_before: now + Math.max(SHORTEST_RETRY_S, result.retry_after_s ?? 30) * 1000,
        };
    }
  });
}

/** The server cannot take this photo; its event goes without it, and the person is told. */
export async function losePhoto(id: string, sha256: string, reason: Reason): Promise<void> {
  await change(id, (stored) => ({
    ...stored,
    event: {
      ...stored.event,
      photos: stored.event.photos.filter((photo) => photo !== sha256),
    } as FieldEvent,
    lost_photos: [...stored.lost_photos, reason],
  }));
}

export async function forgetEvent(id: string): Promise<void> {
  const db = await database();
  await db.delete("events", id);
}

/** Removes receipts that are old enough, and photos that no event needs any more. */
export async function tidy(person: string, now: number): Promise<void> {
  const transaction = (await database()).transaction(
    ["events", "photos", "thumbnails"],
    "readwrite",
  );
  const range = IDBKeyRange.bound([person, 0], [person, Number.MAX_SAFE_INTEGER]);
  const needed = new Set<string>();
  const shown = new Set<string>();
  for (const stored of await transaction.objectStore("events").index("person_seq").getAll(range)) {
    if (mayBeForgotten(stored, now)) {
      await transaction.objectStore("events").delete(stored.id);
      continue;
    }
    for (const photo of stored.event.photos) {
      shown.add(photo);
      if (stored.standing !== "sent") needed.add(photo);
    }
  }
  for (const sha256 of await transaction.objectStore("photos").index("person").getAllKeys(person)) {
    if (!needed.has(sha256)) await transaction.objectStore("photos").delete(sha256);
  }
  for (const sha256 of await transaction
    .objectStore("thumbnails")
    .index("person")
    .getAllKeys(person)) {
    if (!shown.has(sha256)) await transaction.objectStore("thumbnails").delete(sha256);
  }
  await transaction.done;
}

async function change(id: string, how: (stored: StoredEvent) => StoredEvent): Promise<void> {
  const transaction = (await database()).transaction("events", "readwrite", STRICT);
  const stored = await transaction.store.get(id);
  if (stored !== undefined) await transaction.store.put(how(stored));
  await transaction.done;
}

/** Puts a refused event back into the outbox under a new id and the next number, in one step. */
export async function replaceEvent(id: string, fresh: string): Promise<void> {
  const transaction = (await database()).transaction(["settings", "events"], "readwrite", STRICT);
  const events = transaction.objectStore("events");
  const stored = await events.get(id);
  if (stored !== undefined) {
    const seq =
      (((await transaction.objectStore("settings").get("seq")) as number | undefined) ?? 0) + 1;
    await transaction.objectStore("settings").put(seq, "seq");
    await events.delete(id);
    const event = { ...stored.event, id: fresh, seq } as FieldEvent;
    await events.put({
      ...stored,
      id: fresh,
      seq,
      event,
      standing: "waiting",
      not_before: 0,
      reason: null,
      settled_at: null,
    });
  }
  await transaction.done;
}
