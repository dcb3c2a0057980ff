//! On a client's page: from whom it came, and what its keeper must know.

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use crate::handover_pack::{Column, Entity, PackId};
use crate::list_packs::standing;
use crate::load::names;
use crate::say::name;
use crate::words::Words;

pub const PANEL: Panel = Panel {
    on: "account",
    title: |lang| Words::of(lang).packs_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

#[derive(Template)]
#[template(path = "of_account.html")]
struct Last {
    id: PackId,
    who: String,
    on: String,
    grace: String,
    state: &'static str,
    look: &'static str,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    let last = ctx
        .find::<Entity>()
        .filter(Column::AccountId.eq(account))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_desc(Column::MovedAt);
    let Some(it) = last.one(ctx).await? else { return Ok(None) };
    let w = Words::of(ctx.lang());
    let names = names(ctx, [it.from_id, Some(it.to_id)].into_iter().flatten()).await?;
    let from = match it.from_id {
        Some(_) => name(&names, it.from_id),
        None => w.nobody().to_owned(),
    };
    let (state, look) = standing(&it, w);
    let last = Last {
        id: it.id,
        who: w.giver_taker(from, name(&names, Some(it.to_id))),
        on: w.0.day(it.moved_on),
        grace: if ctx.now.day(&ctx.actor.zone) <= it.grace_until {
            w.grace_runs(w.0.day(it.grace_until))
        } else {
            String::new()
        },
        state,
        look,
    };
    Ok(Some(last.render()?))
}
