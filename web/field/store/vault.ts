/**
 * What lies on this phone is sealed, each person's by a key of their own.
 *
 * The key comes from the server with the day, in that person's session, and is kept where no script can read it.
 * Thrown away, everything it sealed is unreadable at once and loses nothing: with the next sign-in it comes again.
 */

import { database } from "./database.ts";

/** A value as it lies here: sealed, or plain where there is no key. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer } | { plain: unknown };

const WAY = "AES-GCM";
const IV_BYTES = 12;

/** Browsers have keys only where the page came over HTTPS or from this machine. */
export function hasKeys(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Takes the key that the server gave; from now on this person's things can be read and written. */
export async function unlock(person: string, secret: string): Promise<void> {
  if (!hasKeys()) return;
  const known = await (await database()).get("keys", person);
  const mark = secret.slice(0, 8);
  if (known?.storage != null && known.mark === mark) return;
  const bytes = bytesOf(secret);
  const storage = await crypto.subtle.importKey("raw", bytes, WAY, false, ["encrypt", "decrypt"]);
  bytes.fill(0);
  await keepKeys(person, { storage, mark });
}

/** Throws the key away: at signing out, when the server shuts the person out, and after long without contact. */
export async function lock(person: string): Promise<void> {
  await keepKeys(person, { storage: null, mark: "" });
}

/** The key by which this person's things are sealed here; null when they cannot be read. */
export async function keyOf(person: string): Promise<CryptoKey | null> {
  return (await (await database()).get("keys", person))?.storage ?? null;
}

export async function sealBytes(key: CryptoKey | null, bytes: ArrayBuffer): Promise<Sealed> {
  if (key === null) return { plain: bytes };
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt({ name: WAY, iv }, key, bytes) };
}

export async function openBytes(
  key: CryptoKey | null,
  sealed: Sealed,
): Promise<ArrayBuffer | null> {
  if ("plain" in sealed) return sealed.plain as ArrayBuffer;
  if (key === null) return null;
  try {
    return await crypto.subtle.decrypt({ name: WAY, iv: sealed.iv }, key, sealed.bytes);
  } catch {
    // Sealed by another key, or damaged: it cannot be read, and may be by the next key.
    return null;
  }
}

export async function seal(key: CryptoKey | null, value: unknown): Promise<Sealed> {
  if (key === null) return { plain: value };
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return sealBytes(key, bytes.buffer as ArrayBuffer);
}

export async function open<T>(key: CryptoKey | null, sealed: Sealed): Promise<T | null> {
  if ("plain" in sealed) return sealed.plain as T;
  const bytes = await openBytes(key, sealed);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

interface Keys {
  storage?: CryptoKey | null;
  mark?: string;
  signing?: { secret: CryptoKey; shown: string };
}

/** Changes some of a person's keys; the others stay. */
export async function keepKeys(person: string, keys: Keys): Promise<void> {
  const transaction = (await database()).transaction("keys", "readwrite", { durability: "strict" });
  const known = await transaction.store.get(person);
  const before = known ?? { person, storage: null, mark: "", signing: null };
  await transaction.store.put({ ...before, ...keys });
  await transaction.done;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
