//! A kept question goes out by mail: its keeper says when, to whom, and as what file.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, widest};
use people::{company, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{ActiveModelTrait, ColumnTrait, QueryFilter};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::kept_report::{self, KeptId, Model};
use crate::mail_reader;
use crate::mailing::{Mailing, Typed};
use crate::report_mail::{self, MailOut};
use crate::rules::{
    LAST_DAY, MOST_FILE_MEGABYTES, MOST_READERS, MailFile, ReportRefused, Rhythm, When,
};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/kept/{kept}/mail", get(show).post(submit))
        .routes(routes!(read, put))
}

/// Its keeper settles when a question goes out and who gets it; each gets it in their own reach.
pub async fn mail_report(tx: &Tx, id: KeptId, mailing: Mailing) -> Result<report_mail::Model> {
    let kept = kept_report::mine(tx, id).await?;
    let readers = readable_by(tx, &kept, &mailing).await?;
    if tx.app.mailer.is_none() {
        return Err(Error::refused(ReportRefused::NoMail));
    }
    let Mailing { every, on_day, hour, file, paused, .. } = mailing;
    let when = When { every, on_day, hour }.checked().map_err(Error::refused)?;
    let zone = company::known(tx).await?.zone.clone();
    let mail = report_mail::Model {
        company_id: tx.actor.company,
        kept_id: id,
        every,
        on_day,
        hour,
        next_at: when.after(tx.now, &zone),
        paused_at: paused.then_some(tx.now),
        file,
    };

    let conflict =
        OnConflict::columns([report_mail::Column::CompanyId, report_mail::Column::KeptId])
            .update_columns([
                report_mail::Column::Every,
                report_mail::Column::OnDay,
                report_mail::Column::Hour,
                report_mail::Column::NextAt,
                report_mail::Column::PausedAt,
                report_mail::Column::File,
            ])
            .to_owned();
    tx.put(report_mail::ActiveModel::from(mail.clone()).reset_all(), conflict).await?;
    let gone = mail_reader::Column::KeptId
        .eq(id)
        .and(mail_reader::Column::PersonId.is_not_in(readers.iter().copied()));
    tx.delete_where::<mail_reader::Entity, _>(mail_reader::Column::CompanyId, gone).await?;
    let row = |person: &PersonId| mail_reader::ActiveModel {
        company_id: Set(tx.actor.company),
        kept_id: Set(id),
        person_id: Set(*person),
        sent_for: Set(None),
        sent_at: Set(None),
    };
    let known = OnConflict::columns([
        mail_reader::Column::CompanyId,
        mail_reader::Column::KeptId,
        mail_reader::Column::PersonId,
    ])
    .do_nothing()
    .to_owned();
    tx.put_all(readers.iter().map(row).collect(), known).await?;

    tx.record(
        about("reports.mail_settled", &kept)
            .with("every", every.word())
            .with("readers", readers.len())
            .with("file", file.word())
            .with("paused", paused),
    );
    Ok(mail)
}

/// An event about something kept.
pub fn about(event: &'static str, kept: &Model) -> Event {
    Event::of(event, "kept-report", kept.id)
        .owner(kept.owner_id)
        .with("report", kept.report.clone())
        .with("name", kept.name.clone())
}

/// Those who may get it: they work here, have an address, and may see such a report.
async fn readable_by(ctx: &Ctx, kept: &Model, mailing: &Mailing) -> Result<BTreeSet<PersonId>> {
    if kept.is_copy() {
        return Err(Error::refused(ReportRefused::CopyIsNotSent));
    }
    let asked: BTreeSet<PersonId> = mailing.readers.iter().copied().collect();
    if asked.is_empty() {
        return Err(Error::refused(ReportRefused::NoReaders));
    }
    if MOST_READERS < asked.len() {
        return Err(Error::refused(ReportRefused::TooManyReaders));
    }
    let possible: BTreeSet<PersonId> = readers(ctx, kept).await?.iter().map(|it| it.id).collect();
    if asked.is_subset(&possible) {
        Ok(asked)
    } else {
        Err(Error::refused(ReportRefused::UnknownReader))
    }
}

/// Everybody who could get it, by name.
async fn readers(ctx: &Ctx, kept: &Model) -> Result<Vec<person::Model>> {
    let Some(report) = kept.of_report() else { return Ok(Vec::new()) };
    let mut people = person::found_by(ctx)
        .filter(person::Column::Status.eq(person::PersonStatus::Active))
        .filter(person::Column::Email.is_not_null())
        .all(ctx)
        .await?;
    let areas = || {
        [Area::Reports, report.source.area].into_iter().chain(report.source.also.iter().copied())
    };
    let sees = |it: &person::Model, area| Reach::Nobody < widest(&it.roles.0, Act::View, area);
    people.retain(|it| areas().all(|area| sees(it, area)));
    people.sort_by(|one, other| one.name_key.cmp(&other.name_key));
    Ok(people)
}

// In the browser.

#[derive(Template)]
#[template(path = "mail_report.html")]
struct MailPage {
    shell: Shell,
    w: Words,
    kept: Model,
    /// Mail goes out from here.
    can_mail: bool,
    /// When it goes out next, if it does.
    next: Option<String>,
    paused: bool,
    every: String,
    on_day: String,
    hour: String,
    file: String,
    file_help: String,
    readers: Vec<Reader>,
    faults: Faults,
}

