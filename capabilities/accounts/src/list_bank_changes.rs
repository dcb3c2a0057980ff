//! The changes of bank accounts that wait, for those who decide on them; and all of it for programs.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, api, page};
use frame::{App, Ctx, Error, Result, line};
use kernel::access::{Act, Area, Reach};
use kernel::{Instant, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait, Query as Sub, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::bank_account::{self, BankAccountId};
use crate::bank_accounts::{Shows, Wish};
use crate::bank_change::{BankChangeId, BankChangeKind, BankChangeState, Column, Entity, Model};
use crate::decide_bank::{accept_bank, refuse_bank, withdraw_bank};
use crate::propose_bank::{BankFields, NewBankChange, propose_bank};
use crate::rules::bank::masked;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/bank-changes", get(show))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(propose))
        .routes(routes!(decide))
}

/// Those that wait for the actor: within what they decide, and not asked for by them.
pub fn to_decide(ctx: &Ctx) -> Select<Entity> {
    let actor = &ctx.actor;
    let waiting = ctx
        .find::<Entity>()
        .filter(Column::State.eq(BankChangeState::Waiting))
        .filter(Column::ProposedBy.ne(actor.person));
    match actor.reach(Act::Review, Area::Banking) {
        Reach::Company => waiting,
        Reach::Nobody => waiting.filter(Expr::value(false)),
        // Being on the team of a client is not enough: whoever decides answers for its owner.
        Reach::Own | Reach::Team => {
            let line = line::people_of(actor.company, actor.person);
            let owned = Sub::select()
                .column(account::Column::Id)
                .from(account::Entity)
                .and_where(account::Column::CompanyId.eq(actor.company))
                .cond_where(
                    Condition::any()
                        .add(account::Column::OwnerId.eq(actor.person))
                        .add(account::Column::OwnerId.in_subquery(line)),
                )
                .to_owned();
            waiting.filter(Column::AccountId.in_subquery(owned))
        }
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "list_bank_changes.html")]
struct ChangesPage {
    shell: Shell,
    w: Words,
    rows: Vec<(AccountId, String, Wish)>,
    next: String,
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    if !ctx.may(Act::Review, Area::Banking) {
        return Err(Error::Denied);
    }
    let found = some(&ctx, to_decide(&ctx), &cut).await?;
    let names = account::names(&ctx, found.items.iter().map(|it| it.account_id)).await?;
    let shows = Shows::of(&ctx, &found.items).await?;
    let next = found.next_cursor.as_deref().unwrap_or_default();
    let next = match next {
        "" => String::new(),
        cursor => page::address("/bank-changes", [("cursor", cursor)]),
    };
    let rows = found.items.into_iter().map(|it| {
        let name = names.get(&it.account_id).cloned().unwrap_or_default();
        (it.account_id, name, shows.wish(it, true, true))
    });
    let rows = rows.collect();
    page::render(&ChangesPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        rows,
        next,
    })
}

/// A page of them, the oldest first.
async fn some(ctx: &Ctx, found: Select<Entity>, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut found = found;
    if let Some((at, id)) = cut.after::<(i64, BankChangeId)>()? {
        let row = Expr::tuple([Column::ProposedAt.into_expr(), Column::Id.into_expr()]);
        let last = Expr::tuple([SimpleExpr::from(Instant(at)), SimpleExpr::from(id)]);
        found = found.filter(row.gt(last));
    }
    let found = found.order_by_asc(Column::ProposedAt).order_by_asc(Column::Id).limit(limit + 1);
    Page::cut(found.all(ctx).await?, limit, |it| (it.proposed_at.0, it.id))
}

// In the API.

/// A bank account of a client; the number is masked for whoever does not need it.
#[derive(Serialize, utoipa::ToSchema)]
struct BankAccountOut {
    id: BankAccountId,
    bank: String,
    number: String,
    holder: String,
    since: Instant,
}

/// A change of a bank account that somebody asked for.
#[derive(Serialize, utoipa::ToSchema)]
struct BankChangeOut {
    id: BankChangeId,
    account_id: AccountId,
    kind: BankChangeKind,
    /// The one that is in force until somebody decides.
    bank_account_id: Option<BankAccountId>,
    bank: Option<String>,
    number: Option<String>,
    holder: Option<String>,
    reason: String,
    state: BankChangeState,
    proposed_by: PersonId,
    proposed_at: Instant,
    decided_by: Option<PersonId>,
    decided_at: Option<Instant>,
    why: Option<String>,
}

