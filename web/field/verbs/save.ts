/** Every verb ends here: a fact is saved on this phone, the screen shows it, and the outbox is told. */

import type { Moment } from "../phone/moment.ts";
import type { Measured } from "../phone/position.ts";
import type { Photo } from "../phone/shrink.ts";
import { askToPersist, isQuotaError } from "../phone/storage.ts";
import { uuidV7 } from "../phone/uuid.ts";
import type { FieldEvent, Kind, Payloads, PhotoError } from "../protocol/event.ts";
import type { StoredEvent } from "../rules/stored_event.ts";
import { announce } from "../screen/announce.ts";
import { say } from "../screen/words.ts";
import { current, refresh } from "../state.ts";
import { type NewEvent, saveEvents } from "../store/outbox.ts";
import { deviceId, keepSetting, setting } from "../store/settings.ts";
import { tellNeighbours } from "../sync/neighbours.ts";

const NO_POSITION: Measured = { fix: null, fixes: [], fix_error: null };

export interface Fact<K extends Kind = Kind> {
  kind: K;
  payload: Payloads[K];
  subject: string | null;
}

interface Around {
  moment: Moment;
  measured?: Measured;
  photos?: Photo[];
  /** Why there is no photo, where one is required. */
  photo_error?: PhotoError | null;
  hold_until?: number;
}

let poke = () => {};

/** The outbox to wake after each saved event. */
export function wakeWith(outbox: () => void): void {
  poke = outbox;
}

/** Tells the screen, the other tabs and the outbox that something changed. */
export async function changed(): Promise<void> {
  await refresh();
  tellNeighbours("new_event");
  poke();
}

/** Saves facts of one moment together, or says plainly that this phone has no room. Null when nothing was saved. */
export async function save(facts: Fact[], around: Around): Promise<StoredEvent[] | null> {
  const photos = around.photos ?? [];
  try {
    return await saveWith(facts, around, photos);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
  }
  // No room for the pictures does not mean no room for the fact.
  try {
    const saved = await saveWith(facts, { ...around, photo_error: "no_room" }, []);
    announce(say("saved-without-photo"));
    return saved;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    announce(say("no-room-at-all"));
    return null;
  }
}

async function saveWith(facts: Fact[], around: Around, photos: Photo[]): Promise<StoredEvent[]> {
  const person = current().person;
  if (person === null) throw new Error("Nobody is known on this phone yet.");
  const device = await deviceId();
  const made = facts.map((fact, index): NewEvent => {
    // The photos belong to the last fact: "a new client" and "I am there" share one moment.
    const own = index === facts.length - 1 ? photos : [];
    return {
      event: {
        id: uuidV7(),
        person: person.id,
        device,
        kind: fact.kind,
        ...around.moment,
        ...(around.measured ?? NO_POSITION),
        photos: own.map((photo) => photo.sha256),
        photo_error: own.length === 0 ? (around.photo_error ?? null) : null,
        payload: fact.payload,
      } as Omit<FieldEvent, "seq" | "previous"> as NewEvent["event"],
      person: person.id,
      subject: fact.subject,
      hold_until: around.hold_until ?? null,
    };
  });
  const saved = await saveEvents(made, photos);
  if (around.measured !== undefined) await keepLastFix(around.measured);
  await changed();
  void persistOnce();
  return saved;
}

export async function keepLastFix({ fix }: Measured): Promise<void> {
  if (fix === null) return;
  const { lat, lon, accuracy_m } = fix;
  await keepSetting("last_fix", { lat, lon, accuracy_m, at: Date.now() });
}

/** Asked after the first fact, when there is something worth keeping. */
async function persistOnce(): Promise<void> {
  if (await setting("asked_to_persist")) return;
  await keepSetting("asked_to_persist", true);
  await askToPersist();
}
