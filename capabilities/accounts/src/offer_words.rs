//! A company settles which tags and industries are offered, and takes back what nobody uses.

use frame::{Event, Result, Tx, text};
use kernel::access::{Act, Area};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::account;
use crate::custom_field::{self, CustomFieldId};
use crate::industry;
use crate::rules::client_refused::{ClientRefused, LONGEST_TAG};
use crate::tag::{self, TagId};

/// Offers a tag, which the company may have had already.
pub async fn add_tag(tx: &Tx, name: &str) -> Result<TagId> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let name = short(name)?;
    let key = text::key(&name);
    let known = tx.whole_company::<tag::Entity>().filter(tag::Column::NameKey.eq(key.as_str()));
    if let Some(known) = known.one(&**tx).await? {
        return Ok(known.id);
    }
    let new = tag::Model {
        company_id: tx.actor.company,
        id: tx.id::<TagId>(),
        name,
        name_key: key,
        created_at: tx.now,
    };
    let new = tx.add::<_, tag::ActiveModel>(new).await?;
    tx.record(word("accounts.word_offered", "tag", &new.name, tx));
    Ok(new.id)
}

/// Takes a tag back; answers no if it hangs on a client.
pub async fn remove_tag(tx: &Tx, id: TagId) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let this = tx.whole_company::<tag::Entity>().filter(tag::Column::Id.eq(id));
    let Some(tag) = this.one(&**tx).await? else { return Ok(true) };
    let removal = tx.unless_needed(async |tx| {
        let this = tag::Column::Id.eq(id);
        tx.delete_where::<tag::Entity, _>(tag::Column::CompanyId, this).await.map(drop)
    });
    let gone = removal.await?;
    if gone {
        tx.record(word("accounts.word_removed", "tag", &tag.name, tx));
    }
    Ok(gone)
}

/// Offers an industry; answers its key.
pub async fn add_industry(tx: &Tx, name: &str) -> Result<String> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let name = short(name)?;
    let key = text::key(&name);
    let known = tx.whole_company::<industry::Entity>();
    let known = known.filter(industry::Column::NameKey.eq(key.as_str()));
    if known.one(&**tx).await?.is_none() {
        let new = industry::Model {
            company_id: tx.actor.company,
            name_key: key.clone(),
            name,
            created_at: tx.now,
        };
        let new = tx.add::<_, industry::ActiveModel>(new).await?;
        tx.record(word("accounts.word_offered", "industry", &new.name, tx));
    }
    Ok(key)
}

/// Offers an industry no more; answers no if a client is of it.
pub async fn remove_industry(tx: &Tx, key: &str) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let stored = Func::lower(Expr::col((account::Entity, account::Column::Industry)));
    let used = tx
        .whole_company::<account::Entity>()
        .filter(Expr::from(stored).eq(key))
        .filter(account::Column::HiddenAt.is_null())
        .limit(1);
    if used.one(&**tx).await?.is_some() {
        return Ok(false);
    }
    let this = industry::Column::NameKey.eq(key);
    let company = industry::Column::CompanyId;
    if tx.delete_where::<industry::Entity, _>(company, this).await? == 1 {
        tx.record(word("accounts.word_removed", "industry", key, tx));
    }
    Ok(true)
}

/// Takes a field back; answers no if it says something of somebody.
pub async fn remove_field(tx: &Tx, id: CustomFieldId) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let this = tx.whole_company::<custom_field::Entity>();
    let this = this.filter(custom_field::Column::Id.eq(id));
    let Some(field) = this.one(&**tx).await? else { return Ok(true) };
    let removal = tx.unless_needed(async |tx| {
        let this = custom_field::Column::Id.eq(id);
        let company = custom_field::Column::CompanyId;
        tx.delete_where::<custom_field::Entity, _>(company, this).await.map(drop)
    });
    let gone = removal.await?;
    if gone {
        tx.record(word("accounts.word_removed", "field", &field.code, tx));
    }
    Ok(gone)
}

fn short(name: &str) -> Result<String> {
    let name = text::line(name).filter(|it| it.chars().count() <= LONGEST_TAG);
    name.ok_or(frame::Error::refused(ClientRefused::TagTooLong))
}

/// A word is the company's, and has no timeline of its own.
fn word(name: &'static str, kind: &str, word: &str, tx: &Tx) -> Event {
    Event::of(name, "company", tx.actor.company).with("kind", kind).with("name", word)
}
