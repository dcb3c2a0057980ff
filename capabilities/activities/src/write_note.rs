//! Somebody keeps what they heard at a client.

use accounts::{AccountId, account_page};
use askama::Template;
use axum::response::Response;
use axum::routing::post;
use frame::app::Asking;
use frame::web::page::{self, Faults};
use frame::web::panel::{Again, Panel, Surroundings};
use frame::web::{Form, Path};
use frame::{App, Ctx, Result, Tx};
use kernel::access::{Act, Area};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::log_activity::{Logged, NewActivity, log_activity};
use crate::note::{Model, NoteId, NoteKind};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/notes", post(submit))
}

/// Writes a note about an account that the actor may see. The id was made where it was written,
/// or is made here; the visit is the one during which it was written.
pub async fn write_note(
    tx: &Tx,
    id: Option<NoteId>,
    account: AccountId,
    visit: Option<Uuid>,
    typed: &str,
) -> Result<Model> {
    let text = typed.to_owned();
    let new = NewActivity { id, account: Some(account), visit, text, ..NewActivity::default() };
    Ok(log_activity(tx, new).await?.note)
}

// In the browser.

/// On the page of an account, above what happened there.
pub static PANEL: Panel = Panel {
    on: "account.main",
    title: |lang| Words::of(lang).log_title(),
    render: |ctx, account| {
        Box::pin(async move { render(ctx, AccountId(account)) }) as Asking<'_, Option<String>>
    },
};

#[derive(Template)]
#[template(path = "account_log.html")]
struct LogPanel {
    shell: Surroundings,
    w: Words,
    account: AccountId,
    typed: String,
    faults: Faults,
}

impl LogPanel {
    fn kinds(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let between = NoteKind::ALL.iter().filter(|it| it.is_between_people());
        between.map(|&it| (it.word(), self.w.kind(it), it.icon())).collect()
    }
}

fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Ok(None);
    }
    panel(ctx, account, String::new(), Faults::default()).map(Some)
}

fn panel(ctx: &Ctx, account: AccountId, typed: String, faults: Faults) -> Result<String> {
    let w = Words::of(ctx.lang());
    Ok(LogPanel { shell: ctx.surroundings(), w, account, typed, faults }.render()?)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NoteForm {
    text: String,
    internal: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<NoteForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (text, internal) = (form.text.clone(), !form.internal.is_empty());
    let new = NewActivity { account: Some(id), text, internal, ..NewActivity::default() };
    match log_activity(&tx, new).await {
        Ok(logged) => {
            let said = saying(&logged, Words::of(tx.lang()));
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}"), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let html = panel(&tx, id, form.text, faults)?;
            account_page(&tx, id, &Again { panel: &PANEL, html }).await
        }
    }
}

/// That it is kept, and who was named in vain.
pub fn saying(logged: &Logged, w: Words) -> String {
    if logged.not_told.is_empty() {
        return w.activity_saved().to_owned();
    }
    format!("{} {}", w.activity_saved(), w.mention_not_told(logged.not_told.join(", ")))
}
