// Keeps `<time datetime="…" data-relative>` true while the page stands open.

import { lang, texts } from "./texts";

const format = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function keepAges(): void {
  refreshAges(document);
  setInterval(() => {
    if (!document.hidden) refreshAges(document);
  }, 30_000);
}

export function refreshAges(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const moment = new Date(time.dateTime);
    if (!Number.isNaN(moment.getTime())) time.textContent = age(moment, new Date());
  }
}

export function age(moment: Date, now: Date): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return texts.justNow;
}
