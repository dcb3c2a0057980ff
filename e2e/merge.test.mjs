//! A client that was written down twice becomes one, and two again.

import assert from "node:assert/strict";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";
import { textOf } from "./support/text.mjs";

journey("a client that is there already is warned of, merged and parted", async (start) => {
  const { program, desk } = start;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts");
  const known = page.locator("main .whole").first();
  const name = await textOf(known);
  const href = await known.getAttribute("href");

  await page.goto("/accounts/new");
  await page.locator("input[name=name]").fill(`${name}, PT`);
  await page.getByRole("button", { name: "Simpan" }).click();
  const warning = page.getByRole("alert");
  await warning.getByRole("link", { name }).waitFor();
  await axe(page);
  await warning.getByRole("button", { name: "Tetap catat" }).click();
  await page.getByRole("heading", { level: 1, name: `${name}, PT` }).waitFor();
  const twin = new URL(page.url()).pathname;

  await page.goto(`${href}/merge?with=${twin.split("/").pop()}`);
  await axe(page);
  await page.getByRole("button", { name: "Gabungkan" }).click();
  await page.getByText(`${name}, PT digabungkan ke sini`).waitFor();
  await axe(page);

  await page.goto(twin);
  assert.equal(new URL(page.url()).pathname, href);
  await page.getByRole("button", { name: "Batalkan penggabungan" }).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.getByText("Keduanya terpisah lagi").waitFor();
  assert.equal(new URL(page.url()).pathname, twin);
});

journey("the search field offers what comes near while one types", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts");
  const known = page.locator("main .whole").first();
  const href = await known.getAttribute("href");
  const name = await textOf(known);

  await page.keyboard.press("Control+k");
  await page.keyboard.type(name.toLowerCase());
  await page.getByRole("option", { name }).first().waitFor();
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await page.waitForURL((url) => url.pathname === href);
});

journey("what two colleagues wrote down waits, with what speaks for it", async (here) => {
  const { program, desk } = here;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Budi");
  const waiting = [
    { there: "/accounts/duplicates", name: "PT Sinar Logistik Nusantara", score: 80 },
    { there: "/contacts/duplicates", name: "Pak Rudy Hartono", score: 90 },
  ];

  for (const { there, name, score } of waiting) {
    await page.goto(there);
    const pair = page.locator(".twins", { hasText: name });
    await pair.getByText(`Kemiripan ${score} dari 100`).waitFor();
    await pair.getByText("telepon sama").waitFor();
    await axe(page);
    await pictures(page, `waiting${there.replaceAll("/", "-")}`);
    await pair.getByRole("link", { name: "Bandingkan dan gabungkan" }).click();
    await page.waitForURL(/\/merge\?with=/);
    await axe(page);
  }
});
