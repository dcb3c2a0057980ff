//! What a phone needs to know to work without a signal.

use accounts::{Client, PlaceState};
use attendance::rules::{DayState, ShiftMeaning};
use evidence::token;
use frame::web::{Json, Query};
use frame::{App, Ctx, Result, secrets};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId};
use people::{company, team};
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::{Deserialize, Serialize};
use tasks::task;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use visits::{VisitOut, outcome, skip_reason};

use crate::rules::since;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Since when.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The `cursor` of the last snapshot; without it, everything.
    since: Option<String>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SnapshotOut {
    cursor: String,
    /// Replace what is stored; otherwise merge.
    full: bool,
    server_time: Instant,
    time_token: String,
    /// The key under which this person's things lie on a phone, in base64url.
    storage_key: String,
    person: PersonNow,
    company: CompanyNow,
    policy: PolicyOut,
    shift: Option<ShiftOut>,
    work_day: Option<DayNow>,
    outcomes: Vec<OutcomeOut>,
    skip_reasons: Vec<ReasonNow>,
    visits: Vec<VisitOut>,
    accounts: Vec<ClientOut>,
    tasks: Vec<TaskNow>,
    removed: Removed,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PersonNow {
    id: PersonId,
    name: String,
    team: Option<String>,
    /// May visit clients; without it the app is for clocking in alone.
    visits: bool,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CompanyNow {
    name: String,
    zone: String,
    zone_label: String,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PolicyOut {
    radius_m: f64,
    good_accuracy_m: f64,
    usable_accuracy_m: f64,
    photo_at_check_in: String,
    photo_at_clock_in: String,
    check_in_opens_day: bool,
    photo_max_px: u32,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SnapshotShiftOut)]
pub struct ShiftOut {
    start: String,
    end: String,
    grace_minutes: i32,
    meaning: ShiftMeaning,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DayNow {
    day: Day,
    state: DayState,
    opened_at: Option<Instant>,
    closed_at: Option<Instant>,
    /// Until then a clock-out still ends it; none when nothing is missing.
    clock_out_until: Option<Instant>,
    late_minutes: i64,
    marks: Vec<&'static str>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OutcomeOut {
    code: String,
    label: String,
    effective: bool,
    asks_note: bool,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ReasonNow {
    code: String,
    label: String,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ClientOut {
    id: accounts::AccountId,
    name: String,
    tier: Option<accounts::Tier>,
    status: accounts::AccountStatus,
    address: Option<String>,
    phone: Option<String>,
    place: Option<PlaceNow>,
    contacts: Vec<ContactNow>,
    last_visit_on: Option<Day>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlaceNow {
    id: accounts::PlaceId,
    lat: f64,
    lon: f64,
    radius_m: f64,
    state: PlaceState,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ContactNow {
    id: accounts::ContactId,
    name: String,
    role: Option<String>,
    phone: Option<String>,
    whatsapp: Option<String>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TaskNow {
    id: tasks::TaskId,
    account_id: Option<accounts::AccountId>,
    text: String,
    due_on: Option<Day>,
}

#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
pub struct Removed {
    accounts: Vec<Uuid>,
    visits: Vec<Uuid>,
    tasks: Vec<Uuid>,
}

/// The day of whoever asks
#[utoipa::path(
    get,
    path = "/api/v1/field/snapshot",
    tag = "field",
    params(Asked),
    responses((status = 200, body = SnapshotOut)),
)]
async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<SnapshotOut>> {
    let since = since(asked.since.as_deref(), ctx.now, &ctx.actor.zone);
    let lang = ctx.lang();
    let company = company::mine(&ctx).await?;
    let settings = company.settings();
    let current = attendance::current(&ctx, ctx.actor.person).await?;
    let outcomes = outcome::all(&ctx).await?.into_iter().filter(|it| it.hidden_at.is_none());
    let reasons = skip_reason::all(&ctx).await?.into_iter().filter(|it| it.hidden_at.is_none());
    let clients = accounts::snapshot(&ctx, since).await?;
    let visits = visits::snapshot(&ctx, since).await?;
    let unplanned = match since {
        None => Vec::new(),
        Some(since) => visits::removed(&ctx, since).await?,
    };
    let (tasks, done) = tasks(&ctx, since).await?;
    let day = current.day;
    let begun = day.state != DayState::None;

    Ok(Json(SnapshotOut {
        cursor: ctx.now.0.to_string(),
        full: since.is_none(),
        server_time: ctx.now,
        time_token: token::issue(&ctx),
        storage_key: storage_key(&ctx),
        person: PersonNow {
            id: ctx.actor.person,
            name: ctx.actor.name.clone(),
            team: team_name(&ctx).await?,
            visits: ctx.may(Act::Create, Area::Visits),
        },
        company: CompanyNow {
            name: company.name,
            zone: company.zone.to_string(),
            zone_label: company.zone.label().to_owned(),
        },
        policy: PolicyOut {
            radius_m: settings.radius_m,
            good_accuracy_m: settings.good_accuracy_m,
            usable_accuracy_m: settings.usable_accuracy_m,
            photo_at_check_in: settings.photo_at_check_in,
            photo_at_clock_in: settings.photo_at_clock_in,
            check_in_opens_day: settings.check_in_opens_day,
            photo_max_px: settings.photo_max_px,
        },
        shift: current.shift.map(|it| ShiftOut {
            start: it.starts,
            end: it.ends,
            grace_minutes: it.grace_minutes,
            meaning: it.meaning,
        }),
        work_day: begun.then(|| DayNow {
            day: day.day,
            state: day.state,
            opened_at: day.opened_at,
            closed_at: day.closed_at,
            clock_out_until: day.clock_out_until,
            late_minutes: day.late_minutes,
            marks: day.marks.iter().map(|it| it.word()).collect(),
        }),
        outcomes: outcomes
            .map(|it| OutcomeOut {
                label: it.label(lang).to_owned(),
                code: it.code,
                effective: it.effective,
                asks_note: it.asks_note,
            })
            .collect(),
        skip_reasons: reasons
            .map(|it| ReasonNow { label: it.label(lang).to_owned(), code: it.code })
            .collect(),
        visits: visits.into_iter().map(Into::into).collect(),
        accounts: clients.clients.into_iter().map(client).collect(),
        tasks,
        removed: Removed {
            accounts: clients.removed.into_iter().map(Into::into).collect(),
            visits: unplanned.into_iter().map(Into::into).collect(),
            tasks: done,
        },
    }))
}

/// The same for this person each time: what a phone sealed in one session it opens in the next.
fn storage_key(ctx: &Ctx) -> String {
    let person = [ctx.actor.company.0.into_bytes(), ctx.actor.person.0.into_bytes()].concat();
    secrets::to_text(&ctx.app.secrets.sign("field.storage", &person))
}

fn client(client: Client) -> ClientOut {
    let account = client.account;
    ClientOut {
        id: account.id,
        name: account.name,
        tier: account.tier,
        status: account.status,
        address: client.address.map(|it| it.line()),
        phone: account.phone,
        place: client.place.map(|it| PlaceNow {
            id: it.id,
            lat: it.lat,
            lon: it.lon,
            radius_m: it.radius_m,
            state: it.state,
        }),
        contacts: client
            .contacts
            .into_iter()
            .map(|(contact, role)| ContactNow {
                id: contact.id,
                name: contact.name,
                role,
                phone: contact.phone,
                whatsapp: contact.whatsapp,
            })
            .collect(),
        last_visit_on: account.last_visit_on,
    }
}

async fn team_name(ctx: &Ctx) -> Result<Option<String>> {
    let Some(id) = ctx.actor.team else { return Ok(None) };
    let teams = ctx.whole_company::<team::Entity>().filter(team::Column::Id.eq(id));
    Ok(teams.one(ctx).await?.map(|it| it.name))
}

/// What is to be done, and what is done since.
async fn tasks(ctx: &Ctx, since: Option<Instant>) -> Result<(Vec<TaskNow>, Vec<Uuid>)> {
    let open = task::open_of_mine(ctx).all(ctx).await?;
    let open = open.into_iter().map(|it| TaskNow {
        id: it.id,
        account_id: it.account_id,
        text: it.text,
        due_on: it.due_on,
    });
    let done = match since {
        None => Vec::new(),
        Some(since) => {
            let over = Condition::any()
                .add(task::Column::DoneAt.is_not_null())
                .add(task::Column::HiddenAt.is_not_null());
            ctx.whole_company::<task::Entity>()
                .filter(task::Column::OwnerId.eq(ctx.actor.person))
                .filter(over)
                .filter(task::Column::UpdatedAt.gte(since))
                .all(ctx)
                .await?
        }
    };
    Ok((open.collect(), done.into_iter().map(|it| it.id.into()).collect()))
}
