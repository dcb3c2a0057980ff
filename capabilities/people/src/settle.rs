//! An administrator settles what holds for the whole company.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Lang, Zone, country};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use serde_json::Value as Json;
use utoipa_axum::router::OpenApiRouter;

use crate::bounds::{CURRENCIES, ZONES, settings_faults};
use crate::company::{self, PHOTO_WORDS, Settings};
use crate::rules::PersonRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings", get(show).post(submit))
}

/// What a company says of itself, and what it has settled.
#[derive(Clone, Debug)]
pub struct Settled {
    pub name: String,
    pub zone: Zone,
    pub currency: String,
    pub lang: Lang,
    pub settings: Settings,
}

/// Settles it; what changed stands in the audit.
pub async fn settle(tx: &Tx, new: Settled) -> Result<company::Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = company::mine(tx).await?;
    let name = frame::text::line(&new.name).ok_or(Error::refused(PersonRefused::NoCompanyName))?;
    if new.currency != before.currency && !CURRENCIES.contains(&new.currency.as_str()) {
        return Err(Error::refused(PersonRefused::UnknownCurrency));
    }
    let faults = settings_faults(&new.settings);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }

    let mut row = before.clone().into_active_model();
    row.name = Set(name);
    row.zone = Set(new.zone);
    row.currency = Set(new.currency);
    row.lang = Set(new.lang);
    row.settings = Set(serde_json::to_string(&new.settings)?);
    let after = tx.update(row).await?;

    let event = Event::of("people.settled", "company", after.id)
        .about(after.id)
        .change("name", before.name.clone(), after.name.clone())
        .change("zone", before.zone.name(), after.zone.name())
        .change("currency", before.currency.clone(), after.currency.clone())
        .change("lang", before.lang.word(), after.lang.word());
    let event = each_setting(event, &before.settings(), &new.settings)?;
    tx.record(event);
    Ok(after)
}

/// Every setting by its own name, those that stayed left out.
fn each_setting(mut event: Event, before: &Settings, after: &Settings) -> Result<Event> {
    let before = serde_json::to_value(before)?;
    let after = serde_json::to_value(after)?;
    for (name, value) in after.as_object().into_iter().flatten() {
        let was = before.get(name).cloned().unwrap_or(Json::Null);
        event = event.change(name, was, value.clone());
    }
    Ok(event)
}

// In the browser.

/// The form, as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    zone: String,
    currency: String,
    lang: String,
    country: String,
    radius_m: String,
    good_accuracy_m: String,
    usable_accuracy_m: String,
    fastest_kmh: String,
    check_in_opens_day: Option<String>,
    photo_at_check_in: String,
    photo_at_clock_in: String,
    photo_max_px: String,
    close_tolerance_minutes: String,
    standard_minutes: String,
    unvisited_days: String,
    silent_minutes: String,
}

impl Typed {
    fn of(company: &company::Model) -> Self {
        let settings = company.settings();
        Self {
            name: company.name.clone(),
            zone: company.zone.to_string(),
            currency: company.currency.clone(),
            lang: company.lang.word().to_owned(),
            country: settings.country,
            radius_m: settings.radius_m.to_string(),
            good_accuracy_m: settings.good_accuracy_m.to_string(),
            usable_accuracy_m: settings.usable_accuracy_m.to_string(),
            fastest_kmh: settings.fastest_kmh.to_string(),
            check_in_opens_day: settings.check_in_opens_day.then(|| "on".to_owned()),
            photo_at_check_in: settings.photo_at_check_in,
            photo_at_clock_in: settings.photo_at_clock_in,
            photo_max_px: settings.photo_max_px.to_string(),
            close_tolerance_minutes: settings.close_tolerance_minutes.to_string(),
            standard_minutes: settings.standard_minutes.to_string(),
            unvisited_days: settings.unvisited_days.to_string(),
            silent_minutes: settings.silent_minutes.to_string(),
        }
    }

    /// What is no number is one out of bounds.
    fn read(&self, before: &company::Model) -> Result<Settled> {
        let unknown = |_| Error::refused(PersonRefused::UnknownZone);
        Ok(Settled {
            name: self.name.clone(),
            zone: self.zone.parse().map_err(unknown)?,
            currency: self.currency.clone(),
            lang: Lang::from_word(&self.lang).unwrap_or(before.lang),
            settings: Settings {
                country: self.country.clone(),
                radius_m: number(&self.radius_m),
                good_accuracy_m: number(&self.good_accuracy_m),
                usable_accuracy_m: number(&self.usable_accuracy_m),
                fastest_kmh: number(&self.fastest_kmh),
                check_in_opens_day: self.check_in_opens_day.is_some(),
                photo_at_check_in: self.photo_at_check_in.clone(),
                photo_at_clock_in: self.photo_at_clock_in.clone(),
                photo_max_px: self.photo_max_px.trim().parse().unwrap_or_default(),
                close_tolerance_minutes: whole(&self.close_tolerance_minutes),
                standard_minutes: whole(&self.standard_minutes),
                unvisited_days: whole(&self.unvisited_days),
                silent_minutes: whole(&self.silent_minutes),
            },
        })
    }
}

