//! How people stand in a period now: what they won, stand by, hope for and have under way, with the
//! deals behind it.

use std::collections::{BTreeMap, BTreeSet};

use accounts::account;
use frame::{Ctx, Result};
use kernel::access::{Act, Area, Role, Roles};
use kernel::{Day, PersonId, TeamId};
use people::company;
use people::person::{self, PersonStatus};
use pipeline::opportunity::{self, Column, Entity};
use pipeline::{ForecastCategory, OpportunityId, OpportunityKind, stage};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QuerySelect};

use crate::forecast_deal::order;
use crate::rules::figures::{ByCurrency, Counted, Kind};
use crate::rules::{Figures, Period};
use crate::target::{self, TargetMeasure};

/// A list that is shown is no longer than this.
const MOST: u64 = 2_000;
/// So many people are asked for by one statement.
const AT_ONCE: usize = 500;

/// Somebody who sells, in the actor's reach.
#[derive(Clone, Debug)]
pub struct Seller {
    pub id: PersonId,
    pub name: String,
    pub team: Option<TeamId>,
    pub left: bool,
}

type Row = (PersonId, String, Option<TeamId>, PersonStatus, Roles);

/// The day on the company's own calendar, by which its periods begin and end.
pub async fn today(ctx: &Ctx) -> Result<Day> {
    Ok(ctx.now.day(&company::known(ctx).await?.zone))
}

/// Those whose forecasts the actor sees, by name. Whoever left is among them: what they won stays.
pub async fn sellers(ctx: &Ctx) -> Result<Vec<Seller>> {
    use person::Column;
    let people = person::reached(ctx, Act::View, Area::Forecast)
        .select_only()
        .columns([Column::Id, Column::Name, Column::TeamId, Column::Status, Column::Roles])
        .limit(MOST);
    let rows: Vec<Row> = people.into_tuple().all(ctx).await?;
    let sellers = rows.into_iter().filter(|it| sells(&it.4));
    Ok(sellers
        .map(|(id, name, team, status, _)| Seller {
            id,
            name,
            team,
            left: status == PersonStatus::Left,
        })
        .collect())
}

/// Whether somebody may have deals, and so something to say of a period.
pub fn sells(roles: &Roles) -> bool {
    [Role::Manager, Role::TeamLead, Role::AccountExecutive, Role::SalesRepresentative]
        .into_iter()
        .any(|it| roles.has(it))
}

/// A deal as it counts now.
#[derive(Clone, Debug)]
pub struct Behind {
    pub id: OpportunityId,
    pub person: PersonId,
    pub name: String,
    pub client: String,
    pub stage: String,
    pub category: ForecastCategory,
    pub probability: i32,
    pub amount: Option<i64>,
    pub currency: String,
    pub close_on: Day,
}

impl Behind {
    fn counted(&self) -> Counted {
        let kind = match self.category {
            ForecastCategory::Closed => Kind::Won,
            ForecastCategory::Commit => Kind::Commit,
            ForecastCategory::BestCase => Kind::BestCase,
            ForecastCategory::Pipeline => Kind::Pipeline,
            ForecastCategory::Omitted => Kind::Omitted,
        };
        Counted { kind, amount: self.amount.unwrap_or(0), probability: self.probability }
    }
}

/// One person in a period.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    pub by: ByCurrency,
    /// The surest first.
    pub deals: Vec<Behind>,
    pub won_deals: i64,
    /// How many wins are asked for.
    pub asked_deals: Option<i64>,
}

impl Standing {
    /// Puts in what the person said last, of money in which they have no deals, too.
    pub fn hear(&mut self, said: &ByCurrency) {
        for (currency, word) in said {
            if word.called.or(word.adjusted).is_some() {
                let figures = self.by.entry(currency.clone()).or_default();
                (figures.called, figures.adjusted) = (word.called, word.adjusted);
            }
        }
    }
}

