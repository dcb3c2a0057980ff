//! The API does what its description says, whatever is asked of it. Schemathesis reads the
//! description and asks what fits it and what does not.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

const settings = fileURLToPath(new URL("schemathesis.toml", import.meta.url));

journey("the API keeps to its description", async ({ program, desk }) => {
  const asker = process.env.JEMBATAN_SCHEMATHESIS;
  assert.ok(asker, "JEMBATAN_SCHEMATHESIS names the program; `cargo xtask test browser` brings it");
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  await page.goto("/settings/tokens");
  await page.locator("input[name=name]").fill("Uji");
  await page.locator("input[name=days]").fill("1");
  await page.locator("form[action='/settings/tokens'] button").click();
  const token = await page.locator("#token").textContent();

  const { code, said } = await run(
    asker,
    ["--no-color", "--config-file", settings, "run", `${program.address}/api/v1/openapi.json`],
    { JEMBATAN_TOKEN: token ?? "" },
  );

  assert.equal(code, 0, said);
});

/**
 * @param {string} file
 * @param {string[]} words
 * @param {Record<string, string>} more of its environment
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function run(file, words, more) {
  const child = spawn(file, words, { env: { ...process.env, ...more } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part) => {
      said += part;
    });
  }
  return new Promise((done, failed) => {
    child.on("error", failed).on("close", (code) => done({ code, said }));
  });
}
