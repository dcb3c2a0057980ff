//! Which deals somebody looks for, in which order, and from where on.

use frame::web::list::{Cut, Page};
use frame::{Ctx, Error, Result, text};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, PersonId, TeamId, labels};
use people::person;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Order, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use serde::{Deserialize, Serialize};

use accounts::{AccountId, account};

use crate::opportunity::{self, Column, Entity, Model, OpportunityId, OpportunityKind};
use crate::rules::DAYS_TO_RESTORE;
use crate::rules::ageing::stale_since;
use crate::stage::{Pipelines, pipelines};

labels! {
    /// The order of a list of deals.
    #[derive(Default)]
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
    pub kind: String,
    pub owner_id: String,
    /// The deals of everybody in this team.
    pub team_id: String,
    pub account_id: String,
    /// Ended, or thought to end, on this day or later.
    pub close_from: String,
    /// Ended, or thought to end, on this day or earlier.
    pub close_to: String,
    /// `yes`: longer in their stage than it expects.
    pub stale: String,
    /// `-updated`, `close`, `-amount` or `name`.
    pub sort: String,
}

impl Looked {
    /// Nothing is left out.
    pub fn is_everything(&self) -> bool {
        let filters = [&self.q, &self.pipeline, &self.stage, &self.kind, &self.owner_id];
        let more = [&self.team_id, &self.account_id, &self.close_from, &self.close_to, &self.stale];
        filters.iter().chain(&more).all(|it| it.is_empty())
    }

    /// By name, as an address says it.
    pub fn pairs(&self) -> [(&'static str, &str); 11] {
        [
            ("q", &self.q),
            ("pipeline", &self.pipeline),
            ("stage", &self.stage),
            ("kind", &self.kind),
            ("owner_id", &self.owner_id),
            ("team_id", &self.team_id),
            ("account_id", &self.account_id),
            ("close_from", &self.close_from),
            ("close_to", &self.close_to),
            ("stale", &self.stale),
            ("sort", &self.sort),
        ]
    }
}

/// Where a page of the list ended.
#[derive(Serialize, Deserialize)]
struct Key(Sort, String, OpportunityId);

/// Some of the deals that the actor may view. The ids are cut from an index alone, whatever the
/// reach; only the rows of this page are fetched.
pub async fn find_opportunities(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let sort = read("sort", &looked.sort, Sort::from_word)?.unwrap_or_default();
    let limit = cut.limit()?;
    let mut found = filtered(ctx, looked).await?;
    if let Some(Key(of, value, id)) = cut.after::<Key>()? {
        if of != sort {
            return Err(Error::Malformed("the cursor belongs to another order".to_owned()));
        }
        found = found.filter(beyond(sort, value, id)?);
    }
    let ids = ids_of(found, sort, limit + 1).into_query();
    let rows = ctx.whole_company::<Entity>().filter(Column::Id.in_subquery(ids));
    let rows = ordered_by(rows, sort, again(sort)).all(ctx).await?;
    Page::cut(rows, limit, |it| Key(sort, key_of(sort, it), it.id))
}

/// The ids of a page, in this order.
pub fn ids_of(found: Select<Entity>, sort: Sort, limit: u64) -> Select<Entity> {
    let found = ordered_by(found, sort, sorted_by(sort));
    found.select_only().column(Column::Id).limit(limit)
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
        found = found.filter(Column::OwnerId.in_subquery(members_of(ctx, team)));
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

fn members_of(ctx: &Ctx, team: TeamId) -> SelectStatement {
    Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::CompanyId.eq(ctx.actor.company))
        .and_where(person::Column::TeamId.eq(team))
        .to_owned()
}

fn ordered_by(found: Select<Entity>, sort: Sort, by: SimpleExpr) -> Select<Entity> {
    let order = if is_falling(sort) { Order::Desc } else { Order::Asc };
    found.order_by(by, order.clone()).order_by(Column::Id, order)
}

const fn is_falling(sort: Sort) -> bool {
    matches!(sort, Sort::Newest | Sort::Amount)
}

fn close_on() -> SimpleExpr {
    sorted_by(Sort::Close)
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

/// As the index of this order has it, to the letter.
fn sorted_by(sort: Sort) -> SimpleExpr {
    match sort {
        Sort::Newest => Column::UpdatedAt.into_expr(),
        Sort::Close => Expr::cust("coalesce(closed_on, expected_close_on, '9999-12-31')"),
        Sort::Amount => Expr::cust("coalesce(value_amount, -1)"),
        Sort::Name => Column::NameKey.into_expr(),
    }
}

fn beyond(sort: Sort, value: String, id: OpportunityId) -> Result<SimpleExpr> {
    let row = Expr::tuple([sorted_by(sort), Column::Id.into_expr()]);
    let value = match sort {
        Sort::Newest | Sort::Amount => {
            let wrong = |_| Error::Malformed("cursor is not one of ours".to_owned());
            SimpleExpr::from(value.parse::<i64>().map_err(wrong)?)
        }
        Sort::Close | Sort::Name => SimpleExpr::from(value),
    };
    let last = Expr::tuple([value, SimpleExpr::from(id)]);
    Ok(if is_falling(sort) { row.lt(last) } else { row.gt(last) })
}

fn key_of(sort: Sort, deal: &Model) -> String {
    match sort {
        Sort::Newest => deal.updated_at.0.to_string(),
        Sort::Close => deal.close_on().map_or("9999-12-31".to_owned(), |it| it.to_string()),
        Sort::Amount => deal.value_amount.unwrap_or(-1).to_string(),
        Sort::Name => deal.name_key.clone(),
    }
}

fn read<T>(name: &str, text: &str, as_what: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let malformed = || Error::Malformed(format!("`{name}` cannot be {text:?}"));
    as_what(text).map(Some).ok_or_else(malformed)
}
