//! A deal gets another person to answer for it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::open_opportunity::known_owner;
use crate::opportunity::{self, Model, OpportunityId, about, claim};
use crate::owners::{may_hand_over, names, owners};
use crate::rules::PipelineRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities/{opportunity}/owner", get(show).post(submit))
}

/// Hands a deal over; both the old owner and the new one must be in reach. Its stage, its log and
/// its history go with it.
pub async fn hand_over(
    tx: &Tx,
    id: OpportunityId,
    seen: Option<i64>,
    owner: PersonId,
) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if !may_hand_over(tx) {
        return Err(Error::Denied);
    }
    tx.permit(Act::Edit, Area::Pipeline, owner).await?;
    known_owner(tx, owner).await?;
    pass_on(tx, before, seen, owner).await
}

/// What becomes of a deal that passes to somebody, whoever decided that: by hand, or by a rule that
/// needs no permit. Nothing of it changes but whose it is.
pub async fn pass_on(tx: &Tx, before: Model, seen: Option<i64>, owner: PersonId) -> Result<Model> {
    if before.owner_id == owner {
        return Ok(before);
    }

    let version = claim(tx, &before, seen).await?;
    let mut row = before.clone().into_active_model();
    row.owner_id = Set(owner);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    let names = names(tx, [before.owner_id, owner]).await?;
    let name = |id: PersonId| names.get(&id).cloned();
    tx.record(about(&after, "pipeline.owner_changed").change(
        "owner",
        name(before.owner_id),
        name(owner),
    ));
    Ok(after)
}

// In the browser.

#[derive(Template)]
#[template(path = "hand_over.html")]
struct OwnerPage {
    shell: Shell,
    w: Words,
    deal: Model,
    owners: Vec<(String, String)>,
    chosen: String,
    faults: Faults,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OwnerForm {
    owner_id: String,
    version: Option<i64>,
}

async fn show(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Response> {
    let deal = opportunity::get_to(&ctx, Act::Edit, id).await?;
    if !may_hand_over(&ctx) {
        return Err(Error::Denied);
    }
    let chosen = deal.owner_id.to_string();
    owner_page(&ctx, deal, chosen, Faults::default()).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<OwnerForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let owner: Result<PersonId> =
        form.owner_id.parse().map_err(|_| Error::refused(PipelineRefused::UnknownOwner));
    let changed = match owner {
        Ok(owner) => hand_over(&tx, id, form.version, owner).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/opportunities/{id}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
            owner_page(&tx, deal, form.owner_id, faults).await
        }
    }
}

async fn owner_page(ctx: &Ctx, deal: Model, chosen: String, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let owners = owners(ctx, Act::Edit).await?.into_iter();
    let page = OwnerPage {
        shell: ctx.shell("opportunities"),
        w: Words::of(ctx.lang()),
        deal,
        owners: owners.map(|(id, name)| (id.to_string(), name)).collect(),
        chosen,
        faults,
    };
    page::render_as(status, &page)
}
