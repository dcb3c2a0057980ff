//! A conversion is taken back: what it made goes, unless something hangs on it since.

use std::collections::BTreeMap;

use accounts::{AccountId, account, account_contact, contact, hide_account, take_off_contact};
use axum::response::Response;
use axum::routing::post;
use frame::follows::Follows;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx, notices, stream};
use kernel::Instant;
use kernel::access::Act;
use pipeline::{hide_opportunity, opportunity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use tasks::task;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus, about, claim};
use crate::rules::{DAYS_TO_RESTORE, ProspectRefused};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/{prospect}/unconvert", post(submit))
        .routes(routes!(take_back))
}

/// Tables whose rows say nothing of their own: keys, pairs of twins, and what follows from the
/// conversion itself.
const OF_NO_WEIGHT: &[&str] = &[
    "account_key",
    "account_duplicate",
    "account_merge",
    "contact_key",
    "contact_duplicate",
    "prospect",
    "onboarding",
];

/// Takes a conversion back. The prospect is again what it was before; what was found and not made
/// stays as it is.
pub async fn undo_conversion(tx: &Tx, id: ProspectId) -> Result<Model> {
    let before = prospect::get_to(tx, Act::Edit, id).await?;
    let (ProspectStatus::Converted, Some(converted_at), Some(client)) =
        (before.status, before.converted_at, before.account_id)
    else {
        return Err(Error::refused(ProspectRefused::NotConverted));
    };
    if converted_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(ProspectRefused::TooLate));
    }
    let hanging = hanging(tx, &before, client, converted_at).await?;
    if !hanging.is_empty() {
        let what = Words::of(tx.lang()).hanging(&hanging);
        return Err(Error::refused(ProspectRefused::HangsOn { what }));
    }

    let version = claim(tx, &before, None).await?;
    if let Some(deal) = before.opportunity_id
        && opportunity::get(tx, deal).await.is_ok()
    {
        hide_opportunity(tx, deal).await?;
    }
    if let Some((contact, _)) = made_contact(tx, &before, client).await? {
        take_off_contact(tx, client, contact.id).await?;
    }
    if before.made_account && account::get(tx, client).await.is_ok() {
        for ours in tasks(tx, client).await?.into_iter().filter(|it| is_of(it, converted_at)) {
            take_away(tx, ours).await?;
        }
        hide_account(tx, client).await?;
    }
    let mut row = before.clone().into_active_model();
    row.status = Set(ProspectStatus::Qualified);
    row.account_id = Set(None);
    row.contact_id = Set(None);
    row.opportunity_id = Set(None);
    row.made_account = Set(false);
    row.made_contact = Set(false);
    row.converted_at = Set(None);
    row.converted_by = Set(None);
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    tx.record(
        about(&after, "prospects.conversion_undone")
            .with("account_id", client.to_string())
            .with("made_account", before.made_account)
            .with("made_contact", before.made_contact),
    );
    Ok(after)
}

/// What hangs on what the conversion made, by table.
async fn hanging(
    tx: &Tx,
    it: &Model,
    client: AccountId,
    converted_at: Instant,
) -> Result<BTreeMap<&'static str, usize>> {
    let mut hanging = BTreeMap::new();
    if let Some(deal) = it.opportunity_id {
        // Opened, and once more for whoever takes part in it.
        let untouched = 1 + i64::from(it.contact_id.is_some());
        let deal =
            tx.whole_company::<opportunity::Entity>().filter(opportunity::Column::Id.eq(deal));
        let deal = deal.one(&**tx).await?;
        if deal.is_some_and(|it| it.hidden_at.is_none() && it.version != untouched) {
            hanging.insert("opportunity", 1);
        }
    }
    if let Some((contact, post)) = made_contact(tx, it, client).await? {
        if converted_at < contact.updated_at || post.left_on.is_some() {
            hanging.insert("contact", 1);
        }
        for follows in tx.followers("contact") {
            if OF_NO_WEIGHT.contains(&follows.table) || follows.table == "account_contact" {
                continue;
            }
            let is_deal = follows.table == "opportunity_contact" && it.opportunity_id.is_some();
            let more =
                rows_of(tx, follows, contact.id.0).await?.saturating_sub(usize::from(is_deal));
            if 0 < more {
                *hanging.entry(follows.table).or_insert(0) += more;
            }
        }
    }
    if !it.made_account {
        return Ok(hanging);
    }
    let changed = stream::of_subject(tx, client, "accounts.changed", converted_at).await?;
    let handed = stream::of_subject(tx, client, "accounts.handed_over", converted_at).await?;
    if changed.is_some() || handed.is_some() {
        hanging.insert("account", 1);
    }
    let expected = |table: &str| match table {
        "account_contact" => usize::from(it.contact_id.is_some()),
        "opportunity" => usize::from(it.opportunity_id.is_some()),
        "address" => usize::from(it.street.is_some() || it.city.is_some()),
        _ => 0,
    };
    for follows in tx.followers("account") {
        if OF_NO_WEIGHT.contains(&follows.table) || follows.table == "task" {
            continue;
        }
        let rows = rows_of(tx, follows, client.0).await?;
        let more = rows.saturating_sub(expected(follows.table));
        if 0 < more {
            *hanging.entry(follows.table).or_insert(0) += more;
        }
    }
    let tasks = tasks(tx, client).await?;
    let others = tasks.iter().filter(|it| !is_of(it, converted_at)).count();
    if 0 < others {
        hanging.insert("task", others);
    }
    Ok(hanging)
}

