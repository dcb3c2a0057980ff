//! Words are hung on a client, or taken off.

use std::collections::BTreeSet;

use frame::{Result, Tx, text};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::account::{self, AccountId};
use crate::account_tag;
use crate::change_account::touch;
use crate::fields::Faults;
use crate::open_account::about;
use crate::rules::client_refused::{ClientRefused, LONGEST_TAG, MOST_TAGS};
use crate::tag::{self, TagId};

/// Makes these the words of an account; a word that the company did not have yet is one from now
/// on. Nothing is recorded when nothing changed.
pub async fn set_tags(tx: &Tx, id: AccountId, names: &[String]) -> Result<()> {
    let account = account::get_to(tx, Act::Edit, id).await?;
    let names = checked(names)?;
    let before = account_tag::of(tx, id).await?;
    let keys = |names: &[String]| names.iter().map(|it| text::key(it)).collect::<BTreeSet<_>>();
    if keys(&before) == keys(&names) {
        return Ok(());
    }

    let mut wanted = Vec::with_capacity(names.len());
    for name in &names {
        wanted.push(known(tx, name).await?);
    }
    let off = Condition::all()
        .add(account_tag::Column::AccountId.eq(id))
        .add(account_tag::Column::TagId.is_not_in(wanted.iter().map(|it| it.id)));
    tx.delete_where::<account_tag::Entity, _>(account_tag::Column::CompanyId, off).await?;
    let had = keys(&before);
    let on = wanted.iter().filter(|it| !had.contains(&it.name_key));
    let row = |it: &tag::Model| account_tag::ActiveModel {
        company_id: Set(tx.actor.company),
        account_id: Set(id),
        tag_id: Set(it.id),
    };
    tx.insert_all(on.map(row).collect()).await?;
    touch(tx, id).await?;

    let mut after: Vec<String> = wanted.into_iter().map(|it| it.name).collect();
    after.sort_by_key(|it| text::key(it));
    let said = |names: &[String]| Some(names.join(", ")).filter(|it| !it.is_empty());
    tx.record(about(&account, "accounts.tagged").change("tags", said(&before), said(&after)));
    Ok(())
}

/// The company's word of this name, which it may have had already.
async fn known(tx: &Tx, name: &str) -> Result<tag::Model> {
    let key = text::key(name);
    let known = tx.whole_company::<tag::Entity>().filter(tag::Column::NameKey.eq(key.as_str()));
    if let Some(known) = known.one(&**tx).await? {
        return Ok(known);
    }
    let new = tag::Model {
        company_id: tx.actor.company,
        id: tx.id::<TagId>(),
        name: name.to_owned(),
        name_key: key,
        created_at: tx.now,
    };
    tx.add::<_, tag::ActiveModel>(new).await
}

/// Each once, none too long, and not too many.
pub fn checked(names: &[String]) -> Result<Vec<String>> {
    let names = tag::typed(&names.join(","));
    let mut faults = Faults::default();
    let short = names.iter().all(|it| it.chars().count() <= LONGEST_TAG);
    faults.unless(short, ClientRefused::TagTooLong);
    faults.unless(names.len() <= MOST_TAGS, ClientRefused::TooManyTags);
    faults.none()?;
    Ok(names)
}
