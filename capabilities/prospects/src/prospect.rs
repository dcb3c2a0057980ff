//! Somebody who may become a client, before there is anything to do business with.

use accounts::{AccountId, ContactId, account};
use frame::{Ctx, Error, Event, Owned, Result, Tx, Whose};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use kernel::{CompanyId, Day, Instant, PersonId, ids};
use people::person;
use pipeline::OpportunityId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{Condition, Select};

use crate::rules::ProspectRefused;
pub use crate::rules::ProspectStatus;

ids! {
    /// Somebody who may become a client.
    ProspectId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "prospect")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProspectId,
    /// Who follows it up; nobody yet while it waits in the inbox.
    pub owner_id: Option<PersonId>,
    /// Of the company, the shop, or the person.
    pub name: String,
    /// By which it is sorted and found.
    pub name_key: String,
    pub contact_name: Option<String>,
    pub contact_role: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub province: Option<String>,
    pub industry: Option<String>,
    /// A code of the company's list.
    pub source: String,
    /// By which another system knows it; unique in the company.
    pub external_key: Option<String>,
    pub note: Option<String>,
    pub status: ProspectStatus,
    /// Why it was let go: a code of the company's list.
    pub reason: Option<String>,
    pub reason_note: Option<String>,
    pub value_amount: Option<i64>,
    pub value_currency: String,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    /// The client that came of it, or that it already was.
    pub account_id: Option<AccountId>,
    pub contact_id: Option<ContactId>,
    pub opportunity_id: Option<OpportunityId>,
    /// What the conversion made, rather than found.
    pub made_account: bool,
    pub made_contact: bool,
    pub converted_at: Option<Instant>,
    pub converted_by: Option<PersonId>,
    pub created_at: Instant,
    pub created_by: Option<PersonId>,
    pub updated_at: Instant,
    /// Counts up with each change.
    pub version: i64,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = ProspectId;
    const AREA: Area = Area::Prospects;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever follows it up, and whoever looks after the client that came of it. What nobody has
    /// yet is seen by those who answer for others: they hand it out.
    fn owned_by(whose: Whose) -> Condition {
        let client = account::is_theirs(Column::AccountId, whose);
        let theirs = Condition::any().add(whose.holds(Column::OwnerId)).add(client);
        match whose {
            Whose::Person(..) => theirs,
            Whose::Line(..) => theirs.add(Column::OwnerId.is_null()),
        }
    }
}

impl Model {
    pub fn value(&self) -> Option<Money> {
        Some(Money::new(self.value_amount?, self.value_currency.clone()))
    }

    pub fn phone_shown(&self) -> String {
        self.phone.as_deref().map(frame::text::shown_phone).unwrap_or_default()
    }

