//! Everything about one deal on one page.

use accounts::{account, account_contact, contact};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use catalogue::{ProductId, product};
use frame::web::panel::Shown as Panelled;
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::money::Money;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::deal_work::{Typed, Work, work};
use crate::log::{Log, log};
use crate::opportunity::{self, Model, OpportunityId, OpportunityKind, OpportunityOut};
use crate::opportunity_contact::{self, ContactRole};
use crate::owners::{may_hand_over, names};
use crate::rules::{DAYS_TO_RESTORE, ForecastCategory};
use crate::shown::{Shown, shown};
use crate::stage::pipelines;
use crate::words::Words;
use crate::{line, lost_reason};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities/{opportunity}", get(show)).routes(routes!(read))
}

#[derive(Template)]
#[template(path = "show_opportunity.html")]
struct DealPage {
    shell: Shell,
    w: Words,
    it: Shown,
    client_known: bool,
    engaged_on: String,
    /// What it is about, as another system says.
    product: String,
    lost_reason: String,
    won_by: String,
    bar: Vec<Step>,
    categories: &'static [ForecastCategory],
    lines: Vec<LineShown>,
    people: Vec<(opportunity_contact::Model, contact::Model)>,
    /// People of the client who take no part yet.
    others: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    log: Log,
    work: Work,
    /// What other capabilities know of it.
    panels: Vec<Panelled>,
    may_hand_over: bool,
    /// It has just been moved, and that can be undone.
    undo: Option<String>,
}

/// A stage of the bar.
struct Step {
    code: String,
    label: String,
    /// `done`, `here`, or nothing.
    state: &'static str,
}

struct LineShown {
    product: String,
    quantity: String,
    price: String,
    amount: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    moved: String,
}

async fn show(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    deal_page(&ctx, id, &asked.moved, Typed::default()).await
}

/// The page, with what somebody typed into it.
pub async fn deal_page(
    ctx: &Ctx,
    id: OpportunityId,
    moved: &str,
    typed: Typed,
) -> Result<Response> {
    let deal = ctx.get::<opportunity::Entity>(id).await?;
    if deal.hidden_at.is_some() {
        return hidden_page(ctx, deal).await;
    }
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let reasons = lost_reason::all(ctx).await?;
    let reason = reasons.iter().find(|it| Some(&it.code) == deal.lost_reason.as_ref());
    let won_by = names(ctx, deal.won_by).await?.into_values().next();
    let products = products(ctx, &deal).await?;
    let lines = lines(ctx, &deal, &products).await?;
    let people = opportunity_contact::of(ctx, id).await?;
    let client_known = match deal.account_id {
        Some(account) => account::get(ctx, account).await.is_ok(),
        None => false,
    };
    let log = log(ctx, &deal).await?;
    let undo = (!moved.is_empty()).then(|| log.undo.clone()).flatten();
    let engaged_on = deal.engaged_on.map(|it| lang.day(it)).unwrap_or_default();
    let status = if typed.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = DealPage {
        shell: ctx.shell("opportunities"),
        w,
        client_known,
        engaged_on,
        // The lines say it better.
        product: deal
            .product_id
            .filter(|_| lines.is_empty())
            .and_then(|it| products.get(&it).cloned())
            .unwrap_or_default(),
        lost_reason: reason.map(|it| it.label(lang).to_owned()).unwrap_or_default(),
        won_by: won_by.unwrap_or_default(),
        bar: bar(ctx, &deal).await?,
        categories: ForecastCategory::OF_OPEN,
        lines,
        others: others(ctx, &deal, &people).await?,
        people,
        roles: ContactRole::ALL
            .iter()
            .map(|it| (it.word().to_owned(), w.role(*it).to_owned()))
            .collect(),
        work: work(ctx, &deal, typed).await?,
        panels: ctx.panels("opportunity", id).await?,
        log,
        may_hand_over: may_hand_over(ctx),
        undo,
        it: shown(ctx, vec![deal]).await?.pop().ok_or(frame::Error::NotFound)?,
    };
    page::render_as(status, &page)
}

/// The stages of the deal's pipeline, with those behind it.
async fn bar(ctx: &Ctx, deal: &Model) -> Result<Vec<Step>> {
    let known = pipelines(ctx).await?;
    let stages = known.of(&deal.pipeline).filter(|it| {
        let there = it.code == deal.stage;
        let ends = it.kind == deal.kind && there;
        // An end is shown to whoever came there.
        (it.kind == OpportunityKind::Open && it.retired_at.is_none()) || there || ends
    });
    let stages: Vec<_> = stages.collect();
    let here = stages.iter().position(|it| it.code == deal.stage).unwrap_or(0);
    let state = |place: usize| match place.cmp(&here) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "here",
        std::cmp::Ordering::Greater => "",
    };
    let steps = stages.iter().enumerate().map(|(place, it)| Step {
        code: it.code.clone(),
        label: it.label(ctx.lang()).to_owned(),
        state: state(place),
    });
    Ok(steps.collect())
}

