//! The page on which shifts are looked up and set.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Result};
use kernel::{Day, Lang, TeamId};
use people::team;
use sea_orm::QueryOrder;
use utoipa_axum::router::OpenApiRouter;

use crate::rules::ShiftMeaning;
use crate::say;
use crate::set_shift::{ShiftIn, USUAL_MARGIN, set_shift, shifts};
use crate::shift;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/shifts", get(show).post(submit))
}

#[derive(Template)]
#[template(path = "settle_shifts.html")]
struct ShiftsPage {
    shell: Shell,
    w: Words,
    rows: Vec<Row>,
    teams: Vec<(String, String)>,
    meanings: Vec<(&'static str, &'static str)>,
    /// Number, name, chosen.
    weekdays: Vec<(u8, &'static str, bool)>,
    said: ShiftIn,
    team: String,
    faults: Faults,
}

/// A shift in one of its versions.
struct Row {
    whose: String,
    name: String,
    hours: String,
    weekdays: String,
    /// On both sides of the hours.
    grace: String,
    margins: String,
    meaning: &'static str,
    from: String,
    /// `busy` while it holds, `open` before, `off` after.
    look: &'static str,
    state: &'static str,
}

async fn show(ctx: Ctx) -> Result<Response> {
    let today = ctx.now.day(&ctx.actor.zone);
    let usual = ShiftIn {
        starts: "08:00".to_owned(),
        ends: "17:00".to_owned(),
        grace_minutes: 10,
        margin_before_minutes: USUAL_MARGIN,
        margin_after_minutes: USUAL_MARGIN,
        meaning: ShiftMeaning::Company.word().to_owned(),
        weekdays: vec![1, 2, 3, 4, 5],
        from: today.plus(1).to_string(),
        ..ShiftIn::default()
    };
    shifts_page(&ctx, StatusCode::OK, usual, Faults::default()).await
}

async fn submit(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let said = read(pairs);
    let set = match said.read() {
        Ok(new) => set_shift(&tx, new).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(shift) => {
            let lang = tx.lang();
            let sentence = Words::of(lang).shift_set(&shift.name, lang.day(shift.effective_from));
            tx.commit().await?;
            page::redirect_saying("/settings/shifts", &sentence)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            shifts_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, said, faults).await
        }
    }
}

/// A form in which the days of the week come one by one.
fn read(pairs: Vec<(String, String)>) -> ShiftIn {
    // What is no number is refused as too much.
    let minutes = |text: &str| text.trim().parse().unwrap_or(i32::MAX);
    let mut said = ShiftIn {
        margin_before_minutes: USUAL_MARGIN,
        margin_after_minutes: USUAL_MARGIN,
        ..ShiftIn::default()
    };
    for (name, value) in pairs {
        match name.as_str() {
            "team_id" => said.team_id = Some(value),
            "name" => said.name = value,
            "starts" => said.starts = value,
            "ends" => said.ends = value,
            "grace_minutes" => said.grace_minutes = minutes(&value),
            "grace_out_minutes" => said.grace_out_minutes = minutes(&value),
            "margin_before_minutes" => said.margin_before_minutes = minutes(&value),
            "margin_after_minutes" => said.margin_after_minutes = minutes(&value),
            "meaning" => said.meaning = value,
            "weekdays" => said.weekdays.extend(value.parse::<i64>().ok()),
            "from" => said.from = value,
            _ => {}
        }
    }
    said
}

async fn shifts_page(
    ctx: &Ctx,
    status: StatusCode,
    said: ShiftIn,
    faults: Faults,
) -> Result<Response> {
    let shifts = shifts(ctx).await?;
    let teams = ctx.find::<team::Entity>().order_by_asc(team::Column::Name).all(ctx).await?;
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let w = Words::of(lang);
    let mut rows: Vec<Row> = Vec::new();
    let mut whose: Vec<Option<TeamId>> = vec![None];
    whose.extend(teams.iter().map(|it| Some(it.id)));
    for team in whose {
        let of_team: Vec<_> = shifts.iter().filter(|it| it.team_id == team).cloned().collect();
        let holds = shift::on(&of_team, today).map(|it| it.id);
        let name = teams.iter().find(|it| Some(it.id) == team).map(|it| it.name.clone());
        let name = name.unwrap_or_else(|| w.whole_company().to_owned());
        rows.extend(of_team.iter().map(|it| Row::of(it, &name, holds == Some(it.id), today, lang)));
    }
    let chosen = |day: u8| said.weekdays.contains(&i64::from(day));
    page::render_as(
        status,
        &ShiftsPage {
            shell: ctx.shell("settings"),
            w,
            rows,
            teams: teams.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            meanings: ShiftMeaning::ALL.iter().map(|it| (it.word(), meant(*it, w))).collect(),
            weekdays: (1..=7).map(|it| (it, say::weekday_name(it, lang), chosen(it))).collect(),
            team: said.team_id.clone().unwrap_or_default(),
            said,
            faults,
        },
    )
}

fn meant(meaning: ShiftMeaning, w: Words) -> &'static str {
    match meaning {
        ShiftMeaning::Company => w.meaning_company(),
        ShiftMeaning::Local => w.meaning_local(),
    }
}

impl Row {
    fn of(shift: &shift::Model, whose: &str, holds: bool, today: Day, lang: Lang) -> Self {
        let w = Words::of(lang);
        let days = (1..=7u8).filter(|day| shift.weekdays >> (day - 1) & 1 == 1);
        let days: Vec<_> = days.map(|it| say::weekday_short(it, lang)).collect();
        let time = |text: &str| match lang {
            Lang::Id => text.replace(':', "."),
            Lang::En => text.to_owned(),
        };
        let (look, state) = match (holds, today < shift.effective_from) {
            (true, _) => ("busy", w.shift_holds()),
            (false, true) => ("open", w.shift_comes()),
            (false, false) => ("off", w.shift_held()),
        };
        let is_first = shift.effective_from.0.year() <= 2000;
        Self {
            whose: whose.to_owned(),
            name: shift.name.clone(),
            hours: format!("{}–{}", time(&shift.starts), time(&shift.ends)),
            weekdays: days.join(" "),
            grace: w.minutes_both(shift.grace_minutes, shift.grace_out_minutes),
            margins: w.minutes_both(shift.margin_before_minutes, shift.margin_after_minutes),
            meaning: match shift.meaning {
                ShiftMeaning::Company => w.meaning_company_short(),
                ShiftMeaning::Local => w.meaning_local_short(),
            },
            from: if is_first { w.since_ever().to_owned() } else { lang.day(shift.effective_from) },
            look,
            state,
        }
    }
}
