/** Sealing takes longer than a transaction of the store lives, so who changes a record has the store alone. */

const LOCK = "jembatan-field-store";

let last: Promise<unknown> = Promise.resolve();

/** One at a time, in this tab and all others. What runs inside must not ask for it again. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks !== undefined) return navigator.locks.request(LOCK, work) as Promise<T>;
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}
