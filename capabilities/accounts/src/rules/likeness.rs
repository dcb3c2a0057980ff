//! How far two accounts look like one, and why.
//!
//! Nothing is decided here: a number says which pairs a person should see first, and each of its
//! parts says in words where it comes from.

use std::collections::BTreeSet;

use kernel::company_name::CompanyName;
use kernel::geo::{Point, distance_m};
use serde::{Deserialize, Serialize};

use crate::account::AccountId;

/// From here on two accounts are shown to somebody.
pub const LIKELY: i32 = 50;
/// Most that a likeness can be worth.
const WHOLE: i32 = 100;
/// Nearer than this is the same door, or the next.
const DOOR_M: i64 = 60;
/// Nearer than this is the same block.
const BLOCK_M: f64 = 500.0;
/// Further than this are two places, whatever they are called.
const APART_M: f64 = 30_000.0;
/// Two words are as good as one from here on.
const ALIKE: f64 = 0.82;

/// What of an account can be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// None for one that is only about to be written down.
    pub id: Option<AccountId>,
    pub parent: Option<AccountId>,
    pub name: String,
    /// E.164, its own and those of the people there.
    pub phones: BTreeSet<String>,
    pub emails: BTreeSet<String>,
    pub website: Option<String>,
    /// As it is stored: 16 digits, or 22.
    pub tax_number: Option<String>,
    /// Street and city, each by its words.
    pub streets: BTreeSet<String>,
    pub point: Option<Point>,
}

/// One reason, for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    SameTaxNumber,
    SamePhone,
    SameEmail,
    SameWebsite,
    SameName,
    /// One says `PT`, the other nothing.
    FormMissing,
    /// One is a `PT`, the other a `CV`.
    OtherForm,
    WordOrder,
    NamesAlike,
    SameStreet,
    Near {
        metres: i64,
    },
    FarApart {
        metres: i64,
    },
}

impl Part {
    pub const fn points(self) -> i32 {
        match self {
            Self::SameTaxNumber => 70,
            Self::SameName | Self::FormMissing => 50,
            Self::WordOrder => 40,
            Self::OtherForm | Self::SamePhone | Self::SameEmail | Self::NamesAlike => 30,
            Self::SameStreet => 25,
            Self::SameWebsite => 20,
            Self::Near { metres } if metres <= DOOR_M => 20,
            Self::Near { .. } => 10,
            Self::FarApart { .. } => -20,
        }
    }
}

/// Why two are not one, however alike they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// One stands above the other.
    ParentAndChild,
    /// One taxpayer, two places of business.
    Branches,
    /// Two taxpayers.
    OtherTaxNumber,
}

/// What speaks for two accounts being one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    pub parts: Vec<Part>,
    pub apart: Option<Apart>,
}

impl Likeness {
    /// The sum of its parts, 0 to 100; nothing when they are known to be two.
    pub fn score(&self) -> i32 {
        if self.apart.is_some() {
            return 0;
        }
        self.parts.iter().map(|it| it.points()).sum::<i32>().clamp(0, WHOLE)
    }

    pub fn is_likely(&self) -> bool {
        LIKELY <= self.score()
    }
}

/// How far these two look like one.
pub fn likeness(a: &Traits, b: &Traits) -> Likeness {
    let mut parts = Vec::new();
    let mut apart = None;
    let below =
        |child: &Traits, parent: &Traits| child.parent.is_some() && child.parent == parent.id;
    if below(a, b) || below(b, a) {
        apart = Some(Apart::ParentAndChild);
    }
    match tax(a, b) {
        Some(Tax::Same) => parts.push(Part::SameTaxNumber),
        Some(Tax::Branches) => apart = apart.or(Some(Apart::Branches)),
        Some(Tax::Other) => apart = apart.or(Some(Apart::OtherTaxNumber)),
        None => {}
    }
    parts.extend(names(&a.name, &b.name));
    let share = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_disjoint(b);
    if share(&a.phones, &b.phones) {
        parts.push(Part::SamePhone);
    }
    if share(&a.emails, &b.emails) {
        parts.push(Part::SameEmail);
    }
    if a.website.is_some() && a.website == b.website {
        parts.push(Part::SameWebsite);
    }
    if share(&a.streets, &b.streets) {
        parts.push(Part::SameStreet);
    }
    parts.extend(a.point.zip(b.point).and_then(|(a, b)| distance(a, b)));
    Likeness { parts, apart }
}

enum Tax {
    Same,
    Branches,
    Other,
}

fn tax(a: &Traits, b: &Traits) -> Option<Tax> {
    let (a, b) = (a.tax_number.as_deref()?, b.tax_number.as_deref()?);
    let (a, a_branch) = a.split_at_checked(16).unwrap_or((a, ""));
    let (b, b_branch) = b.split_at_checked(16).unwrap_or((b, ""));
    let both = !a_branch.is_empty() && !b_branch.is_empty();
    Some(if a != b {
        Tax::Other
    } else if both && a_branch != b_branch {
        Tax::Branches
    } else {
        Tax::Same
    })
}

