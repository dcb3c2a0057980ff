/** A small made-up day for the tests of the rules. */

import type { FieldEvent, Kind, Payloads } from "../protocol/event.ts";
import type { Account, Snapshot, Visit } from "../protocol/snapshot.ts";
import { merge } from "./merge.ts";
import type { Standing, StoredEvent } from "./stored_event.ts";

export const TOKO_MAJU: Account = {
  id: "toko-maju",
  name: "Toko Maju",
  tier: "A",
  status: "client",
  address: "Jl. Fatmawati 12",
  phone: "+62215550101",
  place: { id: "place", lat: -6.2, lon: 106.8, radius_m: 150, state: "confirmed" },
  contacts: [
    {
      id: "rina",
      name: "Rina Wijaya",
      role: "Pemilik",
      phone: "+62811234567",
      whatsapp: "+62811234567",
    },
  ],
  last_visit_on: "2026-02-20",
};

export const MORNING_VISIT: Visit = {
  id: "morning",
  account_id: "toko-maju",
  day: "2026-03-02",
  sequence: 1,
  planned: true,
  planned_time: "10:00",
  state: "planned",
  arrived_at: null,
  left_at: null,
  outcome: null,
  note: null,
};

export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  const person = { id: "ayu", name: "Ayu Lestari", team: "Jakarta Selatan" };
  const empty = merge(null, {
    cursor: "1",
    full: true,
    server_time: "2026-03-02T01:00:00Z",
    time_token: null,
    person,
  });
  return { ...empty, accounts: [TOKO_MAJU], visits: [MORNING_VISIT], ...changes };
}

let made = 0;

/** An event of Ayu's phone in Jakarta, with the next number. */
export function event<K extends Kind>(
  kind: K,
  payload: Payloads[K],
  claimed_at: string,
  standing: Standing = "waiting",
  changes: Partial<StoredEvent> = {},
): StoredEvent {
  made += 1;
  const wire = {
    id: `event-${made}`,
    person: "ayu",
    device: "phone",
    seq: made,
    previous: null,
    kind,
    claimed_at,
    zone: "Asia/Jakarta",
    time_token: null,
    since_token_ms: null,
    fix: null,
    fix_error: null,
    fixes: [],
    photos: [],
    photo_error: null,
    payload,
  } as unknown as FieldEvent;
  return {
    id: wire.id,
    person: "ayu",
    seq: made,
    standing,
    event: wire,
    subject: null,
    saved_at: Date.parse(claimed_at),
    hold_until: null,
    not_before: 0,
    lost_photos: [],
    settled_at: null,
    absorbed: false,
    receipt: null,
    reason: null,
    ...changes,
  };
}
