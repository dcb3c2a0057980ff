//! Where the clients are that somebody looks for: those whose place is known, in order, and how
//! many are not shown.

use std::collections::HashMap;

use frame::web::list::read;
use frame::{Ctx, Result};
use kernel::geo::{Point, distance_m};
use sea_orm::sea_query::{Expr, ExprTrait, Order, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use crate::account::{AccountId, Column, Entity, Model};
use crate::find_accounts::{Looked, Sort, those};
use crate::rules::MOST_PLACES;
use crate::{address, place};

/// Ids that one question names.
const AT_ONCE: usize = 500;
/// So many whose place nobody knows are named.
const MOST_UNPLACED: u64 = 20;

/// A client whose place is known.
pub struct Placed {
    pub account: Model,
    pub place: place::Model,
    /// Of the address to go to.
    pub city: Option<String>,
    /// How far it is from where one looks.
    pub distance_m: Option<f64>,
}

/// What was found.
#[derive(Default)]
pub struct Places {
    /// At most [`MOST_PLACES`]: the nearest first, where one looks from somewhere, else by name.
    pub shown: Vec<Placed>,
    /// Whose place is known, and who are more than can be shown.
    pub left_out: u64,
    /// Some of those whose place nobody knows, by name, and how many they are.
    pub unplaced: Vec<(AccountId, String)>,
    pub unplaced_count: u64,
}

/// Looks for the places of these clients, from here.
pub async fn find_places(ctx: &Ctx, looked: &Looked, near: Option<Point>) -> Result<Places> {
    // Places have no order to ask for; one that there is for clients may stand in the address.
    read("sort", &looked.sort, Sort::from_word)?;
    let found = those(ctx, looked).await?;
    let ids = || found.clone().select_only().column(Column::Id).into_query();
    let places = ctx.whole_company::<place::Entity>();
    let placed = places.filter(place::Column::AccountId.in_subquery(ids()));
    let count = placed.clone().count(ctx).await?;

    let (accounts, places) = if let Some(near) = near {
        let nearest = placed.order_by(away_from(near), Order::Asc);
        let nearest = nearest.order_by_asc(place::Column::Id).limit(MOST_PLACES);
        let places = nearest.all(ctx).await?;
        let ids: Vec<AccountId> = places.iter().map(|it| it.account_id).collect();
        (by_ids(ctx, &ids).await?, places)
    } else {
        let with_place = Column::Id.in_subquery(placed_ids(ctx));
        let first = found.clone().filter(with_place).order_by_asc(Column::NameKey);
        let first = first.order_by_asc(Column::Id).limit(MOST_PLACES).all(ctx).await?;
        let ids: Vec<AccountId> = first.iter().map(|it| it.id).collect();
        let places = places_of(ctx, &ids).await?;
        (first, places)
    };
    let unplaced = found.clone().filter(Column::Id.not_in_subquery(placed_ids(ctx)));
    let unplaced_count = unplaced.clone().count(ctx).await?;
    let unplaced = unplaced.order_by_asc(Column::NameKey).limit(MOST_UNPLACED).all(ctx).await?;

    let shown = together(ctx, accounts, places, near).await?;
    let left_out = count.saturating_sub(u64::try_from(shown.len()).unwrap_or(u64::MAX));
    let unplaced = unplaced.into_iter().map(|it| (it.id, it.name)).collect();
    Ok(Places { shown, left_out, unplaced, unplaced_count })
}

/// How far a place is from here, as a number that grows with the distance: over a country the earth
/// is flat enough to sort by.
fn away_from(near: Point) -> SimpleExpr {
    let narrow = near.lat.to_radians().cos();
    let north = || Expr::col((place::Entity, place::Column::Lat)).sub(near.lat);
    let east = || Expr::col((place::Entity, place::Column::Lon)).sub(near.lon).mul(narrow);
    north().mul(north()).add(east().mul(east()))
}

/// The clients of the company whose place is known.
fn placed_ids(ctx: &Ctx) -> SelectStatement {
    let places = ctx.whole_company::<place::Entity>();
    places.select_only().column(place::Column::AccountId).into_query()
}

async fn by_ids(ctx: &Ctx, ids: &[AccountId]) -> Result<Vec<Model>> {
    let mut accounts = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let some = Column::Id.is_in(some.iter().copied());
        accounts.extend(ctx.find::<Entity>().filter(some).all(ctx).await?);
    }
    Ok(accounts)
}

async fn places_of(ctx: &Ctx, ids: &[AccountId]) -> Result<Vec<place::Model>> {
    let mut places = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let some = place::Column::AccountId.is_in(some.iter().copied());
        places.extend(ctx.whole_company::<place::Entity>().filter(some).all(ctx).await?);
    }
    Ok(places)
}

/// The city of each, of the address to go to.
async fn cities(ctx: &Ctx, ids: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    let mut addresses: HashMap<AccountId, Vec<address::Model>> = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let some = address::Column::AccountId.is_in(some.iter().copied());
        for it in ctx.whole_company::<address::Entity>().filter(some).all(ctx).await? {
            addresses.entry(it.account_id).or_default().push(it);
        }
    }
    let city = |(id, of): (&AccountId, &Vec<address::Model>)| {
        Some((*id, address::primary(of)?.city.clone()?))
    };
    Ok(addresses.iter().filter_map(city).collect())
}

async fn together(
    ctx: &Ctx,
    accounts: Vec<Model>,
    places: Vec<place::Model>,
    near: Option<Point>,
) -> Result<Vec<Placed>> {
    let ids: Vec<AccountId> = accounts.iter().map(|it| it.id).collect();
    let mut cities = cities(ctx, &ids).await?;
    let mut places: HashMap<_, _> = places.into_iter().map(|it| (it.account_id, it)).collect();
    let mut shown: Vec<Placed> = accounts
        .into_iter()
        .filter_map(|account| {
            let place = places.remove(&account.id)?;
            let distance_m = near.map(|it| distance_m(it, place.point()));
            Some(Placed { city: cities.remove(&account.id), account, place, distance_m })
        })
        .collect();
    if near.is_some() {
        let away = |it: &Placed| it.distance_m.unwrap_or(f64::MAX);
        shown.sort_by(|a, b| away(a).total_cmp(&away(b)));
    }
    Ok(shown)
}
