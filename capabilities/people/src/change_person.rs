//! Somebody's name, address, team, roles or standing changes.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area, Role, Roles};
use kernel::{PersonId, TeamId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::draw_line;
use crate::hire::{checked_email, checked_phone, known_team, may_open, name_for_sign_in};
use crate::person::{self, PersonStatus};
use crate::rules::PersonRefused;

/// Everything about a person that others may change, whole.
#[derive(Clone, Debug)]
pub struct PersonChange {
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Roles,
    pub team: Option<TeamId>,
    pub status: PersonStatus,
}

impl PersonChange {
    /// Nothing changes yet.
    pub fn of(person: &person::Model) -> Self {
        Self {
            name: person.name.clone(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            roles: person.roles.clone(),
            team: person.team_id,
            status: person.status,
        }
    }
}

/// Changes a person. Whoever may come in calls `identity::keep_person`, which also ends the
/// sessions of those who no longer may.
pub async fn change_person(tx: &Tx, id: PersonId, change: PersonChange) -> Result<person::Model> {
    tx.permit_company(Act::Edit, Area::People)?;

    let before = tx.get::<person::Entity>(id).await?;
    let name = frame::text::line(&change.name).ok_or(Error::refused(PersonRefused::NoName))?;
    if change.roles.0.is_empty() {
        return Err(Error::refused(PersonRefused::NoRole));
    }
    // Roles are an administrator's to give: HR keeps people, not keys.
    if change.roles != before.roles {
        tx.permit_company(Act::Edit, Area::Settings)?;
    }
    let email = checked_email(tx, change.email.as_deref(), Some(id)).await?;
    if email != before.email && !may_open(tx, &before.roles) {
        return Err(Error::Denied);
    }
    let phone = checked_phone(change.phone.as_deref())?;
    if change.status != before.status {
        may_stand(tx, &before)?;
    }
    known_team(tx, change.team).await?;
    keeps_an_administrator(tx, &before, &change).await?;

    let left = change.status == PersonStatus::Left;
    let mut row = before.clone().into_active_model();
    row.name_key = Set(frame::text::key(&name));
    row.name = Set(name);
    row.email = Set(email);
    row.phone = Set(phone);
    row.roles = Set(change.roles);
    row.team_id = Set(change.team);
    row.status = Set(change.status);
    row.left_at = Set(left.then(|| before.left_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;

    name_for_sign_in(tx, &after).await?;
    if before.team_id != after.team_id {
        draw_line(tx).await?;
    }
    tx.record(
        Event::of("people.person_changed", "person", id)
            .owner(id)
            .about(id)
            .change("name", before.name, after.name.clone())
            .change("email", before.email, after.email.clone())
            .change("phone", before.phone, after.phone.clone())
            .change("roles", before.roles.to_string(), after.roles.to_string())
            .change(
                "team",
                before.team_id.map(|it| it.to_string()),
                after.team_id.map(|it| it.to_string()),
            )
            .change("status", before.status.word(), after.status.word()),
    );
    Ok(after)
}

/// Nobody shuts themselves out, and only an administrator an administrator.
fn may_stand(tx: &Tx, person: &person::Model) -> Result<()> {
    if person.roles.has(Role::Administrator) {
        tx.permit_company(Act::Edit, Area::Settings)?;
    }
    if tx.actor.somebody() == Some(person.id) {
        return Err(Error::refused(PersonRefused::OwnStanding));
    }
    Ok(())
}

/// A company without an administrator could never be set right again.
async fn keeps_an_administrator(
    tx: &Tx,
    before: &person::Model,
    change: &PersonChange,
) -> Result<()> {
    let stays = change.roles.has(Role::Administrator) && change.status == PersonStatus::Active;
    let was = before.roles.has(Role::Administrator) && before.status == PersonStatus::Active;
    if stays || !was {
        return Ok(());
    }
    // Locked in one order, so that two who take the role from each other cannot both succeed.
    let administrators = tx
        .whole_company::<person::Entity>()
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .filter(person::Column::Roles.contains(Role::Administrator.word()))
        .order_by_asc(person::Column::Id)
        .lock_exclusive()
        .all(&**tx)
        .await?;
    if administrators.iter().any(|it| it.id != before.id) {
        return Ok(());
    }
    Err(Error::refused(PersonRefused::LastAdministrator))
}
