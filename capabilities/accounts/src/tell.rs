//! Everything that this capability records, told.

use frame::stream::{self, Sees, Teller};
use kernel::Lang;

use crate::account_payment::PaymentMethod;
use crate::tell_contact;
use crate::tell_depth;
use crate::within_reach;
use crate::words::Words;

/// How what happens to accounts is told.
pub const TELLER: Teller =
    Teller { prefix: "accounts.", tell, sees: Sees::Asked(within_reach::sees) };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| says[key].as_f64().unwrap_or_default();
    let count = |key: &str| says[key].as_i64().unwrap_or_default();
    let whole = |key: &str| lang.decimal(number(key), 0);
    Some(match event.name.as_str() {
        "accounts.opened" => w.told_opened().to_owned(),
        "accounts.exported" => w.told_exported().to_owned(),
        "accounts.contacts_exported" => w.told_contacts_exported().to_owned(),
        "accounts.changed"
        | "accounts.owner_changed"
        | "accounts.tagged"
        | "accounts.payment_set" => changes(&says, w),
        it if it.starts_with("accounts.member") || it.starts_with("accounts.bank") => {
            return tell_depth::tell(it, &says, w);
        }
        "accounts.value_set" => match after_of(&says) {
            Some((before, after)) => {
                let said = |it: Option<String>| it.unwrap_or_else(|| w.told_nothing().to_owned());
                w.told_change(label(&says, lang), said(before), said(after))
            }
            None => w.told_value_changed(label(&says, lang)),
        },
        "accounts.field_kept" => w.told_field_kept(label(&says, lang)),
        "accounts.term_kept" => w.told_term_kept(label(&says, lang)),
        "accounts.word_offered" => w.told_word_offered(text("name")),
        "accounts.word_removed" => w.told_word_removed(text("name")),
        "accounts.hidden" => w.told_hidden().to_owned(),
        "accounts.restored" => w.told_restored().to_owned(),
        "accounts.bulk_changed" => w.told_bulk_changed(count("changed")),
        "accounts.bulk_undone" => w.told_bulk_undone(count("restored")),
        "accounts.merged" => w.told_merged(text("name")),
        "accounts.merge_undone" => w.told_merge_undone(text("name")),
        "accounts.scan_begun" => w.told_scan_begun().to_owned(),
        "accounts.scan_finished" => w.told_scan_finished(count("found")),
        "accounts.duplicate_dismissed" => w.told_duplicate_dismissed().to_owned(),
        "accounts.duplicate_reopened" => w.told_duplicate_reopened().to_owned(),
        "accounts.address_added" => w.told_address_added(text("address")),
        "accounts.address_changed" => w.told_address_changed(after(&says, "address")),
        "accounts.address_removed" => w.told_address_removed(text("address")),
        it if it.starts_with("accounts.contact_") => return tell_contact::tell(it, &says, w),
        "accounts.place_proposed" => w.told_place_proposed().to_owned(),
        "accounts.place_confirmed" => w.told_place_confirmed(count("check_ins")),
        "accounts.place_move_proposed" => {
            w.told_place_move_proposed(count("check_ins"), whole("distance_m"))
        }
        "accounts.place_set" => w.told_place_set(whole("radius_m")),
        "accounts.place_move_agreed" => w.told_place_move_agreed().to_owned(),
        "accounts.place_move_declined" => w.told_place_move_declined().to_owned(),
        // The new owner's event says it; this one only wakes the old owner's phone.
        _ => return None,
    })
}

/// What a value was and what it became, where the stream says it.
fn after_of(says: &serde_json::Value) -> Option<(Option<String>, Option<String>)> {
    let change = says["changes"].get("value")?;
    let side = |side: &str| change[side].as_str().map(str::to_owned);
    Some((side("before"), side("after")))
}

/// What an entry of the company's lists is called.
fn label(says: &serde_json::Value, lang: Lang) -> String {
    let of = match lang {
        Lang::Id => &says["label"]["id"],
        Lang::En => &says["label"]["en"],
    };
    of.as_str().unwrap_or_default().to_owned()
}

fn after(says: &serde_json::Value, field: &str) -> String {
    says["changes"][field]["after"].as_str().unwrap_or_default().to_owned()
}

/// `Status: Calon klien → Klien; Telepon: – → +62…`.
fn changes(says: &serde_json::Value, w: Words) -> String {
    let Some(changes) = says["changes"].as_object() else { return w.told_changed().to_owned() };
    let said = changes.iter().filter_map(|(field, change)| {
        let of = |side: &str| value(field, &change[side], w);
        Some(w.told_change(w.field_label(field)?, of("before"), of("after")))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { w.told_changed().to_owned() } else { said.join("; ") }
}

pub fn value(field: &str, value: &serde_json::Value, w: Words) -> String {
    let text = match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => return w.told_nothing().to_owned(),
    };
    match field {
        "status" => {
            crate::AccountStatus::from_word(&text).map_or(text, |it| w.status(it).to_owned())
        }
        "payment_method" => {
            PaymentMethod::from_word(&text).map_or(text, |it| w.payment_method(it).to_owned())
        }
        _ => text,
    }
}

impl Words {
    pub fn field_label(self, field: &str) -> Option<&'static str> {
        Some(match field {
            "name" => self.account_name(),
            "status" => self.status_label(),
            "tier" => self.tier_label(),
            "industry" => self.industry_label(),
            "parent" => self.parent_label(),
            "phone" => self.phone_label(),
            "website" => self.website_label(),
            "founded_year" => self.founded_label(),
            "revenue" => self.revenue_label(),
            "employees" => self.employees_label(),
            "owner" => self.owner_label(),
            "country" => self.country_label(),
            "tax_number" => self.tax_number_label(),
            "document_language" => self.document_language_label(),
            "tags" => self.tags_label(),
            "payment_term" => self.payment_term_label(),
            "payment_method" => self.payment_method_label(),
            _ => return None,
        })
    }
}
