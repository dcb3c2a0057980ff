//! A file that is kept with a client, with something that happened there, or with a deal.

use accounts::{AccountId, account};
use activities::{NoteId, note};
use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use pipeline::{OpportunityId, opportunity};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, QuerySelect, QueryTrait, Select};

use crate::holder::Holder;
use crate::rules::Kind;

ids! {
    /// A file that is kept with a client, with something that happened there, or with a deal.
    AttachmentId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttachmentId,
    /// The client; none when it is a deal's.
    pub account_id: Option<AccountId>,
    pub opportunity_id: Option<OpportunityId>,
    /// What happened with the client, if it belongs to that.
    pub note_id: Option<NoteId>,
    /// Who brought it.
    pub owner_id: PersonId,
    pub name: String,
    pub description: Option<String>,
    pub kind: Kind,
    /// Of what is kept.
    pub bytes: i64,
    /// Of what was sent, in hexadecimal.
    pub sha256: String,
    /// Under which it is kept; of a picture, that of the picture made anew.
    pub content: String,
    pub width: Option<i32>,
    pub height: Option<i32>,
    /// Never shown on anything that a client sees.
    pub internal: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = AttachmentId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after the client, and whoever is on its team.
    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

impl Model {
    /// With what it is kept.
    pub fn holder(&self) -> Result<Holder> {
        match (self.account_id, self.note_id, self.opportunity_id) {
            (Some(_), Some(note), _) => Ok(Holder::Activity(note)),
            (Some(account), None, _) => Ok(Holder::Account(account)),
            (None, _, Some(deal)) => Ok(Holder::Opportunity(deal)),
            (None, _, None) => Err(Error::NotFound),
        }
    }

    pub fn is_picture(&self) -> bool {
        self.kind == Kind::Picture
    }
}

/// The attachments of clients and deals that the actor may view, those that were hidden among them.
/// What belongs to something that was taken away is away with it.
pub fn in_reach(ctx: &Ctx) -> Select<Entity> {
    let clients = account::shown(ctx).select_only().column(account::Column::Id).into_query();
    let notes = ctx
        .whole_company::<note::Entity>()
        .filter(note::Column::HiddenAt.is_null())
        .select_only()
        .column(note::Column::Id)
        .into_query();
    let said =
        Condition::any().add(Column::NoteId.is_null()).add(Column::NoteId.in_subquery(notes));
    let of_clients = Condition::all().add(Column::AccountId.in_subquery(clients)).add(said);
    let of_deals = Column::OpportunityId.in_subquery(deals(opportunity::shown(ctx)));
    ctx.whole_company::<Entity>().filter(Condition::any().add(of_clients).add(of_deals))
}

fn deals(of: Select<opportunity::Entity>) -> SelectStatement {
    of.select_only().column(opportunity::Column::Id).into_query()
}

/// Those that nobody hid.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    in_reach(ctx).filter(Column::HiddenAt.is_null())
}

/// One of those.
pub async fn get(ctx: &Ctx, id: AttachmentId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// What is kept with this: with a client also what is kept with its deals, as far as the reader
/// sees those.
pub fn is_with(ctx: &Ctx, holder: Holder) -> Condition {
    match holder {
        Holder::Account(account) => {
            let of_client = opportunity::of_account(ctx, account);
            Condition::any()
                .add(Column::AccountId.eq(account))
                .add(Column::OpportunityId.in_subquery(deals(of_client)))
        }
        Holder::Opportunity(deal) => Condition::all().add(Column::OpportunityId.eq(deal)),
        Holder::Activity(note) => Condition::all().add(Column::NoteId.eq(note)),
    }
}

/// A file as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AttachmentOut {
    pub id: AttachmentId,
    /// None when it is kept with a deal.
    pub account_id: Option<AccountId>,
    pub opportunity_id: Option<OpportunityId>,
    pub activity_id: Option<NoteId>,
    pub name: String,
    pub description: Option<String>,
    pub kind: Kind,
    /// Of what is kept; a picture is made anew.
    pub bytes: i64,
    /// Of what was sent, in hexadecimal.
    pub sha256: String,
    /// Of what is kept.
    pub content_sha256: String,
    pub width: Option<i32>,
    pub height: Option<i32>,
    /// Never shown on anything that a client sees.
    pub internal: bool,
    /// Who brought it.
    pub person_id: PersonId,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl From<Model> for AttachmentOut {
    fn from(it: Model) -> Self {
        Self {
            id: it.id,
            account_id: it.account_id,
            opportunity_id: it.opportunity_id,
            activity_id: it.note_id,
            name: it.name,
            description: it.description,
            kind: it.kind,
            bytes: it.bytes,
            sha256: it.sha256,
            content_sha256: it.content,
            width: it.width,
            height: it.height,
            internal: it.internal,
            person_id: it.owner_id,
            created_at: it.created_at,
            updated_at: it.updated_at,
        }
    }
}
