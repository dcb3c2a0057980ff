//! Days are judged from facts, and judged again when a fact comes late or is reviewed.

use evidence::FactKind;
use evidence::fact;
use frame::{Ctx, Result, Tx};
use kernel::evidence::ReviewState;
use kernel::{Day, FactId, Instant, PersonId, Zone};
use people::company;
use people::person::post_of;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, DerivePartialModel, QueryFilter};

use crate::rules::{
    DayFact, DayFactKind, DayPolicy, DayState, NextPunch, Roster, Standing, WorkDay, current_day,
    facts_around, judge_day, next_punch,
};
use crate::shift;
use crate::work_day;

/// What a working day is judged by.
const KINDS: &[FactKind] =
    &[FactKind::ClockIn, FactKind::ClockOut, FactKind::VisitCheckIn, FactKind::VisitCheckOut];

/// Somebody's days, and what they are judged by.
struct Bench {
    person: PersonId,
    zone: Zone,
    roster: Roster,
    shifts: Vec<shift::Model>,
    policy: DayPolicy,
}

/// The day that counts now for somebody, and what their one big button does.
pub struct Current {
    pub day: WorkDay,
    pub next: NextPunch,
    /// The shift that is due on it.
    pub shift: Option<shift::Model>,
}

/// Judges the days around a moment anew, and stores those that came out otherwise.
pub async fn judge_days(tx: &Tx, person: PersonId, around: Instant) -> Result<()> {
    let bench = bench(tx, person).await?;
    let middle = around.day(&bench.zone);
    let facts = facts(tx, &bench, middle).await?;
    let days = [middle.plus(-1), middle, middle.plus(1)];
    let stored = tx
        .whole_company::<work_day::Entity>()
        .filter(work_day::Column::OwnerId.eq(person))
        .filter(work_day::Column::Day.is_in(days))
        .all(&**tx)
        .await?;
    for day in days {
        let judged = judge_day(day, &bench.roster, &facts, tx.now, &bench.policy);
        let stored = stored.iter().find(|it| it.day == day);
        store(tx, &bench, &judged, stored).await?;
    }
    Ok(())
}

/// The day that counts now for this person.
pub async fn current(ctx: &Ctx, person: PersonId) -> Result<Current> {
    let bench = bench(ctx, person).await?;
    let facts = facts(ctx, &bench, ctx.now.day(&bench.zone)).await?;
    let day = current_day(&bench.zone, &bench.roster, &facts, ctx.now, &bench.policy);
    let next = next_punch(&day, ctx.now);
    let shift = shift::on(&bench.shifts, day.day).cloned();
    Ok(Current { day, next, shift })
}

async fn bench(ctx: &Ctx, person: PersonId) -> Result<Bench> {
    let post = post_of(ctx, person).await?;
    let (roster, shifts) = shift::roster_of(ctx, post.team).await?;
    let company = company::known(ctx).await?;
    let mut policy = DayPolicy::new(company.zone.clone());
    policy.check_in_opens_day = company.settings.check_in_opens_day;
    policy.close_tolerance_minutes = company.settings.close_tolerance_minutes;
    policy.standard_minutes = company.settings.standard_minutes;
    Ok(Bench { person, zone: post.zone.clone(), roster, shifts, policy })
}

async fn facts(ctx: &Ctx, bench: &Bench, day: Day) -> Result<Vec<DayFact>> {
    let (from, to) = facts_around(day, &bench.policy);
    let facts = fact::between(ctx, bench.person, from, to, KINDS);
    let facts = facts.into_partial_model::<Punch>().all(ctx).await?;
    Ok(facts.iter().filter_map(day_fact).collect())
}

/// As much of a fact as a day is judged by.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "fact::Entity")]
struct Punch {
    id: FactId,
    kind: FactKind,
    recorded_at: Instant,
    zone: Zone,
    review: ReviewState,
}

fn day_fact(fact: &Punch) -> Option<DayFact> {
    let kind = match fact.kind {
        FactKind::ClockIn => DayFactKind::ClockIn,
        FactKind::ClockOut => DayFactKind::ClockOut,
        FactKind::VisitCheckIn => DayFactKind::VisitCheckIn,
        FactKind::VisitCheckOut => DayFactKind::VisitCheckOut,
        _ => return None,
    };
    Some(DayFact {
        id: fact.id,
        kind,
        at: fact.recorded_at,
        zone: fact.zone.clone(),
        standing: Standing::of(fact.review),
    })
}

/// Only what differs is written, so that judging again changes nothing.
async fn store(
    tx: &Tx,
    bench: &Bench,
    day: &WorkDay,
    stored: Option<&work_day::Model>,
) -> Result<()> {
    let judgment = serde_json::to_string(day)?;
    if day.state == DayState::None && day.facts.is_empty() {
        if stored.is_some() {
            let this = Condition::all()
                .add(work_day::Column::OwnerId.eq(bench.person))
                .add(work_day::Column::Day.eq(day.day));
            tx.delete_where::<work_day::Entity, _>(work_day::Column::CompanyId, this).await?;
        }
        return Ok(());
    }
    if stored.is_some_and(|it| it.judgment == judgment) {
        return Ok(());
    }
    let marks: Vec<&str> = day.marks.iter().map(|it| it.word()).collect();
    let row = work_day::ActiveModel {
        company_id: Set(tx.actor.company),
        owner_id: Set(bench.person),
        day: Set(day.day),
        shift_id: Set(shift::on(&bench.shifts, day.day).map(|it| it.id)),
        state: Set(day.state),
        opened_at: Set(day.opened_at),
        closed_at: Set(day.closed_at),
        worked_minutes: Set(day.worked_minutes),
        late_minutes: Set(day.late_minutes),
        left_early_minutes: Set(day.left_early_minutes),
        marks: Set(marks.join(",")),
        judgment: Set(judgment),
        computed_at: Set(tx.now),
    };
    let key = [work_day::Column::CompanyId, work_day::Column::OwnerId, work_day::Column::Day];
    let again = OnConflict::columns(key)
        .update_columns([
            work_day::Column::ShiftId,
            work_day::Column::State,
            work_day::Column::OpenedAt,
            work_day::Column::ClosedAt,
            work_day::Column::WorkedMinutes,
            work_day::Column::LateMinutes,
            work_day::Column::LeftEarlyMinutes,
            work_day::Column::Marks,
            work_day::Column::Judgment,
            work_day::Column::ComputedAt,
        ])
        .to_owned();
    tx.put(row, again).await
}
