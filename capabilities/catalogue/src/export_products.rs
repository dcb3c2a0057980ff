//! Somebody takes what the company sells out, as the list is narrowed.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::find_products::{Looked, find_products};
use crate::product::Model;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/products.csv", get(export)).route("/products.xlsx", get(export))
}

async fn export(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Catalogue,
        event: "catalogue.exported",
        name: w.export_name(),
        looked: &asked,
        columns: Chosen::default(),
    };
    take_out(ctx, form, list, |ctx| Products { ctx, w, looked, paging: Paging::default() }).await
}

struct Products {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Products {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.product_label(),
            w.series_label(),
            w.price_label(),
            w.export_currency(),
            w.export_since(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let Page { items, next_cursor } = find_products(&self.ctx, &self.looked, &cut).await?;
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it)).collect())
    }
}

impl Products {
    fn row(&self, it: Model) -> Vec<Cell> {
        vec![
            Cell::Text(it.name),
            Cell::perhaps(it.series, Cell::Text),
            Cell::money(it.price_amount, &it.price_currency),
            Cell::Text(it.price_currency),
            Cell::Day(it.created_at.day(&self.ctx.actor.zone)),
            Cell::text(it.id.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use frame::Ctx;
    use frame::stream::{Sought, audit};
    use sea_orm::ActiveValue::Set;
    use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, SARI, SRI, World};

    use crate::product::{ActiveModel, ProductId};

    #[tokio::test]
    async fn the_catalogue_is_taken_out_by_whoever_may_and_executes_nothing() {
        let world = World::with(crate::routes()).await;
        let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
        let id: ProductId = tx.id();
        let sold = ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            name: Set("=1+1".to_owned()),
            series: Set(None),
            price_amount: Set(1_250),
            price_currency: Set("USD".to_owned()),
            created_at: Set(tx.now),
            hidden_at: Set(None),
        };
        tx.insert(sold).await.unwrap();
        tx.commit().await.unwrap();
        let sri = world.browse(SRI);

        let text = sri.get("/products.csv").await.body;
        let rows: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(rows.len(), 2, "{text}");
        assert!(rows[0].starts_with("'=1+1,,12.5,USD,2026-03-02,"), "{text}");
        assert!(rows[1].starts_with("Kertas A4,Kertas,55000,IDR,"), "{text}");
        let sheet = sri.get("/products.xlsx?q=kertas").await.sheet();
        assert_eq!((sheet.len(), sheet[1][0].as_str()), (2, "Kertas A4"));
        let page = sri.get("/products?q=kertas").await.body;
        assert!(page.contains("/products.csv?q=kertas"), "{page}");
        let theirs = world.browse(SARI).get("/products.csv").await.body;
        assert_eq!(theirs.lines().count(), 1, "another company sells other things: {theirs}");
        for who in [AYU, BUDI, DEWI, FAJAR, ANDI] {
            for path in ["/products.csv", "/products.xlsx"] {
                assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
            }
        }

        let sought = Sought { name: "catalogue.exported".to_owned(), ..Sought::default() };
        let events = audit(&world.ctx(SRI), &sought, 9).await.unwrap();
        assert_eq!(events.len(), 2);
        assert!(events[0].says()["asked"].as_str().unwrap().contains("kertas"));
    }
}
