//! What becomes of a slip: it is said where it happened, and nothing is lost.

import assert from "node:assert/strict";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { textOf } from "./support/text.mjs";

journey("a form says what is wrong beside the field, and keeps the rest", async (start) => {
  const { program, desk } = start;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");
  await page.goto("/accounts/new");

  await page.locator("input[name=name]").fill("Toko Sumber Rejeki");
  await page.locator("input[name=phone]").fill("12");
  await page.getByRole("button", { name: "Simpan" }).click();

  const phone = page.locator("input[name=phone]");
  await phone.and(page.locator("[aria-invalid=true]")).waitFor();
  assert.equal(await phone.inputValue(), "12");
  assert.equal(await page.locator("input[name=name]").inputValue(), "Toko Sumber Rejeki");
  const said = await phone.getAttribute("aria-describedby");
  assert.match(await textOf(page.locator(`#${said?.split(" ")[0]}`)), /nomor telepon/);
  await axe(page);
});

journey("a link that leads nowhere leads back", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");

  await page.goto("/tidak-ada");
  await axe(page);
  await page.getByRole("link", { name: "Ke halaman awal" }).click();

  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/accounts");
});

journey("an invitation lets in once", async ({ program, desk }) => {
  const office = await (await desk()).newPage();
  await signIn(office, program, "Sri");
  await office.goto("/people/new");
  await office.locator("input[name=name]").fill("Gilang Ramadhan");
  await office.locator("input[name=email]").fill("gilang@cahaya.example");
  await office.locator("main form button").first().click();
  const link = await textOf(office.locator(".notice code"));

  const page = await (await desk()).newPage();
  await page.goto(link);
  for (const name of ["password", "again"])
    await page.locator(`input[name=${name}]`).fill("sebuah jembatan kayu");
  await page.getByRole("button", { name: "Simpan dan masuk" }).click();
  await page.locator("main h1").waitFor();
  await page.goto(link);

  await page.getByText("Tautan ini sudah dipakai").waitFor();
  await axe(page);
});
