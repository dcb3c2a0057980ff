//! What somebody keeps of a report under a name: its question, or a frozen copy of an answer.

use std::collections::BTreeMap;

use frame::{Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};

use crate::asked::Asked;
use crate::report::{REPORTS, Report, may_see};
use crate::rules::{Shared, reaches};

ids! {
    /// Something kept of a report.
    KeptId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeptId,
    pub owner_id: PersonId,
    pub name: String,
    /// The word of the report.
    pub report: String,
    /// The question, as JSON.
    pub asked: String,
    pub shared: Shared,
    /// When the copy was taken; none of a question.
    pub taken_at: Option<Instant>,
    /// How far its keeper reached then.
    pub reach: Option<String>,
    /// Up to which event of the stream it was computed, and that event's hash.
    pub stream_seq: Option<i64>,
    pub stream_hash: Option<String>,
    /// The figures, as JSON.
    pub answer: Option<String>,
    /// Of the answer.
    pub sha256: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { KeptId, Area::Reports, OwnerId }

impl Model {
    pub fn is_copy(&self) -> bool {
        self.taken_at.is_some()
    }

    pub fn question(&self) -> Result<Asked> {
        Ok(serde_json::from_str(&self.asked)?)
    }

    pub fn of_report(&self) -> Option<&'static Report> {
        REPORTS.iter().copied().find(|it| it.word == self.report)
    }

    /// A copy shows the figures of a reach: whoever lost it reads them no more.
    fn is_readable(&self, ctx: &Ctx) -> bool {
        let Some(report) = self.of_report().filter(|it| may_see(ctx, it)) else { return false };
        let areas = std::iter::once(&report.source.area).chain(report.source.also);
        let narrowest = areas.map(|it| ctx.actor.reach(Act::View, *it)).min();
        match &self.reach {
            None => true,
            Some(then) => narrowest.is_some_and(|it| reaches(it, then)),
        }
    }
}

/// Theirs, and the questions that were shared with them.
fn theirs(ctx: &Ctx) -> Condition {
    people::shared_with(ctx, Column::OwnerId, Column::Shared)
}

/// What the actor keeps and what others share, by name.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    if !ctx.may(Act::View, Area::Reports) {
        return Err(Error::Denied);
    }
    let kept = ctx.whole_company::<Entity>().filter(theirs(ctx)).filter(Column::HiddenAt.is_null());
    let kept = kept.order_by_asc(Column::Name).order_by_asc(Column::Id).all(ctx).await?;
    Ok(kept.into_iter().filter(|it| it.is_readable(ctx)).collect())
}

/// One that the actor may open, deleted or not.
async fn any(ctx: &Ctx, id: KeptId) -> Result<Model> {
    let kept = ctx.whole_company::<Entity>().filter(theirs(ctx)).filter(Column::Id.eq(id));
    let kept = kept.one(ctx).await?.filter(|it| it.is_readable(ctx));
    kept.ok_or(Error::NotFound)
}

/// One that the actor may open.
pub async fn get(ctx: &Ctx, id: KeptId) -> Result<Model> {
    let kept = any(ctx, id).await?;
    if kept.hidden_at.is_none() { Ok(kept) } else { Err(Error::NotFound) }
}

/// One that is the actor's own.
pub async fn mine(tx: &Tx, id: KeptId) -> Result<Model> {
    let kept = get(tx, id).await?;
    if kept.owner_id == tx.actor.person { Ok(kept) } else { Err(Error::Denied) }
}

/// One that the actor deleted, or did not.
pub async fn mine_hidden(ctx: &Ctx, id: KeptId) -> Result<Model> {
    let kept = any(ctx, id).await?;
    match kept.hidden_at {
        Some(_) if kept.owner_id != ctx.actor.person => Err(Error::NotFound),
        _ if kept.owner_id != ctx.actor.person => Err(Error::Denied),
        _ => Ok(kept),
    }
}

/// Something kept, as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct KeptOut {
    pub id: KeptId,
    pub owner_id: PersonId,
    pub name: String,
    /// The report's name in its address.
    pub report: String,
    /// What of it is asked, by the names of the report's own filters.
    pub asked: BTreeMap<String, String>,
    pub shared: Shared,
    /// What a frozen copy was computed from; none of a question.
    pub copy: Option<CopyOut>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// What a frozen copy was computed from.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct CopyOut {
    pub taken_at: Instant,
    /// How far its keeper reached: `own`, `team` or `company`.
    pub reach: String,
    /// The last event of the company's stream, and its hash.
    pub stream_seq: i64,
    pub stream_hash: String,
    /// Of the figures as they are kept.
    pub sha256: String,
}

impl KeptOut {
    pub fn of(kept: &Model) -> Result<Self> {
        Ok(Self {
            id: kept.id,
            owner_id: kept.owner_id,
            name: kept.name.clone(),
            report: kept.report.clone(),
            asked: serde_json::from_str(&kept.asked)?,
            shared: kept.shared,
            copy: kept.taken_at.map(|taken_at| CopyOut {
                taken_at,
                reach: kept.reach.clone().unwrap_or_default(),
                stream_seq: kept.stream_seq.unwrap_or_default(),
                stream_hash: kept.stream_hash.clone().unwrap_or_default(),
                sha256: kept.sha256.clone().unwrap_or_default(),
            }),
            created_at: kept.created_at,
            updated_at: kept.updated_at,
        })
    }
}
