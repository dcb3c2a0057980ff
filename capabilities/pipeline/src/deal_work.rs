//! What is to be done for a deal and what was done, on its page.

use activities::{NoteKind, NoteShown, kind_of_note, note, notes_shown};
use frame::web::page::Faults;
use frame::{Ctx, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use tasks::{TaskId, TaskReader, task};

use crate::opportunity::Model;

/// More than this is found on the client's page.
const MOST: u64 = 50;

/// The tasks and activities of a deal, as far as the reader may see them.
pub struct Work {
    pub tasks: Vec<TaskShown>,
    pub notes: Vec<NoteShown>,
    /// Kinds of activity that one can choose.
    pub kinds: Vec<(String, String)>,
    pub may_write: bool,
    pub typed: Typed,
}

/// One task.
pub struct TaskShown {
    pub id: TaskId,
    pub text: String,
    pub due: String,
    pub late: bool,
}

/// What somebody typed into the small forms, and what is wrong with it.
#[derive(Default)]
pub struct Typed {
    pub task: String,
    pub due_on: String,
    pub task_faults: Faults,
    pub kind: String,
    pub text: String,
    pub log_faults: Faults,
}

impl Typed {
    pub fn is_refused(&self) -> bool {
        self.task_faults.any() || self.log_faults.any()
    }
}

pub async fn work(ctx: &Ctx, deal: &Model, typed: Typed) -> Result<Work> {
    if !ctx.may(Act::View, Area::Accounts) {
        let (tasks, notes, kinds) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(Work { tasks, notes, kinds, may_write: false, typed });
    }
    let reader = TaskReader::of(ctx).await?;
    let tasks = task::open_of_deal(ctx, deal.id.0).limit(MOST).all(ctx).await?;
    let tasks = tasks.into_iter().map(|it| TaskShown {
        due: reader.due(&it),
        late: reader.is_late(&it),
        id: it.id,
        text: it.text,
    });
    let notes = note::shown(ctx)
        .filter(note::Column::OpportunityId.eq(deal.id.0))
        .order_by_desc(note::Column::HappenedAt)
        .limit(MOST);
    let notes = notes.all(ctx).await?;
    let order: Vec<_> = notes.iter().map(|it| it.id).collect();
    let mut shown = notes_shown(ctx, notes).await?;
    Ok(Work {
        tasks: tasks.collect(),
        notes: order.iter().filter_map(|it| shown.remove(it)).collect(),
        kinds: kinds(ctx.lang()),
        may_write: ctx.may(Act::Create, Area::Accounts),
        typed,
    })
}

/// Kinds of activity that one can choose.
fn kinds(lang: Lang) -> Vec<(String, String)> {
    let kind = |&it: &NoteKind| (it.word().to_owned(), kind_of_note(it, lang).to_owned());
    NoteKind::ALL.iter().map(kind).collect()
}
