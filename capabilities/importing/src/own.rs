//! What a company made its own of clients and contacts, as files speak of it: its fields, their
//! choices, its tags; and the words of ours that a file may say in either language.

use std::collections::BTreeMap;

pub use accounts::custom_field::Model as OwnField;
pub use accounts::rules::custom::Beyond;
pub use prospects::rules::LONGEST_NOTE;
pub use uuid::Uuid as RecordId;

use accounts::custom_field::{self, Model as Field};
use accounts::rules::LONGEST_LINE;
use accounts::rules::birthday::Birthday;
use accounts::rules::client_refused::{LONGEST_TAG, MOST_TAGS};
use accounts::rules::custom::{FieldKind, Stored, ValueFault};
use accounts::{FieldRecord, meant, tag};
use frame::{Ctx, Result, text};
use kernel::money::Money;
use kernel::{Day, Exact, Lang};

use crate::rules::day::{self, DayOrder};
use crate::rules::draft::TargetKind;
use crate::rules::number::{self, DecimalMark};
use crate::rules::row_refused::RowRefused;

/// What a company made its own, as far as whoever imports may write it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    pub accounts: Vec<Field>,
    pub contacts: Vec<Field>,
    /// Of amounts of which nothing else is said.
    pub currency: String,
    /// Its tags as it spells them, by their keys.
    tags: BTreeMap<String, String>,
    /// The day on which it is read; nothing is dated later.
    today: Option<Day>,
}

/// How a file writes numbers and days.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    pub mark: DecimalMark,
    pub order: DayOrder,
    /// Of amounts of which nothing else is said.
    pub currency: &'a str,
}

/// What the company has, and what of it the actor may write.
pub async fn load(ctx: &Ctx) -> Result<Own> {
    let fields = async |record| -> Result<Vec<Field>> {
        let fields = custom_field::seen(ctx, record).await?;
        Ok(fields.into_iter().filter(|it| it.may_keep(ctx)).collect())
    };
    let tags = tag::all(ctx).await?;
    Ok(Own {
        accounts: fields(FieldRecord::Account).await?,
        contacts: fields(FieldRecord::Contact).await?,
        currency: people::company::mine(ctx).await?.currency,
        tags: tags.into_iter().map(|it| (it.name_key, it.name)).collect(),
        today: Some(ctx.now.day(&ctx.actor.zone)),
    })
}

impl Own {
    /// These fields, and nothing else.
    pub fn of(accounts: Vec<Field>, contacts: Vec<Field>) -> Self {
        Self { accounts, contacts, ..Self::default() }
    }

    /// The company's own fields of records of this kind.
    pub fn fields(&self, target: TargetKind) -> &[Field] {
        match target {
            TargetKind::Account => &self.accounts,
            TargetKind::Contact => &self.contacts,
            _ => &[],
        }
    }

    /// One of them.
    pub fn field(&self, target: TargetKind, code: &str) -> Option<&Field> {
        self.fields(target).iter().find(|it| it.code == code)
    }

    /// Why a value that somebody writes today is beyond the limits of its field.
    pub fn beyond(&self, field: &Field, value: &str) -> Option<RowRefused> {
        let beyond = field.limits().hold(field.kind, &stored(field, value), self.today?).err()?;
        Some(RowRefused::Beyond(beyond))
    }

    /// Tags with commas or semicolons between, as the company spells them, in their order.
    pub fn tags(&self, typed: &str) -> std::result::Result<Vec<String>, RowRefused> {
        let typed = tag::typed(typed);
        if typed.iter().any(|it| LONGEST_TAG < it.chars().count()) {
            return Err(RowRefused::TooLong { limit: LONGEST_TAG });
        }
        if MOST_TAGS < typed.len() {
            return Err(RowRefused::TooMany { limit: MOST_TAGS });
        }
        let mut tags: Vec<String> = typed.into_iter().map(|it| self.spelt(it)).collect();
        tags.sort_by_key(|it| text::key(it));
        Ok(tags)
    }

