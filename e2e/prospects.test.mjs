//! A prospect is written down, a twin is warned of, rules say whose it is, it becomes a client, the
//! checklist begins, and all of it is undone.

import assert from "node:assert/strict";
import { ask } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

journey("a prospect becomes a client with a checklist, and is taken back", async (start) => {
  const { program, desk } = start;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Budi");

  // What is there already is warned of, with its reason; nothing typed is lost.
  await page.goto("/prospects/new");
  await page.locator("#name").fill("Apotek Sumber Waras");
  await page.locator("#city").fill("Depok");
  await page.locator("#source").selectOption("referral");
  await axe(page);
  await page.locator("main form .button:not(.quiet)").click();
  const warning = page.locator(".notice.warn");
  await warning.waitFor();
  assert.match((await warning.textContent()) ?? "", /Apotek Sumber Waras/);
  assert.equal(await page.locator("#city").inputValue(), "Depok");
  await axe(page);

  // Another name: the rules say whose it is, in words.
  await page.locator("#name").fill("Apotek Pelita Depok");
  await page.locator("#contact_name").fill("Ibu Sulastri");
  await page.locator("#phone").fill("0812 5550 777");
  await page.locator("#owner_id").selectOption("rules");
  await page.locator("main form > .buttons .button:not(.quiet)").click();
  await page.locator("h1", { hasText: "Apotek Pelita Depok" }).waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const written = await ask(page, `/prospects/${id}`);
  assert.notEqual(written.owner_id, null);
  assert.match(written.assignments[0].why, /Jabodetabek bergiliran/);
  await axe(page);

  // It goes its way by the keyboard alone, and becomes a client.
  await page.locator(".stage-bar button").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".stage-bar li.here", { hasText: /Dihubungi|Contacted/ }).waitFor();
  await page.goto(`/prospects/${id}/convert`);
  await page.locator("input[name=with_deal]").check();
  await page.locator("#deal_name").fill("Kertas resep");
  await axe(page);
  await page.locator("main form > .buttons .button:not(.quiet)").click();
  await page.waitForURL((url) => url.pathname.startsWith("/accounts/"));
  const account = new URL(page.url()).pathname.split("/").at(-1);
  await page.locator("#onboarding").waitFor();
  /** @type {{ why: string, steps: { id: string, kind: string, seen: string | null }[] }} */
  const begun = await ask(page, `/accounts/${account}/onboarding`);
  assert.equal(begun.why, "converted");
  assert.equal(begun.steps[0]?.seen, "account");
  await axe(page);

  // A step is ticked, and that is taken back.
  const explain = begun.steps.find((it) => it.kind === "explain");
  const tick = page.locator(`form[action="/onboarding/steps/${explain?.id}/done"] button`);
  await tick.click();
  await page.locator(".flash form button").click();
  await page.locator(`form[action="/onboarding/steps/${explain?.id}/done"]`).waitFor();

  // The conversion is undone: the client goes, the prospect is there.
  await page.goto(`/prospects/${id}`);
  await page.locator(`form[action="/prospects/${id}/unconvert"] button`).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.locator(".flash").waitFor();
  const now = await ask(page, `/prospects/${id}`);
  assert.deepEqual([now.status, now.account_id], ["qualified", null]);
  const { items: found } = await ask(page, "/accounts?q=Apotek%20Pelita");
  assert.deepEqual(found, []);
});
