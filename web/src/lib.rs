//! What browsers get: style, script, typeface and icons, built by esbuild and carried in the program.
//!
//! A page asks [`url`] for an address by a file's plain name; the address carries a hash of the
//! content, so a browser keeps the file for ever and never shows an old one. [`routes`] serves
//! them, packed when the browser takes that.

mod accept;
mod serve;
#[cfg(test)]
mod tests;

pub use serve::routes;

include!(concat!(env!("OUT_DIR"), "/web/embed.rs"));

/// A file as it was built.
struct File {
    name: &'static str,
    address: &'static str,
    /// The media type.
    kind: &'static str,
    /// Changes with the content.
    tag: &'static str,
    cache: Cache,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// How long a browser may keep a file without asking.
#[derive(Clone, Copy)]
enum Cache {
    /// Its address changes with its content.
    Forever,
    /// Its address stays: ask each time, and send nothing when it is the same.
    Asked,
}

/// The address of a built file, such as `/assets/app.3F2A1B9C.css` for `app.css`.
///
/// # Panics
/// In a debug build, when there is no such file; a release answers with the name itself.
pub fn url(name: &'static str) -> &'static str {
    let found = FILES.binary_search_by(|file| file.name.cmp(name));
    debug_assert!(found.is_ok(), "no web asset is called {name}");
    found.map_or(name, |at| FILES[at].address)
}

/// Whether a page module of this name was built, from `capabilities/*/src/NAME.ts`.
pub fn has_module(name: &str) -> bool {
    MODULES.contains(&name)
}

/// The page of the field app, with the addresses of its files filled in; `{{nonce}}` and
/// `{{lang}}` are left for the server to replace.
pub const FIELD_SHELL: &str = include_str!(concat!(env!("OUT_DIR"), "/web/shell.html"));
