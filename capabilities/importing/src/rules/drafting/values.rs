//! What a text must be to fill a field.

use kernel::money::Money;
use kernel::{Day, country, phone, ways};

use super::Drafter;
use crate::rules::day;
use crate::rules::mapping::FieldRule;
use crate::rules::number::{self, NumberFault};
use crate::rules::row_refused::RowRefused;

/// A name longer than this is a paragraph.
const LETTERS: usize = 200;

pub fn text(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    if LETTERS < text.chars().count() {
        return Err(RowRefused::TooLong { limit: LETTERS });
    }
    // As names are kept everywhere: one space between words, and nothing that cannot be seen.
    let words = listed(rule, text)?.split(|it: char| it.is_whitespace() || it.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() { Err(RowRefused::Required) } else { Ok(words.join(" ")) }
}

pub fn email(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    let text = listed(rule, text)?;
    let is_host = |host: &str| host.contains('.') && host.split('.').all(|part| !part.is_empty());
    let is_address = text
        .split_once('@')
        .is_some_and(|(person, host)| !person.is_empty() && is_host(host) && !host.contains('@'));
    let is_odd = text.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    if !is_address || is_odd || LETTERS < text.chars().count() {
        return Err(RowRefused::NotAnEmail);
    }
    Ok(text.to_lowercase())
}

/// Kept as E.164; of several in one cell, the first.
pub fn phone(_: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<String, RowRefused> {
    let first = text.split([';', ',', '/', '\n']).map(str::trim).find(|it| !it.is_empty());
    first.and_then(phone::e164).ok_or(RowRefused::NotAPhone)
}

pub fn website(_: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<String, RowRefused> {
    if LETTERS < text.chars().count() {
        return Err(RowRefused::TooLong { limit: LETTERS });
    }
    ways::website(text).ok_or(RowRefused::NotAWebsite)
}

/// By its two letters or a name, in either language.
pub fn country(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    let meant = country::meant(listed(rule, text)?).ok_or(RowRefused::NotACountry)?;
    Ok(meant.code.to_owned())
}

/// One of our words, by the words of the source or by its own.
pub fn word<T>(
    rule: &FieldRule,
    text: &str,
    known: &[&str],
    from_word: impl FnOnce(&str) -> Option<T>,
) -> Result<T, RowRefused> {
    from_word(listed(rule, text)?).ok_or_else(|| RowRefused::NotListed { known: known.join(", ") })
}

pub fn amount(drafter: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<Money, RowRefused> {
    let currency = drafter.file.currency.as_ref().unwrap_or(&drafter.mapping.currency);
    let amount = number(drafter, text, rule.unit.power() + Money::decimals(currency))?;
    Ok(Money::new(amount, currency))
}

pub fn count(drafter: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<i64, RowRefused> {
    let count = number(drafter, text, rule.unit.power())?;
    if count < 0 { Err(RowRefused::BelowZero) } else { Ok(count) }
}

pub fn year(drafter: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<i32, RowRefused> {
    match number(drafter, text, 0).ok().and_then(|year| i32::try_from(year).ok()) {
        Some(year @ 1_000..=2_999) => Ok(year),
        _ => Err(RowRefused::NotAYear),
    }
}

pub fn day(drafter: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<Day, RowRefused> {
    day::day(text, drafter.file.day_order).ok_or(RowRefused::NotADay)
}

fn number(drafter: &Drafter<'_>, text: &str, scale: u32) -> Result<i64, RowRefused> {
    number::scaled(text, drafter.file.decimal_mark, scale).map_err(|fault| match fault {
        NumberFault::NotANumber => RowRefused::NotANumber,
        NumberFault::TooManyDecimals => RowRefused::TooManyDecimals,
        NumberFault::TooLarge => RowRefused::TooLarge,
    })
}

/// The word that the rule puts for this one; the text itself when it lists none.
fn listed<'t>(rule: &'t FieldRule, text: &'t str) -> Result<&'t str, RowRefused> {
    if rule.values.is_empty() {
        return Ok(text);
    }
    rule.values.get(text).map(String::as_str).ok_or_else(|| {
        let known: Vec<&str> = rule.values.keys().map(String::as_str).collect();
        RowRefused::NotListed { known: known.join(", ") }
    })
}
