//! Where the tiles of a map come from, if the operator has any: nobody else is ever asked.

use anyhow::{Context, ensure};

/// The operator's own tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiles {
    /// With `{z}`, `{x}` and `{y}` in it.
    pub url: String,
    /// Who is to be named; empty: nobody.
    pub credit: String,
}

impl Tiles {
    /// # Errors
    /// When the address names no tiles.
    pub fn read(url: &str, credit: &str) -> anyhow::Result<Self> {
        for part in ["{z}", "{x}", "{y}"] {
            ensure!(url.contains(part), "tiles_url has no {part}");
        }
        let plain = |it: char| it.is_ascii_graphic() && !matches!(it, ';' | ',' | '"' | '\'');
        ensure!(url.chars().all(plain), "tiles_url is no address");
        let tiles = Self { url: url.to_owned(), credit: credit.to_owned() };
        let here = url.starts_with('/') && !url.starts_with("//");
        ensure!(here || tiles.origin().is_some(), "tiles_url begins with https:// or /");
        Ok(tiles)
    }

    /// Whom a browser asks for them; nobody but us when they lie here.
    pub fn origin(&self) -> Option<&str> {
        let (scheme, rest) = self.url.split_once("://")?;
        let host =
            rest.split('/').next().filter(|it| !it.is_empty() && !it.contains(['{', '@']))?;
        let known = matches!(scheme, "https" | "http");
        known.then(|| &self.url[..scheme.len() + 3 + host.len()])
    }

    /// As the settings say it: none unless an address is given.
    ///
    /// # Errors
    /// When the address names no tiles.
    pub fn of(url: Option<&str>, credit: &str) -> anyhow::Result<Option<Self>> {
        url.map(|it| Self::read(it, credit).context("tiles_url")).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_tiles_says_whom_a_browser_asks() {
        let origin = |url: &str| {
            let tiles = Tiles::read(url, "").ok()?;
            Some(tiles.origin().unwrap_or("here").to_owned())
        };

        assert_eq!(
            origin("https://tiles.example:8443/{z}/{x}/{y}.png").as_deref(),
            Some("https://tiles.example:8443")
        );
        assert_eq!(origin("/tiles/{z}/{x}/{y}.png").as_deref(), Some("here"));
        for wrong in [
            "https://tiles.example/{z}/{x}.png",
            "//tiles.example/{z}/{x}/{y}.png",
            "https://{x}.tiles.example/{z}/{x}/{y}.png",
            "https://a; script-src *//{z}/{x}/{y}",
            "javascript://x/{z}/{x}/{y}",
            "",
        ] {
            assert_eq!(origin(wrong), None, "{wrong}");
        }
    }
}
