//! What somebody has on some days: from wherever it stands, within the reader's reach.

use accounts::{AccountId, BirthdayThere, account, birthdays};
use frame::{Ctx, Result};
use kernel::{Day, Instant, PersonId, Zone};
use pipeline::opportunity;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use tasks::{TaskId, TaskReader, task};
use uuid::Uuid;
use visits::rules::VisitState;
use visits::visit;

use crate::rules::{Kind, place};

/// More than this of one kind is no agenda that somebody reads.
const MOST: u64 = 500;

/// Something in an agenda.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Item {
    pub kind: Kind,
    /// Of the task, the visit, the deal or the contact.
    pub id: Uuid,
    pub text: String,
    pub account_id: Option<AccountId>,
    pub account: Option<String>,
    /// On the clock of whoever reads.
    pub day: Day,
    /// Null: all day.
    pub at: Option<Instant>,
    pub done: bool,
    pub overdue: bool,
    /// A visit that was planned and that nobody made.
    pub missed: bool,
    /// The clock by which it was said, where that is not the reader's.
    #[serde(skip)]
    pub said_in: Option<Zone>,
    /// A task, that may be done and put off.
    #[serde(skip)]
    pub task: Option<TaskId>,
    #[serde(skip)]
    pub link: String,
}

impl Item {
    /// The picture beside it.
    pub fn icon(&self) -> &'static str {
        match self.kind {
            Kind::Task => "list-checks",
            Kind::Visit => "map-pin",
            Kind::Close => "target",
            Kind::NextStep => "skip-forward",
            Kind::Birthday => "cake",
        }
    }
}

/// What is on these days, and what should have been done before.
pub struct Gathered {
    pub overdue: Vec<Item>,
    pub items: Vec<Item>,
}

/// What this person has on so many days from the first on.
pub async fn gather(
    ctx: &Ctx,
    reader: &TaskReader,
    person: PersonId,
    first: Day,
    count: i64,
) -> Result<Gathered> {
    let last = first.plus(count - 1);
    let mut items = tasks(ctx, reader, person, first, last).await?;
    items.extend(planned(ctx, reader, person, first, last).await?);
    items.extend(deals(ctx, reader, person, first, last).await?);
    items.extend(wished_well(ctx, person, first, last).await?);
    name_clients(ctx, &mut items).await?;
    // What is overdue stands apart, whichever days are looked at; it is not said twice.
    let (overdue, items): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|it| it.overdue && it.day < reader.today);
    let mut items: Vec<Item> =
        items.into_iter().filter(|it| (first..=last).contains(&it.day)).collect();
    items.sort_by(|a, b| {
        let key = |it: &Item| (it.day, place(it.at, it.done), it.kind, it.text.clone());
        key(a).cmp(&key(b))
    });
    let mut overdue = overdue;
    overdue.sort_by_key(|it| (it.day, it.at));
    Ok(Gathered { overdue, items })
}

/// Tasks of these days, done or not, and all that are overdue.
async fn tasks(
    ctx: &Ctx,
    reader: &TaskReader,
    person: PersonId,
    first: Day,
    last: Day,
) -> Result<Vec<Item>> {
    // A time is kept by the clock on which it was said: there it may still be the day before.
    let around = Condition::all()
        .add(task::Column::DueOn.gte(first.plus(-1)))
        .add(task::Column::DueOn.lte(last.plus(1)));
    let late = Condition::all()
        .add(task::Column::DoneAt.is_null())
        .add(task::Column::DueOn.lte(reader.today));
    let tasks = task::shown(ctx)
        .filter(task::Column::OwnerId.eq(person))
        .filter(Condition::any().add(around).add(late))
        .order_by_asc(task::Column::DueOn)
        .limit(MOST)
        .all(ctx)
        .await?;
    let item = |it: task::Model| {
        let day = match it.due_at {
            Some(at) => at.day(&reader.zone),
            None => it.due_on?,
        };
        Some(Item {
            kind: Kind::Task,
            id: it.id.0,
            day,
            at: it.due_at,
            done: it.done_at.is_some(),
            overdue: reader.is_late(&it),
            missed: false,
            said_in: it.due_zone,
            task: Some(it.id),
            link: format!("/tasks/{}/edit", it.id),
            account_id: it.account_id,
            account: None,
            text: it.text,
        })
    };
    Ok(tasks.into_iter().filter_map(item).collect())
}