/// As people type it, with a comma or a point.
fn number(text: &str) -> f64 {
    text.trim().replace(',', ".").parse().unwrap_or(f64::NAN)
}

fn whole(text: &str) -> i64 {
    text.trim().parse().unwrap_or(-1)
}

#[derive(Template)]
#[template(path = "settle.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    typed: Typed,
    zones: Vec<(String, String)>,
    currencies: Vec<(String, &'static str)>,
    langs: Vec<(String, &'static str)>,
    countries: Vec<(&'static str, &'static str)>,
    photos: Vec<(String, &'static str)>,
    problems: Vec<(String, String)>,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::View, Area::Settings)?;
    let company = company::mine(&ctx).await?;
    settings_page(&ctx, Typed::of(&company), &company.zone, Faults::default())
}

async fn submit(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let company = company::mine(&tx).await?;
    let settled = match typed.read(&company) {
        Ok(new) => settle(&tx, new).await,
        Err(error) => Err(error),
    };
    match settled {
        Ok(_) => {
            let said = Words::of(tx.lang()).settings_saved();
            tx.commit().await?;
            page::redirect_saying("/settings", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, typed, &company.zone, faults)
        }
    }
}

fn settings_page(ctx: &Ctx, typed: Typed, zone: &Zone, faults: Faults) -> Result<Response> {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let photo = |word: &str| match word {
        "off" => w.photo_off(),
        "optional" => w.photo_optional(),
        _ => w.photo_required(),
    };
    let mut zones: Vec<(String, String)> =
        ZONES.iter().map(|(name, shown)| ((*name).to_owned(), (*shown).to_owned())).collect();
    if !ZONES.iter().any(|it| it.0 == zone.name()) {
        zones.push((zone.to_string(), zone.to_string()));
    }
    let mut currencies: Vec<(String, &'static str)> =
        CURRENCIES.iter().map(|it| ((*it).to_owned(), *it)).collect();
    currencies.sort_unstable_by_key(|it| it.1 != "IDR");
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &SettingsPage {
            shell: ctx.shell("settings"),
            w,
            typed,
            zones,
            currencies,
            countries: country::all(lang).iter().map(|it| (it.code, it.name(lang))).collect(),
            langs: vec![("id".to_owned(), "Bahasa Indonesia"), ("en".to_owned(), "English")],
            photos: PHOTO_WORDS.iter().map(|it| ((*it).to_owned(), photo(it))).collect(),
            problems: faults
                .fields
                .iter()
                .map(|it| (it.name.clone(), it.message.clone()))
                .collect(),
            faults,
        },
    )
}

#[cfg(test)]
mod tests {
    use testing::{AYU, DEWI, SRI, World};

    use crate::company;

    const FORM: &str = "name=PT+Nusantara&zone=Asia/Makassar&currency=IDR&lang=id&country=SG&radius_m=200\
        &good_accuracy_m=50&usable_accuracy_m=200&fastest_kmh=150&photo_at_check_in=required\
        &photo_at_clock_in=off&photo_max_px=1600&close_tolerance_minutes=300&standard_minutes=480&unvisited_days=30&silent_minutes=120";

    #[tokio::test]
    async fn what_is_settled_holds_and_stands_in_the_stream() {
        let world = World::with(crate::routes()).await;

        let saved = world.browse(SRI).post("/settings", FORM).await;

        assert_eq!(saved.status, 303, "{}", saved.body);
        let ctx = world.ctx(SRI);
        let company = company::mine(&ctx).await.unwrap();
        assert_eq!(company.zone.name(), "Asia/Makassar");
        assert!((company.settings().radius_m - 200.0).abs() < f64::EPSILON);
        let event = &frame::stream::about(&ctx, company.id.0, None, 10).await.unwrap()[0];
        let changes = event.says()["changes"].clone();
        assert_eq!(changes["radius_m"]["before"], 150.0);
        assert_eq!(
            (&changes["country"]["before"], &changes["country"]["after"]),
            (&"ID".into(), &"SG".into())
        );
        assert_eq!(changes["photo_at_check_in"]["after"], "required");
        assert_eq!(changes["silent_minutes"], serde_json::Value::Null, "it stayed");
    }

    #[tokio::test]
    async fn everything_that_is_wrong_is_told_at_once() {
        let world = World::with(crate::routes()).await;
        let form = FORM.replace("radius_m=200", "radius_m=5").replace("days=30", "days=many");

        let refused = world.browse(SRI).post("/settings", &form).await;

        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("radius_m-error"), "{}", refused.body);
        assert!(refused.body.contains("unvisited_days-error"), "{}", refused.body);
        assert!(refused.body.contains("value=\"many\""), "what was typed stays");
    }

    #[tokio::test]
    async fn only_an_administrator_settles() {
        let world = World::with(crate::routes()).await;

        for someone in [DEWI, AYU] {
            assert_eq!(world.browse(someone).get("/settings").await.status, 403);
            assert_eq!(world.browse(someone).post("/settings", FORM).await.status, 403);
        }
        assert_eq!(world.browse(None).get("/settings").await.status, 303);
    }
}
