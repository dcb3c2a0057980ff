//! Where the clients are that one looks for: on a map, and as a list by city or by distance.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Listing, Question};
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::tiles::Tiles;
use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::geo::Point;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::account::AccountId;
use crate::ask_accounts::ask_accounts;
use crate::find_accounts::Looked;
use crate::find_places::{Placed, Places, find_places};
use crate::place::PlaceState;
use crate::rules::{MOST_PLACES, point};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/map", get(show)).routes(routes!(list))
}

/// From where one looks.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Near {
    /// Latitude and longitude, `-6.2441,106.7991`: the nearest come first.
    #[param(
        example = "-6.2441,106.7991",
        pattern = "^(-?[0-8]?[0-9]\\.[0-9]{1,6},-?(1[0-7][0-9]|[0-9]{1,2})\\.[0-9]{1,6})?$"
    )]
    near: String,
}

impl Near {
    fn point(&self) -> Result<Option<Point>> {
        if self.near.trim().is_empty() {
            return Ok(None);
        }
        let wrong = || Error::Malformed("`near` is a latitude and a longitude".to_owned());
        point(&self.near).map(Some).ok_or_else(wrong)
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "map_accounts.html")]
struct MapPage {
    shell: Shell,
    w: Words,
    /// What may be asked, as of the list.
    bar: Listing,
    /// The same question as a list.
    list: String,
    /// What the question is made of, for the form that says from where.
    asked: Vec<(String, String)>,
    near: String,
    /// What was typed is no position.
    wrong: bool,
    tiles: Option<Tiles>,
    may_settle: bool,
    groups: Vec<Group>,
    /// In sentences: who is shown, who is not, and why.
    said: Vec<String>,
    unplaced: Vec<(AccountId, String)>,
    may_edit: bool,
}

/// The clients of one city, or all of them where one looks from somewhere.
struct Group {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    id: AccountId,
    name: String,
    about: String,
    lat: f64,
    lon: f64,
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(asked): Query<Near>,
) -> Result<Response> {
    let (near, wrong) = match asked.point() {
        Ok(near) => (near, false),
        Err(_) => (None, true),
    };
    let w = Words::of(ctx.lang());
    let typed = asked.near.trim().to_owned();
    let question = Question::of(&looked)?;
    let asked = ask_accounts(&ctx, &question).await?;
    let places = if asked.has_answer() {
        find_places(&ctx, &looked, near).await?
    } else {
        Places::default()
    };
    let list = question.address("/accounts");
    let mut bar = Listing::of(&ctx, &LIST, question, asked, &Cut::default(), None);
    // A map has no order and no columns.
    bar.path = "/accounts/map";
    bar.sorts.clear();
    bar.columns.clear();
    let said = sentences(w, &places);
    page::render(&MapPage {
        shell: ctx.shell("accounts"),
        w,
        asked: pairs(&bar.question),
        bar,
        list,
        near: typed,
        wrong,
        tiles: ctx.app.tiles.clone(),
        may_settle: ctx.may(Act::Edit, Area::Settings),
        groups: groups(w, places.shown, near.is_some()),
        said,
        unplaced: places.unplaced,
        may_edit: ctx.may(Act::Edit, Area::Accounts),
    })
}

impl MapPage {
    fn here(&self) -> String {
        let pairs = self.asked.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        page::address("/accounts/map", pairs.chain([("near", self.near.as_str())]))
    }
}

/// What is asked, as a form sends it again.
fn pairs(question: &Question) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = page::pairs(&question.text());
    pairs.into_iter().filter(|it| it.0 != "sort").collect()
}

fn sentences(w: Words, places: &Places) -> Vec<String> {
    let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
    let shown = u64::try_from(places.shown.len()).unwrap_or(u64::MAX);
    let mut said = vec![w.map_shown(number(shown))];
    if 0 < places.left_out {
        said.push(w.map_left_out(number(places.left_out), number(MOST_PLACES)));
    }
    if 0 < places.unplaced_count {
        said.push(w.map_unplaced(number(places.unplaced_count)));
    }
    said
}

/// By city, those without one last; by distance there is one group.
fn groups(w: Words, shown: Vec<Placed>, by_distance: bool) -> Vec<Group> {
    let row = |it: Placed| {
        let city = it.city.clone().filter(|_| by_distance);
        let distance = it.distance_m.map(|metres| w.away(metres));
        let tier = it.account.tier.map(|it| w.tier(it.word()));
        let status = w.status(it.account.status).to_owned();
        let about = [distance, city, Some(status), tier].into_iter().flatten();
        Row {
            id: it.account.id,
            about: about.collect::<Vec<_>>().join(" · "),
            name: it.account.name,
            lat: it.place.lat,
            lon: it.place.lon,
        }
    };
    if by_distance {
        let rows: Vec<Row> = shown.into_iter().map(row).collect();
        let groups = vec![Group { title: w.by_distance().to_owned(), rows }];
        return groups.into_iter().filter(|it| !it.rows.is_empty()).collect();
    }
    let mut cities: BTreeMap<(bool, String), (String, Vec<Row>)> = BTreeMap::new();
    for it in shown {
        let city = it.city.clone();
        let key = (city.is_none(), frame::text::key(city.as_deref().unwrap_or_default()));
        let title = city.unwrap_or_else(|| w.no_city().to_owned());
        cities.entry(key).or_insert_with(|| (title, Vec::new())).1.push(row(it));
    }
    let group = |(title, rows): (String, Vec<Row>)| Group {
        title: w.city_with(title, i64::try_from(rows.len()).unwrap_or(i64::MAX)),
        rows,
    };
    cities.into_values().map(group).collect()
}

impl Words {
    /// `850 m`, `3,2 km`, `1.250 km`.
    fn away(self, metres: f64) -> String {
        let lang = self.0;
        match metres {
            it if it < 1_000.0 => format!("{} m", lang.decimal(it, 0)),
            it if it < 100_000.0 => format!("{} km", lang.decimal(it / 1_000.0, 1)),
            it => format!("{} km", lang.decimal(it / 1_000.0, 0)),
        }
    }
}

// In the API.

/// Where a client is.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct AccountPlaceOut {
    account_id: AccountId,
    name: String,
    lat: f64,
    lon: f64,
    state: PlaceState,
    city: Option<String>,
    /// From `near`, where that was said.
    distance_m: Option<f64>,
}

/// Where clients are, and how many are not among them.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct AccountPlaces {
    /// At most 2,000: by name, or the nearest first.
    items: Vec<AccountPlaceOut>,
    /// Their place is known, and they are more than can be shown.
    left_out: u64,
    /// Nobody knows where they are.
    unplaced: u64,
}

/// Where the accounts are that the token's person may view
#[utoipa::path(
    get,
    path = "/api/v1/account-places",
    tag = "accounts",
    params(Looked, Near),
    responses((status = 200, body = AccountPlaces)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(asked): Query<Near>,
) -> Result<Json<AccountPlaces>> {
    let places = find_places(&ctx, &looked, asked.point()?).await?;
    let items = places.shown.into_iter().map(|it| AccountPlaceOut {
        account_id: it.account.id,
        name: it.account.name,
        lat: it.place.lat,
        lon: it.place.lon,
        state: it.place.state,
        city: it.city,
        distance_m: it.distance_m,
    });
    Ok(Json(AccountPlaces {
        items: items.collect(),
        left_out: places.left_out,
        unplaced: places.unplaced_count,
    }))
}
