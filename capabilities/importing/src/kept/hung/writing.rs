//! What hangs on records is written: what is new, what changed, and what goes.

use std::collections::BTreeMap;

use accounts::custom_value::{self, Of};
use accounts::tag::{self, TagId};
use accounts::{AccountId, ContactId, account_tag, address};
use frame::{Result, Tx, text};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde_json::Value as Json;
use uuid::Uuid;

use super::{ADDRESS, CUSTOM, Hung, KeptAddress, KeptValue, TAGS, kept, names};

/// Writes what hangs on accounts.
pub async fn write_on_accounts(tx: &Tx, all: &[Hung]) -> Result<()> {
    write_own(tx, all, |id| Of::Account(AccountId(id))).await?;
    write_addresses(tx, all).await?;
    write_tags(tx, all).await
}

/// A field of an image that changed: before and after.
fn changes<'a>(hung: &'a Hung, prefix: &str) -> Vec<(Json, Json)> {
    let of_it = hung.is.iter().filter(|it| it.0.starts_with(prefix));
    let was = |field: &String| hung.was.get(field).cloned().unwrap_or_default();
    let both = of_it.map(|(field, is): (&'a String, &Json)| (was(field), is.clone()));
    both.filter(|(was, is)| was != is).collect()
}

async fn write_addresses(tx: &Tx, all: &[Hung]) -> Result<()> {
    let mut new = Vec::new();
    for hung in all {
        for (was, is) in changes(hung, ADDRESS) {
            let (was, is) = (kept::<KeptAddress>(was), kept::<KeptAddress>(is));
            let company = address::Column::CompanyId;
            match (was, is) {
                (None, Some(it)) => new.push(address::ActiveModel {
                    company_id: Set(tx.actor.company),
                    id: Set(it.id),
                    account_id: Set(AccountId(hung.id)),
                    label: Set(it.label),
                    street: Set(it.street),
                    city: Set(it.city),
                    province: Set(it.province),
                    postcode: Set(it.postcode),
                    country: Set(it.country),
                }),
                (Some(it), None) => {
                    let this = address::Column::Id.eq(it.id);
                    tx.delete_where::<address::Entity, _>(company, this).await?;
                }
                (Some(_), Some(it)) => {
                    let this = address::Column::Id.eq(it.id);
                    let values = vec![
                        (address::Column::Label, Expr::value(it.label.word())),
                        (address::Column::Street, Expr::value(it.street)),
                        (address::Column::City, Expr::value(it.city)),
                        (address::Column::Province, Expr::value(it.province)),
                        (address::Column::Postcode, Expr::value(it.postcode)),
                        (address::Column::Country, Expr::value(it.country)),
                    ];
                    tx.update_where::<address::Entity, _>(company, this, values).await?;
                }
                (None, None) => {}
            }
        }
    }
    tx.insert_all(new).await
}

/// Writes what the company's own fields hold of records.
pub async fn write_own(tx: &Tx, all: &[Hung], of: fn(Uuid) -> Of) -> Result<()> {
    let mut new = Vec::new();
    for hung in all {
        let (account_id, contact_id): (Option<AccountId>, Option<ContactId>) = match of(hung.id) {
            Of::Account(id) => (Some(id), None),
            Of::Contact(id) => (None, Some(id)),
        };
        for (was, is) in changes(hung, CUSTOM) {
            let (was, is) = (kept::<KeptValue>(was), kept::<KeptValue>(is));
            let company = custom_value::Column::CompanyId;
            match (was, is) {
                (None, Some(it)) => new.push(custom_value::ActiveModel {
                    company_id: Set(tx.actor.company),
                    id: Set(it.id),
                    field_id: Set(it.field),
                    account_id: Set(account_id),
                    contact_id: Set(contact_id),
                    value: Set(it.value),
                    number: Set(it.number),
                }),
                (Some(it), None) => {
                    let this = custom_value::Column::Id.eq(it.id);
                    tx.delete_where::<custom_value::Entity, _>(company, this).await?;
                }
                (Some(was), Some(it)) => {
                    let this = custom_value::Column::Id.eq(was.id);
                    let values = vec![
                        (custom_value::Column::Id, Expr::value(it.id)),
                        (custom_value::Column::Value, Expr::value(it.value)),
                        (custom_value::Column::Number, Expr::value(it.number)),
                    ];
                    tx.update_where::<custom_value::Entity, _>(company, this, values).await?;
                }
                (None, None) => {}
            }
        }
    }
    tx.insert_all(new).await
}

async fn write_tags(tx: &Tx, all: &[Hung]) -> Result<()> {
    let changed: Vec<(AccountId, Vec<String>, Vec<String>)> = all
        .iter()
        .flat_map(|hung| changes(hung, TAGS).into_iter().map(|it| (AccountId(hung.id), it)))
        .map(|(account, (was, is))| (account, names(&was), names(&is)))
        .collect();
    let spoken = changed.iter().flat_map(|(_, was, is)| was.iter().chain(is));
    let tags = tags_called(tx, spoken.cloned().collect()).await?;
    let ids = |names: &[String]| -> Vec<TagId> {
        names.iter().filter_map(|it| tags.get(&text::key(it)).copied()).collect()
    };
    let mut new = Vec::new();
    for (account, was, is) in changed {
        let (had, has) = (ids(&was), ids(&is));
        let off: Vec<TagId> = had.iter().filter(|it| !has.contains(it)).copied().collect();
        if !off.is_empty() {
            let these = Condition::all()
                .add(account_tag::Column::AccountId.eq(account))
                .add(account_tag::Column::TagId.is_in(off));
            let company = account_tag::Column::CompanyId;
            tx.delete_where::<account_tag::Entity, _>(company, these).await?;
        }
        new.extend(has.iter().filter(|it| !had.contains(it)).map(|it| account_tag::ActiveModel {
            company_id: Set(tx.actor.company),
            account_id: Set(account),
            tag_id: Set(*it),
        }));
    }
    tx.insert_all(new).await
}

/// The tags that are called so, by their keys; one that is there no more is made again.
async fn tags_called(tx: &Tx, names: Vec<String>) -> Result<BTreeMap<String, TagId>> {
    let wanted: BTreeMap<String, String> =
        names.into_iter().map(|it| (text::key(&it), it)).collect();
    if wanted.is_empty() {
        return Ok(BTreeMap::new());
    }
    let same = tag::Column::NameKey.is_in(wanted.keys().cloned());
    let known = tx.whole_company::<tag::Entity>().filter(same).all(&**tx).await?;
    let mut tags: BTreeMap<String, TagId> =
        known.into_iter().map(|it| (it.name_key, it.id)).collect();
    for (name_key, name) in wanted {
        if tags.contains_key(&name_key) {
            continue;
        }
        let new = tag::Model {
            company_id: tx.actor.company,
            id: tx.id(),
            name,
            name_key: name_key.clone(),
            created_at: tx.now,
        };
        let new = tx.add::<_, tag::ActiveModel>(new).await?;
        tags.insert(name_key, new.id);
    }
    Ok(tags)
}
