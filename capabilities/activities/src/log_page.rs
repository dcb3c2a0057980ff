//! One line says what happened; the page shows what was understood before it is kept.

use std::collections::HashMap;

use accounts::account::{self, Model};
use accounts::{AccountId, ContactId, posts};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Query};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, Instant};
use serde::{Deserialize, Serialize};
use tasks::due_on;
use utoipa_axum::router::OpenApiRouter;

use crate::log_activity::{Logged, NewActivity, NextStep, log_activity};
use crate::note::{Direction, NoteKind};
use crate::rules::activity::ActivityRefused;
use crate::understand::understand;
use crate::words::Words;
use crate::write_note::saying;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/log", get(show).post(submit))
}

/// What stands in the form, as it was typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LogForm {
    pub line: String,
    pub account_id: String,
    /// The name of the client, when it is written by hand.
    pub account: String,
    pub kind: String,
    pub direction: String,
    pub happened_on: String,
    pub happened_time: String,
    pub minutes: String,
    pub text: String,
    pub outcome: String,
    pub internal: String,
    pub step: String,
    pub due_on: String,
    /// What the form was made from; empty for something new.
    pub was: String,
    /// `contact-ID`, for each of the people there with whom it was.
    #[serde(flatten)]
    pub more: HashMap<String, String>,
}

#[derive(Template)]
#[template(path = "log_page.html")]
struct LogPage {
    shell: Shell,
    w: Words,
    form: LogForm,
    account: Option<Model>,
    /// Other clients that may be meant, each with the page that takes it.
    others: Vec<(String, String)>,
    people: Vec<(ContactId, String, bool)>,
    faults: Faults,
}

impl LogPage {
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

    fn account_name(&self) -> &str {
        match &self.account {
            Some(account) if self.form.account.is_empty() => &account.name,
            _ => &self.form.account,
        }
    }

    fn offers(&self) -> String {
        let account = self.account.as_ref();
        account.map(|it| format!("/accounts/{}/colleagues/offers", it.id)).unwrap_or_default()
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    line: String,
    #[serde(deserialize_with = "frame::web::extract::blank")]
    account_id: Option<AccountId>,
    kind: String,
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Err(Error::Denied);
    }
    let understood = understand(&ctx, &asked.line, asked.account_id).await?;
    let quick = &understood.quick;
    let zone = &ctx.actor.zone;
    let kind = quick.kind.map_or_else(|| asked.kind.clone(), |it| it.word().to_owned());
    let mut form = LogForm {
        kind: if kind.is_empty() { NoteKind::Note.word().to_owned() } else { kind },
        direction: quick.direction.unwrap_or(Direction::Out).word().to_owned(),
        minutes: quick.minutes.map(|it| it.to_string()).unwrap_or_default(),
        text: understood.text.clone(),
        line: asked.line,
        ..LogForm::default()
    };
    let local = ctx.now.local(zone);
    form.happened_on = quick.day.unwrap_or(Day(local.date())).to_string();
    let clock = quick.clock.map_or((local.hour(), local.minute()), |it| (it.hour, it.minute));
    form.happened_time = format!("{:02}:{:02}", clock.0, clock.1);
    if let Some(next) = &quick.next {
        form.step.clone_from(&next.text);
        form.due_on = next.due_on.map(|it| it.to_string()).unwrap_or_default();
    }
    if let Some(account) = &understood.account {
        form.account_id = account.id.to_string();
    }
    for contact in &understood.contacts {
        form.more.insert(format!("contact-{contact}"), "on".to_owned());
    }
    log_page(&ctx, form, understood.others, Faults::default()).await
}

async fn log_page(
    ctx: &Ctx,
    form: LogForm,
    others: Vec<(AccountId, String)>,
    faults: Faults,
) -> Result<Response> {
    let account = match form.account_id.parse() {
        Ok(id) => account::get(ctx, id).await.ok(),
        Err(_) => None,
    };
    let people = match &account {
        Some(account) => posts(ctx, account.id).await?,
        None => Vec::new(),
    };
    let people = people.into_iter().filter(|it| it.left_on.is_none());
    let people = people.map(|it| {
        let chosen = form.more.contains_key(&format!("contact-{}", it.contact.id));
        (it.contact.id, it.contact.name, chosen)
    });
    let to = |(id, name): (AccountId, String)| {
        let id = id.to_string();
        (page::address("/log", [("line", form.line.as_str()), ("account_id", &id)]), name)
    };
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &LogPage {
            shell: ctx.shell("accounts"),
            w: Words::of(ctx.lang()),
            others: others.into_iter().map(to).collect(),
            people: people.collect(),
            account,
            form,
            faults,
        },
    )
}

