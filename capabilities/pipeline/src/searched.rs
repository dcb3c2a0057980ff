//! What the search finds here: deals.

use accounts::account;
use frame::app::Asking;
use frame::search::{self, By, Hit, Searched, Texts, in_reach};
use frame::stream::Reader;
use frame::{Ctx, Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::opportunity::{self, Column, Entity, Model, OpportunityId};
use crate::words::Words;

/// The word for a deal in the index.
pub const KIND: &str = "opportunity";

pub const SEARCHED: &[Searched] = &[Searched {
    kind: KIND,
    title: |lang| Words::of(lang).deals_title(),
    icon: "briefcase",
    version: 1,
    by: By::Words(|ctx| in_reach::<Entity>(ctx, |it| it.filter(Column::HiddenAt.is_null()))),
    show: |ctx, ids| Box::pin(deals(ctx, ids)) as Asking<'_, Vec<Hit>>,
    texts: |ctx, after, most| Box::pin(texts(ctx, after, most)),
}];

/// An import writes many deals at once and past what they are found by; soon after, they are
/// read again.
pub const FOLLOW_IMPORT: Reader = Reader {
    names: &["importing.run_finished", "importing.run_undone"],
    read: |tx, _| Box::pin(search::rebuild(tx, &[KIND])),
};

/// Forgets what deals are found by that are about to be taken away.
pub async fn forget_deals(tx: &Tx, ids: &[OpportunityId]) -> Result<()> {
    search::forget(tx, KIND, ids.iter().map(|it| it.0)).await
}

/// Deals, each with its client, how it stands and what it is worth.
async fn deals(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let found = opportunity::shown(ctx).filter(Column::Id.is_in(ids.iter().copied()));
    let found = found.all(ctx).await?;
    let clients = account::names(ctx, found.iter().filter_map(|it| it.account_id)).await?;
    let w = Words::of(ctx.lang());
    let hit = |it: Model| {
        let client = it.account_id.and_then(|it| clients.get(&it).cloned());
        let worth = it.value().map(|it| it.to_string());
        let parts = [client, Some(w.kind(it.kind).to_owned()), worth];
        Hit {
            id: it.id.0,
            href: format!("/opportunities/{}", it.id),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: it.name,
        }
    };
    Ok(found.into_iter().map(hit).collect())
}

/// What a deal is found by.
pub fn texts_of(it: &Model) -> Texts {
    let texts = Texts::default().word(it.name.as_str());
    texts.words([it.external_key.as_deref(), it.next_step.as_deref()])
}

async fn texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<(Uuid, Texts)>> {
    let mut next = ctx.whole_company::<Entity>().order_by_asc(Column::Id);
    if let Some(after) = after {
        next = next.filter(Column::Id.gt(OpportunityId(after)));
    }
    let deals = next.limit(most).all(ctx).await?;
    Ok(deals.iter().map(|it| (it.id.0, texts_of(it))).collect())
}
