// The list of files as Rust source.

const bytes = (path) => `include_bytes!(${JSON.stringify(path)})`;
const some = (path) => (path === undefined ? "None" : `Some(${bytes(path)})`);

export function rust(files, modules) {
  const entries = files.sorted().map(
    (file) => `    File {
        name: ${JSON.stringify(file.name)},
        address: ${JSON.stringify(file.address)},
        kind: ${JSON.stringify(file.kind)},
        tag: ${JSON.stringify(file.tag)},
        cache: Cache::${file.cache},
        plain: ${bytes(file.stored)},
        brotli: ${some(file.packed.br)},
        gzip: ${some(file.packed.gz)},
    },`,
  );
  const names = modules.map((name) => `    ${JSON.stringify(name)},`);
  return `/// Every file, in the order of its name.
static FILES: &[File] = &[
${entries.join("\n")}
];

/// The page modules that were found beside the verbs.
static MODULES: &[&str] = &[
${names.join("\n")}
];
`;
}
