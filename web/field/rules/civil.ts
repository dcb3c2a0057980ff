/** Calendar days and wall clocks in a named zone. A day is written `YYYY-MM-DD`. */

const DAY_MS = 86_400_000;

interface WallClock {
  day: string;
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** What a calendar and a clock on the wall of `zone` show at this instant. */
export function wallClock(instant: number, zone: string): WallClock {
  const part: Record<string, string> = {};
  for (const { type, value } of formatIn(zone).formatToParts(instant)) part[type] = value;
  return {
    day: `${part["year"]}-${part["month"]}-${part["day"]}`,
    minutes: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
}

export function dayOf(instant: number, zone: string): string {
  return wallClock(instant, zone).day;
}

/** Whether the clocks on the walls of both zones show the same at this instant. */
export function sameClock(instant: number, one: string, other: string): boolean {
  const [here, there] = [wallClock(instant, one), wallClock(instant, other)];
  return here.day === there.day && here.minutes === there.minutes;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` came first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** `"08:30"` as minutes since midnight. */
export function minutesOf(clock: string): number {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The instant at which the wall clock of `zone` shows this day and time. */
export function instantOf(day: string, minutes: number, zone: string): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  let instant = asIfUtc;
  // A second round settles days on which the zone's offset changes.
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(instant, zone);
    instant += asIfUtc - (Date.parse(`${shown.day}T00:00:00Z`) + shown.minutes * 60_000);
  }
  return instant;
}
