/**
 * The day as it is once everything on this phone has arrived:
 * the last snapshot with the events that it does not contain yet worked in.
 */

import type { FieldEvent } from "../protocol/event.ts";
import type { Account, Snapshot, Task, Visit } from "../protocol/snapshot.ts";
import { dayOf } from "./civil.ts";
import { isProjected, isUnsent, type StoredEvent } from "./stored_event.ts";
import type { ShownWorkDay } from "./work_day.ts";

export interface ShownVisit extends Visit {
  unsent: boolean;
}

export interface ShownAccount extends Account {
  unsent: boolean;
}

export interface ShownTask extends Task {
  unsent: boolean;
}

/** Something that was written down about a client on this phone. */
export interface Jotting {
  id: string;
  at: string;
  kind: "note" | "contact_log";
  text: string;
}

export interface Day {
  work: ShownWorkDay | null;
  visits: ShownVisit[];
  accounts: Map<string, ShownAccount>;
  tasks: ShownTask[];
  jottings: Map<string, Jotting[]>;
  answers: Map<string, string>;
}

/** Pure: the same snapshot and events always give the same day. */
export function project(snapshot: Snapshot, events: StoredEvent[]): Day {
  const day: Day = {
    work: snapshot.work_day && { ...snapshot.work_day, unsent: false },
    visits: snapshot.visits.map((visit) => ({ ...visit, unsent: false })),
    accounts: new Map(
      snapshot.accounts.map((account) => [account.id, { ...account, unsent: false }]),
    ),
    tasks: snapshot.tasks.map((task) => ({ ...task, unsent: false })),
    jottings: new Map(),
    answers: new Map(),
  };
  const pending = events.filter(isProjected).sort((one, other) => one.seq - other.seq);
  for (const stored of pending) apply(day, stored.event, snapshot, isUnsent(stored));
  day.visits.sort(inOrder);
  return day;
}

/** The plan in its order, then what came in between, as it came. */
function inOrder(one: Visit, other: Visit): number {
  if (one.planned !== other.planned) return one.planned ? -1 : 1;
  return (
    one.sequence - other.sequence || (one.arrived_at ?? "").localeCompare(other.arrived_at ?? "")
  );
}

function apply(day: Day, event: FieldEvent, snapshot: Snapshot, unsent: boolean): void {
  switch (event.kind) {
    case "clock_in":
      return startWork(day, event, [], unsent);
    case "clock_out":
      return endWork(day, event, unsent);
    case "visit_check_in":
      return arrive(day, event, snapshot, unsent);
    case "visit_check_out":
      return leave(day, event, unsent);
    case "visit_skip":
      return skip(day, event, unsent);
    case "visit_plan":
      return plan(day, event.payload, event.payload.time ?? null, unsent);
    case "account_create":
      return meet(day, event, snapshot, unsent);
    case "note":
      return jot(day, event.payload.account_id, {
        id: event.id,
        at: event.claimed_at,
        kind: "note",
        text: event.payload.text,
      });
    case "contact_log":
      return jot(day, event.payload.account_id, {
        id: event.id,
        at: event.claimed_at,
        kind: "contact_log",
        text: event.payload.channel,
      });
    case "task_done":
      day.tasks = day.tasks.filter((task) => task.id !== event.payload.task_id);
      return;
    case "answer":
      day.answers.set(event.payload.record_id, event.payload.text);
      return;
  }
}

type Of<K extends FieldEvent["kind"]> = Extract<FieldEvent, { kind: K }>;

function startWork(day: Day, event: FieldEvent, marks: string[], unsent: boolean): void {
  const today = dayOf(Date.parse(event.claimed_at), event.zone);
  // A second clock-in of the same day continues it; the first one stays its beginning.
  const same = day.work?.day === today ? day.work : null;
  day.work = {
    day: today,
    state: "open",
    opened_at: same?.opened_at ?? event.claimed_at,
    closed_at: null,
    late_minutes: same?.late_minutes ?? 0,
    marks: same?.marks ?? marks,
    unsent,
  };
}

function endWork(day: Day, event: Of<"clock_out">, unsent: boolean): void {
  if (day.work === null) return;
  day.work = {
    ...day.work,
    state: "closed",
    closed_at: event.claimed_at,
    clock_out_until: null,
    unsent,
  };
}

