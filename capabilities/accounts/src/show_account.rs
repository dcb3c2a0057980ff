//! Everything about one client on one page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use frame::web::page;
use frame::web::panel::{Again, Shown};
use frame::web::shell::Shell;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::geo::distance_m;
use kernel::{Day, Lang};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_out::AccountOut;
use crate::address::{self, AddressOut};
use crate::depth::{Depth, depth};
use crate::merge;
use crate::merged_here::{Merged, merged_here};
use crate::owners::may_hand_over;
use crate::place::{self, PlaceOut};
use crate::posts::{PersonThere, Post, posts};
use crate::rules::DAYS_TO_RESTORE;
use crate::words::Words;

/// More children than this are found by the list.
const MOST_CHILDREN: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}", get(show)).routes(routes!(read))
}

// In the browser.

#[derive(Template)]
#[template(path = "show_account.html")]
struct AccountPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    account: Model,
    owner: String,
    parent: Option<Model>,
    children: Vec<Model>,
    addresses: Vec<address::Model>,
    place: Option<place::Model>,
    people: Vec<Post>,
    today: Day,
    /// What other capabilities know of it: in the wide column, before what stands beside that, and
    /// below.
    main: Vec<Shown>,
    first: Vec<Shown>,
    panels: Vec<Shown>,
    merged: Vec<Merged>,
    depth: Depth,
    may_edit: bool,
    may_hand_over: bool,
}

#[derive(Template)]
#[template(path = "hidden_account.html")]
struct HiddenPage {
    shell: Shell,
    w: Words,
    account: Model,
    hidden_on: String,
    until: String,
    may_restore: bool,
}

impl AccountPage {
    fn last_visit(&self) -> String {
        match self.account.last_visit_on {
            Some(day) => {
                let ago = self.w.days_ago(self.today.days_since(day));
                format!("{} · {ago}", self.lang.day(day))
            }
            None => self.w.never_visited().to_owned(),
        }
    }

    fn radius(&self, place: &place::Model) -> String {
        self.w.metres(self.lang.decimal(place.radius_m, 0))
    }

    /// The list of those in the same industry.
    fn same_industry(&self) -> String {
        let industry = self.account.industry.as_deref().unwrap_or_default();
        page::address("/accounts", [("industry", industry)])
    }

    fn country(&self) -> Option<&'static str> {
        let country = kernel::country::of_code(self.account.country.as_deref()?)?;
        Some(country.name(self.lang))
    }

    /// How far the client seems to have moved.
    fn moved(&self, place: &place::Model) -> Option<String> {
        let distance = distance_m(place.point(), place.moved_to()?);
        Some(self.w.place_move_asks(self.lang.decimal(distance, 0)))
    }

    fn day(&self, day: Day) -> String {
        self.lang.day(day)
    }

    fn number(&self, number: i64) -> String {
        self.lang.number(number)
    }
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    whole_page(&ctx, id, None).await
}

/// The page again, where the form of a panel was refused.
pub async fn account_page(ctx: &Ctx, id: AccountId, again: &Again) -> Result<Response> {
    whole_page(ctx, id, Some(again)).await
}

async fn whole_page(ctx: &Ctx, id: AccountId, again: Option<&Again>) -> Result<Response> {
    let account = match ctx.get::<account::Entity>(id).await {
        Ok(account) if account.hidden_at.is_none() => account,
        hidden => {
            // What became part of another is found there, by whoever may see that.
            let now = merge::standing(ctx, id).await?;
            if now != id && account::get(ctx, now).await.is_ok() {
                return page::redirect(&format!("/accounts/{now}"));
            }
            return if now == id { hidden_page(ctx, hidden?) } else { Err(Error::NotFound) };
        }
    };
    let owner = crate::owners::names(ctx, account.owner_id).await?.into_values().next();
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let parent = match account.parent_id {
        Some(parent) => account::get(ctx, parent).await.ok(),
        None => None,
    };
    let children = account::shown(ctx)
        .filter(account::Column::ParentId.eq(id))
        .order_by_asc(account::Column::NameKey)
        .limit(MOST_CHILDREN);
    let refused = again.is_some();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let may_edit = match account::get_to(ctx, Act::Edit, id).await {
        Ok(_) => true,
        Err(Error::Denied) => false,
        Err(error) => return Err(error),
    };
    let depth = depth(ctx, &account).await?;
    let page = AccountPage {
        shell: ctx.shell("accounts"),
        w,
        lang,
        owner: owner.unwrap_or_else(|| w.nobody().to_owned()),
        parent,
        children: children.all(ctx).await?,
        addresses: addresses(ctx, id).await?,
        place: place::of(ctx, id).await?,
        people: posts(ctx, id).await?,
        today: ctx.now.day(&ctx.actor.zone),
        main: ctx.panels_again("account.main", id, again).await?,
        first: ctx.panels_again("account.first", id, again).await?,
        panels: ctx.panels("account", id).await?,
        merged: merged_here(ctx, id).await?,
        may_edit,
        may_hand_over: depth.may_settle && may_hand_over(ctx),
        depth,
        account,
    };
    page::render_as(status, &page)
}

async fn addresses(ctx: &Ctx, account: AccountId) -> Result<Vec<address::Model>> {
    let addresses =
        ctx.whole_company::<address::Entity>().filter(address::Column::AccountId.eq(account));
    let mut addresses = addresses.all(ctx).await?;
    addresses.sort_by_key(|it| (it.label, it.id));
    Ok(addresses)
}

fn hidden_page(ctx: &Ctx, account: Model) -> Result<Response> {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let hidden_at = account.hidden_at.unwrap_or(ctx.now);
    let until = hidden_at.plus_days(DAYS_TO_RESTORE);
    page::render(&HiddenPage {
        shell: ctx.shell("accounts"),
        w: Words::of(lang),
        hidden_on: lang.day(hidden_at.day(zone)),
        until: lang.day(until.day(zone)),
        may_restore: ctx.now < until && ctx.may(Act::Edit, Area::Accounts),
        account,
    })
}

// In the API.

/// An account with what belongs to it.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct AccountWhole {
    #[serde(flatten)]
    account: AccountOut,
    addresses: Vec<AddressOut>,
    /// Where it is found; none while nobody knows.
    place: Option<PlaceOut>,
    contacts: Vec<PersonThere>,
}

/// One account with its addresses, place and people
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 200, body = AccountWhole),
        (status = 307, description = "It became part of another account, which is there"),
    ),
)]
async fn read(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = merge::get_standing(&ctx, id).await?;
    if account.id != id {
        let there = format!("/api/v1/accounts/{}", account.id);
        return Ok(Redirect::temporary(&there).into_response());
    }
    let addresses = addresses(&ctx, id).await?;
    let whole = AccountWhole {
        account: AccountOut::of(&ctx, account).await?,
        addresses: addresses.into_iter().map(Into::into).collect(),
        place: place::of(&ctx, id).await?.map(Into::into),
        contacts: posts(&ctx, id).await?.into_iter().map(Into::into).collect(),
    };
    Ok(Json(whole).into_response())
}
