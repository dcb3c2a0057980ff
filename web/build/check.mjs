// Type-checks every part that has a tsconfig of its own.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const tsc = join(web, "node_modules", ".bin", "tsc");
const projects = ["tsconfig.json", "field/tsconfig.json", "field/tsconfig.worker.json"];

for (const project of projects.filter((path) => existsSync(join(web, path)))) {
  const { status } = spawnSync(tsc, ["--project", project], { cwd: web, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
