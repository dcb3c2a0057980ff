import type { Company, Shift, WorkDay } from "../protocol/snapshot.ts";
import { addDays, dayOf, instantOf, minutesOf } from "./civil.ts";

const HOUR_MS = 3_600_000;
/** Overtime may run this long after a shift before the day counts as forgotten. */
const AFTER_SHIFT_MS = 8 * HOUR_MS;
/** Without a shift, nobody works longer than this in one go. */
const LONGEST_DAY_MS = 16 * HOUR_MS;
/** The next shift's door opens this long before it starts. */
const BEFORE_NEXT_SHIFT_MS = 2 * HOUR_MS;

/** A work day as the phone shows it; `unsent` when it rests on an event that was not acknowledged. */
export interface ShownWorkDay extends WorkDay {
  unsent: boolean;
}

export type WorkState =
  | { now: "not_started" }
  | { now: "working"; work: ShownWorkDay }
  | { now: "finished"; work: ShownWorkDay }
  /** An earlier day was never closed; today starts as usual and the server closes that one by rule. */
  | { now: "forgotten"; work: ShownWorkDay };

/** What the clock button should offer. It looks at the open work day, never at the last punch. */
export function workState(
  work: ShownWorkDay | null,
  shift: Shift | null,
  company: Company,
  zone: string,
  now: number,
): WorkState {
  if (work === null) return { now: "not_started" };
  const shiftZone = shift?.meaning === "local" ? zone : company.zone;
  if (now <= lastMoment(work, shift, shiftZone)) return { now: "working", work };
  if (work.state === "open") return { now: "forgotten", work };
  return work.day === dayOf(now, zone) ? { now: "finished", work } : { now: "not_started" };
}

/** Until when a clock-out would still end this day; the server says so, or it follows from the shift. */
function lastMoment(work: ShownWorkDay, shift: Shift | null, zone: string): number {
  if (work.clock_out_until !== undefined)
    return work.clock_out_until === null ? -Infinity : Date.parse(work.clock_out_until);
  if (work.state === "closed" || work.opened_at === null) return -Infinity;
  const opened = Date.parse(work.opened_at);
  if (shift === null) return opened + LONGEST_DAY_MS;

  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  const endDay = end <= start ? addDays(work.day, 1) : work.day;
  const afterShift = instantOf(endDay, end, zone) + AFTER_SHIFT_MS;
  const nextDoor = instantOf(addDays(work.day, 1), start, zone) - BEFORE_NEXT_SHIFT_MS;
  return Math.min(Math.max(afterShift, opened + AFTER_SHIFT_MS), nextDoor);
}
