//! The words of a record are kept with it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, QuerySelect};

use super::words::{Texts, grams, is_spelt};
use super::{gram, posting, word};
use crate::error::Result;
use crate::tx::Tx;

/// Values that one question holds.
const AT_ONCE: usize = 400;

/// From now on this record is found by these texts, and by none that it had before.
pub async fn keep(tx: &Tx, kind: &str, record: impl Into<Uuid>, texts: &Texts) -> Result<()> {
    keep_all(tx, kind, &[(record.into(), texts.clone())]).await
}

/// As [`keep`], for many records of one kind.
pub async fn keep_all(tx: &Tx, kind: &str, records: &[(Uuid, Texts)]) -> Result<()> {
    let wanted: BTreeMap<Uuid, BTreeSet<String>> =
        records.iter().map(|(id, texts)| (*id, texts.terms())).collect();
    let kept = kept(tx, kind, wanted.keys().copied().collect()).await?;

    let (mut new, mut spelt) = (Vec::new(), BTreeSet::new());
    for (record, terms) in &wanted {
        let known = kept.get(record).cloned().unwrap_or_default();
        let gone: Vec<String> = known.difference(terms).cloned().collect();
        if !gone.is_empty() {
            let these = Condition::all()
                .add(posting::Column::Kind.eq(kind))
                .add(posting::Column::RecordId.eq(*record))
                .add(posting::Column::Word.is_in(gone));
            tx.delete_where::<posting::Entity, _>(posting::Column::CompanyId, these).await?;
        }
        for term in terms.difference(&known) {
            if is_spelt(term) {
                spelt.insert(term.clone());
            }
            new.push(posting::ActiveModel {
                company_id: Set(tx.actor.company),
                kind: Set(kind.to_owned()),
                word: Set(term.clone()),
                record_id: Set(*record),
            });
        }
    }
    learn(tx, spelt).await?;
    tx.insert_all(new).await
}

/// These records are gone, and found by nothing.
pub async fn forget(tx: &Tx, kind: &str, records: impl IntoIterator<Item = Uuid>) -> Result<()> {
    let records: Vec<Uuid> = records.into_iter().collect();
    for some in records.chunks(AT_ONCE) {
        let theirs = Condition::all()
            .add(posting::Column::Kind.eq(kind))
            .add(posting::Column::RecordId.is_in(some.iter().copied()));
        tx.delete_where::<posting::Entity, _>(posting::Column::CompanyId, theirs).await?;
    }
    Ok(())
}

async fn kept(tx: &Tx, kind: &str, records: Vec<Uuid>) -> Result<BTreeMap<Uuid, BTreeSet<String>>> {
    let mut kept: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for some in records.chunks(AT_ONCE) {
        let rows = of_company::<posting::Entity>(tx, posting::Column::CompanyId)
            .filter(posting::Column::Kind.eq(kind))
            .filter(posting::Column::RecordId.is_in(some.iter().copied()));
        for row in rows.all(&**tx).await? {
            kept.entry(row.record_id).or_default().insert(row.word);
        }
    }
    Ok(kept)
}

/// Words that no record has said before are remembered with their pieces.
async fn learn(tx: &Tx, words: BTreeSet<String>) -> Result<()> {
    let words: Vec<String> = words.into_iter().collect();
    for some in words.chunks(AT_ONCE) {
        let known = of_company::<word::Entity>(tx, word::Column::CompanyId)
            .filter(word::Column::Word.is_in(some))
            .select_only()
            .column(word::Column::Word)
            .into_tuple::<String>();
        let known: BTreeSet<String> = known.all(&**tx).await?.into_iter().collect();
        let company = tx.actor.company;
        for new in some.iter().filter(|it| !known.contains(*it)) {
            let row = word::ActiveModel { company_id: Set(company), word: Set(new.clone()) };
            // Somebody else may learn the same word at this moment.
            let same = [word::Column::CompanyId, word::Column::Word];
            tx.put(row, OnConflict::columns(same).do_nothing().to_owned()).await?;
            for piece in grams(new) {
                let row = gram::ActiveModel {
                    company_id: Set(company),
                    gram: Set(piece),
                    word: Set(new.clone()),
                };
                let same = [gram::Column::CompanyId, gram::Column::Gram, gram::Column::Word];
                tx.put(row, OnConflict::columns(same).do_nothing().to_owned()).await?;
            }
        }
    }
    Ok(())
}

/// The index is nobody's record, so it has no reach of its own.
#[expect(clippy::disallowed_methods, reason = "the one place where the index is read to be kept")]
fn of_company<E: EntityTrait>(tx: &Tx, company: E::Column) -> sea_orm::Select<E> {
    E::find().filter(company.eq(tx.actor.company))
}
