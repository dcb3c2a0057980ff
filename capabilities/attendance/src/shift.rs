//! When a team works, as the company has set it.

use frame::{Ctx, Event, Result, Tx};
use jiff::civil::Time;
use kernel::access::{Act, Area};
use kernel::{CompanyId, Day, TeamId, ids};
use sea_orm::ActiveValue::Set;
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
    pub grace_minutes: i32,
    pub meaning: ShiftMeaning,
    /// Monday the lowest bit.
    pub weekdays: i32,
    pub effective_from: Day,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { ShiftId, Area::Settings }

impl Model {
    /// As the rules speak of it; none when its times cannot be read, which the table's only
    /// writer does not allow.
    pub fn rule(&self) -> Option<Shift> {
        let starts: Time = self.starts.parse().ok()?;
        let ends: Time = self.ends.parse().ok()?;
        let mut shift = Shift::new(starts, ends, self.meaning);
        shift.grace_in_minutes = i64::from(self.grace_minutes);
        shift.weekdays = Weekdays(u8::try_from(self.weekdays).unwrap_or(0b111_1111));
        Some(shift)
    }
}

/// What a shift is, whole.
#[derive(Clone, Debug)]
pub struct NewShift {
    pub team: Option<TeamId>,
    pub name: String,
    pub starts: Time,
    pub ends: Time,
    pub grace_minutes: i32,
    pub meaning: ShiftMeaning,
    pub weekdays: Weekdays,
    pub from: Day,
}

/// Sets a shift from a day on; earlier days keep the one that they had.
pub async fn set_shift(tx: &Tx, new: NewShift) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let time = |it: Time| format!("{:02}:{:02}", it.hour(), it.minute());
    let shift = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            team_id: Set(new.team),
            name: Set(new.name),
            starts: Set(time(new.starts)),
            ends: Set(time(new.ends)),
            grace_minutes: Set(new.grace_minutes),
            meaning: Set(new.meaning),
            weekdays: Set(i32::from(new.weekdays.0)),
            effective_from: Set(new.from),
        })
        .await?;
    tx.record(
        Event::of("attendance.shift_set", "shift", shift.id)
            .with("name", shift.name.clone())
            .with("from", shift.effective_from.to_string()),
    );
    Ok(shift)
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

/// Which of these shifts holds on a day.
pub fn on(shifts: &[Model], day: Day) -> Option<&Model> {
    let begun = shifts.iter().filter(|it| it.effective_from <= day);
    begun.max_by_key(|it| it.effective_from)
}
