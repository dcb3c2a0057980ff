//! "I am here": somebody writes down a new client where they stand.

use accounts::{
    AccountFields, AccountId, ContactFields, NewAccount, NewContact, add_contact, learn_place,
    open_account,
};
use evidence::{About, FactKind, Incoming, Receipt, keep, policy_of};
use frame::{Result, Tx};
use kernel::access::{Act, Area};
use kernel::evidence::learning::Sighting;
use people::company;
use serde::{Deserialize, Serialize};

/// A client as somebody in the field first knows it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewClient {
    /// Made on the phone.
    pub account_id: AccountId,
    pub name: String,
    pub address: Option<String>,
    pub contact: Option<MetThere>,
}

/// Somebody who was met there.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MetThere {
    pub name: String,
    pub phone: Option<String>,
}

/// Opens the account, owned by whoever stands there; the fix proposes its place.
pub async fn meet_client(tx: &Tx, incoming: Incoming, said: NewClient) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Accounts, person).await?;

    let new = NewAccount {
        id: Some(said.account_id),
        owner: Some(person),
        fields: AccountFields::named(said.name),
    };
    let account = open_account(tx, new).await?;
    if let Some(street) = said.address.as_deref().and_then(frame::text::line) {
        accounts::add_address(tx, account.id, accounts::AddressFields::line(street)).await?;
    }
    if let Some(met) = said.contact {
        let fields = ContactFields { name: met.name, phone: met.phone, ..Default::default() };
        add_contact(tx, account.id, NewContact { id: None, role: None, fields }).await?;
    }

    let fix = incoming.fix;
    let incoming = Incoming { kind: FactKind::AccountCreate, ..incoming };
    let about = About { account: Some(account.id.into()), visit: None, site: None };
    let kept = keep(tx, incoming, about).await?;
    if let Some(fix) = fix {
        let policy = policy_of(&company::known(tx).await?.settings);
        let seen = Sighting { person, at: kept.fact.recorded_at, fix };
        learn_place(tx, &account, None, seen, kept.fact.id, &policy.learning).await?;
    }
    Ok(kept.receipt)
}
