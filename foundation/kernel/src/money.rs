//! Money: whole minor units with a currency. Never floating point.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in minor units (sen, cents) with its ISO 4217 currency.
///
/// In JSON `{"amount": "150000", "currency": "IDR"}`: the amount is an integer in a string, so
/// that no reader makes a float of it. Rupiah are written without decimals in Indonesia, so one
/// rupiah is one minor unit here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Money {
    #[serde(with = "as_string")]
    #[schema(value_type = String, example = "150000", pattern = "^-?[0-9]{1,15}$")]
    pub amount: i64,
    pub currency: String,
}

impl Money {
    pub fn new(amount: i64, currency: impl Into<String>) -> Self {
        Self { amount, currency: currency.into() }
    }

    /// How many decimals people write for a currency.
    pub fn decimals(currency: &str) -> u32 {
        match currency {
            "IDR" | "JPY" | "KRW" | "VND" => 0,
            _ => 2,
        }
    }
}

/// `Rp1.500.000`, `USD 1,054.00`: the local form is chosen by the currency's own country.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = Self::decimals(&self.currency);
        let scale = 10_u64.pow(decimals);
        let (whole, rest) =
            (self.amount.unsigned_abs() / scale, self.amount.unsigned_abs() % scale);
        let sign = if self.amount < 0 { "−" } else { "" };
        let (group, point) = if self.currency == "IDR" { ('.', ',') } else { (',', '.') };
        let whole = grouped(whole, group);
        let space = if self.currency == "IDR" { "" } else { " " };
        let name = if self.currency == "IDR" { "Rp" } else { &self.currency };
        write!(f, "{sign}{name}{space}{whole}")?;
        if 0 < decimals {
            write!(f, "{point}{rest:0width$}", width = decimals as usize)?;
        }
        Ok(())
    }
}

/// Digits in groups of three.
pub fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index != 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

mod as_string {
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(amount: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(amount)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rupiah_are_written_as_in_indonesia() {
        assert_eq!(Money::new(1_500_000, "IDR").to_string(), "Rp1.500.000");
        assert_eq!(Money::new(-75, "IDR").to_string(), "−Rp75");
        assert_eq!(Money::new(105_400, "USD").to_string(), "USD 1,054.00");
    }

    #[test]
    fn an_amount_is_a_string_in_json() {
        let json = serde_json::to_string(&Money::new(9, "IDR")).unwrap();

        assert_eq!(json, r#"{"amount":"9","currency":"IDR"}"#);
        assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), Money::new(9, "IDR"));
    }
}
