//! A client, or somebody who may become one.

use std::collections::{BTreeSet, HashMap};

use frame::{Ctx, Error, Owned, Result, Whose};
use kernel::access::{Act, Area};
use kernel::money::Money;
use kernel::{CompanyId, Day, Instant, Lang, PersonId, ids, labels};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement, UnionType};
use sea_orm::{Condition, QuerySelect, Select};

use crate::account_member;

ids! {
    /// A client, or somebody who may become one.
    AccountId,
}

labels! {
    /// How far the relation has come.
    #[derive(Default)]
    pub enum AccountStatus {
        /// Does not buy yet.
        #[default]
        Prospect = "prospect",
        Client = "client",
        /// Bought once, and does not any more.
        Former = "former",
    }
}

labels! {
    /// How much an account is worth to us: A most.
    pub enum Tier {
        A = "A",
        B = "B",
        C = "C",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// Who looks after it; nobody yet, perhaps.
    pub owner_id: Option<PersonId>,
    pub name: String,
    /// By which it is sorted and found.
    pub name_key: String,
    pub status: AccountStatus,
    pub tier: Option<Tier>,
    pub industry: Option<String>,
    pub parent_id: Option<AccountId>,
    /// E.164.
    pub phone: Option<String>,
    pub website: Option<String>,
    pub founded_year: Option<i32>,
    pub revenue_amount: Option<i64>,
    pub revenue_currency: Option<String>,
    pub employees: Option<i64>,
    /// Where it sits: two letters of ISO 3166. An address says more.
    pub country: Option<String>,
    /// NPWP or NIK in 16 digits, or 22 with the place of business; abroad as it is written there.
    pub tax_number: Option<String>,
    pub last_visit_on: Option<Day>,
    pub created_at: Instant,
    /// Moves with its addresses, place and contacts too, so that a phone hears of them.
    pub updated_at: Instant,
    /// Deleted, and gone for good after a while.
    pub hidden_at: Option<Instant>,
    /// In which language documents for it are written; the company's own, unless told.
    pub document_language: Option<Lang>,
    /// By which another system knows it; an import wrote it down.
    pub external_key: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "people::person::Entity",
        from = "(Column::CompanyId, Column::OwnerId)",
        to = "(people::person::Column::CompanyId, people::person::Column::Id)"
    )]
    Owner,
}

impl Related<people::person::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Owner.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = AccountId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after it, and whoever is on its team.
    fn owned_by(whose: Whose) -> Condition {
        Condition::all().add(Column::Id.in_subquery(ids_of(whose)))
    }
}

/// The accounts that these people look after, or on whose teams they are, as a sub-query. It is
/// asked once, by two indexes; either or both as conditions of a row would be asked of every row.
pub fn ids_of(whose: Whose) -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::CompanyId.eq(whose.company()))
        .cond_where(whose.holds(Column::OwnerId))
        .union(UnionType::All, account_member::accounts_of(whose))
        .to_owned()
}

impl Model {
    /// What it turns over in a year, when that is known.
    pub fn revenue(&self) -> Option<Money> {
        Some(Money::new(self.revenue_amount?, self.revenue_currency.clone()?))
    }
}

