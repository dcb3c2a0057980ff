//! What happened to tasks, told. Its events are named as events of accounts, on whose timelines
//! they stand.

use frame::stream::{self, Sees, Teller};
use kernel::{Day, Lang};

use crate::remind_task;
use crate::words::Words;

/// How what happens to tasks is told.
pub const TELLER: Teller = Teller { prefix: "accounts.", tell, sees: Sees::WithTheRecord };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let day = |day: &str| match day.parse::<Day>() {
        Ok(day) => lang.day(day),
        Err(_) => w.no_due_day().to_owned(),
    };
    let due_after = || day(says["changes"]["due_on"]["after"].as_str().unwrap_or_default());
    let count = |key: &str| says[key].as_i64().unwrap_or_default();
    Some(match event.name.as_str() {
        "accounts.task_added" => w.told_task_added(text("text")),
        "accounts.task_assigned" => match text("account") {
            account if account.is_empty() => w.told_task_assigned(text("who"), text("text")),
            account => w.told_task_assigned_about(text("who"), text("text"), account),
        },
        "accounts.task_reminded" => remind_task::tell(&says, lang),
        "accounts.task_done" => w.told_task_done(text("text")),
        "accounts.task_passed" => w.told_task_passed(text("text")),
        "accounts.task_reopened" => w.told_task_reopened(text("text")),
        "accounts.task_moved" => w.told_task_moved(text("text"), due_after()),
        "accounts.task_hidden" => w.told_task_hidden(text("text")),
        "accounts.task_restored" => w.task_restored(text("text")),
        "accounts.task_repeated" => w.told_task_repeated(text("text"), day(&text("day"))),
        "accounts.template_used" => w.told_template_used(text("name"), count("tasks")),
        "accounts.template_given" => {
            w.told_template_given(text("who"), count("tasks"), text("account"))
        }
        "accounts.template_use_undone" => w.told_template_use_undone(count("tasks")),
        "accounts.template_kept" => w.told_template_kept(text("name")),
        "accounts.template_retired" => w.told_template_retired(text("name")),
        "accounts.template_offered_again" => w.told_template_offered_again(text("name")),
        _ => return None,
    })
}
