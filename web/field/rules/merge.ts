import type { Snapshot, SnapshotAnswer } from "../protocol/snapshot.ts";

/** The stored day with an answer worked in: replaced when the answer is full, else merged by id. */
export function merge(stored: Snapshot | null, answer: SnapshotAnswer): Snapshot {
  const before = answer.full || stored === null ? null : stored;
  const removed = answer.removed ?? {};
  return {
    cursor: answer.cursor,
    person: answer.person,
    company: answer.company ?? before?.company ?? { name: "", zone: "Asia/Jakarta", zone_label: "WIB" },
    policy: answer.policy ?? before?.policy ?? {
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
    visits: mergeById(before?.visits ?? [], answer.visits ?? [], removed.visits ?? []),
    accounts: mergeById(before?.accounts ?? [], answer.accounts ?? [], removed.accounts ?? []),
    tasks: mergeById(before?.tasks ?? [], answer.tasks ?? [], removed.tasks ?? []),
  };
}

function mergeById<T extends { id: string }>(stored: T[], changed: T[], removed: string[]): T[] {
  const records = new Map(stored.map((record) => [record.id, record]));
  for (const id of removed) records.delete(id);
  for (const record of changed) records.set(record.id, record);
  return [...records.values()];
}
