//! The page on which a company settles its outcomes and reasons.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::keep_outcome::{OutcomeFields, add_outcome, change_outcome};
use crate::keep_reason::{add_reason, change_reason};
use crate::rules::{LONGEST_LABEL, VisitRefused};
use crate::words::Words;
use crate::{outcome, skip_reason};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/visits", get(show))
        .route("/settings/visits/outcomes", post(new_outcome))
        .route("/settings/visits/outcomes/{code}", post(keep_outcome))
        .route("/settings/visits/reasons", post(new_reason))
        .route("/settings/visits/reasons/{code}", post(keep_reason))
}

/// What an entry is called in both languages; the English name may be left to the Indonesian one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Labels {
    pub label_id: String,
    pub label_en: String,
}

/// Both names, fit to be shown.
pub fn labels(typed: &Labels) -> Result<(String, String)> {
    let label = |text: &str, field| {
        let label = frame::text::line(text).filter(|it| it.chars().count() <= LONGEST_LABEL);
        label.ok_or(Error::refused(VisitRefused::NoLabel { field }))
    };
    let indonesian = label(&typed.label_id, "label_id")?;
    let english = match frame::text::line(&typed.label_en) {
        None => indonesian.clone(),
        Some(english) => label(&english, "label_en")?,
    };
    Ok((indonesian, english))
}

/// A code that facts can name for ever, made from the first name that the entry had.
pub fn free_code<'a>(label: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let letter = |it: char| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '_' };
    let code: String = label.chars().map(letter).collect();
    let code = code.trim_matches('_');
    let code = if code.is_empty() { "entry" } else { code };
    let known: Vec<&str> = known.into_iter().collect();
    let taken = |it: &str| known.contains(&it);
    let numbered = (2..).map(|number| format!("{code}_{number}"));
    let mut codes = std::iter::once(code.to_owned()).chain(numbered);
    codes.find(|it| !taken(it)).unwrap_or_default()
}

// In the browser.

/// An entry, as a form posts it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    #[serde(flatten)]
    labels: Labels,
    effective: Option<String>,
    asks_note: Option<String>,
    hidden: Option<String>,
}

impl Typed {
    fn outcome(self) -> OutcomeFields {
        OutcomeFields {
            labels: self.labels,
            effective: self.effective.is_some(),
            asks_note: self.asks_note.is_some(),
            hidden: self.hidden.is_some(),
        }
    }
}

#[derive(Template)]
#[template(path = "lists.html")]
struct ListsPage {
    shell: Shell,
    w: Words,
    outcomes: Vec<outcome::Model>,
    reasons: Vec<skip_reason::Model>,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    lists_page(&ctx, StatusCode::OK, Faults::default()).await
}

async fn new_outcome(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_outcome(&tx, typed.outcome()).await.map(|_| ());
    answer(tx, kept).await
}

async fn keep_outcome(
    ctx: Ctx,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = change_outcome(&tx, &code, typed.outcome()).await.map(|_| ());
    answer(tx, kept).await
}

async fn new_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_reason(&tx, &typed.labels).await.map(|_| ());
    answer(tx, kept).await
}

async fn keep_reason(
    ctx: Ctx,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let hidden = typed.hidden.is_some();
    let kept = change_reason(&tx, &code, &typed.labels, hidden).await.map(|_| ());
    answer(tx, kept).await
}

async fn answer(tx: frame::Tx, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).list_kept();
            tx.commit().await?;
            page::redirect_saying("/settings/visits", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            lists_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, faults).await
        }
    }
}

async fn lists_page(ctx: &Ctx, status: StatusCode, faults: Faults) -> Result<Response> {
    page::render_as(
        status,
        &ListsPage {
            shell: ctx.shell("settings"),
            w: Words::of(ctx.lang()),
            outcomes: outcome::all(ctx).await?,
            reasons: skip_reason::all(ctx).await?,
            faults,
        },
    )
}

#[cfg(test)]
mod tests {
    use testing::{AYU, BUDI, SRI, World};

    use super::*;

    #[tokio::test]
    async fn an_administrator_settles_the_lists() {
        let world = World::with(crate::routes()).await;
        let browser = world.browse(SRI);

        let new = "label_id=Demo+produk&label_en=Product+demo&effective=on";
        assert_eq!(browser.post("/settings/visits/outcomes", new).await.status, 303);
        let hide = "label_id=Tutup+hari+ini&label_en=Closed+today&hidden=on";
        assert_eq!(browser.post("/settings/visits/reasons/closed", hide).await.status, 303);

        let page = browser.get("/settings/visits").await;
        for text in ["Product demo", "Closed today", "/outcomes/product_demo"] {
            assert!(page.body.contains(text), "{text}: {}", page.body);
        }
        let nameless = browser.post("/settings/visits/outcomes", "label_id=++").await;
        assert_eq!(nameless.status, 422);
        assert_eq!(browser.post("/settings/visits/outcomes/gone", new).await.status, 404);
    }

    #[tokio::test]
    async fn nobody_else_settles_them() {
        let world = World::with(crate::routes()).await;

        for someone in [AYU, BUDI] {
            assert_eq!(world.browse(someone).get("/settings/visits").await.status, 403);
            let new = world.browse(someone).post("/settings/visits/outcomes", "label_id=A").await;
            assert_eq!(new.status, 403);
        }
    }

    #[test]
    fn a_code_is_made_once_and_is_free() {
        assert_eq!(free_code("Repeat order!", ["order"]), "repeat_order");
        assert_eq!(free_code("Order", ["order", "order_2"]), "order_3");
        assert_eq!(free_code("…", []), "entry");
    }
}
