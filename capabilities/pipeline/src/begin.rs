//! What a company has before it settles its own: three pipelines, their stages, reasons of loss.
//! Companies that were there before pipelines were got the same from the schema's history.

use frame::{Result, Tx};
use sea_orm::ActiveValue::Set;

use crate::opportunity::OpportunityKind::{self, Lost, Open, Won};
use crate::rules::ForecastCategory;
use crate::rules::category::usual;
use crate::{lost_reason, pipeline, stage};

/// Code and names.
const PIPELINES: &[(&str, &str, &str)] = &[
    (pipeline::NEW_BUSINESS, "Bisnis baru", "New business"),
    ("renewal", "Perpanjangan", "Renewal"),
    ("upsell", "Penambahan", "Upsell"),
];

/// Pipeline, code, names, kind, percent, and how many days it may take.
type Stage = (&'static str, &'static str, &'static str, &'static str, OpportunityKind, i32, i32);

const STAGES: &[Stage] = &[
    (pipeline::NEW_BUSINESS, "Prospecting", "Penjajakan", "Prospecting", Open, 10, 30),
    (pipeline::NEW_BUSINESS, "Engaging", "Pendekatan", "Engaging", Open, 25, 45),
    (pipeline::NEW_BUSINESS, "Proposal", "Penawaran", "Proposal", Open, 50, 21),
    (pipeline::NEW_BUSINESS, "Negotiation", "Negosiasi", "Negotiation", Open, 75, 21),
    (pipeline::NEW_BUSINESS, "Won", "Menang", "Won", Won, 100, 0),
    (pipeline::NEW_BUSINESS, "Lost", "Kalah", "Lost", Lost, 0, 0),
    ("renewal", "Upcoming", "Akan habis", "Upcoming", Open, 60, 60),
    ("renewal", "Proposal", "Penawaran", "Proposal", Open, 75, 21),
    ("renewal", "Negotiation", "Negosiasi", "Negotiation", Open, 90, 21),
    ("renewal", "Won", "Diperpanjang", "Renewed", Won, 100, 0),
    ("renewal", "Lost", "Tidak diperpanjang", "Not renewed", Lost, 0, 0),
    ("upsell", "Idea", "Gagasan", "Idea", Open, 20, 30),
    ("upsell", "Proposal", "Penawaran", "Proposal", Open, 50, 21),
    ("upsell", "Negotiation", "Negosiasi", "Negotiation", Open, 75, 21),
    ("upsell", "Won", "Menang", "Won", Won, 100, 0),
    ("upsell", "Lost", "Kalah", "Lost", Lost, 0, 0),
];

const REASONS: &[(&str, &str, &str, bool)] = &[
    ("price", "Harga", "Price", false),
    ("competitor", "Memilih pesaing", "Chose a competitor", false),
    ("no_budget", "Tidak ada anggaran", "No budget", false),
    ("no_decision", "Tidak ada keputusan", "No decision", false),
    ("no_fit", "Produk tidak cocok", "Product does not fit", false),
    ("other", "Lainnya", "Other", true),
];

/// Gives a new company all of it.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    let pipelines = (1..).zip(PIPELINES).map(|(position, it)| pipeline::ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set(it.0.to_owned()),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        position: Set(position),
        retired_at: Set(None),
    });
    tx.insert_all(pipelines.collect()).await?;
    let stages = STAGES.iter().map(|it| stage::ActiveModel {
        company_id: Set(tx.actor.company),
        pipeline: Set(it.0.to_owned()),
        code: Set(it.1.to_owned()),
        label_id: Set(it.2.to_owned()),
        label_en: Set(it.3.to_owned()),
        kind: Set(it.4),
        probability: Set(it.5),
        expected_days: Set((0 < it.6).then_some(it.6)),
        position: Set(place_of(it)),
        retired_at: Set(None),
        category: Set(match it.4 {
            Open => usual(it.5),
            Won => ForecastCategory::Closed,
            Lost => ForecastCategory::Omitted,
        }),
    });
    tx.insert_all(stages.collect()).await?;
    let reasons = (1..).zip(REASONS).map(|(position, it)| lost_reason::ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set(it.0.to_owned()),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        asks_note: Set(it.3),
        position: Set(position),
        hidden_at: Set(None),
    });
    tx.insert_all(reasons.collect()).await
}

/// Its place among the stages of its pipeline.
fn place_of(stage: &Stage) -> i32 {
    let own = STAGES.iter().filter(|it| it.0 == stage.0);
    (1..).zip(own).find(|(_, it)| it.1 == stage.1).map_or(1, |it| it.0)
}

#[cfg(test)]
mod tests {
    use testing::World;

    use super::*;
    use crate::stage::present;

    /// The schema's history gives older companies what new ones begin with.
    #[test]
    fn old_and_new_companies_begin_alike() {
        let history = include_str!("../../../foundation/migrations/src/m0003_pipeline.sql");
        for stage in STAGES {
            let row = format!("'{}', '{}', '{}'", stage.1, stage.2, stage.3);
            assert!(history.contains(&row) || stage.1 == "Prospecting", "{row}");
        }
        for reason in REASONS {
            assert!(history.contains(&format!("'{}'", reason.1)), "{}", reason.0);
        }
    }

    #[tokio::test]
    async fn a_new_company_has_three_pipelines_that_can_be_won_and_lost() {
        let world = World::with(crate::routes()).await;
        let founding = people::Founding::usual("Toko Baru");
        let company = people::found(&world.app, founding).await.unwrap();
        let tx = world.app.company(company.id).begin().await.unwrap();

        begin_with(&tx).await.unwrap();

        let all = present(&tx).await.unwrap();
        assert_eq!(all.offered().count(), 3);
        for pipeline in all.offered() {
            for kind in [Open, Won, Lost] {
                assert!(all.first(&pipeline.code, kind).is_ok(), "{} {kind:?}", pipeline.code);
            }
        }
    }
}
