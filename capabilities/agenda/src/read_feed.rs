//! A calendar reads somebody's agenda by its address, without signing in.
//!
//! The secret stands in the address alone: no log has it, no page leads on from here, and what is
//! kept is its hash. Whatever is wrong with an address, the answer is the same. Whoever it belongs
//! to is asked for anew each time, as if they had just come in: somebody who was shut out, or works
//! here no more, has no calendar from that moment on.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH,
    REFERRER_POLICY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Path, Request};
use frame::{App, Ctx, Error, Result, secrets};
use kernel::{CompanyId, Lang};
use people::person;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use utoipa_axum::router::OpenApiRouter;

use crate::calendar_feed::{self, Column, Entity, Model};
use crate::feed_events::calendar;
use crate::rules::ics;
use crate::whose::permit;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/calendar/{calendar}", get(read))
}

/// Within the hour it is not written down again that a calendar was read.
const NOTED_SECONDS: i64 = 3_600;

async fn read(
    State(app): State<App>,
    request: Request,
    Path(secret): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    app.limits.link.take(&request.address)?;
    let Some((ctx, feed, lang)) = opened(&app, &secret).await? else {
        return Ok(private(StatusCode::NOT_FOUND.into_response()));
    };

    let body = ics::write(&calendar(&ctx, &feed, lang).await?);
    note(&app, &feed).await?;
    let tag = format!("\"{}\"", secrets::sha256_hex(body.as_bytes()));
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    let same = known.flat_map(|it| it.split(',')).any(|it| is_same(it.trim(), &tag));
    let mut response = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Response::new(Body::from(body));
        let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, kind);
        let name = HeaderValue::from_static("inline; filename=\"jembatan.ics\"");
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
        response
    };
    let tag = HeaderValue::from_str(&tag).map_err(Error::internal)?;
    response.headers_mut().insert(ETAG, tag);
    Ok(private(response))
}

/// What is compressed on its way has a weak tag.
fn is_same(asked: &str, tag: &str) -> bool {
    asked == "*" || asked.strip_prefix("W/").unwrap_or(asked) == tag
}

/// Whose calendar it is, as they would see it now, if the address is good.
async fn opened(app: &App, text: &str) -> Result<Option<(Ctx, Model, Lang)>> {
    let Some((company, secret)) = address(text) else { return Ok(None) };
    let asking = app.company(company);
    let feeds = asking.whole_company::<Entity>();
    let feed = feeds
        .filter(Column::Secret.eq(secrets::hash(&secret)))
        .filter(Column::WithdrawnAt.is_null());
    let Some(feed) = feed.one(&asking).await? else { return Ok(None) };
    let actor = match (app.actor_of)(&asking, feed.owner_id).await {
        Ok(actor) => actor,
        Err(Error::Denied | Error::NotFound | Error::SignedOut) => return Ok(None),
        Err(error) => return Err(error),
    };
    let whose = asking.whole_company::<person::Entity>();
    let whose = whose.filter(person::Column::Id.eq(feed.owner_id)).one(&asking).await?;
    let ctx = Ctx::new(app.clone(), actor, asking.now);
    if permit(&ctx).is_err() {
        return Ok(None);
    }
    Ok(Some((ctx, feed, whose.map(|it| it.lang).unwrap_or_default())))
}

/// The two halves of what stands in the address.
fn address(text: &str) -> Option<(CompanyId, Vec<u8>)> {
    let (company, secret) = text.strip_suffix(".ics")?.split_once('.')?;
    let company = uuid::Uuid::parse_str(company).ok()?;
    let secret = secrets::from_text(secret)?;
    (secret.len() == 32).then_some((CompanyId(company), secret))
}

/// Writes down that it was read, once an hour: so people see whether a calendar still follows.
async fn note(app: &App, feed: &Model) -> Result<()> {
    let now = app.now();
    if feed.read_at.is_some_and(|it| now.seconds_since(it) < NOTED_SECONDS) {
        return Ok(());
    }
    let tx = app.company(feed.company_id).begin().await?;
    let this = Condition::all().add(Column::Id.eq(feed.id));
    let read = vec![(Column::ReadAt, Expr::value(tx.now))];
    tx.update_where::<calendar_feed::Entity, _>(Column::CompanyId, this, read).await?;
    tx.commit().await
}

/// For this one reader alone, and told to nobody.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex, nofollow, noarchive"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_was_weakened_on_its_way_is_the_same() {
        assert!(is_same("\"ab\"", "\"ab\"") && is_same("W/\"ab\"", "\"ab\"") && is_same("*", "x"));
        assert!(!is_same("\"ab\"", "\"abc\"") && !is_same("", "\"ab\""));
    }

    #[test]
    fn an_address_has_a_company_and_a_secret_of_256_bits() {
        let company = "0190d3a1a1a17a1a8a1aa1a1a1a1a1a1";
        let key = secrets::to_text(&[9; 32]);

        assert!(address(&format!("{company}.{key}.ics")).is_some());
        for wrong in [
            format!("{company}.{key}"),
            format!("{company}.{}.ics", secrets::to_text(&[9; 31])),
            format!("x.{key}.ics"),
            ".ics".to_owned(),
            String::new(),
        ] {
            assert!(address(&wrong).is_none(), "{wrong}");
        }
    }
}
