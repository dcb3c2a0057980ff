//! Somebody at a client, in the browser: written down, changed, found at another client.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::panel::Shown;
use frame::web::shell::Shell;
use frame::web::{Form, Path, Query};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::Act;
use kernel::{Day, Lang};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::account_seen::add_custom;
use crate::as_seen::Seen;
use crate::change_account::touch;
use crate::contact::{self, ContactId};
use crate::contact_seen::{as_seen, hold_contact};
use crate::custom_field::FieldRecord;
use crate::custom_inputs::{Input, inputs};
use crate::custom_value::Of;
use crate::find_accounts::anywhere;
use crate::gone_contact::{MergedContact, gone_page, merged_into};
use crate::keep_contact::{ContactFields, NewContact, change_contact, change_post, link_contact};
use crate::look_alike_contacts::{LOOKS_LIKE, LookAlike, add_once, look_alikes};
use crate::open_account::about;
use crate::rules::AccountRefused;
use crate::rules::birthday::Birthday;
use crate::rules::reaching::{Channel, Consent};
use crate::rules::stale::STALE;
use crate::set_values::{Said, set_values};
use crate::words::Words;

/// People that one search offers.
const MOST_FOUND: u64 = 10;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts/new", get(show_new).post(submit_new))
        .route("/accounts/{account}/contacts/link", post(link))
        .route("/accounts/{account}/contacts/{contact}/edit", get(show).post(submit))
}

/// A contact as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct ContactForm {
    name: String,
    role: String,
    phone: String,
    whatsapp: String,
    email: String,
    channel: String,
    birthday: String,
    consent: String,
    consent_on: String,
    consent_note: String,
    left_on: String,
    /// Written down although they look like somebody who is there.
    anyway: String,
    /// What the form was made from; empty for somebody new.
    was: String,
    /// What the company's own fields hold.
    #[serde(flatten)]
    custom: BTreeMap<String, String>,
}

impl ContactForm {
    fn fields(&self) -> Result<ContactFields> {
        let consent_on = match self.consent_on.trim() {
            "" => None,
            day => Some(day.parse().map_err(|_| Error::refused(AccountRefused::NoConsentDay))?),
        };
        Ok(ContactFields {
            name: self.name.clone(),
            phone: Some(self.phone.clone()),
            whatsapp: Some(self.whatsapp.clone()),
            email: Some(self.email.clone()),
            channel: chosen(&self.channel, "channel", Channel::from_word)?,
            birthday: Some(self.birthday.clone()),
            consent: chosen(&self.consent, "consent", Consent::from_word)?,
            consent_on,
            consent_note: Some(self.consent_note.clone()),
        })
    }

    fn said(&self, lang: Lang, new: bool) -> Said {
        let asked = self.custom.keys().any(|it| it.starts_with("custom."));
        Said::by_form(&self.custom, lang, new || asked)
    }

    fn left_on(&self) -> Result<Option<Day>> {
        match self.left_on.trim() {
            "" => Ok(None),
            day => day.parse().map(Some).map_err(|_| Error::refused(AccountRefused::NoLeavingDay)),
        }
    }
}

/// One of several words, or none.
fn chosen<T>(
    word: &str,
    field: &'static str,
    from_word: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    match word {
        "" => Ok(None),
        word => from_word(word).map(Some).ok_or(Error::refused(AccountRefused::NoChoice(field))),
    }
}

#[derive(Template)]
#[template(path = "contact_form.html")]
struct ContactPage {
    shell: Shell,
    w: Words,
    account: account::Model,
    existing: Option<ContactId>,
    form: ContactForm,
    /// What was looked for among the people of other clients, and who was found.
    find: String,
    found: Vec<contact::Model>,
    custom: Vec<Input>,
    /// People who look like the one who is being written down.
    alike: Vec<LookAlike>,
    /// Who became part of somebody who is there already.
    merged: Vec<MergedContact>,
    /// What other capabilities know of somebody who is there already.
    panels: Vec<Shown>,
    faults: Faults,
}

