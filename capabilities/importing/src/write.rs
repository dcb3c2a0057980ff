//! Some steps of a plan are carried out in one transaction, with what is needed to undo them.

use std::collections::{BTreeSet, HashMap};

use frame::{Error, Event, Result, Tx};
use kernel::{Lang, PersonId};
use pipeline::FileStage;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use transactions::BatchId;
use uuid::Uuid;

use crate::change::{self, ChangeAction};
use crate::kept::{self, Beginning, Kept};
use crate::known::Known;
use crate::rules::draft::{Draft, Field, TargetKind};
use crate::rules::planning::{Decision, Step};
use crate::rules::said::Said;
use crate::rules::undoing::Image;
use crate::run::RunId;

/// One thing to write.
#[derive(Clone, Copy, Debug)]
pub enum Work<'a> {
    Step(&'a Step<Uuid>),
    /// A stored account that nobody looks after is given to somebody.
    Owner(Uuid),
}

/// An import under way.
pub struct Writing<'a> {
    pub run: RunId,
    /// The number of the last change.
    pub number: i64,
    pub lang: Lang,
    pub known: &'a mut Known,
    changes: Vec<change::ActiveModel>,
}

impl<'a> Writing<'a> {
    /// `number` is that of the last change that is written down already.
    pub const fn new(run: RunId, lang: Lang, number: i64, known: &'a mut Known) -> Self {
        Self { run, number, lang, known, changes: Vec::new() }
    }

    /// The transaction was given up, and with it what it would have remembered.
    pub fn drop_changes(&mut self) {
        self.changes.clear();
    }
}

/// Carries some of the work out. The order is that of the plan, so what is referred to is there.
pub async fn write(tx: &Tx, writing: &mut Writing<'_>, works: &[Work<'_>]) -> Result<()> {
    let steps = |kind| steps_of(works, kind);
    let (teams, people) = (steps(TargetKind::Team), steps(TargetKind::Person));
    write_steps::<people::team::Entity>(tx, writing, &teams).await?;
    write_steps::<people::person::Entity>(tx, writing, &people).await?;
    write_managers(tx, writing, &people).await?;
    if !teams.is_empty() || !people.is_empty() {
        people::draw_line(tx).await?;
    }
    write_steps::<catalogue::product::Entity>(tx, writing, &steps(TargetKind::Product)).await?;
    write_steps::<accounts::account::Entity>(tx, writing, &steps(TargetKind::Account)).await?;
    write_owners(tx, writing, works).await?;
    let contacts = steps(TargetKind::Contact);
    let new = write_steps::<accounts::contact::Entity>(tx, writing, &contacts).await?;
    let mut placed = Vec::new();
    for (id, draft) in new {
        if let Draft::Contact(contact) = draft {
            placed.push((id, contact));
        }
    }
    kept::contact::place(tx, &placed, writing.known).await?;
    let deals = steps(TargetKind::Opportunity);
    know_stages(tx, writing, &deals).await?;
    write_steps::<pipeline::opportunity::Entity>(tx, writing, &deals).await?;
    tx.insert_all(std::mem::take(&mut writing.changes)).await
}

/// The stages that these deals name: found by name, or made.
async fn know_stages(tx: &Tx, writing: &mut Writing<'_>, deals: &[&Step<Uuid>]) -> Result<()> {
    let named = deals.iter().filter_map(|step| match &step.draft {
        Draft::Opportunity(deal) => Some((deal.stage.clone(), kept::kind_of(deal.kind))),
        _ => None,
    });
    let missing = |it: &FileStage| writing.known.stages.code(&it.0, it.1).is_none();
    let missing: BTreeSet<FileStage> = named.filter(missing).collect();
    if !missing.is_empty() {
        writing.known.stages = pipeline::stages_for(tx, &missing).await?;
    }
    Ok(())
}

