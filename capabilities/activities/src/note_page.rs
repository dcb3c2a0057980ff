//! One thing that happened, whole: with whom, what was said before, and how it is changed.

use accounts::account::{self, Model};
use accounts::as_seen::{Changed, Seen, hold, refuse_changed};
use accounts::rules::stale::STALE;
use accounts::{AccountId, ContactId, posts};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::panel::Shown;
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use people::person::names_of;
use utoipa_axum::router::OpenApiRouter;

use crate::change_note::{
    change_note, hide_note, is_change, permit, pin_note, restore_note, sees_client,
};
use crate::log_activity::NewActivity;
use crate::log_page::LogForm;
use crate::note::{self, Direction, NoteId, NoteKind};
use crate::note_shown::{NoteShown, shown};
use crate::words::Words;
use crate::write_note::saying;
use crate::{note_contact, note_version};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/notes/{note}", get(show))
        .route("/notes/{note}/edit", get(edit).post(submit))
        .route("/notes/{note}/hide", post(hide))
        .route("/notes/{note}/restore", post(restore))
        .route("/notes/{note}/pin", post(pin))
        .route("/notes/{note}/unpin", post(unpin))
}

#[derive(Template)]
#[template(path = "note_page.html")]
struct NotePage {
    shell: Shell,
    w: Words,
    account_id: AccountId,
    account: String,
    /// The reader may open the page of the client.
    sees_account: bool,
    note: NoteShown,
    versions: Vec<Version>,
    hidden: bool,
    /// What other capabilities know of it.
    panels: Vec<Shown>,
}

/// What it said before.
struct Version {
    text: String,
    outcome: Option<String>,
    until: String,
    who: String,
}

#[derive(Template)]
#[template(path = "edit_note.html")]
struct EditPage {
    shell: Shell,
    w: Words,
    note: note::Model,
    account: Model,
    /// The reader may open the page of the client.
    sees_account: bool,
    form: LogForm,
    people: Vec<(ContactId, String, bool)>,
    faults: Faults,
}

impl EditPage {
    fn kinds(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let kind = |&it: &NoteKind| (it.word(), self.w.kind(it), it.icon());
        NoteKind::ALL.iter().map(kind).collect()
    }

    fn directions(&self) -> [(&'static str, &'static str); 2] {
        [
            (Direction::Out.word(), self.w.direction_out()),
            (Direction::In.word(), self.w.direction_in()),
        ]
    }
}

async fn show(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let note = ctx.get::<note::Entity>(id).await?;
    let hidden = note.hidden_at.is_some();
    if hidden {
        permit(&ctx, &note).await.map_err(|_| Error::NotFound)?;
    }
    let account = account::whoever(&ctx, note.account_id).await?;
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let versions = note_version::of(&ctx, id).await?;
    let people = names_of(&ctx, versions.iter().map(|it| it.person_id)).await?;
    let versions = versions.into_iter().map(|it| Version {
        until: lang.moment(it.at, zone),
        who: people.get(&it.person_id).cloned().unwrap_or_default(),
        text: it.text,
        outcome: it.outcome,
    });
    let versions = versions.collect();
    let sees_account = account::get(&ctx, account.id).await.is_ok();
    let Some(note) = shown(&ctx, vec![note]).await?.into_values().next() else {
        return Err(Error::NotFound);
    };
    page::render(&NotePage {
        shell: ctx.shell("accounts"),
        w: Words::of(lang),
        account_id: account.id,
        account: account.name,
        sees_account,
        note,
        versions,
        panels: if hidden { Vec::new() } else { ctx.panels("note", id).await? },
        hidden,
    })
}

async fn edit(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let note = note::one_shown(&ctx, id).await?;
    permit(&ctx, &note).await?;
    let form = form_of(&ctx, &note).await?;
    edit_page(&ctx, note, form, None).await
}

/// The form of a note as it is.
async fn form_of(ctx: &Ctx, note: &note::Model) -> Result<LogForm> {
    let local = note.happened_at.local(&ctx.actor.zone);
    let mut form = LogForm {
        kind: note.kind.word().to_owned(),
        direction: note.direction.unwrap_or(Direction::Out).word().to_owned(),
        happened_on: local.date().to_string(),
        happened_time: format!("{:02}:{:02}", local.hour(), local.minute()),
        minutes: note.minutes.map(|it| it.to_string()).unwrap_or_default(),
        text: note.text.clone(),
        outcome: note.outcome.clone().unwrap_or_default(),
        internal: if note.internal { "on".to_owned() } else { String::new() },
        ..LogForm::default()
    };
    let known = note_contact::of(ctx, [note.id]).await?.remove(&note.id).unwrap_or_default();
    for (contact, _) in known {
        form.more.insert(format!("contact-{contact}"), "on".to_owned());
    }
    Ok(form)
}

