//! An executive leaves: their clients are looked at, moved, and handed over.

import assert from "node:assert/strict";
import { ask, personId } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

journey("a book of clients moves, is read, and comes back", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Budi");
  const from = await personId(page, "Rizky");
  const to = await personId(page, "Ayu");

  await page.goto("/book-moves/new");
  await axe(page);
  await page.locator("#from_id").selectOption(from);
  await page.locator("#note").fill("Hubungi sebelum pukul 10");
  await page.locator("main form .button:not(.quiet)").click();
  await page.locator("#takers .error").waitFor();
  assert.equal(await page.locator("#note").inputValue(), "Hubungi sebelum pukul 10");
  await page.locator(`input[name=takers][value="${to}"]`).check();
  await page.locator("main form .button:not(.quiet)").click();

  // Nothing moves before the preview was seen.
  await page.locator("form[action$='/run'] button").waitFor();
  await axe(page);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const planned = await ask(page, `/book-moves/${id}`);
  assert.equal(planned.state, "planned");

  // Several clients are told at once where to go, and back again.
  const rows = page.locator("tbody [data-row]");
  const moving = await page.locator("#rows ~ form tbody tr").count();
  assert.ok(1 < moving, "Rizky has some clients");
  await rows.nth(0).focus();
  await page.keyboard.press("Space");
  await rows.nth(1).focus();
  await page.keyboard.press("Shift+Space");
  await pictures(page, "move-rows");
  await page.locator(".bulk-bar .button:not(.plain)").click();
  await page.locator(".notice.flash").waitFor();
  const { items: kept } = await ask(page, `/book-moves/${id}/accounts`);
  assert.equal(
    kept.filter((/** @type {{ state: string }} */ it) => it.state === "stays").length,
    2,
  );
  await page.locator("tbody [data-row]").nth(0).check();
  await page.locator("tbody [data-row]").nth(1).check();
  await page.locator(".bulk-bar select").selectOption(to);
  await axe(page);
  await page.locator(".bulk-bar .button:not(.plain)").click();
  await page.locator(".notice.flash").waitFor();
  await page.locator("form[action$='/run'] button").click();
  await page.waitForFunction(
    async (address) => (await (await fetch(address)).json()).state === "done",
    `/api/v1/book-moves/${id}`,
  );

  // Whoever got a client reads of it, and asks.
  const other = await (await desk()).newPage();
  await signIn(other, program, "Ayu");
  const { items: packs } = await ask(other, "/handovers");
  const pack = packs.find((/** @type {{ from_id: string }} */ it) => it.from_id === from);
  await other.goto(`/handovers/${pack.id}`);
  await axe(other);
  await other.locator("form[action$='/acknowledge'] button").click();
  await other.locator(".notice.flash").waitFor();
  await other.locator("#question").fill("Siapa yang memutuskan pembelian?");
  await other.locator("form[action$='/questions'] button").click();
  await other.locator("text=Siapa yang memutuskan pembelian?").waitFor();

  // And all of it can be taken back.
  await page.goto(`/book-moves/${id}`);
  await page.locator("form[action$='/undo'] button").click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.waitForFunction(
    async (address) => (await (await fetch(address)).json()).state === "undone",
    `/api/v1/book-moves/${id}`,
  );
});
