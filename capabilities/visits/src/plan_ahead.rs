//! A visit is planned at the desk, for oneself or for somebody whom one leads.

use std::collections::BTreeSet;

use accounts::{AccountId, account};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::extract::blank;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId, Refusal};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::out_there::out_there;
use crate::plan::{NewVisit, plan_visit, time};
use crate::rules::VisitRefused;
use crate::visit::{self, VisitOut};
use crate::words::Words;

/// So many clients are offered; a search narrows them.
const MOST_CLIENTS: u64 = 30;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/visits/new", get(show).post(submit)).routes(routes!(create))
}

/// A visit to plan, as it is typed.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct PlanIn {
    /// Whose visit it is; one's own unless told.
    #[serde(deserialize_with = "blank")]
    pub person_id: Option<PersonId>,
    #[serde(deserialize_with = "blank")]
    pub account_id: Option<AccountId>,
    /// `YYYY-MM-DD`.
    pub day: String,
    /// `HH:MM`, or nothing.
    pub time: String,
}

/// Plans a visit; every input that is at fault is told at once.
pub async fn plan_ahead(tx: &Tx, new: &PlanIn) -> Result<visit::Model> {
    let owner = new.person_id.unwrap_or(tx.actor.person);
    tx.permit(Act::Create, Area::Visits, owner).await?;

    let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
    let people = out_there(tx, Act::Create, &BTreeSet::from([tx.actor.person])).await?;
    if !people.iter().any(|it| it.id == owner) {
        faults.push(Box::new(VisitRefused::UnknownPerson));
    }
    let day = new.day.trim().parse::<Day>().ok();
    if day.is_none() {
        faults.push(Box::new(VisitRefused::NoDay));
    }
    if new.account_id.is_none() {
        faults.push(Box::new(VisitRefused::NoClient));
    }
    let said = new.time.trim();
    let at = time(said);
    if !said.is_empty() && at.is_none() {
        faults.push(Box::new(VisitRefused::NoTime));
    }
    let (Some(day), Some(account), true) = (day, new.account_id, faults.is_empty()) else {
        return Err(Error::Invalid(faults));
    };
    let said_on = tx.now.day(&tx.actor.zone);
    let new = NewVisit { id: None, owner, account, day, time: at, said_on, rescheduled_from: None };
    plan_visit(tx, new).await
}

// In the browser.

#[derive(Template)]
#[template(path = "plan_ahead.html")]
struct PlanPage {
    shell: Shell,
    w: Words,
    q: String,
    clients: Vec<account::Model>,
    more: bool,
    people: Vec<(String, String)>,
    new: PlanIn,
    faults: Faults,
}

impl PlanPage {
    fn person(&self) -> String {
        self.new.person_id.map(|it| it.to_string()).unwrap_or_default()
    }

    fn chosen(&self, account: AccountId) -> bool {
        self.new.account_id == Some(account)
    }
}

/// Whom one looks for among the clients.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
}

async fn show(
    ctx: Ctx,
    Query(sought): Query<Sought>,
    Query(new): Query<PlanIn>,
) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Visits) {
        return Err(Error::Denied);
    }
    let today = ctx.now.day(&ctx.actor.zone);
    let day = if new.day.is_empty() { today.to_string() } else { new.day };
    plan_page(&ctx, StatusCode::OK, sought.q, PlanIn { day, ..new }, Faults::default()).await
}