impl ContactPage {
    fn channels(&self) -> Vec<(&'static str, String)> {
        Channel::ALL.iter().map(|it| (it.word(), self.w.channel(it.word()))).collect()
    }

    fn consents(&self) -> Vec<(&'static str, String)> {
        Consent::ALL.iter().map(|it| (it.word(), self.w.consent(it.word()))).collect()
    }

    fn why(&self, alike: &LookAlike) -> String {
        self.w.signs(&alike.signs)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sought {
    find: String,
}

async fn show_new(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, id).await?;
    let found = found(&ctx, id, &sought.find).await?;
    let form = ContactForm { name: sought.find.clone(), ..ContactForm::default() };
    contact_page(&ctx, account, None, form, (sought.find, found), None).await
}

/// People whom the actor may see and who are not at this client yet.
async fn found(ctx: &Ctx, account: AccountId, sought: &str) -> Result<Vec<contact::Model>> {
    let Some(words) = text::line(sought) else { return Ok(Vec::new()) };
    let there = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account));
    let there: Vec<ContactId> = there.all(ctx).await?.iter().map(|it| it.contact_id).collect();
    let people = ctx
        .find::<contact::Entity>()
        .filter(contact::Column::HiddenAt.is_null())
        .filter(contact::Column::NameKey.like(anywhere(&text::key(&words))))
        .filter(contact::Column::Id.is_not_in(there))
        .order_by_asc(contact::Column::NameKey)
        .limit(MOST_FOUND);
    Ok(people.all(ctx).await?)
}

async fn submit_new(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let added = match add(&tx, id, &form).await {
        Ok(contact) => {
            let account = account::get(&tx, id).await?;
            let of = Of::Contact(contact.id);
            set_values(&tx, of, &form.said(tx.lang(), true), |name| about(&account, name)).await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => saved(tx, id).await,
        Err(error) => {
            let account = account::get_to(&tx, Act::Edit, id).await?;
            contact_page(&tx, account, None, form, Default::default(), Some(error)).await
        }
    }
}

async fn add(tx: &Tx, account: AccountId, form: &ContactForm) -> Result<contact::Model> {
    let fields = form.fields()?;
    let new = NewContact { id: None, role: Some(form.role.clone()), fields };
    add_once(tx, account, new, !form.anyway.is_empty()).await
}

#[derive(Debug, Deserialize)]
struct Link {
    contact_id: ContactId,
}

async fn link(ctx: Ctx, Path(id): Path<AccountId>, Form(form): Form<Link>) -> Result<Response> {
    let tx = ctx.begin().await?;
    link_contact(&tx, id, form.contact_id, None).await?;
    saved(tx, id).await
}

async fn show(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, id).await?;
    let (contact, post) = match at(&ctx, id, contact).await {
        Ok((there, post)) if there.hidden_at.is_none() => (there, post),
        gone => return gone_page(&ctx, account, contact, gone.map(|it| it.0)).await,
    };
    let id = contact.id;
    let form = form_of(&ctx, contact, post);
    contact_page(&ctx, account, Some(id), form, Default::default(), None).await
}

/// The form of somebody as they are.
fn form_of(ctx: &Ctx, contact: contact::Model, post: account_contact::Model) -> ContactForm {
    let words = |it: Option<String>| it.unwrap_or_default();
    ContactForm {
        channel: words(contact.channel.map(|it| it.word().to_owned())),
        birthday: words(shown_birthday(contact.birthday.as_deref(), ctx.lang())),
        consent: words(contact.consent.map(|it| it.word().to_owned())),
        consent_on: words(contact.consent_on.map(|it| it.to_string())),
        consent_note: words(contact.consent_note),
        name: contact.name,
        role: words(post.role),
        phone: words(contact.phone),
        whatsapp: words(contact.whatsapp),
        email: words(contact.email),
        left_on: words(post.left_on.map(|it| it.to_string())),
        anyway: String::new(),
        was: String::new(),
        custom: BTreeMap::new(),
    }
}

