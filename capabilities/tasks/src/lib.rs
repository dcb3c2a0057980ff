//! Tasks: what somebody will do, mostly with a client, and until when; and the templates of those
//! that belong together.

kernel::words!();

pub mod rules;
pub mod task;
pub mod task_template;
pub mod task_template_step;

mod task_timing;
mod say_timing;
mod add_task;
mod change_task;
mod settle_task;
mod remind_task;
mod repeat_task;
mod find_tasks;
mod hand_tasks;
mod ask_tasks;
mod list_tasks;
mod task_in;
mod keep_template;
mod template_settings;
mod use_template;
mod of_account;
mod tell_task;

use frame::follows::Follows;
use frame::jobs::{Every, Kind};
use frame::web::list::Listed;
use frame::{App, Table};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use add_task::{NewTask, add_task, due_on, finish_task};
pub use find_tasks::{Looked as TasksLooked, find_tasks};
pub use hand_tasks::{hand_tasks, hand_tasks_back};
pub use keep_template::{TemplateFields, add_template, remove_template};
pub use of_account::PANEL;
pub use rules::repeat::RepeatFrom;
pub use rules::steps::{Counted, Step};
pub use rules::timing::{Remind, Repeating, Timing};
pub use say_timing::Reader as TaskReader;
pub use settle_task::{hide_task, postpone_task, reopen_task};
pub use task::{TaskId, TaskOut};
pub use task_template::TemplateId;
pub use task_timing::{TimingForm, TimingIn, clock_of};
pub use tell_task::TELLER;
pub use use_template::use_template;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(add_task::routes())
        .merge(change_task::routes())
        .merge(settle_task::routes())
        .merge(list_tasks::routes())
        .merge(find_tasks::routes())
        .merge(task_in::routes())
        .merge(keep_template::routes())
        .merge(template_settings::routes())
        .merge(use_template::routes())
}

/// The list of tasks, of which people keep views.
pub const LIST: Listed = Listed {
    word: "tasks",
    path: "/tasks",
    section: "agenda",
    area: Area::Accounts,
    ask: |ctx, question| Box::pin(ask_tasks::ask_tasks(ctx, question)),
};

/// Tasks go where their client goes.
pub const FOLLOWS: &[Follows] =
    &[Follows::moves("account", "task", "account_id").stamped("updated_at")];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<task::Entity>(),
    Table::of::<task_template::Entity>(),
    Table::of::<task_template_step::Entity>(),
];

/// What may be left for later.
pub const JOBS: &[Kind] =
    &[Kind::of::<remind_task::RemindTask>(), Kind::of::<remind_task::MailTaskDue>()];

/// What comes round by itself.
pub const EVERY: &[Every] = &[Every {
    name: "accounts.series",
    minutes: 60,
    run: |tx| Box::pin(repeat_task::follow_calendar(tx)),
}];

#[cfg(test)]
mod tests;
