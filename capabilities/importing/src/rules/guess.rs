//! What a file probably holds, by the names of its columns and by what stands in them.

use crate::own::{Own, OwnField};
use crate::rules::choice::{Choice, needed};
use crate::rules::draft::{Field, TargetKind};
use crate::rules::profile::Profile;

mod clients;
mod documents;
mod names;
mod payments;

use self::documents::{client_key, names_invoices};
use self::names::names;
use self::payments::names_payments;

/// What can be chosen for a file of one's own.
pub const TARGETS: &[TargetKind] = &[
    TargetKind::Account,
    TargetKind::Contact,
    TargetKind::Opportunity,
    TargetKind::Prospect,
    TargetKind::Payment,
    TargetKind::Invoice,
    TargetKind::Product,
    TargetKind::Person,
    TargetKind::Team,
];

/// The fields of a kind, in the order in which they are offered.
pub fn fields(target: TargetKind) -> impl Iterator<Item = Field> {
    names(target).iter().map(|it| it.0)
}

/// Whether a column is called as others call the names of deals.
pub fn is_deal_name(column: &str) -> bool {
    names::DEAL_NAMES.contains(&plain(column).as_str())
}

/// How a file called so is probably read.
pub fn choice(name: &str, columns: &[String], profiles: &[Profile], own: &Own) -> Choice {
    let rank = |target: &&TargetKind| score(**target, name, columns, own);
    let best = TARGETS.iter().rev().max_by_key(rank).copied().unwrap_or(TargetKind::Account);
    for_target(best, columns, profiles, own)
}

/// How a file whose rows are of this kind is probably read: by what our own files say, then by
/// what the company calls its own fields, then by what others say.
pub fn for_target(
    target: TargetKind,
    columns: &[String],
    profiles: &[Profile],
    own: &Own,
) -> Choice {
    let mut choice = Choice::of(target);
    for (field, ours, _) in names(target) {
        take(&mut choice, columns, *field, ours);
    }
    for field in own.fields(target) {
        let column = columns.iter().find(|it| is_free(&choice, it) && is_called(field, it));
        choice.custom.extend(column.map(|it| (it.clone(), field.code.clone())));
    }
    for (field, _, others) in names(target) {
        if !choice.columns.values().any(|it| it == field) {
            take(&mut choice, columns, *field, others);
        }
    }
    by_cells(&mut choice, columns, profiles);
    if target.is_document() {
        choice.account_key = client_key(&choice);
    }
    choice.fit(columns, profiles, own);
    choice
}

/// The first of these names that a column has fills the field.
fn take(choice: &mut Choice, columns: &[String], field: Field, names: &[&str]) {
    let is_named = |column: &String, name: &str| {
        let plain = plain(column);
        plain == name || (column.contains('%') && format!("{plain}persen") == name)
    };
    let place =
        |name: &&str| columns.iter().position(|it| is_named(it, name) && is_free(choice, it));
    let Some(place) = names.iter().find_map(place) else { return };
    let given = plain(&columns[place]);
    choice.columns.insert(columns[place].clone(), field);
    // A name in two halves is one name.
    let last = match given.as_str() {
        "firstname" => "lastname",
        "namadepan" => "namabelakang",
        _ => return,
    };
    if let Some(column) = columns.iter().find(|it| plain(it) == last) {
        choice.columns.insert(column.clone(), field);
    }
}

fn is_free(choice: &Choice, column: &str) -> bool {
    !choice.columns.contains_key(column) && !choice.custom.contains_key(column)
}

/// Whether a column is called like a field of the company's own, perhaps with its code behind it.
fn is_called(field: &OwnField, column: &str) -> bool {
    let column = plain(column);
    let with_code = |label: &str| format!("{}{}", plain(label), plain(&field.code));
    let labels = [&field.label_id, &field.label_en];
    !column.is_empty()
        && (column == plain(&field.code)
            || labels.iter().any(|it| column == plain(it) || column == with_code(it)))
}

/// Addresses of mail are known by what stands there.
fn by_cells(choice: &mut Choice, columns: &[String], profiles: &[Profile]) {
    let has_email = fields(choice.target).any(|it| it == Field::Email);
    if !has_email || choice.columns.values().any(|it| *it == Field::Email) {
        return;
    }
    let unread = |column: &String| is_free(choice, column);
    let found = columns
        .iter()
        .zip(profiles)
        .find(|(it, profile)| unread(it) && profile.is_mostly(profile.emails));
    if let Some((column, _)) = found {
        choice.columns.insert(column.clone(), Field::Email);
    }
}

/// What others call those who may become clients.
const PROSPECTS: &[&str] = &["lead", "prospek", "prospect"];

/// A column says so.
fn names_prospects(columns: &[String]) -> bool {
    columns
        .iter()
        .any(|it| ["leadid", "leadsource", "leadname", "namaprospek"].contains(&plain(it).as_str()))
}

fn score(target: TargetKind, name: &str, columns: &[String], own: &Own) -> i64 {
    let hints: &[&str] = match target {
        TargetKind::Team => &["teams", "tim"],
        TargetKind::Person => &["user", "people", "orang", "pengguna", "agent", "employee"],
        TargetKind::Product => &["product", "produk", "barang", "pricebook"],
        TargetKind::Account => {
            &["account", "compan", "organi", "klien", "perusahaan", "customer", "pelanggan", "toko"]
        }
        TargetKind::Contact => &["contact", "kontak", "person", "vcard", "vcf"],
        TargetKind::Opportunity => &["opportunit", "deal", "peluang", "pipeline"],
        TargetKind::Prospect => PROSPECTS,
        TargetKind::Invoice => documents::INVOICES,
        TargetKind::Payment => payments::PAYMENTS,
        TargetKind::LedgerDay | TargetKind::Tag => &[],
    };
    let name = name.to_lowercase();
    let hinted = i64::from(hints.iter().any(|it| name.contains(it)));
    if target == TargetKind::Prospect && hinted == 0 && !names_prospects(columns) {
        // Whoever has a name and a number may be anybody.
        return i64::MIN;
    }
    let names_such = match target {
        TargetKind::Invoice => names_invoices(columns),
        TargetKind::Payment => names_payments(columns),
        _ => true,
    };
    if hinted == 0 && !names_such {
        // A number, a day and an amount may be of anything.
        return i64::MIN;
    }
    let choice = for_target(target, columns, &[], own);
    let has = |field: &Field| choice.columns.values().any(|it| it == field);
    let found = fields(target).filter(|it| has(it)).count() + choice.custom.len();
    let lacks = choice.missing(columns).len();
    let needs = needed(target).len();
    i64::try_from(found * 2 + (needs - lacks.min(needs)) * 2).unwrap_or(i64::MAX)
        - i64::try_from(lacks * 4).unwrap_or(i64::MAX)
        + hinted * 6
}

/// Letters and digits alone.
fn plain(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
