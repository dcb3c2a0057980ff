//! How far two people at clients look like one, and why.
//!
//! Nothing is decided here: a number says which pairs a person should see first, and each sign
//! says in words what speaks for it or against. A number or an address leads to the other; the
//! name says whether it may be the same person, for a family, a shop and an office share both.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::person_name::{Beside, PersonName};
use crate::account::AccountId;

/// From here on two people are shown to somebody.
pub const LIKELY: i32 = 50;
/// Most that a likeness can be worth.
const WHOLE: i32 = 100;
/// A number or an address that more people have is nobody's own.
pub const MOST_HOLDERS: i64 = 3;
/// So a mobile number begins here. Others stand on a desk, and belong to whoever sits there.
const MOBILE: &str = "+628";

/// Those who answer an address of mail that no one person has: the names of RFC 2142, and those
/// that offices here use.
const ROLES: &[&str] = &[
    "abuse",
    "accounting",
    "admin",
    "administrasi",
    "akunting",
    "ap",
    "ar",
    "billing",
    "contact",
    "cs",
    "customer",
    "finance",
    "gudang",
    "halo",
    "hello",
    "helpdesk",
    "hostmaster",
    "hr",
    "hrd",
    "info",
    "kantor",
    "keuangan",
    "kontak",
    "logistik",
    "mail",
    "marketing",
    "news",
    "noc",
    "noreply",
    "office",
    "order",
    "pembelian",
    "pengadaan",
    "penjualan",
    "pesanan",
    "postmaster",
    "procurement",
    "purchasing",
    "resepsionis",
    "sales",
    "secretary",
    "security",
    "sekretariat",
    "store",
    "support",
    "tagihan",
    "toko",
    "warehouse",
    "webmaster",
    "www",
];

/// What of somebody can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// By which the name is found: case apart.
    pub name_key: String,
    /// E.164, whether one calls or writes to them.
    pub numbers: BTreeSet<String>,
    pub email: Option<String>,
    /// `1988-04-12`, or `--04-12`.
    pub birthday: Option<String>,
    /// By which another system knows them.
    pub external_key: Option<String>,
    /// Where they are or were.
    pub accounts: BTreeSet<AccountId>,
    /// Those of their numbers and addresses that others have, too, as [`is_shared`] says.
    pub shared: BTreeSet<String>,
}

/// One reason, for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Sign {
    Phone,
    Email,
    /// The number of an office, or one that many have.
    SharedPhone,
    /// Such as `info@`.
    SharedEmail,
    ExternalKey,
    SameName,
    SpeltOtherwise,
    NamesAlike,
    /// `Ibu Rina` and `Rina Hartati`.
    PartOfName,
    AtOneClient,
    SameBirthday,
    OtherName,
    /// Only the last word is the same.
    FamilyName,
    /// One is `Jr.`.
    OtherGeneration,
    OtherBirthday,
    /// Both their numbers and their addresses of mail differ.
    OtherWays,
}

impl Sign {
    /// What it is worth, of 100.
    pub const fn points(self) -> i32 {
        match self {
            Self::Phone | Self::Email => 60,
            Self::ExternalKey | Self::SameName | Self::SpeltOtherwise | Self::SameBirthday => 30,
            Self::NamesAlike | Self::AtOneClient => 20,
            Self::PartOfName => 15,
            Self::SharedPhone | Self::SharedEmail => 10,
            Self::OtherWays => -20,
            Self::OtherName => -30,
            Self::OtherBirthday => -40,
            Self::FamilyName => -75,
            Self::OtherGeneration => -100,
        }
    }

    /// Whether it says that they are two.
    pub const fn is_against(self) -> bool {
        self.points() < 0
    }
}

