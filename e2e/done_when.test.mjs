//! From an empty installation to a manager who sees a real visit: a company moves in.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { ask, askAll, midnight, personId, today } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { allSent, arrive, button, checkOut, openField, punch, unsent } from "./support/field.mjs";
import { pictures } from "./support/picture.mjs";
import { found } from "./support/program.mjs";
import { textOf } from "./support/text.mjs";
import { walk } from "./support/walk.mjs";

/** @typedef {import("playwright-core").Page} Page */

const BOOK = fileURLToPath(new URL("../testdata/crm-sales-opportunities", import.meta.url));
const EXECUTIVE = "Darcel Schlecht";
const MANAGER = "Melvin Marxen";
const PASSWORD = "sebuah jembatan kayu";
const DEADLINE_MS = 2_000;

/** @type {import("./support/program.mjs").Founded} */
let company;

before(async () => {
  company = await found("Maju Bersama", "admin@maju.example");
});

after(() => company?.stop());

walk(
  "a company moves in, and its first day in the field is seen",
  () => company.address,
  async ({ desk, phone }) => {
    const office = await (await desk()).newPage();
    await comeIn(office, company.link);
    await importBook(office);

    const links = {
      executive: await invite(office, EXECUTIVE, "darcel@maju.example"),
      manager: await invite(office, MANAGER, "melvin@maju.example"),
    };
    const board = await (await desk()).newPage();
    await comeIn(board, links.manager);
    await board.goto("/team/board");
    await board.locator(".live-state[data-state=up]").waitFor();
    await axe(board);

    const context = await phone();
    const page = await context.newPage();
    await comeIn(page, links.executive);
    await openField(page);
    await axe(page);

    await context.setOffline(true);
    await punch(page);
    const client = await visitSomebody(page);
    assert.equal(await unsent(page), 3);
    const executive = await personId(office, EXECUTIVE);
    const punches = `/attendance/punches?person_id=${executive}&from=${midnight()}`;
    assert.deepEqual(await askAll(office, punches), []);

    const answered = page.waitForResponse((response) => response.url().endsWith("/field/events"));
    await context.setOffline(false);
    await answered;
    const card = board.locator(".board-card", { hasText: EXECUTIVE });
    await card.getByText(client).waitFor({ timeout: DEADLINE_MS });
    await allSent(page);

    const recorded = await askAll(office, punches);
    const kinds = recorded.map(({ kind }) => kind).toSorted();
    assert.deepEqual(kinds, ["clock_in", "visit_check_in", "visit_check_out"]);
    for (const { time } of recorded) assert.equal(time.grade, "exact");
    const there = recorded.find(({ kind }) => kind === "visit_check_in");
    assert.equal(there.place.verdict, "cannot_tell", "nobody knew where the client is");
    const account = await ask(office, `/accounts/${there.account_id}`);
    assert.equal(account.place.state, "proposed");

    await board.goto(`/visits?from=${today()}&to=${today()}`);
    await board.getByRole("link", { name: client }).click();
    await board.getByText("Berminat dengan paket baru.").waitFor();
    await axe(board);
  },
);

