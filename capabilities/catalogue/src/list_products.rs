//! What the company sells, for people and for programs.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Asked, Cut, Filter, Listed, Listing, Page, Question};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::find_products::{Looked, find_products};
use crate::product::{Model, ProductOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/products", get(show)).routes(routes!(list))
}

/// The list; nobody keeps views of so few questions.
const LIST: Listed = Listed {
    word: "products",
    path: "/products",
    section: "transactions",
    area: Area::Catalogue,
    ask: |ctx, question| Box::pin(async move { Ok::<_, Error>(ask_products(ctx, question)) }),
};

/// What can be asked of the list, and what is.
fn ask_products(ctx: &Ctx, question: &Question) -> Asked {
    let w = Words::of(ctx.lang());
    Asked { filters: vec![Filter::search(question, w.products_filter())], ..Asked::default() }
}

// In the browser.

#[derive(Template)]
#[template(path = "list_products.html")]
struct ProductsPage {
    shell: Shell,
    w: Words,
    list: Listing,
    rows: Vec<Row>,
    /// The reader finds what was sold beside it.
    sees_sales: bool,
}

/// A product, in a line.
struct Row {
    name: String,
    series: String,
    price: String,
}

impl From<Model> for Row {
    fn from(product: Model) -> Self {
        let price = product.price().to_string();
        Self { name: product.name, series: product.series.unwrap_or_default(), price }
    }
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    if !ctx.may(Act::View, Area::Catalogue) {
        return Err(Error::Denied);
    }
    let question = Question::of(&looked)?;
    let asked = ask_products(&ctx, &question);
    let Page { items, next_cursor } = find_products(&ctx, &looked, &cut).await?;
    page::render(&ProductsPage {
        shell: ctx.shell(LIST.section),
        w: Words::of(ctx.lang()),
        list: Listing::of(&ctx, &LIST, question, asked, &cut, next_cursor.as_deref()),
        rows: items.into_iter().map(Row::from).collect(),
        sees_sales: ctx.may(Act::View, Area::Transactions),
    })
}

// In the API.

/// Products on offer, by name
#[utoipa::path(
    get,
    path = "/api/v1/products",
    tag = "catalogue",
    params(Looked, Cut),
    responses((status = 200, body = Page<ProductOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ProductOut>>> {
    Ok(Json(find_products(&ctx, &looked, &cut).await?.map(ProductOut::from)))
}

#[cfg(test)]
mod tests {
    use testing::{ANDI, AYU, SRI, World};

    #[tokio::test]
    async fn everybody_of_the_company_finds_its_products() {
        let world = World::with(crate::routes()).await;

        let mine = world.browse(AYU).get("/api/v1/products?q=kertas").await;
        let theirs = world.browse(ANDI).get("/api/v1/products").await;
        let nobody = world.browse(None).get("/api/v1/products").await;

        assert_eq!(mine.json()["items"][0]["name"], "Kertas A4", "{}", mine.body);
        assert_eq!(mine.json()["items"][0]["price"]["amount"], "55000");
        assert_eq!(theirs.json()["items"].as_array().unwrap().len(), 0);
        assert_eq!(nobody.status, 401);
    }

    #[tokio::test]
    async fn the_page_shows_what_is_sold_and_for_how_much() {
        let world = World::with(crate::routes()).await;

        let page = world.browse(AYU).get("/products").await.body;
        assert!(page.contains("Kertas A4") && page.contains("Rp55.000"), "{page}");
        assert!(!page.contains("/products.csv"), "{page}");
        let none = world.browse(SRI).get("/products?q=gergaji").await.body;
        assert!(none.contains("No product fits") && !none.contains("Kertas A4"), "{none}");
        let empty = world.browse(ANDI).get("/products").await.body;
        assert!(empty.contains("No products yet") && !empty.contains("Kertas"), "{empty}");
    }
}
