// Lucide's drawings as CSS masks, so that an icon takes the colour of its text.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export function listed(web) {
  const lines = readFileSync(join(web, "icons.txt"), "utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

export function stylesheet(web) {
  return listed(web)
    .map((name) => `.icon-${name}{--icon:url("${drawing(web, name)}")}`)
    .join("\n");
}

function drawing(web, name) {
  const path = join(web, "node_modules", "lucide-static", "icons", `${name}.svg`);
  let svg;
  try {
    svg = readFileSync(path, "utf8");
  } catch {
    throw new Error(`web/icons.txt lists ${name}, which Lucide does not have.`);
  }
  const small = svg
    .replace(/<!--.*?-->/gs, "")
    .replace(/\sclass="[^"]*"/, "")
    .replace(/\s(width|height)="24"/g, "")
    .replace("currentColor", "black")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
  return `data:image/svg+xml,${small.replace(/[%#"<>]/g, encode)}`;
}

// In a double-quoted url() only these need an escape; all others stay readable and compress well.
function encode(character) {
  if (character === '"') return "'";
  return encodeURIComponent(character);
}
