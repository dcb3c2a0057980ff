//! A company begins with the lists of an industry: what is missing is added, what is there stays.

use accounts::{Choice, Circle, FieldSettings, add_field, add_industry, add_tag};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::Lang;
use kernel::access::{Act, Area};
use onboarding::rules::Whose;
use onboarding::{ChecklistFields, StepFields, add_checklist};
use people::company;
use pipeline::{Labels, StageFields, add_whole_pipeline};
use sea_orm::ActiveValue::Set;
use tasks::{Step, TemplateFields, add_template};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use visits::{OutcomeFields, add_outcome};

use crate::known::plan;
use crate::list_starters::StarterUseOut;
use crate::rules::{ItemKind, Label, StarterRefused, Wanted};
use crate::show_starter::starter_page;
use crate::starter::{self, Starter};
use crate::starter_item;
use crate::starter_use::{ActiveModel, Model};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/starters/{starter}", post(submit)).routes(routes!(create))
}

/// Adds whatever of a starter is not there yet, and keeps what that was.
pub async fn use_starter(tx: &Tx, code: &str) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let starter = starter::named(code).ok_or(Error::NotFound)?;
    let lang = company::mine(tx).await?.lang;
    let missing: Vec<Wanted> = plan(tx, starter)
        .await?
        .into_iter()
        .filter(|it| !it.is_there)
        .map(|it| it.wanted)
        .collect();
    if missing.is_empty() {
        return Err(Error::refused(StarterRefused::NothingNew));
    }

    let used = Model {
        company_id: tx.actor.company,
        id: tx.id(),
        starter: code.to_owned(),
        person_id: tx.actor.somebody(),
        used_at: tx.now,
        undone_at: None,
    };
    let used = tx.add::<Model, ActiveModel>(used).await?;
    let mut items = Vec::with_capacity(missing.len());
    for (number, wanted) in (1..).zip(missing) {
        items.push(starter_item::ActiveModel {
            company_id: Set(tx.actor.company),
            use_id: Set(used.id),
            number: Set(number),
            kind: Set(wanted.kind),
            item: Set(add(tx, starter, &wanted, lang).await?),
            label_id: Set(wanted.label.id),
            label_en: Set(wanted.label.en),
            removed_at: Set(None),
        });
    }
    let count = items.len();
    tx.insert_all(items).await?;

    tx.record(event("starters.used", &used).with("items", count));
    Ok(used)
}

pub fn event(name: &'static str, used: &Model) -> Event {
    Event::of(name, "starter-use", used.id).with("starter", used.starter.clone())
}

/// Adds one thing by the verb that adds it by hand; answers by what its table knows it.
async fn add(tx: &Tx, starter: &Starter, wanted: &Wanted, lang: Lang) -> Result<String> {
    let at = wanted.number;
    let gone = || Error::NotFound;
    Ok(match wanted.kind {
        ItemKind::Industry => add_industry(tx, wanted.label.of(lang)).await?,
        ItemKind::Tag => add_tag(tx, wanted.label.of(lang)).await?.to_string(),
        ItemKind::Field => {
            let it = starter.fields.get(at).ok_or_else(gone)?;
            let choice = |it: &Label| Choice {
                code: String::new(),
                id: it.id.clone(),
                en: it.en.clone(),
                hidden: false,
            };
            let settings = FieldSettings {
                label_id: it.label.id.clone(),
                label_en: it.label.en.clone(),
                help_id: it.help.id.clone(),
                help_en: it.help.en.clone(),
                choices: it.choices.iter().map(choice).collect(),
                limits: it.limits.clone(),
                required: false,
                in_list: it.in_list,
                seen_by: Circle::Everybody,
                kept_by: Circle::Everybody,
                hidden: false,
            };
            add_field(tx, it.record, it.kind, settings).await?.id.to_string()
        }
        ItemKind::Pipeline => {
            let it = starter.pipelines.get(at).ok_or_else(gone)?;
            let stages = it.stages.iter().map(|stage| {
                let fields = StageFields {
                    labels: labels(&stage.label),
                    probability: stage.probability,
                    expected_days: stage.expected_days,
                    category: stage.category,
                    retired: false,
                };
                (stage.kind, fields)
            });
            add_whole_pipeline(tx, &labels(&it.label), stages.collect()).await?.code
        }
        ItemKind::Outcome => {
            let it = starter.outcomes.get(at).ok_or_else(gone)?;
            let labels =
                visits::Labels { label_id: it.label.id.clone(), label_en: it.label.en.clone() };
            let (effective, asks_note) = (it.effective, it.asks_note);
            let fields = OutcomeFields { labels, effective, asks_note, hidden: false };
            add_outcome(tx, fields).await?.code
        }
        ItemKind::Tasks => {
            let it = starter.tasks.get(at).ok_or_else(gone)?;
            let steps = it.steps.iter().map(|step| Step {
                text: step.text.of(lang).to_owned(),
                days: step.days,
                counted: step.counted,
            });
            let fields =
                TemplateFields { name: it.name.of(lang).to_owned(), steps: steps.collect() };
            add_template(tx, fields).await?.id.to_string()
        }
        ItemKind::Checklist => {
            let it = starter.checklists.get(at).ok_or_else(gone)?;
            let steps = it.steps.iter().map(|step| StepFields {
                kind: step.kind,
                label_id: step.label.id.clone(),
                label_en: step.label.en.clone(),
                days: step.days,
                whose: Whose::Owner,
                role: None,
                person: None,
            });
            // Whichever language the industry was written down in.
            let industries = it.industries.iter().flat_map(|it| [it.id.clone(), it.en.clone()]);
            let fields = ChecklistFields {
                label_id: it.label.id.clone(),
                label_en: it.label.en.clone(),
                industries: industries.collect(),
                retired: false,
                steps: steps.collect(),
            };
            add_checklist(tx, fields).await?.code
        }
    })
}

fn labels(label: &Label) -> Labels {
    Labels { label_id: label.id.clone(), label_en: label.en.clone() }
}

// In the browser.

async fn submit(ctx: Ctx, Path(code): Path<String>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match use_starter(&tx, &code).await {
        Ok(used) => {
            let added = starter_item::of(&tx, used.id).await?.len();
            let said = Words::of(tx.lang()).added(i64::try_from(added).unwrap_or(i64::MAX));
            tx.commit().await?;
            let undo = format!("/settings/starters/uses/{}/undo", used.id);
            page::redirect_undoable(&format!("/settings/starters/{code}"), &said, &undo)
        }
        Err(error) if error.is_refusal() => starter_page(&tx, &code, Some(error)).await,
        Err(error) => Err(error),
    }
}

// In the API.

/// Add whatever of a starter is not there yet
#[utoipa::path(
    post,
    path = "/api/v1/starters/{starter}/uses",
    tag = "starters",
    params(("starter" = String, Path)),
    responses(
        (status = 201, body = StarterUseOut),
        (status = 422, description = "All of it is there already", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Path(code): Path<String>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let used = use_starter(&tx, &code).await?;
    let out = StarterUseOut::of(&tx, used).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}
