/** From this share of the quota on, no new photo is taken: an event must always find room. */
const NEARLY_FULL = 0.8;

export interface Room {
  used: number;
  quota: number;
  nearlyFull: boolean;
}

/** How full this phone's storage for the app is; null where the browser does not say. */
export async function storageRoom(): Promise<Room | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    if (usage === undefined || quota === undefined || quota === 0) return null;
    return { used: usage, quota, nearlyFull: NEARLY_FULL <= usage / quota };
  } catch {
    return null;
  }
}

export type Persistence = "kept" | "may_be_cleared" | "unknown";

export async function persistence(): Promise<Persistence> {
  try {
    return (await navigator.storage.persisted()) ? "kept" : "may_be_cleared";
  } catch {
    return "unknown";
  }
}

/** Asks the browser not to clear what this app stores. */
export async function askToPersist(): Promise<Persistence> {
  try {
    return (await navigator.storage.persist()) ? "kept" : "may_be_cleared";
  } catch {
    return "unknown";
  }
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
