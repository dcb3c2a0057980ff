import { rememberToken } from "../phone/moment.ts";
import { type EventResult, OTHER_PERSON } from "../protocol/event.ts";
import { LARGEST_BATCH, nextBatch } from "../rules/batch.ts";
import type { StoredEvent } from "../rules/stored_event.ts";
import { prove, wire } from "../store/chain.ts";
import { eventsOf, losePhoto, releaseOverdueDrafts, settle } from "../store/outbox.ts";
import { photo } from "../store/record.ts";
import { deviceId, keepSetting } from "../store/settings.ts";
import { OtherSession, putPhoto, Refused, sendEvents, Unreachable } from "./server.ts";

/** These say that what was sent is at fault; any other refusal may pass, so it counts as "later". */
const AT_FAULT = new Set([400, 413, 415, 422]);
const UNANSWERED_RETRY_S = 60;

/** With more pictures than this in one batch, the first receipts would come late on a slow line. */
const PHOTOS_PER_BATCH = 4;

const uploaded = new Set<string>();

/** Sends one batch of this person's events, their photos first. True while there may be more. */
export async function pushBatch(
  person: string,
  language: string,
  largest: number,
): Promise<boolean> {
  await releaseOverdueDrafts(person, Date.now());
  const batch = cutAtPhotos(nextBatch(await eventsOf(person), Date.now(), largest));
  if (batch.length === 0) return false;

  for (const stored of batch) {
    for (const sha256 of stored.event.photos) {
      if (!stored.lost_photos.some((lost) => lost.sha256 === sha256))
        await upload(stored.id, sha256, language);
    }
  }
  // Read anew: a photo that the server could not take is known by now.
  const ids = new Set(batch.map((stored) => stored.id));
  const events = (await eventsOf(person)).filter((stored) => ids.has(stored.id));
  await send(person, events, language);
  return true;
}

async function send(person: string, stored: StoredEvent[], language: string): Promise<void> {
  const events = stored.map(({ event }) => event);
  const lost = stored.flatMap(({ lost_photos }) => lost_photos.map(({ sha256 }) => sha256));
  const texts = events.map(wire);
  const chain = await prove(person, await deviceId(), texts);
  try {
    const answer = await sendEvents(texts, chain, lost, language);
    if (answer.time_token !== null) {
      rememberToken(answer.time_token);
      await keepSetting("time_token", answer.time_token);
    }
    const results = new Map(answer.results.map((result) => [result.id, result]));
    let elsewhere = false;
    for (const event of events) {
      const result = results.get(event.id) ?? later(event.id);
      if (result.reason?.code === OTHER_PERSON) {
        // The session changed hands since it was asked about. What is not theirs stays for its owner.
        elsewhere = true;
        continue;
      }
      // The server may not have a photo any more that it took before: it is sent again.
      if (result.status === "retry") for (const sha256 of event.photos) uploaded.delete(sha256);
      await settle(result, Date.now());
    }
    if (elsewhere) throw new OtherSession();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!AT_FAULT.has(error.status)) throw new Unreachable(null, true);
    // The request as a whole was refused. One by one, the event at fault is found and the others go.
    const [first, ...others] = stored;
    if (first === undefined) return;
    if (others.length === 0) {
      await settle(refusal(first.id, error), Date.now());
    } else {
      for (const one of stored) await send(person, [one], language);
    }
  }
}

async function upload(event: string, sha256: string, language: string): Promise<void> {
  if (uploaded.has(sha256)) return;
  const bytes = await photo(sha256);
  if (bytes === undefined || bytes === null) {
    await losePhoto(event, { sha256, code: "photo_missing", message: "" });
    return;
  }
  try {
    await putPhoto(sha256, bytes, language);
    uploaded.add(sha256);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!AT_FAULT.has(error.status)) throw new Unreachable(null, true);
    await losePhoto(event, { sha256, code: error.code, message: error.message });
  }
}

function cutAtPhotos(batch: StoredEvent[]): StoredEvent[] {
  let photos = 0;
  const end = batch.findIndex((stored, index) => {
    photos += stored.event.photos.length;
    return 0 < index && PHOTOS_PER_BATCH < photos;
  });
  return end === -1 ? batch.slice(0, LARGEST_BATCH) : batch.slice(0, end);
}

function refusal(id: string, error: Refused): EventResult {
  const reason = { code: error.code, message: error.message };
  return { id, status: "rejected", receipt: null, reason, retry_after_s: null };
}

/** An event that the answer forgot is asked about again, but not at once. */
function later(id: string): EventResult {
  return { id, status: "retry", receipt: null, reason: null, retry_after_s: UNANSWERED_RETRY_S };
}
