//! Somebody takes out how teams stand, and what is asked of them.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::Chosen;
use frame::web::take_out::{Cell, Form, Head, List, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::picking::picked;
use crate::rules::Period;
use crate::standing::today;
use crate::target::{self, TargetMeasure};
use crate::targets::{self, Looked};
use crate::team_forecast::{branches, lines, may_look};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/forecast/team.csv", get(team))
        .route("/forecast/team.xlsx", get(team))
        .route("/forecast/targets.csv", get(targets))
        .route("/forecast/targets.xlsx", get(targets))
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Asked {
    period: String,
}

async fn team(ctx: Ctx, form: Form, Query(asked): Query<Asked>) -> Result<Response> {
    may_look(&ctx)?;
    let w = Words::of(ctx.lang());
    let period = picked(&ctx, &asked.period).await?;
    let list = List {
        area: Area::Forecast,
        event: "forecast.exported",
        name: w.export_name(),
        looked: &asked,
        columns: Chosen::default(),
    };
    take_out(ctx, form, list, |ctx| Team { ctx, w, period, done: false }).await
}

struct Team {
    ctx: Ctx,
    w: Words,
    period: Period,
    done: bool,
}

impl Rows for Team {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.who_label(),
            w.team_label(),
            w.period_label(),
            w.currency_label(),
            w.target_label(),
            w.won_label(),
            w.commit_label(),
            w.best_case_label(),
            w.pipeline_label(),
            w.weighted_label(),
            w.called_label(),
            w.adjusted_label(),
            w.expected_label(),
            w.pace_label(),
            w.said_label(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        if std::mem::replace(&mut self.done, true) {
            return Ok(Vec::new());
        }
        let (w, period) = (self.w, self.period);
        let elapsed = period.elapsed(today(&self.ctx).await?);
        let branches = branches(&self.ctx, period, None).await?;
        let rows = lines(&branches).map(|(branch, member, currency, it)| {
            let money = |amount: i64| Cell::money(amount, currency);
            let team = branch.team.as_ref().map_or("", |it| it.name.as_str());
            vec![
                Cell::text(member.seller.name.as_str()),
                Cell::text(team),
                Cell::text(period.to_string()),
                Cell::text(currency.as_str()),
                Cell::perhaps(it.target, money),
                money(it.won),
                money(it.commit),
                money(it.best_case),
                money(it.pipeline),
                money(it.weighted_amount()),
                Cell::perhaps(it.called, money),
                Cell::perhaps(it.adjusted, money),
                money(it.expected()),
                Cell::text(w.pace(it.pace(elapsed))),
                Cell::perhaps(member.word.as_ref(), |it| Cell::text(w.state(it.forecast.state))),
            ]
        });
        Ok(rows.collect())
    }
}

async fn targets(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    may_look(&ctx)?;
    let w = Words::of(ctx.lang());
    let (measure, year) = (looked.measure(), looked.year(&ctx).await?);
    let list = List {
        area: Area::Forecast,
        event: "forecast.exported",
        name: w.export_targets_name(),
        looked: &looked,
        columns: Chosen::default(),
    };
    take_out(ctx, form, list, |ctx| Targets { ctx, w, measure, year, done: false }).await
}

struct Targets {
    ctx: Ctx,
    w: Words,
    measure: TargetMeasure,
    year: Period,
    done: bool,
}

impl Rows for Targets {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.who_label(),
            w.period_label(),
            w.target_label(),
            w.currency_label(),
            w.measure_label(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        if std::mem::replace(&mut self.done, true) {
            return Ok(Vec::new());
        }
        let names = targets::lines(&self.ctx).await?;
        let mut rows = target::of(&self.ctx, self.measure, self.year).await?;
        let name = |holder| names.iter().find(|it| it.holder.id() == holder);
        rows.retain(|it| name(it.holder_id).is_some());
        rows.sort_by(|one, other| {
            let key = |it: &target::Model| (it.holder_id, it.currency.clone(), it.month.clone());
            key(one).cmp(&key(other))
        });
        let rows = rows.into_iter().map(|it| {
            let who = name(it.holder_id).map_or("", |it| it.name.as_str());
            let amount = match it.currency.as_str() {
                "" => Cell::count(it.amount),
                currency => Cell::money(it.amount, currency),
            };
            vec![
                Cell::text(who),
                Cell::text(it.month),
                amount,
                Cell::text(it.currency),
                Cell::text(self.w.measure(it.measure)),
            ]
        });
        Ok(rows.collect())
    }
}
