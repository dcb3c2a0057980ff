//! A month of judged days, read as lean as it can be.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::PersonId;
use sea_orm::prelude::Expr;
use sea_orm::sea_query::{ExprTrait, Func};
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QuerySelect};

use crate::rules::{DayMark, DayState, Month};
use crate::work_day;

/// What a month's sheet shows of a judged day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCell {
    /// Of the month, from 1.
    pub number: usize,
    pub state: DayState,
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub marks: Marks,
}

/// A set of [`DayMark`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u16);

impl Marks {
    fn of(words: &str) -> Self {
        if words.is_empty() {
            return Self::default();
        }
        let marks = words.split(',').filter_map(DayMark::from_word);
        Self(marks.fold(0, |all, it| all | 1 << it as u16))
    }

    pub const fn has(self, mark: DayMark) -> bool {
        self.0 >> (mark as u16) & 1 == 1
    }

    pub fn all(self) -> impl Iterator<Item = DayMark> {
        DayMark::ALL.iter().copied().filter(move |it| self.has(*it))
    }
}

/// One row a person instead of one a day: of six thousand rows, reading them would be what the
/// page costs. All lists are in one order, for they are made of the same rows.
#[derive(FromQueryResult)]
struct Packed {
    owner_id: PersonId,
    days: String,
    states: String,
    worked: String,
    late: String,
    marks: String,
}

/// The days of this month by person, within the actor's reach.
pub async fn month_of_days(ctx: &Ctx, month: Month) -> Result<HashMap<PersonId, Vec<DayCell>>> {
    let worked = work_day::worked_by(ctx.now).cast_as("text");
    let worked = Func::cust("string_agg").arg(worked).arg(",");
    let packed = ctx
        .find::<work_day::Entity>()
        .filter(work_day::Column::Day.gte(month.first()))
        .filter(work_day::Column::Day.lte(month.last()))
        .select_only()
        .column(work_day::Column::OwnerId)
        .column_as(Expr::cust("string_agg(substr(day, 9, 2), ',')"), "days")
        .column_as(Expr::cust("string_agg(state, ',')"), "states")
        .column_as(Expr::expr(worked), "worked")
        .column_as(Expr::cust("string_agg(cast(late_minutes as text), ',')"), "late")
        .column_as(Expr::cust("string_agg(marks, ';')"), "marks")
        .group_by(work_day::Column::OwnerId)
        .into_model::<Packed>()
        .all(ctx)
        .await?;
    Ok(packed.into_iter().map(|it| (it.owner_id, it.unpacked())).collect())
}

impl Packed {
    fn unpacked(&self) -> Vec<DayCell> {
        let days = self.days.split(',').zip(self.states.split(','));
        let minutes = self.worked.split(',').zip(self.late.split(','));
        let all = days.zip(minutes).zip(self.marks.split(';'));
        all.filter_map(|(((number, state), (worked, late)), marks)| {
            Some(DayCell {
                number: number.parse().ok()?,
                state: DayState::from_word(state)?,
                worked_minutes: worked.parse().ok()?,
                late_minutes: late.parse().ok()?,
                marks: Marks::of(marks),
            })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_kept_together() {
        let marks = Marks::of("late,in_review");

        assert!(marks.has(DayMark::Late) && marks.has(DayMark::InReview));
        assert_eq!(marks.all().collect::<Vec<_>>(), [DayMark::Late, DayMark::InReview]);
        assert_eq!(Marks::of("").all().count(), 0);
    }

    #[test]
    fn every_mark_has_room() {
        assert!(DayMark::ALL.len() <= 16);
    }
}
