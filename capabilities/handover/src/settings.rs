//! The company settles to whom clients go that a sales representative has won.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::handover_rule::{ActiveModel, Column, WonWay, settled};
use crate::load::executives;
use crate::rules::{HandoverRefused, MOST_GRACE_DAYS, USUAL_GRACE_DAYS};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/handover", get(show).post(submit))
}

/// Settles it.
pub async fn settle(tx: &Tx, way: WonWay, person: Option<PersonId>, grace_days: i32) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Settings)?;
    if !(0..=MOST_GRACE_DAYS).contains(&grace_days) {
        return Err(Error::refused(HandoverRefused::NoGrace));
    }
    let person = person.filter(|_| way == WonWay::Named);
    if way == WonWay::Named {
        let known = executives(tx).await?;
        if !known.iter().any(|it| Some(it.id) == person) {
            return Err(Error::refused(HandoverRefused::NobodyNamed));
        }
    }
    let before = settled(tx).await?;

    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        way: Set(way),
        person_id: Set(person),
        grace_days: Set(grace_days),
        updated_at: Set(tx.now),
    };
    let anew = [Column::Way, Column::PersonId, Column::GraceDays, Column::UpdatedAt];
    tx.put(row, OnConflict::column(Column::CompanyId).update_columns(anew).to_owned()).await?;
    let was = before.map_or(WonWay::Nobody, |it| it.way);
    tx.record(Event::of("handover.settled", "company", tx.actor.company).change(
        "way",
        was.word(),
        way.word(),
    ));
    Ok(())
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SettingsForm {
    way: String,
    person_id: String,
    grace_days: String,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    ways: Vec<(&'static str, &'static str)>,
    people: Vec<(String, String)>,
    form: SettingsForm,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let rule = settled(&ctx).await?;
    let form = SettingsForm {
        way: rule.as_ref().map_or(WonWay::Nobody, |it| it.way).word().to_owned(),
        person_id: rule
            .as_ref()
            .and_then(|it| it.person_id)
            .map(|it| it.to_string())
            .unwrap_or_default(),
        grace_days: rule.map_or(USUAL_GRACE_DAYS, |it| it.grace_days).to_string(),
    };
    settings_page(&ctx, form, Faults::default()).await
}

async fn submit(ctx: Ctx, Form(form): Form<SettingsForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let way = WonWay::from_word(&form.way).unwrap_or_default();
    let settled = match form.grace_days.trim().parse() {
        Ok(days) => settle(&tx, way, form.person_id.parse().ok(), days).await,
        Err(_) => Err(Error::refused(HandoverRefused::NoGrace)),
    };
    match settled {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/handover", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, form, faults).await
        }
    }
}

async fn settings_page(ctx: &Ctx, form: SettingsForm, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let w = Words::of(ctx.lang());
    let people = executives(ctx).await?.into_iter().map(|it| (it.id.to_string(), it.name));
    let page = SettingsPage {
        shell: ctx.shell("settings"),
        w,
        ways: WonWay::ALL.iter().map(|it| (it.word(), w.won_way(*it))).collect(),
        people: people.collect(),
        form,
        faults,
    };
    page::render_as(status, &page)
}
