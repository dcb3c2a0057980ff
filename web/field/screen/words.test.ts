import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import english from "../words/en.ftl" with { type: "text" };
import indonesian from "../words/id.ftl" with { type: "text" };

declare const __FIELD__: string;

const sources = readdirSync(__FIELD__, { recursive: true })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => readFileSync(`${__FIELD__}/${path}`, "utf8"))
  .join("\n");

/** Each message with the values that it has to be told. */
function messages(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of text.split(/\n(?=[a-z])/)) {
    const name = /^([a-z][a-z0-9-]*) =/.exec(block)?.[1];
    if (name === undefined) continue;
    const values = new Set([...block.matchAll(/\$([a-z]+)/g)].map((match) => match[1] ?? ""));
    found.set(name, [...values].sort().join(","));
  }
  return found;
}

test("both languages say the same things with the same values", () => {
  assert.deepEqual([...messages(english)].sort(), [...messages(indonesian)].sort());
});

test("every sentence that a screen asks for is there", () => {
  const known = messages(indonesian);
  const asked = [...sources.matchAll(/\bsay\(\s*"([a-z0-9-]+)"/g)].map((match) => match[1] ?? "");

  assert.deepEqual(
    asked.filter((name) => !known.has(name)),
    [],
  );
});

test("no sentence is kept that nobody asks for", () => {
  const named = new Set([...sources.matchAll(/"([a-z0-9-]+)"/g)].map((match) => match[1] ?? ""));
  // `kind-${…}` and its like are asked for by their beginning, "mark" and its like by the code of a server.
  const beginnings = [
    ...sources.matchAll(/`([a-z-]+-)\$\{/g),
    ...sources.matchAll(/sayCode\("([a-z]+)"/g),
  ].map((match) => match[1] ?? "");

  const unused = [...messages(indonesian).keys()].filter(
    (name) => !named.has(name) && !beginnings.some((start) => name.startsWith(start)),
  );

  assert.deepEqual(unused, []);
});
