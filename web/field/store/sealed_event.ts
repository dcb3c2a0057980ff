/** An event as it lies on the phone, and as the app knows it. */

import type { FieldEvent, Reason, Receipt } from "../protocol/event.ts";
import type { LostPhoto, StoredEvent } from "../rules/stored_event.ts";
import type { EventRow } from "./database.ts";
import { open, seal } from "./vault.ts";

interface Inside {
  event: FieldEvent;
  subject: string | null;
  lost_photos: LostPhoto[];
  receipt: Receipt | null;
  reason: Reason | null;
}

export async function sealEvent(key: CryptoKey | null, stored: StoredEvent): Promise<EventRow> {
  const { event, subject, lost_photos, receipt, reason, ...outside } = stored;
  const inside: Inside = { event, subject, lost_photos, receipt, reason };
  return { ...outside, photos: event.photos, sealed: await seal(key, inside) };
}

/** Null when it cannot be read: its person is not signed in here. */
export async function openEvent(key: CryptoKey | null, row: EventRow): Promise<StoredEvent | null> {
  const inside = await open<Inside>(key, row.sealed);
  if (inside === null) return null;
  const { sealed: _sealed, photos: _photos, ...outside } = row;
  return { ...outside, ...inside };
}

/** Events that were opened before, so that a look at the outbox opens what is new alone. */
const opened = new Map<string, { sealed: string; stored: StoredEvent }>();
const MOST_OPENED = 2_000;

/** Those of the rows that can be read. */
export async function openEvents(key: CryptoKey | null, rows: EventRow[]): Promise<StoredEvent[]> {
  if (MOST_OPENED < opened.size || key === null) opened.clear();
  const all = rows.map(async (row) => {
    if (!("iv" in row.sealed)) return openEvent(key, row);
    const mark = row.sealed.iv.join();
    const known = opened.get(row.id);
    if (known?.sealed === mark) {
      const { sealed: _sealed, photos: _photos, ...outside } = row;
      return { ...known.stored, ...outside };
    }
    const stored = await openEvent(key, row);
    if (stored !== null) opened.set(row.id, { sealed: mark, stored });
    return stored;
  });
  return (await Promise.all(all)).filter((stored) => stored !== null);
}
