//! How deals with a client went, on the client's page.

use std::collections::HashMap;

use accounts::AccountId;
use askama::Template;
use catalogue::{ProductId, product};
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use kernel::money::Money;
use sea_orm::sea_query::{ExprTrait, Func};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::opportunity::{self, Column, Model, OpportunityKind};
use crate::words::Words;

/// Deals that one page shows.
const SHOWN: u64 = 5;

pub const PANEL: Panel = Panel {
    on: "account",
    title: |lang| Words::of(lang).panel_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

#[derive(Template)]
#[template(path = "of_account.html")]
struct Deals {
    w: Words,
    won: i64,
    lost: i64,
    open: i64,
    /// What the won ones were worth, one sum for each currency.
    worth: Vec<Money>,
    last: Vec<Deal>,
}

/// One deal, in words.
struct Deal {
    name: String,
    stage: String,
    look: &'static str,
    when: String,
    value: String,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Pipeline) {
        return Ok(None);
    }
    let counts: Vec<(OpportunityKind, String, i64, Option<i64>)> =
        opportunity::of_account(ctx, account)
            .select_only()
            .column(Column::Kind)
            .column(Column::ValueCurrency)
            .column_as(Column::Id.count(), "deals")
            .column_as(Func::sum(Column::ValueAmount.into_expr()).cast_as("bigint"), "worth")
            .group_by(Column::Kind)
            .group_by(Column::ValueCurrency)
            .order_by_asc(Column::ValueCurrency)
            .into_tuple()
            .all(ctx)
            .await?;
    if counts.is_empty() {
        return Ok(None);
    }
    let of = |kind| counts.iter().filter(|it| it.0 == kind).map(|it| it.2).sum();
    let won = counts.iter().filter(|it| it.0 == OpportunityKind::Won);
    let worth = won.filter_map(|it| Some(Money::new(it.3?, it.1.clone())));
    let deals = Deals {
        w: Words::of(ctx.lang()),
        won: of(OpportunityKind::Won),
        lost: of(OpportunityKind::Lost),
        open: of(OpportunityKind::Open),
        worth: worth.collect(),
        last: last(ctx, account).await?,
    };
    Ok(Some(deals.render()?))
}

/// Open ones before closed ones, and among those the newest first.
async fn last(ctx: &Ctx, account: AccountId) -> Result<Vec<Deal>> {
    let open = opportunity::of_account(ctx, account)
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .order_by_desc(Column::EngagedOn)
        .limit(SHOWN);
    let mut deals = open.all(ctx).await?;
    let closed = opportunity::of_account(ctx, account)
        .filter(Column::Kind.ne(OpportunityKind::Open))
        .order_by_desc(Column::ClosedOn)
        .limit(SHOWN);
    deals.extend(closed.all(ctx).await?);
    deals.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    let products = product_names(ctx, &deals).await?;
    let deals = deals.iter();
    Ok(deals.map(|it| Deal::of(it, &products, ctx.lang())).collect())
}

async fn product_names(ctx: &Ctx, deals: &[Model]) -> Result<HashMap<ProductId, String>> {
    let ids: Vec<ProductId> = deals.iter().filter_map(|it| it.product_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let products = ctx.find::<product::Entity>().filter(product::Column::Id.is_in(ids));
    Ok(products.all(ctx).await?.into_iter().map(|it| (it.id, it.name)).collect())
}

impl Deal {
    fn of(deal: &Model, products: &HashMap<ProductId, String>, lang: Lang) -> Self {
        let w = Words::of(lang);
        let (look, stage) = match deal.kind {
            OpportunityKind::Open => ("open", w.deal_open()),
            OpportunityKind::Won => ("good", w.deal_won()),
            OpportunityKind::Lost => ("bad", w.deal_lost()),
        };
        let product = deal.product_id.and_then(|it| products.get(&it)).cloned();
        let day = deal.closed_on.or(deal.engaged_on);
        Self {
            name: product.unwrap_or_else(|| w.deal_unnamed().to_owned()),
            stage: stage.to_owned(),
            look,
            when: day.map(|it| lang.day(it)).unwrap_or_default(),
            value: deal.value().map(|it| it.to_string()).unwrap_or_default(),
        }
    }
}
