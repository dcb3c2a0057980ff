//! Which deals somebody looks for, in which order, and from where on.

use frame::ahead::one_of;
use frame::web::list::{Cut, Ordered, Page, read};
use frame::{Ctx, Result, text};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId, TeamId, labels};
use people::person;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, QueryTrait, Select};
use serde::{Deserialize, Serialize};

use accounts::{AccountId, account};

use crate::opportunity::{self, Column, Entity, Model, OpportunityId, OpportunityKind};
use crate::rules::DAYS_TO_RESTORE;
use crate::rules::ageing::stale_since;
use crate::stage::{Pipelines, pipelines};

labels! {
    /// The order of a list of deals.
    #[derive(Default)]
    #[schema(as = OpportunitySort)]
    pub enum Sort {
        /// What changed last comes first.
        #[default]
        Newest = "-updated",
        /// What ends first comes first.
        Close = "close",
        /// What is worth most comes first, whatever the currency.
        Amount = "-amount",
        Name = "name",
    }
}

/// What somebody looks for, as the address says it; what is empty does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the deal's name or its client's.
    pub q: String,
    /// The code of a pipeline.
    pub pipeline: String,
    /// The code of a stage.
    pub stage: String,
    /// `open`, `won`, `lost`, or `deleted`.
    #[param(pattern = "^(open|won|lost|deleted)?$")]
    pub kind: String,
    #[param(value_type = Option<PersonId>)]
    pub owner_id: String,
    /// The deals of everybody in this team.
    #[param(value_type = Option<TeamId>)]
    pub team_id: String,
    #[param(value_type = Option<AccountId>)]
    pub account_id: String,
    /// Ended, or thought to end, on this day or later.
    #[param(value_type = Option<Day>)]
    pub close_from: String,
    /// Ended, or thought to end, on this day or earlier.
    #[param(value_type = Option<Day>)]
    pub close_to: String,
    /// `yes`: longer in their stage than it expects.
    #[param(pattern = "^(yes)?$")]
    pub stale: String,
    /// `-updated`, `close`, `-amount` or `name`.
    #[param(pattern = "^(-updated|close|-amount|name)?$")]
    pub sort: String,
}

/// Some of the deals that the actor may view. The ids are cut from an index alone, whatever the
/// reach; only the rows of this page are fetched.
pub async fn find_opportunities(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let sort = read("sort", &looked.sort, Sort::from_word)?.unwrap_or_default();
    let limit = cut.limit()?;
    let mut found = filtered(ctx, looked).await?;
    if let Some(beyond) = sort.after(cut)? {
        found = found.filter(beyond);
    }
    let ids = ids_of(found, sort, limit + 1).into_query();
    let rows = ctx.whole_company::<Entity>().filter(one_of(ctx, Column::Id.into_expr(), ids));
    let rows = sort.order_by(rows, again(sort)).all(ctx).await?;
    sort.page(rows, limit)
}

/// The ids of a page, in this order.
pub fn ids_of(found: Select<Entity>, sort: Sort, limit: u64) -> Select<Entity> {
    sort.order(found).select_only().column(Column::Id).limit(limit)
}

