//! What the search finds here: those who may become clients.

use frame::app::Asking;
use frame::search::{By, Hit, Searched, Texts, in_reach};
use frame::{Ctx, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::prospect::{self, Column, Model, ProspectId};
use crate::words::Words;

pub const SEARCHED: &[Searched] = &[Searched {
    kind: "prospect",
    title: |lang| Words::of(lang).prospects_title(),
    icon: "user-plus",
    version: 1,
    by: By::Words(|ctx| {
        in_reach::<prospect::Entity>(ctx, |it| it.filter(Column::HiddenAt.is_null()))
    }),
    show: |ctx, ids| Box::pin(prospects(ctx, ids)) as Asking<'_, Vec<Hit>>,
    texts: |ctx, after, most| Box::pin(texts(ctx, after, most)),
}];

async fn prospects(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let w = Words::of(ctx.lang());
    let found = prospect::shown(ctx).filter(Column::Id.is_in(ids.iter().copied()));
    let hit = |it: Model| {
        let phone = it.phone.is_some().then(|| it.phone_shown());
        let parts = [Some(w.status(it.status).to_owned()), it.contact_name, phone, it.city];
        Hit {
            id: it.id.0,
            href: format!("/prospects/{}", it.id),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: it.name,
        }
    };
    Ok(found.all(ctx).await?.into_iter().map(hit).collect())
}

/// What a prospect is found by.
pub fn texts_of(it: &Model) -> Texts {
    Texts::default()
        .word(it.name.as_str())
        .words([it.contact_name.as_deref(), it.email.as_deref(), it.city.as_deref()])
        .numbers([it.phone.as_deref()])
}

async fn texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<(Uuid, Texts)>> {
    let mut next = ctx.whole_company::<prospect::Entity>().order_by_asc(Column::Id);
    if let Some(after) = after {
        next = next.filter(Column::Id.gt(ProspectId(after)));
    }
    let prospects = next.limit(most).all(ctx).await?;
    Ok(prospects.iter().map(|it| (it.id.0, texts_of(it))).collect())
}
