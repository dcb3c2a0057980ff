//! People at a client go into the address book of a phone: one of them, or all who are there.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::Path;
use frame::{App, Ctx, Error, Result};
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::contact::ContactId;
use crate::posts::{Post, posts};
use crate::rules::vcard::{Card, text};

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
        }
    }
}

async fn all(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let there = posts(&ctx, id).await?.into_iter().filter(|it| it.left_on.is_none());
    let cards: Vec<Card> = there.map(|it| Card::of(&it, &account)).collect();
    Ok(file(&cards, "contacts.vcf"))
}

async fn one(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let there = posts(&ctx, id).await?;
    let post = there.iter().find(|it| it.contact.id == contact).ok_or(Error::NotFound)?;
    Ok(file(&[Card::of(post, &account)], "contact.vcf"))
}

fn file(cards: &[Card], name: &str) -> Response {
    let kind = (CONTENT_TYPE, "text/vcard; charset=utf-8".to_owned());
    let name = (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""));
    ([kind, name], text(cards)).into_response()
}