/// The deals that fit.
pub async fn filtered(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    let mut found = if looked.kind == "deleted" {
        let since = ctx.now.plus_days(-DAYS_TO_RESTORE);
        ctx.find::<Entity>().filter(Column::HiddenAt.gte(since))
    } else {
        opportunity::shown(ctx)
    };
    if looked.kind != "deleted"
        && let Some(kind) = read("kind", &looked.kind, OpportunityKind::from_word)?
    {
        found = found.filter(Column::Kind.eq(kind));
    }
    for (column, word) in [(Column::Pipeline, &looked.pipeline), (Column::Stage, &looked.stage)] {
        if !word.is_empty() {
            found = found.filter(column.eq(word.as_str()));
        }
    }
    if let Some(owner) = read("owner_id", &looked.owner_id, |it| it.parse::<PersonId>().ok())? {
        found = found.filter(Column::OwnerId.eq(owner));
    }
    if let Some(team) = read("team_id", &looked.team_id, |it| it.parse::<TeamId>().ok())? {
        found = found.filter(Column::OwnerId.in_subquery(person::of_team(ctx, team)));
    }
    if let Some(id) = read("account_id", &looked.account_id, |it| it.parse::<AccountId>().ok())? {
        found = found.filter(Column::AccountId.eq(id));
    }
    let day = |it: &str| it.parse::<Day>().ok();
    if let Some(from) = read("close_from", &looked.close_from, day)? {
        found = found.filter(close_on().gte(from.to_string()));
    }
    if let Some(to) = read("close_to", &looked.close_to, day)? {
        found = found.filter(close_on().lte(to.to_string()));
    }
    let yes = |it: &str| (it == "yes").then_some(());
    if read("stale", &looked.stale, yes)?.is_some() {
        let known = pipelines(ctx).await?;
        found = found.filter(is_stale(&known, ctx.now));
    }
    if let Some(words) = text::line(&looked.q) {
        found = found.filter(speaks_of(ctx, &words));
    }
    Ok(found)
}

/// Deals that have stood in their stage for longer than it expects.
fn is_stale(pipelines: &Pipelines, now: Instant) -> Condition {
    let mut any = Condition::any().add(Expr::value(false));
    for stage in pipelines.all() {
        let Some(days) = stage.expected_days else { continue };
        any = any.add(
            Condition::all()
                .add(Column::Pipeline.eq(stage.pipeline.as_str()))
                .add(Column::Stage.eq(stage.code.as_str()))
                .add(Column::StageSince.lte(stale_since(now, days))),
        );
    }
    any
}

/// Deals in whose name this stands, or in their client's.
fn speaks_of(ctx: &Ctx, words: &str) -> Condition {
    let anywhere = LikeExpr::new(text::like(&text::key(words))).escape('\\');
    let any = Condition::any().add(Column::NameKey.like(anywhere.clone()));
    if !ctx.may(Act::View, Area::Accounts) {
        return any;
    }
    let clients = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account::Column::NameKey.like(anywhere))
        .to_owned();
    any.add(Column::AccountId.in_subquery(clients))
}

impl Ordered for Sort {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        match self {
            Self::Newest => Column::UpdatedAt.into_expr(),
            Self::Close => Expr::cust("coalesce(closed_on, expected_close_on, '9999-12-31')"),
            Self::Amount => Expr::cust("coalesce(value_amount, -1)"),
            Self::Name => Column::NameKey.into_expr(),
        }
    }

    fn falls(self) -> bool {
        matches!(self, Self::Newest | Self::Amount)
    }

    fn counts(self) -> bool {
        matches!(self, Self::Newest | Self::Amount)
    }

    fn value(self, deal: &Model) -> String {
        match self {
            Self::Newest => deal.updated_at.0.to_string(),
            Self::Close => deal.close_on().map_or("9999-12-31".to_owned(), |it| it.to_string()),
            Self::Amount => deal.value_amount.unwrap_or(-1).to_string(),
            Self::Name => deal.name_key.clone(),
        }
    }

    fn id(deal: &Model) -> OpportunityId {
        deal.id
    }
}

fn close_on() -> SimpleExpr {
    Sort::Close.by()
}

/// The same order once more, in a form that no index has: a page of rows is sorted, and SQLite
/// does not walk a whole index to find fifty of them in order.
fn again(sort: Sort) -> SimpleExpr {
    match sort {
        Sort::Newest => Expr::cust("updated_at + 0"),
        Sort::Close => Expr::cust("coalesce(closed_on, expected_close_on, '9999-12-31') || ''"),
        Sort::Amount => Expr::cust("coalesce(value_amount, -1) + 0"),
        Sort::Name => Expr::cust("name_key || ''"),
    }
}
