//! Somebody says that something about a document is wrong.

use accounts::account;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::notices::{self, Notice};
use frame::web::page::Faults;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area, Role, Roles};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::invoice::{self, InvoiceId};
use crate::invoice_problem::{self, Model, ProblemKind, ProblemOut};
use crate::record_invoice::said;
use crate::rules::LedgerRefused;
use crate::rules::document::LONGEST_NOTE;
use crate::show_invoice::{Typed, show_with};
use crate::words::Words;

/// The notice to whoever is asked.
pub const ASKED: &str = "transactions.problem_asked";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/transactions/{invoice}/problems", post(submit))
        .routes(routes!(create))
}

/// What is wrong, and who is to answer.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProblem {
    pub kind: ProblemKind,
    pub text: String,
    /// Whoever keeps the books, when nobody is named.
    pub assignee_id: Option<PersonId>,
}

/// Raises a problem with a document that the actor may see.
pub async fn raise_problem(tx: &Tx, invoice: InvoiceId, new: NewProblem) -> Result<Model> {
    let invoice = tx.get::<invoice::Entity>(invoice).await?;
    if !may_raise(tx, &invoice).await? {
        return Err(Error::Denied);
    }

    let account = account::get(tx, invoice.account_id).await?;
    let text = said("text", &new.text, LONGEST_NOTE)?;
    let asked = asked_by(tx, &account, new.assignee_id).await?;

    let problem = tx
        .add::<_, invoice_problem::ActiveModel>(Model {
            company_id: tx.actor.company,
            id: tx.id(),
            owner_id: tx.actor.person,
            account_id: account.id,
            invoice_id: invoice.id,
            kind: new.kind,
            text,
            assignee_id: new.assignee_id,
            raised_at: tx.now,
            answer: None,
            solved_by: None,
            solved_at: None,
        })
        .await?;

    // The text stays where it can be erased; the stream is for ever.
    tx.record(
        Event::of("transactions.problem_raised", "invoice-problem", problem.id)
            .owner(account.owner_id)
            .about(account.id)
            .with("number", invoice.number.clone())
            .with("kind", problem.kind.word()),
    );
    for person in asked {
        let link = format!("/transactions/problems/{}", problem.id);
        let notice = Notice::of(ASKED, "invoice-problem", problem.id, link)
            .with("who", tx.actor.name.clone())
            .with("number", invoice.number.clone())
            .with("kind", problem.kind.word());
        notices::tell(tx, person, notice).await?;
    }
    Ok(problem)
}

/// Whoever keeps the books, and whoever works with the client. The company itself has no hands.
pub async fn may_raise(ctx: &Ctx, invoice: &invoice::Model) -> Result<bool> {
    if ctx.actor.somebody().is_none() {
        return Ok(false);
    }
    if ctx.permit_company(Act::Edit, Area::Transactions).is_ok() {
        return Ok(true);
    }
    Ok(account::get_to(ctx, Act::Edit, invoice.account_id).await.is_ok())
}

/// Who is to hear of it: who was named, if they see what is kept of the client, or whoever keeps the
/// books.
async fn asked_by(
    tx: &Tx,
    account: &account::Model,
    named: Option<PersonId>,
) -> Result<Vec<PersonId>> {
    let Some(named) = named else { return keepers(tx).await };
    let everybody = accounts::colleagues(tx, Area::Transactions, Some(account)).await?;
    match everybody.into_iter().find(|it| it.id == named) {
        None => Err(Error::refused(LedgerRefused::UnknownPerson)),
        Some(it) if !it.sees => Err(Error::refused(LedgerRefused::CannotSee { name: it.name })),
        Some(it) => Ok(vec![it.id]),
    }
}

/// Those whose work the books are.
async fn keepers(ctx: &Ctx) -> Result<Vec<PersonId>> {
    let people: Vec<(PersonId, Roles)> = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Roles])
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .into_tuple()
        .all(ctx)
        .await?;
    let keeps = |it: &(PersonId, Roles)| it.1.0.contains(&Role::Finance);
    Ok(people.into_iter().filter(keeps).map(|it| it.0).collect())
}

/// Those who may be named, by name.
pub async fn who_answers(ctx: &Ctx, account: &account::Model) -> Result<Vec<(String, String)>> {
    let everybody = accounts::colleagues(ctx, Area::Transactions, Some(account)).await?;
    let seeing = everybody.into_iter().filter(|it| it.sees);
    Ok(seeing.map(|it| (it.id.to_string(), it.name)).collect())
}

/// What can be wrong, in words.
pub fn kinds(w: Words) -> Vec<(&'static str, &'static str)> {
    ProblemKind::ALL.iter().map(|it| (it.word(), w.problem_kind(*it))).collect()
}

impl Words {
    pub const fn problem_kind(self, kind: ProblemKind) -> &'static str {
        match kind {
            ProblemKind::WrongPrice => self.problem_wrong_price(),
            ProblemKind::WrongQuantity => self.problem_wrong_quantity(),
            ProblemKind::NotDelivered => self.problem_not_delivered(),
            ProblemKind::NotPaid => self.problem_not_paid(),
            ProblemKind::PaidUnseen => self.problem_paid_unseen(),
            ProblemKind::Other => self.problem_other(),
        }
    }
}

// In the browser.

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    assignee_id: String,
}

impl Problem {
    fn read(&self) -> Result<NewProblem> {
        let missing = || Error::refused(LedgerRefused::Missing { field: "kind" });
        let assignee = match self.assignee_id.as_str() {
            "" => None,
            id => {
                let unknown = |_| Error::refused(LedgerRefused::UnknownPerson);
                Some(id.parse::<PersonId>().map_err(unknown)?)
            }
        };
        Ok(NewProblem {
            kind: ProblemKind::from_word(&self.kind).ok_or_else(missing)?,
            text: self.text.clone(),
            assignee_id: assignee,
        })
    }
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<InvoiceId>,
    Form(form): Form<Problem>,
) -> Result<Response> {
    let asked = ctx.again();
    let tx = ctx.begin().await?;
    let raised = match form.read() {
        Ok(new) => raise_problem(&tx, id, new).await,
        Err(error) => Err(error),
    };
    match raised {
        Ok(_) => {
            let said = Words::of(tx.lang()).problem_raised();
            tx.commit().await?;
            page::redirect_saying(&format!("/transactions/{id}"), said)
        }
        Err(error) => {
            drop(tx);
            let faults = Faults::of(error, asked.lang())?;
            let Problem { kind, text, assignee_id } = form;
            show_with(&asked, id, 0, Typed { kind, text, assignee_id, faults }).await
        }
    }
}

// In the API.

/// Raise a problem with a document
#[utoipa::path(
    post,
    path = "/api/v1/invoices/{invoice}/problems",
    tag = "transactions",
    params(("invoice" = InvoiceId, Path)),
    request_body = NewProblem,
    responses((status = 201, body = ProblemOut), (status = 422, body = api::Problem)),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<InvoiceId>,
    Json(new): Json<NewProblem>,
) -> Result<(StatusCode, Json<ProblemOut>)> {
    let tx = ctx.begin().await?;
    let problem = raise_problem(&tx, id, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(problem.into())))
}
