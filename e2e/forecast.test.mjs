//! Somebody says what will come, and whoever answers for them adjusts it and accepts it.

import assert from "node:assert/strict";
import { ask } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

journey("a forecast goes from a deal to an approval", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");

  // One click says how a deal counts.
  const { items: deals } = await ask(page, "/opportunities?kind=open&q=Paket");
  await page.goto(`/opportunities/${deals[0].id}`);
  await page.locator("button[name=category][value=commit]").click();
  await page.locator("button[name=category][value=commit][aria-pressed=true]").waitFor();
  await axe(page);

  // What is typed wrongly stays beside its sentence.
  await page.goto("/forecast");
  await axe(page);
  await page.locator("[id=call-IDR]").fill("banyak");
  await page.locator("#comment").fill("Kontrak tahunan tinggal tanda tangan");
  await page.locator("form[action='/forecast'] .button").click();
  await page.locator("[id=call-IDR-error]").waitFor();
  assert.equal(
    await page.locator("#comment").inputValue(),
    "Kontrak tahunan tinggal tanda tangan",
    "what was typed is still there",
  );
  await page.locator("[id=call-IDR]").fill("125.000.000");
  await page.locator("form[action='/forecast'] .button").click();
  await page.locator(".notice.flash").waitFor();

  // Taken back, and said again.
  await page.locator(".notice.flash button").click();
  await page.locator("[id=call-IDR]").fill("120.000.000");
  await page.locator("form[action='/forecast'] .button").click();
  await page.locator(".badge.waits").first().waitFor();

  // The manager makes something else of it.
  const desk2 = await (await desk()).newPage();
  await signIn(desk2, program, "Budi");
  await desk2.goto("/forecast/team");
  await axe(desk2);
  await desk2.locator("tr", { hasText: "Ayu Lestari" }).locator("a[href^='/forecasts/']").click();
  await axe(desk2);
  await desk2.locator("button[name=verdict][value=return]").click();
  await desk2.locator("#why-error").waitFor();
  await desk2.locator("[id=adjusted-IDR]").fill("110.000.000");
  await desk2.locator("button[name=verdict][value=approve]").click();
  await desk2.locator(".notice.flash").waitFor();
  const row = desk2.locator("tr", { hasText: "Ayu Lestari" });
  assert.match((await row.textContent()) ?? "", /110\.000\.000/);

  // Its target is locked, and opened for a reason.
  await desk2.goto("/forecast/targets");
  await desk2.locator(".icon-lock").first().waitFor();
  await axe(desk2);
});