impl BankChangeOut {
    fn of(it: Model, whole: bool) -> Self {
        Self {
            id: it.id,
            account_id: it.account_id,
            kind: it.kind,
            bank_account_id: it.bank_account_id,
            bank: it.bank,
            number: it.number.map(|it| if whole { it } else { masked(&it) }),
            holder: it.holder,
            reason: it.reason,
            state: it.state,
            proposed_by: it.proposed_by,
            proposed_at: it.proposed_at,
            decided_by: it.decided_by,
            decided_at: it.decided_at,
            why: it.why,
        }
    }
}

/// Changes of bank accounts that wait for the token's person, the oldest first
#[utoipa::path(
    get,
    path = "/api/v1/bank-changes",
    tag = "accounts",
    params(Cut),
    responses((status = 200, body = Page<BankChangeOut>)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<BankChangeOut>>> {
    if !ctx.may(Act::Review, Area::Banking) {
        return Err(Error::Denied);
    }
    let found = some(&ctx, to_decide(&ctx), &cut).await?;
    Ok(Json(found.map(|it| BankChangeOut::of(it, true))))
}

/// The bank accounts of one client.
#[derive(Serialize, utoipa::ToSchema)]
struct BanksOut {
    items: Vec<BankAccountOut>,
    /// Changes that nobody has decided yet.
    waiting: Vec<BankChangeOut>,
}

/// The bank accounts of an account that are in force, and the changes that wait
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/bank-accounts",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses((status = 200, body = BanksOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Json<BanksOut>> {
    let account = account::get(&ctx, id).await?;
    let whole = bank_account::may(&ctx, Act::View, &account).await?;
    let known = bank_account::of(&ctx, id).await?.into_iter().map(|it| BankAccountOut {
        number: it.shown(whole),
        id: it.id,
        bank: it.bank,
        holder: it.holder,
        since: it.since,
    });
    let waiting = crate::bank_change::waiting(&ctx, id).await?.into_iter();
    Ok(Json(BanksOut {
        items: known.collect(),
        waiting: waiting.map(|it| BankChangeOut::of(it, whole)).collect(),
    }))
}

/// What is to become of a bank account.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct BankChangeIn {
    /// The one that is to change; none for a new one.
    #[serde(default)]
    bank_account_id: Option<BankAccountId>,
    /// By its name or the three digits of clearing; nothing of the three to take it away.
    #[serde(default)]
    bank: Option<String>,
    #[serde(default)]
    number: Option<String>,
    #[serde(default)]
    holder: Option<String>,
    /// How one knows of it.
    reason: String,
}

/// Ask for a change of a bank account; somebody else decides
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/bank-changes",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 201, body = BankChangeOut),
        (status = 422, description = "Inputs at fault, or a change waits already", body = api::Problem),
    ),
)]
async fn propose(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(new): Json<BankChangeIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let none = new.bank.is_none() && new.number.is_none() && new.holder.is_none();
    let to = BankFields {
        bank: new.bank.unwrap_or_default(),
        number: new.number.unwrap_or_default(),
        holder: new.holder.unwrap_or_default(),
    };
    let to = (!none || new.bank_account_id.is_none()).then_some(to);
    let wish = NewBankChange { of: new.bank_account_id, to, reason: new.reason };
    let change = propose_bank(&tx, id, wish).await?;
    let account = account::get(&tx, id).await?;
    let whole = bank_account::may(&tx, Act::View, &account).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(BankChangeOut::of(change, whole))))
}

/// What somebody decides.
#[derive(Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Decision {
    Accept,
    Refuse,
    /// Only whoever asked for it.
    Withdraw,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct DecisionIn {
    decision: Decision,
    /// Needed to refuse.
    #[serde(default)]
    why: String,
}

/// Decide on a change that somebody else asked for, or take one's own back
#[utoipa::path(
    post,
    path = "/api/v1/bank-changes/{change}/decision",
    tag = "accounts",
    params(("change" = BankChangeId, Path)),
    responses(
        (status = 200, body = BankChangeOut),
        (status = 422, description = "One's own, decided already, or no reason", body = api::Problem),
    ),
)]
async fn decide(
    ctx: Ctx,
    Path(id): Path<BankChangeId>,
    Json(said): Json<DecisionIn>,
) -> Result<Json<BankChangeOut>> {
    let tx = ctx.begin().await?;
    let change = match said.decision {
        Decision::Accept => accept_bank(&tx, id).await?,
        Decision::Refuse => refuse_bank(&tx, id, &said.why).await?,
        Decision::Withdraw => withdraw_bank(&tx, id).await?,
    };
    let account = account::get(&tx, change.account_id).await?;
    let whole = bank_account::may(&tx, Act::View, &account).await?;
    tx.commit().await?;
    Ok(Json(BankChangeOut::of(change, whole)))
}