async fn submit(ctx: Ctx, Form(new): Form<PlanIn>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match plan_ahead(&tx, &new).await {
        Ok(visit) => {
            let said = Words::of(tx.lang()).planned();
            tx.commit().await?;
            let day = visit.day;
            page::redirect_saying(&format!("/visits?from={day}&to={day}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            plan_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, String::new(), new, faults).await
        }
    }
}

async fn plan_page(
    ctx: &Ctx,
    status: StatusCode,
    q: String,
    new: PlanIn,
    faults: Faults,
) -> Result<Response> {
    let people = out_there(ctx, Act::Create, &BTreeSet::from([ctx.actor.person])).await?;
    let mut clients = account::shown(ctx).order_by_asc(account::Column::NameKey);
    let key = frame::text::key(&q);
    clients = match new.account_id {
        Some(chosen) if key.is_empty() => clients.filter(account::Column::Id.eq(chosen)),
        _ if key.is_empty() => clients,
        _ => clients.filter(account::Column::NameKey.like(frame::text::like(&key))),
    };
    let mut clients = clients.limit(MOST_CLIENTS + 1).all(ctx).await?;
    let most = usize::try_from(MOST_CLIENTS).unwrap_or(usize::MAX);
    let more = most < clients.len();
    clients.truncate(most);
    let person_id = Some(new.person_id.unwrap_or(ctx.actor.person));
    page::render_as(
        status,
        &PlanPage {
            shell: ctx.shell("visits"),
            w: Words::of(ctx.lang()),
            q,
            clients,
            more,
            people: people.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            new: PlanIn { person_id, ..new },
            faults,
        },
    )
}

// In the API.

/// Plan a visit
#[utoipa::path(
    post,
    path = "/api/v1/visits",
    tag = "visits",
    request_body = PlanIn,
    responses((status = 201, body = VisitOut), (status = 422, body = frame::web::api::Problem)),
)]
async fn create(ctx: Ctx, Json(new): Json<PlanIn>) -> Result<(StatusCode, Json<VisitOut>)> {
    let tx = ctx.begin().await?;
    let visit = plan_ahead(&tx, &new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(visit.into())))
}

#[cfg(test)]
mod tests {
    use testing::{AYU, BUDI, DEWI, GILANG, RIZKY, Someone, World};

    fn form(owner: Someone, client: &str, day: &str) -> String {
        let (owner, client) = (owner.person(), testing::id(client));
        format!("person_id={owner}&account_id={client}&day={day}&time=13%3A30")
    }

    #[tokio::test]
    async fn a_manager_plans_for_whom_they_lead() {
        let world = World::with(crate::routes()).await;

        let page = world.browse(BUDI).get("/visits/new?q=apotek").await;
        assert!(page.body.contains("Apotek Sehat") && !page.body.contains("Toko Maju"));
        let form = form(AYU, "apotek-sehat", "2026-03-03");
        let planned = world.browse(BUDI).post("/visits/new", &form).await;

        assert_eq!(planned.status, 303, "{}", planned.body);
        let day = world.browse(AYU).get(planned.location()).await;
        assert!(day.body.contains("Apotek Sehat") && day.body.contains("13:30"), "{}", day.body);
    }

    #[tokio::test]
    async fn nobody_plans_for_another_team_or_to_a_client_out_of_sight() {
        let world = World::with(crate::routes()).await;
        let toko = form(AYU, "toko-maju", "2026-03-03");

        for (someone, status) in [(RIZKY, 403), (GILANG, 403), (DEWI, 403)] {
            assert_eq!(world.browse(someone).post("/visits/new", &toko).await.status, status);
        }
        let unseen = form(AYU, "warung-sari", "2026-03-03");
        assert_eq!(world.browse(AYU).post("/visits/new", &unseen).await.status, 404);
        assert_eq!(world.browse(None).get("/visits/new").await.status, 303);
    }

    #[tokio::test]
    async fn every_input_at_fault_is_told_at_once() {
        let world = World::with(crate::routes()).await;

        let seen = world.browse(AYU).post("/visits/new", "day=&time=noon").await;
        assert_eq!(seen.status, 422);
        for sentence in ["Choose the client", "Choose a date", "not a time of day"] {
            assert!(seen.body.contains(sentence), "{sentence}: {}", seen.body);
        }
        let past = form(AYU, "toko-maju", "2026-03-01");
        let past = world.browse(AYU).post("/visits/new", &past).await;
        assert!(past.body.contains("This date has passed"), "{}", past.body);
    }
}
