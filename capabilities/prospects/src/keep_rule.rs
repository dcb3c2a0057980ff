//! A company settles to whom its prospects go.

use frame::{Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{PersonId, Refusal, TeamId};
use people::team;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};

use crate::assignment_rule::{self, ActiveModel, Model, RuleId};
use crate::choice::{self, List};
use crate::owners::known_owner;
use crate::rules::assign::Way;
use crate::rules::{
    LARGEST_AMOUNT, LARGEST_LIMIT, LONGEST_LABEL, LONGEST_LINE, MOST_RULES, ProspectRefused,
};

/// A rule, as it is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFields {
    pub name: String,
    pub places: Vec<String>,
    pub industries: Vec<String>,
    pub sources: Vec<String>,
    pub value_from: Option<i64>,
    pub way: Way,
    pub person: Option<PersonId>,
    pub team: Option<TeamId>,
    pub most_open: Option<i32>,
    pub most_clients: Option<i32>,
    pub most_in_day: Option<i32>,
    pub most_in_month: Option<i32>,
    pub retired: bool,
}

impl RuleFields {
    async fn checked(self, tx: &Tx) -> Result<Self> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let name = text::line(&self.name).filter(|it| it.chars().count() <= LONGEST_LABEL);
        if name.is_none() {
            faults.push(Box::new(ProspectRefused::NoRuleName));
        }
        let mut lists = [self.places, self.industries, self.sources];
        for (list, field) in lists.iter_mut().zip(["places", "industries", "sources"]) {
            *list = list.iter().filter_map(|it| text::line(it)).collect();
            let letters: usize = list.iter().map(|it| it.chars().count() + 1).sum();
            if LONGEST_LINE * 4 < letters {
                faults.push(Box::new(ProspectRefused::TooLong(field)));
            }
        }
        let [places, industries, sources] = lists;
        let choices = choice::all(tx).await?;
        if sources.iter().any(|it| !choices.of(List::Source).any(|known| known.code == *it)) {
            faults.push(Box::new(ProspectRefused::UnknownSource));
        }
        if self.value_from.is_some_and(|it| !(0..=LARGEST_AMOUNT).contains(&it)) {
            faults.push(Box::new(ProspectRefused::NoLimit("value_from")));
        }
        for (limit, field) in [
            (self.most_open, "most_open"),
            (self.most_clients, "most_clients"),
            (self.most_in_day, "most_in_day"),
            (self.most_in_month, "most_in_month"),
        ] {
            if limit.is_some_and(|it| !(1..=LARGEST_LIMIT).contains(&it)) {
                faults.push(Box::new(ProspectRefused::NoLimit(field)));
            }
        }
        let (person, team) = match self.way {
            Way::Person => (self.person, None),
            Way::Turn | Way::Least => (None, self.team),
        };
        if let Some(person) = person
            && known_owner(tx, person).await.is_err()
        {
            faults.push(Box::new(ProspectRefused::UnknownOwner));
        }
        let known = match team {
            Some(id) => {
                let team = tx.whole_company::<team::Entity>().filter(team::Column::Id.eq(id));
                team.one(&**tx).await?.is_some()
            }
            None => person.is_some(),
        };
        if !known {
            faults.push(Box::new(ProspectRefused::RuleForNobody));
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let name = name.unwrap_or_default();
        Ok(Self { name, places, industries, sources, person, team, ..self })
    }

    fn write(self, row: &mut ActiveModel, before: Option<&Model>, tx: &Tx) {
        row.name = Set(self.name);
        row.places = Set(self.places.join("\n"));
        row.industries = Set(self.industries.join("\n"));
        row.sources = Set(self.sources.join("\n"));
        row.value_from = Set(self.value_from);
        row.way = Set(self.way);
        row.person_id = Set(self.person);
        row.team_id = Set(self.team);
        row.most_open = Set(self.most_open);
        row.most_clients = Set(self.most_clients);
        row.most_in_day = Set(self.most_in_day);
        row.most_in_month = Set(self.most_in_month);
        let retired_at = before.and_then(|it| it.retired_at).unwrap_or(tx.now);
        row.retired_at = Set(self.retired.then_some(retired_at));
        row.updated_at = Set(tx.now);
    }
}

/// Adds a rule behind the others.
pub async fn add_rule(tx: &Tx, new: RuleFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let fields = new.checked(tx).await?;
    let known = assignment_rule::all(tx).await?;
    if MOST_RULES <= known.len() {
        return Err(Error::refused(ProspectRefused::TooManyRules));
    }
    let mut row = ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
        last_id: Set(None),
        created_at: Set(tx.now),
        ..Default::default()
    };
    fields.write(&mut row, None, tx);
    let rule = tx.insert(row).await?;
    tx.record(about(&rule));
    Ok(rule)
}

/// Changes a rule; what it gave before stays given.
pub async fn change_rule(tx: &Tx, id: RuleId, new: RuleFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = assignment_rule::get(tx, id).await?;
    let fields = new.checked(tx).await?;
    let mut row = before.clone().into_active_model();
    fields.write(&mut row, Some(&before), tx);
    let after = tx.update(row).await?;
    tx.record(
        about(&after)
            .change("name", before.name.clone(), after.name.clone())
            .change("places", before.places.clone(), after.places.clone())
            .change("industries", before.industries.clone(), after.industries.clone())
            .change("sources", before.sources.clone(), after.sources.clone())
            .change("way", before.way.word(), after.way.word())
            .change("retired", before.retired_at.is_some(), after.retired_at.is_some()),
    );
    Ok(after)
}

/// Lets a rule change places with its neighbour: the first that is about a prospect decides.
pub async fn order_rule(tx: &Tx, id: RuleId, earlier: bool) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let rules = assignment_rule::all(tx).await?;
    let at = rules.iter().position(|it| it.id == id).ok_or(Error::NotFound)?;
    let other = if earlier { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.and_then(|it| rules.get(it)) else { return Ok(()) };
    let this = &rules[at];
    for (rule, position) in [(this, other.position), (other, this.position)] {
        let mut row = rule.clone().into_active_model();
        row.position = Set(position);
        tx.update(row).await?;
    }
    tx.record(about(this).with("turn", if earlier { "earlier" } else { "later" }));
    Ok(())
}

/// A rule is the company's.
fn about(rule: &Model) -> Event {
    let event = Event::of("prospects.rule_kept", "assignment-rule", rule.id);
    event.with("name", rule.name.clone())
}
