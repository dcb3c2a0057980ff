//! Days that are judged already are judged again when the hours that they are held to change.

use frame::jobs::Job;
use frame::{Result, Tx};
use kernel::{Day, PersonId, TeamId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::judge_days;
use crate::work_day;

/// Few at a time: others wait for the writer meanwhile.
const AT_ONCE: u64 = 10;

/// Judges the days since one, of a team or of everybody, some people at a time.
#[derive(Debug, Serialize, Deserialize)]
pub struct JudgeAgain {
    team: Option<TeamId>,
    from: Day,
    /// The last person that has been done.
    after: Option<PersonId>,
}

impl JudgeAgain {
    pub const fn of(team: Option<TeamId>, from: Day) -> Self {
        Self { team, from, after: None }
    }
}

impl Job for JudgeAgain {
    const NAME: &'static str = "attendance.judge_again";

    async fn run(self, tx: &Tx) -> Result<()> {
        let mut people = tx.whole_company::<person::Entity>();
        if let Some(team) = self.team {
            people = people.filter(person::Column::TeamId.eq(team));
        }
        if let Some(after) = self.after {
            people = people.filter(person::Column::Id.gt(after));
        }
        let people = people.order_by_asc(person::Column::Id).limit(AT_ONCE).all(&**tx).await?;
        for person in &people {
            self.judge(tx, person.id).await?;
        }
        match people.last() {
            Some(last) => tx.later(tx.now, &Self { after: Some(last.id), ..self }),
            None => Ok(()),
        }
    }
}

impl JudgeAgain {
    async fn judge(&self, tx: &Tx, person: PersonId) -> Result<()> {
        let zone = &tx.actor.zone;
        let days = tx
            .whole_company::<work_day::Entity>()
            .filter(work_day::Column::OwnerId.eq(person))
            .filter(work_day::Column::Day.gte(self.from))
            .order_by_asc(work_day::Column::Day)
            .select_only()
            .column(work_day::Column::Day)
            .into_tuple::<Day>()
            .all(&**tx)
            .await?;
        let mut done_until: Option<Day> = None;
        for day in days {
            if done_until.is_some_and(|it| day <= it) {
                continue;
            }
            // Each judgment takes the neighbours along.
            let middle = day.plus(1);
            judge_days(tx, person, middle.at(jiff::civil::time(12, 0, 0, 0), zone)).await?;
            done_until = Some(middle.plus(1));
        }
        Ok(())
    }
}
