//! Which products somebody looks for.

use frame::web::list::{Cut, Ordered, Page};
use frame::{Ctx, Result, text};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::product::{self, Column, Entity, Model, ProductId};

/// Which products.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the name.
    pub q: String,
}

/// By name.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
struct ByName;

impl Ordered for ByName {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        Column::Name.into_expr()
    }

    fn value(self, product: &Model) -> String {
        product.name.clone()
    }

    fn id(product: &Model) -> ProductId {
        product.id
    }
}

/// Some of the products on offer, by name.
pub async fn find_products(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut found = product::shown(ctx);
    if let Some(words) = text::line(&looked.q) {
        let anywhere = LikeExpr::new(text::like(&text::key(&words))).escape('\\');
        let name = Expr::from(Func::lower(Column::Name.into_expr()));
        found = found.filter(name.like(anywhere));
    }
    if let Some(beyond) = ByName.after(cut)? {
        found = found.filter(beyond);
    }
    let found = ByName.order(found).limit(limit + 1);
    ByName.page(found.all(ctx).await?, limit)
}
