//! A fact about the product, walked through in browsers of its own.

import { test } from "node:test";
import { desk, phone } from "./browser.mjs";
import { picture } from "./picture.mjs";

/** @typedef {import("./browser.mjs").Settings} Settings */
/** @typedef {import("playwright-core").BrowserContext} Context */

/**
 * Browsers that are closed when the walk ends.
 * @typedef {object} Browsers
 * @property {(settings?: Settings) => Promise<Context>} phone
 * @property {(settings?: Settings) => Promise<Context>} desk
 */

/**
 * @param {string} fact
 * @param {() => string} address of the program, once it runs
 * @param {(browsers: Browsers) => Promise<void>} go
 */
export function walk(fact, address, go) {
  test(fact, { timeout: 180_000 }, async () => {
    /** @type {Context[]} */
    const contexts = [];
    /** @param {typeof phone} device */
    const opener = (device) => async (/** @type {Settings | undefined} */ settings) => {
      const context = await device(address(), settings);
      contexts.push(context);
      return context;
    };
    try {
      await go({ phone: opener(phone), desk: opener(desk) });
    } catch (failure) {
      await keep(contexts, fact);
      throw failure;
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  });
}

/**
 * What every open page showed when the walk failed.
 * @param {Context[]} contexts
 * @param {string} fact
 */
async function keep(contexts, fact) {
  const pages = contexts.flatMap((context) => context.pages());
  for (const [number, page] of pages.entries()) {
    const name = `failed-${fact.replaceAll(/\W+/g, "-")}-${number}`;
    // A page that is gone has nothing to show, and the failure itself matters more.
    await picture(page, name).catch(() => undefined);
  }
}
