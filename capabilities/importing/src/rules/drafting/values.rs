//! What a text must be to fill a field.

use kernel::money::Money;
use kernel::tax_number::TaxNumber;
use kernel::{Day, Exact, country, phone, ways};

use super::Drafter;
use crate::own::{LONGEST_NOTE, RecordId};
use crate::rules::day;
use crate::rules::mapping::FieldRule;
use crate::rules::number;
use crate::rules::row_refused::RowRefused;

/// A name longer than this is a paragraph.
const LETTERS: usize = 200;
/// Any other line is no longer than this, as on the pages.
const LINE: usize = 300;
/// A number or a key longer than this the ledger does not take.
const NUMBER: usize = 60;
/// The longest address that mail knows (RFC 5321).
const EMAIL: usize = 254;

pub fn text(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    no_longer(rule, text, LETTERS)
}

/// What somebody wrote down of a prospect.
pub fn note(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    no_longer(rule, text, LONGEST_NOTE)
}

/// One line that is no name.
pub fn line(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    no_longer(rule, text, LINE)
}

/// By what the books know a document, a payment or a way of paying.
pub fn book_number(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    no_longer(rule, text, NUMBER)
}

fn no_longer(rule: &FieldRule, text: &str, limit: usize) -> Result<String, RowRefused> {
    if limit < text.chars().count() {
        return Err(RowRefused::TooLong { limit });
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
    if !is_address || is_odd || EMAIL < text.chars().count() {
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
    if LINE < text.chars().count() {
        return Err(RowRefused::TooLong { limit: LINE });
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
    amount_in(drafter, rule, text, drafter.currency())
}

/// An amount whose currency the row says.
pub fn amount_in(
    drafter: &Drafter<'_>,
    rule: &FieldRule,
    text: &str,
    currency: &str,
) -> Result<Money, RowRefused> {
    let amount = number(drafter, text, rule.unit.power() + Money::decimals(currency))?;
    Ok(Money::new(amount, currency))
}

/// An amount of a ledger in this currency, with no more decimals than it has.
pub fn exact_in(
    drafter: &Drafter<'_>,
    rule: &FieldRule,
    text: &str,
    currency: &str,
) -> Result<Exact, RowRefused> {
    let money = amount_in(drafter, rule, &amount_alone(text), currency)?;
    Exact::of_money(&money).ok_or(RowRefused::TooLarge)
}

/// A quantity or the price of one, to the ten-thousandth.
pub fn exact(drafter: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<Exact, RowRefused> {
    Ok(Exact(number(drafter, &amount_alone(text), rule.unit.power() + 4)?))
}

/// A rate in percent.
pub fn rate(drafter: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<Exact, RowRefused> {
    let rate = number(drafter, text.trim_end_matches('%').trim_end(), 4)?;
    if rate < 0 { Err(RowRefused::BelowZero) } else { Ok(Exact(rate)) }
}

/// Without the sign of rupiah. Books write what is below zero in brackets.
fn amount_alone(text: &str) -> String {
    let inside = text.strip_prefix('(').and_then(|it| it.strip_suffix(')')).map(str::trim);
    let amount = inside.unwrap_or(text);
    let amount = amount.strip_prefix("Rp").map_or(amount, |it| it.trim_start_matches('.')).trim();
    if inside.is_some() { format!("-{amount}") } else { amount.to_owned() }
}

/// Three letters of ISO 4217.
pub fn currency(_: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<String, RowRefused> {
    let code = listed(rule, text)?.to_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|it| it.is_ascii_uppercase());
    if is_code { Ok(code) } else { Err(RowRefused::NotACurrency) }
}

/// NPWP, NIK or NITKU; of a client abroad whatever is written there.
pub fn tax_number(text: &str, country: Option<&str>) -> Result<String, RowRefused> {
    let read = match country {
        None | Some("ID") => TaxNumber::read(text).map(|it| it.stored()),
        Some(_) => {
            let letters = text.to_uppercase().chars().filter(|it| it.is_alphanumeric()).collect();
            Some(letters).filter(|it: &String| (4..=30).contains(&it.chars().count()))
        }
    };
    read.ok_or(RowRefused::NotATaxNumber)
}

/// An id of ours.
pub fn id(_: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<String, RowRefused> {
    text.parse::<RecordId>().map(|it| it.to_string()).map_err(|_| RowRefused::NotAnId)
}

pub fn tags(drafter: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<Vec<String>, RowRefused> {
    drafter.mapping.own.tags(text)
}

pub fn birthday(drafter: &Drafter<'_>, _: &FieldRule, text: &str) -> Result<String, RowRefused> {
    drafter.mapping.own.birthday(text, drafter.file.day_order)
}

/// A day that is not still to come.
pub fn past_day(drafter: &Drafter<'_>, rule: &FieldRule, text: &str) -> Result<Day, RowRefused> {
    drafter.mapping.own.past(day(drafter, rule, text)?)
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
    Ok(number::scaled(text, drafter.file.decimal_mark.unwrap_or_default(), scale)?)
}

/// The word that the rule puts for this one; the text itself when it lists none.
fn listed<'t>(rule: &'t FieldRule, text: &'t str) -> Result<&'t str, RowRefused> {
    if rule.values.is_empty() {
        return Ok(text);
    }
    rule.values.get(text).or(rule.others.as_ref()).map(String::as_str).ok_or_else(|| {
        let known: Vec<&str> = rule.values.keys().map(String::as_str).collect();
        RowRefused::NotListed { known: known.join(", ") }
    })
}
