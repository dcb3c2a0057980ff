//! What the server knows, asked through the API as the person who is signed in.

/** @typedef {import("playwright-core").Page} Page */

/**
 * The answer to a question, such as `/people?q=Ayu`.
 * @param {Page} page somebody's, at any page of the program
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function ask(page, path) {
  const { status, body } = await page.evaluate(async (address) => {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    return { status: response.status, body: await response.text() };
  }, `/api/v1${path}`);
  if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
  return JSON.parse(body);
}

/**
 * Everything in a list, however many pages of it there are.
 * @param {Page} page
 * @param {string} path
 * @returns {Promise<any[]>}
 */
export async function askAll(page, path) {
  const items = [];
  const address = `${path}${path.includes("?") ? "&" : "?"}limit=200`;
  let cursor = null;
  do {
    const next = cursor === null ? address : `${address}&cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(page, next);
    items.push(...answer.items);
    cursor = answer.next_cursor;
  } while (cursor !== null);
  return items;
}

/**
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<string>} the id
 */
export async function personId(page, name) {
  const { items } = await ask(page, `/people?q=${encodeURIComponent(name)}`);
  if (items.length !== 1) throw new Error(`${items.length} people are called ${name}`);
  return items[0].id;
}

/** Today where the company is, `2026-03-02`. */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(new Date());
}

/** When today began there. */
export function midnight() {
  return encodeURIComponent(`${today()}T00:00:00+07:00`);
}
