//! What a calendar gets of somebody's agenda: what they may see now, and what was taken away lately.

use accounts::{AccountId, account};
use frame::{Ctx, Result, stream};
use kernel::{Day, Instant, Lang};
use pipeline::{OpportunityKind, opportunity};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use tasks::task;
use visits::rules::VisitState;
use visits::visit;

use crate::calendar_feed::Model;
use crate::gather::planned_at;
use crate::rules::ics::{Calendar, Event, When};
use crate::words::Words;

/// A calendar looks back and ahead so far.
const DAYS_BACK: i64 = 30;
const DAYS_AHEAD: i64 = 370;
/// For so long it is said of something that it was taken away.
const DAYS_CANCELLED: i64 = 30;
/// As many of one kind as a calendar reads at once.
const MOST: u64 = 1_000;
/// How long a task at a time takes in a calendar, and a visit.
const TASK_MINUTES: i64 = 30;
const VISIT_MINUTES: i64 = 60;

/// The calendar of whoever acts, as far as their address wants it.
pub async fn calendar(ctx: &Ctx, feed: &Model, lang: Lang) -> Result<Calendar> {
    let w = Words::of(lang);
    let today = ctx.now.day(&ctx.actor.zone);
    let span = Span { first: today.plus(-DAYS_BACK), last: today.plus(DAYS_AHEAD) };
    let mut events = Vec::new();
    if feed.tasks {
        events.extend(tasks(ctx, span, w).await?);
    }
    if feed.visits {
        events.extend(planned(ctx, span, w).await?);
        events.extend(removed(ctx, w).await?);
    }
    if feed.deals {
        events.extend(deals(ctx, span, w).await?);
    }
    events.sort_by(|a, b| a.uid.cmp(&b.uid));
    Ok(Calendar { name: w.calendar_name(&ctx.actor.name), events })
}

#[derive(Clone, Copy)]
struct Span {
    first: Day,
    last: Day,
}

fn uid(kind: &str, id: uuid::Uuid) -> String {
    format!("{kind}-{id}@jembatan")
}

async fn tasks(ctx: &Ctx, span: Span, w: Words) -> Result<Vec<Event>> {
    use task::Column;
    let lately = ctx.now.plus_days(-DAYS_CANCELLED);
    let there = Condition::any().add(Column::HiddenAt.is_null()).add(Column::HiddenAt.gte(lately));
    let tasks = ctx
        .find::<task::Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::DueOn.between(span.first, span.last))
        .filter(there)
        .order_by_desc(Column::DueOn)
        .limit(MOST)
        .all(ctx)
        .await?;
    let names = seen_names(ctx, tasks.iter().filter_map(|it| it.account_id)).await?;
    let event = |it: task::Model| {
        let when = match it.due_at {
            Some(begins) => When::At { begins, minutes: TASK_MINUTES },
            None => When::AllDay(it.due_on?),
        };
        let client = it.account_id.and_then(|id| names.get(&id));
        let text = match client {
            Some(client) => format!("{} · {client}", it.text),
            None => it.text,
        };
        Some(Event {
            uid: uid("task", it.id.0),
            when,
            summary: if it.done_at.is_some() { w.calendar_done(&text) } else { text },
            description: String::new(),
            location: String::new(),
            url: format!("{}/tasks/{}/edit", ctx.app.origin, it.id),
            category: w.kind_task(),
            created: it.created_at,
            changed: it.updated_at,
            cancelled: it.hidden_at.is_some(),
            free: it.due_at.is_none(),
        })
    };
    Ok(tasks.into_iter().filter_map(event).collect())
}

