//! A work day begins without a signal, and reaches the server once.

import assert from "node:assert/strict";
import { askAll, midnight, personId, today } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { profile } from "./support/browser.mjs";
import { allSent, button, openField, punch, receipt, unsent } from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

journey("a clock-in without signal outlives the browser and is recorded once", async (start) => {
  const { program, desk, phone } = start;
  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");
  const dimas = await personId(office, "Dimas");
  const punches = `/attendance/punches?person_id=${dimas}&from=${midnight()}&kind=clock_in`;

  const folder = await profile();
  let context = await phone({ profile: folder.path });
  let page = await context.newPage();
  await signIn(page, program, "Dimas");
  await openField(page);

  await context.setOffline(true);
  await punch(page);
  assert.equal(await unsent(page), 1);
  await axe(page);
  await context.close();

  context = await phone({ profile: folder.path });
  await context.setOffline(true);
  page = await context.newPage();
  await page.goto("/field");
  await page.locator(".work[data-now=working]").waitFor();
  assert.equal(await unsent(page), 1, "it stands in the outbox after the restart");
  assert.deepEqual(await askAll(office, punches), [], "nothing reached the server yet");

  await context.setOffline(false);
  await allSent(page);
  await page.reload();
  await allSent(page);

  const recorded = await askAll(office, punches);
  assert.equal(recorded.length, 1);
  const [fact] = recorded;
  assert.equal(fact.time.grade, "exact", "the phone had the server's time when it was pressed");
  const shown = await receipt(page, "Absen masuk");
  await shown.getByText(/^\d{8}-[0-9A-F]{8}$/).waitFor();
  await axe(page);

  const days = await askAll(office, `/attendance/days?person_id=${dimas}&from=${today()}`);
  assert.equal(days.length, 1, "the day that he forgot to end yesterday is another one");
  await context.close();
  await folder.remove();
});

journey("a work day that was ended goes on with another clock-in", async ({ program, phone }) => {
  const page = await (await phone()).newPage();
  await signIn(page, program, "Ayu");
  await openField(page);

  await punch(page);
  await page.locator(".work[data-now=finished]").waitFor();
  await punch(page);
  await page.locator(".work[data-now=working]").waitFor();
  await allSent(page);

  await button(page, "place-record").click();
  await page.locator(".record-day .fact").first().waitFor();
  await axe(page);
});

journey("a phone in another zone shows its own times, and says so", async ({ program, phone }) => {
  const page = await (await phone({ zone: "Asia/Makassar" })).newPage();
  await signIn(page, program, "Putri");
  await openField(page);

  await page.getByText("Jam di sini WITA, jam perusahaan WIB.").waitFor();
  await page.locator(".work", { hasText: /Jadwal .* WIB/ }).waitFor();
  await punch(page);
  await allSent(page);
  const shown = await receipt(page, "Absen pulang");
  await shown
    .getByText(/^\d\d\.\d\d WITA$/)
    .first()
    .waitFor();
});
