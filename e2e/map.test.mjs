//! Clients on a map of the operator's own tiles, and the same clients in the list below it.

import assert from "node:assert/strict";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

// A picture of our own stands for every tile: nobody else is asked.
process.env.JEMBATAN_TILES_URL = "/icons/192.png?{z}/{x}/{y}";
process.env.JEMBATAN_TILES_CREDIT = "© Kami";

journey("the map is read by keyboard, and leads to a client", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Budi");
  await page.goto("/accounts?status=client");
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await page.waitForURL("**/accounts/map?status=client");
  const map = page.getByRole("group", { name: "Map of clients" });
  await map.locator(".map-marks > *").first().waitFor();
  await axe(page);
  await pictures(page, "map");

  const count = await page.locator("[data-lat]").count();
  const shown = async () => {
    const clusters = await map.locator(".map-cluster > [aria-hidden]").allTextContents();
    const points = await map.locator(".map-point").count();
    return clusters.reduce((sum, it) => sum + Number(it), points);
  };
  assert.equal(await shown(), count, "all of them are on the map");

  await map.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("+");
  assert.ok((await shown()) < count, "closer, fewer of them");
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await shown(), count);

  await page.getByLabel("Sort from").fill("-6.2, 106.8");
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  await page.getByRole("heading", { name: "The nearest first" }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("status"), "client");
  await page.locator("[data-lat] a").first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/);
});
