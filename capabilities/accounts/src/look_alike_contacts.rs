//! People who look like one who is about to be written down at a client.

use std::collections::BTreeSet;

use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::Act;
use kernel::{Lang, Refusal};
use sea_orm::sea_query::{Query as Select, SelectStatement};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::contact::{self, Column, ContactId, Model};
use crate::keep_contact::{ContactFields, NewContact, add_contact};
use crate::rules::one_contact::{Person, Same, alike, score};
use crate::words::Words;

/// Never changes; safe to branch on.
pub const LOOKS_LIKE: &str = "contacts.looks_like";
/// More than these nobody compares.
const MOST: usize = 5;
/// A number that more people share says nothing about them.
const MOST_FOUND: u64 = 40;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(like))
}

/// Somebody who looks like another, and whom the reader may see.
#[derive(Clone, Debug)]
pub struct LookAlike {
    pub contact: Model,
    pub reasons: Vec<Same>,
    /// Whether they are or were at the client at which one writes.
    pub is_here: bool,
    /// A client where they are, for the way to their page.
    pub account: Option<AccountId>,
}

/// Writes somebody down at an account who looks like nobody that the actor may see, or `anyway`.
/// One out of reach is no reason to refuse, which would give them away.
pub async fn add_once(tx: &Tx, account: AccountId, new: NewContact, anyway: bool) -> Result<Model> {
    account::get_to(tx, Act::Edit, account).await?;

    if !anyway {
        let alike = look_alikes(tx, account, &new.fields).await?;
        if !alike.is_empty() {
            return Err(Error::refused(LooksLike::of(&alike)));
        }
    }
    add_contact(tx, account, new).await
}

/// The people in reach who look like this one, who would be at this account; the likest first.
pub async fn look_alikes(
    ctx: &Ctx,
    account: AccountId,
    fields: &ContactFields,
) -> Result<Vec<LookAlike>> {
    let fields = fields.clone().checked(ctx.now.day(&ctx.actor.zone))?;
    let sought = Person {
        name_key: text::key(&fields.name),
        numbers: [fields.phone, fields.whatsapp].into_iter().flatten().collect(),
        email: fields.email,
        accounts: BTreeSet::from([account]),
    };
    let near = contact::shown(ctx)
        .filter(near(ctx, account, &sought))
        .order_by_asc(Column::Id)
        .limit(MOST_FOUND)
        .all(ctx)
        .await?;
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(near.iter().map(|it| it.id)))
        .order_by_asc(account_contact::Column::AccountId)
        .all(ctx)
        .await?;
    let one = |contact: Model| {
        let id = contact.id;
        let there = || posts.iter().filter(move |it| it.contact_id == id);
        let reasons = alike(&sought, &person(&contact, there().map(|it| it.account_id)));
        let is_here = there().any(|it| it.account_id == account);
        // They are met where one writes, or else where they still are.
        let account = there().min_by_key(|it| (it.account_id != account, it.left_on.is_some()));
        let account = account.map(|it| it.account_id);
        LookAlike { contact, reasons, is_here, account }
    };
    let mut found: Vec<LookAlike> = near.into_iter().map(one).collect();
    found.retain(|it| !it.reasons.is_empty());
    found.sort_by_key(|it| (std::cmp::Reverse(score(&it.reasons)), it.contact.id));
    found.truncate(MOST);
    Ok(found)
}

/// What of somebody is compared.
pub fn person(contact: &Model, accounts: impl Iterator<Item = AccountId>) -> Person {
    let numbers = [&contact.phone, &contact.whatsapp];
    Person {
        name_key: contact.name_key.clone(),
        numbers: numbers.into_iter().flatten().cloned().collect(),
        email: contact.email.clone(),
        accounts: accounts.collect(),
    }
}

