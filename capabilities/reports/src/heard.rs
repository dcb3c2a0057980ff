//! What the team's phones said today, gathered in a handful of questions.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use accounts::{AccountId, account};
use attendance::rules::shift::late_minutes;
use attendance::rules::{DayState, Roster, Shift};
use attendance::{shift, work_day};
use evidence::fact::{self, FactKind};
use frame::{Ctx, Result};
use kernel::access::Act;
use kernel::evidence::{PlaceWord, ReviewState, TimeGrade};
use kernel::{Day, Instant, PersonId, TeamId, Zone};
use people::{company, person, team};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use visits::out_there::{out_there, teams_of};
use visits::{VisitState, visit};

use crate::rules::{BoardState, Heard, board_state};

/// The people in reach, and how each stands.
pub struct Team {
    pub people: Vec<Standing>,
    pub teams: Vec<team::Model>,
    pub silent_minutes: i64,
}

/// How somebody stands, and by what that is known.
pub struct Standing {
    pub person: PersonId,
    pub name: String,
    pub team: Option<TeamId>,
    pub state: BoardState,
    pub last: Option<LastFact>,
    /// Minutes by which their day began late, or by which it should have begun.
    pub late_minutes: i64,
    pub planned: usize,
    /// Visits made today, of the plan and besides.
    pub done: usize,
    pub unplanned: usize,
    /// Their facts that wait for a reviewer.
    pub flagged: usize,
}

/// The last thing that somebody's phone said today.
#[derive(Clone)]
pub struct LastFact {
    pub kind: FactKind,
    pub at: Instant,
    pub client: Option<String>,
    pub place: Option<PlaceWord>,
    pub distance_m: Option<f64>,
    pub time: TimeGrade,
}

/// The team of this moment; one team of it, or all that are in reach.
pub async fn heard(ctx: &Ctx, only: Option<TeamId>) -> Result<Team> {
    let company = company::mine(ctx).await?;
    let today = ctx.now.day(&company.zone);
    let visits = visits_of(ctx, today).await?;
    let out: BTreeSet<PersonId> = visits.iter().map(|it| it.owner_id).collect();
    let people = out_there(ctx, Act::View, &out).await?;
    let teams = teams_of(ctx, &people).await?;
    let people: Vec<person::Model> =
        people.into_iter().filter(|it| only.is_none() || it.team_id == only).collect();
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();

    let last = last_facts(ctx, &ids, today.start(&company.zone)).await?;
    let days = days_of(ctx, &ids, today).await?;
    let flagged = flagged(ctx, &ids).await?;
    let rosters = rosters(ctx, &people).await?;
    let silent_minutes = company.settings().silent_minutes;
    let stand = |person: person::Model| {
        let mine = || visits.iter().filter(|it| it.owner_id == person.id);
        let made = || mine().filter(|it| it.made_at().is_some());
        let day = days.get(&person.id);
        let zone = person.zone.as_ref().unwrap_or(&company.zone);
        let shift = rosters.get(&person.team_id).and_then(|it| it.due_on(today));
        let overdue =
            shift.map_or(0, |it| overdue_minutes(it, today, zone, &company.zone, ctx.now));
        let last = last.get(&person.id).cloned();
        let heard = Heard {
            is_open: day.is_some_and(|it| it.state == DayState::Open),
            is_closed: day.is_some_and(|it| it.state == DayState::Closed),
            is_visiting: made().any(|it| it.state == VisitState::Open),
            visits_made: made().count(),
            is_due: shift.is_some(),
            overdue_minutes: overdue,
            last_at: last.as_ref().map(|it| it.at),
        };
        let state = board_state(&heard, ctx.now, silent_minutes);
        let late = day.map_or(0, |it| it.late_minutes);
        Standing {
            person: person.id,
            name: person.name.clone(),
            team: person.team_id,
            state,
            last,
            late_minutes: if state == BoardState::Late { overdue } else { late },
            planned: mine().filter(|it| it.planned && it.day == today).count(),
            done: made().filter(|it| it.planned).count(),
            unplanned: made().filter(|it| !it.planned).count(),
            flagged: flagged.get(&person.id).copied().unwrap_or_default(),
        }
    };
    Ok(Team { people: people.into_iter().map(stand).collect(), teams, silent_minutes })
}

