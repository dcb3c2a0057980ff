//! A deal is opened at a client, moved on the board, lost for a reason, and moved back.

import assert from "node:assert/strict";
import { ask } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { textOf } from "./support/text.mjs";

/** @typedef {import("playwright-core").Page} Page */

const CLIENT = "Apotek Sumber Waras";

journey("a deal goes from the client's page over the board to its end", async (start) => {
  const { program, desk } = start;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");

  // Opened where the client is.
  const { items: clients } = await ask(page, `/accounts?q=${encodeURIComponent(CLIENT)}`);
  await page.goto(`/accounts/${clients[0].id}`);
  await page.locator(`a[href="/opportunities/new?account_id=${clients[0].id}"]`).click();
  await page.locator("#name").fill("Etalase kaca");
  assert.equal(await page.locator("#account_id").inputValue(), CLIENT);
  await page.locator("#amount").fill("12.500.000");
  await page.locator("#next_step").fill("Ukur ruang depan");
  await axe(page);
  await page.locator("main form .button:not(.quiet)").click();
  await page.locator("h1", { hasText: "Etalase kaca" }).waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await axe(page);

  // Dragged with a pointer, and taken back.
  await page.goto("/opportunities/board");
  await drag(page, card(page, "Etalase kaca"), pile(page, "Engaging"));
  await page.locator(".notice form").waitFor();
  await pile(page, "Engaging").locator(".deal-card", { hasText: "Etalase kaca" }).waitFor();
  assert.equal((await ask(page, `/opportunities/${id}`)).stage, "Engaging");
  await axe(page);
  await page.locator(".notice form button").click();
  await pile(page, "Prospecting").locator(".deal-card", { hasText: "Etalase kaca" }).waitFor();

  // Moved with the keyboard alone.
  const choice = card(page, "Etalase kaca").locator("select[name=stage]");
  await choice.focus();
  await choice.selectOption("Negotiation");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await pile(page, "Negotiation").locator(".deal-card", { hasText: "Etalase kaca" }).waitFor();

  // Dragged to where deals are lost, it asks why; without a reason it stays.
  await drag(page, card(page, "Etalase kaca"), pile(page, "Lost"));
  await page.waitForURL((url) => url.pathname === `/opportunities/${id}/lost`);
  await page.locator("#lost_note").fill("Ruang depan dipakai untuk antrean");
  await page.locator("main form .button.danger").click();
  await page.locator("#lost_reason-error").waitFor();
  assert.equal(
    await page.locator("#lost_note").inputValue(),
    "Ruang depan dipakai untuk antrean",
    "what was typed is still there",
  );
  await axe(page);
  assert.equal((await ask(page, `/opportunities/${id}`)).kind, "open");
  await page.locator("input[name=lost_reason][value=no_fit]").check();
  await page.locator("main form .button.danger").click();
  await page.waitForURL((url) => url.pathname === "/opportunities/board");
  const lost = await ask(page, `/opportunities/${id}`);
  assert.deepEqual([lost.kind, lost.lost_reason], ["lost", "no_fit"]);

  // And that can be undone, too.
  await page.locator(".notice form button").click();
  await pile(page, "Negotiation").locator(".deal-card", { hasText: "Etalase kaca" }).waitFor();
  const open = await ask(page, `/opportunities/${id}`);
  assert.deepEqual([open.kind, open.lost_reason], ["open", null]);
  assert.equal(open.log.length, 6, "nothing of it is forgotten");
});

journey("the list adds up what it shows", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/opportunities?kind=open&pipeline=renewal");
  const { worth, count } = await ask(page, "/opportunities?kind=open&pipeline=renewal");
  const facts = await textOf(page.locator("dl.facts"));
  const shown = new Intl.NumberFormat("id-ID").format(Number(worth[0].sum.amount));
  assert.ok(facts.includes(`Rp${shown}`), facts);
  assert.ok(facts.includes(`${count} peluang`), facts);
  await axe(page);
});

/**
 * @param {Page} page
 * @param {string} name
 */
function card(page, name) {
  return page.locator(".deal-card", { hasText: name });
}

/**
 * @param {Page} page
 * @param {string} stage its code
 */
function pile(page, stage) {
  return page.locator(`.pile[data-stage="${stage}"]`);
}

/**
 * With a pointer, as a person does it.
 * @param {Page} page
 * @param {import("playwright-core").Locator} from
 * @param {import("playwright-core").Locator} to
 */
async function drag(page, from, to) {
  await page.locator(".kanban[data-started]").waitFor();
  await from.locator("h3").hover();
  await page.mouse.down();
  await to.locator("header").hover();
  // Whoever drags moves the pointer over the place before letting go.
  await to.locator("header").hover();
  await page.mouse.up();
}
