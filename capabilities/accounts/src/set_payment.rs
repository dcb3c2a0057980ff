//! How a client pays: when, and in which way.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_payment::{self, Column, PaymentMethod};
use crate::change_account::touch;
use crate::open_account::about;
use crate::payment_term::{self, TermOut};
use crate::rules::client_refused::ClientRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/payment", get(show).post(submit))
        .routes(routes!(read, put))
        .routes(routes!(terms))
}

/// How a client pays; nothing means as most do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Payment {
    /// The code of a term; the company's usual one when there is none.
    pub term: Option<String>,
    pub method: Option<PaymentMethod>,
}

impl Payment {
    pub fn of(row: Option<account_payment::Model>) -> Self {
        row.map(|it| Self { term: it.term_code, method: it.method }).unwrap_or_default()
    }
}

/// Settles how a client pays. A term that is offered no more is kept by whoever has it.
pub async fn set_payment(tx: &Tx, id: AccountId, new: Payment) -> Result<()> {
    let account = account::get_to(tx, Act::Edit, id).await?;
    let before = Payment::of(account_payment::of(tx, id).await?);
    let terms = payment_term::all(tx).await?;
    let fits = |code: &String| {
        terms.iter().any(|it| it.code == *code && it.hidden_at.is_none())
            || before.term.as_ref() == Some(code)
    };
    if new.term.as_ref().is_some_and(|it| !fits(it)) {
        return Err(Error::refused(ClientRefused::UnknownTerm));
    }
    if before == new {
        return Ok(());
    }

    let row = account_payment::ActiveModel {
        company_id: Set(tx.actor.company),
        account_id: Set(id),
        term_code: Set(new.term.clone()),
        method: Set(new.method),
        updated_at: Set(tx.now),
    };
    let mut same = OnConflict::columns([Column::CompanyId, Column::AccountId]);
    same.update_columns([Column::TermCode, Column::Method, Column::UpdatedAt]);
    tx.put(row, same).await?;
    touch(tx, id).await?;

    // The word, as the list may call it otherwise one day.
    let label = |code: &Option<String>| {
        let term = terms.iter().find(|it| Some(&it.code) == code.as_ref())?;
        Some(term.label(Lang::Id).to_owned())
    };
    tx.record(
        about(&account, "accounts.payment_set")
            .change("payment_term", label(&before.term), label(&new.term))
            .change(
                "payment_method",
                before.method.map(PaymentMethod::word),
                new.method.map(PaymentMethod::word),
            ),
    );
    Ok(())
}

impl Words {
    pub fn payment_method(self, method: PaymentMethod) -> &'static str {
        match method {
            PaymentMethod::Transfer => self.method_transfer(),
            PaymentMethod::VirtualAccount => self.method_virtual_account(),
            PaymentMethod::Qris => self.method_qris(),
            PaymentMethod::Giro => self.method_giro(),
            PaymentMethod::Card => self.method_card(),
            PaymentMethod::Cash => self.method_cash(),
        }
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "set_payment.html")]
struct PaymentPage {
    shell: Shell,
    w: Words,
    account: Model,
    terms: Vec<(String, String)>,
    typed: PaymentForm,
    faults: Faults,
}

impl PaymentPage {
    fn methods(&self) -> Vec<(&'static str, &'static str)> {
        PaymentMethod::ALL.iter().map(|&it| (it.word(), self.w.payment_method(it))).collect()
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct PaymentForm {
    term: String,
    method: String,
}

impl PaymentForm {
    fn payment(&self) -> Result<Payment> {
        let method = PaymentMethod::from_word(&self.method);
        if method.is_none() && !self.method.is_empty() {
            return Err(Error::refused(ClientRefused::NoChoice("method")));
        }
        let term = Some(self.term.clone()).filter(|it| !it.is_empty());
        Ok(Payment { term, method })
    }
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, id).await?;
    let own = Payment::of(account_payment::of(&ctx, id).await?);
    let typed = PaymentForm {
        term: own.term.unwrap_or_default(),
        method: own.method.map(|it| it.word().to_owned()).unwrap_or_default(),
    };
    payment_page(&ctx, account, typed, Faults::default()).await
}

async fn payment_page(
    ctx: &Ctx,
    account: Model,
    typed: PaymentForm,
    faults: Faults,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let all = payment_term::all(ctx).await?;
    let offered = all.iter().filter(|it| it.hidden_at.is_none() || it.code == typed.term);
    let terms = offered.map(|it| {
        let label = it.label(lang).to_owned();
        (it.code.clone(), if it.usual { w.term_usual(label) } else { label })
    });
    let page = PaymentPage {
        shell: ctx.shell("accounts"),
        w,
        terms: terms.collect(),
        account,
        typed,
        faults,
    };
    page::render_as(status, &page)
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<PaymentForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let set = match form.payment() {
        Ok(payment) => set_payment(&tx, id, payment).await,
        Err(error) => account::get_to(&tx, Act::Edit, id).await.and(Err(error)),
    };
    match set {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let account = account::get_to(&tx, Act::Edit, id).await?;
            payment_page(&tx, account, form, faults).await
        }
    }
}

// In the API.

/// How a client pays.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = AccountPaymentOut)]
struct PaymentOut {
    /// Its own, if it has one.
    term: Option<String>,
    method: Option<PaymentMethod>,
    /// The term that holds: its own, or the company's usual one.
    in_force: Option<TermOut>,
}

async fn out(ctx: &Ctx, id: AccountId) -> Result<PaymentOut> {
    let own = Payment::of(account_payment::of(ctx, id).await?);
    let in_force = account_payment::term_of(ctx, id).await?;
    let in_force = in_force.map(|it| TermOut::of(&it, ctx.lang()));
    Ok(PaymentOut { term: own.term, method: own.method, in_force })
}

/// How an account pays
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/payment",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses((status = 200, body = PaymentOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Json<PaymentOut>> {
    account::get(&ctx, id).await?;
    Ok(Json(out(&ctx, id).await?))
}

/// Settle how an account pays
#[utoipa::path(
    put,
    path = "/api/v1/accounts/{account}/payment",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 200, body = PaymentOut),
        (status = 422, description = "A term that is not on offer", body = api::Problem),
    ),
)]
async fn put(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(new): Json<Payment>,
) -> Result<Json<PaymentOut>> {
    let tx = ctx.begin().await?;
    set_payment(&tx, id, new).await?;
    let out = out(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(out))
}

/// The company's payment terms.
#[derive(Serialize, utoipa::ToSchema)]
struct TermsOut {
    items: Vec<TermOut>,
}

/// The payment terms that the company offers, in its order
#[utoipa::path(
    get,
    path = "/api/v1/payment-terms",
    tag = "accounts",
    responses((status = 200, body = TermsOut)),
)]
async fn terms(ctx: Ctx) -> Result<Json<TermsOut>> {
    if !ctx.may(Act::View, kernel::access::Area::Accounts) {
        return Err(Error::Denied);
    }
    let terms = payment_term::all(&ctx).await?;
    let items = terms.iter().map(|it| TermOut::of(it, ctx.lang())).collect();
    Ok(Json(TermsOut { items }))
}