fn names(a: &str, b: &str) -> Option<Part> {
    let (a, b) = (CompanyName::read(a), CompanyName::read(b));
    if a.words.is_empty() || b.words.is_empty() {
        return None;
    }
    let forms = match (a.form, b.form) {
        (Some(one), Some(other)) if one != other => Part::OtherForm,
        (None, Some(_)) | (Some(_), None) => Part::FormMissing,
        _ => Part::SameName,
    };
    if a.words == b.words || a.words.concat() == b.words.concat() {
        return Some(forms);
    }
    if a.numbers() != b.numbers() {
        return None;
    }
    if a.fingerprint() == b.fingerprint() {
        return Some(if forms == Part::OtherForm { forms } else { Part::WordOrder });
    }
    let like = a.skeleton() == b.skeleton() || alike(&a.words, &b.words);
    like.then_some(Part::NamesAlike)
}

/// Each word of the shorter name has one that looks like it in the longer, which has at most one
/// more; and the names as a whole look alike.
fn alike(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() + 1 < long.len() {
        return false;
    }
    let near = |a: &String, b: &String| ALIKE <= strsim::normalized_damerau_levenshtein(a, b);
    let each = short.iter().all(|word| long.iter().any(|other| near(word, other)));
    each && ALIKE <= strsim::normalized_damerau_levenshtein(&short.join(" "), &long.join(" "))
}

#[expect(clippy::cast_possible_truncation, reason = "no two places are further apart than that")]
fn distance(a: Point, b: Point) -> Option<Part> {
    let metres = distance_m(a, b);
    let rounded = metres.round() as i64;
    if metres <= BLOCK_M {
        return Some(Part::Near { metres: rounded });
    }
    (APART_M < metres).then_some(Part::FarApart { metres: rounded })
}

/// What two accounts have in common if they may be one; only those who share one of these are
/// ever compared.
pub fn keys(of: &Traits) -> BTreeSet<String> {
    let name = CompanyName::read(&of.name);
    let mut keys = BTreeSet::new();
    let mut add = |kind: &str, what: &str| {
        if !what.is_empty() {
            keys.insert(format!("{kind}:{what}"));
        }
    };
    add("name", &name.fingerprint());
    add("joined", &name.words.concat());
    add("bones", &name.skeleton());
    if let Some(tax) = &of.tax_number {
        add("tax", tax.get(..16).unwrap_or(tax));
    }
    of.phones.iter().for_each(|it| add("phone", it));
    of.emails.iter().for_each(|it| add("email", it));
    of.website.iter().for_each(|it| add("site", it));
    of.streets.iter().for_each(|it| add("street", it));
    if let Some((lat, lon)) = of.point.map(cell) {
        add("cell", &format!("{lat},{lon}"));
    }
    keys
}

/// The keys under which those who look like this one are found: its own, and the cells around
/// its place.
pub fn keys_around(of: &Traits) -> BTreeSet<String> {
    let mut keys = keys(of);
    if let Some((lat, lon)) = of.point.map(cell) {
        for north in -1..=1 {
            for east in -1..=1 {
                keys.insert(format!("cell:{},{}", lat + north, lon + east));
            }
        }
    }
    keys
}

/// Some 220 metres wide here, near the equator.
#[expect(clippy::cast_possible_truncation, reason = "there are 180 000 cells at most")]
fn cell(point: Point) -> (i32, i32) {
    ((point.lat * 500.0).floor() as i32, (point.lon * 500.0).floor() as i32)
}

/// A web site by its host alone: `https://www.maju.co.id/kontak` is `maju.co.id`.
pub fn host(website: &str) -> Option<String> {
    let rest = website.split_once("://").map_or(website, |it| it.1).to_lowercase();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then(|| host.to_owned())
}

/// A street and its city by what tells them apart: `Jl. Fatmawati No. 12` and `jalan fatmawati
/// 12` are one.
pub fn street(street: &str, city: Option<&str>) -> String {
    let idle = ["jl", "jln", "jalan", "no", "nomor", "gg", "gang", "rt", "rw", "kota", "kab"];
    let words = |text: &str| {
        let text = text.to_lowercase();
        let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        words.filter(|it| !idle.contains(it)).collect::<Vec<_>>().join(" ")
    };
    let street = words(street);
    // A street without a number, or a number without a street, is no door.
    let whole = street.chars().any(|it| it.is_ascii_digit()) && street.contains(' ');
    if whole { format!("{street}|{}", words(city.unwrap_or_default())) } else { String::new() }
}

#[cfg(test)]
mod tests;
