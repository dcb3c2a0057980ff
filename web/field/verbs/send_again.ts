import { uuidV7 } from "../phone/uuid.ts";
import type { StoredEvent } from "../rules/stored_event.ts";
import { replaceEvent } from "../store/outbox.ts";

/** Sends a refused fact once more, as a new event with its own id; what happened, when and where stay as they were. */
export async function sendAgain(stored: StoredEvent): Promise<void> {
  await replaceEvent(stored.id, uuidV7());
}
