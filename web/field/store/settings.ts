import { uuidV7 } from "../phone/uuid.ts";
import type { Person } from "../protocol/snapshot.ts";
import type { Point } from "../rules/distance.ts";
import { database } from "./database.ts";

/** Where the person last was, by a tap of their own. */
export interface LastFix extends Point {
  accuracy_m: number;
  at: number;
}

interface Settings {
  device: string;
  seq: number;
  person: Person | null;
  language: "id" | "en";
  time_token: string;
  last_fix: LastFix;
  last_contact: number;
  install_dismissed: boolean;
  asked_to_persist: boolean;
}

export async function setting<K extends keyof Settings>(key: K): Promise<Settings[K] | undefined> {
  return (await (await database()).get("settings", key)) as Settings[K] | undefined;
}

export async function keepSetting<K extends keyof Settings>(
  key: K,
  value: Settings[K],
): Promise<void> {
  await (await database()).put("settings", value, key);
}

/** This browser profile's id, made once. */
export async function deviceId(): Promise<string> {
  const transaction = (await database()).transaction("settings", "readwrite");
  const known = (await transaction.store.get("device")) as string | undefined;
  const device = known ?? uuidV7();
  if (known === undefined) await transaction.store.put(device, "device");
  await transaction.done;
  return device;
}
