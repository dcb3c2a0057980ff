// The files that were built, and under which address each is served.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const KINDS = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

// These are compressed already; trying again costs bytes.
const PACKED = new Set([".png", ".woff2"]);

const HASHED = /^(.+)\.([A-Z0-9]{8})(\.[a-z0-9]+)$/;

export class Collection {
  constructor(web, folder) {
    this.web = web;
    this.folder = folder;
    this.files = new Map();
  }

  // A file whose name carries the hash of what it says: kept by browsers for ever.
  addHashed(path, bytes) {
    const file = path.split("/").at(-1);
    const [, stem, , ending] = HASHED.exec(file) ?? [];
    // Chunks have no name of their own: the hash is part of it.
    const name = stem === undefined || stem === "chunk" ? file : `${stem}${ending}`;
    return this.add({ name, address: `/assets/${file}`, bytes, cache: "Forever" });
  }

  // A file whose address never changes: asked for anew each time.
  addRoot(address, bytes) {
    return this.add({ name: address.slice(1), address, bytes, cache: "Asked" });
  }

  add({ name, address, bytes, cache }) {
    const known = this.files.get(name);
    if (known && known.address !== address) {
      throw new Error(`Two web assets are called ${name}: ${known.address} and ${address}.`);
    }
    const kind = KINDS[extname(address)];
    if (kind === undefined)
      throw new Error(`build/collection.mjs knows no media type for ${address}.`);

    const stored = join(this.folder, address.slice(1));
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(stored, bytes);
    const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    this.files.set(name, { name, address, kind, tag, stored, cache, packed: {} });
    return address;
  }

  takeRootFiles(folder) {
    const home = join(this.web, folder);
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      this.addRoot(`/${relative(home, path).replaceAll("\\", "/")}`, readFileSync(path));
    }
  }

  compress() {
    for (const file of this.files.values()) {
      if (PACKED.has(extname(file.address))) continue;
      const bytes = readFileSync(file.stored);
      const brotli = brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      });
      for (const [ending, packed] of [
        ["br", brotli],
        ["gz", gzipSync(bytes, { level: 9 })],
      ]) {
        if (packed.length >= bytes.length) continue;
        file.packed[ending] = `${file.stored}.${ending}`;
        writeFileSync(file.packed[ending], packed);
      }
    }
  }

  sorted() {
    return [...this.files.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  addresses() {
    return Object.fromEntries(this.sorted().map((file) => [file.name, file.address]));
  }

  address(name) {
    const file = this.files.get(name);
    if (!file) throw new Error(`There is no web asset called ${name}.`);
    return file.address;
  }
}
