//! The manager's board shows what happens in the field while it happens.

import { axe } from "./support/axe.mjs";
import { checkIn, openField } from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { person, signIn } from "./support/person.mjs";
import { textOf } from "./support/text.mjs";

/** From the receipt on the phone to the board, at most. */
const DEADLINE_MS = 2_000;

journey("the board shows a check-in within two seconds of its receipt", async (start) => {
  const { program, desk, phone } = start;
  const office = await (await desk()).newPage();
  await signIn(office, program, "Budi");
  await office.goto("/team/board");
  await office.locator(".live-state[data-state=up]").waitFor();
  const card = office.locator(".board-card", { hasText: person(program, "Dimas").name });
  await card.waitFor();
  // Whoever loads the page anew takes this mark away.
  await office.evaluate(() => document.body.setAttribute("data-same-page", ""));

  const page = await (await phone()).newPage();
  await signIn(page, program, "Dimas");
  await openField(page);
  const client = await textOf(page.locator(".card.visit h2 a"));
  const answered = page.waitForResponse((response) => response.url().endsWith("/field/events"));
  await checkIn(page);
  await answered;

  await card.getByText(client).waitFor({ timeout: DEADLINE_MS });
  await office.locator("body[data-same-page]").waitFor();
  await axe(office);
});

journey("the board says when it no longer hears of anything", async ({ program, desk }) => {
  const context = await desk();
  const office = await context.newPage();
  await signIn(office, program, "Budi");
  await office.goto("/team/board");
  await office.locator(".live-state[data-state=up]").waitFor();

  await context.setOffline(true);
  await office.locator(".live-state[data-state=down]").waitFor();
  await axe(office);
  await context.setOffline(false);
  await office.locator(".live-state[data-state=up]").waitFor();
});
