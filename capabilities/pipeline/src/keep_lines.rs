//! What a deal is made of: products, how much of each, and at which price.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use catalogue::{ProductId, product};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::Act;
use kernel::money::Money;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::line;
use crate::opportunity::{self, Model, OpportunityId, about, claim};
use crate::rules::amount::{most_of, sum};
use crate::rules::{Line, MOST_LINES, PipelineRefused, Quantity};
use crate::say::typed;
use crate::words::Words;

/// Empty rows below those that are filled in.
const MORE_ROWS: usize = 3;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities/{opportunity}/lines", get(show).post(submit))
}

/// A line to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewLine {
    pub product: ProductId,
    pub quantity: Quantity,
    /// For one, in minor units of the deal's currency.
    pub price: i64,
}

/// Makes these the lines of a deal, in this order; what they are worth is what the deal is worth.
/// Without lines the deal keeps the amount and the product that it had.
pub async fn keep_lines(
    tx: &Tx,
    id: OpportunityId,
    seen: Option<i64>,
    lines: &[NewLine],
) -> Result<Model> {
    let before = opportunity::get_to(tx, Act::Edit, id).await?;
    if MOST_LINES < lines.len() {
        return Err(Error::refused(PipelineRefused::TooManyLines));
    }
    let had = line::of(tx, id).await?;
    known_products(tx, lines, &had).await?;
    let rules: Vec<Line> =
        lines.iter().map(|it| Line { quantity: it.quantity, price: it.price }).collect();
    let amount = sum(&rules).map_err(Error::refused)?;
    let same = had.iter().map(NewLine::of).eq(lines.iter().copied());
    if same {
        return Ok(before);
    }

    let version = claim(tx, &before, seen).await?;
    let of_deal = line::Column::OpportunityId.eq(id);
    tx.delete_where::<line::Entity, _>(line::Column::CompanyId, of_deal).await?;
    let rows = (1..).zip(lines).map(|(number, it)| line::ActiveModel {
        company_id: Set(tx.actor.company),
        opportunity_id: Set(id),
        number: Set(number),
        product_id: Set(it.product),
        quantity_thousandths: Set(it.quantity.0),
        price_amount: Set(it.price),
    });
    tx.insert_all(rows.collect()).await?;
    let mut row = before.clone().into_active_model();
    if let Some(most) = most_of(&rules) {
        row.value_amount = Set(Some(amount));
        row.product_id = Set(Some(lines[most].product));
    }
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let value = |it: &Model| it.value().map(|it| it.to_string());
    tx.record(
        about(&after, "pipeline.lines_kept")
            .change("lines", count(had.len()), count(lines.len()))
            .change("value", value(&before), value(&after)),
    );
    Ok(after)
}

impl NewLine {
    fn of(line: &line::Model) -> Self {
        let Line { quantity, price } = line.rule();
        Self { product: line.product_id, quantity, price }
    }
}

/// A product is on offer, or stood in the deal before.
async fn known_products(tx: &Tx, lines: &[NewLine], had: &[line::Model]) -> Result<()> {
    let wanted: std::collections::BTreeSet<ProductId> = lines.iter().map(|it| it.product).collect();
    let offered = product::shown(tx).filter(product::Column::Id.is_in(wanted.iter().copied()));
    let offered = offered.all(&**tx).await?;
    let known = |it: &ProductId| {
        offered.iter().any(|product| product.id == *it)
            || had.iter().any(|line| line.product_id == *it)
    };
    if wanted.iter().all(known) {
        Ok(())
    } else {
        Err(Error::refused(PipelineRefused::UnknownProduct))
    }
}

// In the browser.

/// A row of the form.
#[derive(Clone, Debug, Default)]
struct Row {
    number: usize,
    product: String,
    quantity: String,
    price: String,
}

#[derive(Template)]
#[template(path = "keep_lines.html")]
struct LinesPage {
    shell: Shell,
    w: Words,
    deal: Model,
    /// The version that was seen.
    version: i64,
    rows: Vec<Row>,
    products: Vec<(String, String)>,
    faults: Faults,
}

async fn show(ctx: Ctx, Path(id): Path<OpportunityId>) -> Result<Response> {
    let deal = opportunity::get_to(&ctx, Act::Edit, id).await?;
    let lang = ctx.lang();
    let rows = line::of(&ctx, id).await?.into_iter().map(|it| Row {
        number: 0,
        product: it.product_id.to_string(),
        quantity: it.rule().quantity.shown(lang),
        price: typed(it.price_amount, &deal.value_currency),
    });
    let rows = rows.collect();
    lines_page(&ctx, deal, rows, None).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let seen = form.iter().find(|it| it.0 == "version").and_then(|it| it.1.parse().ok());
    let rows = rows_of(&form);
    let kept = match read(&rows, &deal.value_currency, tx.lang()) {
        Ok(lines) => keep_lines(&tx, id, seen, &lines).await,
        Err(refused) => Err(Error::refused(refused)),
    };
    match kept {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/opportunities/{id}"), said)
        }
        Err(error) => lines_page(&tx, deal, rows, Some(error)).await,
    }
}

/// Three inputs make a row, in their order.
fn rows_of(form: &[(String, String)]) -> Vec<Row> {
    let of = |name: &str| -> Vec<String> {
        form.iter().filter(|it| it.0 == name).map(|it| it.1.trim().to_owned()).collect()
    };
    let (products, quantities, prices) = (of("product"), of("quantity"), of("price"));
    let rows = products.into_iter().zip(quantities).zip(prices).take(MOST_LINES + 1);
    let rows = rows.map(|((product, quantity), price)| Row { number: 0, product, quantity, price });
    rows.filter(|it| !(it.product.is_empty() && it.quantity.is_empty() && it.price.is_empty()))
        .collect()
}

fn read(rows: &[Row], currency: &str, lang: Lang) -> Result<Vec<NewLine>, PipelineRefused> {
    let line = |row: &Row| {
        let product = row.product.parse().map_err(|_| PipelineRefused::UnknownProduct)?;
        let quantity = if row.quantity.is_empty() {
            Some(Quantity::ONE)
        } else {
            Quantity::typed(&row.quantity, lang)
        };
        let price = accounts::rules::amount(&row.price, Money::decimals(currency));
        Ok(NewLine {
            product,
            quantity: quantity.ok_or(PipelineRefused::NoQuantity)?,
            price: price.ok_or(PipelineRefused::NoPrice)?,
        })
    };
    rows.iter().map(line).collect()
}

async fn lines_page(
    ctx: &Ctx,
    deal: Model,
    mut rows: Vec<Row>,
    refused: Option<Error>,
) -> Result<Response> {
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    rows.extend(std::iter::repeat_n(Row::default(), MORE_ROWS));
    for (number, row) in (1..).zip(&mut rows) {
        row.number = number;
    }
    let products = product::shown(ctx).order_by_asc(product::Column::Name).all(ctx).await?;
    let products = products.into_iter();
    let page = LinesPage {
        shell: ctx.shell("opportunities"),
        w: Words::of(ctx.lang()),
        // Whoever was told that it has changed has seen so: the next attempt counts.
        version: deal.version,
        products: products
            .map(|it| (it.id.to_string(), format!("{} · {}", it.name, it.price())))
            .collect(),
        deal,
        rows,
        faults,
    };
    page::render_as(status, &page)
}
