//! Which accounts somebody looks for, in which order, and from where on.

use std::collections::BTreeMap;

use frame::ahead::{among, one_of};
use frame::web::list::{Cut, Ordered, Page, Tally, read};
use frame::{Ctx, Error, Result, Whose, text};
use kernel::access::{Act, Area, Reach};
use kernel::{Day, PersonId, TeamId, labels};
use people::{person, team};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, QueryTrait, Select};
use serde::{Deserialize, Deserializer, Serialize};

use crate::account::{self, AccountId, AccountStatus, Column, Entity, Model, Tier};
use crate::custom_field::{self, FieldRecord};
use crate::rules::DAYS_TO_RESTORE;
use crate::{account_contact, account_member, account_tag, contact, custom_value, merge};

labels! {
    /// The order of a list of accounts.
    #[derive(Default)]
    #[schema(as = AccountSort)]
    pub enum Sort {
        #[default]
        Name = "name",
        /// What changed last comes first.
        Newest = "-updated",
        /// Whoever waits longest for a visit comes first.
        LastVisit = "last_visit",
    }
}

/// What somebody looks for, as the address says it; what is empty does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the name, in a contact's name, or in a telephone number.
    pub q: String,
    /// `prospect`, `client`, `former`, or `deleted`.
    #[param(pattern = "^(prospect|client|former|deleted)?$")]
    pub status: String,
    /// `A`, `B` or `C`.
    #[param(pattern = "^(A|B|C)?$")]
    pub tier: String,
    #[param(value_type = Option<PersonId>)]
    pub owner_id: String,
    /// The accounts of everybody in this team and below it.
    #[param(value_type = Option<TeamId>)]
    pub team_id: String,
    pub industry: String,
    /// On which this word hangs.
    pub tag: String,
    /// Not visited for so many days.
    #[param(pattern = "^([1-9][0-9]{0,2})?$")]
    pub unvisited_days: String,
    /// `name`, `-updated` or `last_visit`.
    #[param(pattern = "^(name|-updated|last_visit)?$")]
    pub sort: String,
    /// `custom.region=java`: what the company's own fields say.
    #[serde(flatten, deserialize_with = "of_own_fields")]
    #[param(ignore)]
    pub custom: BTreeMap<String, String>,
}

/// Of everything in an address that nothing else reads, what asks for a field of the company's own.
fn of_own_fields<'de, D>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error>
where
    D: Deserializer<'de>,
{
    let mut all = BTreeMap::<String, String>::deserialize(deserializer)?;
    all.retain(|name, _| name.starts_with("custom."));
    Ok(all)
}

impl Looked {
    /// What is asked of the company's own fields: their codes, and what they are to say.
    pub fn said(&self) -> impl Iterator<Item = (&str, &str)> {
        let asked = self.custom.iter().filter(|it| !it.1.trim().is_empty());
        asked.filter_map(|(name, value)| Some((name.strip_prefix("custom.")?, value.trim())))
    }
}

/// Some of the accounts that the actor may view. The ids are cut from an index alone, whatever
/// the reach; only the rows of this page are fetched.
pub async fn find_accounts(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let sort = read("sort", &looked.sort, Sort::from_word)?.unwrap_or_default();
    let limit = cut.limit()?;
    let beyond = sort.after(cut)?;
    let filters = filters(ctx, looked).await?;
    let mut any = Condition::any();
    for reached in reached(ctx) {
        let mut found = reached.filter(filters.clone());
        if let Some(beyond) = &beyond {
            found = found.filter(beyond.clone());
        }
        let ids = sort.order(found).select_only().column(Column::Id).limit(limit + 1).into_query();
        any = any.add(one_of(ctx, Column::Id.into_expr(), ids));
    }
    let rows = ctx.whole_company::<Entity>().filter(any);
    let rows = sort.order_by(rows, again(sort)).limit(limit + 1).all(ctx).await?;
    sort.page(rows, limit)
}

/// How many there are that fit.
pub async fn count_accounts(ctx: &Ctx, looked: &Looked) -> Result<Tally> {
    let filters = filters(ctx, looked).await?;
    let found = apart(ctx).into_iter().map(|it| it.filter(filters.clone()));
    Tally::of(ctx, found).await
}

