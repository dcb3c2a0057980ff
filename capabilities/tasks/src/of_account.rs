//! An account's page shows what is to be done with it.

use accounts::AccountId;
use askama::Template;
use frame::app::Asking;
use frame::web::page::Faults;
use frame::web::panel::{Panel, Surroundings};
use frame::{Ctx, Result};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use crate::add_task::StepForm;
use crate::say_timing::Reader;
use crate::task::{self, Model};
use crate::words::Words;

/// On the page of an account, before whatever else stands beside its timeline.
pub static PANEL: Panel = Panel {
    on: "account.first",
    title: |lang| Words::of(lang).tasks_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

#[derive(Template)]
#[template(path = "account_tasks.html")]
struct TasksPanel {
    shell: Surroundings,
    w: Words,
    account: AccountId,
    tasks: Vec<Model>,
    reader: Reader,
    may_write: bool,
    typed: StepForm,
    faults: Faults,
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    panel(ctx, account, StepForm::default(), Faults::default()).await.map(Some)
}

/// The panel with what somebody typed into its form, and with what is wrong with that.
pub async fn panel(
    ctx: &Ctx,
    account: AccountId,
    typed: StepForm,
    faults: Faults,
) -> Result<String> {
    let tasks = task::open(ctx)
        .filter(task::Column::AccountId.eq(account))
        .order_by_asc(task::Column::DueOn)
        .order_by_asc(task::Column::Id);
    let panel = TasksPanel {
        shell: ctx.surroundings(),
        w: Words::of(ctx.lang()),
        account,
        tasks: tasks.all(ctx).await?,
        reader: Reader::of(ctx).await?,
        may_write: ctx.may(Act::Create, Area::Accounts),
        typed,
        faults,
    };
    Ok(panel.render()?)
}
