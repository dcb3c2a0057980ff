//! What happened, once and in order.
//!
//! Every verb records its event in its own transaction. Audit, timelines, notices, webhooks and
//! live boards are read from here; none of them is written to by hand. Each event carries the
//! hash of the one before it, so that a row changed or taken away afterwards shows.

mod audit;

mod append;
mod afar;

mod reader;
mod told;

use kernel::{CompanyId, EventId, Instant, Lang, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::table::Table;

pub use afar::with_neighbours;
pub use audit::{Sought, audit};
pub use reader::Reader;
pub use told::{Sees, Told, told_about, within_reach};

pub(crate) use append::{Unplaced, append};
pub(crate) use reader::follow;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Counts up by one within the company.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub id: EventId,
    pub at: Instant,
    pub actor_id: Option<PersonId>,
    pub via: String,
    /// From where: the address and the request.
    pub origin: String,
    pub name: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// Whose record it is.
    pub owner_id: Option<PersonId>,
    /// The record on whose timeline it stands.
    pub about_id: Option<Uuid>,
    /// `{"before", "after", "why", …}` as JSON.
    pub data: String,
    pub previous: Vec<u8>,
    pub hash: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) const TABLE: Table = Table::of::<Entity>();
pub(crate) const HEAD: Table = Table::of::<head::Entity>();

/// Something that happened, before it has its place in the stream.
#[derive(Clone, Debug)]
pub struct Event {
    pub name: &'static str,
    pub subject_kind: &'static str,
    pub subject_id: Uuid,
    pub owner: Option<PersonId>,
    pub about: Option<Uuid>,
    data: serde_json::Map<String, Json>,
}

impl Event {
    /// `Event::of("visits.checked_in", "visit", visit.id)`.
    pub fn of(name: &'static str, subject_kind: &'static str, subject: impl Into<Uuid>) -> Self {
        let data = serde_json::Map::new();
        Self { name, subject_kind, subject_id: subject.into(), owner: None, about: None, data }
    }

    /// Whose record it is.
    pub fn owner(mut self, owner: impl Into<Option<PersonId>>) -> Self {
        self.owner = owner.into();
        self
    }

    /// The record on whose timeline it stands.
    pub fn about(mut self, record: impl Into<Uuid>) -> Self {
        self.about = Some(record.into());
        self
    }

    pub fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }

    /// What a field was and what it became; nothing if it stayed.
    pub fn change(mut self, field: &str, before: impl Into<Json>, after: impl Into<Json>) -> Self {
        let (before, after) = (before.into(), after.into());
        if before != after {
            let changes = self.data.entry("changes").or_insert_with(|| json!({}));
            changes[field] = json!({ "before": before, "after": after });
        }
        self
    }

    /// What it says under this key.
    pub fn said(&self, key: &str) -> Option<&Json> {
        self.data.get(key)
    }

    /// Whether this field came out as something else than before.
    pub fn changed(&self, field: &str) -> bool {
        self.data.get("changes").is_some_and(|changes| changes.get(field).is_some())
    }

    /// The reason that somebody gave.
    pub fn why(self, why: Option<&str>) -> Self {
        match why {
            Some(why) => self.with("why", why),
            None => self,
        }
    }
}

/// Told to those who watch, after the commit: a hint, not the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Woken {
    /// None when anything may have happened anywhere: look again.
    pub company: Option<CompanyId>,
    /// Whose record it is; none when it is nobody's in particular.
    pub owner: Option<PersonId>,
    /// Another process committed it.
    pub afar: bool,
}

impl Woken {
    /// Anything may have happened: some of another process's wake-ups may have been missed.
    pub const ANYTHING: Self = Self { company: None, owner: None, afar: true };

    /// This process committed something of this person's.
    pub fn here(company: CompanyId, owner: Option<PersonId>) -> Self {
        Self { company: Some(company), owner, afar: false }
    }
}

mod head {
    use super::{CompanyId, DeriveRelation, EnumIter};
    use sea_orm::entity::prelude::*;

