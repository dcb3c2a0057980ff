//! Many clients are changed at once: first it is shown what would happen, then it does, and it can
//! be undone.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Picked, Question};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query, api};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::account::{AccountId, AccountStatus, Tier};
use crate::bulk::{Edit, Plan, Which, plan};
use crate::bulk_change::{self, BulkChangeId, BulkField, Model};
use crate::bulk_row;
use crate::find_accounts::Looked;
use crate::rules::AccountRefused;
use crate::words::Words;

/// Accounts that a preview names.
const SHOWN: usize = 12;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/bulk", get(show).post(submit)).routes(routes!(create))
}

/// Changes what was planned, each account as if it were changed alone.
pub async fn change_in_bulk(tx: &Tx, edit: &Edit, plan: &Plan) -> Result<Model> {
    let id: BulkChangeId = tx.id();
    for step in &plan.steps {
        edit.write(tx, &step.account, &step.after).await?;
    }

    let change = tx
        .insert(bulk_change::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            owner_id: Set(tx.actor.person),
            field: Set(edit.field),
            value: Set(edit.value.clone()),
            made_at: Set(tx.now),
            undone_at: Set(None),
        })
        .await?;
    let row = |step: &crate::bulk::Step| bulk_row::ActiveModel {
        company_id: Set(tx.actor.company),
        change_id: Set(id),
        account_id: Set(step.account.id),
        before: Set(step.before.clone()),
        after: Set(step.after.clone()),
    };
    tx.insert_all(plan.steps.iter().map(row).collect()).await?;

    tx.record(about("accounts.bulk_changed", &change).with("changed", plan.steps.len()));
    Ok(change)
}

pub fn about(event: &'static str, change: &Model) -> Event {
    Event::of(event, "bulk-change", change.id)
        .owner(change.owner_id)
        .with("field", change.field.word())
        .with("value", change.value.clone())
}

fn permit(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::Edit, Area::Accounts) { Ok(()) } else { Err(Error::Denied) }
}

// In the browser.

#[derive(Template)]
#[template(path = "change_in_bulk.html")]
struct BulkPage {
    shell: Shell,
    w: Words,
    form: BulkForm,
    /// The list from which it began, and the address of this page with the same question.
    back: String,
    here: String,
    /// Which clients, in words.
    lead: String,
    /// The clients that were chosen; empty when all that fit are meant.
    chosen: String,
    preview: Option<Preview>,
    /// How many would change is no longer what was shown.
    moved: bool,
    faults: Faults,
}

struct Preview {
    summary: String,
    /// What each says now, and what it will.
    samples: Vec<(String, String, String)>,
    more: String,
    count: usize,
}

#[derive(Clone, Debug, Default)]
struct BulkForm {
    /// The rows that were chosen; all that fit, unless some were.
    picked: Picked,
    /// `choose`: the list sends what was chosen, and nothing was answered yet.
    step: String,
    field: String,
    to_status: String,
    to_tier: String,
    to_industry: String,
    to_tag: String,
    /// How many a preview said would change; empty before there was one.
    expected: String,
}

impl BulkForm {
    /// A form of which several inputs have one name.
    fn read(typed: &[(String, String)]) -> Self {
        let of = |name: &str| {
            typed.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default()
        };
        Self {
            picked: Picked::read(typed),
            step: of("step"),
            field: of("field"),
            to_status: of("to_status"),
            to_tier: of("to_tier"),
            to_industry: of("to_industry"),
            to_tag: of("to_tag"),
            expected: of("expected"),
        }
    }

    /// What would happen to the clients that are meant.
    async fn planned(&self, ctx: &Ctx, looked: &Looked) -> Result<(Edit, Plan)> {
        let edit = self.edit()?;
        let ids = self.picked.ids()?;
        let which = if self.picked.all || ids.is_empty() {
            Which::Fitting(looked)
        } else {
            Which::These(&ids)
        };
        let plan = plan(ctx, &which, &edit).await?;
        Ok((edit, plan))
    }

    fn edit(&self) -> Result<Edit> {
        let field = BulkField::from_word(&self.field);
        let field = field.ok_or(Error::refused(AccountRefused::NoChoice("field")))?;
        let typed = match field {
            BulkField::Status => &self.to_status,
            BulkField::Tier => &self.to_tier,
            BulkField::Industry => &self.to_industry,
            BulkField::AddTag | BulkField::RemoveTag => &self.to_tag,
        };
        Edit::read(field, typed)
    }
}

impl BulkPage {
    fn fields(&self) -> Vec<(&'static str, String)> {
        BulkField::ALL.iter().map(|it| (it.word(), self.w.bulk_field(it.word()))).collect()
    }

    fn statuses(&self) -> Vec<(&'static str, &'static str)> {
        AccountStatus::ALL.iter().map(|it| (it.word(), self.w.status(*it))).collect()
    }

    fn to_change(&self) -> i64 {
        let count = self.preview.as_ref().map_or(0, |it| it.count);
        i64::try_from(count).unwrap_or(i64::MAX)
    }

    fn tiers(&self) -> Vec<(&'static str, String)> {
        Tier::ALL.iter().map(|it| (it.word(), self.w.tier(it.word()))).collect()
    }
}