/// How these people stand. The caller may see their forecasts.
pub async fn standings(
    ctx: &Ctx,
    people: &[PersonId],
    period: Period,
) -> Result<BTreeMap<PersonId, Standing>> {
    let mut all: BTreeMap<PersonId, Standing> =
        people.iter().map(|it| (*it, Standing::default())).collect();
    for some in people.chunks(AT_ONCE) {
        for deal in behind(ctx, some, period).await? {
            if let Some(standing) = all.get_mut(&deal.person) {
                standing.won_deals += i64::from(deal.category == ForecastCategory::Closed);
                standing.deals.push(deal);
            }
        }
    }
    for standing in all.values_mut() {
        let key = |it: &Behind| (order(it.category), std::cmp::Reverse(it.amount), it.id);
        standing.deals.sort_by_key(key);
        let currencies: BTreeSet<String> =
            standing.deals.iter().map(|it| it.currency.clone()).collect();
        for currency in currencies {
            let deals = standing.deals.iter().filter(|it| it.currency == currency);
            let figures = Figures::count(deals.map(Behind::counted));
            standing.by.insert(currency, figures);
        }
    }
    for ((holder, currency), amount) in target::asked(ctx, TargetMeasure::WonValue, period).await? {
        if let Some(standing) = all.get_mut(&PersonId(holder)) {
            standing.by.entry(currency).or_default().target = Some(amount);
        }
    }
    for ((holder, _), count) in target::asked(ctx, TargetMeasure::WonDeals, period).await? {
        if let Some(standing) = all.get_mut(&PersonId(holder)) {
            standing.asked_deals = Some(count);
        }
    }
    Ok(all)
}

/// Deals that were won in the period by these people, and those of theirs that are thought to end
/// in it.
async fn behind(ctx: &Ctx, people: &[PersonId], period: Period) -> Result<Vec<Behind>> {
    let (from, to) = (period.first_day(), period.last_day());
    let people = || people.iter().copied();
    let credited = Expr::cust("coalesce(opportunity.won_by, opportunity.owner_id)");
    let won = Condition::all()
        .add(Column::Kind.eq(OpportunityKind::Won))
        .add(Column::ClosedOn.gte(from))
        .add(Column::ClosedOn.lte(to))
        .add(credited.is_in(people()));
    let open = Condition::all()
        .add(Column::Kind.eq(OpportunityKind::Open))
        .add(Column::ExpectedCloseOn.gte(from))
        .add(Column::ExpectedCloseOn.lte(to))
        .add(Column::OwnerId.is_in(people()));
    let deals = ctx
        .whole_company::<Entity>()
        .filter(Column::HiddenAt.is_null())
        .filter(Condition::any().add(won).add(open))
        .all(ctx)
        .await?;
    let clients = account::names(ctx, deals.iter().filter_map(|it| it.account_id)).await?;
    let known = stage::pipelines(ctx).await?;
    let lang = ctx.lang();
    let behind = deals.into_iter().filter_map(|deal: opportunity::Model| {
        let stage = known.stage(&deal.pipeline, &deal.stage);
        let client = deal.account_id.and_then(|it| clients.get(&it).cloned());
        Some(Behind {
            close_on: deal.close_on()?,
            id: deal.id,
            person: deal.credited_to(),
            client: client.unwrap_or_default(),
            stage: stage.map_or(&deal.stage[..], |it| it.label(lang)).to_owned(),
            category: known.category_of(&deal),
            probability: stage.map_or(0, |it| it.probability),
            amount: deal.value_amount,
            currency: deal.value_currency,
            name: deal.name,
        })
    });
    Ok(behind.collect())
}

/// How many open deals of somebody have no day on which they may end, and so count in no period.
pub async fn undated(ctx: &Ctx, person: PersonId) -> Result<u64> {
    let deals = ctx
        .whole_company::<Entity>()
        .filter(Column::HiddenAt.is_null())
        .filter(Column::Kind.eq(OpportunityKind::Open))
        .filter(Column::OwnerId.eq(person))
        .filter(Column::ExpectedCloseOn.is_null());
    Ok(deals.count(ctx).await?)
}
