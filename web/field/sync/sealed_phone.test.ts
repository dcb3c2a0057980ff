import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import test from "node:test";

import { sha256Hex } from "../phone/digest.ts";
import type { FieldEvent } from "../protocol/event.ts";
import { TOKO_MAJU } from "../rules/sample.ts";
import { isUnsent } from "../rules/stored_event.ts";
import { database } from "../store/database.ts";
import { expireDay, storedDay } from "../store/day.ts";
import { completeDraft, eventsOf, type NewEvent, saveEvents, unsentOf } from "../store/outbox.ts";
import { photo } from "../store/record.ts";
import { bytesOf, keyOf, lock, open, unlock } from "../store/vault.ts";
import { wipe } from "../store/wipe.ts";
import { syncOnce } from "./cycle.ts";

interface Batch {
  events: FieldEvent[];
  chain: { device: string; key: string; signature: string; passed: string[] } | null;
  lost_photos: string[];
}

const AYU = { id: "ayu", name: "Ayu Lestari", team: null };
const KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

let signedIn = true;
let verdict: "created" | "rejected" = "created";
let accounts = [TOKO_MAJU];
let batches: { body: string; batch: Batch }[] = [];

Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
globalThis.fetch = async (address, init) => {
  if (!signedIn) return Response.json({ code: "signed_out" }, { status: 401 });
  if (String(address).includes("/field/snapshot")) {
    const answer = { cursor: "1", full: true, server_time: "2026-03-02T05:00:00Z", accounts };
    return Response.json({ ...answer, time_token: null, storage_key: KEY, person: AYU });
  }
  if (init?.method === "PUT") return Response.json({}, { status: 415 });
  const body = String(init?.body);
  const batch = JSON.parse(body) as Batch;
  batches.push({ body, batch });
  const results = batch.events.map(({ id }) => ({
    id,
    status: verdict,
    receipt: null,
    reason: verdict === "rejected" ? { code: "not_found", message: "" } : null,
    passed: verdict === "rejected" ? `passed ${id}` : null,
    retry_after_s: null,
  }));
  return Response.json({ server_time: "", time_token: null, results });
};

function note(id: string, text: string, hold_until: number | null = null): NewEvent {
  const payload = { account_id: id, text };
  const event = { id, person: "ayu", kind: "note", photos: [], photo_error: null, payload };
  return { event: event as unknown as NewEvent["event"], person: "ayu", subject: text, hold_until };
}

/** Everything that lies on the phone, as somebody would find it who opens its files. */
async function found(): Promise<string> {
  const db = await database();
  const all: unknown[] = [];
  for (const name of db.objectStoreNames) all.push(...(await db.getAll(name)));
  return JSON.stringify(all, (_, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? new TextDecoder("latin1").decode(value)
      : value,
  );
}

async function unsent(): Promise<string[]> {
  return (await eventsOf("ayu")).filter(isUnsent).map((stored) => stored.id);
}

function sha256(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text).buffer as ArrayBuffer);
}

test("what lies on the phone can be read with its key alone", async () => {
  await syncOnce("id", () => {});
  const bytes = new TextEncoder().encode("a picture of the shop").buffer as ArrayBuffer;
  const picture = { sha256: "aa", bytes, thumbnail: bytes };
  await saveEvents([note("one", "Rahasia dagang")], [picture]);

  const everything = await found();
  for (const secret of ["Toko Maju", "Fatmawati", "Rahasia", "a picture of the shop"])
    assert.equal(everything.includes(secret), false, secret);
  assert.equal((await storedDay("ayu"))?.snapshot.accounts[0]?.name, "Toko Maju");
  assert.equal((await eventsOf("ayu"))[0]?.subject, "Rahasia dagang");
  assert.deepEqual(await photo("aa"), bytes);
});

test("signing out loses nothing that was not sent, and leaves nothing to read", async () => {
  await wipe("ayu");

  assert.equal(await storedDay("ayu"), undefined);
  assert.deepEqual(await eventsOf("ayu"), [], "nobody reads them now");
  assert.equal((await unsentOf("ayu")).length, 1, "but they are counted");

  await syncOnce("id", () => {});
  assert.deepEqual(
    batches.at(-1)?.batch.events.map((event) => event.id),
    ["one"],
  );
  assert.deepEqual(await unsent(), []);
});

test("whoever is shut out reads nothing after the next contact, and all of it when let in again", async () => {
  await saveEvents([note("two", "x")], []);
  signedIn = false;
  const outcome = await syncOnce("id", () => {});

  assert.equal(outcome.kind, "signed_out");
  assert.equal(await storedDay("ayu"), undefined);
  // What happens meanwhile is kept all the same.
  await saveEvents([note("three", "y")], []);
  assert.equal((await unsentOf("ayu")).length, 2);

  signedIn = true;
  await syncOnce("id", () => {});
  assert.deepEqual(await unsent(), []);
  assert.equal((await storedDay("ayu"))?.snapshot.accounts.length, 1);
});

