//! What an account is found by: for the search, and for those who may be writing it down twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use frame::search::{self, Texts};
use frame::{Ctx, Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

use crate::account::{self, AccountId, Model};
use crate::keys::{forget, keep};
use crate::rules::likeness::{Traits, host, keys, street};
use crate::{account_contact, account_key, address, contact, merge, place};

/// Accounts that are read at once.
const AT_ONCE: usize = 400;

/// Keeps what this account is found by, as it is now.
pub async fn remember(tx: &Tx, id: AccountId) -> Result<()> {
    let account = account::whoever(tx, id).await?;
    remember_all(tx, &[account]).await
}

/// As [`remember`], for many accounts, each named once.
pub async fn remember_all(tx: &Tx, accounts: &[Model]) -> Result<()> {
    let known = known(tx, accounts).await?;
    let wanted = known.iter().map(|it| (it.id, keys(&it.traits))).collect();
    keep::<account_key::Entity>(tx, wanted).await?;
    let texts: Vec<(Uuid, Texts)> = known.into_iter().map(|it| (it.id.0, it.texts)).collect();
    search::keep_all(tx, "account", &texts).await
}

/// Forgets what accounts are found by that are about to be taken away.
pub async fn forget_accounts(tx: &Tx, ids: &[AccountId]) -> Result<()> {
    forget::<account_key::Entity>(tx, ids).await?;
    search::forget(tx, "account", ids.iter().map(|it| it.0)).await
}

/// What is known of an account besides its own row.
pub struct Known {
    pub id: AccountId,
    pub traits: Traits,
    pub texts: Texts,
}

/// The traits of these accounts, whoever may see them.
pub async fn traits_of(
    ctx: &Ctx,
    ids: &BTreeSet<AccountId>,
) -> Result<BTreeMap<AccountId, Traits>> {
    let ids: Vec<AccountId> = ids.iter().copied().collect();
    let mut traits = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let accounts = ctx
            .whole_company::<account::Entity>()
            .filter(account::Column::Id.is_in(some.iter().copied()))
            .filter(account::Column::HiddenAt.is_null())
            .all(ctx)
            .await?;
        traits.extend(known(ctx, &accounts).await?.into_iter().map(|it| (it.id, it.traits)));
    }
    Ok(traits)
}

/// What is known of these accounts besides their own rows, from a few questions for all.
pub async fn known(ctx: &Ctx, accounts: &[Model]) -> Result<Vec<Known>> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || accounts.iter().map(|it| it.id);
    let people = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.is_in(ids()))
        .filter(account_contact::Column::LeftOn.is_null())
        .find_also_related(contact::Entity)
        .all(ctx)
        .await?;
    let addresses = ctx
        .whole_company::<address::Entity>()
        .filter(address::Column::AccountId.is_in(ids()))
        .all(ctx)
        .await?;
    let places = ctx
        .whole_company::<place::Entity>()
        .filter(place::Column::AccountId.is_in(ids()))
        .all(ctx)
        .await?;
    let names = former_names(ctx, ids()).await?;

    let mut all = Vec::with_capacity(accounts.len());
    for account in accounts {
        let mut one = itself(account);
        for (_, contact) in people.iter().filter(|it| it.0.account_id == account.id) {
            let Some(contact) = contact.as_ref().filter(|it| it.hidden_at.is_none()) else {
                continue;
            };
            one.traits
                .phones
                .extend([&contact.phone, &contact.whatsapp].into_iter().flatten().cloned());
            one.traits.emails.extend(contact.email.clone());
        }
        for address in addresses.iter().filter(|it| it.account_id == account.id) {
            let key = street(&address.street, address.city.as_deref());
            one.traits.streets.extend(Some(key).filter(|it| !it.is_empty()));
            one.texts = one.texts.words([Some(address.street.as_str()), address.city.as_deref()]);
        }
        let place = places.iter().find(|it| it.account_id == account.id);
        one.traits.point = place.map(place::Model::point);
        let names = names.get(&account.id).into_iter().flatten();
        one.texts = one.texts.words(names.map(|it| Some(it.as_str())));
        all.push(one);
    }
    Ok(all)
}

fn itself(account: &Model) -> Known {
    let traits = Traits {
        id: Some(account.id),
        parent: account.parent_id,
        name: account.name.clone(),
        phones: account.phone.iter().cloned().collect(),
        website: account.website.as_deref().and_then(host),
        tax_number: account.tax_number.clone(),
        ..Traits::default()
    };
    let texts = Texts::default()
        .word(account.name.as_str())
        .words([traits.website.as_deref()])
        .numbers([account.phone.as_deref(), account.tax_number.as_deref()]);
    Known { id: account.id, traits, texts }
}

/// What those were called that became part of these: whoever looks for that name finds them.
async fn former_names(
    ctx: &Ctx,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Vec<String>>> {
    let merges = ctx
        .whole_company::<merge::Entity>()
        .filter(merge::Column::SurvivorId.is_in(ids))
        .filter(merge::Column::UndoneAt.is_null())
        .all(ctx)
        .await?;
    let mut names: HashMap<AccountId, Vec<String>> = HashMap::new();
    for merge in merges {
        let former = account::whoever(ctx, merge.merged_id).await?;
        names.entry(merge.survivor_id).or_default().push(former.name);
    }
    Ok(names)
}