    fn spelt(&self, tag: String) -> String {
        self.tags.get(&text::key(&tag)).cloned().unwrap_or(tag)
    }

    /// Refuses a day that is still to come.
    pub fn past(&self, day: Day) -> std::result::Result<Day, RowRefused> {
        if self.today.is_some_and(|today| today < day) {
            Err(RowRefused::DayToCome)
        } else {
            Ok(day)
        }
    }

    /// When somebody was born, as it is kept; the year is often not told.
    pub fn birthday(&self, text: &str, order: DayOrder) -> std::result::Result<String, RowRefused> {
        let whole = day::day(text, order).or_else(|| day::day(text, DayOrder::YearFirst));
        let told = match whole {
            Some(day) => day.to_string(),
            None if order == DayOrder::MonthFirst => turned(text),
            None => text.to_owned(),
        };
        let birthday = Birthday::read(&told).ok_or(RowRefused::NotABirthday)?;
        if self.today.is_some_and(|today| !birthday.is_past(today)) {
            return Err(RowRefused::DayToCome);
        }
        Ok(birthday.stored())
    }
}

/// Whether a field holds a number, so that the mark before decimals matters.
pub const fn is_number(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Number | FieldKind::Money)
}

/// Whether a field holds a day, so that the order of its parts matters.
pub const fn is_day(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Date)
}

/// `4/12` of those who write the month first is `12/4`.
fn turned(text: &str) -> String {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let is_number = |it: &&str| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit());
    match parts[..] {
        [month, day] if [month, day].iter().all(is_number) => format!("{day}/{month}"),
        _ => text.to_owned(),
    }
}

/// The code of a status that is called so.
pub fn status(word: &str) -> Option<&'static str> {
    meant::status(word).map(accounts::AccountStatus::word)
}

/// The code of a tier that is called so.
pub fn tier(word: &str) -> Option<String> {
    meant::tier(word).map(|it| it.word().to_owned())
}

/// The code of a way to reach somebody that is called so.
pub fn channel(word: &str) -> Option<String> {
    meant::channel(word).map(|it| it.word().to_owned())
}

/// The code of what somebody said of being sent offers.
pub fn consent(word: &str) -> Option<String> {
    meant::consent(word).map(|it| it.word().to_owned())
}

/// What a cell says of a field of the company's own, as it is stored.
pub fn read(
    field: &Field,
    cell: &str,
    manner: Manner<'_>,
) -> std::result::Result<String, RowRefused> {
    match field.kind {
        FieldKind::Number => {
            let number = number::scaled(cell, manner.mark, 4)?;
            Ok(Exact(number).to_string())
        }
        FieldKind::Money => money(cell, manner),
        FieldKind::Date => {
            let day = day::day(cell, manner.order).or_else(|| day::day(cell, DayOrder::YearFirst));
            day.map(|it| it.to_string()).ok_or(RowRefused::NotADay)
        }
        FieldKind::YesNo => {
            let yes = meant::yes(cell).ok_or_else(|| not_listed("ya, tidak, yes, no"))?;
            Ok(if yes { "yes" } else { "no" }.to_owned())
        }
        FieldKind::Choice => field.meant(cell).ok_or_else(|| none_of(field)),
        FieldKind::Choices => several(field, cell),
        FieldKind::Text | FieldKind::Link | FieldKind::Phone | FieldKind::Email => {
            let typed = [cell.to_owned()];
            let read = accounts::rules::custom::read(field.kind, &[], &typed, None, "", Lang::En);
            read.map_err(refused)?.map(|it| it.text).ok_or(RowRefused::Required)
        }
    }
}