/// All of the accounts that the actor may view and that are looked for, in no order.
pub async fn those(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    Ok(ctx.find::<Entity>().filter(filters(ctx, looked).await?))
}

/// The accounts in reach. What somebody looks after and what is shared with them are asked for one
/// by one: each is in order in an index, and both together are in none.
fn reached(ctx: &Ctx) -> Vec<Select<Entity>> {
    let (company, person) = (ctx.actor.company, ctx.actor.person);
    match ctx.actor.reach(Act::View, Area::Accounts) {
        Reach::Own => {}
        Reach::Team => {
            let theirs = account::ids_of(Whose::Line(company, person));
            let theirs = among(ctx, Column::Id.into_expr(), theirs);
            return vec![ctx.whole_company::<Entity>().filter(theirs)];
        }
        Reach::Company | Reach::Nobody => return vec![ctx.find::<Entity>()],
    }
    let me = Whose::Person(company, person);
    let shared = account_member::accounts_of(me);
    vec![
        ctx.whole_company::<Entity>().filter(Column::OwnerId.eq(person)),
        ctx.whole_company::<Entity>().filter(Column::Id.in_subquery(shared)),
    ]
}

/// The same, each account in one of them alone.
fn apart(ctx: &Ctx) -> Vec<Select<Entity>> {
    let (company, me) = (ctx.actor.company, ctx.actor.person);
    let whose = match ctx.actor.reach(Act::View, Area::Accounts) {
        Reach::Nobody | Reach::Company => return vec![ctx.find::<Entity>()],
        Reach::Team => Whose::Line(company, me),
        Reach::Own => Whose::Person(company, me),
    };
    let shared = Column::Id.in_subquery(account_member::accounts_of(whose));
    let theirs = whose.holds(Column::OwnerId);
    let others = Condition::any().add(theirs.clone().not()).add(Column::OwnerId.is_null());
    vec![
        ctx.whole_company::<Entity>().filter(theirs),
        ctx.whole_company::<Entity>().filter(shared).filter(others),
    ]
}

async fn filters(ctx: &Ctx, looked: &Looked) -> Result<Condition> {
    let mut filters = Condition::all();
    if looked.status == "deleted" {
        let since = ctx.now.plus_days(-DAYS_TO_RESTORE);
        filters = filters
            .add(Column::HiddenAt.gte(since))
            .add(Column::Id.not_in_subquery(part_of_others(ctx)));
    } else {
        filters = filters.add(Column::HiddenAt.is_null());
        if let Some(status) = read("status", &looked.status, AccountStatus::from_word)? {
            filters = filters.add(Column::Status.eq(status));
        }
    }
    if let Some(tier) = read("tier", &looked.tier, Tier::from_word)? {
        filters = filters.add(Column::Tier.eq(tier));
    }
    if let Some(owner) = read("owner_id", &looked.owner_id, |it| it.parse::<PersonId>().ok())? {
        filters = filters.add(Column::OwnerId.eq(owner));
    }
    if let Some(team) = read("team_id", &looked.team_id, |it| it.parse::<TeamId>().ok())? {
        filters = filters.add(Column::OwnerId.in_subquery(people_of(ctx, team).await?));
    }
    if let Some(industry) = text::line(&looked.industry) {
        let stored = Func::lower(Expr::col((Entity, Column::Industry)));
        filters = filters.add(Expr::from(stored).eq(industry.to_lowercase()));
    }
    if let Some(tag) = text::line(&looked.tag) {
        filters = filters.add(Column::Id.in_subquery(account_tag::accounts_with(ctx, &tag)));
    }
    if looked.said().next().is_some() {
        let fields = custom_field::seen(ctx, FieldRecord::Account).await?;
        for (code, sought) in looked.said() {
            // What one may not see cannot be asked for either.
            let field = fields.iter().find(|it| it.code == code);
            let field = field.ok_or_else(|| Error::Malformed(format!("no field `{code}`")))?;
            let those = custom_value::accounts_with(ctx, field, sought);
            filters = filters.add(Column::Id.in_subquery(those));
        }
    }
    let days = |it: &str| it.parse::<i64>().ok().filter(|it| (1..=3_650).contains(it));
    if let Some(days) = read("unvisited_days", &looked.unvisited_days, days)? {
        let before: Day = ctx.now.day(&ctx.actor.zone).plus(-days);
        let never = Column::LastVisitOn.is_null();
        filters = filters.add(Condition::any().add(never).add(Column::LastVisitOn.lt(before)));
    }
    if let Some(words) = text::line(&looked.q) {
        filters = filters.add(speaks_of(ctx, &words));
    }
    Ok(filters)
}

