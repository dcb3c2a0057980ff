// What esbuild does for us: one build for the desk, one for the field app, one for its worker.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import * as esbuild from "esbuild";

import { stylesheet } from "./icons.mjs";
import { pageModules } from "./modules.mjs";

const FLOOR = ["chrome111", "firefox113", "safari16.4"];

function options(web, plugins) {
  return {
    absWorkingDir: web,
    bundle: true,
    charset: "utf8",
    conditions: ["browser"],
    format: "esm",
    legalComments: "none",
    loader: { ".ftl": "text", ".png": "file", ".svg": "dataurl", ".woff2": "file" },
    logLevel: "warning",
    metafile: true,
    minify: true,
    // A capability's TypeScript stands outside this folder and still finds what is installed here.
    nodePaths: [join(web, "node_modules")],
    outdir: "/",
    entryNames: "[name].[hash]",
    chunkNames: "chunk.[hash]",
    assetNames: "[name].[hash]",
    plugins,
    splitting: true,
    target: FLOOR,
    write: false,
  };
}

// A module that exists only while building, such as the list of icons.
function made(web, name, contents, loader) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^made:${name}$`) }, () => ({
        path: name,
        namespace: name,
      }));
      build.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: contents(),
        loader,
        resolveDir: web,
      }));
    },
  };
}

const icons = (web) => made(web, "icons", () => stylesheet(web), "css");

// The field app keeps its own styles beside its screens; they join the layer of pages.
const fieldStyles = (web) => made(web, "field-styles", () => imports(join(web, "field")), "css");

function imports(folder) {
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  const sheets = found.filter((path) => path.endsWith(".css")).sort();
  return sheets
    .map((path) => `@import ${JSON.stringify(join(folder, path))} layer(pages);`)
    .join("\n");
}

export async function bundleDesk(files) {
  const { web } = files;
  const modules = pageModules(web);
  const plugins = [icons(web), made(web, "modules", () => modules.source, "js")];
  await bundle(
    files,
    ["css/app.css", "src-ts/desk.ts"],
    plugins,
    {},
    { tsconfig: join(web, "tsconfig.json") },
  );
  return modules.names;
}

// Returns what the field app needs to start without a network.
export async function bundleField(files) {
  const { web } = files;
  const entries = ["css/field.css", "field/main.ts"].filter((entry) =>
    existsSync(join(web, entry)),
  );
  const addresses = await bundle(files, entries, [icons(web), fieldStyles(web)], { main: "field" });
  return addresses.filter((address) => !address.includes("latin-ext"));
}

export async function bundleServiceWorker(files, precache) {
  const entry = join(files.web, "field", "sw.ts");
  if (!existsSync(entry)) return;
  const shell = join(files.web, "field", "shell.html");
  const page = existsSync(shell) ? readFileSync(shell) : "";
  const version = createHash("sha256")
    .update(JSON.stringify(precache))
    .update(page)
    .digest("hex")
    .slice(0, 12);
  const result = await esbuild.build({
    ...options(files.web, []),
    define: { __PRECACHE__: JSON.stringify(precache), __VERSION__: JSON.stringify(version) },
    entryNames: "[name]",
    entryPoints: [entry],
    format: "iife",
    splitting: false,
  });
  files.addRoot("/field/sw.js", result.outputFiles[0].contents);
}

// `renames` gives an entry another name than its file has.
async function bundle(files, entries, plugins, renames = {}, more = {}) {
  const entryPoints = entries.map((entry) => {
    const stem = basename(entry).replace(/\.[a-z]+$/, "");
    return { in: join(files.web, entry), out: renames[stem] ?? stem };
  });
  const result = await esbuild.build({ ...options(files.web, plugins), ...more, entryPoints });
  return result.outputFiles.map((file) => files.addHashed(file.path, file.contents));
}
