import type { FieldEvent } from "../protocol/event.ts";
import type { StoredEvent } from "./stored_event.ts";

export const LARGEST_BATCH = 50;

/**
 * What may be sent now, oldest first.
 *
 * An event that has to wait (its position is still being measured, or the server asked for later) holds back
 * those about the same visit or client, since a check-out must not overtake its check-in. All others go.
 */
export function nextBatch(
  outbox: StoredEvent[],
  now: number,
  largest = LARGEST_BATCH,
): StoredEvent[] {
  const held = new Set<string>();
  const batch: StoredEvent[] = [];
  for (const stored of bySeq(outbox)) {
    if (stored.standing !== "waiting" && stored.standing !== "draft") continue;
    const keys = subjectsOf(stored.event);
    const mustWait =
      stored.standing === "draft" || now < stored.not_before || keys.some((key) => held.has(key));
    if (mustWait) {
      for (const key of keys) held.add(key);
    } else if (batch.length < largest) {
      batch.push(stored);
    }
  }
  return batch;
}

/** The first moment at which a held event may go; null when nothing waits for a moment. */
export function nextMoment(outbox: StoredEvent[], now: number): number | null {
  let moment: number | null = null;
  for (const stored of outbox) {
    const due =
      stored.standing === "draft"
        ? stored.hold_until
        : stored.standing === "waiting"
          ? stored.not_before
          : null;
    if (due !== null && now < due && (moment === null || due < moment)) moment = due;
  }
  return moment;
}

export function bySeq(outbox: StoredEvent[]): StoredEvent[] {
  return [...outbox].sort((one, other) => one.seq - other.seq);
}

/** What an event is about; two events with a common subject keep their order. */
function subjectsOf(event: FieldEvent): string[] {
  switch (event.kind) {
    case "clock_in":
    case "clock_out":
      return ["work_day"];
    case "visit_check_in":
    case "visit_plan":
      return [event.payload.visit_id, event.payload.account_id];
    case "visit_check_out":
    case "visit_skip":
      return [event.payload.visit_id];
    case "note":
    case "contact_log":
    case "account_create":
      return [event.payload.account_id];
    case "task_done":
      return [event.payload.task_id];
    case "answer":
      return [event.payload.record_id];
  }
}
