//! How many clients people have, where they are, and what they brought.

use std::collections::{BTreeMap, HashMap};

use accounts::{AccountId, account, address};
use frame::{Ctx, Result};
use kernel::access::{Act, Area, Role, keeps};
use kernel::exact::Rounding;
use kernel::money::Money;
use kernel::{Day, Exact, PersonId};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use transactions::sales_month;

pub use people::person::names_of as names;

use crate::rules::baseline::twelve_months_before;
use crate::rules::sharing_out::Taker;

/// So many ids stand in one statement.
pub const AT_ONCE: usize = 500;
/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;

/// Those who may keep clients and whom the actor reaches, by name.
pub async fn keepers(ctx: &Ctx) -> Result<Vec<person::Model>> {
    let mut people = givers(ctx).await?;
    people.retain(|it| it.status != PersonStatus::Left);
    Ok(people)
}

/// The same, and whoever left: they may still have clients to give.
pub async fn givers(ctx: &Ctx) -> Result<Vec<person::Model>> {
    let people = person::reached(ctx, Act::Edit, Area::Accounts).limit(MOST).all(ctx).await?;
    Ok(people.into_iter().filter(|it| keeps(&it.roles, Area::Accounts)).collect())
}

/// The account executives who work here now.
pub async fn executives(ctx: &Ctx) -> Result<Vec<person::Model>> {
    let people = ctx
        .whole_company::<person::Entity>()
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .order_by_asc(person::Column::NameKey);
    let people = people.all(ctx).await?;
    Ok(people.into_iter().filter(|it| it.roles.has(Role::AccountExecutive)).collect())
}

/// How many clients these people have, by city and by industry.
pub async fn takers(ctx: &Ctx, people: &[PersonId]) -> Result<Vec<Taker>> {
    let rows: Vec<(AccountId, Option<PersonId>, Option<String>)> = ctx
        .whole_company::<account::Entity>()
        .select_only()
        .columns([account::Column::Id, account::Column::OwnerId, account::Column::Industry])
        .filter(account::Column::HiddenAt.is_null())
        .filter(account::Column::OwnerId.is_in(people.iter().copied()))
        .into_tuple()
        .all(ctx)
        .await?;
    let ids: Vec<AccountId> = rows.iter().map(|it| it.0).collect();
    let cities = cities(ctx, &ids).await?;
    let taker = |&person: &PersonId| {
        let theirs = || rows.iter().filter(move |it| it.1 == Some(person));
        let mut taker = Taker {
            person,
            load: i64::try_from(theirs().count()).unwrap_or(i64::MAX),
            cities: BTreeMap::new(),
            industries: BTreeMap::new(),
        };
        for (id, _, industry) in theirs() {
            if let Some(city) = cities.get(id) {
                *taker.cities.entry(city.clone()).or_default() += 1;
            }
            if let Some(industry) = industry {
                *taker.industries.entry(industry.clone()).or_default() += 1;
            }
        }
        taker
    };
    Ok(people.iter().map(taker).collect())
}

/// In which city each of these clients is, by its main address.
pub async fn cities(ctx: &Ctx, ids: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    let mut cities = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = ctx
            .whole_company::<address::Entity>()
            .filter(address::Column::AccountId.is_in(some.iter().copied()))
            .all(ctx)
            .await?;
        let mut of: HashMap<AccountId, Vec<address::Model>> = HashMap::new();
        for row in rows {
            of.entry(row.account_id).or_default().push(row);
        }
        for (account, addresses) in of {
            let city = address::primary(&addresses).and_then(|it| it.city.clone());
            if let Some(city) = city.filter(|it| !it.is_empty()) {
                cities.insert(account, city);
            }
        }
    }
    Ok(cities)
}

/// What these clients brought in the twelve months before a day, each currency apart.
pub async fn brought(
    ctx: &Ctx,
    ids: &[AccountId],
    day: Day,
) -> Result<HashMap<AccountId, BTreeMap<String, Exact>>> {
    let months = twelve_months_before(day);
    let mut brought: HashMap<AccountId, BTreeMap<String, Exact>> = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = ctx
            .whole_company::<sales_month::Entity>()
            .filter(sales_month::Column::AccountId.is_in(some.iter().copied()))
            .filter(sales_month::Column::Month.is_in(months.iter().map(String::as_str)))
            .all(ctx)
            .await?;
        for row in rows {
            let sum = brought.entry(row.account_id).or_default().entry(row.currency).or_default();
            *sum = sum.checked_add(row.net).unwrap_or(*sum);
        }
    }
    Ok(brought)
}

/// Ten-thousandths as money, rounded half away from zero to the minor unit.
pub fn money(exact: Exact, currency: &str) -> Money {
    exact.to_money(currency, Rounding::HalfAwayFromZero)
}
