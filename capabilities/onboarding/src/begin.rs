//! What a company has before it settles its own: one checklist of four steps. Companies that were
//! there before got the same from the schema's history.

use frame::{Result, Tx};
use sea_orm::ActiveValue::Set;

use crate::rules::{StepKind, Whose};
use crate::{template, template_step};

/// Kind, names, and working days.
const STEPS: &[(StepKind, &str, &str, i32)] = &[
    (StepKind::Account, "Buat akun klien", "Create the account", 0),
    (StepKind::Payment, "Atur cara pembayaran", "Set up payment", 2),
    (StepKind::Explain, "Jelaskan produk", "Explain the products", 5),
    (StepKind::Order, "Pesanan pertama", "First order", 10),
];

/// Gives a new company all of it.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    tx.insert_all(vec![template::ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set("standard".to_owned()),
        label_id: Set("Klien baru".to_owned()),
        label_en: Set("New client".to_owned()),
        industries: Set(String::new()),
        position: Set(1),
        retired_at: Set(None),
    }])
    .await?;
    let steps = (1..).zip(STEPS).map(|(position, it)| template_step::ActiveModel {
        company_id: Set(tx.actor.company),
        template: Set("standard".to_owned()),
        position: Set(position),
        kind: Set(it.0),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        days: Set(it.3),
        whose: Set(Whose::Owner),
        role: Set(None),
        person_id: Set(None),
    });
    tx.insert_all(steps.collect()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema's history gives older companies what new ones begin with.
    #[test]
    fn old_and_new_companies_begin_alike() {
        let history = include_str!("../../../foundation/migrations/src/m0012_prospects.sql");
        for (kind, id, en, days) in STEPS {
            let said = history.lines().find(|it| it.contains(&format!("'{id}'")));
            let said = said.unwrap_or_else(|| panic!("{id}"));
            for part in [format!("'{}'", kind.word()), format!("'{en}'"), format!(" {days}")] {
                assert!(said.contains(&part), "{id}: {part}");
            }
        }
    }
}
