//! When a team works, as the company has set it.

use std::collections::HashMap;

use frame::{Ctx, Result};
use jiff::civil::Time;
use kernel::access::Area;
use kernel::{CompanyId, Day, TeamId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::rules::{Roster, Shift, ShiftMeaning, Weekdays};

ids! {
    /// A shift, in one of its versions.
    ShiftId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shift")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ShiftId,
    /// None: of everyone whose team has no shift of its own.
    pub team_id: Option<TeamId>,
    pub name: String,
    /// `HH:MM` on the clock of its meaning.
    pub starts: String,
    pub ends: String,
    /// After the start, before somebody is late.
    pub grace_minutes: i32,
    /// Before the end, before somebody has left early.
    pub grace_out_minutes: i32,
    /// How long before the start and after the end a punch is certainly meant for this shift.
    pub margin_before_minutes: i32,
    pub margin_after_minutes: i32,
    pub meaning: ShiftMeaning,
    /// Monday the lowest bit.
    pub weekdays: i32,
    pub effective_from: Day,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ShiftId, Area::Attendance }

impl Model {
    /// As the rules speak of it; none when its times cannot be read, which the table's only
    /// writer does not allow.
    pub fn rule(&self) -> Option<Shift> {
        let starts: Time = self.starts.parse().ok()?;
        let ends: Time = self.ends.parse().ok()?;
        let mut shift = Shift::new(starts, ends, self.meaning);
        shift.grace_in_minutes = i64::from(self.grace_minutes);
        shift.grace_out_minutes = i64::from(self.grace_out_minutes);
        shift.margin_before_minutes = i64::from(self.margin_before_minutes);
        shift.margin_after_minutes = i64::from(self.margin_after_minutes);
        shift.weekdays = Weekdays(u8::try_from(self.weekdays).unwrap_or(0b111_1111));
        Some(shift)
    }
}

/// The shifts that hold for a team: its own, or else the company's.
pub async fn roster_of(ctx: &Ctx, team: Option<TeamId>) -> Result<(Roster, Vec<Model>)> {
    let wanted = Condition::any().add(Column::TeamId.is_null());
    let wanted = match team {
        Some(team) => wanted.add(Column::TeamId.eq(team)),
        None => wanted,
    };
    let shifts = ctx.whole_company::<Entity>().filter(wanted).all(ctx).await?;
    let own = shifts.iter().any(|it| it.team_id.is_some());
    let holding: Vec<Model> = shifts.into_iter().filter(|it| it.team_id.is_some() == own).collect();
    let versions = holding.iter().map(|it| (it.effective_from, it.rule())).collect();
    Ok((Roster::new(versions), holding))
}

/// The rosters of all teams, for sheets with many people.
#[derive(Debug, Default)]
pub struct Rosters {
    company: Roster,
    teams: HashMap<TeamId, Roster>,
}

impl Rosters {
    /// A team's own, or else the company's.
    pub fn of(&self, team: Option<TeamId>) -> &Roster {
        team.and_then(|it| self.teams.get(&it)).unwrap_or(&self.company)
    }
}

/// Every roster of the company. When people are to work is known to whoever works there.
pub async fn rosters(ctx: &Ctx) -> Result<Rosters> {
    let mut versions: HashMap<Option<TeamId>, Vec<_>> = HashMap::new();
    for shift in ctx.whole_company::<Entity>().all(ctx).await? {
        versions.entry(shift.team_id).or_default().push((shift.effective_from, shift.rule()));
    }
    let company = Roster::new(versions.remove(&None).unwrap_or_default());
    let teams = versions.into_iter().filter_map(|(team, it)| Some((team?, Roster::new(it))));
    Ok(Rosters { company, teams: teams.collect() })
}

/// Which of these shifts holds on a day.
pub fn on(shifts: &[Model], day: Day) -> Option<&Model> {
    let begun = shifts.iter().filter(|it| it.effective_from <= day);
    begun.max_by_key(|it| it.effective_from)
}
