//! Somebody comes to work on a client beside its owner, gets another share, or leaves again.

use frame::{Error, Event, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, widest};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::account::{self, AccountId, Model};
use crate::account_member::{self, Column, MemberRole, ShareKind};
use crate::change_account::touch;
use crate::open_account::about;
use crate::rules::client_refused::{ClientRefused, MOST_MEMBERS};
use crate::rules::sharing::{Share, may_share, shown};

/// Somebody's part in a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub role: MemberRole,
    pub kind: ShareKind,
    /// In hundredths of a percent.
    pub share: i32,
}

impl account_member::Model {
    pub const fn part(&self) -> Share {
        Share { person: self.person_id, kind: self.kind, part: self.share }
    }
}

/// Puts somebody on the team of an account, or gives them another role or share.
pub async fn put_member(tx: &Tx, id: AccountId, new: Member) -> Result<account_member::Model> {
    let account = account::get_to_settle(tx, id).await?;
    let person = colleague(tx, new.person).await?;
    let team = account_member::of(tx, id).await?;
    let before = team.iter().find(|it| it.person_id == new.person);
    let mut shares: Vec<Share> = team.iter().map(account_member::Model::part).collect();
    shares.retain(|it| it.person != new.person && Some(it.person) != account.owner_id);
    shares.push(Share { person: new.person, kind: new.kind, part: new.share });
    may_share(account.owner_id, &shares).map_err(Error::refused)?;
    if MOST_MEMBERS < shares.len() {
        return Err(Error::refused(ClientRefused::TeamTooLarge));
    }

    let after = account_member::Model {
        company_id: tx.actor.company,
        account_id: id,
        person_id: new.person,
        role: new.role,
        kind: new.kind,
        share: new.share,
        created_at: before.map_or(tx.now, |it| it.created_at),
    };
    if before == Some(&after) {
        return Ok(after);
    }
    let row: account_member::ActiveModel = account_member::ActiveModel {
        company_id: Set(after.company_id),
        account_id: Set(after.account_id),
        person_id: Set(after.person_id),
        role: Set(after.role),
        kind: Set(after.kind),
        share: Set(after.share),
        created_at: Set(after.created_at),
    };
    let mut same = OnConflict::columns([Column::CompanyId, Column::AccountId, Column::PersonId]);
    same.update_columns([Column::Role, Column::Kind, Column::Share]);
    tx.put(row, same).await?;
    touch(tx, id).await?;

    let event = match before {
        None => said(&account, "accounts.member_added", &person, &after),
        Some(before) => said(&account, "accounts.member_changed", &person, &after)
            .change("role", before.role.word(), after.role.word())
            .change("kind", before.kind.word(), after.kind.word())
            .change("share", shown(before.share, '.'), shown(after.share, '.')),
    };
    tx.record(event);
    Ok(after)
}

/// Takes somebody off the team: what they reached through it is out of their reach at once.
pub async fn remove_member(tx: &Tx, id: AccountId, person: PersonId) -> Result<()> {
    let account = account::get_to_settle(tx, id).await?;
    let team = account_member::of(tx, id).await?;
    let before = team.into_iter().find(|it| it.person_id == person).ok_or(Error::NotFound)?;
    let name = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    let person = name.one(&**tx).await?.ok_or(Error::NotFound)?;

    leave(tx, id, person.id).await?;
    touch(tx, id).await?;

    tx.record(said(&account, "accounts.member_removed", &person, &before));
    // Their phone takes it off.
    tx.record(about(&account, "accounts.handed_over").owner(person.id).with("name", account.name));
    Ok(())
}

/// Whoever becomes the owner is on the team no more: they have all of it.
pub async fn leave(tx: &Tx, account: AccountId, person: PersonId) -> Result<()> {
    let theirs =
        Condition::all().add(Column::AccountId.eq(account)).add(Column::PersonId.eq(person));
    tx.delete_where::<account_member::Entity, _>(Column::CompanyId, theirs).await?;
    Ok(())
}

fn said(
    account: &Model,
    name: &'static str,
    person: &person::Model,
    member: &account_member::Model,
) -> Event {
    about(account, name)
        .with("name", person.name.clone())
        .with("person_id", person.id.to_string())
        .with("role", member.role.word())
        .with("kind", member.kind.word())
        .with("share", shown(member.share, '.'))
}

/// Whoever works on a client works here, and may see clients at all.
async fn colleague(tx: &Tx, id: PersonId) -> Result<person::Model> {
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(id));
    let person = person.one(&**tx).await?.filter(|it| it.status != PersonStatus::Left);
    let sees = |it: &person::Model| Reach::Nobody < widest(&it.roles.0, Act::View, Area::Accounts);
    person.filter(sees).ok_or_else(|| Error::refused(ClientRefused::UnknownColleague))
}
