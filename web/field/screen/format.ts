/** Times, days and distances as people here write them. */

import { phoneZone } from "../phone/moment.ts";
import { addDays, dayOf } from "../rules/civil.ts";
import { say, spoken } from "./words.ts";

const ZONES: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Ujung_Pandang": "WITA",
  "Asia/Jayapura": "WIT",
};

function locale(): string {
  return spoken() === "id" ? "id-ID" : "en-GB";
}

/** `09.12` in Indonesian, `09:12` in English, by the phone's own zone. */
export function clock(instant: string | number): string {
  const format = new Intl.DateTimeFormat(locale(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: phoneZone(),
  });
  return format.format(new Date(instant));
}

/** A time of the wall clock, `"10:00"`, in the person's writing. */
export function wallTime(time: string): string {
  const short = time.slice(0, 5);
  return spoken() === "id" ? short.replace(":", ".") : short;
}

/** `WITA`, and outside Indonesia `GMT+9`. */
export function zoneName(zone: string = phoneZone()): string {
  const known = ZONES[zone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" });
  return parts.formatToParts().find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** `Senin, 2 Maret`. */
export function longDay(day: string): string {
  return dayFormat({ weekday: "long", day: "numeric", month: "long" }, day);
}

/** `2 Mar`, or a nearer word for today, tomorrow and yesterday. */
export function shortDay(day: string): string {
  const today = dayOf(Date.now(), phoneZone());
  if (day === today) return say("day-today");
  if (day === addDays(today, 1)) return say("day-tomorrow");
  if (day === addDays(today, -1)) return say("day-yesterday");
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return dayFormat(
    { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" as const }) },
    day,
  );
}

function dayFormat(options: Intl.DateTimeFormatOptions, day: string): string {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** The clock alone for today, else with its day. */
export function when(instant: string | number): string {
  const day = dayOf(new Date(instant).getTime(), phoneZone());
  return day === dayOf(Date.now(), phoneZone())
    ? clock(instant)
    : `${shortDay(day)} ${clock(instant)}`;
}

/** `350 m`, `1,2 km`, `14 km`. */
export function distance(metres: number): string {
  const far = 950 <= metres;
  const value = far ? metres / 1000 : Math.max(5, Math.round(metres / 10) * 10);
  const number = new Intl.NumberFormat(locale(), {
    maximumFractionDigits: far && value < 10 ? 1 : 0,
  }).format(value);
  return unbroken(`${number} ${far ? "km" : "m"}`);
}

/** A number and its unit stay on one line. */
function unbroken(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}

/** `2 j 13 m`, `13 mnt`. */
export function duration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  const words =
    hours === 0
      ? say("minutes", { minutes })
      : say("hours-minutes", { hours, minutes: minutes % 60 });
  return unbroken(words);
}

/** `12 MB`. */
export function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(bytes / 1_000_000)} MB`;
}

/** A percentage without decimals. */
export function percent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}

/** A number in E.164 as people here write it: `0811 1234 567`; one from abroad keeps its plus. */
export function phoneNumber(e164: string): string {
  if (!e164.startsWith("+62")) return e164;
  const digits = `0${e164.slice(3)}`;
  // The code of a large city has two digits, every other code and network three.
  const code = /^0(21|22|24|31|61)/.test(digits) ? 3 : 4;
  const groups = digits.slice(code).match(/.{1,4}/g) ?? [];
  return [digits.slice(0, code), ...groups].join(" ");
}
