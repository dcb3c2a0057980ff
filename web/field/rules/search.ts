import type { Account } from "../protocol/snapshot.ts";
import type { Point } from "./distance.ts";
import { distanceM } from "./distance.ts";

/** A client with how far it is from where the person last was, when both are known. */
export interface Found {
  account: Account;
  distance_m: number | null;
}

/** The clients that fit every word of the query, nearest first, then by name. */
export function search(accounts: Iterable<Account>, query: string, from: Point | null): Found[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found: Found[] = [];
  for (const account of accounts) {
    if (!words.every((word) => fits(account, word))) continue;
    const distance_m =
      from !== null && account.place !== null ? distanceM(from, account.place) : null;
    found.push({ account, distance_m });
  }
  return found.sort(nearestFirst);
}

function nearestFirst(one: Found, other: Found): number {
  const difference = (one.distance_m ?? Infinity) - (other.distance_m ?? Infinity);
  // Infinity minus itself is not a number: neither place is known, so the name decides.
  return Number.isNaN(difference) || difference === 0
    ? one.account.name.localeCompare(other.account.name, "id")
    : difference;
}

function fits(account: Account, word: string): boolean {
  const texts = [
    account.name,
    account.address ?? "",
    ...account.contacts.map((contact) => contact.name),
  ];
  if (texts.some((text) => fold(text).includes(word))) return true;
  const wanted = phoneDigits(word);
  if (wanted.length < 3) return false;
  const phones = [
    account.phone,
    ...account.contacts.flatMap((contact) => [contact.phone, contact.whatsapp]),
  ];
  return phones.some((phone) => phone !== null && phoneDigits(phone).includes(wanted));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Digits without the country code or the leading zero, so that 0811… finds +62811…. */
function phoneDigits(text: string): string {
  return text
    .replace(/[^\d+]/g, "")
    .replace(/^(\+62|62|0)/, "")
    .replace(/\D/g, "");
}
