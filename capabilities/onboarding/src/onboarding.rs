//! A client is being welcomed.

use accounts::{AccountId, account};
use frame::{Ctx, Error, Event, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang, PersonId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::rules::Began;

ids! {
    /// That a client is being welcomed.
    OnboardingId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "onboarding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OnboardingId,
    pub account_id: AccountId,
    /// The code of the checklist, which may have changed since.
    pub template: String,
    pub label_id: String,
    pub label_en: String,
    pub why: Began,
    pub begun_at: Instant,
    pub begun_by: Option<PersonId>,
    /// Nothing is left to do since then.
    pub ended_at: Option<Instant>,
    /// Somebody stopped it.
    pub stopped_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = OnboardingId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after the client, and whoever is on its team.
    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }
}

/// That of an account, unless it was stopped; whoever asks has loaded the account in reach.
pub async fn of_account(ctx: &Ctx, account: AccountId) -> Result<Option<Model>> {
    let running = ctx
        .whole_company::<Entity>()
        .filter(Column::AccountId.eq(account))
        .filter(Column::StoppedAt.is_null());
    Ok(running.one(ctx).await?)
}

/// One that was not stopped, whoever asks: what may be done to it is asked of its account.
pub async fn running(ctx: &Ctx, id: OnboardingId) -> Result<Model> {
    let running =
        ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).filter(Column::StoppedAt.is_null());
    running.one(ctx).await?.ok_or(Error::NotFound)
}

/// An event on the timeline of the client.
pub fn about(it: &Model, owner: Option<PersonId>, name: &'static str) -> Event {
    Event::of(name, "onboarding", it.id)
        .owner(owner)
        .about(it.account_id)
        .with("label", serde_json::json!({ "id": it.label_id, "en": it.label_en }))
}
