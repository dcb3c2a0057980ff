//! Who of the company may see a client or what stands in its books: whom one can mention there, and
//! whom one can ask about it.

use std::collections::BTreeSet;

use frame::{Ctx, Result, line};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, Roles, widest};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::account::Model;
use crate::account_member;

/// Somebody who works here, and whether they may see the client in question.
#[derive(Clone, Debug)]
pub struct Colleague {
    pub id: PersonId,
    pub name: String,
    pub sees: bool,
}

/// Everybody who works here, by name, and whether they see what is kept of this account in an area.
/// Without an account, those who keep any are meant.
pub async fn colleagues(ctx: &Ctx, area: Area, account: Option<&Model>) -> Result<Vec<Colleague>> {
    let people: Vec<(PersonId, String, Roles)> = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Roles])
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .order_by_asc(person::Column::Name)
        .into_tuple()
        .all(ctx)
        .await?;
    // Whose it is, and who works on it with them.
    let mut theirs: BTreeSet<PersonId> = BTreeSet::new();
    if let Some(account) = account {
        theirs.extend(account.owner_id);
        theirs
            .extend(account_member::of(ctx, account.id).await?.into_iter().map(|it| it.person_id));
    }
    let mut above: BTreeSet<PersonId> = BTreeSet::new();
    for person in &theirs {
        above.extend(line::managers_of(ctx, *person).await?);
    }
    let sees = |id: PersonId, roles: &Roles| match widest(&roles.0, Act::View, area) {
        Reach::Nobody => false,
        Reach::Own => account.is_none() || theirs.contains(&id),
        Reach::Team => account.is_none() || theirs.contains(&id) || above.contains(&id),
        Reach::Company => true,
    };
    let colleague = |(id, name, roles)| Colleague { id, sees: sees(id, &roles), name };
    Ok(people.into_iter().map(colleague).collect())
}
