//! What a row says about clients and the people there.

use std::collections::BTreeMap;

use super::cells::Cells;
use super::{Drafter, values};
use crate::own::{self, Manner};
use crate::rules::draft::{AccountDraft, ContactDraft, OwnSaid, Standing, TargetKind};
use crate::rules::mapping::{
    AccountKey, AccountRules, CHANNELS, CONSENTS, ContactKey, ContactRules, FieldRule, STANDINGS,
    TIERS,
};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

type Reading<T> = fn(&Drafter<'_>, &FieldRule, &str) -> Result<T, RowRefused>;

pub fn account(
    rules: &AccountRules,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<AccountDraft> {
    let key = drafter.mapping.keys.account;
    let name = cells.required(&rules.name, values::text);
    let industry = cells.said(rules.industry.as_ref(), values::line);
    let founded_year = cells.said(rules.founded_year.as_ref(), values::year);
    let currency = cells.said(rules.currency.as_ref(), values::currency);
    let usual = currency.value().cloned().unwrap_or_else(|| drafter.currency().to_owned());
    let revenue = cells.said(rules.revenue.as_ref(), |drafter, rule, text| {
        values::amount_in(drafter, rule, text, &usual)
    });
    let employees = cells.said(rules.employees.as_ref(), values::count);
    let country = cells.said(rules.country.as_ref(), values::country);
    let abroad = country.value().cloned();
    let tax =
        |_: &Drafter<'_>, _: &FieldRule, text: &str| values::tax_number(text, abroad.as_deref());
    let address_country = match (&rules.address_country, rules.has_address()) {
        (None, true) => cells.said(rules.country.as_ref(), values::line),
        (rule, _) => cells.said(rule.as_ref(), values::line),
    };
    let draft = AccountDraft {
        name: String::new(),
        id: cells.said(rules.id.as_ref(), values::id),
        external_id: keyed(
            cells,
            key == AccountKey::ExternalId,
            rules.external_id.as_ref(),
            values::text,
        ),
        industry,
        founded_year,
        revenue,
        employees,
        country,
        parent: cells.said(rules.parent.as_ref(), values::text),
        status: cells.said(rules.status.as_ref(), |_, rule, text| {
            values::word(rule, text, STANDINGS, |it| Standing::from_word(own::status(it)?))
        }),
        tier: cells
            .said(rules.tier.as_ref(), |_, rule, text| values::word(rule, text, TIERS, own::tier)),
        tax_number: match (key, &rules.tax_number) {
            (AccountKey::TaxNumber, Some(rule)) => cells.required(rule, tax).into(),
            (_, rule) => cells.said(rule.as_ref(), tax),
        },
        phone: keyed(cells, key == AccountKey::Phone, rules.phone.as_ref(), values::phone),
        website: cells.said(rules.website.as_ref(), values::website),
        owner: cells.said(rules.owner_named(), values::text),
        tags: match cells.said(rules.tags.as_ref(), values::tags) {
            Said::Is(tags) if tags.is_empty() => Said::Nothing,
            said => said,
        },
        street: cells.said(rules.street.as_ref(), values::line),
        city: cells.said(rules.city.as_ref(), values::line),
        province: cells.said(rules.province.as_ref(), values::line),
        postcode: cells.said(rules.postcode.as_ref(), values::line),
        address_country,
        custom: custom(&rules.custom, TargetKind::Account, drafter, cells),
    };
    Some(AccountDraft { name: name?, ..draft })
}

pub fn contact(
    rules: &ContactRules,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<ContactDraft> {
    let key = drafter.mapping.keys.contact;
    let name = cells.required(&rules.name, values::text);
    let account = cells.required(&rules.account, values::text);
    let draft = ContactDraft {
        name: String::new(),
        account: Said::Silent,
        id: cells.said(rules.id.as_ref(), values::id),
        external_id: keyed(
            cells,
            key == ContactKey::ExternalId,
            rules.external_id.as_ref(),
            values::text,
        ),
        email: keyed(cells, key == ContactKey::Email, rules.email.as_ref(), values::email),
        phone: keyed(cells, key == ContactKey::Phone, rules.phone.as_ref(), values::phone),
        whatsapp: cells.said(rules.whatsapp.as_ref(), values::phone),
        post: cells.said(rules.post.as_ref(), values::line),
        channel: cells.said(rules.channel.as_ref(), |_, rule, text| {
            values::word(rule, text, CHANNELS, own::channel)
        }),
        birthday: cells.said(rules.birthday.as_ref(), values::birthday),
        consent: cells.said(rules.consent.as_ref(), |_, rule, text| {
            values::word(rule, text, CONSENTS, own::consent)
        }),
        consent_on: cells.said(rules.consent_on.as_ref(), values::past_day),
        consent_note: cells.said(rules.consent_note.as_ref(), values::line),
        custom: custom(&rules.custom, TargetKind::Contact, drafter, cells),
        also_at: Vec::new(),
    };
    Some(ContactDraft { name: name?, account: Said::Is(account?), ..draft })
}

/// A field that must be said where it tells one record from another.
fn keyed<T>(
    cells: &mut Cells<'_>,
    is_key: bool,
    rule: Option<&FieldRule>,
    read: Reading<T>,
) -> Said<T> {
    match rule {
        Some(rule) if is_key => cells.required(rule, read).into(),
        rule => cells.said(rule, read),
    }
}

/// The company's own fields. One that must be filled in is not emptied.
fn custom(
    rules: &BTreeMap<String, FieldRule>,
    target: TargetKind,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> OwnSaid {
    let manner = Manner {
        mark: drafter.file.decimal_mark.unwrap_or_default(),
        order: drafter.file.day_order,
        currency: drafter.currency(),
    };
    let mut all = OwnSaid::new();
    for (code, rule) in rules {
        let Some(field) = drafter.mapping.own.field(target, code) else { continue };
        let said = cells.said(Some(rule), |_, _, text| own::read(field, text, manner));
        if field.required && said == Said::Nothing {
            cells.fault(rule, RowRefused::Required);
        }
        if drafter.is_there(rule) {
            all.insert(code.clone(), said);
        }
    }
    all
}
