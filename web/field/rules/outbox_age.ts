import { isUnsent, type StoredEvent } from "./stored_event.ts";

/** An outbox this old is worth a reminder: a browser may forget what is never sent. */
export const OLD_OUTBOX_MS = 24 * 3_600_000;

/** How long acknowledged events keep their receipt on the phone. */
export const RECEIPT_DAYS = 14;

export interface OutboxAge {
  count: number;
  since: number | null;
  old: boolean;
}

/** How much is unsent, and since when. */
export function outboxAge(
  events: Pick<StoredEvent, "standing" | "saved_at">[],
  now: number,
): OutboxAge {
  const unsent = events.filter(isUnsent);
  const since = unsent.reduce<number | null>(
    (oldest, { saved_at }) => (oldest === null || saved_at < oldest ? saved_at : oldest),
    null,
  );
  return { count: unsent.length, since, old: since !== null && OLD_OUTBOX_MS < now - since };
}

/** Acknowledged long enough ago to be forgotten by the phone; the server keeps it. */
export function mayBeForgotten(
  stored: Pick<StoredEvent, "standing" | "absorbed" | "settled_at">,
  now: number,
): boolean {
  return (
    stored.standing === "sent" &&
    stored.absorbed &&
    stored.settled_at !== null &&
    RECEIPT_DAYS * 86_400_000 < now - stored.settled_at
  );
}
