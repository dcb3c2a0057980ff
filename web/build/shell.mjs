// The page of the field app, with the addresses of its files filled in.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ASSET = /\{\{asset:([^}]+)\}\}/g;

// `{{asset:field.js}}` becomes an address here; `{{nonce}}` and `{{lang}}` are the server's.
export function shell(web, files) {
  const path = join(web, "field", "shell.html");
  if (!existsSync(path)) return "";
  return readFileSync(path, "utf8").replaceAll(ASSET, (_, name) => files.address(name.trim()));
}