struct Reader {
    id: String,
    name: String,
    chosen: bool,
}

impl MailPage {
    fn rhythms(&self) -> Vec<(&'static str, String)> {
        Rhythm::ALL.iter().map(|it| (it.word(), self.w.rhythm(it.word()))).collect()
    }

    fn weekdays(&self) -> Vec<(String, String)> {
        (1..=7).map(|it| (it.to_string(), self.w.weekday(&format!("d{it}")))).collect()
    }

    fn days(&self) -> Vec<(String, String)> {
        (1..=LAST_DAY).map(|it| (it.to_string(), self.w.on_date(it))).collect()
    }

    fn hours(&self) -> Vec<(String, String)> {
        (0..24).map(|it| (it.to_string(), self.w.at_hour(format!("{it:02}")))).collect()
    }

    fn files(&self) -> Vec<(&'static str, String)> {
        MailFile::ALL.iter().map(|it| (it.word(), self.w.mail_file(it.word()))).collect()
    }

    fn chosen(&self, every: &str) -> String {
        if self.every == every { self.on_day.clone() } else { "1".to_owned() }
    }
}

async fn show(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let kept = mine(&ctx, id).await?;
    let mail = report_mail::of(&ctx, id).await?;
    let readers = mail_reader::of(&ctx, id).await?;
    let mut chosen: Vec<String> = readers.iter().map(|it| it.person_id.to_string()).collect();
    if mail.is_none() {
        chosen.push(ctx.actor.person.to_string());
    }
    render(&ctx, kept, Typed::settled(mail.as_ref(), chosen), Faults::default()).await
}

async fn mine(ctx: &Ctx, id: KeptId) -> Result<Model> {
    let kept = kept_report::get(ctx, id).await?;
    if kept.owner_id == ctx.actor.person { Ok(kept) } else { Err(Error::Denied) }
}

async fn render(ctx: &Ctx, kept: Model, typed: Typed, faults: Faults) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mail = report_mail::of(ctx, kept.id).await?;
    let people = readers(ctx, &kept).await?;
    let zone = company::known(ctx).await?.zone.clone();
    let reader = |it: person::Model| Reader {
        chosen: typed.readers.contains(&it.id.to_string()),
        id: it.id.to_string(),
        name: it.name,
    };
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &MailPage {
            shell: ctx.shell("reports"),
            w,
            can_mail: ctx.app.mailer.is_some(),
            next: mail.as_ref().map(|it| lang.moment(it.next_at, &zone)),
            paused: mail.is_some_and(|it| it.paused_at.is_some()),
            readers: people.into_iter().map(reader).collect(),
            every: typed.every,
            on_day: typed.on_day,
            hour: typed.hour,
            file: typed.file,
            file_help: w.mail_file_help(MOST_FILE_MEGABYTES),
            kept,
            faults,
        },
    )
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<KeptId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let typed = Typed::of(pairs);
    let tx = ctx.begin().await?;
    let kept = kept_report::mine(&tx, id).await?;
    let settled = match typed.read() {
        Ok(mailing) => mail_report(&tx, id, mailing).await,
        Err(error) => Err(error),
    };
    match settled {
        Ok(_) => {
            let said = Words::of(tx.lang()).mail_settled(&kept.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/reports/kept/{id}/mail"), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            render(&tx, kept, typed, faults).await
        }
    }
}

// In the API.

async fn out(ctx: &Ctx, mail: report_mail::Model) -> Result<MailOut> {
    let readers = mail_reader::of(ctx, mail.kept_id).await?;
    Ok(MailOut {
        every: mail.every,
        on_day: mail.on_day,
        hour: mail.hour,
        next_at: mail.next_at,
        paused_at: mail.paused_at,
        file: mail.file,
        readers: readers.into_iter().map(|it| it.person_id).collect(),
    })
}

/// When a kept question goes out by mail, and to whom
#[utoipa::path(
    get,
    path = "/api/v1/kept-reports/{kept}/mail",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    responses((status = 200, body = MailOut), (status = 404, description = "It does not go out")),
)]
async fn read(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Json<MailOut>> {
    mine(&ctx, id).await?;
    let mail = report_mail::of(&ctx, id).await?.ok_or(Error::NotFound)?;
    Ok(Json(out(&ctx, mail).await?))
}

/// Settle when a kept question goes out by mail, and to whom
#[utoipa::path(
    put,
    path = "/api/v1/kept-reports/{kept}/mail",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    request_body = Mailing,
    responses((status = 200, body = MailOut), (status = 422, body = api::Problem)),
)]
async fn put(
    ctx: Ctx,
    Path(id): Path<KeptId>,
    Json(mailing): Json<Mailing>,
) -> Result<Json<MailOut>> {
    let tx = ctx.begin().await?;
    let mail = mail_report(&tx, id, mailing).await?;
    let out = out(&tx, mail).await?;
    tx.commit().await?;
    Ok(Json(out))
}

#[cfg(test)]
mod tests;
