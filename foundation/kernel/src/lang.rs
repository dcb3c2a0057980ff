//! The two languages of the product.

use crate::labels;

labels! {
    /// The language a person reads.
    #[derive(Default)]
    pub enum Lang {
        /// Bahasa Indonesia, written first.
        #[default]
        Id = "id",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// A whole number as this language writes it: `1.234` in Indonesian, `1,234` in English.
    pub fn number(self, number: i64) -> String {
        let mark = match self {
            Self::Id => '.',
            Self::En => ',',
        };
        let sign = if number < 0 { "−" } else { "" };
        format!("{sign}{}", crate::money::grouped(number.unsigned_abs(), mark))
    }

    /// A number with this many decimals: `83,3` in Indonesian, `83.3` in English.
    pub fn decimal(self, number: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", number.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let sign = if number < 0.0 { "−" } else { "" };
        let whole = format!("{sign}{}", self.number(whole.parse().unwrap_or_default()));
        match (self, rest) {
            (_, "") => whole,
            (Self::Id, rest) => format!("{whole},{rest}"),
            (Self::En, rest) => format!("{whole}.{rest}"),
        }
    }
}

/// Includes the words that the build script made of `words/id.ftl` and `words/en.ftl`.
#[macro_export]
macro_rules! words {
    () => {
        mod words {
            include!(concat!(env!("OUT_DIR"), "/words.rs"));
        }
    };
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        assert_eq!(Lang::Id.number(-1_234_567), "−1.234.567");
        assert_eq!(Lang::En.number(999), "999");
        assert_eq!(Lang::Id.decimal(1_083.33, 1), "1.083,3");
        assert_eq!(Lang::En.decimal(75.0, 0), "75");
        assert_eq!(Lang::Id.decimal(-0.5, 1), "−0,5");
    }
}
