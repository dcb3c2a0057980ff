//! Named people of the made-up company, at their browsers.

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./program.mjs").Program} Program */
/** @typedef {import("./program.mjs").Person} Person */

/**
 * A person by first name, such as `Ayu`.
 * @param {Program} program
 * @param {string} who
 * @returns {Person}
 */
export function person(program, who) {
  const found = program.people.find(({ name }) => name.split(" ")[0] === who);
  if (found) return found;
  const names = program.people.map(({ name }) => name).join(", ");
  throw new Error(`Nobody is called ${who}; there are ${names}.`);
}

/**
 * Signs a person in, as they would do it themselves.
 * @param {Page} page
 * @param {Program} program
 * @param {string} who
 */
export async function signIn(page, program, who) {
  const { email } = person(program, who);
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(program.password);
  await page.locator("form:has(input[name=password]) button").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
