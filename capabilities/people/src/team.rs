//! A team: a place in the reporting line.

use std::collections::BTreeSet;

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, TeamId};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::Branch;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TeamId,
    pub name: String,
    pub parent_id: Option<TeamId>,
    pub manager_id: Option<PersonId>,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { TeamId, Area::People }

impl Model {
    pub fn branch(&self) -> Branch {
        Branch { team: self.id, parent: self.parent_id, manager: self.manager_id }
    }
}

/// Every team, by name.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(ctx.find::<Entity>().order_by_asc(Column::Name).all(ctx).await?)
}

/// What the team with this id is called, as an address says the id; none where there is no such
/// team. A name tells nothing of who works there, so everybody may read it.
pub async fn name_of(ctx: &Ctx, id: &str) -> Result<Option<String>> {
    let Ok(id) = id.parse::<TeamId>() else { return Ok(None) };
    let team = ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?;
    Ok(team.map(|it| it.name))
}

/// This team and those below it, however deep.
pub fn with_those_below(teams: &[Model], top: TeamId) -> BTreeSet<TeamId> {
    let mut within = BTreeSet::from([top]);
    // A tree of n teams has at most n storeys.
    for _ in teams {
        let next = teams.iter().filter(|it| it.parent_id.is_some_and(|it| within.contains(&it)));
        within.extend(next.map(|it| it.id).collect::<Vec<_>>());
    }
    within
}

/// A team as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TeamOut {
    pub id: TeamId,
    pub name: String,
    pub parent_id: Option<TeamId>,
    pub manager_id: Option<PersonId>,
}

impl From<Model> for TeamOut {
    fn from(team: Model) -> Self {
        Self {
            id: team.id,
            name: team.name,
            parent_id: team.parent_id,
            manager_id: team.manager_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn teams(parents: &[(&str, Option<&str>)]) -> Vec<Model> {
        let id = |name: &str| TeamId(testing::id(name));
        let team = |(name, parent): &(&str, Option<&str>)| Model {
            company_id: CompanyId(testing::id("nusantara")),
            id: id(name),
            name: (*name).to_owned(),
            parent_id: parent.map(id),
            manager_id: None,
            created_at: Instant(0),
        };
        parents.iter().map(team).collect()
    }

    #[test]
    fn a_branch_holds_all_below_it_and_nothing_beside() {
        // The lowest stand first: the order in which teams are listed does not matter.
        let teams = teams(&[
            ("pos", Some("kota")),
            ("kota", Some("barat")),
            ("timur", None),
            ("barat", None),
        ]);
        let found = with_those_below(&teams, teams[3].id);

        assert_eq!(found, BTreeSet::from([teams[0].id, teams[1].id, teams[3].id]));
        assert_eq!(with_those_below(&teams, teams[2].id), BTreeSet::from([teams[2].id]));
    }
}
