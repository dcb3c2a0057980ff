//! Products, as an import keeps them.

use catalogue::ProductId;
use catalogue::product::{Column, Entity, Model};
use frame::{Result, Tx};
use sea_orm::ColumnTrait;
use transactions::source_product;
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{Draft, ProductDraft, TargetKind};

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Product;
    const IMAGE: &'static [Column] =
        &[Column::Name, Column::Series, Column::PriceAmount, Column::PriceCurrency];
    const CREATED: Option<&'static str> = Some("importing.product_created");
    const CHANGED: Option<&'static str> = Some("importing.product_changed");

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.name
    }

    fn is_gone(model: &Model) -> bool {
        model.hidden_at.is_some()
    }

    fn draft(model: &Model, _: &Known) -> Draft {
        Draft::Product(ProductDraft {
            name: model.name.clone(),
            series: model.series.clone().into(),
            price: model.price(),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: ProductId(beginning.id),
            name: String::new(),
            series: None,
            price_amount: 0,
            price_currency: String::new(),
            created_at: beginning.now,
            hidden_at: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, _: &Known) -> Result<()> {
        let Draft::Product(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        draft.series.write(&mut model.series);
        model.price_amount = draft.price.amount;
        model.price_currency.clone_from(&draft.price.currency);
        Ok(())
    }

    /// The keys by which other systems know it go with it.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let theirs = source_product::Column::ProductId.is_in(ids.iter().copied());
        tx.delete_where::<source_product::Entity, _>(source_product::Column::CompanyId, theirs)
            .await?;
        tx.delete_where::<Entity, _>(Column::CompanyId, Column::Id.is_in(ids)).await?;
        Ok(())
    }
}
