//! What a company has before it settles its own: sources, and reasons to let one go. Companies that
//! were there before prospects got the same from the schema's history.

use frame::{Result, Tx};
use sea_orm::ActiveValue::Set;

use crate::choice::{self, List};

/// List, code and names.
const CHOICES: &[(List, &str, &str, &str)] = &[
    (List::Source, "referral", "Rekomendasi", "Referral"),
    (List::Source, "website", "Situs web", "Website"),
    (List::Source, "phone", "Telepon atau WhatsApp masuk", "Incoming call or WhatsApp"),
    (List::Source, "event", "Pameran atau acara", "Fair or event"),
    (List::Source, "field", "Ditemui di lapangan", "Met in the field"),
    (List::Source, "social", "Media sosial", "Social media"),
    (List::Source, "import", "Impor", "Import"),
    (List::Source, "other", "Lainnya", "Other"),
    (List::Reason, "no_need", "Tidak butuh", "No need"),
    (List::Reason, "no_budget", "Tidak ada anggaran", "No budget"),
    (List::Reason, "not_reached", "Tidak dapat dihubungi", "Cannot be reached"),
    (List::Reason, "out_of_area", "Di luar wilayah kami", "Out of our area"),
    (List::Reason, "competitor", "Sudah dengan pesaing", "With a competitor"),
    (List::Reason, "not_real", "Data tidak benar", "Not real"),
];

/// Gives a new company all of it.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    let rows = (1..).zip(CHOICES).map(|(position, it)| choice::ActiveModel {
        company_id: Set(tx.actor.company),
        list: Set(it.0),
        code: Set(it.1.to_owned()),
        label_id: Set(it.2.to_owned()),
        label_en: Set(it.3.to_owned()),
        position: Set(position),
        hidden_at: Set(None),
    });
    tx.insert_all(rows.collect()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema's history gives older companies what new ones begin with.
    #[test]
    fn old_and_new_companies_begin_alike() {
        let history = include_str!("../../../foundation/migrations/src/m0012_prospects.sql");
        for (list, code, id, en) in CHOICES {
            let said = history.lines().find(|it| it.contains(&format!("'{code}'")));
            let said = said.unwrap_or_else(|| panic!("{code}"));
            for part in [list.word(), id, en] {
                assert!(said.contains(&format!("'{part}'")), "{code}: {part}");
            }
        }
    }
}
