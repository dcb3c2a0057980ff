//! Something that happened with a client and is worth keeping: a call, a message, a meeting, or
//! simply a note.

use accounts::{AccountId, ContactId, account};
use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, Select};
use tasks::TaskId;

ids! {
    /// A note about a client.
    NoteId,
}

labels! {
    /// What it was.
    #[derive(Default)]
    pub enum NoteKind {
        /// Nothing that happened between two people: something to know.
        #[default]
        Note = "note",
        Call = "call",
        Video = "video",
        Message = "message",
        Email = "email",
        Meeting = "meeting",
    }
}

labels! {
    /// Who began it.
    pub enum Direction {
        /// We did.
        Out = "out",
        /// The client did.
        In = "in",
    }
}

impl NoteKind {
    /// The name of the event that tells it.
    pub const fn event(self) -> &'static str {
        match self {
            Self::Note => "accounts.noted",
            Self::Call => "accounts.called",
            Self::Video => "accounts.video_called",
            Self::Message => "accounts.messaged",
            Self::Email => "accounts.emailed",
            Self::Meeting => "accounts.met",
        }
    }

    pub const fn icon(self) -> &'static str {
        match self {
            Self::Note => "notebook-pen",
            Self::Call => "phone",
            Self::Video => "monitor",
            Self::Message => "message-circle",
            Self::Email => "mail",
            Self::Meeting => "users",
        }
    }

    /// Somebody began it, and it took a while.
    pub const fn is_between_people(self) -> bool {
        !matches!(self, Self::Note)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    /// Who wrote it.
    pub owner_id: PersonId,
    pub account_id: AccountId,
    /// The visit during which it was written.
    pub visit_id: Option<Uuid>,
    pub text: String,
    /// When it was written down.
    pub at: Instant,
    pub kind: NoteKind,
    pub direction: Option<Direction>,
    /// When it happened.
    pub happened_at: Instant,
    pub minutes: Option<i32>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Never shown on anything that a client sees.
    pub internal: bool,
    pub opportunity_id: Option<Uuid>,
    /// The next step that came of it.
    pub task_id: Option<TaskId>,
    pub pinned_at: Option<Instant>,
    pub edited_at: Option<Instant>,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = NoteId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever wrote it, and whoever looks after the client.
    fn owned_by(whose: frame::Whose) -> Condition {
        Condition::any()
            .add(whose.holds(Column::OwnerId))
            .add(account::is_theirs(Column::AccountId, whose))
    }
}

/// The notes that the actor may view and that nobody took away.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// One of them.
pub async fn one_shown(ctx: &Ctx, id: NoteId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// Something that happened, as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ActivityOut {
    pub id: NoteId,
    pub account_id: AccountId,
    pub kind: NoteKind,
    pub direction: Option<Direction>,
    pub happened_at: Instant,
    pub minutes: Option<i32>,
    /// The people there with whom it was.
    pub contact_ids: Vec<ContactId>,
    pub text: String,
    pub outcome: Option<String>,
    /// Never shown on anything that a client sees.
    pub internal: bool,
    pub pinned: bool,
    pub author_id: PersonId,
    pub visit_id: Option<Uuid>,
    pub opportunity_id: Option<Uuid>,
    pub task_id: Option<TaskId>,
    /// Colleagues who are named in it and may see the client.
    pub mentioned_ids: Vec<PersonId>,
    pub written_at: Instant,
    pub edited_at: Option<Instant>,
}

impl ActivityOut {
    pub fn of(note: Model, contact_ids: Vec<ContactId>, mentioned_ids: Vec<PersonId>) -> Self {
        Self {
            id: note.id,
            account_id: note.account_id,
            kind: note.kind,
            direction: note.direction,
            happened_at: note.happened_at,
            minutes: note.minutes,
            contact_ids,
            text: note.text,
            outcome: note.outcome,
            internal: note.internal,
            pinned: note.pinned_at.is_some(),
            author_id: note.owner_id,
            visit_id: note.visit_id,
            opportunity_id: note.opportunity_id,
            task_id: note.task_id,
            mentioned_ids,
            written_at: note.at,
            edited_at: note.edited_at,
        }
    }
}
