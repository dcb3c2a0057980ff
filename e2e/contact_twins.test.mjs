//! A contact who was written down twice becomes one, and two again; one who is deleted comes back.

import { ask } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

journey("a contact who is there already is warned of, merged and parted", async (start) => {
  const { program, desk } = start;
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");
  const { items } = await ask(page, "/contacts");
  const isThere = (/** @type {any} */ post) => post.left_on === null;
  const known = items.find((/** @type {any} */ it) => it.accounts.some(isThere));
  const client = `/accounts/${known.accounts.find(isThere).account_id}`;

  await page.goto(`${client}/contacts/new`);
  await page.locator("form.form input[name=name]").fill(known.name);
  await page.getByRole("button", { name: "Simpan" }).click();
  const warning = page.getByRole("alert");
  await warning.getByRole("link", { name: known.name }).waitFor();
  await axe(page);
  await warning.getByRole("button", { name: "Tetap catat" }).click();
  await page.waitForURL((url) => url.pathname === client);

  await page.goto("/contacts/duplicates?state=dismissed");
  await axe(page);
  await page.getByRole("button", { name: "Tanyakan lagi" }).first().click();
  await page.getByText("Pasangan ini menunggu lagi").waitFor();
  await page.getByRole("link", { name: "Bandingkan dan gabungkan" }).first().waitFor();
  await axe(page);
  const there = await ask(page, `/contacts?account_id=${client.split("/").pop()}`);
  const same = (/** @type {any} */ it) => it.name === known.name && it.id !== known.id;
  const twin = `${client}/contacts/${there.items.find(same).id}/edit`;

  await page.goto(`${client}/contacts/${known.id}/merge?with=${twin.split("/").at(-2)}`);
  await axe(page);
  await page.getByRole("button", { name: "Gabungkan" }).click();
  await page.getByText("sekarang bagian dari kontak ini").waitFor();
  await page.goto(twin);
  await page.waitForURL((url) => url.pathname === `${client}/contacts/${known.id}/edit`);
  await axe(page);
  await page.getByRole("button", { name: "Batalkan penggabungan" }).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.getByText("Keduanya terpisah lagi").waitFor();

  await page.goto(twin);
  await page.getByRole("button", { name: "Hapus kontak" }).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.getByText("dapat dikembalikan sampai").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Kembalikan kontak" }).click();
  await page.getByRole("heading", { level: 1, name: "Ubah kontak" }).waitFor();
});
