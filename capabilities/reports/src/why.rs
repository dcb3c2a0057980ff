//! Every rate lists the visits that it counts, and those that it could have counted.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Query, list, page};
use frame::{App, Ctx, Error, Result};
use kernel::labels;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use visits::{VisitId, shown, visit};

use crate::productivity::percent;
use crate::weigh::{Looked, weigh};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/team/productivity/why", get(show))
}

labels! {
    /// One of the three rates.
    pub enum Which {
        Pjp = "pjp",
        Call = "call",
        Route = "route",
    }
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default = "first")]
    rate: Which,
}

/// The rate that is shown when none is asked for.
fn first() -> Which {
    Which::Pjp
}

/// So many of each kind are listed; a shorter period shows all.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "why.html")]
struct WhyPage {
    shell: Shell,
    w: Words,
    title: &'static str,
    lead: &'static str,
    back: String,
    percent: String,
    parts: String,
    counted: Vec<Line>,
    others: Vec<Line>,
    counted_title: &'static str,
    others_title: &'static str,
}

struct Line {
    id: VisitId,
    client: String,
    person: String,
    day: String,
    turn: String,
    made: String,
    state: &'static str,
    look: &'static str,
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let weighed = weigh(&ctx, &looked).await?;
    let w = Words::of(ctx.lang());
    let rates = &weighed.total.rates;
    let (rate, title, lead, counted_title, others_title) = match asked.rate {
        Which::Pjp => {
            (&rates.pjp, w.pjp(), w.why_pjp(), w.planned_and_made(), w.planned_not_made())
        }
        Which::Call => (
            &rates.call_compliance,
            w.call_rate(),
            w.why_call(),
            w.planned_and_made(),
            w.made_unplanned(),
        ),
        Which::Route => (
            &rates.route_compliance,
            w.route_rate(),
            w.why_route(),
            w.in_sequence(),
            w.out_of_sequence(),
        ),
    };
    let name = |id| weighed.people.iter().find(|it| it.id == id).map(|it| it.name.clone());
    let mut parts = Vec::with_capacity(2);
    for ids in [&rate.counted, &rate.others] {
        let ids: BTreeSet<VisitId> = ids.iter().copied().take(MOST).collect();
        let found = ctx
            .find::<visit::Entity>()
            .filter(visit::Column::Id.is_in(ids))
            .order_by_asc(visit::Column::Day)
            .order_by_asc(visit::Column::OwnerId)
            .order_by_asc(visit::Column::ArrivedAt)
            .all(&ctx)
            .await?;
        let line = |it: shown::Shown| Line {
            id: it.visit.id,
            person: name(it.visit.owner_id).unwrap_or_default(),
            day: ctx.lang().day(it.visit.day),
            turn: if it.visit.planned { it.visit.sequence.to_string() } else { "—".to_owned() },
            client: it.client,
            made: it.made,
            state: it.state,
            look: it.look,
        };
        let lines: Vec<Line> = shown::shown(&ctx, found).await?.into_iter().map(line).collect();
        parts.push(lines);
    }
    let (Some(others), Some(counted)) = (parts.pop(), parts.pop()) else {
        return Err(Error::NotFound);
    };
    page::render(&WhyPage {
        shell: ctx.shell("reports"),
        w,
        title,
        lead,
        back: list::address("/team/productivity", &looked, None)?,
        percent: percent(rate, ctx.lang()),
        parts: format!("{}/{}", rate.part(), rate.whole()),
        counted,
        others,
        counted_title,
        others_title,
    })
}
