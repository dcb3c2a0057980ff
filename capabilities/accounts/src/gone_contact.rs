//! The page of somebody who was deleted, with the way back, or the way to whom they became part of.

use askama::Template;
use axum::response::Response;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{Ctx, Error, Result};

use crate::account;
use crate::contact::{self, ContactId};
use crate::contact_merge::{self, ContactMergeId};
use crate::contact_merge_row;
use crate::hide_contact::page_of;
use crate::keep_contact::post;
use crate::owners::names;
use crate::rules::DAYS_TO_RESTORE;
use crate::undo_contact_merge::permit_part;
use crate::words::Words;

#[derive(Template)]
#[template(path = "hidden_contact.html")]
struct HiddenPage {
    shell: Shell,
    w: Words,
    account: account::Model,
    contact: contact::Model,
    hidden_on: String,
    until: String,
    may_restore: bool,
}

/// Instead of the page of somebody at an account that the actor may edit, who is found there no
/// more: `gone` is what was found of them.
pub async fn gone_page(
    ctx: &Ctx,
    account: account::Model,
    id: ContactId,
    gone: Result<contact::Model>,
) -> Result<Response> {
    let now = contact_merge::standing(ctx, id).await?;
    if now != id {
        // Whoever became part of another is found there, by whoever may see that.
        contact::get(ctx, now).await?;
        post(ctx, account.id, now).await?.ok_or(Error::NotFound)?;
        return page::redirect(&page_of(account.id, now));
    }
    let contact = gone?;
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let hidden_at = contact.hidden_at.unwrap_or(ctx.now);
    let until = hidden_at.plus_days(DAYS_TO_RESTORE);
    page::render(&HiddenPage {
        shell: ctx.shell("accounts"),
        w: Words::of(lang),
        account,
        contact,
        hidden_on: lang.day(hidden_at.day(zone)),
        until: lang.day(until.day(zone)),
        may_restore: ctx.now < until,
    })
}

/// Somebody who became part of another.
pub struct MergedContact {
    pub id: ContactMergeId,
    pub name: String,
    pub day: String,
    pub who: String,
    /// Whether the reader may take it back.
    pub may_undo: bool,
}

/// Who became part of a contact that was loaded in reach.
pub async fn merged_into(ctx: &Ctx, contact: ContactId) -> Result<Vec<MergedContact>> {
    let merges = contact_merge::into(ctx, contact).await?;
    let people = names(ctx, merges.iter().filter_map(|it| it.person_id)).await?;
    let mut merged = Vec::with_capacity(merges.len());
    for merge in merges {
        let part = contact::whoever(ctx, merge.merged_id).await?;
        let rows = contact_merge_row::of(ctx, merge.id).await?;
        let who = merge.person_id.and_then(|it| people.get(&it).cloned());
        merged.push(MergedContact {
            id: merge.id,
            may_undo: permit_part(ctx, &merge, &rows).await.is_ok(),
            day: ctx.lang().day(merge.at.day(&ctx.actor.zone)),
            who: who.unwrap_or_default(),
            name: part.name,
        });
    }
    Ok(merged)
}
