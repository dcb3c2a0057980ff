//! Pictures of pages, kept for people to look at.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @typedef {import("playwright-core").Page} Page */

const FOLDER = fileURLToPath(new URL("../artefacts/", import.meta.url));
const WIDTHS = [390, 1440];

/**
 * A page at the width of a phone and of a desk: `NAME-390.png` and `NAME-1440.png`.
 * @param {Page} page
 * @param {string} name
 */
export async function pictures(page, name) {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 800 ? 844 : 900 });
    await picture(page, `${name}-${width}`);
  }
  if (before) await page.setViewportSize(before);
}

/**
 * A page as it is: `NAME.png`.
 * @param {Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  await mkdir(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true, animations: "disabled" });
}
