//! A list is narrowed, kept as a view, changed as a whole, and put back.

import assert from "node:assert/strict";
import { askAll } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

journey("a view is kept, found by the team, and deleted with a way back", async (here) => {
  const { program, desk } = here;
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/accounts?tier=B");

  await page.getByRole("link", { name: "Save this view" }).click();
  await axe(page);
  await pictures(page, "save-view");
  const kept = page.getByRole("region", { name: "What is kept" });
  assert.match(
    (await kept.textContent()) ?? "",
    /Tier\s*Tier B\s*Order\s*By name\s*Columns\s*As usual/,
  );
  await page.getByLabel("Name").fill("Tier B of the team");
  await page.getByLabel("Who finds it").selectOption("team");
  await page.getByRole("button", { name: "Save" }).click();

  assert.equal(new URL(page.url()).search, "?tier=B");
  const chip = page.getByRole("navigation", { name: "Saved views" }).locator("[aria-current=page]");
  assert.equal(await chip.textContent(), "Tier B of the team");
  await axe(page);

  const other = await (await desk({ language: "en" })).newPage();
  await signIn(other, program, "Ayu");
  await other.goto("/accounts");
  await other.getByRole("link", { name: "Tier B of the team" }).click();
  await other.waitForURL("**/accounts?tier=B");
  assert.equal(await other.getByRole("link", { name: "Change view" }).count(), 0, "not hers");

  await page.getByRole("link", { name: "Change view" }).click();
  await axe(page);
  await page.getByRole("button", { name: "Delete view" }).click();
  assert.equal(await page.getByRole("link", { name: "Tier B of the team" }).count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(
    await page
      .getByRole("navigation", { name: "Saved views" })
      .locator("[aria-current=page]")
      .count(),
    1,
  );
});

journey("many clients are changed at once, and put back", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/accounts?tier=A");
  const before = await page.locator("tbody tr").count();
  assert.ok(1 < before, "the demo has clients of tier A");

  await page.getByRole("link", { name: "Change many at once" }).click();
  await axe(page);
  await page.getByLabel("What to change").selectOption("industry");
  await page.getByRole("textbox", { name: /Industry/ }).fill("Properti");
  await page.getByRole("button", { name: "See what would happen" }).click();
  await axe(page);
  await pictures(page, "change-in-bulk");
  await page.getByRole("button", { name: /^Change \d+ clients?$/ }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  assert.equal(await ofProperty(page), before);

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(/as (it|they) (was|were)/).waitFor();
  assert.notEqual(await ofProperty(page), before);
});

journey("filters are seen and taken away, columns are arranged by keys", async (here) => {
  const { program, desk } = here;
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/accounts?tier=A&status=client");

  await axe(page);
  await page.getByRole("link", { name: "Remove filter Tier: Tier A" }).click();
  assert.equal(new URL(page.url()).search, "?status=client");

  await page.getByText("Columns", { exact: true }).click();
  await axe(page);
  await pictures(page, "columns");
  const menu = page.getByRole("list", { name: "Columns" });
  await menu.getByLabel("Industry").check();
  await menu.getByLabel("Status").focus();
  await page.keyboard.press("Space");
  const up = menu.getByRole("button", { name: "Move up: Industry" });
  await up.focus();
  const place = () =>
    menu.locator("[data-column]").evaluateAll((all) => {
      return all.findIndex((it) => it.textContent?.includes("Industry"));
    });
  // To the top, one press after the other; the button keeps the focus.
  for (let at = await place(); at > 0; at -= 1) await page.keyboard.press("Enter");
  assert.equal(await place(), 0);
  await page
    .getByRole("status")
    .getByText(/^Industry: 1 of/)
    .waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Show", exact: true }).click();

  const heads = await page.locator("thead th").allInnerTexts();
  assert.deepEqual(heads.filter(Boolean).slice(0, 3), ["Client name", "Industry", "Tier"]);
  assert.ok(!heads.includes("Status"), heads.join());
  assert.ok(await page.getByRole("link", { name: "Remove filter Status: Client" }).isVisible());
  await pictures(page, "columns-chosen");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("link", { name: "As usual" }).click();
  assert.equal(new URL(page.url()).search, "?status=client");
});

journey("a view whose tag is gone says so and shows nothing", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/accounts?tag=Musiman");

  await page.getByRole("status").getByText("no longer there, or not for you: Tags").waitFor();
  assert.equal(await page.locator("tbody tr").count(), 0);
  await axe(page);
  await pictures(page, "filter-gone");
  await page.getByRole("link", { name: "Save this view" }).click();
  assert.ok(await page.getByText("no longer there", { exact: true }).isVisible());
  await page.goBack();
  await page.getByRole("link", { name: "Remove filter Tags: Musiman" }).click();
  assert.ok(0 < (await page.locator("tbody tr").count()));
});