/// What the form says of a note that was loaded in reach.
async fn seen(ctx: &Ctx, note: &note::Model) -> Result<Seen> {
    Seen::of(&form_of(ctx, note).await?, &["was"])
}

/// Holds a note until the commit; refused if it is not what the form was made from.
async fn as_seen(tx: &Tx, id: NoteId, carried: &str) -> Result<()> {
    hold::<note::Entity>(tx, id, note::Column::EditedAt).await?;
    let note = note::one_shown(tx, id).await?;
    let changes = seen(tx, &note).await?.changed_since(carried)?;
    let mut told: Vec<String> = changes.iter().map(|it| told(it, tx.lang())).collect();
    // Each of the people is an input of its own.
    told.dedup();
    refuse_changed(tx, &told, id, is_change).await
}

fn told(changed: &Changed, lang: Lang) -> String {
    let w = Words::of(lang);
    let input = changed.input.as_str();
    let label = match input {
        "kind" => w.kind_label(),
        "direction" => w.direction_label(),
        "happened_on" => w.happened_on(),
        "happened_time" => w.happened_time(),
        "minutes" => w.minutes_label(),
        "text" => w.log_text(),
        "outcome" => w.outcome_label(),
        "internal" => return w.internal_label().to_owned(),
        _ => return w.log_with().to_owned(),
    };
    changed.told(lang, label, |it| match input {
        "kind" => NoteKind::from_word(it).map_or(it, |it| w.kind(it)).to_owned(),
        "direction" if it == Direction::In.word() => w.direction_in().to_owned(),
        "direction" => w.direction_out().to_owned(),
        _ => it.to_owned(),
    })
}

async fn edit_page(
    ctx: &Ctx,
    note: note::Model,
    mut form: LogForm,
    refused: Option<Error>,
) -> Result<Response> {
    // Whoever was told what another changed has seen it: the next attempt counts.
    let is_stale = refused.as_ref().is_some_and(|it| it.code() == STALE);
    if form.was.is_empty() || is_stale {
        let now = seen(ctx, &note).await?;
        let was = std::mem::replace(&mut form.was, now.carried()?);
        form = now.beside(form, &was)?;
    }
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let account = account::whoever(ctx, note.account_id).await?;
    let sees_account = sees_client(ctx, &account).await?;
    let people: Vec<(ContactId, String)> = if sees_account {
        let there = posts(ctx, account.id).await?.into_iter();
        there.map(|it| (it.contact.id, it.contact.name)).collect()
    } else {
        note_contact::of(ctx, [note.id]).await?.remove(&note.id).unwrap_or_default()
    };
    let people = people.into_iter().map(|(id, name)| {
        let chosen = form.more.contains_key(&format!("contact-{id}"));
        (id, name, chosen)
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let people = people.collect();
    let (shell, w) = (ctx.shell("accounts"), Words::of(ctx.lang()));
    let page = EditPage { shell, w, note, account, sees_account, form, people, faults };
    page::render_as(status, &page)
}

async fn submit(ctx: Ctx, Path(id): Path<NoteId>, Form(form): Form<LogForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    note::one_shown(&tx, id).await?;
    let changed = match form.activity(&tx) {
        Ok(new) => {
            let new = NewActivity { contacts: form.contacts(), ..new };
            match as_seen(&tx, id, &form.was).await {
                Ok(()) => change_note(&tx, id, new).await,
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    };
    match changed {
        Ok(logged) => {
            let said = saying(&logged, Words::of(tx.lang()));
            tx.commit().await?;
            page::redirect_saying(&format!("/notes/{id}"), &said)
        }
        Err(error) => {
            // As it is now: what another wrote is not what was loaded above.
            let note = note::one_shown(&tx, id).await?;
            edit_page(&tx, note, form, Some(error)).await
        }
    }
}

/// Back to the client, or to the note of a client that the actor may see no longer.
async fn back(tx: &Tx, note: &note::Model) -> String {
    match account::get(tx, note.account_id).await {
        Ok(account) => format!("/accounts/{}", account.id),
        Err(_) => format!("/notes/{}", note.id),
    }
}

async fn hide(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let note = hide_note(&tx, id).await?;
    let (said, to) = (Words::of(tx.lang()).note_hidden(), back(&tx, &note).await);
    tx.commit().await?;
    page::redirect_undoable(&to, said, &format!("/notes/{id}/restore"))
}

async fn restore(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let note = restore_note(&tx, id).await?;
    let (said, to) = (Words::of(tx.lang()).note_restored(), back(&tx, &note).await);
    tx.commit().await?;
    page::redirect_saying(&to, said)
}

async fn pin(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let note = pin_note(&tx, id, true).await?;
    let to = back(&tx, &note).await;
    tx.commit().await?;
    page::redirect(&to)
}

async fn unpin(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let note = pin_note(&tx, id, false).await?;
    let to = back(&tx, &note).await;
    tx.commit().await?;
    page::redirect(&to)
}
