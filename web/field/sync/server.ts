/** The server over `fetch`, with every way it can fail given a name. */

import type { ChainProof, EventsAnswer } from "../protocol/event.ts";
import type { FieldRecord } from "../protocol/record.ts";
import type { SnapshotAnswer } from "../protocol/snapshot.ts";
import { retryAfterMs } from "../rules/backoff.ts";

const API = "/api/v1";
const PATIENCE_MS = 30_000;
const PHOTO_PATIENCE_MS = 90_000;

/** No signal, a server in trouble, or one that asks for quiet: try again later. */
export class Unreachable extends Error {
  constructor(
    readonly afterMs: number | null = null,
    /** The server answered, if only to say no. */
    readonly answered = false,
  ) {
    super("unreachable");
  }
}

/** The session is over; everything stays here until the person signs in. */
export class SignedOut extends Error {}

/** The session is another person's than these events are. */
export class OtherSession extends Error {}

/** The server understood and will not do it; asking again would not help. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export async function fetchSnapshot(
  since: string | null,
  language: string,
): Promise<SnapshotAnswer> {
  const query = since === null ? "" : `?since=${encodeURIComponent(since)}`;
  return (await ask(`/field/snapshot${query}`, language)) as SnapshotAnswer;
}

export async function fetchRecord(days: number, language: string): Promise<FieldRecord> {
  return (await ask(`/field/record?days=${days}`, language)) as FieldRecord;
}

/** Sends events byte for byte as they were signed. */
export async function sendEvents(
  texts: string[],
  chain: ChainProof | null,
  lost_photos: string[],
  language: string,
): Promise<EventsAnswer> {
  const around = JSON.stringify({ chain, lost_photos });
  const body = `${around.slice(0, -1)},"events":[${texts.join(",")}]}`;
  const headers = { "content-type": "application/json" };
  return (await ask("/field/events", language, { method: "POST", headers, body })) as EventsAnswer;
}

export async function putPhoto(
  sha256: string,
  bytes: ArrayBuffer,
  language: string,
): Promise<void> {
  const headers = { "content-type": "image/jpeg" };
  await ask(
    `/files/sha256/${sha256}`,
    language,
    { method: "PUT", headers, body: bytes },
    PHOTO_PATIENCE_MS,
  );
}

async function ask(
  path: string,
  language: string,
  init: RequestInit = {},
  patience = PATIENCE_MS,
): Promise<unknown> {
  const response = await reach(path, {
    ...init,
    cache: "no-store",
    credentials: "same-origin",
    redirect: "manual",
    headers: { accept: "application/json", "accept-language": language, ...init.headers },
    signal: AbortSignal.timeout(patience),
  });
  if (response.ok) return readJson(response);
  // A page of the sign-in instead of an answer is the same news as 401.
  if (response.status === 401 || response.type === "opaqueredirect") throw new SignedOut();
  if (response.status === 429 || response.status === 408 || 500 <= response.status) {
    throw new Unreachable(retryAfterMs(response.headers.get("retry-after"), Date.now()), true);
  }
  const problem = await problemOf(response);
  throw new Refused(response.status, problem.code, problem.message);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(API + path, init);
  } catch {
    throw new Unreachable();
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (!(response.headers.get("content-type") ?? "").includes("json")) return null;
  try {
    return await response.json();
  } catch {
    // The line broke in the middle of the answer; the same ids sent again get the same receipts.
    throw new Unreachable();
  }
}

async function problemOf(response: Response): Promise<{ code: string; message: string }> {
  try {
    const problem = (await response.json()) as { code?: string; detail?: string; title?: string };
    return {
      code: problem.code ?? String(response.status),
      message: problem.detail ?? problem.title ?? "",
    };
  } catch {
    return { code: String(response.status), message: "" };
  }
}
