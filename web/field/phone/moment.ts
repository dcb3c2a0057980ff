/**
 * When something happened, as this phone can claim it.
 *
 * The phone's clock may be wrong or set wrong. Beside it goes the server's last signed token and how long ago it
 * came by the monotonic clock, which nobody can set; that second figure dies with the page.
 */
export interface Moment {
  claimed_at: string;
  zone: string;
  time_token: string | null;
  since_token_ms: number | null;
}

let token: string | null = null;
let arrivedAt: number | null = null;

/** A token that came from the server just now. */
export function rememberToken(fresh: string): void {
  token = fresh;
  arrivedAt = performance.now();
}

/** A token of an earlier life of the page: still a lower bound, but how long ago is unknown. */
export function restoreToken(stored: string | null): void {
  if (token === null) token = stored;
}

export function momentNow(): Moment {
  return {
    claimed_at: new Date().toISOString(),
    zone: phoneZone(),
    time_token: token,
    since_token_ms: arrivedAt === null ? null : Math.round(performance.now() - arrivedAt),
  };
}

export function phoneZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "Asia/Jakarta";
}
