//! What a contact is found by: for the search, and for those who may be writing them down twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use frame::search;
use frame::{Ctx, Result, Tx};
use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::account::{self, AccountId};
use crate::contact::{self, ContactId, Model};
use crate::keys::{forget, keep};
use crate::rules::same_person::{Person, is_shared, key_of, keys, ways_of};
use crate::searched::texts_of_contacts;
use crate::{account_contact, contact_key};

/// Contacts that are read at once.
const AT_ONCE: usize = 400;

/// Keeps what these contacts are found by, as they are now; each is named once.
pub async fn remember_contacts(tx: &Tx, contacts: &[Model]) -> Result<()> {
    search::keep_all(tx, "contact", &texts_of_contacts(tx, contacts).await?).await?;
    remember_keys(tx, contacts).await
}

/// Keeps what these contacts have in common with others, which the clients where they are or were
/// are part of.
pub async fn remember_keys(tx: &Tx, contacts: &[Model]) -> Result<()> {
    for some in contacts.chunks(AT_ONCE) {
        let people = with_accounts(tx, some).await?;
        let wanted = people.iter().map(|(id, person)| (*id, keys(person))).collect();
        keep::<contact_key::Entity>(tx, wanted).await?;
    }
    Ok(())
}

/// The same for everybody who is or was at these accounts.
pub async fn remember_people_at(tx: &Tx, accounts: &[AccountId]) -> Result<()> {
    let posts = tx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.is_in(accounts.iter().copied()))
        .all(&**tx)
        .await?;
    let ids: BTreeSet<ContactId> = posts.iter().map(|it| it.contact_id).collect();
    let ids: Vec<ContactId> = ids.into_iter().collect();
    for some in ids.chunks(AT_ONCE) {
        let contacts = tx
            .whole_company::<contact::Entity>()
            .filter(contact::Column::Id.is_in(some.iter().copied()));
        remember_keys(tx, &contacts.all(&**tx).await?).await?;
    }
    Ok(())
}

/// Forgets what contacts have in common with others who are about to be taken away.
pub async fn forget_contacts(tx: &Tx, ids: &[ContactId]) -> Result<()> {
    forget::<contact_key::Entity>(tx, ids).await?;
    search::forget(tx, "contact", ids.iter().map(|it| it.0)).await
}

/// What of these contacts is compared, whoever may see them; of those who are there.
pub async fn people_of(
    ctx: &Ctx,
    ids: &BTreeSet<ContactId>,
) -> Result<BTreeMap<ContactId, Person>> {
    let ids: Vec<ContactId> = ids.iter().copied().collect();
    let mut known = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let contacts = ctx
            .whole_company::<contact::Entity>()
            .filter(contact::Column::Id.is_in(some.iter().copied()))
            .filter(contact::Column::HiddenAt.is_null())
            .all(ctx)
            .await?;
        known.extend(with_accounts(ctx, &contacts).await?);
    }
    let (ids, people): (Vec<ContactId>, Vec<Person>) = known.into_iter().unzip();
    Ok(std::iter::zip(ids, know_shared(ctx, people).await?).collect())
}

/// What of somebody is compared.
pub fn person(contact: &Model, accounts: impl IntoIterator<Item = AccountId>) -> Person {
    let numbers = [&contact.phone, &contact.whatsapp];
    Person {
        name_key: contact.name_key.clone(),
        numbers: numbers.into_iter().flatten().cloned().collect(),
        email: contact.email.clone(),
        birthday: contact.birthday.clone(),
        external_key: contact.external_key.clone(),
        accounts: accounts.into_iter().collect(),
        shared: BTreeSet::new(),
    }
}

/// These contacts with every client where they are or were.
async fn with_accounts(ctx: &Ctx, contacts: &[Model]) -> Result<BTreeMap<ContactId, Person>> {
    let posts = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(contacts.iter().map(|it| it.id)))
        .all(ctx)
        .await?;
    let mut at: HashMap<ContactId, Vec<AccountId>> = HashMap::new();
    for post in posts {
        at.entry(post.contact_id).or_default().push(post.account_id);
    }
    let one = |it: &Model| (it.id, person(it, at.get(&it.id).into_iter().flatten().copied()));
    Ok(contacts.iter().map(one).collect())
}

/// These people, and which of their numbers and addresses are nobody's own.
pub async fn know_shared(ctx: &Ctx, people: Vec<Person>) -> Result<Vec<Person>> {
    let ways: BTreeSet<String> = people.iter().flat_map(ways_of).collect();
    let shared = shared_of(ctx, ways.into_iter().collect()).await?;
    let one = |it: Person| Person {
        shared: ways_of(&it).filter(|way| shared.contains(way)).collect(),
        ..it
    };
    Ok(people.into_iter().map(one).collect())
}

async fn shared_of(ctx: &Ctx, ways: Vec<String>) -> Result<BTreeSet<String>> {
    let mut shared = BTreeSet::new();
    for some in ways.chunks(AT_ONCE) {
        let of_clients: Vec<String> = ctx
            .whole_company::<account::Entity>()
            .select_only()
            .column(account::Column::Phone)
            .filter(account::Column::Phone.is_in(some.iter().map(String::as_str)))
            .filter(account::Column::HiddenAt.is_null())
            .into_tuple()
            .all(ctx)
            .await?;
        let holders = holders(ctx, some).await?;
        let is = |way: &&String| {
            let held = holders.get(&key_of(way)).copied().unwrap_or_default();
            is_shared(way, held, of_clients.contains(way))
        };
        shared.extend(some.iter().filter(is).cloned());
    }
    Ok(shared)
}

/// How many contacts who are there have each of these, by its key.
async fn holders(ctx: &Ctx, ways: &[String]) -> Result<HashMap<String, i64>> {
    use contact_key::Column;
    let mut select = Query::select();
    select
        .column(Column::Key)
        .expr(Func::count(Expr::col(Column::ContactId)))
        .from(contact_key::Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Column::Key.is_in(ways.iter().map(|it| key_of(it))))
        .and_where(Column::ContactId.in_subquery(contact::ids_there(ctx.actor.company)))
        .group_by_col(Column::Key);
    let rows = ctx.rows(&select).await?;
    let row = |it: &sea_orm::QueryResult| Ok((it.try_get_by_index(0)?, it.try_get_by_index(1)?));
    rows.iter().map(row).collect()
}
