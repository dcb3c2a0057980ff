//! How deals with a client go, on the client's page.

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result, sums};
use kernel::access::{Act, Area};
use kernel::money::Money;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::opportunity::{self, Column, Model, OpportunityKind};
use crate::shown::{Shown, shown};
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
    account: AccountId,
    won: i64,
    lost: i64,
    open: i64,
    /// What the won ones were worth, one sum for each currency.
    worth: Vec<Money>,
    /// Open ones first.
    shown: Vec<Shown>,
    /// There are more than these.
    more: bool,
    may_open: bool,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Pipeline) {
        return Ok(None);
    }
    let [worth, rest] = sums::halves(Column::ValueAmount.into_expr());
    let counts: Vec<(OpportunityKind, String, i64, i64, i64)> =
        opportunity::of_account(ctx, account)
            .select_only()
            .column(Column::Kind)
            .column(Column::ValueCurrency)
            .column_as(Column::Id.count(), "deals")
            .column_as(worth, "worth")
            .column_as(rest, "rest")
            .group_by(Column::Kind)
            .group_by(Column::ValueCurrency)
            .order_by_asc(Column::ValueCurrency)
            .into_tuple()
            .all(ctx)
            .await?;
    let may_open = ctx.may(Act::Create, Area::Pipeline);
    if counts.is_empty() && !may_open {
        return Ok(None);
    }
    let of = |kind| counts.iter().filter(|it| it.0 == kind).map(|it| it.2).sum();
    let won = counts.iter().filter(|it| it.0 == OpportunityKind::Won);
    let worth = won.map(|it| (sums::whole(it.3, it.4), it.1.clone()));
    let worth = worth.filter(|it| it.0 != 0).map(|it| Money::new(sums::nearest(it.0), it.1));
    let all: i64 = counts.iter().map(|it| it.2).sum();
    let deals = first(ctx, account).await?;
    let deals = Deals {
        w: Words::of(ctx.lang()),
        account,
        won: of(OpportunityKind::Won),
        lost: of(OpportunityKind::Lost),
        open: of(OpportunityKind::Open),
        worth: worth.collect(),
        more: i64::try_from(deals.len()).is_ok_and(|it| it < all),
        shown: shown(ctx, deals).await?,
        may_open,
    };
    Ok(Some(deals.render()?))
}

/// Open ones before those that have ended, and among those the newest first.
async fn first(ctx: &Ctx, account: AccountId) -> Result<Vec<Model>> {
    let open = opportunity::of_account(ctx, account)
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .order_by_desc(Column::StageSince)
        .limit(SHOWN);
    let mut deals = open.all(ctx).await?;
    let closed = opportunity::of_account(ctx, account)
        .filter(Column::Kind.ne(OpportunityKind::Open))
        .order_by_desc(Column::ClosedOn)
        .limit(SHOWN);
    deals.extend(closed.all(ctx).await?);
    deals.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    Ok(deals)
}