test("after two weeks without contact the phone forgets how to read, and keeps what was not sent", async () => {
  await saveEvents([note("four", "z")], []);
  const day = 86_400_000;

  assert.equal(await expireDay("ayu", 0, 14 * day), false);
  assert.equal(await expireDay("ayu", 0, 14 * day + 1), true);

  assert.equal(await storedDay("ayu"), undefined);
  assert.deepEqual(await unsent(), []);
  assert.equal((await unsentOf("ayu")).length, 1);
  await syncOnce("id", () => {});
  assert.equal((await unsentOf("ayu")).length, 0);
});

test("each batch is signed, and each event names the one before it", async () => {
  batches = [];
  await saveEvents([note("held", "measuring", Date.now() + 60_000)], []);
  await saveEvents([note("five", "a"), note("six", "b")], []);
  await completeDraft("held", { fix_error: "skipped" } as Partial<FieldEvent>, []);
  await syncOnce("id", () => {});

  const { body, batch } = batches[0] as (typeof batches)[0];
  const texts = batch.events.map((event) => JSON.stringify(event));
  assert.ok(body.endsWith(`"events":[${texts.join(",")}]}`), "the bytes that were signed are sent");
  const bySeq = [...batch.events].sort((one, other) => one.seq - other.seq);
  // A draft takes its place when it is complete.
  assert.deepEqual(
    bySeq.map((event) => event.id),
    ["five", "six", "held"],
  );
  for (const [index, event] of bySeq.entries()) {
    const before = bySeq[index - 1];
    if (before === undefined) continue;
    assert.equal(event.seq, before.seq + 1);
    assert.equal(event.previous, await sha256(JSON.stringify(before)));
  }

  const chain = batch.chain as NonNullable<Batch["chain"]>;
  const hashes = await Promise.all(texts.map(sha256));
  const message = `jembatan field events 1\n${hashes.map((hash) => `${hash}\n`).join("")}`;
  const kind = { name: "ECDSA", namedCurve: "P-256" };
  const raw = bytesOf(chain.key);
  const key = await crypto.subtle.importKey("raw", raw, kind, true, ["verify"]);
  const signature = bytesOf(chain.signature);
  const way = { name: "ECDSA", hash: "SHA-256" };
  assert.ok(await crypto.subtle.verify(way, key, signature, new TextEncoder().encode(message)));
  const secret = (await (await database()).get("keys", "ayu"))?.signing?.secret as CryptoKey;
  assert.equal(secret.extractable, false);
  const taken = await crypto.subtle.exportKey("pkcs8", secret).catch(() => null);
  assert.equal(taken, null, "no script takes it away");
});

test("what the server refused is shown with what follows it", async () => {
  verdict = "rejected";
  await saveEvents([note("seven", "c")], []);
  await syncOnce("id", () => {});
  verdict = "created";
  await saveEvents([note("eight", "d")], []);
  await syncOnce("id", () => {});

  assert.deepEqual(batches.at(-1)?.batch.chain?.passed, ["passed seven"]);
});

test("a photo that cannot be kept does not change what was signed", async () => {
  const bytes = new ArrayBuffer(4);
  const lost = note("nine", "e");
  (lost.event as { photos: string[] }).photos = ["bb"];
  await saveEvents([lost], [{ sha256: "bb", bytes, thumbnail: bytes }]);
  await syncOnce("id", () => {});

  assert.deepEqual(batches.at(-1)?.batch.lost_photos, ["bb"]);
  assert.deepEqual(batches.at(-1)?.batch.events[0]?.photos, ["bb"]);
  assert.equal((await eventsOf("ayu")).at(-1)?.lost_photos[0]?.sha256, "bb");
});

test("without keys the phone works, unsigned", async () => {
  const { subtle } = crypto;
  Object.defineProperty(crypto, "subtle", { value: undefined, configurable: true });
  try {
    await lock("ayu");
    await unlock("ayu", KEY);
    await saveEvents([note("ten", "f")], []);
    await syncOnce("id", () => {});
    assert.equal(batches.at(-1)?.batch.chain, null);
    assert.deepEqual(
      batches.at(-1)?.batch.events.map((event) => event.id),
      ["ten"],
    );
  } finally {
    Object.defineProperty(crypto, "subtle", { value: subtle, configurable: true });
  }
});

test("a large book of clients is opened once for many looks", async () => {
  accounts = Array.from({ length: 5_000 }, (_, index) => ({ ...TOKO_MAJU, id: `client-${index}` }));
  await syncOnce("id", () => {});

  const first = await storedDay("ayu");
  const again = await storedDay("ayu");

  assert.equal(first?.snapshot.accounts.length, 5_000);
  assert.equal(first?.snapshot, again?.snapshot, "opened once for many looks");
  const sealed = (await (await database()).get("days", "ayu"))?.sealed;
  const key = await keyOf("ayu");
  assert.ok(sealed !== undefined && "iv" in sealed && key !== null);
  assert.deepEqual(await open(key, sealed), first?.snapshot);
});
