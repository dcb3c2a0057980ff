//! Everything that a phone needs to know of its person's clients, in a handful of questions.

use std::collections::HashMap;

use frame::{Ctx, Owned, Result, stream};
use kernel::Instant;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use crate::account::{self, AccountId};
use crate::{account_contact, address, contact, place};

/// One client with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Client {
    pub account: account::Model,
    /// The address to go to.
    pub address: Option<address::Model>,
    pub place: Option<place::Model>,
    /// The people there, with what they are; those who left are not among them.
    pub contacts: Vec<(contact::Model, Option<String>)>,
}

/// The clients that changed, and those that are no longer there.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub clients: Vec<Client>,
    pub removed: Vec<AccountId>,
}

/// The clients that the actor looks after or works on: all of them, or those that changed at or after a moment.
pub async fn snapshot(ctx: &Ctx, since: Option<Instant>) -> Result<Snapshot> {
    let mine = mine(ctx, since);
    let accounts = mine.clone().order_by_asc(account::Column::NameKey).all(ctx).await?;
    let removed = match since {
        Some(since) => removed(ctx, since).await?,
        None => Vec::new(),
    };
    if accounts.is_empty() {
        return Ok(Snapshot { clients: Vec::new(), removed });
    }
    let clients = with_all_that_belongs(ctx, accounts, since).await?;
    Ok(Snapshot { clients, removed })
}

fn mine(ctx: &Ctx, since: Option<Instant>) -> sea_orm::Select<account::Entity> {
    let mine = account::mine(ctx).filter(account::Column::HiddenAt.is_null());
    match since {
        Some(since) => mine.filter(account::Column::UpdatedAt.gte(since)),
        None => mine,
    }
}

async fn with_all_that_belongs(
    ctx: &Ctx,
    accounts: Vec<account::Model>,
    since: Option<Instant>,
) -> Result<Vec<Client>> {
    let ids = || mine(ctx, since).select_only().column(account::Column::Id).into_query();

    let places = ctx.whole_company::<place::Entity>();
    let places = places.filter(place::Column::AccountId.in_subquery(ids())).all(ctx).await?;
    let mut places: HashMap<_, _> = places.into_iter().map(|it| (it.account_id, it)).collect();

    let addresses = ctx.whole_company::<address::Entity>();
    let found = addresses.filter(address::Column::AccountId.in_subquery(ids())).all(ctx).await?;
    let mut addresses: HashMap<AccountId, Vec<address::Model>> = HashMap::new();
    for address in found {
        addresses.entry(address.account_id).or_default().push(address);
    }

    let posts = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.in_subquery(ids()))
        .filter(account_contact::Column::LeftOn.is_null())
        .find_also_related(contact::Entity)
        .order_by_asc(contact::Column::NameKey);
    let mut contacts: HashMap<AccountId, Vec<_>> = HashMap::new();
    for (post, contact) in posts.all(ctx).await? {
        if let Some(contact) = contact.filter(|it| it.hidden_at.is_none()) {
            contacts.entry(post.account_id).or_default().push((contact, post.role));
        }
    }

    let client = |account: account::Model| {
        let of_it = addresses.remove(&account.id).unwrap_or_default();
        Client {
            address: address::primary(&of_it).cloned(),
            place: places.remove(&account.id),
            contacts: contacts.remove(&account.id).unwrap_or_default(),
            account,
        }
    };
    Ok(accounts.into_iter().map(client).collect())
}

/// Deleted, handed to somebody else, or shared no more.
async fn removed(ctx: &Ctx, since: Instant) -> Result<Vec<AccountId>> {
    let me = ctx.actor.person;
    let deleted = account::mine(ctx).filter(account::Column::HiddenAt.gte(since)).all(ctx).await?;
    let handed_over = stream::of_owner(ctx, me, "accounts.handed_over", since).await?;
    let still_mine = account::mine(ctx)
        .filter(account::Entity::id().is_in(handed_over.iter().map(|it| it.subject_id)))
        .all(ctx)
        .await?;
    let back = |id: AccountId| still_mine.iter().any(|it| it.id == id);
    let handed_over = handed_over.iter().map(|it| AccountId(it.subject_id));
    let handed_over = handed_over.filter(|id| !back(*id));
    Ok(deleted.iter().map(|it| it.id).chain(handed_over).collect())
}
