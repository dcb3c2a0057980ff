//! From which prospect a client came, on the client's page.

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::{Ctx, Result};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use crate::prospect;
use crate::shown::{Shown, shown};
use crate::words::Words;

pub const PANEL: Panel = Panel {
    on: "account",
    title: |lang| Words::of(lang).panel_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

#[derive(Template)]
#[template(path = "of_account.html")]
struct Came {
    w: Words,
    prospects: Vec<Shown>,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Prospects) {
        return Ok(None);
    }
    let came = prospect::shown(ctx)
        .filter(prospect::Column::AccountId.eq(account))
        .order_by_asc(prospect::Column::ConvertedAt);
    let came = came.all(ctx).await?;
    if came.is_empty() {
        return Ok(None);
    }
    let came = Came { w: Words::of(ctx.lang()), prospects: shown(ctx, came).await? };
    Ok(Some(came.render()?))
}
