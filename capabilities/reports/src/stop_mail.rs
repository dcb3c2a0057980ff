//! A kept question waits, goes on, or goes out by mail no more.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Path, page};
use frame::{App, Ctx, Error, Result, Tx};
use people::company;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::kept_report::{self, KeptId, Model};
use crate::mail_report::about;
use crate::words::Words;
use crate::{mail_reader, report_mail};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/reports/kept/{kept}/mail/pause", post(pause))
        .route("/reports/kept/{kept}/mail/stop", post(stop))
        .routes(routes!(remove))
}

/// It waits, or goes on; nothing is sent for the time in between.
pub async fn pause_mail(tx: &Tx, id: KeptId) -> Result<report_mail::Model> {
    let kept = kept_report::mine(tx, id).await?;
    let mail = report_mail::of(tx, id).await?.ok_or(Error::NotFound)?;
    let zone = company::known(tx).await?.zone.clone();

    let mut row = report_mail::ActiveModel::from(mail.clone());
    row.paused_at = Set(if mail.paused_at.is_some() { None } else { Some(tx.now) });
    row.next_at = Set(mail.when().after(tx.now, &zone));
    let mail = tx.update(row).await?;

    tx.record(about("reports.mail_paused", &kept).with("paused", mail.paused_at.is_some()));
    Ok(mail)
}

/// It goes out no more.
pub async fn stop_mail(tx: &Tx, id: KeptId) -> Result<Model> {
    let kept = kept_report::mine(tx, id).await?;

    let readers = mail_reader::Column::KeptId.eq(id);
    tx.delete_where::<mail_reader::Entity, _>(mail_reader::Column::CompanyId, readers).await?;
    let mail = report_mail::Column::KeptId.eq(id);
    tx.delete_where::<report_mail::Entity, _>(report_mail::Column::CompanyId, mail).await?;

    tx.record(about("reports.mail_stopped", &kept));
    Ok(kept)
}

// In the browser.

async fn pause(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let paused = pause_mail(&tx, id).await?.paused_at.is_some();
    let w = Words::of(tx.lang());
    tx.commit().await?;
    let said = if paused { w.mail_paused() } else { w.mail_goes_on() };
    page::redirect_saying(&format!("/reports/kept/{id}/mail"), said)
}

async fn stop(ctx: Ctx, Path(id): Path<KeptId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let said = Words::of(tx.lang()).mail_stopped(&stop_mail(&tx, id).await?.name);
    tx.commit().await?;
    page::redirect_saying("/reports", &said)
}

// In the API.

/// Send a kept question no more
#[utoipa::path(
    delete,
    path = "/api/v1/kept-reports/{kept}/mail",
    tag = "reports",
    params(("kept" = KeptId, Path)),
    responses((status = 204, description = "It goes out no more")),
)]
async fn remove(ctx: Ctx, Path(id): Path<KeptId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    stop_mail(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
