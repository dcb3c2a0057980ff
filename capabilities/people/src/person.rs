//! Somebody who works at a company.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use frame::{Ctx, Error, Result, line};
use kernel::access::{Act, Area, Reach, Roles};
use kernel::{CompanyId, Instant, Lang, PersonId, TeamId, Zone, labels};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{QueryOrder, QuerySelect, Select};

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

/// What the person with this id is called, as an address says the id; none where there is nobody.
pub async fn name_of(ctx: &Ctx, id: &str) -> Result<Option<String>> {
    let Ok(id) = id.parse::<PersonId>() else { return Ok(None) };
    let person = ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?;
    Ok(person.map(|it| it.name))
}

/// The people of this team, as a sub-query.
pub fn of_team(ctx: &Ctx, team: TeamId) -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Column::TeamId.eq(team))
        .to_owned()
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

/// The names of these people.
pub async fn names_of(
    ctx: &Ctx,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let ids: BTreeSet<PersonId> = people.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let names: Vec<(PersonId, String)> = ctx
        .whole_company::<Entity>()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(names.into_iter().collect())
}

/// The people to whose records of this area the actor may do this, whoever left among them, by name.
pub fn reached(ctx: &Ctx, act: Act, area: Area) -> Select<Entity> {
    let people = ctx.whole_company::<Entity>().order_by_asc(Column::NameKey);
    let (company, me) = (ctx.actor.company, ctx.actor.person);
    match ctx.actor.reach(act, area) {
        Reach::Nobody => people.filter(Expr::value(false)),
        Reach::Own => people.filter(Column::Id.eq(me)),
        Reach::Team => people.filter(Column::Id.in_subquery(line::people_of(company, me))),
        Reach::Company => people,
    }
}

/// Those of them who work here, with what they are; no more than `most`.
pub async fn reached_here(
    ctx: &Ctx,
    act: Act,
    area: Area,
    most: u64,
) -> Result<Vec<(PersonId, String, Roles)>> {
    let people = reached(ctx, act, area)
        .select_only()
        .columns([Column::Id, Column::Name, Column::Roles])
        .filter(Column::Status.ne(PersonStatus::Left))
        .limit(most);
    Ok(people.into_tuple().all(ctx).await?)
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
