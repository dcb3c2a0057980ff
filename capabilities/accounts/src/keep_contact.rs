//! Somebody at a client is written down, changes, comes to another client, or leaves one.

use std::collections::BTreeSet;

use frame::{Ctx, Error, Result, Tx};
use kernel::Day;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter, QueryOrder};

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::change_account::touch;
use crate::contact::{self, ContactId, Model};
use crate::fields::Faults;
use crate::open_account::about;
use crate::remember_contacts::{remember_contacts, remember_keys};
use crate::rules::AccountRefused;
use crate::rules::birthday::Birthday;
use crate::rules::reaching::{Channel, Consent};

/// Everything about a contact that people may write, whole.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize, utoipa::ToSchema,
)]
#[serde(default, deny_unknown_fields)]
pub struct ContactFields {
    pub name: String,
    /// As it was typed; kept as E.164, as is the next one.
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// How they prefer to be reached.
    pub channel: Option<Channel>,
    /// As it was typed, the year is often missing; kept as `1988-04-12` or `--04-12`.
    pub birthday: Option<String>,
    /// What they said of being written to for offers.
    pub consent: Option<Consent>,
    /// Since when; today unless told.
    pub consent_on: Option<Day>,
    /// How that is known.
    pub consent_note: Option<String>,
}

impl ContactFields {
    pub fn of(contact: &Model) -> Self {
        Self {
            name: contact.name.clone(),
            phone: contact.phone.clone(),
            whatsapp: contact.whatsapp.clone(),
            email: contact.email.clone(),
            channel: contact.channel,
            birthday: contact.birthday.clone(),
            consent: contact.consent,
            consent_on: contact.consent_on,
            consent_note: contact.consent_note.clone(),
        }
    }

    /// As they are kept; refused with everything that is wrong.
    pub fn checked(self, today: Day) -> Result<Self> {
        let mut faults = Faults::default();
        let name = faults.name(&self.name);
        let phone = faults.phone(self.phone.as_deref(), "phone");
        let whatsapp = faults.phone(self.whatsapp.as_deref(), "whatsapp");
        let email = faults.line(self.email.as_deref(), "email").and_then(|typed| {
            let email = people::rules::email(&typed);
            faults.unless(email.is_some(), AccountRefused::NoEmail);
            email
        });
        let reached = match self.channel {
            Some(Channel::Phone) => phone.is_some(),
            Some(Channel::Whatsapp) => whatsapp.is_some() || phone.is_some(),
            Some(Channel::Email) => email.is_some(),
            Some(Channel::Visit) | None => true,
        };
        faults.unless(reached, AccountRefused::NoWay);
        let birthday = faults.line(self.birthday.as_deref(), "birthday").and_then(|typed| {
            let read = Birthday::read(&typed).filter(|it| it.is_past(today));
            faults.unless(read.is_some(), AccountRefused::NoBirthday);
            read.map(Birthday::stored)
        });
        let consent = self.consent;
        let consent_on = consent.map(|_| self.consent_on.unwrap_or(today));
        faults.unless(consent_on.is_none_or(|it| it <= today), AccountRefused::NoConsentDay);
        let note = faults.line(self.consent_note.as_deref(), "consent_note");
        let consent_note = note.filter(|_| consent.is_some());
        faults.none()?;
        let channel = self.channel;
        Ok(Self {
            name,
            phone,
            whatsapp,
            email,
            channel,
            birthday,
            consent,
            consent_on,
            consent_note,
        })
    }
}

/// Somebody to write down at a client.
#[derive(Clone, Debug, Default)]
pub struct NewContact {
    pub id: Option<ContactId>,
    /// What they are there: `Pemilik`.
    pub role: Option<String>,
    pub fields: ContactFields,
}

/// Adds somebody new to an account.
pub async fn add_contact(tx: &Tx, account: AccountId, new: NewContact) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let fields = new.fields.checked(tx.now.day(&tx.actor.zone))?;
    let role = role(new.role.as_deref())?;

    let contact = tx
        .insert(contact::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(new.id.unwrap_or_else(|| tx.id())),
            name_key: Set(frame::text::key(&fields.name)),
            name: Set(fields.name),
            phone: Set(fields.phone),
            whatsapp: Set(fields.whatsapp),
            email: Set(fields.email),
            channel: Set(fields.channel),
            birthday: Set(fields.birthday),
            consent: Set(fields.consent),
            consent_on: Set(fields.consent_on),
            consent_note: Set(fields.consent_note),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            hidden_at: Set(None),
            external_key: Set(None),
        })
        .await?;
    place(tx, account.id, contact.id, role).await?;
    remember_contacts(tx, std::slice::from_ref(&contact)).await?;
    touch(tx, account.id).await?;
    tx.record(about(&account, "accounts.contact_added").with("name", contact.name.clone()));
    Ok(contact)
}

/// Lets somebody who is known already stand at another account too.
pub async fn link_contact(
    tx: &Tx,
    account: AccountId,
    id: ContactId,
    typed_role: Option<&str>,
) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let contact = contact::get(tx, id).await?;
    let role = role(typed_role)?;
    if post(tx, account.id, id).await?.is_some() {
        return Err(Error::refused(AccountRefused::AlreadyThere));
    }

    place(tx, account.id, id, role).await?;
    remember_keys(tx, std::slice::from_ref(&contact)).await?;
    touch(tx, account.id).await?;
    tx.record(about(&account, "accounts.contact_added").with("name", contact.name.clone()));
    Ok(contact)
}

