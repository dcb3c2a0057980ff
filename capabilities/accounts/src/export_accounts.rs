//! Somebody takes the list of clients out, such that an import reads the same from it again.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::custom_cell::Own;
use crate::custom_field::FieldRecord;
use crate::find_accounts::{Looked, find_accounts};
use crate::owners::names;
use crate::words::Words;
use crate::{account_tag, address, custom_value};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts.csv", get(export)).route("/accounts.xlsx", get(export))
}

async fn export(
    ctx: Ctx,
    form: Form,
    Query(looked): Query<Looked>,
    columns: Chosen,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Accounts,
        event: "accounts.exported",
        name: w.export_name(),
        looked: &asked,
        columns,
    };
    // Only what the reader may see of the company's own fields.
    let own = Own::of(&ctx, FieldRecord::Account).await?;
    let rows = |ctx| Accounts { ctx, w, looked, own, paging: Paging::default() };
    take_out(ctx, form, list, rows).await
}

struct Accounts {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    own: Own,
    paging: Paging,
}

/// What is known of some clients beside what their own rows say.
struct Beside {
    owners: HashMap<PersonId, String>,
    parents: HashMap<AccountId, String>,
    addresses: HashMap<AccountId, address::Model>,
    tags: HashMap<AccountId, Vec<String>>,
    values: HashMap<AccountId, Vec<custom_value::Model>>,
}

impl Rows for Accounts {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let fixed = vec![
            Head::of("", w.account_name()),
            Head::of("status", w.status_label()),
            Head::of("tier", w.tier_label()),
            Head::of("industry", w.industry_label()),
            Head::of("owner", w.owner_label()),
            Head::of("phone", w.phone_label()),
            Head::of("website", w.website_label()),
            Head::of("tax_number", w.tax_number_label()),
            Head::of("parent", w.parent_label()),
            Head::of("street", w.street_label()),
            Head::of("city", w.city_label()),
            Head::of("province", w.province_label()),
            Head::of("postcode", w.postcode_label()),
            Head::of("address_country", w.export_address_country()),
            Head::of("country", w.country_label()),
            Head::of("founded", w.founded_label()),
            Head::of("employees", w.employees_label()),
            Head::of("revenue", w.revenue_label()),
            Head::of("revenue", w.export_currency()),
            Head::of("last_visit", w.last_visit_label()),
            Head::of("tags", w.tags_label()),
            Head::of("since", w.export_since()),
            Head::of("changed", w.changed_label()),
            Head::of("external_id", w.export_external_id()),
            Head::of("id", w.export_id()),
        ];
        self.own.behind(fixed)
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_accounts(ctx, &self.looked, &cut).await?;
        let ids: Vec<AccountId> = items.iter().map(|it| it.id).collect();
        let beside = Beside {
            owners: names(ctx, items.iter().filter_map(|it| it.owner_id)).await?,
            parents: account::names_in_reach(ctx, items.iter().filter_map(|it| it.parent_id))
                .await?,
            addresses: address::primaries(ctx, &ids).await?,
            tags: account_tag::names(ctx, ids.iter().copied()).await?,
            values: custom_value::of_accounts(ctx, self.own.fields(), &ids).await?,
        };
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it, &beside)).collect())
    }
}

impl Accounts {
    fn row(&self, it: Model, beside: &Beside) -> Vec<Cell> {
        let text = |it: Option<String>| Cell::perhaps(it, Cell::Text);
        let address = beside.addresses.get(&it.id);
        let of_address = |part: fn(&address::Model) -> Option<String>| text(address.and_then(part));
        let tags = beside.tags.get(&it.id).filter(|it| !it.is_empty());
        let values = beside.values.get(&it.id).map(Vec::as_slice).unwrap_or_default();
        let zone = &self.ctx.actor.zone;
        let currency = it.revenue_currency.unwrap_or_default();
        let mut row = vec![
            Cell::Text(it.name),
            Cell::text(self.w.status(it.status)),
            Cell::perhaps(it.tier, |it| Cell::text(it.word())),
            text(it.industry),
            text(it.owner_id.and_then(|it| beside.owners.get(&it)).cloned()),
            text(it.phone),
            text(it.website),
            text(it.tax_number),
            text(it.parent_id.and_then(|it| beside.parents.get(&it)).cloned()),
            of_address(|it| Some(it.street.clone())),
            of_address(|it| it.city.clone()),
            of_address(|it| it.province.clone()),
            of_address(|it| it.postcode.clone()),
            of_address(|it| it.country.clone()),
            text(it.country),
            Cell::perhaps(it.founded_year, |it| Cell::count(it.into())),
            Cell::perhaps(it.employees, Cell::count),
            Cell::perhaps(it.revenue_amount, |it| Cell::money(it, &currency)),
            Cell::Text(currency),
            Cell::perhaps(it.last_visit_on, Cell::Day),
            Cell::perhaps(tags, |it| Cell::Text(it.join(", "))),
            Cell::Day(it.created_at.day(zone)),
            Cell::Day(it.updated_at.day(zone)),
            text(it.external_key),
            Cell::text(it.id.to_string()),
        ];
        row.extend(self.own.cells(values));
        row
    }
}