    /// Where it is, on one line.
    pub fn place(&self) -> String {
        let parts = [&self.street, &self.city, &self.province];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// The prospects that the actor may view and that nobody deleted.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// One of those that are shown.
pub async fn get(ctx: &Ctx, id: ProspectId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// One that the actor may do this to: not found if it may not be seen, denied if it may.
pub async fn get_to(ctx: &Ctx, act: Act, id: ProspectId) -> Result<Model> {
    let prospect = get(ctx, id).await?;
    permit(ctx, act, prospect.owner_id).await?;
    Ok(prospect)
}

/// One that the actor may work on: it is neither a client yet nor let go.
pub async fn get_open(ctx: &Ctx, id: ProspectId) -> Result<Model> {
    let prospect = get_to(ctx, Act::Edit, id).await?;
    match prospect.status {
        ProspectStatus::Converted => Err(Error::refused(ProspectRefused::Converted)),
        ProspectStatus::Disqualified => Err(Error::refused(ProspectRefused::LetGo)),
        _ => Ok(prospect),
    }
}

/// May the actor do this to the prospects of this person, or to those of nobody?
pub async fn permit(ctx: &Ctx, act: Act, owner: Option<PersonId>) -> Result<()> {
    match owner {
        Some(owner) => ctx.permit(act, Area::Prospects, owner).await,
        // Whoever answers for others hands out what nobody has.
        None if Reach::Team <= ctx.actor.reach(act, Area::Prospects) => Ok(()),
        None => Err(Error::Denied),
    }
}

/// Whether the actor may change this one.
pub async fn may_edit(ctx: &Ctx, prospect: &Model) -> Result<bool> {
    match permit(ctx, Act::Edit, prospect.owner_id).await {
        Ok(()) => Ok(true),
        Err(Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Takes the next version, if it is still the one that was seen: whoever comes second is told who
/// was first. The row is held until the commit, so that two do not take the same.
pub async fn claim(tx: &Tx, prospect: &Model, seen: Option<i64>) -> Result<i64> {
    let version = prospect.version + 1;
    let as_seen = seen.is_none_or(|it| it == prospect.version);
    let same =
        Condition::all().add(Column::Id.eq(prospect.id)).add(Column::Version.eq(prospect.version));
    let values = vec![
        (Column::Version, SimpleExpr::from(version)),
        (Column::UpdatedAt, SimpleExpr::from(tx.now)),
    ];
    let taken =
        as_seen && tx.update_where::<Entity, _>(Column::CompanyId, same, values).await? == 1;
    if taken {
        return Ok(version);
    }
    let by = last_changed_by(tx, prospect.id).await?;
    Err(Error::refused(ProspectRefused::Stale { by }))
}

/// Who changed it last, by name.
async fn last_changed_by(ctx: &Ctx, prospect: ProspectId) -> Result<String> {
    let last = frame::stream::of_record(ctx, prospect, 1).await?.into_iter().next();
    let Some(person) = last.and_then(|it| it.actor_id) else { return Ok(String::new()) };
    let person = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    Ok(person.one(ctx).await?.map(|it| it.name).unwrap_or_default())
}

/// An event about a prospect, on its own timeline.
pub fn about(prospect: &Model, name: &'static str) -> Event {
    Event::of(name, "prospect", prospect.id)
        .owner(prospect.owner_id)
        .about(prospect.id)
        .with("name", prospect.name.clone())
}

/// A prospect as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProspectOut {
    pub id: ProspectId,
    pub name: String,
    /// Null while it waits in the inbox.
    pub owner_id: Option<PersonId>,
    pub contact_name: Option<String>,
    pub contact_role: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub province: Option<String>,
    pub industry: Option<String>,
    pub source: String,
    /// By which another system knows it.
    pub external_key: Option<String>,
    pub note: Option<String>,
    pub status: ProspectStatus,
    pub reason: Option<String>,
    pub reason_note: Option<String>,
    pub value: Option<Money>,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    /// The client that came of it.
    pub account_id: Option<AccountId>,
    pub contact_id: Option<ContactId>,
    pub opportunity_id: Option<OpportunityId>,
    pub converted_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Send it back with a change, and nobody's work is overwritten unseen.
    pub version: i64,
}

impl From<Model> for ProspectOut {
    fn from(it: Model) -> Self {
        Self {
            value: it.value(),
            id: it.id,
            name: it.name,
            owner_id: it.owner_id,
            contact_name: it.contact_name,
            contact_role: it.contact_role,
            phone: it.phone,
            email: it.email,
            street: it.street,
            city: it.city,
            province: it.province,
            industry: it.industry,
            source: it.source,
            external_key: it.external_key,
            note: it.note,
            status: it.status,
            reason: it.reason,
            reason_note: it.reason_note,
            next_step: it.next_step,
            next_step_on: it.next_step_on,
            account_id: it.account_id,
            contact_id: it.contact_id,
            opportunity_id: it.opportunity_id,
            converted_at: it.converted_at,
            created_at: it.created_at,
            updated_at: it.updated_at,
            version: it.version,
        }
    }
}
