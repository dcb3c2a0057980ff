//! With what a file is kept: a client, something that happened there, or a deal.

use accounts::{AccountId, account};
use activities::{NoteId, note};
use frame::{Ctx, Error, Event, Result};
use kernel::PersonId;
use kernel::access::Act;
use pipeline::{OpportunityId, opportunity};
use uuid::Uuid;

use crate::attachment::Model;

/// With what a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Account(AccountId),
    Opportunity(OpportunityId),
    Activity(NoteId),
}

/// It, as far as a file needs to know it.
pub struct Held {
    pub holder: Holder,
    pub account: Option<AccountId>,
    pub owner: Option<PersonId>,
    /// What it is called on pages.
    pub name: String,
}

impl Holder {
    /// The page of it.
    pub fn page(self) -> String {
        match self {
            Self::Account(id) => format!("/accounts/{id}"),
            Self::Opportunity(id) => format!("/opportunities/{id}"),
            Self::Activity(id) => format!("/notes/{id}"),
        }
    }

    /// The page of what is kept with it.
    pub fn attachments(self) -> String {
        format!("{}/attachments", self.page())
    }

    /// Where programs ask for what is kept with it.
    pub fn api(self) -> String {
        match self {
            Self::Activity(id) => format!("/api/v1/activities/{id}/attachments"),
            other => format!("/api/v1{}", other.attachments()),
        }
    }

    /// The place of the left column under which it stands.
    pub fn section(self) -> &'static str {
        match self {
            Self::Account(_) | Self::Activity(_) => "accounts",
            Self::Opportunity(_) => "opportunities",
        }
    }
}

/// It, if the actor may view it.
pub async fn get(ctx: &Ctx, holder: Holder) -> Result<Held> {
    match holder {
        Holder::Account(id) => {
            let it = account::get(ctx, id).await?;
            Ok(Held { holder, account: Some(id), owner: it.owner_id, name: it.name })
        }
        Holder::Opportunity(id) => {
            let it = opportunity::get(ctx, id).await?;
            let owner = Some(it.owner_id);
            Ok(Held { holder, account: it.account_id, owner, name: it.name })
        }
        Holder::Activity(id) => {
            let note = note::one_shown(ctx, id).await?;
            let it = account::get(ctx, note.account_id).await?;
            Ok(Held { holder, account: Some(it.id), owner: it.owner_id, name: it.name })
        }
    }
}

/// It, if the actor may change it: whoever may keeps files with it and hides them.
pub async fn get_to_edit(ctx: &Ctx, holder: Holder) -> Result<Held> {
    let held = get(ctx, holder).await?;
    match (holder, held.account) {
        (Holder::Opportunity(id), _) => {
            opportunity::get_to(ctx, Act::Edit, id).await?;
        }
        (_, Some(account)) => {
            account::get_to(ctx, Act::Edit, account).await?;
        }
        (_, None) => return Err(Error::NotFound),
    }
    Ok(held)
}

/// May the actor keep files with it?
pub async fn may_edit(ctx: &Ctx, holder: Holder) -> Result<bool> {
    match get_to_edit(ctx, holder).await {
        Ok(_) => Ok(true),
        Err(Error::Denied | Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// An event about a file, on the timeline of the client; of a deal, in the deal's log too.
pub fn about(it: &Model, held: &Held, name: &'static str) -> Event {
    let event = match held.holder {
        Holder::Opportunity(deal) => Event::of(name, "opportunity", deal),
        Holder::Account(_) | Holder::Activity(_) => Event::of(name, "attachment", it.id),
    };
    let on: Uuid = match (held.account, held.holder) {
        (Some(account), _) | (None, Holder::Account(account)) => account.into(),
        (None, Holder::Opportunity(deal)) => deal.into(),
        (None, Holder::Activity(note)) => note.into(),
    };
    event
        .owner(held.owner)
        .about(on)
        .with("attachment", it.id.to_string())
        .with("name", it.name.clone())
}
