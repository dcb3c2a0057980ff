//! What can be asked of the list of tasks, in words.

use accounts::{account, is_wide};
use frame::web::list::{Asked, Filter, Question};
use frame::{Ctx, Result};

use crate::find_tasks::When;
use crate::words::Words;

/// What can be asked of the list, and what is.
pub async fn ask_tasks(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let w = Words::of(ctx.lang());
    let others = When::ALL.iter().filter(|it| **it != When::default());
    let when = others.map(|it| (it.word(), w.when(*it)));
    let mut filters = vec![Filter::chips(question, "when", (w.task_filter(), w.when_open()), when)];
    let whose = [("all", w.tasks_all())];
    let whose = Filter::chips(question, "whose", (w.task_whose(), w.tasks_mine()), whose);
    filters.push(if is_wide(ctx) {
        whose
    } else {
        // They are one's own, whoever asks for all of them.
        Filter::link(question, "whose", w.task_whose(), whose.said)
    });
    let client = account::name_of(ctx, question.get("account_id")).await?;
    filters.push(Filter::link(question, "account_id", w.client_label(), client));
    Ok(Asked { filters, ..Asked::default() })
}

impl Words {
    pub fn when(self, when: When) -> &'static str {
        match when {
            When::Open => self.when_open(),
            When::Overdue => self.when_overdue(),
            When::Today => self.when_today(),
            When::Week => self.when_week(),
            When::Done => self.when_done(),
        }
    }
}