/// The accounts that the actor may view and that nobody deleted.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// One of them.
pub async fn get(ctx: &Ctx, id: AccountId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// What the client with this id is called, as an address says the id; none where there is no such
/// client, or not for the actor.
pub async fn name_of(ctx: &Ctx, id: &str) -> Result<Option<String>> {
    let Ok(id) = id.parse() else { return Ok(None) };
    match get(ctx, id).await {
        Ok(account) => Ok(Some(account.name)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// An account whoever may see it, for rules about the tree of parents.
pub async fn whoever(ctx: &Ctx, id: AccountId) -> Result<Model> {
    let account = ctx.whole_company::<Entity>().filter(Column::Id.eq(id));
    account.one(ctx).await?.ok_or(Error::NotFound)
}

/// What these clients are called, for records that the reader may see: a visit names its client,
/// whoever looks after it now. Whoever may see no clients at all reads no names.
pub async fn names(
    ctx: &Ctx,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let mut ids: BTreeSet<AccountId> = ids.into_iter().collect();
    if ids.is_empty() || !ctx.may(Act::View, Area::Accounts) {
        return Ok(HashMap::new());
    }
    // What never changes names a client as it was; it is called like what it became part of.
    let survivors = crate::merge::survivors(ctx, ids.iter().copied()).await?;
    ids.extend(survivors.values());
    let names = ctx
        .whole_company::<Entity>()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(AccountId, String)>();
    let mut names: HashMap<_, _> = names.all(ctx).await?.into_iter().collect();
    for (merged, survivor) in survivors {
        if let Some(name) = names.get(&survivor).cloned() {
            names.insert(merged, name);
        }
    }
    Ok(names)
}

/// What these clients are called, as far as the actor may view them.
pub async fn names_in_reach(
    ctx: &Ctx,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let ids: BTreeSet<AccountId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let names = shown(ctx)
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(AccountId, String)>();
    Ok(names.all(ctx).await?.into_iter().collect())
}

/// All accounts of this name, in reach: as many as there are, up to two.
pub async fn two_of_name(ctx: &Ctx, name: &str) -> Result<Vec<Model>> {
    let key = frame::text::key(name);
    Ok(shown(ctx).filter(Column::NameKey.eq(key)).limit(2).all(ctx).await?)
}

/// The account of this name, in reach: spelling, case and spaces apart.
pub async fn of_name(ctx: &Ctx, name: &str) -> Result<Option<Model>> {
    let key = frame::text::key(name);
    Ok(shown(ctx).filter(Column::NameKey.eq(key)).one(ctx).await?)
}

/// One that the actor may do this to: not found if it may not be seen, denied if it may. Whoever is
/// on its team works on it as its owner does.
pub async fn get_to(ctx: &Ctx, act: Act, id: AccountId) -> Result<Model> {
    let account = get(ctx, id).await?;
    match permit(ctx, act, account.owner_id).await {
        Err(Error::Denied) if is_shared(ctx, act, id).await? => Ok(account),
        other => other.map(|()| account),
    }
}

/// One that the actor may give away, delete or share: that is for its owner and for those who
/// answer for the owner, not for whoever is on its team.
pub async fn get_to_settle(ctx: &Ctx, id: AccountId) -> Result<Model> {
    let account = get(ctx, id).await?;
    permit(ctx, Act::Edit, account.owner_id).await?;
    Ok(account)
}

/// Whether the actor may do this to an account whose owner they do not answer for.
async fn is_shared(ctx: &Ctx, act: Act, id: AccountId) -> Result<bool> {
    let shared = ctx.find_to::<Entity>(act).filter(Column::Id.eq(id));
    Ok(shared.one(ctx).await?.is_some())
}

/// The accounts that the actor looks after or works on, as a phone holds them.
pub fn mine(ctx: &Ctx) -> Select<Entity> {
    let me = Whose::Person(ctx.actor.company, ctx.actor.person);
    ctx.find::<Entity>().filter(Entity::owned_by(me))
}

/// May the actor do this to the accounts of this person, or to those of nobody?
pub async fn permit(ctx: &Ctx, act: Act, owner: Option<PersonId>) -> Result<()> {
    match owner {
        Some(owner) => ctx.permit(act, Area::Accounts, owner).await,
        None => ctx.permit_company(act, Area::Accounts),
    }
}

/// The rows of another table whose account is theirs: for [`Owned`](frame::Owned) of whatever
/// belongs to an account.
pub fn is_theirs(account: impl ColumnTrait, whose: Whose) -> Condition {
    Condition::all().add(account.in_subquery(ids_of(whose)))
}

/// Declares that a row belongs to whoever the account belongs to.
macro_rules! owned_through_account {
    ($id:ty, $column:ident) => {
        impl frame::Owned for Entity {
            type Id = $id;
            const AREA: kernel::access::Area = kernel::access::Area::Accounts;

            fn id() -> Column {
                Column::$column
            }

            fn company() -> Column {
                Column::CompanyId
            }

            fn owned_by(whose: frame::Whose) -> sea_orm::Condition {
                $crate::account::is_theirs(Column::AccountId, whose)
            }
        }
    };
}
pub(crate) use owned_through_account;
