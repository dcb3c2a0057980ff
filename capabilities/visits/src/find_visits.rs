//! Visits are looked for: by day, person, team, client and state.

use accounts::AccountId;
use frame::web::extract::blank;
use frame::web::list::{Cut, Page};
use frame::{Ctx, Error, Result};
use kernel::{Day, PersonId, TeamId};
use people::person;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::rules::{Rejected, VisitId, VisitState};
use crate::visit::{self, Column};

/// What one looks for. Days are those of the plan or, for a visit that was not planned, those on
/// which it was made.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Looked {
    #[serde(deserialize_with = "blank")]
    pub from: Option<Day>,
    /// Included.
    #[serde(deserialize_with = "blank")]
    pub to: Option<Day>,
    #[serde(deserialize_with = "blank")]
    pub person_id: Option<PersonId>,
    #[serde(deserialize_with = "blank")]
    pub team_id: Option<TeamId>,
    #[serde(deserialize_with = "blank")]
    pub account_id: Option<AccountId>,
    /// `planned`, `open`, `done`, `skipped` or `missed`; `made` for open and done; `rejected` for
    /// those whose check-in was rejected, which are none of these.
    #[param(pattern = "^(planned|open|done|skipped|missed|made|rejected)?$")]
    pub state: String,
    /// `yes` or `no`.
    #[param(pattern = "^(yes|no)?$")]
    pub planned: String,
    /// `day` or `-day`; the newest day first unless told.
    #[param(pattern = "^(day|-day)?$")]
    pub sort: String,
}

impl Looked {
    fn condition(&self, ctx: &Ctx) -> Result<Condition> {
        let mut all = Condition::all()
            .add_option(self.from.map(|it| Column::Day.gte(it)))
            .add_option(self.to.map(|it| Column::Day.lte(it)))
            .add_option(self.person_id.map(|it| Column::OwnerId.eq(it)))
            .add_option(self.account_id.map(|it| Column::AccountId.eq(it)));
        if let Some(team) = self.team_id {
            all = all.add(Column::OwnerId.in_subquery(person::of_team(ctx, team)));
        }
        all = match self.state.as_str() {
            "" => all,
            "made" => all.add(visit::made()),
            "rejected" => all.add(Column::Rejected.eq(Rejected::CheckIn)),
            word => {
                let state = VisitState::from_word(word);
                let state = state.ok_or_else(|| Error::Malformed(format!("state `{word}`")))?;
                let all = all.add(Column::State.eq(state));
                let is_told = matches!(state, VisitState::Open | VisitState::Done);
                if is_told { all.add(visit::made()) } else { all }
            }
        };
        Ok(match self.planned.as_str() {
            "" => all,
            "yes" => all.add(Column::Planned.eq(true)),
            "no" => all.add(Column::Planned.eq(false)),
            word => return Err(Error::Malformed(format!("planned `{word}`"))),
        })
    }
}

/// Where a list ended: by day, then person, then the order of the plan.
type Key = (Day, PersonId, i32, VisitId);

/// The visits in reach that fit, day by day and person by person in the order of the plan.
pub async fn find_visits(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<visit::Model>> {
    let newest_first = match looked.sort.as_str() {
        "" | "-day" => true,
        "day" => false,
        word => return Err(Error::Malformed(format!("sort `{word}`"))),
    };
    let limit = cut.limit()?;
    let mut visits = ctx.find::<visit::Entity>().filter(looked.condition(ctx)?);
    if let Some((day, owner, sequence, id)) = cut.after::<Key>()? {
        let next_day = if newest_first { Column::Day.lt(day) } else { Column::Day.gt(day) };
        let within = Condition::any()
            .add(Column::OwnerId.gt(owner))
            .add(Condition::all().add(Column::OwnerId.eq(owner)).add(Column::Sequence.gt(sequence)))
            .add(
                Condition::all()
                    .add(Column::OwnerId.eq(owner))
                    .add(Column::Sequence.eq(sequence))
                    .add(Column::Id.gt(id)),
            );
        let same_day = Condition::all().add(Column::Day.eq(day)).add(within);
        visits = visits.filter(Condition::any().add(next_day).add(same_day));
    }
    visits = if newest_first {
        visits.order_by_desc(Column::Day)
    } else {
        visits.order_by_asc(Column::Day)
    };
    let visits = visits
        .order_by_asc(Column::OwnerId)
        .order_by_asc(Column::Sequence)
        .order_by_asc(Column::Id)
        .limit(limit + 1);
    let visits = visits.all(ctx).await?;
    Page::cut(visits, limit, |it| (it.day, it.owner_id, it.sequence, it.id))
}