/// Changes somebody: every account where they are shows it.
pub async fn change_contact(tx: &Tx, id: ContactId, fields: ContactFields) -> Result<Model> {
    let before = contact::get(tx, id).await?;
    let accounts = accounts_to_edit(tx, id).await?;
    let fields = fields.checked(tx.now.day(&tx.actor.zone))?;
    if fields == ContactFields::of(&before) {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.name_key = Set(frame::text::key(&fields.name));
    row.name = Set(fields.name);
    row.phone = Set(fields.phone);
    row.whatsapp = Set(fields.whatsapp);
    row.email = Set(fields.email);
    row.channel = Set(fields.channel);
    row.birthday = Set(fields.birthday);
    row.consent = Set(fields.consent);
    row.consent_on = Set(fields.consent_on);
    row.consent_note = Set(fields.consent_note);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;
    remember_contacts(tx, std::slice::from_ref(&after)).await?;

    for account in accounts {
        touch(tx, account.id).await?;
        tx.record(
            about(&account, "accounts.contact_changed")
                .with("name", after.name.clone())
                .change("name", before.name.clone(), after.name.clone())
                .change("phone", before.phone.clone(), after.phone.clone())
                .change("whatsapp", before.whatsapp.clone(), after.whatsapp.clone())
                .change("email", before.email.clone(), after.email.clone())
                .change("channel", word(before.channel), word(after.channel))
                .change("birthday", before.birthday.clone(), after.birthday.clone())
                .change("consent", said(before.consent), said(after.consent))
                .change("consent_on", day(before.consent_on), day(after.consent_on))
                .change("consent_note", before.consent_note.clone(), after.consent_note.clone()),
        );
    }
    Ok(after)
}

fn word(channel: Option<Channel>) -> Option<&'static str> {
    channel.map(Channel::word)
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|it| it.to_string())
}

fn said(consent: Option<Consent>) -> Option<&'static str> {
    consent.map(Consent::word)
}

/// Writes what somebody is at one account, and since when they are there no more.
pub async fn change_post(
    tx: &Tx,
    account: AccountId,
    id: ContactId,
    typed_role: Option<&str>,
    left_on: Option<Day>,
) -> Result<()> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let contact = contact::get(tx, id).await?;
    let before = post(tx, account.id, id).await?.ok_or(Error::NotFound)?;
    let role = role(typed_role)?;

    let mut row = before.clone().into_active_model();
    row.role = Set(role);
    row.left_on = Set(left_on);
    let after = tx.update(row).await?;
    if before == after {
        return Ok(());
    }

    touch(tx, account.id).await?;
    let name = match (before.left_on, after.left_on) {
        (None, Some(_)) => "accounts.contact_left",
        (Some(_), None) => "accounts.contact_returned",
        _ => "accounts.contact_changed",
    };
    tx.record(about(&account, name).with("name", contact.name).change(
        "role",
        before.role,
        after.role,
    ));
    Ok(())
}

/// What somebody is at one account that was loaded in reach.
pub async fn post(
    ctx: &Ctx,
    account: AccountId,
    contact: ContactId,
) -> Result<Option<account_contact::Model>> {
    let post = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account))
        .filter(account_contact::Column::ContactId.eq(contact));
    Ok(post.one(ctx).await?)
}

async fn place(
    tx: &Tx,
    account: AccountId,
    contact: ContactId,
    role: Option<String>,
) -> Result<()> {
    tx.insert_all(vec![account_contact::ActiveModel {
        company_id: Set(tx.actor.company),
        account_id: Set(account),
        contact_id: Set(contact),
        role: Set(role),
        left_on: Set(None),
    }])
    .await
}

/// The accounts of a contact that the actor may edit; denied when there is none.
pub async fn accounts_to_edit(ctx: &Ctx, contact: ContactId) -> Result<Vec<account::Model>> {
    let ids = accounts_of(ctx, &[contact]).await?;
    let these = Condition::all()
        .add(account::Column::Id.is_in(ids))
        .add(account::Column::HiddenAt.is_null());
    let accounts = ctx.find_to::<account::Entity>(Act::Edit).filter(these).all(ctx).await?;
    if accounts.is_empty() {
        return Err(Error::Denied);
    }
    Ok(accounts)
}

/// Where these contacts are or were, whoever may see it.
async fn accounts_of(ctx: &Ctx, contacts: &[ContactId]) -> Result<BTreeSet<AccountId>> {
    let posts = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(contacts.iter().copied()));
    Ok(posts.all(ctx).await?.iter().map(|it| it.account_id).collect())
}

/// Says that something about these contacts changed at each account where they are or were: phones
/// hear of it there. Answers those accounts, on whose timelines it is told.
pub async fn touch_accounts(tx: &Tx, contacts: &[ContactId]) -> Result<Vec<account::Model>> {
    let ids = accounts_of(tx, contacts).await?;
    let accounts = tx
        .whole_company::<account::Entity>()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::HiddenAt.is_null())
        .order_by_asc(account::Column::Id);
    let accounts = accounts.all(&**tx).await?;
    for account in &accounts {
        touch(tx, account.id).await?;
    }
    Ok(accounts)
}

fn role(typed: Option<&str>) -> Result<Option<String>> {
    let mut faults = Faults::default();
    let role = faults.line(typed, "role");
    faults.none()?;
    Ok(role)
}
