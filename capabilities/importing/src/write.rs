//! Some steps of a plan are carried out in one transaction, with what is needed to undo them.

use std::collections::HashMap;

use frame::{Error, Event, Result, Tx};
use kernel::{Lang, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use transactions::BatchId;
use uuid::Uuid;

use crate::change::{self, ChangeAction};
use crate::kept::{self, Beginning, Hung, Kept};
use crate::known::Known;
use crate::rules::draft::{Draft, Field, TargetKind};
use crate::rules::planning::{Decision, Step};
use crate::rules::said::Said;
use crate::rules::undoing::Image;
use crate::run::RunId;

mod beforehand;
mod documents;

use self::beforehand::{know_stages, know_tags};
use self::documents::write_documents;

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
    let clients = steps(TargetKind::Account);
    know_tags(tx, writing, &clients).await?;
    write_steps::<accounts::account::Entity>(tx, writing, &clients).await?;
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
    let prospects = steps(TargetKind::Prospect);
    write_steps::<prospects::prospect::Entity>(tx, writing, &prospects).await?;
    write_documents(tx, writing, works).await?;
    tx.insert_all(std::mem::take(&mut writing.changes)).await
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
    // What is called otherwise from now on is referred to by that name.
    for step in steps {
        if let Decision::Update { id, .. } = &step.decision {
            writing.known.learn(E::KIND, step.draft.name(), *id);
        }
    }
    let (mut created, mut new) = (Vec::new(), Vec::new());
    for step in steps.iter().filter(|step| step.decision == Decision::Create) {
        let mut model = E::blank(Beginning {
            company: tx.actor.company,
            id: tx.id(),
            lang: writing.lang,
            now: tx.now,
        });
        E::apply(&mut model, &step.draft, writing.known)?;
        let mut hung = Image::new();
        E::hang(tx, &mut hung, &step.draft, writing.known)?;
        writing.known.learn(E::KIND, E::name(&model), E::uuid(&model));
        new.push((E::uuid(&model), &step.draft));
        created.push((model, hung));
    }
    create_with::<E>(tx, writing, created).await?;

    let mut updates = Vec::new();
    for step in steps {
        if let Decision::Update { id, .. } = &step.decision {
            updates.push((*id, &step.draft));
        }
    }
    let ids: Vec<Uuid> = updates.iter().map(|it| it.0).collect();
    let mut stored = load::<E>(tx, ids.iter().copied()).await?;
    let mut hung = E::hung(tx, &ids).await?;
    for (id, draft) in updates {
        let before = stored.get(&id).ok_or(Error::NotFound)?;
        let mut after = before.clone();
        E::apply(&mut after, draft, writing.known)?;
        let hung_before = hung.get(&id).cloned().unwrap_or_default();
        let mut hung_after = hung_before.clone();
        E::hang(tx, &mut hung_after, draft, writing.known)?;
        update::<E>(tx, writing, (before, hung_before), (&after, hung_after.clone())).await?;
        // Somebody at two accounts is spoken of twice.
        stored.insert(id, after);
        hung.insert(id, hung_after);
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
    E::Model: Clone + Send + Sync,
{
    let created = created.into_iter().map(|it| (it, Image::new())).collect();
    create_with::<E>(tx, writing, created).await
}

/// As [`create`], with what hangs on them.
async fn create_with<E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    created: Vec<(E::Model, Image)>,
) -> Result<()>
where
    E::ActiveModel: Send,
    E::Model: Clone + Send + Sync,
{
    if created.is_empty() {
        return Ok(());
    }
    tx.insert_all(created.iter().map(|it| kept::row::<E>(&it.0)).collect()).await?;
    let hung: Vec<Hung> = created
        .iter()
        .filter(|it| !it.1.is_empty())
        .map(|(model, is)| Hung { id: E::uuid(model), was: Image::new(), is: is.clone() })
        .collect();
    E::write_hung(tx, &hung).await?;
    let models: Vec<E::Model> = created.iter().map(|it| it.0.clone()).collect();
    E::written(tx, &models).await?;
    for (model, hung) in &created {
        let image = kept::both(kept::image::<E>(model), hung);
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
    remember_new(tx, writing, TargetKind::LedgerDay, (batch.0, name), "{}".to_owned());
    tx.insert_all(std::mem::take(&mut writing.changes)).await
}

/// Remembers that this import made something of which only its name is told.
fn remember_new(
    tx: &Tx,
    writing: &mut Writing<'_>,
    kind: TargetKind,
    (id, name): (Uuid, &str),
    after: String,
) {
    writing.number += 1;
    writing.changes.push(change::ActiveModel {
        company_id: Set(tx.actor.company),
        run_id: Set(writing.run),
        number: Set(writing.number),
        kind: Set(kind),
        record_id: Set(id),
        name: Set(name.to_owned()),
        action: Set(ChangeAction::Created),
        before: Set("{}".to_owned()),
        after: Set(after),
        undoing: Set(None),
    });
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
        let none = Image::new;
        update::<people::team::Entity>(tx, writing, (before, none()), (&after, none())).await?;
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
        let none = Image::new;
        update::<accounts::account::Entity>(tx, writing, (before, none()), (&after, none()))
            .await?;
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

/// Writes the fields in which a record differs and what hangs on it, and remembers both states.
async fn update<E: Kept>(
    tx: &Tx,
    writing: &mut Writing<'_>,
    (before, hung_before): (&E::Model, Image),
    (after, hung_after): (&E::Model, Image),
) -> Result<()>
where
    E::Model: Clone + Send + Sync,
{
    let was = kept::both(kept::image::<E>(before), &hung_before);
    let is = kept::both(kept::image::<E>(after), &hung_after);
    let (was, is) = kept::difference(was, is);
    if is.is_empty() {
        return Ok(());
    }
    let this = E::id().eq(E::uuid(after));
    let values = kept::values::<E>(after, &is, tx.now)?;
    tx.update_where::<E, _>(E::company(), this, values).await?;
    let hung = Hung { id: E::uuid(after), was: was.clone(), is: is.clone() };
    E::write_hung(tx, &[hung]).await?;
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
        kept::told(event, field, before, after.clone())
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
