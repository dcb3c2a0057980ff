//! Somebody chooses which clients go, to whom, and by what; nothing moves yet.

use std::collections::{BTreeSet, HashMap, HashSet};

use accounts::{AccountId, account, bank_change, duplicate};
use frame::{Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use people::company;
use pipeline::{OpportunityKind, opportunity};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use tasks::task;
use visits::{VisitState, visit};

use crate::book_move::{self, BookMoveId, Model, MoveState, Plan, permit};
use crate::book_move_row::{self, RowState};
use crate::load::{AT_ONCE, brought, cities, keepers, takers};
use crate::rules::sharing_out::{Client, Given, Reason, share_out};
use crate::rules::{HandoverRefused, LONGEST_TEXT, MOST_ACCOUNTS, MOST_GRACE_DAYS};

/// What stands in the way of a client, or should be known of it.
pub const VISIT_TODAY: &str = "visit-today";
pub const BANK_CHANGE: &str = "bank-change";
pub const TWIN: &str = "twin";

/// Plans a move: every client that fits, with whom it goes to and why. It is carried out by
/// `run_move`, and only where nothing has changed since.
pub async fn plan_move(tx: &Tx, mut plan: Plan) -> Result<Model> {
    permit(tx)?;
    let person = tx.actor.somebody().ok_or(Error::Denied)?;
    if let Some(from) = plan.from_id {
        tx.permit(Act::Edit, Area::Accounts, from).await?;
    }

    checked(tx, &mut plan).await?;
    let clients = chosen(tx, &plan).await?;
    if clients.is_empty() {
        return Err(Error::refused(HandoverRefused::NothingChosen));
    }
    if MOST_ACCOUNTS < clients.len() {
        return Err(Error::refused(HandoverRefused::TooMany));
    }
    let rows = shared_out(tx, &plan, &clients).await?;

    let id: BookMoveId = tx.id();
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let planned = tx
        .add::<Model, book_move::ActiveModel>(Model {
            company_id: tx.actor.company,
            id,
            person_id: person,
            from_id: plan.from_id,
            plan: serde_json::to_string(&plan)?,
            state: MoveState::Planned,
            accounts: count,
            done: 0,
            moved: 0,
            left_behind: 0,
            created_at: tx.now,
            started_at: None,
            finished_at: None,
            undone_at: None,
        })
        .await?;
    let rows = rows.into_iter().map(|it| book_move_row::Model { move_id: id, ..it }.into());
    tx.insert_all::<book_move_row::ActiveModel>(rows.collect()).await?;
    tx.record(about(&planned, "handover.move_planned").with("accounts", count));
    Ok(planned)
}

/// An event of a move.
pub fn about(it: &Model, name: &'static str) -> Event {
    Event::of(name, "book_move", it.id).owner(it.person_id).about(it.id)
}

async fn checked(tx: &Ctx, plan: &mut Plan) -> Result<()> {
    let line = |text: &Option<String>| text.as_deref().and_then(text::line);
    plan.tier = line(&plan.tier);
    plan.industry = line(&plan.industry);
    plan.city = line(&plan.city);
    plan.note = plan.note.as_deref().and_then(text::paragraphs);
    if plan.note.as_ref().is_some_and(|it| LONGEST_TEXT < it.chars().count()) {
        return Err(Error::refused(HandoverRefused::TooLong { field: "note" }));
    }
    if plan.cap.is_some_and(|it| it < 1) {
        return Err(Error::refused(HandoverRefused::NoCap));
    }
    if plan.grace_days.is_some_and(|it| !(0..=MOST_GRACE_DAYS).contains(&it)) {
        return Err(Error::refused(HandoverRefused::NoGrace));
    }
    let mut seen = BTreeSet::new();
    plan.takers.retain(|it| Some(*it) != plan.from_id && seen.insert(*it));
    if plan.takers.is_empty() && plan.named.is_empty() {
        return Err(Error::refused(HandoverRefused::NobodyTakes));
    }
    known_takers(tx, plan.takers.iter().chain(plan.named.values()).copied()).await
}

/// Those who take are people whom the actor reaches and who keep clients.
pub async fn known_takers(ctx: &Ctx, people: impl IntoIterator<Item = PersonId>) -> Result<()> {
    let known: HashSet<PersonId> = keepers(ctx).await?.into_iter().map(|it| it.id).collect();
    if people.into_iter().all(|it| known.contains(&it)) {
        Ok(())
    } else {
        Err(Error::refused(HandoverRefused::UnknownTaker))
    }
}

/// The clients that go: in the actor's reach, and as the plan narrows them.
async fn chosen(ctx: &Ctx, plan: &Plan) -> Result<Vec<account::Model>> {
    use account::Column;
    let nothing = plan.from_id.is_none()
        && plan.tier.is_none()
        && plan.industry.is_none()
        && plan.city.is_none()
        && plan.account_ids.is_empty();
    if nothing {
        return Ok(Vec::new());
    }
    let mut found = ctx.find_to::<account::Entity>(Act::Edit).filter(Column::HiddenAt.is_null());
    if let Some(from) = plan.from_id {
        found = found.filter(Column::OwnerId.eq(from));
    } else {
        // What somebody gets already need not go to them.
        let takers = Column::OwnerId.is_not_in(plan.takers.iter().copied());
        found = found.filter(takers.or(Column::OwnerId.is_null()));
    }
    if let Some(tier) = &plan.tier {
        found = found.filter(Column::Tier.eq(tier.as_str()));
    }
    if let Some(industry) = &plan.industry {
        found = found.filter(Column::Industry.eq(industry.as_str()));
    }
    if !plan.account_ids.is_empty() {
        found = found.filter(Column::Id.is_in(plan.account_ids.iter().copied()));
    }
    let most = u64::try_from(MOST_ACCOUNTS).unwrap_or(u64::MAX);
    let found = found.order_by_asc(Column::NameKey).order_by_asc(Column::Id).limit(most + 1);
    let mut found = found.all(ctx).await?;
    if let Some(city) = &plan.city {
        let ids: Vec<AccountId> = found.iter().map(|it| it.id).collect();
        let cities = cities(ctx, &ids).await?;
        let key = text::key(city);
        found.retain(|it| cities.get(&it.id).is_some_and(|it| text::key(it) == key));
    }
    Ok(found)
}

/// Every client as a row of the plan.
async fn shared_out(
    ctx: &Ctx,
    plan: &Plan,
    clients: &[account::Model],
) -> Result<Vec<book_move_row::Model>> {
    let ids: Vec<AccountId> = clients.iter().map(|it| it.id).collect();
    let today = ctx.now.day(&ctx.actor.zone);
    let cities = cities(ctx, &ids).await?;
    let brought = brought(ctx, &ids, today).await?;
    let currency = company::mine(ctx).await?.currency;
    let worth = |id: AccountId| -> i64 {
        brought.get(&id).and_then(|it| it.get(&currency)).map_or(0, |it| it.0)
    };

    let by_rule: Vec<&account::Model> =
        clients.iter().filter(|it| !plan.named.contains_key(&it.id)).collect();
    let described: Vec<Client> = by_rule
        .iter()
        .map(|it| Client {
            worth: worth(it.id),
            city: cities.get(&it.id).cloned(),
            industry: it.industry.clone(),
        })
        .collect();
    let given = if plan.takers.is_empty() {
        vec![Given { to: None, reason: Reason::Kept }; described.len()]
    } else {
        share_out(plan.way, &described, &takers(ctx, &plan.takers).await?, plan.cap)
    };
    let mut given: HashMap<AccountId, Given> = by_rule.iter().map(|it| it.id).zip(given).collect();

    let goes = going(ctx, clients, today).await?;
    let mut rows = Vec::with_capacity(clients.len());
    for (position, client) in (1..).zip(clients) {
        let given = match plan.named.get(&client.id) {
            Some(to) => Given { to: Some(*to), reason: Reason::Named },
            None => given.remove(&client.id).unwrap_or(Given { to: None, reason: Reason::Kept }),
        };
        let going = goes.get(&client.id).cloned().unwrap_or_default();
        rows.push(book_move_row::Model {
            company_id: ctx.actor.company,
            move_id: BookMoveId(uuid::Uuid::nil()),
            account_id: client.id,
            position,
            from_id: client.owner_id,
            state: if given.to.is_some() && given.to != client.owner_id {
                RowState::Planned
            } else {
                RowState::Stays
            },
            to_id: given.to,
            reason: serde_json::to_string(&given.reason)?,
            conflicts: going.conflicts.join(","),
            deals: going.deals,
            tasks: going.tasks,
            visits: going.visits,
            worth: worth(client.id),
            seen_at: client.updated_at,
            taken: "{}".to_owned(),
            refused: None,
        });
    }
    Ok(rows)
}

/// What goes with a client, and what stands in its way.
#[derive(Clone, Debug, Default)]
struct Going {
    deals: i32,
    tasks: i32,
    visits: i32,
    conflicts: Vec<&'static str>,
}

async fn going(
    ctx: &Ctx,
    clients: &[account::Model],
    today: Day,
) -> Result<HashMap<AccountId, Going>> {
    let owner: HashMap<AccountId, Option<PersonId>> =
        clients.iter().map(|it| (it.id, it.owner_id)).collect();
    let is_theirs = |account: Option<AccountId>, person: PersonId| {
        account.filter(|it| owner.get(it).copied().flatten() == Some(person))
    };
    let mut all: HashMap<AccountId, Going> = HashMap::new();
    let ids: Vec<AccountId> = clients.iter().map(|it| it.id).collect();
    for some in ids.chunks(AT_ONCE) {
        let ids = || some.iter().copied();
        let deals: Vec<(Option<AccountId>, PersonId)> = ctx
            .whole_company::<opportunity::Entity>()
            .select_only()
            .columns([opportunity::Column::AccountId, opportunity::Column::OwnerId])
            .filter(opportunity::Column::HiddenAt.is_null())
            .filter(opportunity::Column::Kind.eq(OpportunityKind::Open))
            .filter(opportunity::Column::AccountId.is_in(ids()))
            .into_tuple()
            .all(ctx)
            .await?;
        for account in deals.into_iter().filter_map(|it| is_theirs(it.0, it.1)) {
            all.entry(account).or_default().deals += 1;
        }
        let tasks: Vec<(Option<AccountId>, PersonId)> = ctx
            .whole_company::<task::Entity>()
            .select_only()
            .columns([task::Column::AccountId, task::Column::OwnerId])
            .filter(task::Column::HiddenAt.is_null())
            .filter(task::Column::DoneAt.is_null())
            .filter(task::Column::AccountId.is_in(ids()))
            .into_tuple()
            .all(ctx)
            .await?;
        for account in tasks.into_iter().filter_map(|it| is_theirs(it.0, it.1)) {
            all.entry(account).or_default().tasks += 1;
        }
        let plans = ctx
            .whole_company::<visit::Entity>()
            .filter(visit::Column::AccountId.is_in(ids()))
            .filter(visit::Column::State.is_in([VisitState::Planned, VisitState::Open]))
            .filter(visit::Column::Day.gte(today));
        for plan in plans.all(ctx).await? {
            let Some(account) = is_theirs(Some(plan.account_id), plan.owner_id) else { continue };
            let going = all.entry(account).or_default();
            if plan.day == today {
                known(going, VISIT_TODAY);
            } else {
                going.visits += 1;
            }
        }
        let bank = ctx
            .whole_company::<bank_change::Entity>()
            .filter(bank_change::Column::AccountId.is_in(ids()))
            .filter(bank_change::Column::State.eq(bank_change::BankChangeState::Waiting));
        for change in bank.all(ctx).await? {
            known(all.entry(change.account_id).or_default(), BANK_CHANGE);
        }
        let open = duplicate::Column::State.eq(duplicate::DuplicateState::Open);
        let first = duplicate::Column::FirstId.is_in(ids());
        let pairs = ctx
            .whole_company::<duplicate::Entity>()
            .filter(open)
            .filter(first.or(duplicate::Column::SecondId.is_in(ids())));
        for pair in pairs.all(ctx).await? {
            for account in [pair.first_id, pair.second_id] {
                if owner.contains_key(&account) {
                    known(all.entry(account).or_default(), TWIN);
                }
            }
        }
    }
    Ok(all)
}

fn known(going: &mut Going, conflict: &'static str) {
    if !going.conflicts.contains(&conflict) {
        going.conflicts.push(conflict);
    }
}