fn steps_of<'a>(works: &[Work<'a>], kind: TargetKind) -> Vec<&'a Step<Uuid>> {
    let step = |work: &Work<'a>| match *work {
        Work::Step(step) if step.draft.kind() == kind => Some(step),
        _ => None,
    };
    works.iter().filter_map(step).collect()
}

/// Writes the records of one kind; those that are new, each with what was said of it.
async fn write_steps<'a, E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    steps: &[&'a Step<Uuid>],
) -> Result<Vec<(Uuid, &'a Draft)>>
where
    E::Model: Clone + Send + Sync,
    E::ActiveModel: Send,
{
    let (mut created, mut new) = (Vec::new(), Vec::new());
    for step in steps.iter().filter(|step| step.decision == Decision::Create) {
        let mut model = E::blank(Beginning {
            company: tx.actor.company,
            id: tx.id(),
            lang: writing.lang,
            now: tx.now,
        });
        E::apply(&mut model, &step.draft, writing.known)?;
        writing.known.learn(E::KIND, E::name(&model), E::uuid(&model));
        new.push((E::uuid(&model), &step.draft));
        created.push(model);
    }
    create::<E>(tx, writing, created).await?;

    let mut updates = Vec::new();
    for step in steps {
        if let Decision::Update { id, .. } = &step.decision {
            updates.push((*id, &step.draft));
        }
    }
    let stored = load::<E>(tx, updates.iter().map(|it| it.0)).await?;
    for (id, draft) in updates {
        let before = stored.get(&id).ok_or(Error::NotFound)?;
        let mut after = before.clone();
        E::apply(&mut after, draft, writing.known)?;
        update::<E>(tx, writing, before, &after).await?;
    }
    Ok(new)
}

/// Adds new records, and remembers that this import made them.
pub async fn create<E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    created: Vec<E::Model>,
) -> Result<()>
where
    E::ActiveModel: Send,
{
    if created.is_empty() {
        return Ok(());
    }
    tx.insert_all(created.iter().map(kept::row::<E>).collect()).await?;
    E::written(tx, &created).await?;
    for model in &created {
        let image = kept::image::<E>(model);
        remember::<E>(tx, writing, model, ChangeAction::Created, &Image::new(), &image)?;
        if let Some(name) = E::CREATED {
            tx.record(of_run(kept::event::<E>(name, model), writing.run));
        }
    }
    Ok(())
}

/// Writes down that this import brought a day of a ledger, after all that it made for it.
pub async fn remember_day(
    tx: &Tx,
    writing: &mut Writing<'_>,
    batch: BatchId,
    name: &str,
) -> Result<()> {
    writing.number += 1;
    writing.changes.push(change::ActiveModel {
        company_id: Set(tx.actor.company),
        run_id: Set(writing.run),
        number: Set(writing.number),
        kind: Set(TargetKind::LedgerDay),
        record_id: Set(batch.0),
        name: Set(name.to_owned()),
        action: Set(ChangeAction::Created),
        before: Set("{}".to_owned()),
        after: Set("{}".to_owned()),
        undoing: Set(None),
    });
    tx.insert_all(std::mem::take(&mut writing.changes)).await
}

