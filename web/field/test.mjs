// Runs the tests that stand beside the rules: node field/test.mjs
//
// Each is bundled first, since Node 20 does not read TypeScript.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

const field = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(field, { recursive: true }).filter((path) => path.endsWith(".test.ts"));
const out = mkdtempSync(join(tmpdir(), "field-tests-"));

try {
  await esbuild.build({
    bundle: true,
    entryPoints: tests.map((path) => join(field, path)),
    format: "esm",
    logLevel: "warning",
    nodePaths: [join(field, "..", "node_modules")],
    outdir: out,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    define: { __FIELD__: JSON.stringify(field) },
  });
  const built = readdirSync(out, { recursive: true }).filter((path) => path.endsWith(".test.mjs"));
  const { status } = spawnSync(
    process.execPath,
    ["--test", ...built.map((path) => join(out, path))],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
