//! What stands on a page.

/**
 * The words of an element.
 * @param {import("playwright-core").Locator} locator
 * @returns {Promise<string>}
 */
export async function textOf(locator) {
  return (await locator.textContent())?.trim() ?? "";
}
