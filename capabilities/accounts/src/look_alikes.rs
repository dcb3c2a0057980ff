//! Accounts that look like one: before it is written down twice, and afterwards.

use std::collections::BTreeSet;

use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Lang, Refusal};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_key;
use crate::fields::AccountFields;
use crate::remember::traits_of;
use crate::rules::likeness::{Apart, Likeness, Part, Traits, host, keys_around, likeness};
use crate::words::Words;

/// A key that more accounts share says nothing about them.
const MOST_OF_A_KEY: u64 = 60;
/// More than these nobody compares.
const MOST: usize = 5;

/// Never changes; safe to branch on.
pub const LOOKS_LIKE: &str = "accounts.looks_like";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(like))
}

/// An account that looks like another, and that the reader may see.
#[derive(Clone, Debug)]
pub struct LookAlike {
    pub likeness: Likeness,
    pub account: Model,
}

/// The accounts that look like one, the likest first.
#[derive(Clone, Debug, Default)]
pub struct LookAlikes {
    pub seen: Vec<LookAlike>,
    /// What the reader may not see: kept for whoever sees both, and never told.
    pub unseen: Vec<(AccountId, Likeness)>,
}

/// The traits of an account that is about to be written down.
pub fn traits(fields: &AccountFields) -> Traits {
    Traits {
        parent: fields.parent,
        name: fields.name.clone(),
        phones: fields.phone.iter().cloned().collect(),
        website: fields.website.as_deref().and_then(host),
        tax_number: fields.tax_number.clone(),
        ..Traits::default()
    }
}

/// The accounts that look like this one, looked for in the whole company.
pub async fn look_alikes(ctx: &Ctx, of: &Traits) -> Result<LookAlikes> {
    let mut near: BTreeSet<AccountId> = BTreeSet::new();
    for key in keys_around(of) {
        let same: Vec<AccountId> = ctx
            .whole_company::<account_key::Entity>()
            .select_only()
            .column(account_key::Column::AccountId)
            .filter(account_key::Column::Key.eq(key))
            .order_by_asc(account_key::Column::AccountId)
            .limit(MOST_OF_A_KEY)
            .into_tuple()
            .all(ctx)
            .await?;
        near.extend(same);
    }
    if let Some(itself) = of.id {
        near.remove(&itself);
    }
    let compared = traits_of(ctx, &near).await?;
    let mut alike: Vec<(AccountId, Likeness)> = compared
        .iter()
        .map(|(id, traits)| (*id, likeness(of, traits)))
        .filter(|it| it.1.is_likely())
        .collect();
    alike.sort_by_key(|(id, likeness)| (std::cmp::Reverse(likeness.score()), *id));

    let ids = alike.iter().map(|it| it.0);
    let shown = account::shown(ctx).filter(account::Column::Id.is_in(ids)).all(ctx).await?;
    let mut found = LookAlikes::default();
    for (id, likeness) in alike {
        match shown.iter().find(|it| it.id == id).cloned() {
            Some(account) => found.seen.push(LookAlike { likeness, account }),
            None => found.unseen.push((id, likeness)),
        }
    }
    found.seen.truncate(MOST);
    found.unseen.truncate(MOST);
    Ok(found)
}

/// What is written down looks like something that is there.
#[derive(Debug, thiserror::Error)]
#[error("looks like {} accounts", .0.len())]
pub struct LooksLike(Vec<(String, Vec<Part>)>);

impl LooksLike {
    pub fn of(alike: &[LookAlike]) -> Self {
        let one = |it: &LookAlike| (it.account.name.clone(), it.likeness.parts.clone());
        Self(alike.iter().map(one).collect())
    }
}

impl Refusal for LooksLike {
    fn code(&self) -> &'static str {
        LOOKS_LIKE
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let one =
            |(name, parts): &(String, Vec<Part>)| format!("{name} ({})", w.likeness_parts(parts));
        let said: Vec<String> = self.0.iter().map(one).collect();
        w.refused_looks_like(said.join("; "))
    }
}

/// One reason, for pages of those who compare what is no account yet.
pub fn likeness_part(part: Part, lang: Lang) -> String {
    Words::of(lang).likeness_part(part)
}

impl Words {
    /// Why two look like one, in one line.
    pub fn likeness_parts(self, parts: &[Part]) -> String {
        let said: Vec<String> = parts.iter().map(|it| self.likeness_part(*it)).collect();
        said.join(", ")
    }

    pub fn likeness_part(self, part: Part) -> String {
        match part {
            Part::SameTaxNumber => self.like_tax_number(),
            Part::SamePhone => self.like_phone(),
            Part::SameEmail => self.like_email(),
            Part::SameWebsite => self.like_website(),
            Part::SameName => self.like_name(),
            Part::FormMissing => self.like_form_missing(),
            Part::OtherForm => self.like_other_form(),
            Part::WordOrder => self.like_word_order(),
            Part::NamesAlike => self.like_names_alike(),
            Part::SameStreet => self.like_street(),
            Part::Near { metres } => return self.like_near(metres),
            Part::FarApart { metres } => return self.like_far(metres / 1_000),
        }
        .to_owned()
    }

    /// Why they are better not merged.
    pub fn apart(self, apart: Apart) -> &'static str {
        match apart {
            Apart::ParentAndChild => self.apart_parent(),
            Apart::Branches => self.apart_branches(),
            Apart::OtherTaxNumber => self.apart_tax_number(),
        }
    }
}

// In the API.

/// What is known of an account that is about to be written down.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Asked {
    name: String,
    phone: Option<String>,
    website: Option<String>,
    tax_number: Option<String>,
    country: Option<String>,
}

/// An account that looks like it.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct LookAlikeOut {
    id: AccountId,
    name: String,
    /// 50 to 100: the sum of what follows.
    score: i32,
    reasons: Vec<ReasonOut>,
}

/// One part of a score.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = LikenessReasonOut)]
pub struct ReasonOut {
    /// `same_phone`, `names_alike`, …
    #[schema(value_type = Object)]
    #[serde(flatten)]
    pub part: Part,
    pub points: i32,
    pub sentence: String,
}

impl ReasonOut {
    pub fn all(parts: &[Part], lang: Lang) -> Vec<Self> {
        let one = |&part: &Part| Self {
            part,
            points: part.points(),
            sentence: Words::of(lang).likeness_part(part),
        };
        parts.iter().map(one).collect()
    }
}

/// Accounts in reach that look like one that is about to be written down
#[utoipa::path(
    get,
    path = "/api/v1/accounts/like",
    tag = "accounts",
    params(Asked),
    responses((status = 200, body = Vec<LookAlikeOut>)),
)]
async fn like(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Vec<LookAlikeOut>>> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Err(Error::Denied);
    }
    let fields = AccountFields {
        phone: asked.phone,
        website: asked.website,
        tax_number: asked.tax_number,
        country: asked.country,
        ..AccountFields::named(asked.name)
    };
    let alike = look_alikes(&ctx, &traits(&fields.checked()?)).await?;
    let one = |it: LookAlike| LookAlikeOut {
        score: it.likeness.score(),
        reasons: ReasonOut::all(&it.likeness.parts, ctx.lang()),
        id: it.account.id,
        name: it.account.name,
    };
    Ok(Json(alike.seen.into_iter().map(one).collect()))
}
