//! What a company has before it settles its own: when its clients pay.
//! Companies that were there before got the same from the schema's history.

use frame::{Result, Tx};
use sea_orm::ActiveValue::Set;

use crate::payment_term::{self, TermKind};

/// Code, names, kind, days; the first of 30 days is the usual one.
const TERMS: &[(&str, &str, &str, TermKind, i32)] = &[
    ("prepaid", "Bayar di muka", "Prepaid", TermKind::Prepaid, 0),
    ("on_delivery", "Bayar saat diterima", "On delivery", TermKind::OnDelivery, 0),
    ("net_14", "14 hari", "14 days", TermKind::Net, 14),
    ("net_30", "30 hari", "30 days", TermKind::Net, 30),
    ("net_60", "60 hari", "60 days", TermKind::Net, 60),
    ("month_end", "Akhir bulan berikutnya", "End of the next month", TermKind::MonthEnd, 30),
];

const USUAL: &str = "net_30";

/// Gives a new company all of it.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    let terms = (1..).zip(TERMS).map(|(position, it)| payment_term::ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set(it.0.to_owned()),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        kind: Set(it.3),
        days: Set(it.4),
        usual: Set(it.0 == USUAL),
        position: Set(position),
        hidden_at: Set(None),
    });
    tx.insert_all(terms.collect()).await
}

#[cfg(test)]
mod tests {
    use testing::World;

    use super::*;

    /// The schema's history gives older companies what new ones begin with.
    #[test]
    fn old_and_new_companies_begin_alike() {
        let history = include_str!("../../../foundation/migrations/src/m0009_account_depth.sql");

        for it in TERMS {
            assert!(history.contains(&format!("'{}'", it.1)), "{}", it.0);
        }
    }

    #[tokio::test]
    async fn a_new_company_has_terms_and_one_is_usual() {
        let world = World::with(crate::routes()).await;
        let founding = people::Founding::usual("Toko Baru");
        let company = people::found(&world.app, founding).await.unwrap();
        let tx = world.app.company(company.id).begin().await.unwrap();

        begin_with(&tx).await.unwrap();

        let terms = payment_term::all(&tx).await.unwrap();
        let usual: Vec<_> = terms.iter().filter(|it| it.usual).collect();
        assert_eq!(terms.len(), TERMS.len());
        assert_eq!((usual.len(), usual[0].code.as_str()), (1, USUAL));
    }
}
