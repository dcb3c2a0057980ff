//! Somebody keeps what they heard at a client.

use axum::response::Response;
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Path};
use frame::{App, Ctx, Result, Tx};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::account::AccountId;
use crate::log_activity::{Logged, NewActivity, log_activity};
use crate::note::{Model, NoteId};
use crate::show_account::{Typed, account_page};
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
            let note_faults = Faults::of(error, tx.lang())?;
            let typed = Typed { note: form.text, note_faults, ..Typed::default() };
            account_page(&tx, id, typed).await
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
