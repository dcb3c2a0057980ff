//! Somebody who works at a company.

use std::collections::BTreeMap;
use std::sync::Arc;

use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area, Roles};
use kernel::{CompanyId, Instant, Lang, PersonId, TeamId, Zone, labels};
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Select};

labels! {
    /// Whether somebody may come in.
    pub enum PersonStatus {
        /// Works here and may sign in.
        Active = "active",
        /// Was asked in and has not come yet.
        Invited = "invited",
        /// Kept out for a while.
        Suspended = "suspended",
        /// Works here no more.
        Left = "left",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// Whole, as the person writes it; many Indonesians have one word.
    pub name: String,
    /// As the name is sorted and found.
    pub name_key: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Roles,
    pub team_id: Option<TeamId>,
    pub status: PersonStatus,
    pub lang: Lang,
    /// Where they work, when it is not the company's zone.
    pub zone: Option<Zone>,
    pub created_at: Instant,
    pub left_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::company::Entity",
        from = "Column::CompanyId",
        to = "super::company::Column::Id"
    )]
    Company,
}

impl Related<super::company::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Company.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { PersonId, Area::People, Id }

impl Model {
    /// Counts among those who work here: whoever came, and whoever was asked.
    pub fn works_here(&self) -> bool {
        matches!(self.status, PersonStatus::Active | PersonStatus::Invited)
    }
}

/// Where somebody works: in which team, and by which clock.
#[derive(Clone, Debug)]
pub struct Post {
    pub person: PersonId,
    pub team: Option<TeamId>,
    /// Their own zone, else the company's.
    pub zone: Zone,
}

/// Where a person of this company works. Of whoever is asking it is known already.
pub async fn post_of(ctx: &Ctx, person: PersonId) -> Result<Arc<Post>> {
    if let Some(post) = ctx.remembered::<Post>().filter(|it| it.person == person) {
        return Ok(post);
    }
    let found = ctx.whole_company::<Entity>().filter(Column::Id.eq(person)).one(ctx).await?;
    let found = found.ok_or(Error::NotFound)?;
    let zone = match found.zone {
        Some(zone) => zone,
        None => super::company::known(ctx).await?.zone.clone(),
    };
    Ok(Arc::new(Post { person, team: found.team_id, zone }))
}

/// May the actor see and change everything about people?
pub fn keeps(ctx: &Ctx) -> bool {
    ctx.permit_company(Act::Edit, Area::People).is_ok()
}

/// The people whom the actor finds: those who work here, and for whoever keeps people also those
/// who are shut out.
pub fn found_by(ctx: &Ctx) -> Select<Entity> {
    let people = ctx.find::<Entity>();
    if keeps(ctx) {
        return people;
    }
    people.filter(Column::Status.is_in([PersonStatus::Active, PersonStatus::Invited]))
}

/// The names of everybody, for what they did and wrote: a name outlives whoever bears it.
pub async fn names(ctx: &Ctx) -> Result<BTreeMap<PersonId, String>> {
    let names: Vec<(PersonId, String)> = ctx
        .whole_company::<Entity>()
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(names.into_iter().collect())
}

/// A person as the API shows them to colleagues.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PersonOut {
    pub id: PersonId,
    pub name: String,
    /// Only for whoever keeps people, and for oneself.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Vec<kernel::access::Role>,
    pub team_id: Option<TeamId>,
    pub status: PersonStatus,
}

impl PersonOut {
    /// As far as this reader may see them.
    pub fn seen_by(ctx: &Ctx, person: Model) -> Self {
        let all = keeps(ctx) || ctx.actor.person == person.id;
        Self {
            id: person.id,
            name: person.name,
            email: person.email.filter(|_| all),
            phone: person.phone,
            roles: person.roles.0,
            team_id: person.team_id,
            status: person.status,
        }
    }
}
