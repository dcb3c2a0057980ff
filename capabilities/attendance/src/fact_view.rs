//! A fact as people look at it: what was said, and how far it proves itself.

use std::collections::HashMap;

use accounts::{AccountId, account};
use evidence::{FactKind, Receipt, fact, say as told};
use frame::{Ctx, Result};
use kernel::evidence::ReviewState;
use kernel::{FactId, Instant, Lang, PersonId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::words::Words;

/// A fact with its evidence in words.
pub struct FactView {
    pub id: FactId,
    pub owner: PersonId,
    pub name: String,
    pub what: &'static str,
    /// At which client.
    pub client: Option<String>,
    /// As it counts.
    pub recorded: String,
    pub claimed: String,
    pub received: String,
    /// The day on which it counts, in its address.
    pub day: String,
    pub time: Proof,
    pub place: Option<Proof>,
    pub signals: Vec<String>,
    pub photos: Vec<String>,
    pub receipt: String,
    pub review: ReviewState,
    /// By whom and when it was looked at.
    pub reviewed: String,
    pub question: Option<String>,
    pub answer: Option<String>,
}

/// How far a part of it proves itself, and why.
pub struct Proof {
    pub grade: &'static str,
    pub why: String,
}

impl FactView {
    pub fn review_look(&self) -> &'static str {
        match self.review {
            ReviewState::None | ReviewState::Accepted => "good",
            ReviewState::Pending => "waits",
            ReviewState::Asked => "open",
            ReviewState::Rejected => "bad",
        }
    }

    /// Nothing when nobody needs to look.
    pub fn review_word(&self, lang: Lang) -> &'static str {
        told::review(self.review, lang)
    }
}

/// These facts in words. They were loaded in reach; people and clients are asked for here.
pub async fn views(ctx: &Ctx, facts: Vec<fact::Model>) -> Result<Vec<FactView>> {
    let names = names(ctx, &facts).await?;
    let clients = clients(ctx, &facts).await?;
    Ok(facts.into_iter().map(|it| view(ctx, it, &names, &clients)).collect())
}

/// Everybody finds colleagues in the directory.
async fn names(ctx: &Ctx, facts: &[fact::Model]) -> Result<HashMap<PersonId, String>> {
    let people = facts.iter().map(|it| it.owner_id);
    let people = people.chain(facts.iter().filter_map(|it| it.reviewer_id));
    let people: std::collections::BTreeSet<_> = people.collect();
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let names = ctx
        .find::<person::Entity>()
        .filter(person::Column::Id.is_in(people))
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .into_tuple::<(PersonId, String)>();
    Ok(names.all(ctx).await?.into_iter().collect())
}

/// The clients of these facts, as far as the reader may know clients.
async fn clients(ctx: &Ctx, facts: &[fact::Model]) -> Result<HashMap<AccountId, String>> {
    account::names(ctx, facts.iter().filter_map(|it| it.account_id.map(AccountId))).await
}

fn view(
    ctx: &Ctx,
    fact: fact::Model,
    names: &HashMap<PersonId, String>,
    clients: &HashMap<AccountId, String>,
) -> FactView {
    let (lang, zone) = (ctx.lang(), &fact.zone);
    let w = Words::of(lang);
    let moment = |at: Instant| format!("{} {}", lang.moment(at, zone), zone.label());
    let name_of = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let name = name_of(fact.owner_id);
    let time = fact.time();
    let receipt = serde_json::from_str::<Receipt>(&fact.receipt);
    let reviewed = match (fact.reviewer_id, fact.reviewed_at) {
        (Some(by), Some(at)) => w.reviewed_by(name_of(by), lang.moment(at, &ctx.actor.zone)),
        _ => String::new(),
    };
    let client =
        |id| clients.get(&AccountId(id)).cloned().unwrap_or_else(|| w.some_client().to_owned());
    let place =
        fact.place().map(|it| Proof { grade: it.verdict.word(), why: told::say_place(&it, lang) });
    FactView {
        id: fact.id,
        owner: fact.owner_id,
        name,
        what: told::kind(fact.kind, lang),
        client: fact.account_id.map(client),
        recorded: moment(fact.recorded_at),
        claimed: moment(fact.claimed_at),
        received: moment(fact.received_at),
        day: fact.recorded_at.day(zone).to_string(),
        time: Proof { grade: time.grade.word(), why: told::say_time(&time, zone, lang) },
        place,
        signals: fact.signals().iter().map(|it| told::say_signal(it, zone, lang)).collect(),
        photos: fact.photos(),
        receipt: receipt.map(|it| it.number).unwrap_or_default(),
        review: fact.review,
        reviewed,
        question: fact.question,
        answer: fact.answer,
    }
}

/// What a working day is judged by, and so what stands on its page.
pub const PUNCHES: [FactKind; 4] =
    [FactKind::ClockIn, FactKind::ClockOut, FactKind::VisitCheckIn, FactKind::VisitCheckOut];