/// The names of the products that a deal names.
async fn products(ctx: &Ctx, deal: &Model) -> Result<std::collections::HashMap<ProductId, String>> {
    let lines = line::of(ctx, deal.id).await?;
    let ids: Vec<ProductId> = lines.iter().map(|it| it.product_id).chain(deal.product_id).collect();
    if ids.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let products = ctx.find::<product::Entity>().filter(product::Column::Id.is_in(ids));
    Ok(products.all(ctx).await?.into_iter().map(|it| (it.id, it.name)).collect())
}

async fn lines(
    ctx: &Ctx,
    deal: &Model,
    products: &std::collections::HashMap<ProductId, String>,
) -> Result<Vec<LineShown>> {
    let money = |amount: i64| Money::new(amount, deal.value_currency.clone()).to_string();
    let lines = line::of(ctx, deal.id).await?.into_iter().map(|it| LineShown {
        product: products.get(&it.product_id).cloned().unwrap_or_default(),
        quantity: it.rule().quantity.shown(ctx.lang()),
        price: money(it.price_amount),
        amount: it.rule().amount().map(money).unwrap_or_default(),
    });
    Ok(lines.collect())
}

/// People of the client who may be taken in.
async fn others(
    ctx: &Ctx,
    deal: &Model,
    people: &[(opportunity_contact::Model, contact::Model)],
) -> Result<Vec<(String, String)>> {
    let Some(account) = deal.account_id else { return Ok(Vec::new()) };
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account))
        .filter(account_contact::Column::LeftOn.is_null())
        .find_also_related(contact::Entity);
    let others = posts.all(ctx).await?.into_iter().filter_map(|it| it.1).filter(|it| {
        it.hidden_at.is_none() && people.iter().all(|(taking, _)| taking.contact_id != it.id)
    });
    let mut others: Vec<_> = others.map(|it| (it.id.to_string(), it.name)).collect();
    others.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(others)
}

#[derive(Template)]
#[template(path = "hidden_opportunity.html")]
struct HiddenPage {
    shell: Shell,
    w: Words,
    deal: Model,
    hidden_on: String,
    until: String,
    may_restore: bool,
}

async fn hidden_page(ctx: &Ctx, deal: Model) -> Result<Response> {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let hidden_at = deal.hidden_at.unwrap_or(ctx.now);
    let until = hidden_at.plus_days(DAYS_TO_RESTORE);
    page::render(&HiddenPage {
        shell: ctx.shell("opportunities"),
        w: Words::of(lang),
        hidden_on: lang.day(hidden_at.day(zone)),
        until: lang.day(until.day(zone)),
        may_restore: ctx.now <= until && opportunity::may_edit(ctx, &deal).await?,
        deal,
    })
}

// In the API.

/// A deal with what belongs to it.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct OpportunityWhole {
    #[serde(flatten)]
    deal: OpportunityOut,
    lines: Vec<LineOut>,
    contacts: Vec<TakingOut>,
    /// Every change of stage, oldest first.
    log: Vec<crate::log::ChangeOut>,
}

/// Something of a deal.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = OpportunityLineOut)]
struct LineOut {
    product_id: ProductId,
    #[schema(example = "2.5")]
    quantity: String,
    /// For one.
    price: Money,
    amount: Option<Money>,
}

/// Somebody who takes part.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct TakingOut {
    contact_id: accounts::ContactId,
    name: String,
    role: ContactRole,
}

impl OpportunityWhole {
    pub async fn of(ctx: &Ctx, id: OpportunityId) -> Result<Self> {
        let deal = opportunity::get(ctx, id).await?;
        let money = |amount: i64| Money::new(amount, deal.value_currency.clone());
        let lines = line::of(ctx, id).await?.into_iter().map(|it| LineOut {
            product_id: it.product_id,
            quantity: it.rule().quantity.as_plain(),
            price: money(it.price_amount),
            amount: it.rule().amount().map(money),
        });
        // Whoever may see no clients reads no names of people there.
        let people = if ctx.may(Act::View, Area::Accounts) {
            opportunity_contact::of(ctx, id).await?
        } else {
            Vec::new()
        };
        let contacts = people.into_iter().map(|(taking, contact)| TakingOut {
            contact_id: contact.id,
            name: contact.name,
            role: taking.role,
        });
        let log = crate::stage_change::of(ctx, id).await?;
        Ok(Self {
            lines: lines.collect(),
            contacts: contacts.collect(),
            log: log.into_iter().map(Into::into).collect(),
            deal: deal.into(),
        })
    }
}

/// One opportunity with its lines, its people and its changes of stage
#[utoipa::path(
    get,
    path = "/api/v1/opportunities/{opportunity}",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses((status = 200, body = OpportunityWhole)),
)]
async fn read(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Json<OpportunityWhole>> {
    Ok(Json(OpportunityWhole::of(&ctx, id).await?))
}
