import type { FieldEvent, Reason, Receipt } from "../protocol/event.ts";

/**
 * Where an event stands on this phone.
 *
 * `draft`: saved at the tap, its position is still being measured.
 * `waiting`: complete, not yet acknowledged. `sent`: the server keeps it.
 * `rejected`, `conflict`: the server refused it; it waits for the person in the tray.
 */
export type Standing = "draft" | "waiting" | "sent" | "rejected" | "conflict";

/** A photo that will not come, and why. */
export interface LostPhoto extends Reason {
  sha256: string;
}

export interface StoredEvent {
  id: string;
  /** Whose event it is; it is sent in that person's session only. */
  person: string;
  /** The order in which events were made on this phone; their place in the chain is in the event. */
  seq: number;
  standing: Standing;
  event: FieldEvent;
  /** The client's name at the time, for when the snapshot no longer has it. */
  subject: string | null;
  saved_at: number;
  /** A draft nobody finished by then is sent as it is. */
  hold_until: number | null;
  /** The server asked to try again no earlier. */
  not_before: number;
  /** Photos that the server could not take, with the reason. */
  lost_photos: LostPhoto[];
  settled_at: number | null;
  /** The snapshot on this phone already contains the effect. */
  absorbed: boolean;
  receipt: Receipt | null;
  reason: Reason | null;
}

/** Not yet acknowledged, so it counts as unsent. */
export function isUnsent(stored: Pick<StoredEvent, "standing">): boolean {
  return stored.standing === "draft" || stored.standing === "waiting";
}

/** Refused, and waiting for the person to look at it. */
export function needsAttention(stored: Pick<StoredEvent, "standing">): boolean {
  return stored.standing === "rejected" || stored.standing === "conflict";
}

/** Its effect is not in the snapshot yet, so the phone shows it by itself. */
export function isProjected(stored: StoredEvent): boolean {
  return isUnsent(stored) || (stored.standing === "sent" && !stored.absorbed);
}
