//! A client that a sales representative has won goes to an executive, where the company says so.

use accounts::{AccountId, account};
use frame::app::Asking;
use frame::stream::Reader;
use frame::{Event, Result, Tx, notices};
use kernel::PersonId;
use kernel::access::Role;
use people::person;
use pipeline::{OpportunityId, opportunity};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::book_move::{self, BookMoveId, Model, MoveState, Plan};
use crate::book_move_row::{self, RowState};
use crate::handover_rule::{self, WonWay, settled};
use crate::load::{cities, executives, takers};
use crate::pass_client::{By, Told, pass_client};
use crate::plan_move::about;
use crate::rules::Way;
use crate::rules::sharing_out::{Client, Given, Reason, share_out};

pub const READERS: &[Reader] = &[Reader { names: &["pipeline.won"], read }];

fn read<'tx>(tx: &'tx Tx, events: &'tx [Event]) -> Asking<'tx, ()> {
    Box::pin(follow(tx, events))
}

async fn follow(tx: &Tx, events: &[Event]) -> Result<()> {
    let Some(rule) = settled(tx).await?.filter(|it| it.way != WonWay::Nobody) else {
        return Ok(());
    };
    for event in events {
        won(tx, &rule, OpportunityId(event.subject_id)).await?;
    }
    Ok(())
}

/// Passes the client of a won deal on. The deal itself, and what it counts for, stay with whoever
/// won it. A client that is not the winner's passes nowhere, and so it passes once.
async fn won(tx: &Tx, rule: &handover_rule::Model, id: OpportunityId) -> Result<()> {
    let deal = tx.whole_company::<opportunity::Entity>();
    let deal = deal.filter(opportunity::Column::Id.eq(id)).one(&**tx).await?;
    let Some((account, from)) = deal.and_then(|it| Some((it.account_id?, it.won_by?))) else {
        return Ok(());
    };
    let winner = tx.whole_company::<person::Entity>();
    let winner = winner.filter(person::Column::Id.eq(from)).one(&**tx).await?;
    let represents = winner.is_some_and(|it| {
        it.roles.has(Role::SalesRepresentative) && !it.roles.has(Role::AccountExecutive)
    });
    let client = tx.whole_company::<account::Entity>();
    let client = client.filter(account::Column::Id.eq(account)).one(&**tx).await?;
    let theirs = client.filter(|it| it.hidden_at.is_none() && it.owner_id == Some(from));
    let Some(client) = theirs.filter(|_| represents) else { return Ok(()) };
    let Some(given) = given(tx, rule, &client).await? else { return Ok(()) };
    let Some(to) = given.to.filter(|it| *it != from) else { return Ok(()) };

    pass(tx, rule, client, (from, to), &given.reason).await
}

/// To whom it goes by the company's rule; nowhere when there is nobody to take it.
async fn given(
    tx: &Tx,
    rule: &handover_rule::Model,
    client: &account::Model,
) -> Result<Option<Given>> {
    let people: Vec<PersonId> = executives(tx).await?.into_iter().map(|it| it.id).collect();
    let way = match rule.way {
        WonWay::Nobody => return Ok(None),
        WonWay::Named => {
            let named = rule.person_id.filter(|it| people.contains(it));
            return Ok(named.map(|to| Given { to: Some(to), reason: Reason::Named }));
        }
        WonWay::LeastLoaded => Way::LeastLoaded,
        WonWay::Territory => Way::Territory,
    };
    let city = cities(tx, &[client.id]).await?.remove(&client.id);
    let described = Client { worth: 0, city, industry: client.industry.clone() };
    let takers = takers(tx, &people).await?;
    Ok(share_out(way, &[described], &takers, None).into_iter().next())
}

/// What becomes of it, written down as a move of one client, so that it can be taken back as any.
async fn pass(
    tx: &Tx,
    rule: &handover_rule::Model,
    client: account::Model,
    (from, to): (PersonId, PersonId),
    reason: &Reason,
) -> Result<()> {
    let (account, name): (AccountId, String) = (client.id, client.name.clone());
    let seen_at = client.updated_at;
    let count = |it: usize| i32::try_from(it).unwrap_or(i32::MAX);
    let id: BookMoveId = tx.id();
    let plan = Plan {
        from_id: Some(from),
        account_ids: vec![account],
        takers: vec![to],
        ..Plan::default()
    };
    let it = tx
        .add::<Model, book_move::ActiveModel>(Model {
            company_id: tx.actor.company,
            id,
            person_id: from,
            from_id: Some(from),
            plan: serde_json::to_string(&plan)?,
            state: MoveState::Done,
            accounts: 1,
            done: 1,
            moved: 1,
            left_behind: 0,
            created_at: tx.now,
            started_at: Some(tx.now),
            finished_at: Some(tx.now),
            undone_at: None,
        })
        .await?;
    let told = Told { part_of: id, note: None, grace_days: rule.grace_days };
    let (taken, pack) = pass_client(tx, client, to, By::Rule, told).await?;
    tx.add::<book_move_row::Model, book_move_row::ActiveModel>(book_move_row::Model {
        company_id: tx.actor.company,
        move_id: id,
        account_id: account,
        position: 1,
        from_id: Some(from),
        to_id: Some(to),
        reason: serde_json::to_string(reason)?,
        conflicts: String::new(),
        deals: count(taken.deals.len()),
        tasks: count(taken.tasks.len()),
        visits: count(taken.visits.len()),
        worth: 0,
        seen_at,
        state: RowState::Moved,
        taken: serde_json::to_string(&taken)?,
        refused: None,
    })
    .await?;

    tx.record(about(&it, "handover.won_passed").with("name", name.clone()));
    for person in [from, to] {
        let link = format!("/handovers/{}", pack.id);
        let notice = notices::Notice::of("handover.won_passed", "handover_pack", pack.id, link);
        notices::remind(tx, person, notice.with("name", name.clone())).await?;
    }
    Ok(())
}
