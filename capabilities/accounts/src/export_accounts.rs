//! Somebody takes the list of clients out, as it is narrowed.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::Page;
use frame::web::take_out::{Cell, Form, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use sea_orm::{ColumnTrait, QueryFilter};
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::address::{self, AddressLabel};
use crate::find_accounts::{Looked, find_accounts};
use crate::owners::names;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts.csv", get(csv)).route("/accounts.xlsx", get(xlsx))
}

async fn csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Csv, looked).await
}

async fn xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Xlsx, looked).await
}

async fn export(ctx: Ctx, form: Form, looked: Looked) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Accounts,
        event: "accounts.exported",
        name: w.export_name(),
        looked: &asked,
    };
    take_out(ctx, form, list, |ctx| Accounts { ctx, w, looked, paging: Paging::default() }).await
}

struct Accounts {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Accounts {
    fn head(&self) -> Vec<&'static str> {
        let w = self.w;
        vec![
            w.account_name(),
            w.status_label(),
            w.tier_label(),
            w.industry_label(),
            w.owner_label(),
            w.phone_label(),
            w.website_label(),
            w.tax_number_label(),
            w.parent_label(),
            w.street_label(),
            w.city_label(),
            w.province_label(),
            w.postcode_label(),
            w.country_label(),
            w.employees_label(),
            w.revenue_label(),
            w.export_currency(),
            w.last_visit_label(),
            w.export_since(),
            w.export_id(),
        ]
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_accounts(ctx, &self.looked, &cut).await?;
        let owners = names(ctx, items.iter().filter_map(|it| it.owner_id)).await?;
        let parents = account::names(ctx, items.iter().filter_map(|it| it.parent_id)).await?;
        let addresses = addresses(ctx, items.iter().map(|it| it.id)).await?;
        self.paging.ended_at(next_cursor);
        let row = |it| self.row(it, &owners, &parents, &addresses);
        Ok(items.into_iter().map(row).collect())
    }
}

impl Accounts {
    fn row(
        &self,
        it: Model,
        owners: &HashMap<PersonId, String>,
        parents: &HashMap<AccountId, String>,
        addresses: &HashMap<AccountId, address::Model>,
    ) -> Vec<Cell> {
        let text = |it: Option<String>| Cell::perhaps(it, Cell::Text);
        let address = addresses.get(&it.id);
        let of_address = |part: fn(&address::Model) -> Option<String>| text(address.and_then(part));
        let since = it.created_at.day(&self.ctx.actor.zone);
        let currency = it.revenue_currency.unwrap_or_default();
        let country = address.and_then(|it| it.country.clone()).or(it.country);
        vec![
            Cell::Text(it.name),
            Cell::text(self.w.status(it.status)),
            Cell::perhaps(it.tier, |it| Cell::text(it.word())),
            text(it.industry),
            text(it.owner_id.and_then(|it| owners.get(&it)).cloned()),
            text(it.phone),
            text(it.website),
            text(it.tax_number),
            text(it.parent_id.and_then(|it| parents.get(&it)).cloned()),
            of_address(|it| Some(it.street.clone())),
            of_address(|it| it.city.clone()),
            of_address(|it| it.province.clone()),
            of_address(|it| it.postcode.clone()),
            text(country),
            Cell::perhaps(it.employees, Cell::count),
            Cell::perhaps(it.revenue_amount, |it| Cell::money(it, &currency)),
            Cell::Text(currency),
            Cell::perhaps(it.last_visit_on, Cell::Day),
            Cell::Day(since),
            Cell::text(it.id.to_string()),
        ]
    }
}

/// One address of each of these: where the client is at home, if that is known.
async fn addresses(
    ctx: &Ctx,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, address::Model>> {
    let theirs = address::Column::AccountId.is_in(accounts.collect::<Vec<_>>());
    let mut of: HashMap<AccountId, address::Model> = HashMap::new();
    for address in ctx.find::<address::Entity>().filter(theirs).all(ctx).await? {
        let home = address.label == AddressLabel::Main;
        let kept = of.get(&address.account_id);
        if kept.is_none_or(|it| home && it.label != AddressLabel::Main) {
            of.insert(address.account_id, address);
        }
    }
    Ok(of)
}
