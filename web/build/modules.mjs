// The page modules: capabilities/*/src/*.ts, each loaded when a page names it.

import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

export function pageModules(web) {
  const found = new Map();
  for (const path of paths(join(web, "..", "capabilities"))) {
    const name = basename(path, ".ts");
    if (found.has(name)) {
      throw new Error(`Two page modules are called ${name}: ${found.get(name)} and ${path}.`);
    }
    found.set(name, path);
  }
  const lines = [...found].map(
    ([name, path]) => `  ${JSON.stringify(name)}: () => import(${JSON.stringify(path)}),`,
  );
  return { names: [...found.keys()], source: `export default {\n${lines.join("\n")}\n};\n` };
}

function paths(capabilities) {
  const folders = readdirSync(capabilities).map((name) => join(capabilities, name, "src"));
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .sort();
}
