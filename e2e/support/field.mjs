//! What a thumb does in the field app. Buttons are found by name across languages.

import assert from "node:assert/strict";
import { textOf } from "./text.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/**
 * Opens the app and waits until it works without a signal.
 * @param {Page} page
 */
export async function openField(page) {
  await page.goto("/field");
  await button(page, "work-button").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/**
 * The button, link or line that the app knows by this name; the first of them.
 * @param {Page} page
 * @param {string} name the whole of it, or its beginning followed by `*`
 * @returns {Locator}
 */
export function button(page, name) {
  const selector = name.endsWith("*")
    ? `[data-key^="${name.slice(0, -1)}"]`
    : `[data-key="${name}"]`;
  return page.locator(selector).first();
}

/**
 * Begins or ends the work day; the sheet goes by itself once the position is there.
 * @param {Page} page
 */
export async function punch(page) {
  await button(page, "work-button").click();
  await page.locator("dialog .position[data-look=found]").waitFor();
  await page.locator("dialog").waitFor({ state: "detached" });
}

/**
 * Arrives at the client whose card stands on the page.
 * @param {Page} page
 * @param {{ photo?: boolean }} [how]
 */
export async function checkIn(page, { photo = false } = {}) {
  await button(page, "check-in-*").click();
  if (photo) await takePhoto(page);
  await arrive(page);
}

/**
 * Ends the sheet of an arrival once its position is there.
 * @param {Page} page
 */
export async function arrive(page) {
  await page.locator("dialog .position[data-look=found]").waitFor();
  await button(page, "moment-done").click();
  await page.locator("dialog").waitFor({ state: "detached" });
}

/**
 * One picture by the camera.
 * @param {Page} page
 */
export async function takePhoto(page) {
  const before = await page.locator("dialog .photo").count();
  await button(page, "photo-add").click();
  const shutter = page.locator("dialog:has(video) .sheet-foot .button.big");
  await shutter.and(page.locator(":enabled")).click();
  await page.locator("dialog .photo").nth(before).waitFor();
}

/**
 * @typedef {object} Leaving
 * @property {string} outcome as the company calls it
 * @property {string} [note]
 * @property {string} [step] what is next
 * @property {boolean} [photo]
 */

/**
 * Leaves the client, with what came of it.
 * @param {Page} page
 * @param {Leaving} leaving
 */
export async function checkOut(page, { outcome, note, step, photo = false }) {
  await button(page, "check-out-*").click();
  const sheet = page.locator("dialog");
  await sheet.getByText(outcome, { exact: true }).click();
  if (note) await sheet.locator("textarea").fill(note);
  if (step) {
    await sheet.locator("input[type=text]").fill(step);
    await sheet.locator("input[type=date]").waitFor();
  }
  if (photo) await takePhoto(page);
  await save(page);
}

/**
 * Presses the one big button of a sheet with a form.
 * @param {Page} page
 */
export async function save(page) {
  await page.locator("dialog .sheet-foot .button.big").click();
  await page.locator("dialog").waitFor({ state: "detached" });
}

/**
 * Waits until nothing is left to send and nothing was refused.
 * @param {Page} page
 */
export async function allSent(page) {
  await page.locator(".outbox-strip[data-look=sent]").waitFor();
}

/**
 * How many events this phone still has to send, as its outbox lists them.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function unsent(page) {
  await button(page, "place-outbox").click();
  await page.locator(".outbox-card").waitFor();
  return page.locator("ol > .event-row").count();
}

/**
 * The receipts on this phone, newest first: what each is for, and its number.
 * @param {Page} page
 * @returns {Promise<{ title: string, number: string }[]>}
 */
export async function receipts(page) {
  await button(page, "place-outbox").click();
  const rows = page.locator(".receipts details");
  await rows.first().waitFor();
  return rows.evaluateAll((found) =>
    found.map((row) => ({
      title: row.querySelector("summary strong")?.textContent ?? "",
      number: row.querySelector(".number-text")?.textContent ?? "",
    })),
  );
}

/**
 * The receipt of what has this title, unfolded.
 * @param {Page} page
 * @param {string} title
 * @returns {Promise<Locator>}
 */
export async function receipt(page, title) {
  await button(page, "place-outbox").click();
  const row = page.locator(".receipts details", { hasText: title }).first();
  await row.locator("summary").click();
  assert.match(await textOf(row.locator(".hash")), /^[0-9a-f]{64}$/, "what it stands for");
  return row;
}