/// What the form says of somebody at a client that was loaded in reach.
async fn seen(ctx: &Ctx, account: AccountId, id: ContactId) -> Result<Seen> {
    let (contact, post) = at(ctx, account, id).await?;
    let mut seen = Seen::of(&form_of(ctx, contact, post), &["anyway", "was"])?;
    add_custom(ctx, &mut seen, Of::Contact(id)).await?;
    Ok(seen)
}

fn shown_birthday(kept: Option<&str>, lang: Lang) -> Option<String> {
    Some(Birthday::read(kept?)?.shown(lang))
}

async fn at(
    ctx: &Ctx,
    account: AccountId,
    id: ContactId,
) -> Result<(contact::Model, account_contact::Model)> {
    let contact = ctx.get::<contact::Entity>(id).await?;
    let post = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account))
        .filter(account_contact::Column::ContactId.eq(id));
    let post = post.one(ctx).await?.ok_or(Error::NotFound)?;
    Ok((contact, post))
}

async fn submit(
    ctx: Ctx,
    Path((id, contact)): Path<(AccountId, ContactId)>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match change(&tx, id, contact, &form).await {
        Ok(()) => saved(tx, id).await,
        Err(error) => {
            let account = account::get_to(&tx, Act::Edit, id).await?;
            contact_page(&tx, account, Some(contact), form, Default::default(), Some(error)).await
        }
    }
}

async fn change(tx: &Tx, account: AccountId, id: ContactId, form: &ContactForm) -> Result<()> {
    let (left_on, fields) = (form.left_on()?, form.fields()?);
    account::get_to(tx, Act::Edit, account).await?;
    hold_contact(tx, account, id).await?;
    as_seen(tx, account, &seen(tx, account, id).await?, &form.was).await?;
    change_post(tx, account, id, Some(&form.role), left_on).await?;
    change_contact(tx, id, fields).await?;
    let account = account::get(tx, account).await?;
    let said = form.said(tx.lang(), false);
    if set_values(tx, Of::Contact(id), &said, |name| about(&account, name)).await? {
        touch(tx, account.id).await?;
    }
    Ok(())
}

async fn saved(tx: Tx, account: AccountId) -> Result<Response> {
    let said = Words::of(tx.lang()).saved();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{account}"), said)
}

async fn contact_page(
    ctx: &Ctx,
    account: account::Model,
    existing: Option<ContactId>,
    mut form: ContactForm,
    (find, found): (String, Vec<contact::Model>),
    refused: Option<Error>,
) -> Result<Response> {
    let looks_like = refused.as_ref().is_some_and(|it| it.code() == LOOKS_LIKE);
    let alike =
        if looks_like { look_alikes(ctx, account.id, &form.fields()?).await? } else { Vec::new() };
    // Whoever was told what others changed has seen it: the next attempt counts.
    let is_stale = refused.as_ref().is_some_and(|it| it.code() == STALE);
    if let Some(id) = existing.filter(|_| form.was.is_empty() || is_stale) {
        let now = seen(ctx, account.id, id).await?;
        let was = std::mem::replace(&mut form.was, now.carried()?);
        form = now.beside(form, &was)?;
    }
    // The list says it, and leads there.
    let refused = refused.filter(|_| !looks_like);
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let wrong = looks_like || faults.any();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (shell, w) = (ctx.shell("accounts"), Words::of(ctx.lang()));
    let custom = inputs(ctx, FieldRecord::Contact, existing.map(Of::Contact), &form.custom).await?;
    let (panels, merged) = match existing {
        Some(contact) => (ctx.panels("contact", contact).await?, merged_into(ctx, contact).await?),
        None => (Vec::new(), Vec::new()),
    };
    let page = ContactPage {
        shell,
        w,
        account,
        existing,
        form,
        find,
        found,
        custom,
        alike,
        merged,
        panels,
        faults,
    };
    page::render_as(status, &page)
}
