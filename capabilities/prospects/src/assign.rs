//! A prospect goes to somebody by the company's rules, or waits and says why.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use accounts::account;
use frame::notices::{self, Notice};
use frame::{Ctx, Result, Tx};
use kernel::access::{Area, keeps};
use kernel::{PersonId, TeamId};
use people::person::{self, PersonStatus};
use people::team;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QuerySelect};

use crate::assignment::{self, How};
use crate::assignment_rule::{self, RuleId};
use crate::prospect::{self, Model, ProspectStatus, about};
use crate::rules::assign::{Away, Book, Full, Load, Outcome, Rule, Tried, Way};
use crate::rules::fits::Lead;
use crate::why::{self, Named, Passed, Why};
use crate::{assignment_pause, assignment_turn};

/// The rules of a company with everything that they ask, as it is at this moment.
pub struct Rules {
    kept: Vec<assignment_rule::Model>,
    book: Book,
    names: HashMap<PersonId, String>,
    currency: String,
}

/// What the rules say of one prospect.
pub struct Decided {
    pub to: Option<PersonId>,
    pub rule: Option<RuleId>,
    pub why: Why,
}

impl Rules {
    /// As they are now. Whoever hands out by them has taken the turn before; a dry run has not.
    pub async fn load(ctx: &Ctx) -> Result<Self> {
        let rules = assignment_rule::in_force(ctx).await?;
        let company = people::company::mine(ctx).await?;
        let all = ctx.whole_company::<person::Entity>().all(ctx).await?;
        let teams = team::all(ctx).await?;
        let mut book = Book::default();
        for rule in &rules {
            let people = match (rule.way, rule.team_id) {
                (Way::Person, _) | (_, None) => rule.person_id.into_iter().collect(),
                (Way::Turn | Way::Least, Some(team)) => of_team(&all, &teams, team),
            };
            book.rules.push(Rule {
                asked: rule.asked(),
                way: rule.way,
                limits: rule.limits(),
                people,
                last: rule.last_id,
            });
        }
        let named: BTreeSet<PersonId> =
            book.rules.iter().flat_map(|it| it.people.iter().copied()).collect();
        book.loads = loads(ctx, &all, &named).await?;
        let names = all.into_iter().map(|it| (it.id, it.name)).collect();
        Ok(Self { kept: rules, book, names, currency: company.currency })
    }

    pub fn are_none(&self) -> bool {
        self.kept.is_empty()
    }

    /// To whom this goes; from now on it counts as theirs.
    pub fn hand_out(&mut self, prospect: &Model) -> Decided {
        if self.kept.is_empty() {
            return Decided { to: None, rule: None, why: Why::NoRules };
        }
        let outcome = self.book.hand_out(&lead(prospect, &self.currency));
        match outcome {
            Outcome::Given { to, by, before } => Decided {
                to: Some(to),
                rule: Some(self.kept[by.rule].id),
                why: Why::Rule {
                    rule: self.named(by.rule),
                    way: self.kept[by.rule].way,
                    to: self.name(to),
                    passed: self.passed(&by.passed),
                    before: before.iter().map(|it| self.tried(it)).collect(),
                },
            },
            Outcome::Waits { tried } => {
                let tried = tried.iter().map(|it| self.tried(it)).collect();
                Decided { to: None, rule: None, why: Why::Waits { tried } }
            }
        }
    }

    fn name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_default()
    }

    fn named(&self, rule: usize) -> Named {
        Named { number: rule + 1, name: self.kept[rule].name.clone() }
    }

    fn passed(&self, passed: &[(PersonId, Full)]) -> Vec<Passed> {
        passed.iter().map(|(who, full)| Passed { who: self.name(*who), full: *full }).collect()
    }

    fn tried(&self, tried: &Tried) -> why::Tried {
        why::Tried { rule: self.named(tried.rule), passed: self.passed(&tried.passed) }
    }
}

