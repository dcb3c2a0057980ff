/** The chain of what a person records on this phone: each event names the hash of the one before it. */

import { sha256Hex } from "../phone/digest.ts";
import type { ChainProof, FieldEvent } from "../protocol/event.ts";
import { database, type StoredChain } from "./database.ts";
import { hasKeys, keepKeys, textOf } from "./vault.ts";

/** What the server signs and checks begins with this. */
const SIGNED = "jembatan field events 1\n";
const KIND = { name: "ECDSA", namedCurve: "P-256" };
/** Refusals that are remembered: those that follow them are long sent by then. */
const MOST_PASSED = 32;

/** An event exactly as it is sent; its hash is that of this text. */
export function wire(event: FieldEvent): string {
  return JSON.stringify(event);
}

async function hashOf(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text).buffer as ArrayBuffer);
}

export async function chainOf(person: string): Promise<StoredChain> {
  const known = await (await database()).get("chains", person);
  return known ?? { person, seq: 0, hash: null, passed: [] };
}

/** Gives an event its place at the end of the chain. From here on it is never changed. */
export async function link(
  chain: StoredChain,
  event: FieldEvent,
): Promise<{ event: FieldEvent; chain: StoredChain }> {
  const linked = { ...event, seq: chain.seq + 1, previous: chain.hash } as FieldEvent;
  // Without keys there is nothing to hash with; the server then knows the order alone.
  const hash = hasKeys() ? await hashOf(wire(linked)) : null;
  return { event: linked, chain: { ...chain, seq: linked.seq, hash } };
}

/** Remembers the server's word for an event that it refused: the next one shows it. */
export function passing(chain: StoredChain, word: string): StoredChain {
  return { ...chain, passed: [...chain.passed, word].slice(-MOST_PASSED) };
}

/** Signs what is about to be sent; null on a phone without keys. */
export async function prove(
  person: string,
  device: string,
  texts: string[],
): Promise<ChainProof | null> {
  const key = await signingKey(person);
  if (key === null) return null;
  const hashes = await Promise.all(texts.map(hashOf));
  const message = new TextEncoder().encode(SIGNED + hashes.map((hash) => `${hash}\n`).join(""));
  const way = { name: "ECDSA", hash: "SHA-256" };
  const signature = textOf(await crypto.subtle.sign(way, key.secret, message));
  return { device, key: key.shown, signature, passed: (await chainOf(person)).passed };
}

/** The key by which this person signs on this phone, made at the first use; no script can take it away. */
async function signingKey(person: string): Promise<{ secret: CryptoKey; shown: string } | null> {
  if (!hasKeys()) return null;
  const known = (await (await database()).get("keys", person))?.signing;
  if (known != null) return known;
  const pair = await crypto.subtle.generateKey(KIND, false, ["sign", "verify"]);
  const shown = textOf(await crypto.subtle.exportKey("raw", pair.publicKey));
  const signing = { secret: pair.privateKey, shown };
  await keepKeys(person, { signing });
  return signing;
}
