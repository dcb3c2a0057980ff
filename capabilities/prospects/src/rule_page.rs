//! The page of one rule: what it asks, to whom it gives, and when somebody is full.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::Refusal;
use kernel::access::{Act, Area};
use kernel::money::Money;
use people::team;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::assignment_rule::{self, Model, RuleId, lines};
use crate::choice::{self, List};
use crate::keep_rule::{RuleFields, add_rule, change_rule};
use crate::owners::owners;
use crate::prospect_form::typed;
use crate::rules::ProspectRefused;
use crate::rules::assign::Way;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/prospects/rules/new", get(show_new).post(submit_new))
        .route("/settings/prospects/rules/{rule}", get(show).post(submit))
}

/// A rule, as a form posts it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct RuleForm {
    name: String,
    /// With commas or line breaks between, as are the next two.
    places: String,
    industries: String,
    sources: String,
    value_from: String,
    way: String,
    person_id: String,
    team_id: String,
    most_open: String,
    most_clients: String,
    most_in_day: String,
    most_in_month: String,
    retired: Option<String>,
}

impl RuleForm {
    fn of(rule: &Model, currency: &str) -> Self {
        let limit = |it: Option<i32>| it.map(|it| it.to_string()).unwrap_or_default();
        Self {
            name: rule.name.clone(),
            places: lines(&rule.places).join(", "),
            industries: lines(&rule.industries).join(", "),
            sources: lines(&rule.sources).join(", "),
            value_from: rule.value_from.map(|it| typed(it, currency)).unwrap_or_default(),
            way: rule.way.word().to_owned(),
            person_id: rule.person_id.map(|it| it.to_string()).unwrap_or_default(),
            team_id: rule.team_id.map(|it| it.to_string()).unwrap_or_default(),
            most_open: limit(rule.most_open),
            most_clients: limit(rule.most_clients),
            most_in_day: limit(rule.most_in_day),
            most_in_month: limit(rule.most_in_month),
            retired: rule.retired_at.map(|_| "on".to_owned()),
        }
    }

    fn read(&self, choices: &choice::Choices, currency: &str) -> Result<RuleFields> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let list = |typed: &str| -> Vec<String> {
            typed.split([',', ';', '\n']).filter_map(text::line).collect()
        };
        let sources = list(&self.sources).into_iter().map(|said| {
            // Whoever writes its name means its code.
            choices.meant(List::Source, &said).unwrap_or(said)
        });
        let sources = sources.collect();
        let value_from = text::line(&self.value_from).and_then(|typed| {
            let amount = accounts::rules::amount(&typed, Money::decimals(currency));
            if amount.is_none() {
                faults.push(Box::new(ProspectRefused::NoLimit("value_from")));
            }
            amount
        });
        let mut limit = |typed: &str, field| match typed.trim() {
            "" => None,
            number => {
                let read = number.parse::<i32>().ok();
                if read.is_none() {
                    faults.push(Box::new(ProspectRefused::NoLimit(field)));
                }
                read
            }
        };
        let limits = [
            limit(&self.most_open, "most_open"),
            limit(&self.most_clients, "most_clients"),
            limit(&self.most_in_day, "most_in_day"),
            limit(&self.most_in_month, "most_in_month"),
        ];
        let way = Way::from_word(&self.way);
        if way.is_none() {
            faults.push(Box::new(ProspectRefused::NoWay));
        }
        let Some(way) = way.filter(|_| faults.is_empty()) else {
            return Err(Error::Invalid(faults));
        };
        Ok(RuleFields {
            name: self.name.clone(),
            places: list(&self.places),
            industries: list(&self.industries),
            sources,
            value_from,
            way,
            person: self.person_id.trim().parse().ok(),
            team: self.team_id.trim().parse().ok(),
            most_open: limits[0],
            most_clients: limits[1],
            most_in_day: limits[2],
            most_in_month: limits[3],
            retired: self.retired.is_some(),
        })
    }
}

#[derive(Template)]
#[template(path = "rule_page.html")]
struct RulePage {
    shell: Shell,
    w: Words,
    title: &'static str,
    form: RuleForm,
    ways: Vec<(String, String)>,
    people: Vec<(String, String)>,
    teams: Vec<(String, String)>,
    /// The names of the sources, to choose from.
    sources: String,
    currency: String,
    faults: Faults,
}

async fn show_new(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let form = RuleForm { way: Way::Turn.word().to_owned(), ..RuleForm::default() };
    rule_page(&ctx, true, form, None).await
}

async fn show(ctx: Ctx, Path(id): Path<RuleId>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let rule = assignment_rule::get(&ctx, id).await?;
    let currency = people::company::mine(&ctx).await?.currency;
    rule_page(&ctx, false, RuleForm::of(&rule, &currency), None).await
}

async fn submit_new(ctx: Ctx, Form(form): Form<RuleForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match read(&tx, &form).await {
        Ok(fields) => add_rule(&tx, fields).await,
        Err(error) => Err(error),
    };
    answer(tx, true, form, kept).await
}

async fn submit(ctx: Ctx, Path(id): Path<RuleId>, Form(form): Form<RuleForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match read(&tx, &form).await {
        Ok(fields) => change_rule(&tx, id, fields).await,
        Err(error) => Err(error),
    };
    answer(tx, false, form, kept).await
}

async fn read(tx: &Tx, form: &RuleForm) -> Result<RuleFields> {
    tx.permit_company(Act::Edit, Area::Settings)?;
    let currency = people::company::mine(tx).await?.currency;
    form.read(&choice::all(tx).await?, &currency)
}

async fn answer(tx: Tx, is_new: bool, form: RuleForm, kept: Result<Model>) -> Result<Response> {
    match kept {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/prospects", said)
        }
        Err(error) => rule_page(&tx, is_new, form, Some(error)).await,
    }
}

async fn rule_page(
    ctx: &Ctx,
    is_new: bool,
    form: RuleForm,
    refused: Option<Error>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let ways =
        [(Way::Turn, w.way_turn()), (Way::Least, w.way_least()), (Way::Person, w.way_person())];
    let choices = choice::all(ctx).await?;
    let sources: Vec<&str> = choices.offered(List::Source).map(|it| it.label(lang)).collect();
    let people = owners(ctx, Act::Edit).await?.into_iter();
    let teams = team::all(ctx).await?.into_iter();
    let page = RulePage {
        shell: ctx.shell("settings"),
        w,
        title: if is_new { w.rule_new() } else { w.rule_edit() },
        form,
        ways: ways.map(|it| (it.0.word().to_owned(), it.1.to_owned())).to_vec(),
        people: people.map(|(id, name)| (id.to_string(), name)).collect(),
        teams: teams.map(|it| (it.id.to_string(), it.name)).collect(),
        sources: w.sources_help(sources.join(", ")),
        currency: people::company::mine(ctx).await?.currency,
        faults,
    };
    page::render_as(status, &page)
}