/// The accounts that were merged into others: those are not deleted.
fn part_of_others(ctx: &Ctx) -> SelectStatement {
    Query::select()
        .column(merge::Column::MergedId)
        .from(merge::Entity)
        .and_where(merge::Column::CompanyId.eq(ctx.actor.company))
        .and_where(merge::Column::UndoneAt.is_null())
        .to_owned()
}

/// Accounts in whose name, people or telephone numbers this stands.
pub fn speaks_of(ctx: &Ctx, words: &str) -> Condition {
    let mut of_contacts =
        Condition::any().add(contact::Column::NameKey.like(anywhere(&text::key(words))));
    let mut any = Condition::any().add(Column::NameKey.like(anywhere(&text::key(words))));
    if let Some(digits) = digits(words) {
        any = any.add(Column::Phone.like(anywhere(&digits)));
        of_contacts = of_contacts.add(contact::Column::Phone.like(anywhere(&digits)));
    }
    let contacts = Query::select()
        .column(contact::Column::Id)
        .from(contact::Entity)
        .and_where(contact::Column::CompanyId.eq(ctx.actor.company))
        .and_where(contact::Column::HiddenAt.is_null())
        .cond_where(of_contacts)
        .to_owned();
    let theirs = Query::select()
        .column(account_contact::Column::AccountId)
        .from(account_contact::Entity)
        .and_where(account_contact::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account_contact::Column::ContactId.in_subquery(contacts))
        .to_owned();
    any.add(Column::Id.in_subquery(theirs))
}

/// This text anywhere, whatever it holds.
pub fn anywhere(words: &str) -> LikeExpr {
    LikeExpr::new(text::like(words)).escape('\\')
}

/// What of a telephone number was typed, as it stands in E.164; none if it is no number.
pub fn digits(words: &str) -> Option<String> {
    let plain = |it: char| it.is_ascii_digit() || matches!(it, '+' | '-' | ' ' | '.' | '(' | ')');
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix('0').unwrap_or(&digits);
    (words.chars().all(plain) && 3 <= digits.len()).then(|| digits.to_owned())
}

async fn people_of(ctx: &Ctx, team: TeamId) -> Result<SelectStatement> {
    let teams = ctx.whole_company::<team::Entity>().all(ctx).await?;
    let below = team::with_those_below(&teams, team);
    let managers = teams.iter().filter(|it| below.contains(&it.id)).filter_map(|it| it.manager_id);
    let theirs = Condition::any()
        .add(person::Column::TeamId.is_in(below.iter().copied()))
        .add(person::Column::Id.is_in(managers));
    Ok(Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::CompanyId.eq(ctx.actor.company))
        .cond_where(theirs)
        .to_owned())
}

impl Ordered for Sort {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        match self {
            Self::Name => Column::NameKey.into_expr(),
            Self::Newest => Column::UpdatedAt.into_expr(),
            Self::LastVisit => Expr::cust("coalesce(last_visit_on, '')"),
        }
    }

    fn falls(self) -> bool {
        self == Self::Newest
    }

    fn counts(self) -> bool {
        self == Self::Newest
    }

    fn value(self, account: &Model) -> String {
        match self {
            Self::Name => account.name_key.clone(),
            Self::Newest => account.updated_at.0.to_string(),
            Self::LastVisit => account.last_visit_on.map(|it| it.to_string()).unwrap_or_default(),
        }
    }

    fn id(account: &Model) -> AccountId {
        account.id
    }
}

/// The same order once more, in a form that no index has: a page of rows is sorted, and SQLite
/// does not walk a whole index to find fifty of them in order.
fn again(sort: Sort) -> SimpleExpr {
    match sort {
        Sort::Name => Expr::cust("name_key || ''"),
        Sort::Newest => Expr::cust("updated_at + 0"),
        Sort::LastVisit => Expr::cust("coalesce(last_visit_on, '') || ''"),
    }
}