async fn planned(
    ctx: &Ctx,
    reader: &TaskReader,
    person: PersonId,
    first: Day,
    last: Day,
) -> Result<Vec<Item>> {
    let visits = ctx
        .find::<visit::Entity>()
        .filter(visit::Column::OwnerId.eq(person))
        .filter(visit::Column::Day.between(first.plus(-1), last.plus(1)))
        .filter(visit::Column::State.ne(VisitState::Skipped))
        .order_by_asc(visit::Column::Day)
        .order_by_asc(visit::Column::Sequence)
        .limit(MOST)
        .all(ctx)
        .await?;
    let item = |it: visit::Model| {
        let at = it.arrived_at.or_else(|| planned_at(&it, &ctx.actor.zone));
        Item {
            kind: Kind::Visit,
            id: it.id.0,
            text: String::new(),
            account_id: Some(it.account_id),
            account: None,
            day: at.map_or(it.day, |at| at.day(&reader.zone)),
            at,
            done: it.state == VisitState::Done,
            overdue: false,
            missed: it.state == VisitState::Missed,
            said_in: Some(ctx.actor.zone.clone()),
            task: None,
            link: it.path(),
        }
    };
    Ok(visits.into_iter().map(item).collect())
}

/// The moment for which a visit is planned, on the company's clock.
pub fn planned_at(visit: &visit::Model, zone: &Zone) -> Option<Instant> {
    let time = tasks::rules::timing::time(visit.planned_time.as_deref()?).ok()??;
    Some(visit.day.at(time, zone))
}

/// The days on which open deals are thought to close, and those of their next steps.
async fn deals(
    ctx: &Ctx,
    reader: &TaskReader,
    person: PersonId,
    first: Day,
    last: Day,
) -> Result<Vec<Item>> {
    use opportunity::Column;
    let on = |column: Column| {
        let late = column.lt(reader.today);
        Condition::any().add(column.between(first, last)).add(late)
    };
    let deals = opportunity::shown(ctx)
        .filter(Column::OwnerId.eq(person))
        .filter(Column::Kind.eq(pipeline::OpportunityKind::Open))
        .filter(Condition::any().add(on(Column::ExpectedCloseOn)).add(on(Column::NextStepOn)))
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(ctx)
        .await?;
    let mut items = Vec::new();
    for deal in deals {
        let item = |kind: Kind, day: Day, text: String| Item {
            kind,
            id: deal.id.0,
            text,
            account_id: deal.account_id,
            account: None,
            day,
            at: None,
            done: false,
            overdue: day < reader.today,
            missed: false,
            said_in: None,
            task: None,
            link: format!("/opportunities/{}", deal.id),
        };
        items.extend(deal.expected_close_on.map(|day| item(Kind::Close, day, deal.name.clone())));
        if let (Some(day), Some(step)) = (deal.next_step_on, &deal.next_step) {
            items.push(item(Kind::NextStep, day, format!("{step} · {}", deal.name)));
        }
    }
    Ok(items)
}

/// Whoever at the clients of this person has their birthday. It stays within the program: a calendar
/// elsewhere is no place for when somebody was born.
async fn wished_well(ctx: &Ctx, person: PersonId, first: Day, last: Day) -> Result<Vec<Item>> {
    let item = |it: BirthdayThere| Item {
        kind: Kind::Birthday,
        id: it.contact.0,
        text: it.name,
        account_id: Some(it.account),
        account: None,
        day: it.day,
        at: None,
        done: false,
        overdue: false,
        missed: false,
        said_in: None,
        task: None,
        link: format!("/accounts/{}", it.account),
    };
    Ok(birthdays(ctx, person, first, last).await?.into_iter().map(item).collect())
}

/// What the clients are called; a visit is called like its client.
async fn name_clients(ctx: &Ctx, items: &mut [Item]) -> Result<()> {
    let names = account::names(ctx, items.iter().filter_map(|it| it.account_id)).await?;
    for item in items {
        item.account = item.account_id.and_then(|it| names.get(&it).cloned());
        if item.kind == Kind::Visit {
            item.text = item.account.take().unwrap_or_default();
        }
    }
    Ok(())
}
