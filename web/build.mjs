// Builds everything a browser gets, into the folder that cargo names.
//
//   node build.mjs --out FOLDER
//
// FOLDER/files/…        the files, each with its .br and .gz where that is smaller
// FOLDER/manifest.json  plain name → address
// FOLDER/embed.rs       the same list as Rust, which the crate includes

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { bundleDesk, bundleField, bundleServiceWorker } from "./build/bundle.mjs";
import { Collection } from "./build/collection.mjs";
import { rust } from "./build/embed.mjs";
import { shell } from "./build/shell.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const out = resolve(web, values.out);

try {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "files"), { recursive: true });

  const files = new Collection(web, join(out, "files"));
  const modules = await bundleDesk(files);
  const precache = await bundleField(files);
  files.takeRootFiles("public");
  await bundleServiceWorker(files, precache);
  files.compress();

  writeFileSync(join(out, "shell.html"), shell(web, files));
  writeFileSync(join(out, "manifest.json"), JSON.stringify(files.addresses(), null, 2));
  writeFileSync(join(out, "embed.rs"), rust(files, modules));
} catch (fault) {
  // esbuild has already shown where; a stack of its insides would hide that.
  console.error(
    fault instanceof Error && !("errors" in fault) ? fault.message : "The web assets do not build.",
  );
  process.exitCode = 1;
}