async fn planned(ctx: &Ctx, span: Span, w: Words) -> Result<Vec<Event>> {
    use visit::Column;
    let visits = ctx
        .find::<visit::Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::Planned.eq(true))
        .filter(Column::Day.between(span.first, span.last))
        .order_by_desc(Column::Day)
        .limit(MOST)
        .all(ctx)
        .await?;
    let names = account::names(ctx, visits.iter().map(|it| it.account_id)).await?;
    let event = |it: visit::Model| {
        let client = names.get(&it.account_id).cloned().unwrap_or_default();
        let begins = planned_at(&it, &ctx.actor.zone);
        let done = it.state == VisitState::Done;
        let text = w.calendar_visit(&client);
        Event {
            uid: uid("visit", it.id.0),
            when: match begins {
                Some(begins) => When::At { begins, minutes: VISIT_MINUTES },
                None => When::AllDay(it.day),
            },
            summary: if done { w.calendar_done(&text) } else { text },
            description: String::new(),
            location: client,
            url: format!("{}{}", ctx.app.origin, it.path()),
            category: w.kind_visit(),
            created: it.created_at,
            changed: it.updated_at,
            cancelled: it.state == VisitState::Skipped,
            free: begins.is_none(),
        }
    };
    Ok(visits.into_iter().map(event).collect())
}

/// Visits that were taken out of the plan: nothing is left of them but what the stream says.
async fn removed(ctx: &Ctx, w: Words) -> Result<Vec<Event>> {
    let since = ctx.now.plus_days(-DAYS_CANCELLED);
    let gone = stream::of_owner(ctx, ctx.actor.person, "visits.plan_removed", since).await?;
    let ids: Vec<uuid::Uuid> = gone.iter().map(|it| it.subject_id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let back = ctx.whole_company::<visit::Entity>().filter(visit::Column::Id.is_in(ids));
    let back: Vec<uuid::Uuid> = back.all(ctx).await?.into_iter().map(|it| it.id.0).collect();
    let mut events: HashMap<uuid::Uuid, Event> = HashMap::new();
    for event in gone.into_iter().filter(|it| !back.contains(&it.subject_id)) {
        let day = event.says()["day"].as_str().and_then(|it| it.parse().ok());
        let Some(day) = day else { continue };
        let cancelled = taken_away(ctx, event.subject_id, day, event.at, w);
        events.insert(event.subject_id, cancelled);
    }
    Ok(events.into_values().collect())
}

fn taken_away(ctx: &Ctx, id: uuid::Uuid, day: Day, at: Instant, w: Words) -> Event {
    Event {
        uid: uid("visit", id),
        when: When::AllDay(day),
        summary: w.kind_visit().to_owned(),
        description: String::new(),
        location: String::new(),
        url: format!("{}/agenda", ctx.app.origin),
        category: w.kind_visit(),
        created: Instant(0),
        changed: at,
        cancelled: true,
        free: true,
    }
}

async fn deals(ctx: &Ctx, span: Span, w: Words) -> Result<Vec<Event>> {
    use opportunity::Column;
    let within = Condition::any()
        .add(Column::ExpectedCloseOn.between(span.first, span.last))
        .add(Column::NextStepOn.between(span.first, span.last));
    let lately = ctx.now.plus_days(-DAYS_CANCELLED);
    let there = Condition::any().add(Column::HiddenAt.is_null()).add(Column::HiddenAt.gte(lately));
    let deals = ctx
        .find::<opportunity::Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .filter(within)
        .filter(there)
        .order_by_desc(Column::UpdatedAt)
        .limit(MOST)
        .all(ctx)
        .await?;
    let mut events = Vec::new();
    for deal in deals {
        let event = |kind: &str, day: Day, summary: String, category: &'static str| Event {
            uid: uid(kind, deal.id.0),
            when: When::AllDay(day),
            summary,
            description: String::new(),
            location: String::new(),
            url: format!("{}/opportunities/{}", ctx.app.origin, deal.id),
            category,
            created: deal.created_at,
            changed: deal.updated_at,
            cancelled: deal.hidden_at.is_some(),
            free: true,
        };
        if let Some(day) = deal.expected_close_on {
            events.push(event("close", day, w.calendar_close(&deal.name), w.kind_close()));
        }
        if let (Some(day), Some(step)) = (deal.next_step_on, &deal.next_step) {
            let said = format!("{step} · {}", deal.name);
            events.push(event("step", day, said, w.kind_next_step()));
        }
    }
    Ok(events)
}

/// What the clients of tasks are called, those that may be seen now: a task outlives the view of
/// its client.
async fn seen_names(
    ctx: &Ctx,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let ids: Vec<AccountId> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let seen = account::shown(ctx).filter(account::Column::Id.is_in(ids));
    Ok(seen.all(ctx).await?.into_iter().map(|it| (it.id, it.name)).collect())
}