async fn submit(ctx: Ctx, Form(form): Form<LogForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match log_from(&tx, &form).await {
        Ok(logged) => {
            let said = saying(&logged, Words::of(tx.lang()));
            tx.commit().await?;
            let undo = format!("/notes/{}/hide", logged.note.id);
            page::redirect_undoable(&format!("/accounts/{}", logged.note.account_id), &said, &undo)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            log_page(&tx, form, Vec::new(), faults).await
        }
    }
}

async fn log_from(tx: &Tx, form: &LogForm) -> Result<Logged> {
    let account = form.account(tx).await?;
    let new = NewActivity {
        account: Some(account),
        contacts: form.contacts(),
        next: Some(NextStep { text: form.step.clone(), due_on: due_on(&form.due_on)? }),
        ..form.activity(tx)?
    };
    log_activity(tx, new).await
}

impl LogForm {
    /// The client: the one that was understood, unless another name was written.
    async fn account(&self, ctx: &Ctx) -> Result<AccountId> {
        let known = match self.account_id.trim().parse() {
            Ok(id) => Some(account::get(ctx, id).await?),
            Err(_) => None,
        };
        let Some(name) = text::line(&self.account) else {
            return known.map(|it| it.id).ok_or(Error::refused(ActivityRefused::NoAccount));
        };
        if let Some(known) = known.filter(|it| text::key(&it.name) == text::key(&name)) {
            return Ok(known.id);
        }
        let named = account::of_name(ctx, &name).await?;
        named.map(|it| it.id).ok_or(Error::refused(ActivityRefused::UnknownAccount))
    }

    /// The people there who were chosen.
    pub fn contacts(&self) -> Vec<ContactId> {
        let ids = self.more.keys().filter_map(|it| it.strip_prefix("contact-")?.parse().ok());
        ids.collect()
    }

    /// What stands in the form about the activity itself.
    pub fn activity(&self, ctx: &Ctx) -> Result<NewActivity> {
        let minutes = match self.minutes.trim() {
            "" => None,
            typed => {
                let minutes: Option<i64> = typed.parse().ok();
                Some(minutes.ok_or(Error::refused(ActivityRefused::NoMinutes))?)
            }
        };
        Ok(NewActivity {
            kind: NoteKind::from_word(&self.kind).unwrap_or_default(),
            direction: Direction::from_word(&self.direction),
            happened_at: self.happened_at(ctx)?,
            minutes,
            text: self.text.clone(),
            outcome: self.outcome.clone(),
            internal: !self.internal.is_empty(),
            ..NewActivity::default()
        })
    }

    fn happened_at(&self, ctx: &Ctx) -> Result<Option<Instant>> {
        let (day, time) = (self.happened_on.trim(), self.happened_time.trim());
        if day.is_empty() && time.is_empty() {
            return Ok(None);
        }
        let zone = &ctx.actor.zone;
        let wrong = || Error::refused(ActivityRefused::NoMoment);
        let local = ctx.now.local(zone);
        let day: Day =
            if day.is_empty() { Day(local.date()) } else { day.parse().map_err(|_| wrong())? };
        if time.is_empty() {
            return Ok(Some(day.at(local.time(), zone)));
        }
        let (hour, minute) = time.split_once([':', '.']).ok_or_else(wrong)?;
        let hour = hour.parse().map_err(|_| wrong())?;
        let minute = minute.get(..2).and_then(|it| it.parse().ok()).ok_or_else(wrong)?;
        let time = day.0.at(0, 0, 0, 0).with().hour(hour).minute(minute).build();
        Ok(Some(day.at(time.map_err(|_| wrong())?.time(), zone)))
    }
}

/// What a kind of activity is called.
pub fn kind_of_note(kind: NoteKind, lang: kernel::Lang) -> &'static str {
    Words::of(lang).kind(kind)
}

impl Words {
    pub fn kind(self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::Note => self.kind_note(),
            NoteKind::Call => self.kind_call(),
            NoteKind::Video => self.kind_video(),
            NoteKind::Message => self.kind_message(),
            NoteKind::Email => self.kind_email(),
            NoteKind::Meeting => self.kind_meeting(),
        }
    }
}
