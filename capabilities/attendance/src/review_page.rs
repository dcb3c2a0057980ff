//! What waits for a manager's look: evidence side by side, several decided at once.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use evidence::{Verdict, fact, review, reviewable, waiting};
use frame::web::list::{Cut, Page};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Query, extract};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use kernel::{FactId, Instant, Lang, PersonId, labels};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::fact_view::{FactView, views};
use crate::staff::{self, Staff};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/team/review", get(show).post(decide))
}

/// How long a verdict is offered for another look.
const DECIDED_DAYS: i64 = 7;

labels! {
    /// Which facts are looked through.
    #[derive(Default)]
    pub enum Pile {
        /// They wait for the reviewer.
        #[default]
        Waiting = "waiting",
        /// They wait for an answer.
        Asked = "asked",
        /// They were decided lately, and can be decided otherwise.
        Decided = "decided",
    }
}

/// Which pile, of whom.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
struct Looked {
    #[serde(default, deserialize_with = "extract::blank")]
    state: Option<Pile>,
    #[serde(default, deserialize_with = "extract::blank")]
    person: Option<PersonId>,
}

impl Looked {
    fn pile(self) -> Pile {
        self.state.unwrap_or_default()
    }

    fn address(self, pile: Pile, cursor: &str) -> String {
        let state = if pile == Pile::Waiting { "" } else { pile.word() };
        let person = self.person.map(|it| it.to_string()).unwrap_or_default();
        page::address("/team/review", [("state", state), ("person", &person), ("cursor", cursor)])
    }
}

#[derive(Template)]
#[template(path = "review_page.html")]
struct ReviewPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    looked: Looked,
    tabs: Vec<Tab>,
    staff: Vec<Staff>,
    page: Page<FactView>,
    first: String,
    next: String,
    /// Chosen before a refusal.
    chosen: Vec<FactId>,
    text: String,
    faults: Faults,
}

impl ReviewPage {
    fn looks_at(&self, person: PersonId) -> bool {
        self.looked.person == Some(person)
    }
}

struct Tab {
    href: String,
    label: String,
    current: bool,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    review_page(&ctx, StatusCode::OK, looked, &cut, Posted::default(), Faults::default()).await
}

/// What the form says; the chosen facts come one by one.
#[derive(Default)]
struct Posted {
    facts: Vec<FactId>,
    verdict: String,
    text: String,
}

impl Posted {
    fn of(pairs: Vec<(String, String)>) -> Result<Self> {
        let mut posted = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "facts" => {
                    let id = value.parse().map_err(|_| Error::Malformed("facts".to_owned()))?;
                    posted.facts.push(id);
                }
                "verdict" => posted.verdict = value,
                "text" => posted.text = value,
                _ => {}
            }
        }
        Ok(posted)
    }
}

async fn decide(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let posted = Posted::of(pairs)?;
    let verdict = Verdict::from_word(&posted.verdict);
    let verdict = verdict.ok_or_else(|| Error::Malformed("verdict".to_owned()))?;
    let tx = ctx.begin().await?;
    match review(&tx, &posted.facts, verdict, Some(&posted.text)).await {
        Ok(reviewed) => {
            let w = Words::of(tx.lang());
            let count = i64::try_from(reviewed.len()).unwrap_or_default();
            let said = match verdict {
                Verdict::Accept => w.accepted(count),
                Verdict::Ask => w.asked(count),
                Verdict::Reject => w.rejected(count),
            };
            tx.commit().await?;
            page::redirect_saying(&looked.address(looked.pile(), ""), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            review_page(&tx, status, looked, &Cut::default(), posted, faults).await
        }
    }
}

async fn review_page(
    ctx: &Ctx,
    status: StatusCode,
    looked: Looked,
    cut: &Cut,
    posted: Posted,
    faults: Faults,
) -> Result<Response> {
    if !ctx.may(Act::Review, Area::Attendance) {
        return Err(Error::Denied);
    }
    let (lang, limit) = (ctx.lang(), cut.limit()?);
    let facts = pile(ctx, looked, cut, limit).await?;
    let facts = Page::cut(facts, limit, |it| (it.recorded_at, it.id))?;
    let next_cursor = facts.next_cursor;
    let page = Page { items: views(ctx, facts.items).await?, next_cursor };
    let mut staff = staff::all(ctx, Act::Review, ctx.now).await?;
    staff.retain(|it| it.id != ctx.actor.person);
    let next = page.next_cursor.as_deref().map(|it| looked.address(looked.pile(), it));
    let first = cut.cursor.as_deref().filter(|it| !it.is_empty());
    page::render_as(
        status,
        &ReviewPage {
            tabs: tabs(looked, waiting(ctx).await?.unwrap_or_default(), lang),
            first: first.map(|_| looked.address(looked.pile(), "")).unwrap_or_default(),
            next: next.unwrap_or_default(),
            chosen: posted.facts,
            text: posted.text,
            shell: ctx.shell("team"),
            w: Words::of(lang),
            lang,
            looked,
            staff,
            page,
            faults,
        },
    )
}

/// The facts of a pile, newest first.
async fn pile(ctx: &Ctx, looked: Looked, cut: &Cut, limit: u64) -> Result<Vec<fact::Model>> {
    let mut facts = match looked.pile() {
        Pile::Waiting => reviewable(ctx).filter(fact::Column::Review.eq(ReviewState::Pending)),
        Pile::Asked => reviewable(ctx).filter(fact::Column::Review.eq(ReviewState::Asked)),
        Pile::Decided => reviewable(ctx)
            .filter(fact::Column::Review.is_in([ReviewState::Accepted, ReviewState::Rejected]))
            .filter(fact::Column::ReviewedAt.gte(ctx.now.plus_days(-DECIDED_DAYS))),
    };
    if let Some(person) = looked.person {
        facts = facts.filter(fact::Column::OwnerId.eq(person));
    }
    if let Some((at, id)) = cut.after::<(Instant, FactId)>()? {
        let same =
            Condition::all().add(fact::Column::RecordedAt.eq(at)).add(fact::Column::Id.lt(id));
        facts = facts.filter(Condition::any().add(fact::Column::RecordedAt.lt(at)).add(same));
    }
    let facts = facts
        .order_by_desc(fact::Column::RecordedAt)
        .order_by_desc(fact::Column::Id)
        .limit(limit + 1);
    Ok(facts.all(ctx).await?)
}

fn tabs(looked: Looked, waiting: i64, lang: Lang) -> Vec<Tab> {
    let w = Words::of(lang);
    let label = |pile: Pile| match pile {
        Pile::Waiting => w.pile_waiting(waiting),
        Pile::Asked => w.pile_asked().to_owned(),
        Pile::Decided => w.pile_decided().to_owned(),
    };
    let tab = |&pile: &Pile| Tab {
        href: looked.address(pile, ""),
        label: label(pile),
        current: pile == looked.pile(),
    };
    Pile::ALL.iter().map(tab).collect()
}
