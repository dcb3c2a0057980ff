//! People at clients who may be one, side by side, for somebody to say.

use std::collections::{BTreeSet, HashMap};

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::text::shown_phone;
use frame::web::list::{Cut, Page};
use frame::web::{Form, Json, Query, page};
use frame::{App, Ctx, Event, Result, Tx};
use kernel::Instant;
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::contact::{self, ContactId, ContactOut, Model};
use crate::contact_duplicate::Entity;
use crate::duplicate_scan::TwinKind;
use crate::find_contacts::with_posts;
use crate::hide_contact::page_of;
use crate::look_alike_contacts::SignOut;
use crate::merge_contacts::get_to_merge;
use crate::pairs::{Pair, ask_again, pair, pairs_in, part};
use crate::rules::birthday::Birthday;
use crate::rules::same_person::Sign;
use crate::twins_page::{
    Looked, ON_A_PAGE, Reason, Side, Twins, address_of, permit_looking, said_of, twins_page,
};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/contacts/duplicates", get(show))
        .route("/contacts/duplicates/dismiss", post(submit))
        .route("/contacts/duplicates/reopen", post(submit_again))
        .routes(routes!(read))
        .routes(routes!(dismiss))
        .routes(routes!(reopen))
}

/// Says that two are two people. It is remembered, and no look at the company proposes them again.
pub async fn dismiss_contact_duplicate(tx: &Tx, one: ContactId, other: ContactId) -> Result<()> {
    let both = get_both(tx, one, other).await?;

    if part::<Entity>(tx, one, other).await? {
        tx.record(told("accounts.contact_duplicate_dismissed", &both));
    }
    Ok(())
}

/// Takes back that two are two people: the pair waits again.
pub async fn reopen_contact_duplicate(tx: &Tx, one: ContactId, other: ContactId) -> Result<()> {
    let both = get_both(tx, one, other).await?;

    if ask_again::<Entity>(tx, one, other).await? {
        tx.record(told("accounts.contact_duplicate_reopened", &both));
    }
    Ok(())
}

/// Whoever may merge two may say that they are two.
async fn get_both(tx: &Tx, one: ContactId, other: ContactId) -> Result<[Model; 2]> {
    let (first, second) = pair(one, other);
    Ok([get_to_merge(tx, first).await?, get_to_merge(tx, second).await?])
}

fn told(name: &'static str, [first, second]: &[Model; 2]) -> Event {
    Event::of(name, "contact", first.id)
        .with("name", first.name.clone())
        .with("other", second.name.clone())
        .with("other_id", second.id.to_string())
}

// In the browser.

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    permit_looking(&ctx)?;
    let cut = Cut { limit: Some(ON_A_PAGE), ..cut };
    let Page { items, next_cursor } = pairs_in::<Entity>(&ctx, looked.state()?, &cut).await?;
    let items = twins(&ctx, items).await?;
    twins_page(&ctx, TwinKind::Contact, &looked, Page { items, next_cursor }).await
}

async fn contacts_of(ctx: &Ctx, rows: &[Pair<ContactId>]) -> Result<HashMap<ContactId, Model>> {
    let ids: BTreeSet<ContactId> = rows.iter().flat_map(|it| [it.first, it.second]).collect();
    let contacts = contact::shown(ctx).filter(contact::Column::Id.is_in(ids)).all(ctx).await?;
    Ok(contacts.into_iter().map(|it| (it.id, it)).collect())
}

/// Where people are, as far as the reader may know.
struct Whereabouts {
    posts: Vec<account_contact::Model>,
    names: HashMap<AccountId, String>,
    /// The clients that the reader may change: there their page stands.
    mine: BTreeSet<AccountId>,
}

impl Whereabouts {
    async fn of(ctx: &Ctx, contacts: impl Iterator<Item = ContactId>) -> Result<Self> {
        let posts = ctx
            .find::<account_contact::Entity>()
            .filter(account_contact::Column::ContactId.is_in(contacts))
            .order_by_asc(account_contact::Column::AccountId)
            .all(ctx)
            .await?;
        let ids: BTreeSet<AccountId> = posts.iter().map(|it| it.account_id).collect();
        let mine = ctx
            .find_to::<account::Entity>(Act::Edit)
            .filter(account::Column::HiddenAt.is_null())
            .filter(account::Column::Id.is_in(ids.iter().copied()))
            .all(ctx)
            .await?;
        let mine = mine.into_iter().map(|it| it.id).collect();
        Ok(Self { posts, names: account::names(ctx, ids).await?, mine })
    }

    fn posts(&self, contact: ContactId) -> impl Iterator<Item = &account_contact::Model> {
        self.posts.iter().filter(move |it| it.contact_id == contact)
    }

    /// A client at which the reader may change them, for the way to their page.
    fn account(&self, contact: ContactId) -> Option<AccountId> {
        let there = self.posts(contact).filter(|it| self.mine.contains(&it.account_id));
        there.min_by_key(|it| (it.left_on.is_some(), it.account_id)).map(|it| it.account_id)
    }

