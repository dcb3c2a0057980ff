//! Somebody new joins the company.

use frame::{Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area, Roles};
use kernel::{Lang, PersonId, TeamId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::person::{self, PersonStatus};
use crate::rules::{PersonRefused, email, is_plain};
use crate::{draw_line, sign_in_name, team};

/// What is known of somebody who joins.
#[derive(Clone, Debug)]
pub struct Hire {
    pub name: String,
    /// Without one they are known, but cannot be asked in yet.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Roles,
    pub team: Option<TeamId>,
    pub lang: Lang,
}

/// Adds a person, invited until they come.
pub async fn hire(tx: &Tx, hire: Hire) -> Result<person::Model> {
    tx.permit_company(Act::Create, Area::People)?;

    let name = frame::text::line(&hire.name).ok_or(Error::refused(PersonRefused::NoName))?;
    if hire.roles.0.is_empty() {
        return Err(Error::refused(PersonRefused::NoRole));
    }
    if !may_open(tx, &hire.roles) {
        return Err(Error::refused(PersonRefused::RoleNotYours));
    }
    let email = checked_email(tx, hire.email.as_deref(), None).await?;
    let phone = checked_phone(hire.phone.as_deref())?;
    known_team(tx, hire.team).await?;

    let person = tx
        .insert(person::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            name_key: Set(frame::text::key(&name)),
            name: Set(name),
            email: Set(email),
            phone: Set(phone),
            roles: Set(hire.roles),
            team_id: Set(hire.team),
            status: Set(PersonStatus::Invited),
            lang: Set(hire.lang),
            zone: Set(None),
            created_at: Set(tx.now),
            left_at: Set(None),
        })
        .await?;
    name_for_sign_in(tx, &person).await?;
    draw_line(tx).await?;
    tx.record(
        Event::of("people.hired", "person", person.id)
            .owner(person.id)
            .about(person.id)
            .with("name", person.name.clone())
            .with("roles", person.roles.to_string()),
    );
    Ok(person)
}

/// May the actor open the door for somebody of these roles: give them, write the address to which
/// a link goes, make the link? Whoever does so could come in as that person, so nobody opens for
/// more than their own keys.
pub fn may_open(ctx: &Ctx, roles: &Roles) -> bool {
    let keys = ctx.permit_company(Act::Edit, Area::Settings).is_ok();
    keys || roles.0.iter().all(|&role| is_plain(role))
}

pub(crate) fn checked_phone(text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|it| !it.is_empty()) else { return Ok(None) };
    frame::text::phone(text).map(Some).ok_or(Error::refused(PersonRefused::NoPhone))
}

/// An address that can be written to and that nobody else here uses.
pub(crate) async fn checked_email(
    tx: &Tx,
    text: Option<&str>,
    mine: Option<PersonId>,
) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|it| !it.is_empty()) else { return Ok(None) };
    let email = email(text).ok_or(Error::refused(PersonRefused::NoEmail))?;
    let other = tx.whole_company::<person::Entity>().filter(person::Column::Email.eq(&email));
    let other = other.one(&**tx).await?;
    if other.is_some_and(|it| Some(it.id) != mine) {
        return Err(Error::refused(PersonRefused::EmailTaken));
    }
    Ok(Some(email))
}

pub(crate) async fn known_team(tx: &Tx, team: Option<TeamId>) -> Result<()> {
    let Some(id) = team else { return Ok(()) };
    let team = tx.whole_company::<team::Entity>().filter(team::Column::Id.eq(id));
    match team.one(&**tx).await? {
        Some(_) => Ok(()),
        None => Err(Error::refused(PersonRefused::UnknownTeam)),
    }
}

/// Lets the sign-in page find the company by the address; for whoever writes a person's row.
pub async fn name_for_sign_in(tx: &Tx, person: &person::Model) -> Result<()> {
    let old = sign_in_name::Column::PersonId.eq(person.id);
    tx.delete_where::<sign_in_name::Entity, _>(sign_in_name::Column::CompanyId, old).await?;
    let Some(email) = person.email.clone() else { return Ok(()) };
    let row = sign_in_name::ActiveModel {
        email: Set(email),
        company_id: Set(person.company_id),
        person_id: Set(person.id),
    };
    let key = [sign_in_name::Column::Email, sign_in_name::Column::CompanyId];
    let known = OnConflict::columns(key).update_column(sign_in_name::Column::PersonId).to_owned();
    tx.put(row, known).await
}