journey("rows are chosen by keys, over pages, and changed", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await openMany(page, 55);
  await page.goto("/accounts?q=Pilihan");
  const boxes = page.locator("tbody [data-row]");
  assert.equal(await boxes.count(), 50);
  assert.ok(await page.locator(".bulk-bar").isHidden(), "nothing is chosen yet");

  await boxes.nth(0).focus();
  await page.keyboard.press("Space");
  await boxes.nth(2).focus();
  await page.keyboard.press("Shift+Space");
  const count = page.locator(".bulk-bar output");
  assert.equal(await count.textContent(), "3 selected");
  await page
    .locator(".unseen[role=status]", { hasText: "3 selected" })
    .waitFor({ state: "attached" });
  await axe(page);
  await pictures(page, "rows-chosen");

  // The next page knows what was chosen, and so does this one after it.
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await page.waitForURL("**cursor=**");
  assert.equal(await count.textContent(), "3 selected");
  await boxes.nth(0).check();
  assert.equal(await count.textContent(), "4 selected");
  await page.goto("/accounts?q=Pilihan");
  assert.equal(await count.textContent(), "4 selected");
  assert.equal(await page.locator("tbody [data-row]:checked").count(), 3);
  // Another question is another choice.
  await page.goto("/accounts?q=Pilihan&sort=-updated");
  assert.ok(await page.locator(".bulk-bar").isHidden());

  await page.goto("/accounts?q=Pilihan");
  await page.getByRole("button", { name: "Change…" }).click();
  assert.ok(await page.getByText("4 clients that you selected").isVisible());
  await page.getByLabel("What to change").selectOption("industry");
  await page.getByRole("textbox", { name: /Industry/ }).fill("Pilihan");
  await page.getByRole("button", { name: "See what would happen" }).click();
  await page.getByRole("button", { name: "Change 4 clients" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  assert.equal((await askAll(page, "/accounts?industry=Pilihan")).length, 4);
  assert.ok(await page.locator(".bulk-bar").isHidden(), "what was chosen was done");

  // Everything that fits, and none of it.
  await boxes.nth(0).check();
  await page.getByLabel("All that match (55 clients)").check();
  assert.equal(await count.textContent(), "55 selected");
  await page.getByRole("button", { name: "Clear selection" }).click();
  assert.ok(await page.locator(".bulk-bar").isHidden());
  assert.equal(await page.locator("tbody [data-row]:checked").count(), 0);
});

journey("rows are chosen and changed without a script", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await page.route("**/*.js", (route) => route.abort());
  await signIn(page, program, "Budi");
  await page.goto("/accounts?tier=B");

  await page.locator("tbody [data-row]").nth(0).check();
  await page.locator("tbody [data-row]").nth(1).check();
  await page.getByRole("button", { name: "Change…" }).click();
  assert.ok(await page.getByText("2 clients that you selected").isVisible());
  await page.goto("/accounts?tier=B");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("list", { name: "Columns" }).getByLabel("Industry").check();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("button", { name: "Move up: Industry" }).click();
  assert.ok(await page.getByRole("list", { name: "Columns" }).isVisible(), "the menu stays open");
});

journey("prospects are handed over together", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/prospects?status=open&sort=name");
  await axe(page);
  await pictures(page, "prospects");
  await page.locator("tbody [data-row]").nth(0).check();
  await page.locator("tbody [data-row]").nth(1).check();
  await page.getByRole("button", { name: "Hand over…" }).click();
  await axe(page);
  await pictures(page, "pass-prospects");
  await page.getByLabel("Owner").selectOption({ label: "Rizky Pratama" });
  await page.getByRole("button", { name: "Hand over", exact: true }).click();
  await page.getByText("2 prospects were handed over.").waitFor();
});

/**
 * Opens clients whose names begin alike, one for each number.
 * @param {import("playwright-core").Page} page
 * @param {number} many
 */
async function openMany(page, many) {
  await page.evaluate(async (count) => {
    for (let number = 1; number <= count; number += 1) {
      const name = `Pilihan ${String(number).padStart(2, "0")}`;
      const response = await fetch("/api/v1/accounts?anyway=true", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name, status: "client" }),
      });
      if (response.status !== 201) throw new Error(await response.text());
    }
  }, many);
}

/**
 * How many clients of tier A are of this industry, by the API.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<number>}
 */
async function ofProperty(page) {
  return (await askAll(page, "/accounts?industry=Properti&tier=A")).length;
}

journey("without tiles clients are read by city", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts/map");
  await page.getByText("No map is set up on this server").waitFor();
  assert.ok(0 < (await page.locator("[data-lat]").count()));
  await axe(page);
  await pictures(page, "map-by-city");
});
