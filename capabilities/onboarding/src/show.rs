//! How a client is being welcomed, on the client's page and in the API.

use accounts::{AccountId, account};
use askama::Template;
use frame::app::Asking;
use frame::web::panel::Panel;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId};
use people::person;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::onboarding::{self, Model, OnboardingId};
use crate::rules::{Began, Standing, StepKind, progress};
use crate::step::{self, Step, StepId, may_tick};
use crate::template;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read))
}

pub const PANEL: Panel = Panel {
    on: "account",
    title: |lang| Words::of(lang).panel_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

/// A step in words.
pub struct Line {
    pub id: StepId,
    pub label: String,
    /// `done`, `skipped`, `late` or `open`.
    pub state: &'static str,
    pub due: String,
    pub owner: String,
    /// Why it ticked itself, or why it was skipped.
    pub why: String,
    pub may_tick: bool,
}

#[derive(Template)]
#[template(path = "of_account.html")]
struct Panelled {
    w: Words,
    account: AccountId,
    /// None has begun.
    none: bool,
    title: String,
    begun: String,
    progress: String,
    done: usize,
    all: usize,
    over: bool,
    id: String,
    lines: Vec<Line>,
    templates: Vec<(String, String)>,
    may_edit: bool,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Ok(None);
    }
    let may_edit = match account::get_to(ctx, Act::Edit, account).await {
        Ok(_) => true,
        Err(Error::Denied | Error::NotFound) => false,
        Err(error) => return Err(error),
    };
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let Some(of) = onboarding::of_account(ctx, account).await? else {
        let templates = template::in_force(ctx).await?;
        if !may_edit || templates.is_empty() {
            return Ok(None);
        }
        let templates = templates.iter().map(|it| (it.code.clone(), it.label(lang).to_owned()));
        let panel = Panelled {
            w,
            account,
            none: true,
            title: String::new(),
            begun: String::new(),
            progress: String::new(),
            done: 0,
            all: 0,
            over: false,
            id: String::new(),
            lines: Vec::new(),
            templates: templates.collect(),
            may_edit,
        };
        return Ok(Some(panel.render()?));
    };
    let today = ctx.now.day(&ctx.actor.zone);
    let steps = step::of(ctx, &[of.id]).await?;
    let standing: Vec<Standing> = steps.iter().map(|it| it.standing(today)).collect();
    let (done, all) = progress(&standing);
    let panel = Panelled {
        w,
        account,
        none: false,
        title: of.label(lang).to_owned(),
        begun: w.begun_on(lang.day(of.begun_at.day(&ctx.actor.zone)), w.began(of.why)),
        progress: w.progress(done, all),
        done,
        all,
        over: of.ended_at.is_some(),
        id: of.id.to_string(),
        lines: lines(ctx, account, steps).await?,
        templates: Vec::new(),
        may_edit,
    };
    Ok(Some(panel.render()?))
}

/// These steps of one client, in words.
pub async fn lines(ctx: &Ctx, account: AccountId, steps: Vec<Step>) -> Result<Vec<Line>> {
    let (lang, w, today) = (ctx.lang(), Words::of(ctx.lang()), ctx.now.day(&ctx.actor.zone));
    let names = person::names(ctx).await?;
    let mut lines = Vec::with_capacity(steps.len());
    for it in steps {
        let standing = it.standing(today);
        let why = match (standing, it.step.seen) {
            (Standing::Done, Some(seen)) => w.seen(seen).to_owned(),
            (Standing::Skipped, _) => it.step.skipped_why.clone().unwrap_or_default(),
            _ => String::new(),
        };
        lines.push(Line {
            id: it.step.id,
            label: it.step.label(lang).to_owned(),
            state: word(standing),
            due: it.task.due_on.map(|it| lang.day(it)).unwrap_or_default(),
            owner: names.get(&it.task.owner_id).cloned().unwrap_or_default(),
            why,
            may_tick: may_tick(ctx, account, it.task.owner_id).await?,
        });
    }
    Ok(lines)
}

pub fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "done",
        Standing::Skipped => "skipped",
        Standing::Open { late: true } => "late",
        Standing::Open { late: false } => "open",
    }
}

impl Words {
    pub fn began(self, why: Began) -> &'static str {
        match why {
            Began::Converted => self.began_converted(),
            Began::Client => self.began_client(),
            Began::Won => self.began_won(),
            Began::Hand => self.began_hand(),
        }
    }

    pub fn seen(self, seen: StepKind) -> &'static str {
        match seen {
            StepKind::Account => self.seen_account(),
            StepKind::Payment => self.seen_payment(),
            StepKind::Order => self.seen_order(),
            StepKind::Explain | StepKind::Other => "",
        }
    }
}

// In the API.

/// A step, as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = OnboardingStepOut)]
pub struct StepOut {
    pub id: StepId,
    pub task_id: tasks::TaskId,
    pub kind: StepKind,
    pub label: String,
    pub owner_id: PersonId,
    pub due_on: Option<Day>,
    pub done_at: Option<Instant>,
    /// What was seen, so that it ticked itself.
    pub seen: Option<StepKind>,
    pub skipped_why: Option<String>,
}

impl StepOut {
    pub fn of(it: Step) -> Self {
        Self {
            id: it.step.id,
            task_id: it.task.id,
            kind: it.step.kind,
            label: it.step.label_en,
            owner_id: it.task.owner_id,
            due_on: it.task.due_on,
            done_at: it.task.done_at,
            seen: it.step.seen,
            skipped_why: it.step.skipped_why,
        }
    }
}

/// How a client is being welcomed.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct OnboardingOut {
    pub id: OnboardingId,
    pub account_id: AccountId,
    /// The code of the checklist.
    pub template: String,
    pub why: Began,
    pub begun_at: Instant,
    pub ended_at: Option<Instant>,
    pub steps: Vec<StepOut>,
}

impl OnboardingOut {
    pub async fn of(ctx: &Ctx, it: Model) -> Result<Self> {
        let steps = step::of(ctx, &[it.id]).await?;
        Ok(Self {
            id: it.id,
            account_id: it.account_id,
            template: it.template,
            why: it.why,
            begun_at: it.begun_at,
            ended_at: it.ended_at,
            steps: steps.into_iter().map(StepOut::of).collect(),
        })
    }
}

/// How a client is being welcomed
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/onboarding",
    tag = "onboarding",
    params(("account" = AccountId, Path)),
    responses((status = 200, body = OnboardingOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Json<OnboardingOut>> {
    account::get(&ctx, id).await?;
    let of = onboarding::of_account(&ctx, id).await?.ok_or(Error::NotFound)?;
    Ok(Json(OnboardingOut::of(&ctx, of).await?))
}