/// What of a prospect the rules ask about.
fn lead(it: &Model, currency: &str) -> Lead {
    Lead {
        city: it.city.clone(),
        province: it.province.clone(),
        industry: it.industry.clone(),
        source: it.source.clone(),
        value: it.value_amount.filter(|_| it.value_currency == currency),
    }
}

/// Whether prospects can be somebody's own.
pub fn works_on(person: &person::Model) -> bool {
    keeps(&person.roles, Area::Prospects)
}

/// Those who work in this team or in one below it, and keep prospects.
fn of_team(all: &[person::Model], teams: &[team::Model], top: TeamId) -> Vec<PersonId> {
    let within = team::with_those_below(teams, top);
    let there = all.iter().filter(|it| it.team_id.is_some_and(|it| within.contains(&it)));
    let there = there.filter(|it| it.status != PersonStatus::Left && works_on(it));
    there.map(|it| it.id).collect()
}

/// What each of these people has to do, as the rules see it.
pub async fn loads_of(ctx: &Ctx, people: &BTreeSet<PersonId>) -> Result<BTreeMap<PersonId, Load>> {
    let these = person::Column::Id.is_in(people.iter().copied());
    let all = ctx.whole_company::<person::Entity>().filter(these).all(ctx).await?;
    loads(ctx, &all, people).await
}

