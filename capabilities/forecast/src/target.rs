//! What is asked of somebody, of a team or of the company in a month.

use std::collections::BTreeMap;

use frame::{Ctx, Error, Result, Whose};
use kernel::access::{Act, Area, Reach};
use kernel::{CompanyId, Instant, PersonId, TeamId, labels};
use people::team;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;

use crate::rules::{ForecastRefused, Period};

labels! {
    /// What is asked for.
    #[derive(Default)]
    pub enum TargetMeasure {
        /// What won deals are worth.
        #[default]
        WonValue = "won-value",
        /// How many deals are won.
        WonDeals = "won-deals",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The person, the team, or the company itself.
    #[sea_orm(primary_key, auto_increment = false)]
    pub holder_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub measure: TargetMeasure,
    /// Empty of a count.
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: String,
    /// `2026-03`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    pub person_id: Option<PersonId>,
    pub team_id: Option<TeamId>,
    /// In minor units, or so many.
    pub amount: i64,
    pub updated_at: Instant,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = Uuid;
    const AREA: Area = Area::Forecast;

    fn id() -> Column {
        Column::HolderId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// A person's are theirs, and a team's are its manager's.
    fn owned_by(whose: Whose) -> Condition {
        let teams = Query::select()
            .column(team::Column::Id)
            .from(team::Entity)
            .and_where(team::Column::CompanyId.eq(whose.company()))
            .cond_where(whose.holds(team::Column::ManagerId))
            .to_owned();
        Condition::any().add(whose.holds(Column::PersonId)).add(Column::TeamId.in_subquery(teams))
    }
}

/// Of whom something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holder {
    Company(CompanyId),
    Team(TeamId),
    Person(PersonId),
}

impl Holder {
    pub fn id(self) -> Uuid {
        match self {
            Self::Company(id) => id.0,
            Self::Team(id) => id.0,
            Self::Person(id) => id.0,
        }
    }

    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Company(_) | Self::Team(_) => None,
        }
    }

    pub const fn team(self) -> Option<TeamId> {
        match self {
            Self::Team(id) => Some(id),
            Self::Company(_) | Self::Person(_) => None,
        }
    }
}

/// May the actor set what is asked of them? Nobody sets their own, unless they answer for the whole
/// company; a team's own manager does not either.
pub async fn permit(ctx: &Ctx, holder: Holder) -> Result<()> {
    let reach = ctx.actor.reach(Act::Edit, Area::Forecast);
    if reach == Reach::Company {
        return Ok(());
    }
    match holder {
        Holder::Company(_) => Err(Error::Denied),
        Holder::Person(person) => {
            ctx.permit(Act::Edit, Area::Forecast, person).await?;
            if person == ctx.actor.person {
                return Err(Error::refused(ForecastRefused::OwnTarget));
            }
            Ok(())
        }
        Holder::Team(id) => {
            if reach < Reach::Team {
                return Err(Error::Denied);
            }
            let teams = team::all(ctx).await?;
            let manages = |id: TeamId| {
                teams.iter().any(|it| it.id == id && it.manager_id == Some(ctx.actor.person))
            };
            if above(&teams, id).into_iter().any(manages) {
                return Ok(());
            }
            if manages(id) {
                Err(Error::refused(ForecastRefused::OwnTarget))
            } else {
                Err(Error::Denied)
            }
        }
    }
}

/// The teams above this one, the nearest first; a circle is cut where it closes.
pub fn above(teams: &[team::Model], id: TeamId) -> Vec<TeamId> {
    let parent = |id: TeamId| teams.iter().find(|it| it.id == id).and_then(|it| it.parent_id);
    let mut above = Vec::new();
    let mut next = parent(id);
    while let Some(id) = next.filter(|it| !above.contains(it)) {
        above.push(id);
        next = parent(id);
    }
    above
}

/// What is asked for in the months of a period, by holder and currency, as far as the actor sees.
pub async fn asked(
    ctx: &Ctx,
    measure: TargetMeasure,
    period: Period,
) -> Result<BTreeMap<(Uuid, String), i64>> {
    let mut asked = BTreeMap::new();
    for row in of(ctx, measure, period).await? {
        let sum: &mut i64 = asked.entry((row.holder_id, row.currency)).or_default();
        *sum = sum.saturating_add(row.amount);
    }
    Ok(asked)
}

/// The targets of the months of a period, as far as the actor sees.
pub async fn of(ctx: &Ctx, measure: TargetMeasure, period: Period) -> Result<Vec<Model>> {
    let months = period.months().into_iter().map(|it| it.to_string());
    let rows = ctx.find::<Entity>().filter(Column::Measure.eq(measure));
    Ok(rows.filter(Column::Month.is_in(months)).all(ctx).await?)
}

/// A target as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TargetOut {
    pub person_id: Option<PersonId>,
    /// Neither a person nor a team: the company.
    pub team_id: Option<TeamId>,
    pub measure: TargetMeasure,
    /// Empty of a count.
    pub currency: String,
    #[schema(example = "2026-03")]
    pub month: String,
    /// In minor units, or so many.
    #[schema(example = "150000000")]
    pub amount: String,
    pub version: i64,
}

impl From<Model> for TargetOut {
    fn from(target: Model) -> Self {
        Self {
            person_id: target.person_id,
            team_id: target.team_id,
            measure: target.measure,
            currency: target.currency,
            month: target.month,
            amount: target.amount.to_string(),
            version: target.version,
        }
    }
}
