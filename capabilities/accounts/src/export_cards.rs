//! People at a client go into the address book of a phone: one of them, or all who are there.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Path, Query};
use frame::{App, Ctx, Error, Result};
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::contact::ContactId;
use crate::posts::{Post, posts};
use crate::rules::vcard::{Card, Version, text};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts.vcf", get(all))
        .route("/accounts/{account}/contacts/{contact}/card.vcf", get(one))
}

impl Card {
    /// Somebody at a client.
    pub fn of(post: &Post, account: &account::Model) -> Self {
        Self {
            uid: post.contact.id.to_string(),
            name: post.contact.name.clone(),
            organization: account.name.clone(),
            title: post.role.clone().unwrap_or_default(),
            phone: post.contact.phone.clone(),
            whatsapp: post.contact.whatsapp.clone(),
            email: post.contact.email.clone(),
            birthday: post.contact.birthday.clone(),
        }
    }
}

/// In which manner; 3.0 unless told, which every address book reads.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Manner {
    version: Version,
}

async fn all(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(manner): Query<Manner>,
) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let there = posts(&ctx, id).await?.into_iter().filter(|it| it.left_on.is_none());
    let cards: Vec<Card> = there.map(|it| Card::of(&it, &account)).collect();
    Ok(file(&cards, manner.version, "contacts.vcf"))
}

async fn one(
    ctx: Ctx,
    Path((id, contact)): Path<(AccountId, ContactId)>,
    Query(manner): Query<Manner>,
) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let there = posts(&ctx, id).await?;
    let post = there.iter().find(|it| it.contact.id == contact).ok_or(Error::NotFound)?;
    Ok(file(&[Card::of(post, &account)], manner.version, "contact.vcf"))
}

fn file(cards: &[Card], version: Version, name: &str) -> Response {
    let kind = (CONTENT_TYPE, "text/vcard; charset=utf-8".to_owned());
    let name = (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""));
    ([kind, name], text(cards, version)).into_response()
}