/// What each of these has to do.
async fn loads(
    ctx: &Ctx,
    all: &[person::Model],
    people: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, Load>> {
    let mut loads: BTreeMap<PersonId, Load> =
        people.iter().map(|it| (*it, Load::default())).collect();
    if people.is_empty() {
        return Ok(loads);
    }
    let away = assignment_pause::away(ctx).await?;
    for person in all.iter().filter(|it| people.contains(&it.id)) {
        let shut_out = person.status != PersonStatus::Active;
        let away = away.get(&person.id).copied().or(shut_out.then_some(Away { until: None }));
        loads.entry(person.id).or_default().away = away;
    }
    for (person, open) in open_of(ctx, people).await? {
        loads.entry(person).or_default().open = open;
    }
    for (person, clients) in clients_of(ctx, people).await? {
        loads.entry(person).or_default().clients = clients;
    }
    let today = ctx.now.day(&ctx.actor.zone);
    let month: Vec<String> = today.to_string().split('-').map(str::to_owned).collect();
    let first = format!("{}-{}-01", month[0], month[1]).parse().unwrap_or(today);
    for (day, in_month) in [(today, false), (first, true)] {
        for (person, given) in given_since(ctx, people, day.start(&ctx.actor.zone)).await? {
            let load = loads.entry(person).or_default();
            if in_month {
                load.in_month = given;
            } else {
                load.in_day = given;
            }
        }
    }
    Ok(loads)
}

async fn open_of(ctx: &Ctx, people: &BTreeSet<PersonId>) -> Result<Vec<(PersonId, i64)>> {
    let open = ctx
        .whole_company::<prospect::Entity>()
        .select_only()
        .column(prospect::Column::OwnerId)
        .column_as(prospect::Column::Id.count(), "open")
        .filter(prospect::Column::OwnerId.is_in(people.iter().copied()))
        .filter(prospect::Column::Status.is_in(ProspectStatus::OPEN))
        .filter(prospect::Column::HiddenAt.is_null())
        .group_by(prospect::Column::OwnerId);
    Ok(open.into_tuple().all(ctx).await?)
}

async fn clients_of(ctx: &Ctx, people: &BTreeSet<PersonId>) -> Result<Vec<(PersonId, i64)>> {
    let clients = ctx
        .whole_company::<account::Entity>()
        .select_only()
        .column(account::Column::OwnerId)
        .column_as(account::Column::Id.count(), "clients")
        .filter(account::Column::OwnerId.is_in(people.iter().copied()))
        .filter(account::Column::HiddenAt.is_null())
        .group_by(account::Column::OwnerId);
    Ok(clients.into_tuple().all(ctx).await?)
}

/// What rules have given them since then.
async fn given_since(
    ctx: &Ctx,
    people: &BTreeSet<PersonId>,
    since: kernel::Instant,
) -> Result<Vec<(PersonId, i64)>> {
    let given = ctx
        .whole_company::<assignment::Entity>()
        .select_only()
        .column(assignment::Column::PersonId)
        .column_as(assignment::Column::Id.count(), "given")
        .filter(assignment::Column::PersonId.is_in(people.iter().copied()))
        .filter(assignment::Column::How.eq(How::Rule))
        .filter(assignment::Column::At.gte(since))
        .group_by(assignment::Column::PersonId);
    Ok(given.into_tuple().all(ctx).await?)
}

/// More at once than these are told of in one sentence.
const FEW: usize = 20;

/// Hands these out by the rules, one after the other. Nobody else does meanwhile; so no turn is
/// taken twice, and nobody gets more than fits. What they say needs no permit: the rules conclude.
pub async fn assign_by_rules(tx: &Tx, prospects: Vec<Model>) -> Result<Vec<Model>> {
    if prospects.is_empty() {
        return Ok(prospects);
    }
    assignment_turn::take(tx).await?;
    let mut rules = Rules::load(tx).await?;
    let few = prospects.len() <= FEW;
    let mut handed = Vec::with_capacity(prospects.len());
    let mut many: BTreeMap<PersonId, i64> = BTreeMap::new();
    for before in prospects {
        let decided = rules.hand_out(&before);
        let how = if decided.to.is_some() { How::Rule } else { How::Inbox };
        let after = write(tx, before, decided.to, how, decided.rule, &decided.why).await?;
        match after.owner_id {
            Some(to) if few => tell(tx, to, &after, &decided.why).await?,
            Some(to) => *many.entry(to).or_insert(0) += 1,
            None => {}
        }
        handed.push(after);
    }
    for (to, count) in many {
        let link = format!("/prospects?owner_id={to}&status=new");
        let notice = Notice::of("prospects.many_assigned", "person", to, link);
        notices::tell(tx, to, notice.with("count", count)).await?;
    }
    for (kept, rule) in rules.kept.iter().zip(&rules.book.rules) {
        if kept.last_id != rule.last {
            let column = assignment_rule::Column::CompanyId;
            let this = assignment_rule::Column::Id.eq(kept.id);
            let last = vec![(assignment_rule::Column::LastId, SimpleExpr::from(rule.last))];
            tx.update_where::<assignment_rule::Entity, _>(column, this, last).await?;
        }
    }
    Ok(handed)
}

/// Writes whose it is now, remembers why, and lets them know.
pub async fn become_of(
    tx: &Tx,
    before: Model,
    to: Option<PersonId>,
    how: How,
    why: &Why,
) -> Result<Model> {
    let after = write(tx, before, to, how, None, why).await?;
    if let Some(to) = to.filter(|_| how != How::Own) {
        tell(tx, to, &after, why).await?;
    }
    Ok(after)
}

async fn tell(tx: &Tx, to: PersonId, it: &Model, why: &Why) -> Result<()> {
    let link = format!("/prospects/{}", it.id);
    let notice = Notice::of("prospects.assigned", "prospect", it.id, link)
        .with("name", it.name.clone())
        .with("why", serde_json::to_value(why)?);
    notices::tell(tx, to, notice).await
}

async fn write(
    tx: &Tx,
    before: Model,
    to: Option<PersonId>,
    how: How,
    rule: Option<RuleId>,
    why: &Why,
) -> Result<Model> {
    let mut after = before.clone();
    if before.owner_id != to {
        let version = prospect::claim(tx, &before, None).await?;
        let mut row = before.clone().into_active_model();
        row.owner_id = Set(to);
        row.updated_at = Set(tx.now);
        row.version = Set(version);
        after = tx.update(row).await?;
        notices::take_back(tx, before.id).await?;
    }
    assignment::remember(tx, &after, how, rule, why).await?;
    tx.record(about(&after, "prospects.assigned").with("why", serde_json::to_value(why)?));
    Ok(after)
}
