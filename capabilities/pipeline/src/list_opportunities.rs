//! Deals, for programs.

use accounts::AccountId;
use frame::web::list::{Cut, Page};
use frame::web::{Json, Query};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::opportunity::{Column, Entity, OpportunityKind, OpportunityOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which deals.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    account_id: Option<AccountId>,
    owner_id: Option<PersonId>,
    /// `open`, `won` or `lost`.
    kind: Option<OpportunityKind>,
}

/// Deals that the token's person may view, by the key of the other system
#[utoipa::path(
    get,
    path = "/api/v1/opportunities",
    tag = "pipeline",
    params(Looked, Cut),
    responses((status = 200, body = Page<OpportunityOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<OpportunityOut>>> {
    let limit = cut.limit()?;
    let mut found = ctx.find::<Entity>();
    if let Some(account) = looked.account_id {
        found = found.filter(Column::AccountId.eq(account));
    }
    if let Some(owner) = looked.owner_id {
        found = found.filter(Column::OwnerId.eq(owner));
    }
    if let Some(kind) = looked.kind {
        found = found.filter(Column::Kind.eq(kind));
    }
    // The key is unique in the company, so it is the whole of the order.
    if let Some(key) = cut.after::<String>()? {
        found = found.filter(Column::ExternalKey.gt(key));
    }
    let found = found.order_by_asc(Column::ExternalKey).limit(limit + 1);
    let page = Page::cut(found.all(&ctx).await?, limit, |it| it.external_key.clone())?;
    Ok(Json(page.map(OpportunityOut::from)))
}
