//! A journey: a walk through the made-up company.

import { after, before } from "node:test";
import { start } from "./program.mjs";
import { walk } from "./walk.mjs";

/** @typedef {import("./program.mjs").Program} Program */

/**
 * What a journey is given: the program, and browsers that are closed when it ends.
 * @typedef {import("./walk.mjs").Browsers & { program: Program }} Start
 */

/** @type {Program | undefined} */
let program;

before(async () => {
  program = await start();
});

after(() => program?.stop());

/** @returns {Program} */
function running() {
  if (program) return program;
  throw new Error("the program is not running");
}

/**
 * Journeys of one file share one company; each has browsers of its own.
 * @param {string} fact
 * @param {(start: Start) => Promise<void>} go
 */
export function journey(fact, go) {
  walk(
    fact,
    () => running().address,
    (browsers) => go({ program: running(), ...browsers }),
  );
}