/// Whom the conversion made, with what they are at the client; nobody where they are there no more.
async fn made_contact(
    tx: &Tx,
    it: &Model,
    client: AccountId,
) -> Result<Option<(contact::Model, account_contact::Model)>> {
    let Some(id) = it.contact_id.filter(|_| it.made_contact) else { return Ok(None) };
    let post = tx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(client))
        .filter(account_contact::Column::ContactId.eq(id));
    let Some(post) = post.one(&**tx).await? else { return Ok(None) };
    match contact::get(tx, id).await {
        Ok(contact) => Ok(Some((contact, post))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How many rows name this record: whatever they are, and whatever tells them apart.
async fn rows_of(tx: &Tx, follows: &Follows, record: Uuid) -> Result<usize> {
    let is = |column: &str, id: Uuid| Expr::col(Alias::new(column)).eq(id);
    let count = Query::select()
        .expr(Func::count(Expr::col(Alias::new(follows.column))))
        .from(Alias::new(follows.table))
        .and_where(is("company_id", tx.actor.company.0))
        .and_where(is(follows.column, record))
        .to_owned();
    let rows = tx.rows(&count).await?;
    let count: i64 = rows.first().map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or(0);
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Everything that is to be done for this client, whoever does it.
async fn tasks(tx: &Tx, client: AccountId) -> Result<Vec<task::Model>> {
    let tasks = tx
        .whole_company::<task::Entity>()
        .filter(task::Column::AccountId.eq(client))
        .filter(task::Column::HiddenAt.is_null());
    Ok(tasks.all(&**tx).await?)
}

/// A task that nobody has done goes with the client, whosever it is: it came with the conversion.
async fn take_away(tx: &Tx, task: task::Model) -> Result<()> {
    let id = task.id;
    let mut row = task.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    tx.update(row).await?;
    notices::take_back(tx, id).await
}

/// Came with the conversion, and nobody has done it since.
fn is_of(task: &task::Model, converted_at: Instant) -> bool {
    task.created_at == converted_at && task.done_at.is_none_or(|it| it == converted_at)
}

impl Words {
    /// What hangs on something, in words: `2 catatan, 1 kunjungan`.
    fn hanging(self, hanging: &BTreeMap<&'static str, usize>) -> String {
        let one = |(table, count): (&&str, &usize)| match *table {
            "account" => self.hangs_account().to_owned(),
            "opportunity" => self.hangs_opportunity(*count),
            "contact" => self.hangs_contact_change().to_owned(),
            "note" | "note_contact" => self.hangs_note(*count),
            "task" => self.hangs_task(*count),
            "visit" => self.hangs_visit(*count),
            "invoice" | "payment" => self.hangs_transaction(*count),
            "account_contact" => self.hangs_contact(*count),
            "address" => self.hangs_address(*count),
            _ => self.hangs_other(*count),
        };
        hanging.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let after = undo_conversion(&tx, id).await?;
    let said = Words::of(tx.lang()).conversion_undone(&after.name);
    tx.commit().await?;
    page::redirect_saying(&format!("/prospects/{id}"), &said)
}

// In the API.

/// Take a conversion back, if nothing hangs on what it made
#[utoipa::path(
    post,
    path = "/api/v1/prospects/{prospect}/unconvert",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses(
        (status = 200, body = ProspectOut),
        (status = 422, description = "Not converted, too late, or something hangs on it", body = api::Problem),
    ),
)]
async fn take_back(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Json<ProspectOut>> {
    let tx = ctx.begin().await?;
    let after = undo_conversion(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(after.into()))
}
