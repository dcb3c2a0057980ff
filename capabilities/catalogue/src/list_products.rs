//! What the company sells, for programs.

use frame::web::list::{Cut, Page};
use frame::web::{Json, Query};
use frame::{App, Ctx, Result, text};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::product::{self, Column, ProductId, ProductOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which products.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// In the name.
    q: Option<String>,
}

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
    let limit = cut.limit()?;
    let mut found = product::shown(&ctx);
    if let Some(words) = looked.q.as_deref().and_then(text::line) {
        let anywhere = LikeExpr::new(text::like(&text::key(&words))).escape('\\');
        let name = Expr::from(Func::lower(Column::Name.into_expr()));
        found = found.filter(name.like(anywhere));
    }
    if let Some((name, id)) = cut.after::<(String, ProductId)>()? {
        let row = Expr::tuple([Column::Name.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.gt(Expr::tuple([SimpleExpr::from(name), SimpleExpr::from(id)])));
    }
    let found = found.order_by_asc(Column::Name).order_by_asc(Column::Id).limit(limit + 1);
    let page = Page::cut(found.all(&ctx).await?, limit, |it| (it.name.clone(), it.id))?;
    Ok(Json(page.map(ProductOut::from)))
}

#[cfg(test)]
mod tests {
    use testing::{ANDI, AYU, World};

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
}
