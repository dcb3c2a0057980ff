//! A journey: a fact about the product, walked through in a browser.

import { after, before, test } from "node:test";
import { desk, phone } from "./browser.mjs";
import { picture } from "./picture.mjs";
import { start } from "./program.mjs";

/** @typedef {import("./program.mjs").Program} Program */
/** @typedef {import("./browser.mjs").Settings} Settings */
/** @typedef {import("playwright-core").BrowserContext} Context */

/**
 * What a journey is given: the program, and browsers that are closed when it ends.
 * @typedef {object} Start
 * @property {Program} program
 * @property {(settings?: Settings) => Promise<Context>} phone
 * @property {(settings?: Settings) => Promise<Context>} desk
 */

/** @type {Program | undefined} */
let program;

before(async () => {
  program = await start();
});

after(() => program?.stop());

/**
 * Journeys of one file share one company; each has browsers of its own.
 * @param {string} fact
 * @param {(start: Start) => Promise<void>} walk
 */
export function journey(fact, walk) {
  test(fact, { timeout: 120_000 }, async () => {
    if (!program) throw new Error("the program is not running");
    const { address } = program;
    /** @type {Context[]} */
    const contexts = [];
    /** @param {typeof phone} device */
    const opener = (device) => async (/** @type {Settings | undefined} */ settings) => {
      const context = await device(address, settings);
      contexts.push(context);
      return context;
    };
    try {
      await walk({ program, phone: opener(phone), desk: opener(desk) });
    } catch (failure) {
      await keep(contexts, fact);
      throw failure;
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  });
}

/**
 * What every open page showed when the journey failed.
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
