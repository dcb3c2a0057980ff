//! What waits on a phone reaches the server once, whatever happens; what was refused can be mended.

import assert from "node:assert/strict";
import { ask, askAll, personId, today } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import {
  allSent,
  button,
  checkIn,
  checkOut,
  openField,
  punch,
  receipts,
  save,
} from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { textOf } from "./support/text.mjs";

/** @typedef {import("playwright-core").Page} Page */

journey("two tabs empty one outbox, and nothing goes twice", async ({ program, desk, phone }) => {
  const context = await phone();
  const one = await context.newPage();
  await signIn(one, program, "Dimas");
  await openField(one);
  const other = await context.newPage();
  await openField(other);
  const sent = listen(context);

  await context.setOffline(true);
  await punch(one);
  await checkIn(one);
  await writeNote(other, "Dari tab kedua.");
  await checkOut(other, { outcome: "Pesanan" });
  await context.setOffline(false);
  await allSent(one);
  await allSent(other);

  assert.equal(sent.length, 4);
  assert.equal(new Set(sent.map(({ id }) => id)).size, 4, "each event went once");
  assert.deepEqual(
    sent.map(({ seq }) => seq),
    sent.map(({ seq }) => seq).toSorted((a, b) => a - b),
    "oldest first",
  );

  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");
  const dimas = await personId(office, "Dimas");
  const visits = await askAll(office, `/visits?person_id=${dimas}&from=${today()}&state=done`);
  assert.equal(visits.length, 1);
  assert.equal(visits[0].outcome, "order");
});

/**
 * The events that go to the server from now on, from whichever tab.
 * @param {import("playwright-core").BrowserContext} context
 * @returns {{ id: string, seq: number, kind: string }[]}
 */
function listen(context) {
  /** @type {{ id: string, seq: number, kind: string }[]} */
  const sent = [];
  context.on("request", (request) => {
    if (request.method() !== "POST" || !request.url().endsWith("/field/events")) return;
    sent.push(...request.postDataJSON().events);
  });
  return sent;
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function writeNote(page, text) {
  await button(page, "note-*").click();
  await page.locator("dialog textarea").fill(text);
  await save(page);
}

journey("a visit outside the plan goes to a client from the list", async ({ program, phone }) => {
  const page = await (await phone()).newPage();
  await signIn(page, program, "Putri");
  await openField(page);

  await button(page, "unplanned").click();
  await page.locator("dialog .pick-row").first().waitFor();
  await axe(page);
  await page.locator("dialog input[type=search]").fill("optik");
  await page.getByRole("button", { name: "Optik Terang Mata" }).click();
  await page.locator("dialog .position[data-look=found]").waitFor();
  await button(page, "moment-done").click();
  await page.locator("dialog").waitFor({ state: "detached" });

  await page.locator(".card.visit.waits", { hasText: "Optik Terang Mata" }).waitFor();
  await allSent(page);
  const [last] = await receipts(page);
  assert.equal(last?.title, "Check-in · Optik Terang Mata");
});

journey("a client met on the way is there, with its place, once", async (start) => {
  const { program, desk, phone } = start;
  const context = await phone();
  const page = await context.newPage();
  await signIn(page, program, "Putri");
  await openField(page);

  await context.setOffline(true);
  await button(page, "new-client").click();
  const sheet = page.locator("dialog");
  await sheet.locator(".position[data-look=found]").waitFor();
  await sheet.locator(".sheet-foot .button.big").click();
  await sheet.getByText("Tulis nama kliennya.").waitFor();
  await sheet.getByLabel("Nama klien").fill("Warung Bu Siti");
  await sheet.getByLabel("Nama kontak").fill("Siti");
  await sheet.getByLabel("Nomor telepon").fill("0812 3456 7890");
  await axe(page);
  await save(page);
  await page.locator(".card.visit.waits", { hasText: "Warung Bu Siti" }).waitFor();
  await context.setOffline(false);
  await allSent(page);

  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");
  const found = await ask(office, "/accounts?q=Warung%20Bu%20Siti");
  assert.equal(found.items.length, 1);
  const account = await ask(office, `/accounts/${found.items[0].id}`);
  assert.equal(account.place.state, "proposed");
  const visits = await askAll(office, `/visits?account_id=${account.id}&from=${today()}`);
  assert.deepEqual(
    visits.map(({ planned, state }) => [planned, state]),
    [[false, "open"]],
  );
});

journey("a visit that is not made says why, and moves to another day", async (start) => {
  const { program, desk, phone } = start;
  const page = await (await phone({ language: "en" })).newPage();
  await signIn(page, program, "Rizky");
  await openField(page);
  const client = await textOf(page.locator(".card.visit h2 a"));

  await button(page, "skip-*").click();
  const sheet = page.locator("dialog");
  await sheet.locator(".sheet-foot .button.big").click();
  await sheet.getByText("Choose the reason.").waitFor();
  await sheet.getByText("Closed", { exact: true }).click();
  const tomorrow = await sheet.locator("input[type=date]").getAttribute("min");
  await sheet.locator("input[type=date]").fill(tomorrow ?? "");
  await axe(page);
  await save(page);
  await allSent(page);

  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");
  const rizky = await personId(office, "Rizky");
  const { items } = await ask(office, `/accounts?q=${encodeURIComponent(client)}`);
  const here = `person_id=${rizky}&account_id=${items[0].id}`;
  const skipped = await askAll(office, `/visits?${here}&from=${today()}&to=${today()}`);
  assert.deepEqual(
    skipped.map(({ state, skip_reason }) => [state, skip_reason]),
    [["skipped", "closed"]],
  );
  const moved = await askAll(office, `/visits?${here}&from=${tomorrow}&to=${tomorrow}`);
  assert.deepEqual(
    moved.map(({ state }) => state),
    ["planned"],
  );
});

journey("what was refused says why, holds nothing up, and can be mended", async (start) => {
  const { program, desk, phone } = start;
  const context = await phone();
  const page = await context.newPage();
  await signIn(page, program, "Rizky");
  await openField(page);
  const client = await textOf(page.locator(".card.visit h2 a"));
  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");

  await context.setOffline(true);
  await checkIn(page);
  await punch(page);
  await handOver(office, client, "Putri Maharani");
  await context.setOffline(false);

  await page.locator(".outbox-strip[data-look=attention]").click();
  const item = page.locator(".tray-item", { hasText: client });
  await item.locator(".refusal", { hasText: "bukan tanggungan Anda" }).waitFor();
  await axe(page);
  await page.locator(".receipts", { hasText: "Absen pulang" }).waitFor();

  await handOver(office, client, "Rizky Pratama");
  await item.getByRole("button", { name: "Kirim lagi" }).click();
  await allSent(page);
  const titles = (await receipts(page)).map(({ title }) => title);
  assert.ok(titles.includes(`Check-in · ${client}`), titles.join(", "));
});

/**
 * The manager gives a client to somebody else.
 * @param {Page} office
 * @param {string} client
 * @param {string} to
 */
async function handOver(office, client, to) {
  await office.goto(`/accounts?q=${encodeURIComponent(client)}`);
  await office.getByRole("table").getByRole("link", { name: client }).first().click();
  await office.locator("details.menu.push summary").click();
  await office.getByRole("link", { name: "Ganti AE" }).click();
  await office.getByLabel("AE").selectOption({ label: to });
  await office.locator("main form button").first().click();
  await office.locator(".record-head", { hasText: to }).waitFor();
}
