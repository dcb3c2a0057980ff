//! What was added with the lists of an industry goes again, as far as nothing uses it.

use accounts::{remove_field, remove_industry, remove_tag};
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use onboarding::remove_checklist;
use pipeline::remove_pipeline;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use tasks::remove_template;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use visits::remove_outcome;

use crate::rules::{ItemKind, StarterRefused};
use crate::starter_item::{self, Model};
use crate::starter_use::{self, StarterUseId};
use crate::use_starter::event;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/starters/uses/{use}/undo", post(submit))
        .routes(routes!(create))
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct StarterUndone {
    pub removed: u64,
    /// In use, so it stays.
    pub kept: u64,
}

/// Takes back what a starter added. What somebody uses stays; the rest can be taken back again
/// when it is used no more.
pub async fn undo_starter(tx: &Tx, id: StarterUseId) -> Result<StarterUndone> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let used = starter_use::get(tx, id).await?;
    if used.undone_at.is_some() {
        return Err(Error::refused(StarterRefused::UndoneAlready));
    }
    let mut undone = StarterUndone::default();
    // What was added last goes first.
    let mut items = starter_item::of(tx, id).await?;
    items.reverse();
    for item in items.into_iter().filter(|it| it.removed_at.is_none()) {
        if !remove(tx, &item).await? {
            undone.kept += 1;
            continue;
        }
        undone.removed += 1;
        let mut row = item.into_active_model();
        row.removed_at = Set(Some(tx.now));
        tx.update(row).await?;
    }
    if undone.removed == 0 && 0 < undone.kept {
        return Err(Error::refused(StarterRefused::AllInUse));
    }

    let about = event("starters.undone", &used);
    if undone.kept == 0 {
        let mut row = used.into_active_model();
        row.undone_at = Set(Some(tx.now));
        tx.update(row).await?;
    }
    tx.record(about.with("removed", undone.removed).with("kept", undone.kept));
    Ok(undone)
}

/// Removes one thing; answers no, and leaves it, if it is used.
async fn remove(tx: &Tx, item: &Model) -> Result<bool> {
    let id = || item.item.parse::<Uuid>().map_err(Error::internal);
    match item.kind {
        ItemKind::Industry => remove_industry(tx, &item.item).await,
        ItemKind::Tag => remove_tag(tx, id()?.into()).await,
        ItemKind::Field => remove_field(tx, id()?.into()).await,
        ItemKind::Pipeline => remove_pipeline(tx, &item.item).await,
        ItemKind::Outcome => remove_outcome(tx, &item.item).await,
        ItemKind::Tasks => remove_template(tx, id()?.into()).await,
        ItemKind::Checklist => remove_checklist(tx, &item.item).await,
    }
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<StarterUseId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let used = starter_use::get(&tx, id).await?;
    let to = format!("/settings/starters/{}", used.starter);
    let w = Words::of(tx.lang());
    let said = match undo_starter(&tx, id).await {
        Ok(undone) => {
            let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
            let mut said = w.removed(number(undone.removed));
            if 0 < undone.kept {
                said.push(' ');
                said.push_str(&w.stayed(number(undone.kept)));
            }
            tx.commit().await?;
            said
        }
        Err(error) if error.is_refusal() => error.sentence(tx.lang()),
        Err(error) => return Err(error),
    };
    page::redirect_saying(&to, &said)
}

// In the API.

/// Take back what a starter added, as far as nothing uses it
#[utoipa::path(
    post,
    path = "/api/v1/starter-uses/{use}/undo",
    tag = "starters",
    params(("use" = StarterUseId, Path)),
    responses(
        (status = 200, body = StarterUndone),
        (status = 422, description = "Nothing is left to take back", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Path(id): Path<StarterUseId>) -> Result<Json<StarterUndone>> {
    let tx = ctx.begin().await?;
    let undone = undo_starter(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(undone))
}