    /// Where a company's stream ends.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stream_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub company_id: CompanyId,
        pub seq: i64,
        pub hash: Vec<u8>,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Model {
    /// SHA-256 over the hash of the row before and everything that this row says.
    pub fn digest(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(&self.previous);
        for part in [
            self.company_id.to_string(),
            self.seq.to_string(),
            self.id.to_string(),
            self.at.0.to_string(),
            self.actor_id.map(|it| it.to_string()).unwrap_or_default(),
            self.via.clone(),
            self.origin.clone(),
            self.name.clone(),
            self.subject_kind.clone(),
            self.subject_id.to_string(),
            self.owner_id.map(|it| it.to_string()).unwrap_or_default(),
            self.about_id.map(|it| it.to_string()).unwrap_or_default(),
            self.data.clone(),
        ] {
            // The length goes first, so that no text can pretend to be two.
            digest.update(part.len().to_be_bytes());
            digest.update(part.as_bytes());
        }
        digest.finalize().to_vec()
    }

    /// What the event says beside its name, as JSON.
    pub fn says(&self) -> Json {
        serde_json::from_str(&self.data).unwrap_or(Json::Null)
    }
}

/// How a capability tells its events: those whose names begin with its prefix. Several may share
/// one, and each tells its own.
#[derive(Clone, Copy)]
pub struct Teller {
    /// `visits.`
    pub prefix: &'static str,
    /// One sentence for a person; nothing when only the audit needs to know.
    pub tell: fn(&Model, Lang) -> Option<String>,
    /// Which of them a reader may be told who sees the record on whose timeline they stand.
    pub sees: Sees,
}

impl Ctx {
    /// What happened, in words.
    pub fn tell(&self, event: &Model) -> Option<String> {
        let mut tellers = self.app.tellers.iter().filter(|it| event.name.starts_with(it.prefix));
        tellers.find_map(|it| (it.tell)(event, self.lang()))
    }
}

/// Where a company's stream ends, as the reader's snapshot has it: the number of the last event and
/// its hash. Whatever was computed in the same snapshot follows from the events up to there.
#[expect(clippy::disallowed_methods, reason = "the end of the stream is no record of anybody's")]
pub async fn end_with_hash(ctx: &Ctx) -> Result<(i64, Vec<u8>)> {
    let end = head::Entity::find_by_id(ctx.actor.company).one(ctx).await?;
    Ok(end.map(|it| (it.seq, it.hash)).unwrap_or_default())
}

/// What happened to the record with this id, newest first. The caller has loaded that record
/// within its reach.
pub async fn about(ctx: &Ctx, record: Uuid, before: Option<i64>, limit: u64) -> Result<Vec<Model>> {
    about_all(ctx, [record], None, before, limit).await
}

/// One name, or with a full stop at its end every name that begins so.
fn is_named(name: &str) -> SimpleExpr {
    if name.ends_with('.') { Column::Name.starts_with(name) } else { Column::Name.eq(name) }
}

/// As [`about`], for records that became one, and for some of what happened alone: events of these
/// names, or of names that begin with one that ends in a full stop.
#[expect(clippy::disallowed_methods, reason = "the timeline of a record that was loaded in reach")]
pub async fn about_all(
    ctx: &Ctx,
    records: impl IntoIterator<Item = Uuid>,
    named: Option<&[&str]>,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<Model>> {
    let mut events = Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::AboutId.is_in(records));
    if let Some(named) = named {
        let any = named.iter().fold(Condition::any(), |any, it| any.add(is_named(it)));
        events = events.filter(any);
    }
    if let Some(before) = before {
        events = events.filter(Column::Seq.lt(before));
    }
    Ok(events.order_by_desc(Column::Seq).limit(limit).all(ctx).await?)
}

/// What happened under this name to records of this person, at or after a moment.
#[expect(clippy::disallowed_methods, reason = "a person's own part of the stream")]
pub async fn of_owner(
    ctx: &Ctx,
    owner: PersonId,
    name: &str,
    since: Instant,
) -> Result<Vec<Model>> {
    let events = Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::OwnerId.eq(owner))
        .filter(Column::Name.eq(name))
        .filter(Column::At.gte(since));
    Ok(events.order_by_asc(Column::Seq).all(ctx).await?)
}

/// The last time that this happened to a record, at or after a moment. What it says may be shown
/// only to those whom its owner's records may be shown.
#[expect(clippy::disallowed_methods, reason = "the one place where the stream is read")]
pub async fn of_subject(
    ctx: &Ctx,
    subject: impl Into<Uuid>,
    name: &str,
    since: Instant,
) -> Result<Option<Model>> {
    let events = Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::SubjectId.eq(subject.into()))
        .filter(Column::Name.eq(name))
        .filter(Column::At.gte(since));
    Ok(events.order_by_desc(Column::Seq).one(ctx).await?)
}

/// What happened to this very record, newest first, on whosever timeline it stands. The caller has
/// loaded the record within its reach.
#[expect(clippy::disallowed_methods, reason = "the one place where the stream is read")]
pub async fn of_record(ctx: &Ctx, record: impl Into<Uuid>, limit: u64) -> Result<Vec<Model>> {
    let events = Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::SubjectId.eq(record.into()));
    Ok(events.order_by_desc(Column::Seq).limit(limit).all(ctx).await?)
}

/// Where the company's stream ends: the cursor of whoever reads on from here.
#[expect(clippy::disallowed_methods, reason = "the one place where the stream is read")]
pub async fn end(ctx: &Ctx) -> Result<i64> {
    let head = head::Entity::find_by_id(ctx.actor.company).one(ctx).await?;
    Ok(head.map_or(0, |head| head.seq))
}

/// When the last event was recorded.
#[expect(clippy::disallowed_methods, reason = "the doctor reads the whole stream")]
pub async fn last_at(ctx: &Ctx) -> Result<Option<Instant>> {
    let last = Entity::find()
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .order_by_desc(Column::Seq)
        .one(ctx)
        .await?;
    Ok(last.map(|it| it.at))
}

/// The first event whose hash does not follow from what it says and from the one before it.
#[expect(clippy::disallowed_methods, reason = "the doctor reads the whole stream")]
pub async fn first_broken(ctx: &Ctx) -> Result<Option<i64>> {
    let (mut seq, mut hash) = (0, Vec::new());
    loop {
        let some = Entity::find()
            .filter(Column::CompanyId.eq(ctx.actor.company))
            .filter(Column::Seq.gt(seq))
            .order_by_asc(Column::Seq)
            .limit(1_000)
            .all(ctx)
            .await?;
        if some.is_empty() {
            break;
        }
        for event in some {
            let follows = event.seq == seq + 1 && event.previous == hash;
            if !follows || event.digest() != event.hash {
                return Ok(Some(event.seq));
            }
            (seq, hash) = (event.seq, event.hash);
        }
    }
    Ok((end(ctx).await? != seq).then_some(seq + 1))
}
