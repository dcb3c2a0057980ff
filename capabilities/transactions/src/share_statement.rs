//! Somebody gives a client a link to their statement, and takes it back.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::page::Faults;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::{CompanyId, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::client_statement::{Asked, may_give, seen, told};
use crate::rules::LedgerRefused;
use crate::rules::link::{MOST_DAYS, USUAL_DAYS};
use crate::show_statement::{Offered, show_with};
use crate::statement_link::{self, Model, StatementLinkId, StatementLinkOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/statement/links", post(submit))
        .route("/accounts/{account}/statement/links/{shared}/withdraw", post(submit_withdrawal))
        .routes(routes!(list, share))
        .routes(routes!(withdraw))
}

/// What a link shows, and for how long.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewLink {
    /// From this day on; twelve months, unless told.
    pub from: String,
    /// Until this day. Empty: until the day on which it is read.
    pub to: String,
    /// `id` or `en`; the client's own, unless told.
    pub lang: String,
    /// Show what is known now, and nothing that is recorded later.
    #[serde(deserialize_with = "yes")]
    #[schema(value_type = bool)]
    pub frozen: bool,
    /// For so many days, at most 90; 14 unless told.
    #[serde(deserialize_with = "number")]
    #[schema(value_type = Option<i64>)]
    pub days: Option<i64>,
}

/// A form says `on` and `14`, a program `true` and `14`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Typed {
    Yes(bool),
    Number(i64),
    Text(String),
}

fn yes<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<bool, D::Error> {
    match Typed::deserialize(from)? {
        Typed::Yes(yes) => Ok(yes),
        Typed::Text(text) if matches!(text.as_str(), "on" | "true") => Ok(true),
        Typed::Text(text) if matches!(text.as_str(), "" | "false") => Ok(false),
        Typed::Number(_) | Typed::Text(_) => Err(serde::de::Error::custom("yes or no is needed")),
    }
}

fn number<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Option<i64>, D::Error> {
    let text = match Option::<Typed>::deserialize(from)? {
        None => return Ok(None),
        Some(Typed::Number(number)) => return Ok(Some(number)),
        Some(Typed::Yes(_)) => return Err(serde::de::Error::custom("a number is needed")),
        Some(Typed::Text(text)) => text,
    };
    match text.trim() {
        "" => Ok(None),
        // What is no number is refused as one that is out of bounds.
        text => Ok(Some(text.parse().unwrap_or(0))),
    }
}

impl NewLink {
    fn asked(&self) -> Asked {
        Asked { from: self.from.clone(), to: self.to.clone(), lang: self.lang.clone() }
    }
}

/// A link that was made, with the secret that nobody can read again.
pub struct Shared {
    pub link: Model,
    pub url: String,
}

/// Makes a link. Whoever may give the statement to the client may give it so.
pub async fn share_statement(tx: &Tx, id: AccountId, new: &NewLink) -> Result<Shared> {
    let account = seen(tx, id).await?;
    if !may_give(tx, &account).await? {
        return Err(Error::Denied);
    }

    let days = new.days.unwrap_or(USUAL_DAYS);
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Error::refused(LedgerRefused::LinkDays { most: MOST_DAYS }));
    }
    let asked = new.asked();
    let owner = account.owner_id;
    let shown = told(tx, account, &asked).await?;

    let secret = secrets::fresh();
    let link = tx
        .insert(statement_link::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            secret: Set(secrets::hash(&secret)),
            account_id: Set(id),
            owner_id: Set(tx.actor.person),
            from_day: Set(shown.period.from),
            to_day: Set(asked.last_day()?),
            frozen_at: Set(new.frozen.then_some(tx.now)),
            lang: Set(shown.lang),
            created_at: Set(tx.now),
            expires_at: Set(tx.now + jiff::SignedDuration::from_hours(24 * days)),
            withdrawn_at: Set(None),
            views: Set(0),
            viewed_at: Set(None),
        })
        .await?;

    tx.record(
        Event::of("transactions.statement_shared", "statement-link", link.id)
            .owner(owner)
            .about(id)
            .with("days", days),
    );
    let url = format!("{}/s/{}", tx.app.origin, address(tx.actor.company, &secret));
    Ok(Shared { link, url })
}

/// The last part of a link: the company, and a secret of 256 bits.
pub fn address(company: CompanyId, secret: &[u8]) -> String {
    format!("{}.{}", company.0.simple(), secrets::to_text(secret))
}

/// Ends a link at once; one that has ended stays as it is.
pub async fn withdraw_link(tx: &Tx, account: AccountId, id: StatementLinkId) -> Result<()> {
    let client = seen(tx, account).await?;
    let link = tx.get::<statement_link::Entity>(id).await?;
    if link.account_id != account {
        return Err(Error::NotFound);
    }
    if !may_give(tx, &client).await? {
        return Err(Error::Denied);
    }
    if link.withdrawn_at.is_some() {
        return Ok(());
    }

    let this = Condition::all().add(statement_link::Column::Id.eq(id));
    let values = vec![(statement_link::Column::WithdrawnAt, Expr::value(tx.now))];
    let company = statement_link::Column::CompanyId;
    tx.update_where::<statement_link::Entity, _>(company, this, values).await?;

    tx.record(
        Event::of("transactions.statement_withdrawn", "statement-link", id)
            .owner(client.owner_id)
            .about(account),
    );
    Ok(())
}

