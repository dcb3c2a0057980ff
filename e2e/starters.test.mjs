//! An administrator begins with the lists of an industry, and takes them back.

import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

journey("a starter is read, added and taken back", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Sri");
  await page.goto("/settings/starters");
  await axe(page);
  await pictures(page, "starters");
  await page.getByRole("link", { name: /Consumer goods/ }).click();
  await axe(page);
  await pictures(page, "starter");

  await page.getByRole("button", { name: /^Add \d+ that are missing$/ }).click();
  await page.getByText("Your company has all of this starter already.").waitFor();
  await axe(page);
  await page.goto("/settings/pipelines");
  await page.locator('[value="Trading terms"]').first().waitFor({ state: "attached" });
  await page.goto("/settings/starters/fmcg");
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await page.getByText("All of it was taken back").waitFor();
});
