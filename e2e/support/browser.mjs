//! Chromium as a phone in the field and as a desk in the office.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").BrowserContext} Context */
/** @typedef {{ latitude: number, longitude: number, accuracy?: number }} Position */

/** Where Toko Maju stands, in the south of Jakarta. */
export const AT_THE_CLIENT = { latitude: -6.2, longitude: 106.8, accuracy: 12 };

const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  // A camera that shows a moving pattern, and a person who always says yes to it.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

const PHONE = {
  userAgent:
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const DESK = { viewport: { width: 1440, height: 900 } };

/**
 * How a browser differs from the usual one.
 * @typedef {object} Settings
 * @property {"id" | "en"} [language] Indonesian unless said otherwise
 * @property {Position | null} [position] where the person stands; null when nobody can tell
 * @property {string} [profile] a folder that outlives the browser, as a phone's storage does
 * @property {"light" | "dark"} [theme]
 * @property {string} [zone] where the clock on the device is set to; Jakarta unless said otherwise
 */

/**
 * A phone with location, camera and a signal; `context.setOffline(true)` takes the signal away.
 * @param {string} address
 * @param {Settings} [settings]
 */
export function phone(address, settings = {}) {
  return open(address, PHONE, settings);
}

/**
 * A large screen with a keyboard.
 * @param {string} address
 * @param {Settings} [settings]
 */
export function desk(address, settings = {}) {
  return open(address, DESK, settings);
}

/**
 * A folder for a phone that is switched off and on again.
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export async function profile() {
  const path = await mkdtemp(join(tmpdir(), "jembatan-phone-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Every browser has a folder of its own: closing one and opening it again is what a phone does.
 * @param {string} address
 * @param {object} device
 * @param {Settings} settings
 * @returns {Promise<Context>}
 */
async function open(address, device, settings) {
  const { language = "id", position = AT_THE_CLIENT, theme = "light" } = settings;
  const { zone = "Asia/Jakarta" } = settings;
  const own = settings.profile ? null : await profile();
  const context = await chromium.launchPersistentContext(settings.profile ?? own?.path ?? "", {
    executablePath: process.env.JEMBATAN_CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    baseURL: address,
    colorScheme: theme,
    reducedMotion: "reduce",
    ...device,
    locale: language === "id" ? "id-ID" : "en-GB",
    timezoneId: zone,
  });
  context.setDefaultTimeout(15_000);
  context.once("close", () => own?.remove());
  await stand(context, address, position);
  return context;
}

/**
 * Moves the person to a place, or takes away every means of telling where they are.
 * @param {Context} context
 * @param {string} address
 * @param {Position | null} position
 */
export async function stand(context, address, position) {
  await context.clearPermissions();
  await context.setGeolocation(position);
  const granted = position ? ["geolocation", "camera"] : ["camera"];
  await context.grantPermissions(granted, { origin: address });
}