/// The teams of those who manage one. A team stands before its people, so its manager comes last.
async fn write_managers(tx: &Tx, writing: &mut Writing<'_>, steps: &[&Step<Uuid>]) -> Result<()> {
    let mut managers: Vec<(Uuid, Option<PersonId>)> = Vec::new();
    for step in steps {
        let Draft::Person(person) = &step.draft else { continue };
        let changes = match &step.decision {
            Decision::Create => true,
            Decision::Update { changes, .. } => {
                changes.iter().any(|change| change.field == Field::Manages)
            }
            Decision::Unchanged { .. } => false,
        };
        if !changes {
            continue;
        }
        let known = &*writing.known;
        let manager = match &step.decision {
            Decision::Update { id, .. } => Some(*id),
            _ => known.id(TargetKind::Person, &person.name),
        };
        let team = |name: &String| known.id(TargetKind::Team, name);
        match &person.manages {
            Said::Silent => {}
            Said::Is(name) => managers.extend(team(name).map(|it| (it, manager.map(PersonId)))),
            Said::Nothing => {
                let managed = manager.map_or(&[][..], |it| known.manages(it));
                managers.extend(managed.iter().filter_map(team).map(|it| (it, None)));
            }
        }
    }
    let teams = load::<people::team::Entity>(tx, managers.iter().map(|it| it.0)).await?;
    for (team, manager) in managers {
        let before = teams.get(&team).ok_or(Error::NotFound)?;
        let mut after = before.clone();
        after.manager_id = manager;
        update::<people::team::Entity>(tx, writing, before, &after).await?;
    }
    Ok(())
}

async fn write_owners(tx: &Tx, writing: &mut Writing<'_>, works: &[Work<'_>]) -> Result<()> {
    let account = |work: &Work<'_>| match *work {
        Work::Owner(account) => Some(account),
        Work::Step(_) => None,
    };
    let stored = load::<accounts::account::Entity>(tx, works.iter().filter_map(account)).await?;
    for before in stored.values().filter(|it| it.owner_id.is_none()) {
        let mut after = before.clone();
        after.owner_id = writing.known.owner_of(&before.name).map(PersonId);
        update::<accounts::account::Entity>(tx, writing, before, &after).await?;
    }
    Ok(())
}

/// Rows by their ids.
pub async fn load<E>(
    tx: &Tx,
    ids: impl Iterator<Item = Uuid> + Send,
) -> Result<HashMap<Uuid, E::Model>>
where
    E: Kept + EntityTrait,
{
    let ids: Vec<Uuid> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let models = tx.whole_company::<E>().filter(E::id().is_in(ids)).all(&**tx).await?;
    Ok(models.into_iter().map(|it| (E::uuid(&it), it)).collect())
}

/// Writes the fields in which a record differs, and remembers both states of them.
async fn update<E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    before: &E::Model,
    after: &E::Model,
) -> Result<()>
where
    E::Model: Clone + Send + Sync,
{
    let (was, is) = kept::difference::<E>(before, after);
    if is.is_empty() {
        return Ok(());
    }
    let this = E::id().eq(E::uuid(after));
    let values = kept::values::<E>(after, &is, tx.now)?;
    tx.update_where::<E, _>(E::company(), this, values).await?;
    E::written(tx, std::slice::from_ref(after)).await?;
    remember::<E>(tx, writing, after, ChangeAction::Updated, &was, &is)?;
    if let Some(name) = E::CHANGED {
        tx.record(of_run(changed::<E>(name, after, &was, &is), writing.run));
    }
    Ok(())
}

/// An event that tells each field that changed.
pub fn changed<E: Kept>(name: &'static str, model: &E::Model, was: &Image, is: &Image) -> Event {
    let event = kept::event::<E>(name, model);
    is.iter().fold(event, |event, (field, after)| {
        let before = was.get(field).cloned().unwrap_or_default();
        event.change(field, before, after.clone())
    })
}

fn of_run(event: Event, run: RunId) -> Event {
    event.with("import", run.to_string())
}

fn remember<E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    model: &E::Model,
    action: ChangeAction,
    before: &Image,
    after: &Image,
) -> Result<()> {
    writing.number += 1;
    writing.changes.push(change::ActiveModel {
        company_id: Set(tx.actor.company),
        run_id: Set(writing.run),
        number: Set(writing.number),
        kind: Set(E::KIND),
        record_id: Set(E::uuid(model)),
        name: Set(E::name(model).to_owned()),
        action: Set(action),
        before: Set(serde_json::to_string(before)?),
        after: Set(serde_json::to_string(after)?),
        undoing: Set(None),
    });
    Ok(())
}
