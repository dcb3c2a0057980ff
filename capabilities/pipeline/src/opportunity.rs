//! A deal that may be won.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Ctx, Error, Event, Result, Tx, Whose};
use kernel::access::{Act, Area};
use kernel::money::Money;
use kernel::{CompanyId, Day, Instant, PersonId, ids, labels};
use people::person;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query, SimpleExpr};
use sea_orm::{Condition, Select};

use crate::rules::category::{Ended, ForecastCategory};
use crate::rules::{self, PipelineRefused};

ids! {
    /// A deal that may be won.
    OpportunityId,
}

labels! {
    /// How a deal stands.
    pub enum OpportunityKind {
        Open = "open",
        Won = "won",
        Lost = "lost",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opportunity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OpportunityId,
    pub owner_id: PersonId,
    pub account_id: Option<AccountId>,
    /// What makes most of it: the product of its largest line, or the one that another system names.
    pub product_id: Option<ProductId>,
    /// By which another system knows it; unique in the company.
    pub external_key: Option<String>,
    pub name: String,
    /// By which it is sorted and found.
    pub name_key: String,
    pub pipeline: String,
    pub stage: String,
    /// As its stage is.
    pub kind: OpportunityKind,
    /// When it came into its stage.
    pub stage_since: Instant,
    pub engaged_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub expected_close_on: Option<Day>,
    pub value_amount: Option<i64>,
    pub value_currency: String,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    pub lost_reason: Option<String>,
    pub lost_note: Option<String>,
    /// Whose it was when it was won.
    pub won_by: Option<PersonId>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Counts up with each change.
    pub version: i64,
    pub hidden_at: Option<Instant>,
    /// How its owner lets it count in the forecast; as its stage does, unless told.
    pub category: Option<ForecastCategory>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { OpportunityId, Area::Pipeline, OwnerId }

/// So many events of a deal are looked through for its last change.
const LOOKED_BACK: u64 = 50;

/// In SQL, how an open deal counts in a forecast, beside its stage: [`Model::category_in`] for whoever
/// adds up in the database.
pub const CATEGORY_OF_OPEN: &str = "coalesce(opportunity.category, stage.category)";

impl Model {
    pub fn value(&self) -> Option<Money> {
        Some(Money::new(self.value_amount?, self.value_currency.clone()))
    }

    pub fn is_open(&self) -> bool {
        self.kind == OpportunityKind::Open
    }

    /// How it counts in a forecast, where its stage lets deals count so.
    pub fn category_in(&self, of_stage: ForecastCategory) -> ForecastCategory {
        let ended = match self.kind {
            OpportunityKind::Open => Ended::NotYet,
            OpportunityKind::Won => Ended::Won,
            OpportunityKind::Lost => Ended::Lost,
        };
        rules::category::category(ended, self.category, of_stage)
    }

    /// Whose it is in figures: of one that was won, whoever won it.
    pub fn credited_to(&self) -> PersonId {
        match self.kind {
            OpportunityKind::Won => self.won_by.unwrap_or(self.owner_id),
            OpportunityKind::Open | OpportunityKind::Lost => self.owner_id,
        }
    }

    /// The day on which it ended, or is thought to end.
    pub fn close_on(&self) -> Option<Day> {
        self.closed_on.or(self.expected_close_on)
    }
}

/// The deals that the actor may view and that nobody deleted.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// The deals with this account that the actor may view.
pub fn of_account(ctx: &Ctx, account: AccountId) -> Select<Entity> {
    shown(ctx).filter(Column::AccountId.eq(account))
}

/// One of those that are shown.
pub async fn get(ctx: &Ctx, id: OpportunityId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// One that the actor may do this to: not found if it may not be seen, denied if it may.
pub async fn get_to(ctx: &Ctx, act: Act, id: OpportunityId) -> Result<Model> {
    let deal = get(ctx, id).await?;
    ctx.permit(act, Area::Pipeline, deal.owner_id).await?;
    Ok(deal)
}

/// Whether the actor may change this deal.
pub async fn may_edit(ctx: &Ctx, deal: &Model) -> Result<bool> {
    match ctx.permit(Act::Edit, Area::Pipeline, deal.owner_id).await {
        Ok(()) => Ok(true),
        Err(Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Takes a deal's next version, if it is still the one that was seen: whoever comes second is told
/// who was first. The row is held until the commit, so that two do not take the same.
pub async fn claim(tx: &Tx, deal: &Model, seen: Option<i64>) -> Result<i64> {
    let version = deal.version + 1;
    let as_seen = seen.is_none_or(|it| it == deal.version);
    let same = Condition::all().add(Column::Id.eq(deal.id)).add(Column::Version.eq(deal.version));
    let values = vec![
        (Column::Version, SimpleExpr::from(version)),
        (Column::UpdatedAt, SimpleExpr::from(tx.now)),
    ];
    let taken =
        as_seen && tx.update_where::<Entity, _>(Column::CompanyId, same, values).await? == 1;
    if taken {
        return Ok(version);
    }
    let by = last_changed_by(tx, deal.id).await?;
    Err(Error::refused(PipelineRefused::Stale { by }))
}

/// Who changed this deal last, by name.
async fn last_changed_by(ctx: &Ctx, deal: OpportunityId) -> Result<String> {
    // What others keep with it, files for one, is no change of it.
    let events = frame::stream::of_record(ctx, deal, LOOKED_BACK).await?;
    let last = events.into_iter().find(|it| it.name.starts_with("pipeline."));
    let Some(person) = last.and_then(|it| it.actor_id) else { return Ok(String::new()) };
    let person = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    Ok(person.one(ctx).await?.map(|it| it.name).unwrap_or_default())
}

/// An event about a deal, on its client's timeline.
pub fn about(deal: &Model, name: &'static str) -> Event {
    let event = Event::of(name, "opportunity", deal.id).owner(deal.owner_id);
    let event = match deal.account_id {
        Some(account) => event.about(account),
        None => event.about(deal.id),
    };
    event.with("name", deal.name.clone())
}

/// The rows of another table whose deal is theirs.
pub fn is_theirs(company: impl ColumnTrait, deal: impl ColumnTrait, whose: Whose) -> Condition {
    let theirs = Query::select()
        .expr(Expr::value(1))
        .from(Entity)
        .and_where(Column::CompanyId.into_expr().eq(company.into_expr()))
        .and_where(Column::Id.into_expr().eq(deal.into_expr()))
        .cond_where(whose.holds(Column::OwnerId))
        .to_owned();
    Condition::all().add(Expr::exists(theirs))
}

/// A deal as the API shows it in lists.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct OpportunityOut {
    pub id: OpportunityId,
    pub name: String,
    pub owner_id: PersonId,
    pub account_id: Option<AccountId>,
    /// What makes most of it: the product of its largest line, or the one that another system names.
    pub product_id: Option<ProductId>,
    /// By which another system knows it.
    pub external_key: Option<String>,
    pub pipeline: String,
    pub stage: String,
    pub kind: OpportunityKind,
    /// When it came into its stage.
    pub stage_since: Instant,
    pub engaged_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub expected_close_on: Option<Day>,
    pub value: Option<Money>,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    pub lost_reason: Option<String>,
    pub lost_note: Option<String>,
    /// Whose it was when it was won.
    pub won_by: Option<PersonId>,
    /// How its owner lets it count in the forecast; as its stage does, unless told.
    pub category: Option<ForecastCategory>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Send it back with a change, and nobody's work is overwritten unseen.
    pub version: i64,
}

impl From<Model> for OpportunityOut {
    fn from(deal: Model) -> Self {
        Self {
            value: deal.value(),
            id: deal.id,
            name: deal.name,
            owner_id: deal.owner_id,
            account_id: deal.account_id,
            product_id: deal.product_id,
            external_key: deal.external_key,
            pipeline: deal.pipeline,
            stage: deal.stage,
            kind: deal.kind,
            stage_since: deal.stage_since,
            engaged_on: deal.engaged_on,
            closed_on: deal.closed_on,
            expected_close_on: deal.expected_close_on,
            next_step: deal.next_step,
            next_step_on: deal.next_step_on,
            lost_reason: deal.lost_reason,
            lost_note: deal.lost_note,
            won_by: deal.won_by,
            category: deal.category,
            created_at: deal.created_at,
            updated_at: deal.updated_at,
            version: deal.version,
        }
    }
}
