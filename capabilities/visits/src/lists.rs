//! The page on which a company settles its outcomes and reasons.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::entry_form::{Entry, Typed};
use crate::keep_outcome::{add_outcome, change_outcome};
use crate::keep_reason::{add_reason, change_reason};
use crate::words::Words;
use crate::{outcome, skip_reason};

const OUTCOMES: &str = "/settings/visits/outcomes";
const REASONS: &str = "/settings/visits/reasons";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/visits", get(show))
        .route("/settings/visits/outcomes", post(new_outcome))
        .route("/settings/visits/outcomes/{code}", post(keep_outcome))
        .route("/settings/visits/reasons", post(new_reason))
        .route("/settings/visits/reasons/{code}", post(keep_reason))
}

#[derive(Template)]
#[template(path = "lists.html")]
struct ListsPage {
    shell: Shell,
    w: Words,
    outcomes: Vec<Entry>,
    new_outcome: Entry,
    reasons: Vec<Entry>,
    new_reason: Entry,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    lists_page(&ctx, None).await
}

async fn new_outcome(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_outcome(&tx, typed.outcome()).await.map(|_| ());
    answer(tx, OUTCOMES.to_owned(), typed, kept).await
}

async fn keep_outcome(
    ctx: Ctx,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = change_outcome(&tx, &code, typed.outcome()).await.map(|_| ());
    answer(tx, format!("{OUTCOMES}/{code}"), typed, kept).await
}

async fn new_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_reason(&tx, &typed.labels).await.map(|_| ());
    answer(tx, REASONS.to_owned(), typed, kept).await
}

async fn keep_reason(
    ctx: Ctx,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let hidden = typed.hidden.is_some();
    let kept = change_reason(&tx, &code, &typed.labels, hidden).await.map(|_| ());
    answer(tx, format!("{REASONS}/{code}"), typed, kept).await
}

/// On to what is kept now, or the page with what was typed into the form that goes to this address.
async fn answer(tx: Tx, address: String, typed: Typed, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).list_kept();
            tx.commit().await?;
            page::redirect_saying("/settings/visits", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            lists_page(&tx, Some(Entry { address, number: 0, typed, faults })).await
        }
    }
}

/// The page; the form that was refused stands in it as it was typed.
async fn lists_page(ctx: &Ctx, mut refused: Option<Entry>) -> Result<Response> {
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (outcomes, reasons) = (outcome::all(ctx).await?, skip_reason::all(ctx).await?);
    let mut number = 0;
    let mut form = |address: String, stored: Typed| {
        number += 1;
        match refused.take_if(|it| it.address == address) {
            Some(it) => Entry { number, ..it },
            None => Entry { address, number, typed: stored, faults: Faults::default() },
        }
    };
    let at = |list: &str, code: &str| format!("{list}/{code}");
    let page = ListsPage {
        shell: ctx.shell("settings"),
        w: Words::of(ctx.lang()),
        outcomes: outcomes
            .iter()
            .map(|it| form(at(OUTCOMES, &it.code), Typed::of_outcome(it)))
            .collect(),
        new_outcome: form(OUTCOMES.to_owned(), Typed::default()),
        reasons: reasons
            .iter()
            .map(|it| form(at(REASONS, &it.code), Typed::of_reason(it)))
            .collect(),
        new_reason: form(REASONS.to_owned(), Typed::default()),
    };
    // It is of an entry that is not there.
    if refused.is_some() {
        return Err(Error::NotFound);
    }
    page::render_as(status, &page)
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

    /// The form of a page that goes to this address.
    fn form<'a>(page: &'a str, address: &str) -> &'a str {
        let (_, after) = page.split_once(&format!("action=\"{address}\"")).unwrap();
        after.split("</form>").next().unwrap()
    }

    #[tokio::test]
    async fn what_was_typed_stays_in_the_form_that_is_refused() {
        let world = World::with(crate::routes()).await;
        let sri = world.browse(SRI);
        let too_long = "An order of which nobody can read the whole name";
        let label_en = too_long.replace(' ', "+");
        let typed = format!("label_id=Pesanan+besar&label_en={label_en}&hidden=on");

        let refused = sri.post("/settings/visits/outcomes/order", &typed).await;
        let nameless = sri.post(REASONS, "label_id=+&label_en=Holiday").await;

        assert_eq!((refused.status, nameless.status), (422, 422), "{}", refused.body);
        let order = form(&refused.body, "/settings/visits/outcomes/order");
        for part in ["value=\"Pesanan besar\"", too_long, "id=\"label_en-1-error\"", "at most 40"] {
            assert!(order.contains(part), "{part}: {order}");
        }
        assert!(order.contains("name=\"hidden\" value=\"on\" checked"), "{order}");
        assert!(!order.contains("name=\"effective\" value=\"on\" checked"), "unticked: {order}");
        assert_eq!(refused.body.matches("at most 40").count(), 1, "said once: {}", refused.body);
        let other = form(&refused.body, "/settings/visits/outcomes/no_sale");
        assert!(other.contains("value=\"Belum membeli\""), "as it is kept: {other}");
        let new = form(&nameless.body, REASONS);
        assert!(new.contains("value=\"Holiday\"") && new.contains("at most 40"), "{new}");
        assert!(!form(&nameless.body, OUTCOMES).contains("at most 40"), "{}", nameless.body);
        let gone = sri.post("/settings/visits/reasons/gone", "label_id=").await;
        assert_eq!(gone.status, 404, "there is no form for it");
    }
}