walk(
  "the reports say what the files say, down to the deals behind a figure",
  () => company.address,
  async ({ desk }) => {
    const office = await (await desk()).newPage();
    await office.goto("/sign-in");
    await office.locator("input[name=email]").fill("admin@maju.example");
    await office.locator("input[name=password]").fill(PASSWORD);
    await office.locator("form:has(input[name=password]) button").first().click();
    await office.waitForURL((url) => url.pathname !== "/sign-in");

    await office.goto("/reports/sales-progress?within=all");
    const figures = office.locator(".stats");
    for (const figure of ["4.238", "2.473", "63,15%", "10,005,534.00"]) {
      await figures.getByText(figure, { exact: false }).first().waitFor();
    }
    assert.equal(await office.locator("tbody tr").count(), 35, "whoever sold nothing is there");
    await axe(office);
    await pictures(office, "sales-progress");

    // By office, and the deals behind one figure.
    await office.goto("/reports/sales-progress?within=all&by=office");
    assert.equal(await office.locator("tbody tr").count(), 3);
    await office.locator("tbody tr", { hasText: "West" }).locator("td a").first().click();
    await office.waitForURL(/\/rows/);
    assert.equal(await office.locator("tbody tr").count(), 50);
    await office.locator("a[rel=next]").click();
    assert.equal(await office.locator("tbody tr").count(), 50);
    await axe(office);
    await pictures(office, "deals-behind-a-figure");

    // Frozen, it never changes, and says what it was computed from.
    await office.goto("/reports/sales-progress?within=all&by=manager&show=won_value");
    await office.locator('a[href^="/reports/sales-progress/keep"]').click();
    await office.locator("input[name=name]").fill("Penjualan 2017");
    await office.locator("input[name=what][value=copy]").check();
    await axe(office);
    await office.locator("form.form .button").first().click();
    await office.waitForURL(/\/reports\/(copies|kept)\//);
    await office.locator("tbody tr", { hasText: MANAGER }).waitFor();
    await axe(office);
    await pictures(office, "frozen-report");

    // As a table, with the same figures.
    const table = await office.evaluate(async () => {
      const answer = await fetch("/reports/sales-progress/table.csv?within=all");
      return answer.ok ? await answer.text() : `${answer.status}`;
    });
    const rows = table.trim().split("\n");
    assert.ok(
      rows.some((row) => row.includes(EXECUTIVE)),
      rows[0],
    );
  },
);

/**
 * Follows the link of an invitation and sets a password.
 * @param {Page} page
 * @param {string} link
 */
async function comeIn(page, link) {
  await page.goto(link);
  await page.locator("input[name=password]").waitFor();
  await axe(page);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("input[name=again]").fill(PASSWORD);
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/welcome"));
}

/**
 * The book of clients comes in by the shell; everything is counted.
 * @param {Page} office
 */
async function importBook(office) {
  const { summary, faults } = await company.shell("import", "crm-sales-opportunities", BOOK);
  assert.deepEqual(faults, []);
  assert.equal(summary.records.account.created, 85);
  assert.equal(summary.records.opportunity.created, 8_800);
  assert.equal(summary.opportunities_without_account, 1_425);

  await office.goto("/settings/imports");
  await office.locator("main a", { hasText: "crm-sales-opportunities" }).first().click();
  await office.getByText("GTXPro").first().waitFor();
  await axe(office);

  const again = await company.shell("import", "crm-sales-opportunities", BOOK, "--dry-run");
  assert.equal(again.summary.records.opportunity.unchanged, 8_800);
  assert.equal(again.summary.records.opportunity.created, 0);
}

/**
 * Imported people have no address: the administrator gives them one, and the link to come in by.
 * @param {Page} office
 * @param {string} name
 * @param {string} email
 * @returns {Promise<string>}
 */
async function invite(office, name, email) {
  await office.goto(`/people?q=${encodeURIComponent(name)}`);
  await office.getByRole("link", { name }).first().click();
  await office.getByRole("link", { name: "Ubah" }).click();
  await office.locator("input[name=email]").fill(email);
  await office.getByRole("button", { name: "Simpan" }).click();
  await office.locator(".record-aside form[action$='/link'] button").click();
  const link = await textOf(office.locator(".notice code"));
  await axe(office);
  return link;
}

/**
 * The executive picks a client of theirs, whose place nobody knows, and visits them.
 * @param {Page} page
 * @returns {Promise<string>} the client
 */
async function visitSomebody(page) {
  await button(page, "unplanned").click();
  const first = page.locator("dialog .pick-row .main").first();
  const client = await first.evaluate((it) => it.firstChild?.textContent ?? "");
  await first.click();
  await arrive(page);
  await checkOut(page, { outcome: "Kesepakatan", note: "Berminat dengan paket baru." });
  return client;
}