/// Whoever has one of their numbers or their address, or their name at the same account.
fn near(ctx: &Ctx, account: AccountId, sought: &Person) -> Condition {
    let here = Column::Id.in_subquery(at(ctx, account));
    let named = Condition::all().add(Column::NameKey.eq(sought.name_key.as_str())).add(here);
    let mut any = Condition::any().add(named);
    if !sought.numbers.is_empty() {
        let numbers = || sought.numbers.iter().map(String::as_str);
        any = any.add(Column::Phone.is_in(numbers())).add(Column::Whatsapp.is_in(numbers()));
    }
    if let Some(email) = &sought.email {
        // Every way in keeps it in small letters.
        any = any.add(Column::Email.eq(email.as_str()));
    }
    any
}

/// Who is or was at this account.
pub fn at(ctx: &Ctx, account: AccountId) -> SelectStatement {
    Select::select()
        .column(account_contact::Column::ContactId)
        .from(account_contact::Entity)
        .and_where(account_contact::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account_contact::Column::AccountId.eq(account))
        .to_owned()
}

/// Who is written down looks like somebody who is there.
#[derive(Debug, thiserror::Error)]
#[error("looks like {} contacts", .0.len())]
pub struct LooksLike(Vec<(String, Vec<Same>)>);

impl LooksLike {
    pub fn of(alike: &[LookAlike]) -> Self {
        Self(alike.iter().map(|it| (it.contact.name.clone(), it.reasons.clone())).collect())
    }
}

impl Refusal for LooksLike {
    fn code(&self) -> &'static str {
        LOOKS_LIKE
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let one =
            |(name, reasons): &(String, Vec<Same>)| format!("{name} ({})", w.same_in_all(reasons));
        let said: Vec<String> = self.0.iter().map(one).collect();
        w.refused_contact_looks_like(said.join("; "))
    }
}

impl Words {
    /// Why two look like one, in one line.
    pub fn same_in_all(self, reasons: &[Same]) -> String {
        let said: Vec<&str> = reasons.iter().map(|it| self.same_in(*it)).collect();
        said.join(", ")
    }

    pub fn same_in(self, reason: Same) -> &'static str {
        match reason {
            Same::Phone => self.like_phone(),
            Same::Email => self.like_email(),
            Same::NameThere => self.like_name_there(),
        }
    }
}

// In the API.

/// What is known of somebody who is about to be written down.
#[derive(Clone, Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Where they would be.
    account_id: AccountId,
    name: String,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    whatsapp: Option<String>,
    #[serde(default)]
    email: Option<String>,
}

/// Somebody who looks like them.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct ContactLookAlikeOut {
    id: ContactId,
    name: String,
    /// 50 to 100: the sum of what follows.
    score: i32,
    reasons: Vec<SameOut>,
}

/// One part of a score.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = ContactLikenessReasonOut)]
struct SameOut {
    /// `phone`, `email` or `name_there`.
    #[schema(value_type = Object)]
    #[serde(flatten)]
    part: Same,
    points: i32,
    sentence: &'static str,
}

/// People in reach who look like one who is about to be written down at an account
#[utoipa::path(
    get,
    path = "/api/v1/contacts/like",
    tag = "accounts",
    params(Asked),
    responses((status = 200, body = Vec<ContactLookAlikeOut>)),
)]
async fn like(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Vec<ContactLookAlikeOut>>> {
    account::get_to(&ctx, Act::Edit, asked.account_id).await?;
    let fields = ContactFields {
        name: asked.name,
        phone: asked.phone,
        whatsapp: asked.whatsapp,
        email: asked.email,
        ..ContactFields::default()
    };
    let w = Words::of(ctx.lang());
    let reason = |&part: &Same| SameOut { part, points: part.points(), sentence: w.same_in(part) };
    let one = |it: LookAlike| ContactLookAlikeOut {
        score: score(&it.reasons),
        reasons: it.reasons.iter().map(reason).collect(),
        id: it.contact.id,
        name: it.contact.name,
    };
    let found = look_alikes(&ctx, asked.account_id, &fields).await?;
    Ok(Json(found.into_iter().map(one).collect()))
}
