//! What stands in a pack: gathered anew each time, within what the reader may see.

use accounts::{account, account_contact, contact};
use activities::note;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area};
use people::person;
use pipeline::{OpportunityKind, opportunity, stage};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use tasks::task;
use transactions::invoice_problem;
use visits::visit;

use crate::handover_pack::Model;
use crate::load::{brought, money};
use crate::words::Words;

/// So many activities, visits, deals and steps stand in it.
const LAST: u64 = 5;
const MOST: u64 = 50;

/// The parts of a pack, in words.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The reader may see the client itself.
    pub sees: bool,
    pub client: String,
    /// What it is: tier, industry, status, terms, telephone.
    pub facts: Vec<(String, String)>,
    /// Name, role, how to reach them.
    pub contacts: Vec<[String; 3]>,
    /// Name, stage, value, next step; and where it is.
    pub deals: Vec<([String; 4], String)>,
    pub tasks: Vec<[String; 2]>,
    /// Day, and what was written.
    pub activities: Vec<[String; 2]>,
    pub visits: Vec<[String; 2]>,
    /// What it bought in the last twelve months, by currency.
    pub buys: Vec<String>,
    pub problems: Vec<String>,
}

/// Gathers it. Whoever had the client sees its name alone.
pub async fn gather(ctx: &Ctx, pack: &Model) -> Result<Content> {
    let names = account::names(ctx, [pack.account_id]).await?;
    let mut content =
        Content { client: names.into_values().next().unwrap_or_default(), ..Content::default() };
    let account = match account::get(ctx, pack.account_id).await {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(content),
        Err(error) => return Err(error),
    };
    content.sees = true;
    let w = Words::of(ctx.lang());
    let fact = |label: &str, value: Option<String>| {
        value.filter(|it| !it.is_empty()).map(|it| (label.to_owned(), it))
    };
    let term = accounts::term_of(ctx, account.id).await?;
    content.facts = [
        fact(w.tier_label(), account.tier.map(|it| it.word().to_owned())),
        fact(w.industry_label(), account.industry.clone()),
        fact(w.phone_label(), account.phone.as_deref().map(frame::text::shown_phone)),
        fact(w.terms_label(), term.map(|it| it.label(ctx.lang()).to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect();
    content.contacts = contacts(ctx, pack).await?;
    if ctx.may(Act::View, Area::Pipeline) {
        content.deals = deals(ctx, pack, w).await?;
    }
    content.tasks = tasks(ctx, pack, w).await?;
    content.activities = activities(ctx, pack, w).await?;
    if ctx.may(Act::View, Area::Visits) {
        content.visits = made(ctx, pack, w).await?;
    }
    if ctx.may(Act::View, Area::Transactions) {
        let today = ctx.now.day(&ctx.actor.zone);
        let sums = brought(ctx, &[pack.account_id], today).await?;
        let sums = sums.into_values().next().unwrap_or_default();
        content.buys = sums.iter().map(|(it, exact)| money(*exact, it).to_string()).collect();
        content.problems = problems(ctx, pack).await?;
    }
    Ok(content)
}

async fn contacts(ctx: &Ctx, pack: &Model) -> Result<Vec<[String; 3]>> {
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(pack.account_id))
        .filter(account_contact::Column::LeftOn.is_null())
        .find_also_related(contact::Entity);
    let posts = posts.all(ctx).await?.into_iter().filter_map(|(post, contact)| {
        let contact = contact.filter(|it| it.hidden_at.is_none())?;
        let reach = contact.phone.as_deref().map(frame::text::shown_phone).or(contact.email);
        Some([contact.name, post.role.unwrap_or_default(), reach.unwrap_or_default()])
    });
    let mut posts: Vec<_> = posts.collect();
    posts.sort();
    Ok(posts)
}

async fn deals(ctx: &Ctx, pack: &Model, w: Words) -> Result<Vec<([String; 4], String)>> {
    use opportunity::Column;
    let deals = opportunity::of_account(ctx, pack.account_id)
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .order_by_asc(Column::ExpectedCloseOn)
        .limit(MOST);
    let known = stage::pipelines(ctx).await?;
    let deals = deals.all(ctx).await?.into_iter().map(|it| {
        let stage = known.stage(&it.pipeline, &it.stage).map(|it| it.label(w.0).to_owned());
        let step = match (&it.next_step, it.next_step_on) {
            (Some(step), Some(day)) => format!("{step} ({})", w.0.day(day)),
            (Some(step), None) => step.clone(),
            (None, _) => String::new(),
        };
        let value = it.value().map(|it| it.to_string()).unwrap_or_default();
        let href = format!("/opportunities/{}", it.id);
        ([it.name, stage.unwrap_or(it.stage), value, step], href)
    });
    Ok(deals.collect())
}

async fn tasks(ctx: &Ctx, pack: &Model, w: Words) -> Result<Vec<[String; 2]>> {
    let tasks = task::open(ctx)
        .filter(task::Column::AccountId.eq(pack.account_id))
        .order_by_asc(task::Column::DueOn)
        .limit(MOST);
    let tasks = tasks.all(ctx).await?.into_iter();
    let tasks = tasks.map(|it| [it.due_on.map(|it| w.0.day(it)).unwrap_or_default(), it.text]);
    Ok(tasks.collect())
}

async fn activities(ctx: &Ctx, pack: &Model, w: Words) -> Result<Vec<[String; 2]>> {
    let notes = note::shown(ctx)
        .filter(note::Column::AccountId.eq(pack.account_id))
        .order_by_desc(note::Column::HappenedAt)
        .limit(LAST);
    let zone = &ctx.actor.zone;
    let notes = notes.all(ctx).await?.into_iter();
    Ok(notes.map(|it| [w.0.day(it.happened_at.day(zone)), it.text]).collect())
}

async fn made(ctx: &Ctx, pack: &Model, w: Words) -> Result<Vec<[String; 2]>> {
    use visit::Column;
    // Whoever looks after the client now reads what came of visits before them.
    let visits = ctx
        .whole_company::<visit::Entity>()
        .filter(Column::AccountId.eq(pack.account_id))
        .filter(Column::ArrivedAt.is_not_null())
        .filter(Column::Rejected.is_null())
        .order_by_desc(Column::Day)
        .limit(LAST);
    let names = person::names(ctx).await?;
    let visits = visits.all(ctx).await?.into_iter().map(|it| {
        let who = names.get(&it.owner_id).cloned().unwrap_or_default();
        let said = match it.note {
            Some(note) => format!("{who}: {note}"),
            None => who,
        };
        [w.0.day(it.day), said]
    });
    Ok(visits.collect())
}

async fn problems(ctx: &Ctx, pack: &Model) -> Result<Vec<String>> {
    use invoice_problem::Column;
    let open = ctx
        .find::<invoice_problem::Entity>()
        .filter(Column::AccountId.eq(pack.account_id))
        .filter(Column::SolvedAt.is_null())
        .order_by_desc(Column::RaisedAt)
        .limit(LAST);
    Ok(open.all(ctx).await?.into_iter().map(|it| it.text).collect())
}
