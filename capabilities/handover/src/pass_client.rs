//! A client passes with all that goes along: open deals, steps to be done, visits planned. There and
//! back, by hand or by a rule, this is the one place that says what that is.

use std::collections::BTreeMap;

use accounts::{AccountId, account, change_owner};
use frame::{Ctx, Error, Result, Tx};
use kernel::money::Money;
use kernel::{Lang, PersonId};
use pipeline::{OpportunityId, OpportunityKind, hand_over, opportunity};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use tasks::{TaskId, hand_tasks, hand_tasks_back};
use visits::{VisitId, hand_plans, hand_plans_back};

use crate::book_move::BookMoveId;
use crate::book_move_row::Taken;
use crate::handover_pack;
use crate::load::{brought, money};
use crate::rules::baseline::grace_until;

/// Who decided that a client passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody, who must be allowed each part of it.
    Hand,
    /// A rule of the company's, which needs no permit.
    Rule,
}

/// What the next one is told with it.
pub struct Told {
    /// The move of which it is a part.
    pub part_of: BookMoveId,
    pub note: Option<String>,
    pub grace_days: i32,
}

/// Passes a client on with what goes along, and makes its pack; answers both. What was won or lost
/// stays with whoever won it, and so does a visit of today.
pub async fn pass_client(
    tx: &Tx,
    client: account::Model,
    to: PersonId,
    by: By,
    told: Told,
) -> Result<(Taken, handover_pack::Model)> {
    let (id, from) = (client.id, client.owner_id);
    match by {
        By::Hand => change_owner(tx, id, Some(to)).await?,
        By::Rule => accounts::pass_on(tx, client, Some(to)).await?,
    };
    let mut taken = Taken::default();
    if let Some(from) = from {
        for deal in open_deals(tx, id, from).await? {
            let after = match by {
                By::Hand => hand_over(tx, deal.id, None, to).await?,
                By::Rule => pipeline::pass_on(tx, deal, None, to).await?,
            };
            taken.deals.push((after.id.0, after.version));
        }
        let tasks = hand_tasks(tx, id, from, to).await?;
        taken.tasks = tasks.into_iter().map(|it| it.0).collect();
        let today = tx.now.day(&tx.actor.zone);
        let visits = hand_plans(tx, id, (from, to), today).await?;
        taken.visits = visits.into_iter().map(|it| it.0).collect();
    }
    Ok((taken, pack(tx, id, from, to, told).await?))
}

/// Gives a client back with what went along, as far as nobody has worked on it since.
pub async fn give_back(
    tx: &Tx,
    account: AccountId,
    (to, from): (PersonId, Option<PersonId>),
    taken: Taken,
) -> Result<()> {
    change_owner(tx, account, from).await?;
    let Some(from) = from else { return Ok(()) };
    for (id, version) in taken.deals {
        let id = OpportunityId(id);
        let deal = tx.whole_company::<opportunity::Entity>();
        let deal = deal.filter(opportunity::Column::Id.eq(id)).one(&**tx).await?;
        // What somebody has worked on since stays with whoever did.
        let as_left = deal
            .is_some_and(|it| it.version == version && it.owner_id == to && it.hidden_at.is_none());
        if as_left {
            hand_over(tx, id, Some(version), from).await?;
        }
    }
    let tasks: Vec<TaskId> = taken.tasks.into_iter().map(TaskId).collect();
    hand_tasks_back(tx, &tasks, to, from).await?;
    let visits: Vec<VisitId> = taken.visits.into_iter().map(VisitId).collect();
    hand_plans_back(tx, &visits, (to, from)).await?;
    Ok(())
}

/// The open deals of one person with a client.
async fn open_deals(
    ctx: &Ctx,
    account: AccountId,
    owner: PersonId,
) -> Result<Vec<opportunity::Model>> {
    use opportunity::Column;
    let deals = ctx
        .whole_company::<opportunity::Entity>()
        .filter(Column::AccountId.eq(account))
        .filter(Column::OwnerId.eq(owner))
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .filter(Column::HiddenAt.is_null());
    Ok(deals.order_by_asc(Column::Id).all(ctx).await?)
}

/// Makes the pack of a client for whoever gets it.
async fn pack(
    tx: &Tx,
    account: AccountId,
    from: Option<PersonId>,
    to: PersonId,
    told: Told,
) -> Result<handover_pack::Model> {
    let today = tx.now.day(&tx.actor.zone);
    let brought: BTreeMap<_, _> =
        brought(tx, &[account], today).await?.remove(&account).unwrap_or_default();
    let baseline: Vec<Money> =
        brought.iter().map(|(currency, exact)| money(*exact, currency)).collect();
    // Who moves what they had says so as whoever had it.
    let is_own = from.is_some() && from == tx.actor.somebody();
    let (note, side_note) = if is_own { (told.note, None) } else { (None, told.note) };
    tx.add::<handover_pack::Model, handover_pack::ActiveModel>(handover_pack::Model {
        company_id: tx.actor.company,
        id: tx.id(),
        move_id: Some(told.part_of),
        account_id: account,
        from_id: from,
        to_id: to,
        note,
        side_note,
        moved_on: today,
        moved_at: tx.now,
        baseline: serde_json::to_string(&baseline)?,
        grace_until: grace_until(today, told.grace_days),
        acknowledged_at: None,
        withdrawn_at: None,
    })
    .await
}

/// Why a client was refused, for readers of either language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    id: String,
    en: String,
}

impl Why {
    pub fn of(error: &Error) -> Self {
        Self { id: error.sentence(Lang::Id), en: error.sentence(Lang::En) }
    }

    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}