/// Today's visits in reach, and those that are still open.
async fn visits_of(ctx: &Ctx, today: Day) -> Result<Vec<visit::Model>> {
    let around = Condition::any()
        .add(visit::Column::Day.eq(today))
        .add(visit::Column::State.eq(VisitState::Open));
    Ok(ctx.find::<visit::Entity>().filter(around).all(ctx).await?)
}

/// What of a fact a board shows.
type Said = (PersonId, FactKind, Instant, Option<Uuid>, Option<PlaceWord>, Option<f64>, TimeGrade);

/// The last fact of each of these people, who are in reach.
async fn last_facts(
    ctx: &Ctx,
    people: &[PersonId],
    since: Instant,
) -> Result<BTreeMap<PersonId, LastFact>> {
    let said: Vec<Said> = ctx
        .whole_company::<fact::Entity>()
        .select_only()
        .columns([
            fact::Column::OwnerId,
            fact::Column::Kind,
            fact::Column::RecordedAt,
            fact::Column::AccountId,
            fact::Column::PlaceVerdict,
            fact::Column::DistanceM,
            fact::Column::TimeGrade,
        ])
        .filter(fact::Column::OwnerId.is_in(people.iter().copied()))
        .filter(fact::Column::RecordedAt.gte(since))
        .order_by_asc(fact::Column::RecordedAt)
        .into_tuple()
        .all(ctx)
        .await?;
    let last: BTreeMap<PersonId, Said> = said.into_iter().map(|it| (it.0, it)).collect();
    let clients = last.values().filter_map(|it| it.3.map(AccountId));
    let clients = account::names(ctx, clients).await?;
    let fact = |(_, kind, at, client, place, distance_m, time): Said| LastFact {
        kind,
        at,
        client: client.and_then(|it| clients.get(&AccountId(it)).cloned()),
        place,
        distance_m,
        time,
    };
    Ok(last.into_iter().map(|(person, it)| (person, fact(it))).collect())
}

/// The day that counts: today's, or yesterday's while a night shift goes on.
async fn days_of(
    ctx: &Ctx,
    people: &[PersonId],
    today: Day,
) -> Result<BTreeMap<PersonId, work_day::Model>> {
    let counts = Condition::any()
        .add(work_day::Column::Day.eq(today))
        .add(work_day::Column::State.eq(DayState::Open));
    let days = ctx
        .whole_company::<work_day::Entity>()
        .filter(work_day::Column::OwnerId.is_in(people.iter().copied()))
        .filter(work_day::Column::Day.gte(today.plus(-1)))
        .filter(work_day::Column::Day.lte(today))
        .filter(counts)
        .order_by_asc(work_day::Column::Day)
        .all(ctx)
        .await?;
    Ok(days.into_iter().map(|it| (it.owner_id, it)).collect())
}

async fn flagged(ctx: &Ctx, people: &[PersonId]) -> Result<BTreeMap<PersonId, usize>> {
    let owners: Vec<PersonId> = ctx
        .whole_company::<fact::Entity>()
        .select_only()
        .column(fact::Column::OwnerId)
        .filter(fact::Column::Review.is_in([ReviewState::Pending, ReviewState::Asked]))
        .filter(fact::Column::OwnerId.is_in(people.iter().copied()))
        .into_tuple()
        .all(ctx)
        .await?;
    let mut flagged = BTreeMap::new();
    for owner in owners {
        *flagged.entry(owner).or_insert(0) += 1;
    }
    Ok(flagged)
}

/// The shifts of each team among these people.
async fn rosters(ctx: &Ctx, people: &[person::Model]) -> Result<BTreeMap<Option<TeamId>, Roster>> {
    let mut rosters = BTreeMap::new();
    for person in people {
        if let Entry::Vacant(unknown) = rosters.entry(person.team_id) {
            unknown.insert(shift::roster_of(ctx, person.team_id).await?.0);
        }
    }
    Ok(rosters)
}

/// For how long a day that has not begun should have begun; nothing once the shift is over.
fn overdue_minutes(shift: &Shift, today: Day, here: &Zone, company: &Zone, now: Instant) -> i64 {
    let hours = shift.hours(today, shift.zone(here, company));
    if hours.ends_at <= now {
        return 0;
    }
    late_minutes(now, hours.starts_at, shift.grace_in_minutes)
}