/// Several choices: with semicolons between, or with commas where no choice is called so.
fn several(field: &Field, cell: &str) -> std::result::Result<String, RowRefused> {
    let parts: Vec<&str> = match (cell.contains(';'), field.meant(cell.trim())) {
        (true, _) => cell.split(';').collect(),
        (false, Some(_)) => vec![cell],
        (false, None) => cell.split(',').collect(),
    };
    let parts = parts.into_iter().map(str::trim).filter(|it| !it.is_empty());
    let codes: Option<Vec<String>> = parts.map(|it| field.meant(it)).collect();
    let codes = codes.filter(|it| !it.is_empty()).ok_or_else(|| none_of(field))?;
    let choices = field.choices();
    let chosen = choices.iter().map(|it| &it.code).filter(|it| codes.contains(it));
    Ok(chosen.cloned().collect::<serde_json::Value>().to_string())
}

/// An amount, perhaps with the code of its currency before or behind it.
fn money(cell: &str, manner: Manner<'_>) -> std::result::Result<String, RowRefused> {
    let is_code = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_uppercase());
    let (amount, told) = match (cell.split_once(' '), cell.rsplit_once(' ')) {
        (Some((code, amount)), _) if is_code(code) => (amount, Some(code)),
        (_, Some((amount, code))) if is_code(code) => (amount, Some(code)),
        _ => (cell.trim_start_matches("Rp").trim_start_matches('.'), None),
    };
    let (amount, currency) = (amount.trim(), told.unwrap_or(manner.currency));
    let decimals = Money::decimals(currency);
    // What has as many digits behind its last mark as its currency has decimals says by itself
    // what that mark is.
    let places = usize::try_from(decimals).unwrap_or_default();
    let last = amount.rfind(['.', ',']).filter(|at| 0 < places && amount.len() - at - 1 == places);
    let mark = match last.and_then(|at| amount.get(at..=at)).filter(|_| told.is_some()) {
        Some(".") => DecimalMark::Point,
        Some(_) => DecimalMark::Comma,
        None => manner.mark,
    };
    let minor = number::scaled(amount, mark, decimals)?;
    if minor < 0 { Err(RowRefused::BelowZero) } else { Ok(format!("{minor} {currency}")) }
}

/// Why a value is refused, in the words of an import.
fn refused(fault: ValueFault) -> RowRefused {
    match fault {
        ValueFault::TooLong => RowRefused::TooLong { limit: LONGEST_LINE },
        ValueFault::NoLink => RowRefused::NotAWebsite,
        ValueFault::NoPhone => RowRefused::NotAPhone,
        ValueFault::NoEmail => RowRefused::NotAnEmail,
        ValueFault::NoDay => RowRefused::NotADay,
        ValueFault::NoNumber | ValueFault::NoAmount => RowRefused::NotANumber,
        ValueFault::Beyond(beyond) => RowRefused::Beyond(beyond),
        ValueFault::Missing | ValueFault::NoChoice | ValueFault::Unknown => RowRefused::Required,
    }
}

fn none_of(field: &Field) -> RowRefused {
    let offered = field.choices().into_iter().filter(|it| !it.hidden);
    let name = |it: accounts::Choice| {
        if it.id == it.en { it.id } else { format!("{} / {}", it.id, it.en) }
    };
    not_listed(&offered.map(name).collect::<Vec<_>>().join(", "))
}

fn not_listed(known: &str) -> RowRefused {
    RowRefused::NotListed { known: known.to_owned() }
}

/// The choices in what is stored that are offered no more.
pub fn retired(field: &Field, stored: &str) -> Vec<String> {
    let codes = match field.kind {
        FieldKind::Choice => vec![stored.to_owned()],
        FieldKind::Choices => accounts::rules::custom::codes(stored),
        _ => return Vec::new(),
    };
    let choices = field.choices();
    let is_hidden = |code: &String| choices.iter().any(|it| it.code == *code && it.hidden);
    codes.into_iter().filter(is_hidden).collect()
}

/// A text that is fit to be stored, with the number beside it.
pub fn stored(field: &Field, text: &str) -> Stored {
    Stored::of(field.kind, text.to_owned())
}

#[cfg(test)]
pub mod tests;
