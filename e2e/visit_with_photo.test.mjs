//! A visit with all that can be told of it, as the manager reads it afterwards.

import assert from "node:assert/strict";
import { ask, askAll, personId, today } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { allSent, button, checkIn, checkOut, openField, receipt } from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { person, signIn } from "./support/person.mjs";
import { textOf } from "./support/text.mjs";

const VISITS = /** @type {const} */ ([
  {
    language: "id",
    who: "Dimas",
    outcome: "Perlu tindak lanjut",
    note: "Pemilik minta contoh barang.",
    step: "Kirim contoh",
    words: { checkIn: "Check-in", photo: /Foto/ },
  },
  {
    language: "en",
    who: "Rizky",
    outcome: "Needs follow-up",
    note: "The owner asked for samples.",
    step: "Send samples",
    words: { checkIn: "Check-in", photo: /Photo/ },
  },
]);

for (const { language, who, outcome, note, step, words } of VISITS) {
  journey(
    `a manager sees a visit's photo, outcome, note and next step in ${language}`,
    async ({ program, desk, phone }) => {
      const page = await (await phone({ language })).newPage();
      await signIn(page, program, who);
      await openField(page);
      const card = page.locator(".card.visit h2 a");
      const client = await textOf(card);

      await checkIn(page, { photo: true });
      await page.locator(".card.visit.waits").waitFor();
      await checkOut(page, { outcome, note, step, photo: true });
      await allSent(page);
      await receipt(page, `${words.checkIn} · ${client}`);
      await axe(page);

      const office = await (await desk({ language })).newPage();
      await signIn(office, program, "Budi");
      const owner = await personId(office, person(program, who).name);
      const visits = await askAll(office, `/visits?person_id=${owner}&from=${today()}&state=done`);
      const accounts = await ask(office, `/accounts?q=${encodeURIComponent(client)}`);
      const visit = visits.find(({ account_id }) => account_id === accounts.items[0].id);
      assert.equal(visit?.note, note);

      await office.goto(`/visits?from=${today()}&to=${today()}&person_id=${owner}`);
      await office.getByRole("link", { name: client }).click();
      await office.getByText(note).waitFor();
      await office.getByText(outcome, { exact: true }).first().waitFor();
      const photos = office.getByRole("img", { name: words.photo });
      assert.equal(await photos.count(), 2, "one of the arrival and one of the departure");
      for (const photo of await photos.all()) await isShown(photo);
      await axe(office);

      await office.goto(`/accounts/${visit.account_id}`);
      await office.getByText(step).first().waitFor();
    },
  );
}

/**
 * The server sent a picture, and the browser could read it.
 * @param {import("playwright-core").Locator} photo
 */
async function isShown(photo) {
  await photo.scrollIntoViewIfNeeded();
  await photo.evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
  assert.ok((await photo.evaluate((/** @type {HTMLImageElement} */ it) => it.naturalWidth)) > 100);
}

journey("a photo can be taken back before it is sent", async ({ program, phone }) => {
  const page = await (await phone()).newPage();
  await signIn(page, program, "Rizky");
  await openField(page);

  await button(page, "check-in-*").click();
  await page.locator("dialog .position[data-look=found]").waitFor();
  await button(page, "moment-done").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Batalkan, saya salah tekan" }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.locator(".card.visit.waits").waitFor({ state: "detached" });
  await allSent(page);
});
