//! Who looks after an account, told from its deals.

use std::collections::{BTreeMap, HashMap};

use crate::rules::draft::{DealKind, Draft, OpportunityDraft};
use crate::rules::existing::Existing;

/// What one agent has with one account.
#[derive(Clone, Copy, Default)]
struct Share {
    deals: u64,
    won: i64,
}

/// For each account, the agent with the most deals; of several the one who won the most in this
/// currency; of those the first by name.
pub fn most_deals<'a>(
    deals: impl Iterator<Item = &'a OpportunityDraft>,
    currency: &str,
    may_own: impl Fn(&str) -> bool,
) -> BTreeMap<&'a str, &'a str> {
    let mut shares: BTreeMap<&str, BTreeMap<&str, Share>> = BTreeMap::new();
    for deal in deals.filter(|deal| may_own(&deal.agent)) {
        let Some(account) = deal.account.value() else { continue };
        let share = shares.entry(account).or_default().entry(&deal.agent).or_default();
        share.deals += 1;
        let won =
            deal.value.value().filter(|it| deal.kind == DealKind::Won && it.currency == currency);
        share.won = share.won.saturating_add(won.map_or(0, |it| it.amount));
    }
    let most = |agents: BTreeMap<&'a str, Share>| {
        // Of equals `max_by_key` takes the last, so the first by name comes last.
        let most = agents.into_iter().rev().max_by_key(|(_, share)| (share.deals, share.won));
        most.map(|(agent, _)| agent)
    };
    shares.into_iter().filter_map(|(account, agents)| Some((account, most(agents)?))).collect()
}

/// All deals as they will be once these are written.
pub fn deals_after<'a, Id>(
    existing: &'a Existing<Id>,
    written: &'a [OpportunityDraft],
) -> impl Iterator<Item = &'a OpportunityDraft> {
    let mut deals: HashMap<&str, &OpportunityDraft> = HashMap::new();
    for stored in existing.records() {
        if let Draft::Opportunity(deal) = &stored.draft {
            deals.insert(&deal.external_id, deal);
        }
    }
    for deal in written {
        let known = deals.get(deal.external_id.as_str());
        if known.is_none() || !deal.account.is_silent() {
            deals.insert(&deal.external_id, deal);
        }
    }
    deals.into_values()
}

#[cfg(test)]
mod tests {
    use kernel::money::Money;

    use super::*;
    use crate::rules::said::Said;

    fn deal(account: &str, agent: &str, kind: DealKind, won: i64) -> OpportunityDraft {
        OpportunityDraft {
            account: Said::Is(account.to_owned()),
            value: Said::Is(Money::new(won, "USD")),
            ..OpportunityDraft::of(String::new(), agent.to_owned(), "x".to_owned(), kind)
        }
    }

    #[test]
    fn most_deals_then_most_won_then_the_name() {
        let deals = [
            deal("Maju", "Ayu", DealKind::Lost, 900),
            deal("Maju", "Ayu", DealKind::Open, 900),
            deal("Maju", "Budi", DealKind::Won, 900),
            deal("Jaya", "Ayu", DealKind::Won, 1),
            deal("Jaya", "Budi", DealKind::Won, 2),
            deal("Sama", "Citra", DealKind::Won, 5),
            deal("Sama", "Budi", DealKind::Won, 5),
            deal("Lama", "Lina", DealKind::Won, 5),
        ];

        let owners = most_deals(deals.iter(), "USD", |agent| agent != "Lina");

        assert_eq!(owners, BTreeMap::from([("Jaya", "Budi"), ("Maju", "Ayu"), ("Sama", "Budi")]));
    }
}
