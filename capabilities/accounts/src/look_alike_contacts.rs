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
use crate::contact_duplicate;
use crate::duplicate::DuplicateState;
use crate::keep_contact::{ContactFields, NewContact, add_contact};
use crate::pairs::{Proposal, propose};
use crate::remember_contacts::{know_shared, people_of, person};
use crate::rules::same_person::{Person, Sign, is_likely, is_worth_a_word, score, signs};
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
    pub signs: Vec<Sign>,
    /// Whether they are or were at the client at which one writes.
    pub is_here: bool,
    /// A client where they are, for the way to their page.
    pub account: Option<AccountId>,
}

/// Writes somebody down at an account who looks like nobody that the actor may see, or `anyway`.
/// That these are two is remembered then. One out of reach is no reason to refuse, which would give
/// them away: the pair is proposed to whoever sees both.
pub async fn add_once(tx: &Tx, account: AccountId, new: NewContact, anyway: bool) -> Result<Model> {
    account::get_to(tx, Act::Edit, account).await?;

    let alike = look_alikes(tx, account, &new.fields).await?;
    if !anyway && !alike.is_empty() {
        return Err(Error::refused(LooksLike::of(&alike)));
    }
    let unseen = unseen_alikes(tx, account, &new.fields).await?;
    let contact = add_contact(tx, account, new).await?;
    for other in alike {
        let (id, points) = (other.contact.id, score(&other.signs));
        let both = Proposal::of(contact.id, id, points, &other.signs)?;
        propose::<contact_duplicate::Entity>(tx, both, DuplicateState::Dismissed).await?;
    }
    for (other, signs) in unseen {
        let both = Proposal::of(contact.id, other, score(&signs), &signs)?;
        propose::<contact_duplicate::Entity>(tx, both, DuplicateState::Open).await?;
    }
    Ok(contact)
}

/// The people in reach who look like this one, who would be at this account; the likest first.
pub async fn look_alikes(
    ctx: &Ctx,
    account: AccountId,
    fields: &ContactFields,
) -> Result<Vec<LookAlike>> {
    let sought = sought(ctx, account, fields).await?;
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
        let signs = signs(&sought, &person(&contact, there().map(|it| it.account_id)));
        let is_here = there().any(|it| it.account_id == account);
        // They are met where one writes, or else where they still are.
        let account = there().min_by_key(|it| (it.account_id != account, it.left_on.is_some()));
        let account = account.map(|it| it.account_id);
        LookAlike { contact, signs, is_here, account }
    };
    let mut found: Vec<LookAlike> = near.into_iter().map(one).collect();
    found.retain(|it| is_worth_a_word(&it.signs));
    found.sort_by_key(|it| (std::cmp::Reverse(score(&it.signs)), it.contact.id));
    found.truncate(MOST);
    Ok(found)
}

/// Those out of reach who look like this one: kept for whoever sees both, and never told.
async fn unseen_alikes(
    ctx: &Ctx,
    account: AccountId,
    fields: &ContactFields,
) -> Result<Vec<(ContactId, Vec<Sign>)>> {
    let sought = sought(ctx, account, fields).await?;
    let near = ctx
        .whole_company::<contact::Entity>()
        .filter(Column::HiddenAt.is_null())
        .filter(near(ctx, account, &sought))
        .order_by_asc(Column::Id)
        .limit(MOST_FOUND)
        .all(ctx)
        .await?;
    let mut far: BTreeSet<ContactId> = near.iter().map(|it| it.id).collect();
    let seen = contact::shown(ctx).filter(Column::Id.is_in(far.iter().copied())).all(ctx).await?;
    far.retain(|id| seen.iter().all(|it| it.id != *id));
    let people = people_of(ctx, &far).await?;
    let compared = people.iter().map(|(id, other)| (*id, signs(&sought, other)));
    Ok(compared.filter(|it| is_likely(&it.1)).take(MOST).collect())
}

/// What of somebody is compared who would be at this account.
async fn sought(ctx: &Ctx, account: AccountId, fields: &ContactFields) -> Result<Person> {
    let fields = fields.clone().checked(ctx.now.day(&ctx.actor.zone))?;
    let sought = Person {
        name_key: text::key(&fields.name),
        numbers: [fields.phone, fields.whatsapp].into_iter().flatten().collect(),
        email: fields.email,
        birthday: fields.birthday,
        accounts: [account].into(),
        ..Person::default()
    };
    let known = know_shared(ctx, vec![sought]).await?;
    Ok(known.into_iter().next().unwrap_or_default())
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
pub struct LooksLike(Vec<(String, Vec<Sign>)>);

impl LooksLike {
    pub fn of(alike: &[LookAlike]) -> Self {
        Self(alike.iter().map(|it| (it.contact.name.clone(), it.signs.clone())).collect())
    }
}

impl Refusal for LooksLike {
    fn code(&self) -> &'static str {
        LOOKS_LIKE
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let one = |(name, signs): &(String, Vec<Sign>)| format!("{name} ({})", w.signs(signs));
        let said: Vec<String> = self.0.iter().map(one).collect();
        w.refused_contact_looks_like(said.join("; "))
    }
}

impl Words {
    /// Why two look like one, in one line.
    pub fn signs(self, signs: &[Sign]) -> String {
        let said: Vec<&str> = signs.iter().map(|it| self.sign(*it)).collect();
        said.join(", ")
    }

    pub fn sign(self, sign: Sign) -> &'static str {
        match sign {
            Sign::Phone => self.like_phone(),
            Sign::Email => self.like_email(),
            Sign::SharedPhone => self.like_shared_phone(),
            Sign::SharedEmail => self.like_shared_email(),
            Sign::ExternalKey => self.like_external_key(),
            Sign::SameName => self.like_name(),
            Sign::SpeltOtherwise => self.like_spelt_otherwise(),
            Sign::NamesAlike => self.like_names_alike(),
            Sign::PartOfName => self.like_part_of_name(),
            Sign::AtOneClient => self.like_at_one_client(),
            Sign::SameBirthday => self.like_birthday(),
            Sign::OtherName => self.unlike_name(),
            Sign::FamilyName => self.unlike_family_name(),
            Sign::OtherGeneration => self.unlike_generation(),
            Sign::OtherBirthday => self.unlike_birthday(),
            Sign::OtherWays => self.unlike_ways(),
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
    /// 0 to 100: the sum of what follows.
    score: i32,
    reasons: Vec<SignOut>,
}

/// One part of a score.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = ContactLikenessReasonOut)]
pub struct SignOut {
    /// `phone`, `same_name`, `at_one_client`, `family_name`, …
    #[schema(value_type = Object)]
    #[serde(flatten)]
    part: Sign,
    /// Less than nothing where it says that they are two.
    points: i32,
    sentence: &'static str,
}

impl SignOut {
    pub fn all(signs: &[Sign], lang: Lang) -> Vec<Self> {
        let w = Words::of(lang);
        let one = |&part: &Sign| Self { part, points: part.points(), sentence: w.sign(part) };
        signs.iter().map(one).collect()
    }
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
    let one = |it: LookAlike| ContactLookAlikeOut {
        score: score(&it.signs),
        reasons: SignOut::all(&it.signs, ctx.lang()),
        id: it.contact.id,
        name: it.contact.name,
    };
    let found = look_alikes(&ctx, asked.account_id, &fields).await?;
    Ok(Json(found.into_iter().map(one).collect()))
}
