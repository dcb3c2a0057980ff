/** What the app knows right now, read from this phone's store; every screen is drawn from it. */

import { phoneZone } from "./phone/moment.ts";
import type { Person, Snapshot } from "./protocol/snapshot.ts";
import { sameClock } from "./rules/civil.ts";
import { merge } from "./rules/merge.ts";
import { type OutboxAge, outboxAge } from "./rules/outbox_age.ts";
import { type Day, project } from "./rules/project.ts";
import type { StoredEvent } from "./rules/stored_event.ts";
import { type WorkState, workState } from "./rules/work_day.ts";
import { storedDay } from "./store/day.ts";
import { eventsOf, unsentOf, unsentOfOthers } from "./store/outbox.ts";
import { type LastFix, setting } from "./store/settings.ts";

export interface State {
  /** False until the store was read for the first time. */
  ready: boolean;
  person: Person | null;
  snapshot: Snapshot | null;
  pulled_at: number | null;
  day: Day | null;
  events: StoredEvent[];
  /** What is not sent, also when it cannot be read before its person signs in. */
  unsent: Pick<StoredEvent, "standing" | "saved_at">[];
  last_fix: LastFix | null;
  unsent_of_others: number;
  install_dismissed: boolean;
}

let state: State = {
  ready: false,
  person: null,
  snapshot: null,
  pulled_at: null,
  day: null,
  events: [],
  unsent: [],
  last_fix: null,
  unsent_of_others: 0,
  install_dismissed: false,
};
const listeners = new Set<() => void>();

export function current(): State {
  return state;
}

export function onState(listener: () => void): void {
  listeners.add(listener);
}

export function redraw(): void {
  for (const listener of listeners) listener();
}

/** Reads the store and draws anew. */
export async function refresh(): Promise<void> {
  const person = (await setting("person")) ?? null;
  const stored = person === null ? undefined : await storedDay(person.id);
  const events = person === null ? [] : await eventsOf(person.id);
  // Known, but without a day (it was too old to keep): a work day can be started all the same.
  const snapshot =
    stored?.snapshot ??
    (person && merge(null, { cursor: "", full: true, server_time: "", time_token: null, person }));
  state = {
    ready: true,
    person,
    snapshot,
    pulled_at: stored?.pulled_at ?? null,
    day: snapshot === null ? null : project(snapshot, events),
    events,
    unsent: person === null ? [] : await unsentOf(person.id),
    last_fix: (await setting("last_fix")) ?? null,
    unsent_of_others: await unsentOfOthers(person?.id ?? null),
    install_dismissed: (await setting("install_dismissed")) ?? false,
  };
  redraw();
}

export function unsent(): OutboxAge {
  return outboxAge(state.unsent, Date.now());
}

export function hasUnsent(): boolean {
  return state.unsent.length !== 0;
}

/** Somebody who visits nobody uses the app for clocking in alone. */
export function mayVisit(): boolean {
  return state.snapshot?.person.visits !== false;
}

/** The company's zone, when its clock shows another time than this phone's. */
export function otherZone(): string | null {
  const zone = state.snapshot?.company.zone;
  if (!zone || sameClock(Date.now(), zone, phoneZone())) return null;
  return zone;
}

/** What the clock button stands on. */
export function work(): WorkState {
  const { day, snapshot } = state;
  if (day === null || snapshot === null) return { now: "not_started" };
  return workState(day.work, snapshot.shift, snapshot.company, phoneZone(), Date.now());
}
