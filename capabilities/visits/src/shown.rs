//! One visit as pages show it: with its client, its evidence and its outcome in words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use accounts::{AccountId, account};
use evidence::fact;
use frame::{Ctx, Result};
use kernel::access::{Act, Area};
use kernel::evidence::{PlaceWord, ReviewState, TimeGrade};
use kernel::{FactId, Instant, Lang};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::rules::{VisitEnd, VisitState};
use crate::words::Words;
use crate::{outcome, say, skip_reason, visit};

/// A visit, ready to be shown.
pub struct Shown {
    pub visit: visit::Model,
    pub client: String,
    pub tier: Option<&'static str>,
    pub state: &'static str,
    pub look: &'static str,
    /// `10.00`, as it was planned.
    pub planned_time: String,
    /// `10.04–10.51`, as it was made.
    pub made: String,
    pub dwell: String,
    /// Its outcome, or why it was not made.
    pub came_of_it: String,
    /// What ended it, when it was not its own check-out.
    pub ended: &'static str,
    pub place: &'static str,
    pub time: &'static str,
    /// Somebody is to look at its check-in.
    pub waits: bool,
    /// What of it was rejected and what that means, in words.
    pub rejected: &'static str,
}

impl Shown {
    /// It can still be moved and taken out.
    pub fn waiting(&self) -> bool {
        self.visit.state == VisitState::Planned
    }
}

/// What a fact proves, without all that it says.
type Proof = (FactId, Option<PlaceWord>, TimeGrade, ReviewState);

/// Visits that the caller found in reach.
pub async fn shown(ctx: &Ctx, visits: Vec<visit::Model>) -> Result<Vec<Shown>> {
    let lang = ctx.lang();
    let accounts: BTreeSet<AccountId> = visits.iter().map(|it| it.account_id).collect();
    let clients = clients(ctx, accounts).await?;
    let proofs = proofs(ctx, visits.iter().filter_map(|it| it.check_in_id)).await?;
    let outcomes = outcome::all(ctx).await?;
    let reasons = skip_reason::all(ctx).await?;
    let outcome_of = |visit: &visit::Model| {
        let outcome = outcomes.iter().find(|it| Some(&it.code) == visit.outcome.as_ref());
        outcome.map(|it| it.label(lang).to_owned())
    };
    let reason_of = |visit: &visit::Model| {
        let reason = reasons.iter().find(|it| Some(&it.code) == visit.skip_reason.as_ref());
        reason.map(|it| it.label(lang).to_owned())
    };
    let came_of_it = |visit: &visit::Model| {
        let skipped = visit.state == VisitState::Skipped;
        if skipped { reason_of(visit) } else { outcome_of(visit) }.unwrap_or_default()
    };
    let show = |visit: visit::Model| {
        let client = clients.get(&visit.account_id).cloned();
        let (client, tier) =
            client.unwrap_or_else(|| (Words::of(lang).some_client().to_owned(), None));
        let proof = visit.check_in_id.and_then(|it| proofs.get(&it));
        let ended = visit.closed_by.filter(|it| *it != VisitEnd::CheckOut);
        Shown {
            client,
            tier,
            state: say::standing(&visit, lang),
            look: say::standing_look(&visit),
            planned_time: planned_time(&visit, lang),
            made: made(ctx, visit.arrived_at, visit.left_at),
            dwell: dwell(&visit, lang),
            came_of_it: came_of_it(&visit),
            ended: ended.map_or("", |it| say::end(it, lang)),
            place: proof.and_then(|it| it.1).map_or("", PlaceWord::word),
            time: proof.filter(|it| it.2 != TimeGrade::Exact).map_or("", |it| it.2.word()),
            waits: proof
                .is_some_and(|it| matches!(it.3, ReviewState::Pending | ReviewState::Asked)),
            rejected: visit.rejected.map_or("", |it| say::rejected(it, lang)),
            visit,
        }
    };
    Ok(visits.into_iter().map(show).collect())
}

/// The names and tiers of these clients; a visit names its client whoever looks after it now, to
/// all who may see clients.
async fn clients(
    ctx: &Ctx,
    ids: BTreeSet<AccountId>,
) -> Result<HashMap<AccountId, (String, Option<&'static str>)>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Ok(HashMap::new());
    }
    let found: Vec<(AccountId, String, Option<accounts::Tier>)> = ctx
        .whole_company::<account::Entity>()
        .select_only()
        .columns([account::Column::Id, account::Column::Name, account::Column::Tier])
        .filter(account::Column::Id.is_in(ids))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(found
        .into_iter()
        .map(|(id, name, tier)| (id, (name, tier.map(accounts::Tier::word))))
        .collect())
}

async fn proofs(ctx: &Ctx, ids: impl Iterator<Item = FactId>) -> Result<BTreeMap<FactId, Proof>> {
    let ids: Vec<FactId> = ids.collect();
    let found: Vec<Proof> = ctx
        .whole_company::<fact::Entity>()
        .select_only()
        .columns([
            fact::Column::Id,
            fact::Column::PlaceVerdict,
            fact::Column::TimeGrade,
            fact::Column::Review,
        ])
        .filter(fact::Column::Id.is_in(ids))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(found.into_iter().map(|it| (it.0, it)).collect())
}

/// `10.00`, in the form of the language.
fn planned_time(visit: &visit::Model, lang: Lang) -> String {
    let time = visit.planned_time.clone().unwrap_or_default();
    if lang == Lang::Id { time.replace(':', ".") } else { time }
}

fn made(ctx: &Ctx, from: Option<Instant>, to: Option<Instant>) -> String {
    let clock = |at: Instant| ctx.lang().clock(at, &ctx.actor.zone);
    match (from, to) {
        (Some(from), Some(to)) => format!("{}–{}", clock(from), clock(to)),
        (Some(from), None) => format!("{}–", clock(from)),
        (None, _) => String::new(),
    }
}

fn dwell(visit: &visit::Model, lang: Lang) -> String {
    visit.dwell().map(|it| evidence::say::length(it * 60, lang)).unwrap_or_default()
}
