//! What a program asks before it sends prospects: sources, reasons, and the rules in force.

use frame::web::Json;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{PersonId, TeamId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::assignment_rule::{self, RuleId, lines};
use crate::choice::{self, List};
use crate::rules::assign::Way;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(choices)).routes(routes!(rules))
}

/// An entry of a list.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = ProspectChoiceOut)]
struct ChoiceOut {
    list: List,
    code: String,
    label_id: String,
    label_en: String,
}

/// Where prospects may come from, and why one may be let go
#[utoipa::path(
    get,
    path = "/api/v1/prospects/choices",
    tag = "prospects",
    responses((status = 200, body = Vec<ChoiceOut>)),
)]
async fn choices(ctx: Ctx) -> Result<Json<Vec<ChoiceOut>>> {
    if !ctx.may(Act::View, Area::Prospects) {
        return Err(Error::Denied);
    }
    let offered = choice::all(&ctx).await?.0.into_iter().filter(|it| it.hidden_at.is_none());
    let out = |it: choice::Model| ChoiceOut {
        list: it.list,
        code: it.code,
        label_id: it.label_id,
        label_en: it.label_en,
    };
    Ok(Json(offered.map(out).collect()))
}

/// A rule of assignment; an empty list asks nothing.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct RuleOut {
    id: RuleId,
    name: String,
    /// Cities and provinces.
    places: Vec<String>,
    industries: Vec<String>,
    /// Codes.
    sources: Vec<String>,
    /// In minor units of the company's own currency.
    value_from: Option<String>,
    way: Way,
    person_id: Option<PersonId>,
    team_id: Option<TeamId>,
    most_open: Option<i32>,
    most_clients: Option<i32>,
    most_in_day: Option<i32>,
    most_in_month: Option<i32>,
}

/// The rules of assignment in force, in the order in which they are asked
#[utoipa::path(
    get,
    path = "/api/v1/prospects/rules",
    tag = "prospects",
    responses((status = 200, body = Vec<RuleOut>)),
)]
async fn rules(ctx: Ctx) -> Result<Json<Vec<RuleOut>>> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let rules = assignment_rule::in_force(&ctx).await?.into_iter();
    let out = |it: assignment_rule::Model| RuleOut {
        id: it.id,
        name: it.name,
        places: lines(&it.places),
        industries: lines(&it.industries),
        sources: lines(&it.sources),
        value_from: it.value_from.map(|it| it.to_string()),
        way: it.way,
        person_id: it.person_id,
        team_id: it.team_id,
        most_open: it.most_open,
        most_clients: it.most_clients,
        most_in_day: it.most_in_day,
        most_in_month: it.most_in_month,
    };
    Ok(Json(rules.map(out).collect()))
}
