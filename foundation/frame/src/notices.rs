//! What somebody should know of: a colleague named them, a step is due.
//!
//! A notice is kept in the transaction of what it tells, and told in words by the capability whose
//! prefix its name has, exactly like an event. It holds names and numbers, never what somebody
//! wrote: that is read where it stands, by whoever may.

use kernel::{CompanyId, EventId, Instant, PersonId, ids};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, PaginatorTrait, QueryOrder, QuerySelect};
use serde_json::Value as Json;

use crate::ctx::{Ctx, Via};
use crate::error::{Error, Result};
use crate::stream;
use crate::table::Table;
use crate::tx::Tx;

ids! {
    /// Something that somebody should know of.
    NoticeId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoticeId,
    /// Who should know.
    pub person_id: PersonId,
    /// Who did it; nobody when it came by itself.
    pub actor_id: Option<PersonId>,
    pub name: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub data: String,
    /// The page that shows it.
    pub link: String,
    pub at: Instant,
    pub read_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) const TABLE: Table = Table::of::<Entity>();

/// Something that somebody should know of, before it is kept.
#[derive(Clone, Debug)]
pub struct Notice {
    pub name: &'static str,
    pub subject_kind: &'static str,
    pub subject_id: Uuid,
    pub link: String,
    data: serde_json::Map<String, Json>,
}

impl Notice {
    /// `Notice::of("accounts.mentioned", "note", note.id, "/accounts/…")`.
    pub fn of(
        name: &'static str,
        subject_kind: &'static str,
        subject: impl Into<Uuid>,
        link: String,
    ) -> Self {
        let data = serde_json::Map::new();
        Self { name, subject_kind, subject_id: subject.into(), link, data }
    }

    pub fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }
}

/// Keeps a notice for somebody of the company. Nobody is told of what they did themselves.
pub async fn tell(tx: &Tx, person: PersonId, notice: Notice) -> Result<()> {
    let actor = tx.actor.somebody();
    if actor == Some(person) {
        return Ok(());
    }
    tell_anyway(tx, person, actor, notice).await
}

/// As [`tell`], for what comes by itself: a reminder is for whoever asked for it.
pub async fn remind(tx: &Tx, person: PersonId, notice: Notice) -> Result<()> {
    tell_anyway(tx, person, None, notice).await
}

async fn tell_anyway(
    tx: &Tx,
    person: PersonId,
    actor: Option<PersonId>,
    notice: Notice,
) -> Result<()> {
    tx.insert(ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        person_id: Set(person),
        actor_id: Set(actor),
        name: Set(notice.name.to_owned()),
        subject_kind: Set(notice.subject_kind.to_owned()),
        subject_id: Set(notice.subject_id),
        data: Set(serde_json::to_string(&notice.data)?),
        link: Set(notice.link),
        at: Set(tx.now),
        read_at: Set(None),
    })
    .await?;
    Ok(())
}

/// Takes back what was told of a record that is there no more, wherever nobody has read it yet.
pub async fn take_back(tx: &Tx, subject: impl Into<Uuid>) -> Result<()> {
    let these =
        Condition::all().add(Column::SubjectId.eq(subject.into())).add(Column::ReadAt.is_null());
    tx.delete_where::<Entity, _>(Column::CompanyId, these).await?;
    Ok(())
}

/// As [`take_back`], of this kind alone.
pub async fn take_back_of(tx: &Tx, name: &str, subject: impl Into<Uuid>) -> Result<()> {
    let these = Condition::all()
        .add(Column::SubjectId.eq(subject.into()))
        .add(Column::Name.eq(name))
        .add(Column::ReadAt.is_null());
    tx.delete_where::<Entity, _>(Column::CompanyId, these).await?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "everybody reads their own notices and no others")]
fn mine(ctx: &Ctx) -> Select<Entity> {
    Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::PersonId.eq(ctx.actor.person))
}

/// The actor's own notices, the newest first, before this one.
pub async fn list(ctx: &Ctx, before: Option<NoticeId>, limit: u64) -> Result<Vec<Model>> {
    let mut notices = mine(ctx);
    if let Some(before) = before {
        notices = notices.filter(Column::Id.lt(before));
    }
    Ok(notices.order_by_desc(Column::Id).limit(limit).all(ctx).await?)
}

/// One of them.
pub async fn get(ctx: &Ctx, id: NoticeId) -> Result<Model> {
    mine(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// How many the actor has not read.
pub async fn unread(ctx: &Ctx) -> Result<u64> {
    Ok(mine(ctx).filter(Column::ReadAt.is_null()).count(ctx).await?)
}

/// Says that the actor has read these, or all.
pub async fn read(tx: &Tx, id: Option<NoticeId>) -> Result<u64> {
    let mut these =
        Condition::all().add(Column::PersonId.eq(tx.actor.person)).add(Column::ReadAt.is_null());
    if let Some(id) = id {
        these = these.add(Column::Id.eq(id));
    }
    let read = vec![(Column::ReadAt, tx.now.into())];
    tx.update_where::<Entity, _>(Column::CompanyId, these, read).await
}

impl Model {
    /// The event that would be told in the same words.
    fn as_event(&self) -> stream::Model {
        stream::Model {
            company_id: self.company_id,
            seq: 0,
            id: EventId(self.id.0),
            at: self.at,
            actor_id: self.actor_id,
            via: String::new(),
            origin: String::new(),
            name: self.name.clone(),
            subject_kind: self.subject_kind.clone(),
            subject_id: self.subject_id,
            owner_id: Some(self.person_id),
            about_id: None,
            data: self.data.clone(),
            previous: Vec::new(),
            hash: Vec::new(),
        }
    }
}

impl Ctx {
    /// What a notice says, in words.
    pub fn tell_notice(&self, notice: &Model) -> Option<String> {
        self.tell(&notice.as_event())
    }

    /// Learns, for the head of a page, how many notices wait.
    pub(crate) async fn look_for_notices(&self) -> Result<()> {
        if self.actor.via == Via::Session {
            self.remember(Unread(unread(self).await?));
        }
        Ok(())
    }
}

/// How many notices the actor has not read.
#[derive(Clone, Copy)]
pub(crate) struct Unread(pub u64);