function arrive(day: Day, event: Of<"visit_check_in">, snapshot: Snapshot, unsent: boolean): void {
  const { visit_id, account_id } = event.payload;
  const today = dayOf(Date.parse(event.claimed_at), event.zone);
  let visit = day.visits.find((known) => known.id === visit_id);
  if (visit === undefined) {
    visit = { ...blankVisit(visit_id, account_id, today, day.visits), planned: false, sequence: 0 };
    day.visits.push(visit);
  }
  // Nobody is in two places: arriving here ends what was left open elsewhere.
  for (const other of day.visits) {
    if (other.state === "open" && other !== visit)
      Object.assign(other, { state: "done", left_at: event.claimed_at, unsent });
  }
  // A visit that was not believed is made anew.
  if (visit.rejected === "check_in") Object.assign(visit, { left_at: null, outcome: null });
  Object.assign(visit, {
    state: visit.left_at === null ? "open" : "done",
    arrived_at: event.claimed_at,
    rejected: null,
    rejected_why: null,
    unsent,
  });
  const opensDay =
    snapshot.policy.check_in_opens_day && (day.work === null || day.work.day < today);
  if (opensDay) startWork(day, event, ["opened_by_visit"], unsent);
}

function leave(day: Day, event: Of<"visit_check_out">, unsent: boolean): void {
  const { visit_id, outcome, note, next_step } = event.payload;
  const visit = day.visits.find((known) => known.id === visit_id);
  if (visit === undefined) return;
  Object.assign(visit, {
    state: "done",
    left_at: event.claimed_at,
    outcome,
    note: note ?? null,
    unsent,
  });
  const account = day.accounts.get(visit.account_id);
  if (account !== undefined)
    account.last_visit_on = dayOf(Date.parse(event.claimed_at), event.zone);
  if (next_step !== undefined) {
    day.tasks.push({
      id: event.id,
      account_id: visit.account_id,
      text: next_step.text,
      due_on: next_step.due_on,
      unsent,
    });
  }
}

function skip(day: Day, event: Of<"visit_skip">, unsent: boolean): void {
  const visit = day.visits.find((known) => known.id === event.payload.visit_id);
  if (visit === undefined) return;
  Object.assign(visit, { state: "skipped", note: event.payload.note ?? null, unsent });
  const { reschedule_to } = event.payload;
  if (reschedule_to !== undefined) {
    plan(
      day,
      { visit_id: `${event.id}:again`, account_id: visit.account_id, day: reschedule_to },
      null,
      unsent,
    );
  }
}

function plan(
  day: Day,
  wanted: { visit_id: string; account_id: string; day: string },
  time: string | null,
  unsent: boolean,
): void {
  if (day.visits.some((known) => known.id === wanted.visit_id)) return;
  const visit = blankVisit(wanted.visit_id, wanted.account_id, wanted.day, day.visits);
  day.visits.push({ ...visit, planned_time: time, unsent });
}

function meet(day: Day, event: Of<"account_create">, snapshot: Snapshot, unsent: boolean): void {
  const { account_id, name, address, contact } = event.payload;
  if (day.accounts.has(account_id)) return;
  day.accounts.set(account_id, {
    id: account_id,
    name,
    tier: null,
    status: "prospect",
    address: address ?? null,
    phone: null,
    place: event.fix && {
      id: event.id,
      lat: event.fix.lat,
      lon: event.fix.lon,
      radius_m: snapshot.policy.radius_m,
      state: "proposed",
    },
    contacts:
      contact === undefined
        ? []
        : [
            {
              id: event.id,
              name: contact.name,
              role: null,
              phone: contact.phone ?? null,
              whatsapp: contact.phone ?? null,
            },
          ],
    last_visit_on: null,
    unsent,
  });
}

function jot(day: Day, account: string, jotting: Jotting): void {
  day.jottings.set(account, [jotting, ...(day.jottings.get(account) ?? [])]);
}

function blankVisit(id: string, account_id: string, day: string, visits: Visit[]): ShownVisit {
  const last = visits.reduce(
    (highest, visit) => (visit.day === day ? Math.max(highest, visit.sequence) : highest),
    0,
  );
  return {
    id,
    account_id,
    day,
    sequence: last + 1,
    planned: true,
    planned_time: null,
    state: "planned",
    arrived_at: null,
    left_at: null,
    outcome: null,
    note: null,
    unsent: false,
  };
}
