//! Somebody is asked in, or let in again: a link that is good once.

use axum::response::Response;
use axum::routing::post;
use frame::jobs::Job;
use frame::mail::Mail;
use frame::web::{Path, page};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::access::{Act, Area};
use kernel::{CompanyId, PersonId};
use people::may_open;
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::link;
use crate::person_page::person_page;
use crate::rules::{INVITATION_DAYS, IdentityRefused, LinkPurpose, RESET_MINUTES};
use crate::words::Words;

/// A link for one person, shown once to whoever made it if no mail goes out.
#[derive(Debug)]
pub struct Invitation {
    pub url: String,
    /// It is on its way by mail.
    pub mailed: bool,
}

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/people/{person}/link", post(submit))
}

/// Makes a link that lets this person set a password and come in: for the first time, or again.
pub async fn invite(tx: &Tx, person: PersonId) -> Result<Invitation> {
    tx.permit_company(Act::Edit, Area::People)?;

    let person = tx.get::<person::Entity>(person).await?;
    // Whoever makes a link could use it, so nobody makes one for more than their own keys.
    if !may_open(tx, &person.roles) {
        return Err(Error::Denied);
    }
    if person.email.is_none() {
        return Err(Error::refused(IdentityRefused::NoAddress));
    }
    let (purpose, name) = match person.status {
        PersonStatus::Invited => (LinkPurpose::Invitation, "identity.invited"),
        PersonStatus::Active => (LinkPurpose::Reset, "identity.reset_made"),
        PersonStatus::Suspended | PersonStatus::Left => {
            return Err(Error::refused(IdentityRefused::NotWelcome));
        }
    };

    let invitation = make_link(tx, &person, purpose).await?;

    tx.record(Event::of(name, "person", person.id).owner(person.id).about(person.id));
    Ok(invitation)
}

/// In the browser: the link is shown once, or is on its way by mail.
async fn submit(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let invitation = invite(&tx, id).await?;
    if !invitation.mailed {
        let shown = person_page(&tx, id, Some(invitation.url)).await?;
        tx.commit().await?;
        return Ok(shown);
    }
    let said = Words::of(tx.lang()).link_mailed();
    tx.commit().await?;
    page::redirect_saying(&format!("/people/{id}"), said)
}

/// Makes a link and leaves the mail that carries it, when mail goes out from here.
pub(crate) async fn make_link(
    tx: &Tx,
    person: &person::Model,
    purpose: LinkPurpose,
) -> Result<Invitation> {
    let email = person.email.clone();
    let secret = secrets::fresh();
    let expires_at = match purpose {
        LinkPurpose::Invitation => tx.now.plus_days(INVITATION_DAYS),
        LinkPurpose::Reset => tx.now.plus_minutes(RESET_MINUTES),
    };
    // A new link makes the old ones worthless.
    let old = link::Column::PersonId.eq(person.id);
    tx.delete_where::<link::Entity, _>(link::Column::CompanyId, old).await?;
    tx.insert_all(vec![link::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(secrets::hash(&secret)),
        person_id: Set(person.id),
        purpose: Set(purpose),
        created_at: Set(tx.now),
        expires_at: Set(expires_at),
        used_at: Set(None),
    }])
    .await?;

    let url = url(&tx.app.origin, tx.actor.company, &secret);
    let mailed = tx.app.mailer.is_some() && email.is_some();
    if mailed {
        tx.later(tx.now, &MailLink { person: person.id, purpose, url: url.clone() })?;
    }
    Ok(Invitation { url, mailed })
}

fn url(origin: &str, company: CompanyId, secret: &[u8]) -> String {
    format!("{origin}/welcome/{}.{}", company.0.simple(), secrets::to_text(secret))
}

/// Carries a link to the person it is for. The waiting job holds the link until it is sent.
#[derive(Serialize, Deserialize)]
pub struct MailLink {
    person: PersonId,
    purpose: LinkPurpose,
    url: String,
}

impl Job for MailLink {
    const NAME: &'static str = "identity.mail_link";

    async fn run(self, tx: &Tx) -> Result<()> {
        let people = tx.whole_company::<person::Entity>();
        let person = people.filter(person::Column::Id.eq(self.person)).one(&**tx).await?;
        let person = person.ok_or(Error::NotFound)?;
        let to = person.email.ok_or(Error::refused(IdentityRefused::NoAddress))?;
        let Some(mailer) = tx.app.mailer.clone() else { return Ok(()) };
        let w = Words::of(person.lang);
        let (subject, text) = match self.purpose {
            LinkPurpose::Invitation => {
                (w.mail_invitation_subject(), w.mail_invitation(&person.name, &self.url))
            }
            LinkPurpose::Reset => (w.mail_reset_subject(), w.mail_reset(&person.name, &self.url)),
        };
        mailer.send(Mail::of(&self, to, subject.to_owned(), text)?).await
    }
}
