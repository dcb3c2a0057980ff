//! A client's page: what happened is written down in a line, told to a colleague, pinned, and
//! taken back.

import assert from "node:assert/strict";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

const SAID = "minta diskon 5% untuk pesanan berikutnya";

journey("a call is written down in one line, and a colleague hears of it", async (here) => {
  const { program, desk } = here;
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts");
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  const client = page.url();
  await axe(page);

  // One line says who, how long, what, and what comes next; the form shows how it was understood.
  await page.locator(".log-line #line").fill(`tel 10m: ${SAID} > kirim penawaran besok`);
  await page.locator(".log-line button").click();
  assert.equal(await page.locator("input[name=kind]:checked").inputValue(), "call");
  assert.equal(await page.locator("input[name=minutes]").inputValue(), "10");
  assert.equal(await page.locator("input[name=step]").inputValue(), "kirim penawaran");
  assert.notEqual(await page.locator("input[name=due_on]").inputValue(), "");
  await axe(page);
  await pictures(page, "log");
  await page.locator("textarea[name=text]").fill(`${SAID} @Budi`);
  await page.locator("#log-form .buttons button").click();

  await page.waitForURL(client);
  const noted = page.locator(".timeline .event", { hasText: SAID });
  await noted.waitFor();
  await page.getByText("kirim penawaran").first().waitFor();
  await axe(page);

  // Whoever was named is told, and comes to what was said.
  const manager = await (await desk({ language: "en" })).newPage();
  await signIn(manager, program, "Budi");
  await manager.goto("/notices");
  await manager.getByRole("button", { name: /Ayu/ }).first().click();
  await manager.getByText(SAID).waitFor();

  // What matters stays on top.
  await noted.locator('form[action$="/pin"] button').click();
  await page.locator(".pinned li", { hasText: SAID }).waitFor();
  await pictures(page, "account-with-pin");
  await page.locator('.pinned form[action$="/unpin"] button').click();
  await page.locator(".pinned").waitFor({ state: "detached" });

  // Said wrongly: hidden, and taken back.
  await noted.locator('a[href$="/edit"]').click();
  await page.locator('form[action$="/hide"] button').click();
  const confirm = page.locator("dialog[role=alertdialog] .button.danger");
  if (await confirm.isVisible()) await confirm.click();
  await page.waitForURL((url) => url.pathname.startsWith("/accounts/"));
  assert.equal(await page.locator("blockquote", { hasText: SAID }).count(), 0);
  await page.locator('form[action$="/restore"] button').first().click();
  await page.locator("blockquote", { hasText: SAID }).first().waitFor();
});

journey("whoever may not see a client hears nothing of it", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts");
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  const client = new URL(page.url()).pathname;
  const name = (await page.locator("h1").textContent()) ?? "";
  assert.ok(name);

  // A colleague whose client it is not: not in the list, not by search, not by its address.
  const other = await (await desk({ language: "en" })).newPage();
  await signIn(other, program, "Dimas");
  const seen = await other.goto(client);
  assert.equal(seen?.status(), 404);
  await axe(other);
  await other.goto(`/search?q=${encodeURIComponent(name)}`);
  assert.equal(await other.locator(`a[href="${client}"]`).count(), 0);
  await other.goto(`/accounts?q=${encodeURIComponent(name)}`);
  assert.equal(await other.locator(`a[href="${client}"]`).count(), 0);
});
