//! A team is opened, renamed, moved or given a manager.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{PersonId, TeamId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};

use crate::draw_line;
use crate::hire::known_team;
use crate::rules::{PersonRefused, closes};
use crate::{person, team};

/// What a team is, whole.
#[derive(Clone, Debug)]
pub struct NewTeam {
    pub name: String,
    pub parent: Option<TeamId>,
    pub manager: Option<PersonId>,
}

/// Opens a team.
pub async fn open_team(tx: &Tx, new: NewTeam) -> Result<team::Model> {
    tx.permit_company(Act::Create, Area::People)?;

    let name = checked(tx, None, &new).await?;

    let team = tx
        .insert(team::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            name: Set(name),
            parent_id: Set(new.parent),
            manager_id: Set(new.manager),
            created_at: Set(tx.now),
        })
        .await?;
    draw_line(tx).await?;
    tx.record(Event::of("people.team_opened", "team", team.id).with("name", team.name.clone()));
    Ok(team)
}

/// Changes a team, and with it who answers for whom.
pub async fn change_team(tx: &Tx, id: TeamId, new: NewTeam) -> Result<team::Model> {
    tx.permit_company(Act::Edit, Area::People)?;

    let before = tx.get::<team::Entity>(id).await?;
    let name = checked(tx, Some(id), &new).await?;

    let mut row = before.clone().into_active_model();
    row.name = Set(name);
    row.parent_id = Set(new.parent);
    row.manager_id = Set(new.manager);
    let after = tx.update(row).await?;
    draw_line(tx).await?;
    let text = |it: Option<PersonId>| it.map(|it| it.to_string());
    tx.record(
        Event::of("people.team_changed", "team", id)
            .change("name", before.name, after.name.clone())
            .change(
                "parent",
                before.parent_id.map(|it| it.to_string()),
                after.parent_id.map(|it| it.to_string()),
            )
            .change("manager", text(before.manager_id), text(after.manager_id)),
    );
    Ok(after)
}

async fn checked(tx: &Tx, mine: Option<TeamId>, new: &NewTeam) -> Result<String> {
    let name = frame::text::line(&new.name).ok_or(Error::refused(PersonRefused::NoTeamName))?;
    let teams = tx.whole_company::<team::Entity>().all(&**tx).await?;
    if teams.iter().any(|it| it.name == name && Some(it.id) != mine) {
        return Err(Error::refused(PersonRefused::TeamNameTaken));
    }
    known_team(tx, new.parent).await?;
    if let (Some(team), Some(parent)) = (mine, new.parent) {
        let branches: Vec<_> = teams.iter().map(team::Model::branch).collect();
        if closes(&branches, team, parent) {
            return Err(Error::refused(PersonRefused::TeamBelowItself));
        }
    }
    if let Some(manager) = new.manager {
        let known = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(manager));
        if known.one(&**tx).await?.is_none() {
            return Err(Error::refused(PersonRefused::UnknownManager));
        }
    }
    Ok(name)
}
