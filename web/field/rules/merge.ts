import type { Snapshot, SnapshotAnswer, Visit } from "../protocol/snapshot.ts";
import { addDays } from "./civil.ts";

/** How long a past visit stays on the phone. */
const VISIT_DAYS = 60;

/** The stored day with an answer worked in: replaced when the answer is full, else merged by id. */
export function merge(stored: Snapshot | null, answer: SnapshotAnswer): Snapshot {
  const before = answer.full || stored === null ? null : stored;
  const removed = answer.removed ?? {};
  return {
    cursor: answer.cursor,
    person: answer.person,
    company: answer.company ??
      before?.company ?? { name: "", zone: "Asia/Jakarta", zone_label: "WIB" },
    policy: answer.policy ??
      before?.policy ?? {
        radius_m: 150,
        good_accuracy_m: 50,
        usable_accuracy_m: 200,
        photo_at_check_in: "optional",
        photo_at_clock_in: "off",
        check_in_opens_day: false,
        photo_max_px: 1600,
      },
    // Null says something here (no shift, not started), so only a missing field keeps the old value.
    shift: answer.shift === undefined ? (before?.shift ?? null) : answer.shift,
    work_day: answer.work_day === undefined ? (before?.work_day ?? null) : answer.work_day,
    outcomes: answer.outcomes ?? before?.outcomes ?? [],
    skip_reasons: answer.skip_reasons ?? before?.skip_reasons ?? [],
    visits: recent(
      mergeById(before?.visits ?? [], answer.visits ?? [], removed.visits ?? []),
      answer.server_time,
    ),
    accounts: mergeById(before?.accounts ?? [], answer.accounts ?? [], removed.accounts ?? []),
    tasks: mergeById(before?.tasks ?? [], answer.tasks ?? [], removed.tasks ?? []),
  };
}

/** Deltas never take old visits away, so the phone lets go of them itself. */
function recent(visits: Visit[], serverTime: string): Visit[] {
  if (serverTime === "") return visits;
  const oldest = addDays(serverTime.slice(0, 10), -VISIT_DAYS);
  return visits.filter((visit) => oldest <= visit.day || visit.state === "open");
}

function mergeById<T extends { id: string }>(stored: T[], changed: T[], removed: string[]): T[] {
  const records = new Map(stored.map((record) => [record.id, record]));
  for (const id of removed) records.delete(id);
  for (const record of changed) records.set(record.id, record);
  return [...records.values()];
}
