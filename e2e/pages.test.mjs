//! Every page, for whoever may open it, in both languages, on a phone and on a desk.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axe } from "./support/axe.mjs";
import { openField } from "./support/field.mjs";
import { journey } from "./support/journey.mjs";
import { pagesOf, partsOf, placesOf } from "./support/pages.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";
import { textOf } from "./support/text.mjs";
import { watch } from "./support/watch.mjs";

/** @typedef {import("playwright-core").Page} Page */

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** Axe is slow, and a page of one language is built as that of the other: each looks at one width. */
const CLOSELY = { id: PHONE, en: DESK };
/** Pictures of all pages, for people who look at them. */
const WITH_PICTURES = process.env.JEMBATAN_PICTURES !== undefined;

/** @type {Promise<import("./support/pages.mjs").Parts> | undefined} */
let parts;

for (const who of ["Sri", "Budi", "Ayu"]) {
  for (const language of /** @type {const} */ (["id", "en"])) {
    journey(
      `every page of ${who}'s is whole and open to everybody in ${language}`,
      async ({ program, desk }) => {
        parts ??= furnish(program, desk);
        const known = await parts;
        const context = await desk({ language });
        const page = await context.newPage();
        await signIn(page, program, who);
        await openField(page);
        const complaints = watch(context);

        /** @type {string[]} */
        const faults = [];
        for (const address of await pagesOf(who.toLowerCase())) {
          for (const place of placesOf(address, known)) {
            const found = [...(await look(page, place, CLOSELY[language])), ...complaints()];
            faults.push(...found.map((fault) => `${place}\n  ${fault}`));
            if (WITH_PICTURES) await pictures(page, `${who}-${language}${name(place, known)}`);
          }
        }
        assert.equal(faults.length, 0, faults.join("\n"));
      },
    );
  }
}

/**
 * What is wrong with a page, at both widths and closely at one.
 * @param {Page} page
 * @param {string} place
 * @param {typeof PHONE} closely
 * @returns {Promise<string[]>}
 */
async function look(page, place, closely) {
  const faults = [];
  await page.goto(place);
  await page.locator("h1").first().waitFor();
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) faults.push(`scrolls sideways by ${beyond} px at ${size.width} px`);
    if (size === closely) await axe(page).catch((fault) => faults.push(fault.message));
  }
  return faults;
}

/**
 * What the made-up company lacks: an import with a row that was rejected, an invitation, and a
 * forecast of Ayu's.
 * @param {import("./support/program.mjs").Program} program
 * @param {import("./support/walk.mjs").Browsers["desk"]} desk
 */
async function furnish(program, desk) {
  const folder = await mkdtemp(join(tmpdir(), "jembatan-files-"));
  const file = join(folder, "products.csv");
  await writeFile(file, "product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,mahal\n");
  const errors = join(folder, "errors.csv");
  await program.shell("import", "crm-sales-opportunities", file, "--errors", errors);
  await rm(folder, { recursive: true });

  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  await page.goto("/people/new");
  await page.locator("input[name=name]").fill("Gilang Ramadhan");
  await page.locator("input[name=email]").fill("gilang@cahaya.example");
  await page.locator("input[name=role-account-executive]").check();
  await page.locator("main form button").first().click();
  const link = await textOf(page.locator(".notice code"));

  const ayu = await (await desk()).newPage();
  await signIn(ayu, program, "Ayu");
  return partsOf(page, ayu, link);
}

/**
 * @param {string} place
 * @param {import("./support/pages.mjs").Parts} known
 */
function name(place, known) {
  const words = Object.entries(known).reduce(
    (text, [part, value]) => (value ? text.replace(value, part) : text),
    place,
  );
  return words.replaceAll(/\W+/g, "-");
}
