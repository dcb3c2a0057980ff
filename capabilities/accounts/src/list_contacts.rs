//! The people at clients, for programs.

use std::collections::{BTreeMap, HashMap};

use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::list::{Cut, Page};
use frame::web::{Json, Path, Query, api};
use frame::{App, Ctx, Result, text};
use sea_orm::sea_query::{Expr, ExprTrait, Query as Select, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::account_in::merged;
use crate::contact::{self, Column, ContactId, ContactOut, Model};
use crate::custom_field::{self, FieldRecord};
use crate::custom_value::{self, Of};
use crate::find_accounts::{anywhere, digits};
use crate::keep_contact::{
    ContactFields, NewContact, accounts_to_edit, add_contact, change_contact,
};
use crate::open_account::about;
use crate::set_values::{Said, set_values};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(read, change))
}

/// Which people.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the name or in a telephone number.
    q: Option<String>,
    /// Those at this account.
    account_id: Option<AccountId>,
}

/// People at accounts that the token's person may view, by name
#[utoipa::path(
    get,
    path = "/api/v1/contacts",
    tag = "accounts",
    params(Looked, Cut),
    responses((status = 200, body = Page<ContactOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ContactOut>>> {
    Ok(Json(find_contacts(&ctx, &looked, &cut).await?))
}

/// Some of the people at clients that the actor may view, by name.
pub async fn find_contacts(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<ContactOut>> {
    let limit = cut.limit()?;
    let mut found = ctx.find::<contact::Entity>().filter(Column::HiddenAt.is_null());
    if let Some(account) = looked.account_id {
        account::get(ctx, account).await?;
        found = found.filter(Column::Id.in_subquery(at(ctx, account)));
    }
    if let Some(words) = looked.q.as_deref().and_then(text::line) {
        found = found.filter(named(&words));
    }
    if let Some((key, id)) = cut.after::<(String, ContactId)>()? {
        let row = Expr::tuple([Column::NameKey.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.gt(Expr::tuple([SimpleExpr::from(key), SimpleExpr::from(id)])));
    }
    let found = found.order_by_asc(Column::NameKey).order_by_asc(Column::Id).limit(limit + 1);
    let page = Page::cut(found.all(ctx).await?, limit, |it| (it.name_key.clone(), it.id))?;
    with_posts(ctx, page).await
}

/// People in whose name or numbers this stands.
pub fn named(words: &str) -> Condition {
    let any = Condition::any().add(Column::NameKey.like(anywhere(&text::key(words))));
    match digits(words) {
        Some(digits) => any.add(Column::Phone.like(anywhere(&digits))),
        None => any,
    }
}

fn at(ctx: &Ctx, account: AccountId) -> sea_orm::sea_query::SelectStatement {
    Select::select()
        .column(account_contact::Column::ContactId)
        .from(account_contact::Entity)
        .and_where(account_contact::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account_contact::Column::AccountId.eq(account))
        .to_owned()
}

/// Where each of them is, as far as the reader may know.
async fn with_posts(ctx: &Ctx, page: Page<Model>) -> Result<Page<ContactOut>> {
    let ids: Vec<ContactId> = page.items.iter().map(|it| it.id).collect();
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(ids.iter().copied()));
    let mut of: HashMap<ContactId, Vec<account_contact::Model>> = HashMap::new();
    for post in posts.all(ctx).await? {
        of.entry(post.contact_id).or_default().push(post);
    }
    let fields = custom_field::seen(ctx, FieldRecord::Contact).await?;
    let values = custom_value::of_contacts(ctx, &fields, &ids).await?;
    Ok(page.map(|it| {
        let posts = of.remove(&it.id).unwrap_or_default();
        let values = values.get(&it.id).map(Vec::as_slice).unwrap_or_default();
        let custom = custom_value::json(&fields, values);
        ContactOut::of(it, posts, custom)
    }))
}

async fn one(ctx: &Ctx, contact: Model) -> Result<ContactOut> {
    let page = with_posts(ctx, Page { items: vec![contact], next_cursor: None }).await?;
    page.items.into_iter().next().ok_or(frame::Error::NotFound)
}

/// One person
#[utoipa::path(
    get,
    path = "/api/v1/contacts/{contact}",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    responses((status = 200, body = ContactOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<ContactId>) -> Result<Json<ContactOut>> {
    let contact = ctx.get::<contact::Entity>(id).await?;
    Ok(Json(one(&ctx, contact).await?))
}

/// A person at an account, as a program writes them.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
struct ContactIn {
    account_id: AccountId,
    /// What they are there.
    #[serde(default)]
    role: Option<String>,
    /// The company's own fields by their codes.
    #[serde(default)]
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    custom: BTreeMap<String, Value>,
    #[serde(flatten)]
    fields: ContactFields,
}

/// Write down a person at an account
#[utoipa::path(
    post,
    path = "/api/v1/contacts",
    tag = "accounts",
    responses(
        (status = 201, body = ContactOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<ContactIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let said = Said::by_program(&new.custom, true)?;
    let person = NewContact { id: None, role: new.role, fields: new.fields };
    let contact = add_contact(&tx, new.account_id, person).await?;
    let account = account::get(&tx, new.account_id).await?;
    set_values(&tx, Of::Contact(contact.id), &said, |name| about(&account, name)).await?;
    let out = one(&tx, contact).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}

/// Change a person: fields that are not named stay
#[utoipa::path(
    patch,
    path = "/api/v1/contacts/{contact}",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    request_body = ContactFields,
    responses(
        (status = 200, body = ContactOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<ContactId>,
    Json(mut patch): Json<Map<String, Value>>,
) -> Result<Json<ContactOut>> {
    let tx = ctx.begin().await?;
    let before = tx.get::<contact::Entity>(id).await?;
    let custom = patch.remove("custom").unwrap_or_default();
    let custom: Option<BTreeMap<String, Value>> = serde_json::from_value(custom)
        .map_err(|fault| frame::Error::Malformed(fault.to_string()))?;
    let said = Said::by_program(&custom.unwrap_or_default(), false)?;
    let fields = merged(&ContactFields::of(&before), patch)?;
    let contact = change_contact(&tx, id, fields).await?;
    let accounts = accounts_to_edit(&tx, id).await?;
    if let Some(account) = accounts.first() {
        set_values(&tx, Of::Contact(id), &said, |name| about(account, name)).await?;
    }
    let out = one(&tx, contact).await?;
    tx.commit().await?;
    Ok(Json(out))
}