/// So many links of one client are listed.
const MOST_LISTED: u64 = 50;

/// A link that was given.
pub struct Given {
    pub link: Model,
    /// Whoever made it no longer gives the client its statement, so that it says nothing new.
    pub left: bool,
}

impl From<Given> for StatementLinkOut {
    fn from(it: Given) -> Self {
        let frozen = it.left || it.link.frozen_at.is_some();
        Self { frozen, ..it.link.into() }
    }
}

/// Whether whoever made this link may no longer give the client its statement. It is asked anew each
/// time: whether they left, the client passed on, or their team did, the answer is the same.
pub async fn is_left(ctx: &Ctx, link: &Model) -> Result<bool> {
    let actor = match (ctx.app.actor_of)(ctx, link.owner_id).await {
        Ok(actor) => actor,
        Err(Error::Denied) => return Ok(true),
        Err(error) => return Err(error),
    };
    let maker = Ctx::new(ctx.app.clone(), actor, ctx.now);
    let may = match seen(&maker, link.account_id).await {
        Ok(account) => may_give(&maker, &account).await?,
        Err(Error::NotFound) => false,
        Err(error) => return Err(error),
    };
    Ok(!may)
}

/// The links to this client's statement, the latest first.
pub async fn links(ctx: &Ctx, account: &account::Model) -> Result<Vec<Given>> {
    if !may_give(ctx, account).await? {
        return Ok(Vec::new());
    }
    let links = ctx
        .find::<statement_link::Entity>()
        .filter(statement_link::Column::AccountId.eq(account.id))
        .order_by_desc(statement_link::Column::CreatedAt)
        .limit(MOST_LISTED);
    let mut makers: HashMap<PersonId, bool> = HashMap::new();
    let mut given = Vec::new();
    for link in links.all(ctx).await? {
        let follows = link.frozen_at.is_none() && link.is_good(ctx.now);
        let left = match makers.get(&link.owner_id) {
            _ if !follows => false,
            Some(left) => *left,
            None => is_left(ctx, &link).await?,
        };
        if follows {
            makers.insert(link.owner_id, left);
        }
        given.push(Given { link, left });
    }
    Ok(given)
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<AccountId>, Form(new): Form<NewLink>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match share_statement(&tx, id, &new).await {
        Ok(shared) => {
            let ctx = tx.again();
            tx.commit().await?;
            show_with(&ctx, id, &new.asked(), Offered::link(shared.url)).await
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            // What is wrong with the link is said beside it; above, the client is as usual.
            let offered = Offered { typed: new, faults, url: None };
            show_with(&tx, id, &Asked::default(), offered).await
        }
    }
}

async fn submit_withdrawal(
    ctx: Ctx,
    Path((account, link)): Path<(AccountId, StatementLinkId)>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    withdraw_link(&tx, account, link).await?;
    let said = Words::of(tx.lang()).link_withdrawn();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{account}/statement"), said)
}

// In the API.

/// A link that was made.
#[derive(Serialize, utoipa::ToSchema)]
struct SharedOut {
    #[serde(flatten)]
    link: StatementLinkOut,
    /// Told once; only its hash is kept.
    url: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct Links {
    items: Vec<StatementLinkOut>,
}

/// Give a client a link to their statement, which needs no sign-in
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/statement-links",
    tag = "transactions",
    params(("account" = AccountId, Path)),
    request_body = NewLink,
    responses(
        (status = 201, body = SharedOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn share(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(new): Json<NewLink>,
) -> Result<(StatusCode, Json<SharedOut>)> {
    let tx = ctx.begin().await?;
    let Shared { link, url } = share_statement(&tx, id, &new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(SharedOut { link: link.into(), url })))
}

/// The links to a client's statement, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/statement-links",
    tag = "transactions",
    params(("account" = AccountId, Path)),
    responses((status = 200, body = Links)),
)]
async fn list(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Json<Links>> {
    let account = seen(&ctx, id).await?;
    if !may_give(&ctx, &account).await? {
        return Err(Error::Denied);
    }
    let items = links(&ctx, &account).await?.into_iter().map(Into::into).collect();
    Ok(Json(Links { items }))
}

/// End a link to a client's statement
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}/statement-links/{shared}",
    tag = "transactions",
    params(("account" = AccountId, Path), ("shared" = StatementLinkId, Path)),
    responses((status = 204)),
)]
async fn withdraw(
    ctx: Ctx,
    Path((account, link)): Path<(AccountId, StatementLinkId)>,
) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    withdraw_link(&tx, account, link).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
