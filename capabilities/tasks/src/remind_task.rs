//! A task reminds whoever it is of: once, under the bell, and by mail if they want it.
//!
//! The reminder is a job that waits for its moment, left in the transaction that gave the task its
//! time. It looks whether that moment is still the task's: one that was moved, done or taken away
//! meanwhile says nothing, and the move has left a job of its own. The notice, the mark on the task
//! and the end of the job are one commit, so whoever is killed over it neither forgets nor repeats.

use accounts::{account, colleagues};
use frame::jobs::Job;
use frame::mail::Mail;
use frame::notices::{self, Notice};
use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{Instant, Lang, PersonId};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::rules::timing::is_late;
use crate::task::{self, Model, TaskId};
use crate::words::Words;

/// Leaves the reminder of a task, if one is to come.
pub fn leave_reminder(tx: &Tx, task: &Model) -> Result<()> {
    match task.remind_at {
        Some(at) => tx.later_by_itself(at, &RemindTask { task: task.id, at }),
        None => Ok(()),
    }
}

/// Reminds of a task, if this is still its moment.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemindTask {
    task: TaskId,
    at: Instant,
}

impl Job for RemindTask {
    const NAME: &'static str = "accounts.remind_task";

    async fn run(self, tx: &Tx) -> Result<()> {
        let Some(task) = waiting(tx, self.task, |it| it.remind_at == Some(self.at)).await? else {
            return Ok(());
        };
        let owner = somebody_here(tx, task.owner_id).await?;

        let mut row = task.clone().into_active_model();
        row.remind_at = Set(None);
        row.reminded_at = Set(Some(tx.now));
        tx.update(row).await?;
        if owner.is_none() {
            return Ok(());
        }
        let notice = Notice::of("accounts.task_reminded", "task", task.id, page_of(&task))
            .with("text", task.text.clone())
            .with("account", account_name(tx, &task).await?)
            .with("day", task.due_on.map(|it| it.to_string()))
            .with("time", task.due_time.clone())
            .with("zone", task.due_zone.as_ref().map(|it| it.label().to_owned()))
            .with("late", is_late(self.at, tx.now));
        notices::remind(tx, task.owner_id, notice).await?;
        if task.remind_mail {
            tx.later_by_itself(tx.now, &MailTaskDue { task: task.id, at: tx.now })?;
        }
        Ok(())
    }
}

/// The same by mail. That a mail cannot be handed over holds no notice up.
#[derive(Debug, Serialize, Deserialize)]
pub struct MailTaskDue {
    task: TaskId,
    /// When it was reminded of.
    at: Instant,
}

impl Job for MailTaskDue {
    const NAME: &'static str = "accounts.mail_task_due";

    async fn run(self, tx: &Tx) -> Result<()> {
        let Some(mailer) = tx.app.mailer.clone() else { return Ok(()) };
        let reminded = |it: &Model| it.reminded_at == Some(self.at);
        let Some(task) = waiting(tx, self.task, reminded).await? else { return Ok(()) };
        let Some(owner) = somebody_here(tx, task.owner_id).await? else { return Ok(()) };
        let Some(to) = owner.email else { return Ok(()) };

        let w = Words::of(owner.lang);
        let day = task.due_on.map(|it| owner.lang.day(it)).unwrap_or_default();
        let zone = task.due_zone.as_ref().map(|it| it.label().to_owned()).unwrap_or_default();
        let due = due_said(owner.lang, &day, task.due_time.as_deref(), &zone);
        let link = format!("{}{}", tx.app.origin, page_of(&task));
        let text = w.mail_task_due(&task.text, &due, &link);
        let subject = w.mail_task_due_subject().to_owned();
        mailer.send(Mail::of(&self, to, subject, text)?).await
    }
}

fn page_of(task: &Model) -> String {
    format!("/tasks/{}/edit", task.id)
}

/// The task, if it is still to be done and is as it should be.
async fn waiting(tx: &Tx, id: TaskId, fits: impl Fn(&Model) -> bool) -> Result<Option<Model>> {
    let task = tx.whole_company::<task::Entity>().filter(task::Column::Id.eq(id));
    let task = task.one(&**tx).await?;
    Ok(task.filter(|it| it.done_at.is_none() && it.hidden_at.is_none()).filter(fits))
}

/// Whose task it is, if they may still come in.
async fn somebody_here(ctx: &Ctx, person: PersonId) -> Result<Option<person::Model>> {
    let people = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    Ok(people.one(ctx).await?.filter(|it| it.status == PersonStatus::Active))
}

/// What the client is called, if whoever is reminded may see it by now.
async fn account_name(ctx: &Ctx, task: &Model) -> Result<Option<String>> {
    let Some(id) = task.account_id else { return Ok(None) };
    let Ok(account) = account::get(ctx, id).await else { return Ok(None) };
    let all = colleagues(ctx, Area::Accounts, Some(&account)).await?;
    let sees = all.iter().any(|it| it.id == task.owner_id && it.sees);
    Ok(sees.then_some(account.name))
}

/// `5 Mar 2026, 14.00 WIB`.
pub fn due_said(lang: Lang, day: &str, time: Option<&str>, zone: &str) -> String {
    match time {
        Some(time) => {
            let time = if lang == Lang::Id { time.replace(':', ".") } else { time.to_owned() };
            format!("{day}, {time} {zone}")
        }
        None => day.to_owned(),
    }
}

/// A reminder, in words.
pub fn tell(says: &Json, lang: Lang) -> String {
    let w = Words::of(lang);
    let text = |key: &str| says[key].as_str().unwrap_or_default();
    let day = text("day").parse().map(|it| lang.day(it)).unwrap_or_default();
    let due = due_said(lang, &day, says["time"].as_str(), text("zone"));
    let what = match text("account") {
        "" => text("text").to_owned(),
        account => format!("{} ({account})", text("text")),
    };
    match says["late"].as_bool() {
        Some(true) => w.told_task_due_late(what, due),
        _ => w.told_task_due(what, due),
    }
}
