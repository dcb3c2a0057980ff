//! What is counted of a plan while its steps go by.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::known::Known;
use crate::rules::draft::{Draft, OpportunityDraft, TargetKind};
use crate::rules::existing::Existing;
use crate::rules::mapping::Mapping;
use crate::rules::owners::{deals_after, most_deals};
use crate::rules::planning::{Counts, Decision, FileReport, Step};
use crate::rules::said::Said;
use crate::summary::{OwnersGiven, Summary};

/// What is counted of a plan while its steps go by.
pub struct Tally {
    counts: BTreeMap<TargetKind, Counts>,
    /// Deals that belong to no account.
    without_account: u64,
    /// Where accounts are given to the agents of their deals.
    giving: Option<Giving>,
}

/// What decides who is given which account.
#[derive(Default)]
struct Giving {
    /// Deals that are written, and of each no more than that takes.
    deals: Vec<OpportunityDraft>,
    accounts: HashMap<String, Decided>,
}

/// What is decided about accounts of one name.
struct Decided {
    /// About the first of them.
    creates: bool,
    updates: bool,
    /// About any of them.
    is_unchanged: bool,
}

/// What comes of all steps together.
pub struct Concluded {
    pub summary: Summary,
    /// Who is given which account, by their names.
    pub owners: HashMap<String, String>,
    /// Stored accounts that are given to somebody.
    pub given: Vec<Uuid>,
}

impl Tally {
    pub fn of(mapping: &Mapping) -> Self {
        let giving = mapping.gives_owners().then(Giving::default);
        Self { counts: BTreeMap::new(), without_account: 0, giving }
    }

    /// Counts the next step.
    pub fn hear(&mut self, step: &Step<Uuid>) {
        self.counts.entry(step.draft.kind()).or_default().add(&step.decision);
        match &step.draft {
            Draft::Account(account) => {
                if let Some(giving) = &mut self.giving {
                    giving.decide(&account.name, &step.decision);
                }
            }
            Draft::Opportunity(deal) => {
                self.without_account += u64::from(deal.account == Said::Nothing);
                // What a file does not say of a stored deal is only in the store.
                let says_all = !matches!(step.decision, Decision::Unchanged { .. });
                if let Some(giving) = self.giving.as_mut().filter(|_| says_all) {
                    giving.deals.push(OpportunityDraft {
                        account: deal.account.clone(),
                        value: deal.value.clone(),
                        ..OpportunityDraft::of(
                            deal.external_id.clone(),
                            deal.agent.clone(),
                            String::new(),
                            deal.kind,
                        )
                    });
                }
            }
            _ => {}
        }
    }

    /// What comes of all steps.
    pub fn concluded<'a>(
        self,
        (existing, known): (&Existing<Uuid>, &Known),
        currency: &str,
        files: impl Iterator<Item = &'a FileReport>,
        passed_over: Vec<String>,
    ) -> Concluded {
        let owned = |(account, agent): (&str, &str)| (account.to_owned(), agent.to_owned());
        let owners: HashMap<String, String> = match &self.giving {
            Some(giving) => {
                let deals = deals_after(existing, &giving.deals);
                let most = most_deals(deals, currency, |agent| known.works_here(agent));
                most.into_iter().map(owned).collect()
            }
            None => HashMap::new(),
        };
        let giving = self.giving.unwrap_or_default();
        let decided = |name: &str| giving.accounts.get(name);
        let given: Vec<(&String, &Uuid)> =
            known.ownerless().iter().filter(|(name, _)| owners.contains_key(*name)).collect();
        let created = owners.keys().filter(|name| decided(name).is_some_and(|it| it.creates));
        let beside: Vec<&str> = given
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| !decided(name).is_some_and(|it| it.updates))
            .collect();
        let unchanged =
            beside.iter().filter(|name| decided(name).is_some_and(|it| it.is_unchanged));
        let told = OwnersGiven {
            all: (created.count() + given.len()) as u64,
            beside: beside.len() as u64,
            unchanged: unchanged.count() as u64,
        };
        let summary = Summary::of(self.counts, files, passed_over, told, self.without_account);
        Concluded { summary, given: given.into_iter().map(|it| *it.1).collect(), owners }
    }
}

impl Giving {
    fn decide(&mut self, name: &str, decision: &Decision<Uuid>) {
        let first = || Decided {
            creates: matches!(decision, Decision::Create),
            updates: matches!(decision, Decision::Update { .. }),
            is_unchanged: false,
        };
        let decided = self.accounts.entry(name.to_owned()).or_insert_with(first);
        decided.is_unchanged |= matches!(decision, Decision::Unchanged { .. });
    }
}
