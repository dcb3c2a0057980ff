//! Colleagues who are named in a note are told of it, if they may see the client.

use std::collections::BTreeSet;

use accounts::{Colleague, account, colleagues};
use frame::notices::{self, Notice};
use frame::{Result, Tx};
use kernel::PersonId;
use kernel::access::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};

use crate::mention;
use crate::note::Model;
use crate::rules::mentioned::{Named, mentioned};

impl Named for Colleague {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Keeps who is named in a note as it is now, and tells those who were not before. Answers the
/// names of those who may not see the client: they hear nothing of it.
pub async fn keep_mentions(tx: &Tx, note: &Model, account: &account::Model) -> Result<Vec<String>> {
    let before = mention::of(tx, [note.id]).await?.remove(&note.id).unwrap_or_default();
    if before.is_empty() && !note.text.contains('@') {
        return Ok(Vec::new());
    }
    let everybody = colleagues(tx, Area::Accounts, Some(account)).await?;
    let named = mentioned(&note.text, &everybody);
    let named = named.into_iter().filter_map(|it| everybody.get(it));
    let (seeing, blind): (Vec<_>, Vec<_>) = named.partition(|it| it.sees);
    let now: BTreeSet<PersonId> = seeing.iter().map(|it| it.id).collect();

    take_off(tx, note, &before, &now).await?;
    for person in now.into_iter().filter(|it| !before.contains(it)) {
        tx.insert(mention::ActiveModel {
            company_id: Set(tx.actor.company),
            note_id: Set(note.id),
            person_id: Set(person),
            at: Set(tx.now),
        })
        .await?;
        let link = format!("/notes/{}", note.id);
        let notice = Notice::of("accounts.mentioned", "note", note.id, link)
            .with("who", tx.actor.name.clone())
            .with("account", account.name.clone());
        notices::tell(tx, person, notice).await?;
    }
    Ok(blind.into_iter().map(|it| it.name.clone()).collect())
}

/// As [`keep_mentions`], by somebody who may not see the client any more: nobody hears of it anew.
/// Answers the names of those who would have.
pub async fn keep_old_mentions(tx: &Tx, note: &Model) -> Result<Vec<String>> {
    let before = mention::of(tx, [note.id]).await?.remove(&note.id).unwrap_or_default();
    let everybody = colleagues(tx, Area::Accounts, None).await?;
    let named = mentioned(&note.text, &everybody);
    let named: Vec<_> = named.into_iter().filter_map(|it| everybody.get(it)).collect();
    take_off(tx, note, &before, &named.iter().map(|it| it.id).collect()).await?;
    let new = named.into_iter().filter(|it| !before.contains(&it.id));
    Ok(new.map(|it| it.name.clone()).collect())
}

/// Forgets who is named no more.
async fn take_off(
    tx: &Tx,
    note: &Model,
    before: &[PersonId],
    now: &BTreeSet<PersonId>,
) -> Result<()> {
    let gone: Vec<PersonId> = before.iter().copied().filter(|it| !now.contains(it)).collect();
    if gone.is_empty() {
        return Ok(());
    }
    let these = Condition::all()
        .add(mention::Column::NoteId.eq(note.id))
        .add(mention::Column::PersonId.is_in(gone));
    tx.delete_where::<mention::Entity, _>(mention::Column::CompanyId, these).await?;
    Ok(())
}
