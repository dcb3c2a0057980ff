//! A period's visits are weighed: for each person, each team and all together.

use std::collections::{BTreeMap, BTreeSet};

use accounts::{AccountId, Tier, account};
use attendance::rules::DayState;
use attendance::work_day;
use frame::web::extract::blank;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId, TeamId, Zone};
use people::{company, person, team};
use sea_orm::{ColumnTrait, DerivePartialModel, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use visits::out_there::{out_there, teams_of};
use visits::rules::calls::Made;
use visits::rules::{
    Call, Client, Rejected, Tally, TierCoverage, Unseen, Visited, coverage, not_seen, tally,
};
use visits::{VisitId, VisitState, visit};

/// A longer period is a question for an export of visits.
const MOST_DAYS: i64 = 366;
const USUAL_DAYS: i64 = 14;

/// Which period, and whose.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Looked {
    /// The last fourteen days unless told.
    #[serde(deserialize_with = "blank")]
    pub from: Option<Day>,
    /// Included; today unless told.
    #[serde(deserialize_with = "blank")]
    pub to: Option<Day>,
    #[serde(deserialize_with = "blank")]
    pub team_id: Option<TeamId>,
    #[serde(deserialize_with = "blank")]
    pub person_id: Option<PersonId>,
}

/// A period.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

/// What came of a period.
pub struct Weighed {
    pub period: Period,
    pub rows: Vec<PersonRow>,
    pub teams: Vec<TeamRow>,
    pub total: Tally,
    pub tiers: Vec<TierCoverage<AccountId, Tier>>,
    pub unseen: Vec<Unseen<AccountId>>,
    /// The names of the accounts that nobody has seen for long.
    pub clients: BTreeMap<AccountId, String>,
    pub unseen_days: i64,
    /// Everybody in reach, for the filter.
    pub people: Vec<person::Model>,
    pub all_teams: Vec<team::Model>,
}

/// A person's period.
pub struct PersonRow {
    pub person: person::Model,
    pub tally: Tally,
    /// Of the accounts that they look after, those that they or others visited in the period.
    pub covered: usize,
    pub accounts: usize,
}

/// A team's period.
pub struct TeamRow {
    pub team: Option<TeamId>,
    pub name: String,
    pub tally: Tally,
}

/// Weighs a period as far as the actor reaches.
pub async fn weigh(ctx: &Ctx, looked: &Looked) -> Result<Weighed> {
    if !ctx.may(Act::View, Area::Reports) || !ctx.may(Act::View, Area::Visits) {
        return Err(Error::Denied);
    }
    let company = company::mine(ctx).await?;
    let today = ctx.now.day(&company.zone);
    let period = period(looked, today)?;
    let mut visits = visits_of(ctx, period, &company.zone).await?;
    let out: BTreeSet<PersonId> = visits.iter().map(|it| it.0.call.owner).collect();
    let all_people = out_there(ctx, Act::View, &out).await?;
    let all_teams = teams_of(ctx, &all_people).await?;
    let people: Vec<person::Model> = all_people
        .iter()
        .filter(|it| looked.team_id.is_none() || it.team_id == looked.team_id)
        .filter(|it| looked.person_id.is_none_or(|person| it.id == person))
        .cloned()
        .collect();
    let ids: BTreeSet<PersonId> = people.iter().map(|it| it.id).collect();
    visits.retain(|(visit, _)| ids.contains(&visit.call.owner));

    let worked = worked(ctx, period, &ids).await?;
    let accounts = accounts_of(ctx, &ids).await?;
    let made = visits.iter().filter(|it| it.0.counted().made.is_some());
    let seen: BTreeSet<AccountId> = made.map(|it| it.1).collect();
    let visits: Vec<Visited> = visits.into_iter().map(|it| it.0).collect();
    let of = |fits: &dyn Fn(PersonId) -> bool| {
        let some: Vec<Visited> = visits.iter().filter(|it| fits(it.call.owner)).cloned().collect();
        tally(&some, &worked.iter().filter(|it| fits(it.0)).copied().collect())
    };
    let row = |person: person::Model| {
        let theirs = || accounts.iter().filter(|it| it.owner == person.id);
        PersonRow {
            tally: of(&|it| it == person.id),
            covered: theirs().filter(|it| seen.contains(&it.client.account)).count(),
            accounts: theirs().count(),
            person,
        }
    };
    let rows: Vec<PersonRow> = people.into_iter().map(row).collect();
    let team_of: BTreeMap<PersonId, Option<TeamId>> =
        rows.iter().map(|it| (it.person.id, it.person.team_id)).collect();
    let teams: BTreeSet<Option<TeamId>> = team_of.values().copied().collect();
    let team_row = |team: Option<TeamId>| TeamRow {
        team,
        name: all_teams
            .iter()
            .find(|it| Some(it.id) == team)
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        tally: of(&|it| team_of.get(&it) == Some(&team)),
    };
    let mut teams: Vec<TeamRow> = teams.into_iter().map(team_row).collect();
    teams.sort_by(|one, other| one.name.cmp(&other.name));

    let clients: Vec<Client<AccountId, Tier>> = accounts.iter().map(|it| it.client).collect();
    let unseen_days = company.settings().unvisited_days;
    Ok(Weighed {
        period,
        total: of(&|_| true),
        tiers: coverage(&clients, &seen),
        unseen: not_seen(&clients, today, unseen_days),
        clients: accounts.into_iter().map(|it| (it.client.account, it.name)).collect(),
        unseen_days,
        rows,
        teams,
        people: all_people,
        all_teams,
    })
}

