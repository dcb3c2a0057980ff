import type { Point } from "../rules/distance.ts";

export type Platform = "android_chrome" | "android_firefox" | "ios" | "desktop";

export function platform(): Platform {
  const agent = navigator.userAgent;
  // An iPad introduces itself as a Mac, but no Mac has a touch screen.
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1))
    return "ios";
  if (/Android/.test(agent)) return /Firefox/.test(agent) ? "android_firefox" : "android_chrome";
  return "desktop";
}

/** Started from the home screen. */
export function isInstalled(): boolean {
  return (
    matchMedia("(display-mode: standalone)").matches ||
    (navigator as { standalone?: boolean }).standalone === true
  );
}

/** Opens the phone's own navigation. */
export function navigationLink(to: Point, name: string): string {
  const at = `${to.lat},${to.lon}`;
  switch (platform()) {
    case "ios":
      return `maps://?daddr=${at}`;
    case "desktop":
      return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(at)}`;
    default:
      return `geo:${at}?q=${at}(${encodeURIComponent(name)})`;
  }
}

export function whatsappLink(e164: string): string {
  return `https://wa.me/${e164.replace(/\D/g, "")}`;
}
