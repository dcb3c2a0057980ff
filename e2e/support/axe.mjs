//! Asks axe whether everybody can use a page.

import assert from "node:assert/strict";
import axeCore from "axe-core";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Fails with a sentence for each part of the page that shuts somebody out.
 * @param {Page} page
 */
export async function axe(page) {
  // As a debugger would: the page's own policy for scripts stays in force.
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const faults = violations.flatMap(sentences);
  assert.equal(faults.length, 0, `${page.url()} shuts somebody out:\n${faults.join("\n")}`);
}

/**
 * @param {import("axe-core").Result} violation
 * @returns {string[]}
 */
function sentences({ id, help, nodes }) {
  return nodes.map(({ target, html, failureSummary }) => {
    const why = (failureSummary ?? "").replaceAll(/\s+/g, " ");
    return `  ${id}: ${help}\n    at ${target.join(" ")}\n    ${html.slice(0, 200)}\n    ${why}`;
  });
}