    /// `Toko Maju · Pemilik, Apotek Sehat`.
    fn places(&self, contact: ContactId) -> String {
        let place = |it: &account_contact::Model| {
            let name = self.names.get(&it.account_id)?;
            Some(match &it.role {
                Some(role) => format!("{name} · {role}"),
                None => name.clone(),
            })
        };
        self.posts(contact).filter_map(place).collect::<Vec<_>>().join(", ")
    }
}

async fn twins(ctx: &Ctx, rows: Vec<Pair<ContactId>>) -> Result<Vec<Twins>> {
    let contacts = contacts_of(ctx, &rows).await?;
    let there = Whereabouts::of(ctx, contacts.keys().copied()).await?;
    let said = said_of(ctx, &rows).await?;
    let w = Words::of(ctx.lang());
    let phone = |it: Option<&str>| it.map(shown_phone).unwrap_or_default();
    let side = |id: ContactId| {
        let contact = contacts.get(&id)?;
        let born = contact.birthday.as_deref().and_then(Birthday::read);
        Some(Side {
            id: id.to_string(),
            name: contact.name.clone(),
            href: there.account(id).map(|account| page_of(account, id)),
            facts: vec![
                (w.accounts_title(), there.places(id)),
                (w.phone_label(), phone(contact.phone.as_deref())),
                ("WhatsApp", phone(contact.whatsapp.as_deref())),
                (w.email_label(), contact.email.clone().unwrap_or_default()),
                (w.birthday_label(), born.map(|it| it.shown(ctx.lang())).unwrap_or_default()),
            ],
        })
    };
    let merge = |first: ContactId, second: ContactId| {
        there.account(second)?;
        let account = there.account(first)?;
        Some(format!("/accounts/{account}/contacts/{first}/merge?with={second}"))
    };
    let reason = |it: Sign| Reason::of(it, w);
    let one = |(row, said): (Pair<ContactId>, String)| {
        Some(Twins {
            score: row.score,
            reasons: row.parts().into_iter().map(reason).collect(),
            both: [side(row.first)?, side(row.second)?],
            merge: merge(row.first, row.second),
            said,
        })
    };
    Ok(std::iter::zip(rows, said).filter_map(one).collect())
}

#[derive(Debug, Deserialize)]
struct PairForm {
    first_id: ContactId,
    second_id: ContactId,
}

async fn submit(ctx: Ctx, Form(form): Form<PairForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    dismiss_contact_duplicate(&tx, form.first_id, form.second_id).await?;
    let said = Words::of(tx.lang()).duplicate_dismissed();
    tx.commit().await?;
    page::redirect_saying(address_of(TwinKind::Contact), said)
}

async fn submit_again(ctx: Ctx, Form(form): Form<PairForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    reopen_contact_duplicate(&tx, form.first_id, form.second_id).await?;
    let said = Words::of(tx.lang()).duplicate_reopened();
    tx.commit().await?;
    page::redirect_saying(address_of(TwinKind::Contact), said)
}

// In the API.

/// Two people who may be one.
#[derive(Serialize, utoipa::ToSchema)]
struct ContactDuplicateOut {
    first: ContactOut,
    second: ContactOut,
    /// 0 to 100: the sum of the reasons, 50 and more where they were found by a look.
    score: i32,
    reasons: Vec<SignOut>,
    found_at: Instant,
}

/// Pairs of people at accounts who may be one, the likest first
#[utoipa::path(
    get,
    path = "/api/v1/contact-duplicates",
    tag = "accounts",
    params(Looked, Cut),
    responses((status = 200, body = Page<ContactDuplicateOut>)),
)]
async fn read(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ContactDuplicateOut>>> {
    permit_looking(&ctx)?;
    let found = pairs_in::<Entity>(&ctx, looked.state()?, &cut).await?;
    let contacts = contacts_of(&ctx, &found.items).await?.into_values().collect();
    let contacts = with_posts(&ctx, Page { items: contacts, next_cursor: None }).await?.items;
    let contact = |id| contacts.iter().find(|it| it.id == id).cloned();
    let out = |it: Pair<ContactId>| {
        Some(ContactDuplicateOut {
            first: contact(it.first)?,
            second: contact(it.second)?,
            score: it.score,
            reasons: SignOut::all(&it.parts::<Sign>(), ctx.lang()),
            found_at: it.found_at,
        })
    };
    let Page { items, next_cursor } = found;
    Ok(Json(Page { items: items.into_iter().filter_map(out).collect(), next_cursor }))
}

/// Two people.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactPairIn {
    first_id: ContactId,
    second_id: ContactId,
}

/// Say that two people are two
#[utoipa::path(
    post,
    path = "/api/v1/contact-duplicates/dismiss",
    tag = "accounts",
    responses((status = 204, description = "Remembered")),
)]
async fn dismiss(ctx: Ctx, Json(these): Json<ContactPairIn>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    dismiss_contact_duplicate(&tx, these.first_id, these.second_id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take back that two people are two
#[utoipa::path(
    post,
    path = "/api/v1/contact-duplicates/reopen",
    tag = "accounts",
    responses((status = 204, description = "They wait again")),
)]
async fn reopen(ctx: Ctx, Json(these): Json<ContactPairIn>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    reopen_contact_duplicate(&tx, these.first_id, these.second_id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
