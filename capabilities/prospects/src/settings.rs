//! The page on which a company settles to whom its prospects go, where they come from, and why one
//! is let go.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use people::{person, team};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::assignment_rule::{self, Model, RuleId, lines};
use crate::choice::{self, Choices, List};
use crate::keep_choice::{add_choice, change_choice};
use crate::keep_rule::order_rule;
use crate::rules::assign::Way;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/prospects", get(show))
        .route("/settings/prospects/rules/{rule}/move", post(turn))
        .route("/settings/prospects/choices", post(new_choice))
        .route("/settings/prospects/choices/change", post(keep_choice))
}

/// A rule in words.
struct RuleShown {
    rule: Model,
    number: usize,
    asks: String,
    goes_to: String,
    limits: String,
}

/// A list with all of its entries.
struct ListShown {
    list: List,
    title: &'static str,
    entries: Vec<choice::Model>,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    rules: Vec<RuleShown>,
    lists: Vec<ListShown>,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    settings_page(&ctx, StatusCode::OK, Faults::default()).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TurnForm {
    turn: String,
}

async fn turn(ctx: Ctx, Path(id): Path<RuleId>, Form(form): Form<TurnForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    order_rule(&tx, id, form.turn == "earlier").await?;
    tx.commit().await?;
    page::redirect("/settings/prospects")
}

/// An entry, as a form posts it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ChoiceForm {
    list: String,
    code: String,
    label_id: String,
    label_en: String,
    hidden: Option<String>,
}

impl ChoiceForm {
    fn list(&self) -> Result<List> {
        List::from_word(&self.list)
            .ok_or_else(|| Error::Malformed(format!("`{}` is no list", self.list)))
    }
}

async fn new_choice(ctx: Ctx, Form(form): Form<ChoiceForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_choice(&tx, form.list()?, &form.label_id, &form.label_en).await.map(|_| ());
    answer(tx, kept).await
}

async fn keep_choice(ctx: Ctx, Form(form): Form<ChoiceForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let labels = (form.label_id.as_str(), form.label_en.as_str());
    let hidden = form.hidden.is_some();
    let kept = change_choice(&tx, form.list()?, &form.code, labels, hidden).await.map(|_| ());
    answer(tx, kept).await
}

async fn answer(tx: Tx, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/prospects", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, faults).await
        }
    }
}

async fn settings_page(ctx: &Ctx, status: StatusCode, faults: Faults) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let choices = choice::all(ctx).await?;
    let people = person::names(ctx).await?;
    let teams = team::all(ctx).await?;
    let mut number = 0;
    let mut rules = Vec::new();
    for rule in assignment_rule::all(ctx).await? {
        // Numbered as they are asked: those that are not in force have none.
        number += usize::from(rule.retired_at.is_none());
        let named = match (rule.way, rule.person_id, rule.team_id) {
            (Way::Person, Some(person), _) => people.get(&person).cloned(),
            (_, _, Some(id)) => teams.iter().find(|it| it.id == id).map(|it| it.name.clone()),
            _ => None,
        };
        rules.push(RuleShown {
            number,
            asks: asks(ctx, &rule, &choices).await?,
            goes_to: w.goes_to(rule.way, &named.unwrap_or_default()),
            limits: limits(&rule, w),
            rule,
        });
    }
    let list =
        |list: List, title| ListShown { list, title, entries: choices.of(list).cloned().collect() };
    let page = SettingsPage {
        shell: ctx.shell("settings"),
        w,
        rules,
        lists: vec![list(List::Source, w.sources_title()), list(List::Reason, w.reasons_title())],
        faults,
    };
    page::render_as(status, &page)
}

/// What a rule asks, in words.
async fn asks(ctx: &Ctx, rule: &Model, choices: &Choices) -> Result<String> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut asks = Vec::new();
    if !rule.places.is_empty() {
        asks.push(w.asks_places(lines(&rule.places).join(", ")));
    }
    if !rule.industries.is_empty() {
        asks.push(w.asks_industries(lines(&rule.industries).join(", ")));
    }
    if !rule.sources.is_empty() {
        let sources = lines(&rule.sources);
        let named = sources.iter().map(|it| choices.label(List::Source, it, lang));
        asks.push(w.asks_sources(named.collect::<Vec<_>>().join(", ")));
    }
    if let Some(from) = rule.value_from {
        let currency = people::company::mine(ctx).await?.currency;
        asks.push(w.asks_value(kernel::money::Money::new(from, currency)));
    }
    if asks.is_empty() {
        asks.push(w.asks_nothing().to_owned());
    }
    Ok(asks.join("; "))
}

/// When somebody is full, in words.
fn limits(rule: &Model, w: Words) -> String {
    let limits = [
        rule.most_open.map(|it| w.limit_open(it)),
        rule.most_clients.map(|it| w.limit_clients(it)),
        rule.most_in_day.map(|it| w.limit_day(it)),
        rule.most_in_month.map(|it| w.limit_month(it)),
    ];
    limits.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl Words {
    fn goes_to(self, way: Way, named: &str) -> String {
        match way {
            Way::Person => self.to_person(named),
            Way::Turn => self.to_turn(named),
            Way::Least => self.to_least(named),
        }
    }
}
