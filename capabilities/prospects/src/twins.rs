//! Clients and prospects that look like one: before it is written down twice, and before a second
//! client is made of it. What is out of reach is never told.

use std::collections::{BTreeMap, BTreeSet};

use accounts::rules::likeness::{Part, Traits, keys, keys_around, likeness, street};
use accounts::{AccountId, look_alikes};
use frame::{Ctx, Result, Tx};
use kernel::{Lang, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::fields::ProspectFields;
use crate::prospect::{self, Model, ProspectId};
use crate::prospect_key;
use crate::words::Words;

/// A key that more prospects share says nothing about them.
const MOST_OF_A_KEY: u64 = 60;
/// More than these nobody compares.
const MOST: usize = 5;

/// A client or a prospect that looks like one, and that the reader may see.
#[derive(Clone, Debug)]
pub struct Twin {
    pub name: String,
    /// 50 to 100: the sum of its reasons.
    pub score: i32,
    pub parts: Vec<Part>,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Account(AccountId),
    Prospect(ProspectId),
}

impl Twin {
    pub fn href(&self) -> String {
        match self.what {
            What::Account(id) => format!("/accounts/{id}"),
            What::Prospect(id) => format!("/prospects/{id}"),
        }
    }

    pub fn account(&self) -> Option<AccountId> {
        match self.what {
            What::Account(id) => Some(id),
            What::Prospect(_) => None,
        }
    }

    /// Why, in words.
    pub fn why(&self, lang: Lang) -> String {
        let said = self.parts.iter().map(|it| accounts::likeness_part(*it, lang));
        said.collect::<Vec<_>>().join(", ")
    }

    /// What it is: a client, or another prospect.
    pub fn kind(&self, lang: Lang) -> &'static str {
        match self.what {
            What::Account(_) => Words::of(lang).twin_account(),
            What::Prospect(_) => Words::of(lang).twin_prospect(),
        }
    }
}

/// What of a prospect can be compared.
pub fn traits(fields: &ProspectFields) -> Traits {
    let street = fields.street.as_deref().map(|it| street(it, fields.city.as_deref()));
    Traits {
        name: fields.name.clone(),
        phones: fields.phone.iter().cloned().collect(),
        emails: fields.email.iter().cloned().collect(),
        streets: street.into_iter().filter(|it| !it.is_empty()).collect(),
        ..Traits::default()
    }
}

/// The clients that look like this, the likest first.
pub async fn like_accounts(ctx: &Ctx, of: &Traits) -> Result<Vec<Twin>> {
    let alike = look_alikes(ctx, of).await?.seen.into_iter().map(|it| Twin {
        name: it.account.name,
        score: it.likeness.score(),
        parts: it.likeness.parts,
        what: What::Account(it.account.id),
    });
    Ok(alike.collect())
}

/// The clients and the prospects that look like this, clients first; the prospect itself is left
/// out, and so is what became a client: that is found as such.
pub async fn twins(ctx: &Ctx, of: &Traits, itself: Option<ProspectId>) -> Result<Vec<Twin>> {
    let mut twins = like_accounts(ctx, of).await?;
    twins.extend(like_prospects(ctx, of, itself).await?);
    Ok(twins)
}

async fn like_prospects(ctx: &Ctx, of: &Traits, itself: Option<ProspectId>) -> Result<Vec<Twin>> {
    let mut near: BTreeSet<ProspectId> = BTreeSet::new();
    for key in keys_around(of) {
        let same: Vec<ProspectId> = ctx
            .whole_company::<prospect_key::Entity>()
            .select_only()
            .column(prospect_key::Column::ProspectId)
            .filter(prospect_key::Column::Key.eq(key))
            .limit(MOST_OF_A_KEY)
            .into_tuple()
            .all(ctx)
            .await?;
        near.extend(same);
    }
    if let Some(itself) = itself {
        near.remove(&itself);
    }
    let seen = prospect::shown(ctx)
        .filter(prospect::Column::Id.is_in(near))
        .filter(prospect::Column::AccountId.is_null());
    let mut twins: Vec<Twin> = Vec::new();
    for other in seen.all(ctx).await? {
        let likeness = likeness(of, &traits(&ProspectFields::of(&other)));
        if likeness.is_likely() {
            twins.push(Twin {
                score: likeness.score(),
                parts: likeness.parts,
                what: What::Prospect(other.id),
                name: other.name,
            });
        }
    }
    twins.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.name.cmp(&b.name)));
    twins.truncate(MOST);
    Ok(twins)
}

/// Keeps what these prospects are found by, as they are now.
pub async fn keep_keys(tx: &Tx, prospects: &[Model]) -> Result<()> {
    let ids = prospects.iter().map(|it| it.id);
    let rows = tx
        .whole_company::<prospect_key::Entity>()
        .filter(prospect_key::Column::ProspectId.is_in(ids))
        .all(&**tx)
        .await?;
    let mut kept: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        kept.entry(row.prospect_id.0).or_default().insert(row.key);
    }
    let mut new = Vec::new();
    for prospect in prospects {
        let wanted = keys(&traits(&ProspectFields::of(prospect)));
        let had = kept.remove(&prospect.id.0).unwrap_or_default();
        let gone: Vec<String> = had.difference(&wanted).cloned().collect();
        if !gone.is_empty() {
            let these = Condition::all()
                .add(prospect_key::Column::ProspectId.eq(prospect.id))
                .add(prospect_key::Column::Key.is_in(gone));
            let company = prospect_key::Column::CompanyId;
            tx.delete_where::<prospect_key::Entity, _>(company, these).await?;
        }
        new.extend(wanted.difference(&had).map(|key| prospect_key::ActiveModel {
            company_id: Set(tx.actor.company),
            key: Set(key.clone()),
            prospect_id: Set(prospect.id),
        }));
    }
    tx.insert_all(new).await
}

/// What is written down looks like something that is there.
#[derive(Debug, thiserror::Error)]
#[error("looks like {} others", .0.len())]
pub struct LooksLike(Vec<Twin>);

/// Never changes; safe to branch on.
pub const LOOKS_LIKE: &str = "prospects.looks_like";

impl LooksLike {
    pub fn of(twins: Vec<Twin>) -> Self {
        Self(twins)
    }
}

impl Refusal for LooksLike {
    fn code(&self) -> &'static str {
        LOOKS_LIKE
    }

    fn sentence(&self, lang: Lang) -> String {
        let one = |it: &Twin| format!("{} ({}: {})", it.name, it.kind(lang), it.why(lang));
        let said: Vec<String> = self.0.iter().map(one).collect();
        Words::of(lang).refused_looks_like(said.join("; "))
    }
}
