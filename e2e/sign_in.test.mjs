//! People sign in and out, on phone and desk, in both languages.

import assert from "node:assert/strict";
import { axe } from "./support/axe.mjs";
import { button } from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { person, signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

for (const language of /** @type {const} */ (["id", "en"])) {
  journey(`everybody can use the sign-in page in ${language}`, async ({ desk }) => {
    const context = await desk({ language });
    const page = await context.newPage();

    await page.goto("/sign-in");

    assert.equal(await page.locator("html").getAttribute("lang"), language);
    await axe(page);
    await pictures(page, `sign-in-${language}`);
  });
}

journey("an executive signs in on a phone", async ({ program, phone }) => {
  const context = await phone();
  const page = await context.newPage();

  await signIn(page, program, "Ayu");

  assert.equal(new URL(page.url()).pathname, "/field", "where an executive's day is");
  await button(page, "work-button").waitFor();
  const [session] = (await context.cookies()).filter(({ httpOnly }) => httpOnly);
  assert.ok(session?.secure && session.name.startsWith("__Host-"), "the session's cookie");
  await axe(page);
});

journey("a wrong password is refused in words", async ({ program, desk }) => {
  const context = await desk();
  const page = await context.newPage();
  await page.goto("/sign-in");

  await page.locator("input[name=email]").fill(person(program, "Ayu").email);
  await page.locator("input[name=password]").fill("bukan kata sandi saya");
  await page.locator("form:has(input[name=password]) button").first().click();

  await page.getByRole("alert").waitFor();
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await axe(page);
});
