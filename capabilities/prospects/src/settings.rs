//! The page on which a company settles to whom its prospects go, where they come from, and why one
//! is let go.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use people::{person, team};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::assignment_rule::{self, Model, RuleId, lines};
use crate::choice::{self, Choices, List};
use crate::keep_choice::ChoiceForm;
use crate::keep_rule::order_rule;
use crate::rules::assign::Way;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/prospects", get(show))
        .route("/settings/prospects/rules/{rule}/move", post(turn))
}

/// A rule in words.
struct RuleShown {
    rule: Model,
    number: usize,
    asks: String,
    goes_to: String,
    limits: String,
}

/// A list with all of its entries, and the form that adds one.
struct ListShown {
    title: &'static str,
    entries: Vec<Entry>,
    new: Entry,
}

/// A form of the page: what stands in it, and what is wrong with that.
struct Entry {
    /// Tells its inputs from those of the same name in other forms.
    number: usize,
    typed: ChoiceForm,
    faults: Faults,
}

impl Entry {
    /// The id of an input.
    fn input(&self, name: &str) -> String {
        format!("{name}-{}", self.number)
    }
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    rules: Vec<RuleShown>,
    lists: Vec<ListShown>,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    settings_page(&ctx, None).await
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

/// The page; the form of an entry that was refused stands in it as it was typed.
pub async fn settings_page(
    ctx: &Ctx,
    mut refused: Option<(ChoiceForm, Faults)>,
) -> Result<Response> {
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
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
    let mut forms = 0;
    let mut form = |stored: ChoiceForm| {
        forms += 1;
        let typed = refused.take_if(|it| it.0.is_same(&stored));
        let (typed, faults) = typed.unwrap_or_else(|| (stored, Faults::default()));
        Entry { number: forms, typed, faults }
    };
    let mut list = |list: List, title| ListShown {
        title,
        entries: choices.of(list).map(|it| form(ChoiceForm::of(it))).collect(),
        new: form(ChoiceForm::new(list)),
    };
    let lists = vec![list(List::Source, w.sources_title()), list(List::Reason, w.reasons_title())];
    // It is of an entry that is not there.
    if refused.is_some() {
        return Err(Error::NotFound);
    }
    let page = SettingsPage { shell: ctx.shell("settings"), w, rules, lists };
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