/// What speaks for these two being one, and what against.
pub fn signs(one: &Person, other: &Person) -> Vec<Sign> {
    let mut signs = ways(one, other);
    let reached = !signs.is_empty();
    if one.external_key.is_some() && one.external_key == other.external_key {
        signs.push(Sign::ExternalKey);
    }
    let names = (PersonName::read(&one.name_key), PersonName::read(&other.name_key));
    let named = match names.0.beside(&names.1) {
        Beside::Same => Sign::SameName,
        Beside::Spelt => Sign::SpeltOtherwise,
        Beside::Alike => Sign::NamesAlike,
        Beside::Part => Sign::PartOfName,
        Beside::Family => Sign::FamilyName,
        Beside::Other => Sign::OtherName,
    };
    signs.push(named);
    let may_be_one = !named.is_against();
    if may_be_one && !one.accounts.is_disjoint(&other.accounts) {
        signs.push(Sign::AtOneClient);
    }
    if may_be_one && names.0.generation != names.1.generation {
        signs.push(Sign::OtherGeneration);
    }
    if let Some((mine, theirs)) = one.birthday.as_deref().zip(other.birthday.as_deref()) {
        match born(mine, theirs) {
            Some(true) if may_be_one => signs.push(Sign::SameBirthday),
            Some(false) => signs.push(Sign::OtherBirthday),
            _ => {}
        }
    }
    let all = |it: &Person| !it.numbers.is_empty() && it.email.is_some();
    if may_be_one && !reached && all(one) && all(other) {
        signs.push(Sign::OtherWays);
    }
    signs
}

/// How both are reached in the same way.
fn ways(one: &Person, other: &Person) -> Vec<Sign> {
    let mut signs = Vec::new();
    let shared = |what: &str| one.shared.contains(what) || other.shared.contains(what);
    let numbers = || one.numbers.intersection(&other.numbers);
    if numbers().any(|it| !shared(it)) {
        signs.push(Sign::Phone);
    } else if numbers().next().is_some() {
        signs.push(Sign::SharedPhone);
    }
    let mail = |it: &Person| it.email.as_deref().map(str::to_lowercase);
    if let Some(mail) = mail(one).filter(|it| mail(other).as_ref() == Some(it)) {
        let theirs_alone = !shared(&mail) && !is_of_a_role(&mail);
        signs.push(if theirs_alone { Sign::Email } else { Sign::SharedEmail });
    }
    signs
}

/// Whether two birthdays are one; none when a year is missing that could tell.
fn born(mine: &str, theirs: &str) -> Option<bool> {
    let day = |it: &str| it.get(it.len().saturating_sub(5)..).map(str::to_owned);
    let whole = |it: &str| !it.starts_with("--");
    if whole(mine) && whole(theirs) {
        return Some(mine == theirs);
    }
    (day(mine) != day(theirs)).then_some(false)
}

fn is_of_a_role(mail: &str) -> bool {
    let local = mail.split('@').next().unwrap_or_default();
    let first = local.split(['.', '-', '_', '+']).next().unwrap_or_default();
    let first = first.trim_end_matches(|it: char| it.is_ascii_digit());
    ROLES.contains(&first)
}

/// Whether a number or an address that so many people have is nobody's own. What a client gives as
/// its own number is its office's, unless it is a mobile: then it is the owner's.
pub fn is_shared(what: &str, holders: i64, of_client: bool) -> bool {
    MOST_HOLDERS < holders || (of_client && !what.starts_with(MOBILE))
}

/// The sum of the signs, 0 to 100.
pub fn score(signs: &[Sign]) -> i32 {
    signs.iter().map(|it| it.points()).sum::<i32>().clamp(0, WHOLE)
}

/// Whether somebody should look at these two.
pub fn is_likely(signs: &[Sign]) -> bool {
    LIKELY <= score(signs)
}

/// Whether whoever writes the one down is told of the other: they see both, and know better than
/// any sum.
pub fn is_worth_a_word(signs: &[Sign]) -> bool {
    let has = |sign: Sign| signs.contains(&sign);
    let same_name = has(Sign::SameName) || has(Sign::SpeltOtherwise);
    has(Sign::Phone) || has(Sign::Email) || (same_name && has(Sign::AtOneClient))
}

/// What two people have in common if they may be one; only those who share one of these are ever
/// compared.
pub fn keys(of: &Person) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = ways_of(of).map(|it| key_of(&it)).collect();
    let name = PersonName::read(&of.name_key).fingerprint();
    keys.extend(of.accounts.iter().map(|it| format!("there:{it}:{name}")));
    keys.extend(of.external_key.iter().map(|it| format!("external:{it}")));
    let whole = of.birthday.iter().filter(|it| !it.starts_with("--"));
    keys.extend(whole.map(|it| format!("born:{it}")));
    keys
}

/// Their numbers, and their address of mail in small letters.
pub fn ways_of(of: &Person) -> impl Iterator<Item = String> {
    of.numbers.iter().cloned().chain(of.email.as_deref().map(str::to_lowercase))
}

/// The key of a number or an address of mail.
pub fn key_of(way: &str) -> String {
    format!("way:{way}")
}

#[cfg(test)]
mod tests;
