//! What somebody typed into the grid, pasted, copied or opened is kept, all of it or nothing.

use std::collections::BTreeMap;

use axum::response::Response;
use axum::routing::post;
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use kernel::money::Money;
use people::company;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::rules::ForecastRefused;
use crate::rules::pasted::{amount_of, pasted};
use crate::set_target::{Asked, copy_targets, currency_of, holder_of, open_targets, set_target};
use crate::submit::Typed;
use crate::target::{self, Holder};
use crate::targets::{Looked, lines, targets_page};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/forecast/targets", post(save))
        .route("/forecast/targets/copy", post(copy))
        .route("/forecast/targets/paste", post(paste))
        .route("/forecast/targets/open", post(open))
}

async fn save(ctx: Ctx, form: Typed) -> Result<Response> {
    let form = form.0;
    let looked = looked_in(&form);
    let tx = ctx.begin().await?;
    let kept = keep_all(&tx, &looked, &form).await;
    answer(tx, looked, form, kept.map(|_| None)).await
}

fn looked_in(form: &BTreeMap<String, String>) -> Looked {
    let of = |name: &str| form.get(name).cloned().unwrap_or_default();
    Looked { year: of("year"), measure: of("measure"), currency: of("currency") }
}

/// Keeps every cell that was changed; one fault, and nothing is kept.
async fn keep_all(tx: &Tx, looked: &Looked, form: &BTreeMap<String, String>) -> Result<usize> {
    if !tx.may(Act::Edit, Area::Forecast) {
        return Err(Error::Denied);
    }
    let measure = looked.measure();
    let currency = currency_of(tx, measure, Some(&looked.currency)).await?;
    let decimals = if currency.is_empty() { 0 } else { Money::decimals(&currency) };
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => amount_of(typed, decimals)
            .map(Some)
            .ok_or_else(|| Error::refused(ForecastRefused::NoAmount)),
    };
    let mut kept = 0;
    for (name, typed) in form {
        let Some(cell) = name.strip_prefix("a-") else { continue };
        let seen = form.get(&format!("s-{cell}"));
        if seen.is_some_and(|it| it == typed) {
            continue;
        }
        // `person:…-2026-03`: the month is the last seven letters.
        let cut = cell.len().checked_sub(8).filter(|it| cell.is_char_boundary(*it));
        let (word, month) = cut.map(|it| cell.split_at(it)).ok_or(Error::NotFound)?;
        let holder = holder_of(tx, word).ok_or(Error::NotFound)?;
        let period = month.trim_start_matches('-').parse();
        let period = period.map_err(|_| Error::refused(ForecastRefused::NoPeriod))?;
        let seen = seen.map(|it| read(it)).transpose()?;
        let (currency, amount) = (currency.clone(), read(typed)?);
        let asked = Asked { holder, measure, currency, period, amount, seen };
        kept += usize::from(set_target(tx, &asked).await?);
    }
    Ok(kept)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CopyForm {
    #[serde(flatten)]
    looked: Looked,
    growth: String,
}

async fn copy(ctx: Ctx, Form(form): Form<CopyForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let year = form.looked.year(&tx).await?;
    let percent = match form.growth.trim().trim_end_matches('%') {
        "" => Ok(0),
        typed => typed.parse().map_err(|_| Error::refused(ForecastRefused::NoGrowth)),
    };
    let copied = match percent {
        Ok(percent) => copy_targets(&tx, form.looked.measure(), year.before(), year, percent).await,
        Err(error) => {
            tx.may(Act::Edit, Area::Forecast).then_some(()).ok_or(Error::Denied).and(Err(error))
        }
    };
    let said = |months: usize| {
        let months = i64::try_from(months).unwrap_or(i64::MAX);
        Some(Words::of(tx.lang()).said_copied(months))
    };
    let copied = copied.map(said);
    answer(tx, form.looked, BTreeMap::new(), copied).await
}

async fn paste(ctx: Ctx, form: Typed) -> Result<Response> {
    let form = form.0;
    let looked = looked_in(&form);
    let tx = ctx.begin().await?;
    let text = form.get("pasted").cloned().unwrap_or_default();
    let kept = keep_pasted(&tx, &looked, &text).await;
    let said = |rows: usize| {
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        Some(Words::of(tx.lang()).said_pasted(rows))
    };
    let kept = kept.map(said);
    answer(tx, looked, form, kept).await
}

/// Keeps every line of a pasted table; one fault, and nothing is kept.
pub async fn keep_pasted(tx: &Tx, looked: &Looked, text: &str) -> Result<usize> {
    if !tx.may(Act::Edit, Area::Forecast) {
        return Err(Error::Denied);
    }
    let measure = looked.measure();
    let currency = currency_of(tx, measure, Some(&looked.currency)).await?;
    let decimals = if currency.is_empty() { 0 } else { Money::decimals(&currency) };
    let rows = pasted(text, decimals).map_err(Error::refused)?;
    let lines = lines(tx).await?;
    let company = company::mine(tx).await?.name;
    for row in &rows {
        let key = frame::text::key(&row.who);
        let is_company = key.is_empty() || key == frame::text::key(&company);
        let mut fits = lines.iter().filter(|it| {
            frame::text::key(&it.name) == key && !matches!(it.holder, Holder::Company(_))
        });
        let found = match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one.holder),
            (None, _) if is_company => Some(Holder::Company(tx.actor.company)),
            // Nobody is called so, or two are: nobody guesses.
            _ => None,
        };
        let holder = found.ok_or_else(|| {
            Error::refused(ForecastRefused::NobodyCalled { line: row.line, who: row.who.clone() })
        })?;
        let (currency, amount) = (currency.clone(), Some(row.amount));
        let asked = Asked { holder, measure, currency, period: row.period, amount, seen: None };
        set_target(tx, &asked).await?;
    }
    Ok(rows.len())
}

async fn open(ctx: Ctx, form: Typed) -> Result<Response> {
    let form = form.0;
    let looked = looked_in(&form);
    let tx = ctx.begin().await?;
    let of = |name: &str| form.get(name).map_or("", String::as_str);
    let holder = holder_of(&tx, of("holder")).ok_or(Error::NotFound)?;
    let opened = match of("period").parse() {
        Ok(period) => open_targets(&tx, holder, period, of("why")).await,
        Err(_) => {
            target::permit(&tx, holder).await.and(Err(Error::refused(ForecastRefused::NoPeriod)))
        }
    };
    answer(tx, looked, form, opened.map(|()| None)).await
}

async fn answer(
    tx: Tx,
    looked: Looked,
    form: BTreeMap<String, String>,
    kept: Result<Option<String>>,
) -> Result<Response> {
    match kept {
        Ok(said) => {
            let said = said.unwrap_or_else(|| Words::of(tx.lang()).saved().to_owned());
            tx.commit().await?;
            page::redirect_saying(&looked.address(), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            targets_page(&tx, looked, form, faults).await
        }
    }
}