fn period(looked: &Looked, today: Day) -> Result<Period> {
    let to = looked.to.unwrap_or(today);
    let from = looked.from.unwrap_or(to.plus(1 - USUAL_DAYS).max(Day::FIRST));
    let days = to.days_since(from) + 1;
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Error::Malformed(format!("from and to span 1 to {MOST_DAYS} days")));
    }
    Ok(Period { from, to })
}

/// What of a visit is weighed.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "visit::Entity")]
struct Row {
    id: VisitId,
    owner_id: PersonId,
    account_id: AccountId,
    day: Day,
    planned: bool,
    sequence: i32,
    state: VisitState,
    arrived_at: Option<Instant>,
    outcome: Option<String>,
    effective: Option<bool>,
    rejected: Option<Rejected>,
}

impl Row {
    fn visited(self, zone: &Zone) -> (Visited, AccountId) {
        let call = Call {
            visit: self.id,
            owner: self.owner_id,
            day: self.day,
            planned: self.planned,
            sequence: self.sequence,
            made: self.arrived_at.map(|at| Made { at, on: at.day(zone) }),
        };
        let visited = Visited {
            call,
            state: self.state,
            rejected: self.rejected,
            outcome: self.outcome,
            effective: self.effective.unwrap_or(false),
        };
        (visited, self.account_id)
    }
}

async fn visits_of(ctx: &Ctx, period: Period, zone: &Zone) -> Result<Vec<(Visited, AccountId)>> {
    let visits = ctx
        .find::<visit::Entity>()
        .filter(visit::Column::Day.gte(period.from))
        .filter(visit::Column::Day.lte(period.to))
        .into_partial_model::<Row>();
    Ok(visits.all(ctx).await?.into_iter().map(|it| it.visited(zone)).collect())
}

/// The days on which these people, who are in reach, worked.
async fn worked(
    ctx: &Ctx,
    period: Period,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeSet<(PersonId, Day)>> {
    let days: Vec<(PersonId, Day)> = ctx
        .whole_company::<work_day::Entity>()
        .select_only()
        .columns([work_day::Column::OwnerId, work_day::Column::Day])
        .filter(work_day::Column::Day.gte(period.from))
        .filter(work_day::Column::Day.lte(period.to))
        .filter(work_day::Column::State.ne(DayState::None))
        .filter(work_day::Column::OwnerId.is_in(people.iter().copied()))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(days.into_iter().collect())
}

struct Kept {
    owner: PersonId,
    name: String,
    client: Client<AccountId, Tier>,
}

/// An account, its name, whose it is, its tier, and when somebody was there last.
type Named = (AccountId, String, PersonId, Option<Tier>, Option<Day>);

/// The accounts that these people look after, as far as the reader may see accounts.
async fn accounts_of(ctx: &Ctx, people: &BTreeSet<PersonId>) -> Result<Vec<Kept>> {
    let rows: Vec<Named> = account::shown(ctx)
        .select_only()
        .columns([
            account::Column::Id,
            account::Column::Name,
            account::Column::OwnerId,
            account::Column::Tier,
            account::Column::LastVisitOn,
        ])
        .filter(account::Column::OwnerId.is_in(people.iter().copied()))
        .into_tuple()
        .all(ctx)
        .await?;
    let kept = |(account, name, owner, tier, last_visit_on)| Kept {
        owner,
        name,
        client: Client { account, tier, last_visit_on },
    };
    Ok(rows.into_iter().map(kept).collect())
}