impl Preview {
    fn of(plan: &Plan, edit: &Edit, w: Words) -> Self {
        let said = |value: &str| said(edit.field, value, w);
        let sample =
            |it: &crate::bulk::Step| (it.account.name.clone(), said(&it.before), said(&it.after));
        let count = plan.steps.len();
        let more = i64::try_from(count.saturating_sub(SHOWN)).unwrap_or(i64::MAX);
        Self {
            summary: summary(plan, w),
            samples: plan.steps.iter().take(SHOWN).map(sample).collect(),
            more: if 0 < more { w.bulk_more(more) } else { String::new() },
            count,
        }
    }
}

/// What an account says, in words.
fn said(field: BulkField, value: &str, w: Words) -> String {
    match field {
        BulkField::Status => {
            AccountStatus::from_word(value).map(|it| w.status(it).to_owned()).unwrap_or_default()
        }
        BulkField::AddTag | BulkField::RemoveTag if value.is_empty() => w.bulk_no_tag().to_owned(),
        BulkField::AddTag | BulkField::RemoveTag => w.bulk_has_tag().to_owned(),
        _ if value.is_empty() => w.bulk_nothing().to_owned(),
        BulkField::Tier | BulkField::Industry => value.to_owned(),
    }
}

fn summary(plan: &Plan, w: Words) -> String {
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let mut said = w.bulk_will_change(count(plan.steps.len()));
    if 0 < plan.already {
        said.push(' ');
        said.push_str(&w.bulk_already(count(plan.already)));
    }
    if 0 < plan.not_theirs {
        said.push(' ');
        said.push_str(&w.bulk_not_yours(count(plan.not_theirs)));
    }
    said
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, chosen: Chosen) -> Result<Response> {
    permit(&ctx)?;
    let question = Question::of(&looked)?.showing(&chosen);
    render(&ctx, &question, BulkForm::default(), None, Faults::default())
}

fn render(
    ctx: &Ctx,
    question: &Question,
    form: BulkForm,
    preview: Option<Preview>,
    faults: Faults,
) -> Result<Response> {
    let moved = preview.is_some() && !form.expected.is_empty();
    let wrong = moved || faults.any();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (shell, w) = (ctx.shell("accounts"), Words::of(ctx.lang()));
    let chosen = if form.picked.all { String::new() } else { form.picked.text() };
    let lead = match chosen.split(',').filter(|it| !it.is_empty()).count() {
        0 => w.bulk_lead().to_owned(),
        some => w.bulk_lead_chosen(i64::try_from(some).unwrap_or(i64::MAX)),
    };
    let page = BulkPage {
        shell,
        w,
        back: question.address(LIST.path),
        here: question.address("/accounts/bulk"),
        lead,
        chosen,
        form,
        preview,
        moved,
        faults,
    };
    page::render_as(status, &page)
}

async fn submit(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    chosen: Chosen,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response> {
    permit(&ctx)?;
    let question = Question::of(&looked)?.showing(&chosen);
    let form = BulkForm::read(&typed);
    let w = Words::of(ctx.lang());
    if form.step == "choose" {
        if form.picked.is_empty() {
            return page::redirect_saying(&question.address(LIST.path), w.bulk_none_chosen());
        }
        return render(&ctx, &question, form, None, Faults::default());
    }
    let tx = ctx.begin().await?;
    let (edit, plan) = match form.planned(&tx, &looked).await {
        Ok(planned) => planned,
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            return render(&tx, &question, form, None, faults);
        }
    };
    // What somebody agreed to is what they were shown.
    if form.expected != plan.steps.len().to_string() || plan.steps.is_empty() {
        let preview = Preview::of(&plan, &edit, w);
        return render(&tx, &question, form, Some(preview), Faults::default());
    }
    let change = change_in_bulk(&tx, &edit, &plan).await?;
    tx.commit().await?;
    let done = w.bulk_changed(i64::try_from(plan.steps.len()).unwrap_or(i64::MAX));
    let undo = format!("/accounts/bulk/{}/undo", change.id);
    page::redirect_undoable(&question.address(LIST.path), &done, &undo)
}

// In the API.

/// What is to become of which accounts.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct BulkIn {
    accounts: Vec<AccountId>,
    field: BulkField,
    /// The word of a status or a tier, an industry, a tag; empty takes tier and industry away.
    #[serde(default)]
    value: String,
    /// Only say what would happen.
    #[serde(default)]
    preview: bool,
}

/// What became of them, or would.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
struct BulkOut {
    /// By which it can be undone; none of a preview.
    id: Option<BulkChangeId>,
    changed: usize,
    already: usize,
    /// Seen by the token's person, and not theirs to change.
    not_theirs: usize,
}

/// Change many accounts at once, or see what would happen
#[utoipa::path(
    post,
    path = "/api/v1/bulk-changes",
    tag = "accounts",
    request_body = BulkIn,
    responses((status = 200, body = BulkOut), (status = 422, body = api::Problem)),
)]
async fn create(ctx: Ctx, Json(asked): Json<BulkIn>) -> Result<Json<BulkOut>> {
    permit(&ctx)?;
    let tx = ctx.begin().await?;
    let edit = Edit::read(asked.field, &asked.value)?;
    let plan = plan(&tx, &Which::These(&asked.accounts), &edit).await?;
    let mut out = BulkOut {
        id: None,
        changed: plan.steps.len(),
        already: plan.already,
        not_theirs: plan.not_theirs,
    };
    if !asked.preview && !plan.steps.is_empty() {
        out.id = Some(change_in_bulk(&tx, &edit, &plan).await?.id);
        tx.commit().await?;
    }
    Ok(Json(out))
}
