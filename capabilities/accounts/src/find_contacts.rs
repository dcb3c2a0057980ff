//! The people at clients are looked for: by name, number or address, and by how they are reached.

use std::collections::HashMap;

use frame::web::list::{Cut, Page, Tally, read};
use frame::{Ctx, Result, text};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::contact::{self, Column, ContactId, ContactOut, Model};
use crate::contact_merge::part_of_others;
use crate::custom_field::{self, FieldRecord};
use crate::custom_value;
use crate::find_accounts::{anywhere, digits};
use crate::look_alike_contacts::at;
use crate::rules::DAYS_TO_RESTORE;
use crate::rules::reaching::{Channel, Consent};

/// Which people.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the name, in a telephone number, or in the address of mail.
    pub q: String,
    /// `deleted`: those who can still be taken back; otherwise those who are there.
    #[param(pattern = "^(deleted)?$")]
    pub status: String,
    /// Those at this account.
    #[param(value_type = Option<AccountId>)]
    pub account_id: String,
    /// `phone`, `whatsapp`, `email` or `visit`: how they prefer to be reached.
    #[param(value_type = Option<Channel>)]
    pub channel: String,
    /// What they said of being written to for offers.
    #[param(value_type = Option<Consent>)]
    pub consent: String,
}

/// Some of the people at clients that the actor may view, by name.
pub async fn find_contacts(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<ContactOut>> {
    with_posts(ctx, cut_out(ctx, looked, cut).await?).await
}

/// The same, as they are kept.
pub async fn cut_out(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut found = ctx.find::<contact::Entity>().filter(filters(ctx, looked).await?);
    if let Some((key, id)) = cut.after::<(String, ContactId)>()? {
        let row = Expr::tuple([Column::NameKey.into_expr(), Column::Id.into_expr()]);
        found = found.filter(row.gt(Expr::tuple([SimpleExpr::from(key), SimpleExpr::from(id)])));
    }
    let found = found.order_by_asc(Column::NameKey).order_by_asc(Column::Id).limit(limit + 1);
    Page::cut(found.all(ctx).await?, limit, |it| (it.name_key.clone(), it.id))
}

/// How many there are that fit.
pub async fn count_contacts(ctx: &Ctx, looked: &Looked) -> Result<Tally> {
    let found = ctx.find::<contact::Entity>().filter(filters(ctx, looked).await?);
    Tally::of(ctx, [found]).await
}

async fn filters(ctx: &Ctx, looked: &Looked) -> Result<Condition> {
    let deleted = read("status", &looked.status, |it| (it == "deleted").then_some(()))?;
    let mut filters = if deleted.is_some() {
        let since = ctx.now.plus_days(-DAYS_TO_RESTORE);
        Condition::all()
            .add(Column::HiddenAt.gte(since))
            .add(Column::Id.not_in_subquery(part_of_others(ctx)))
    } else {
        Condition::all().add(Column::HiddenAt.is_null())
    };
    let account = |it: &str| it.parse::<AccountId>().ok();
    if let Some(account) = read("account_id", &looked.account_id, account)? {
        account::get(ctx, account).await?;
        filters = filters.add(Column::Id.in_subquery(at(ctx, account)));
    }
    if let Some(words) = text::line(&looked.q) {
        filters = filters.add(named(&words));
    }
    if let Some(channel) = read("channel", &looked.channel, Channel::from_word)? {
        filters = filters.add(Column::Channel.eq(channel));
    }
    if let Some(consent) = read("consent", &looked.consent, Consent::from_word)? {
        filters = filters.add(Column::Consent.eq(consent));
    }
    Ok(filters)
}

/// People in whose name, numbers or address of mail this stands.
fn named(words: &str) -> Condition {
    let mail = anywhere(&words.to_lowercase());
    let any = Condition::any()
        .add(Column::NameKey.like(anywhere(&text::key(words))))
        .add(Expr::expr(sea_orm::sea_query::Func::lower(Column::Email.into_expr())).like(mail));
    match digits(words) {
        Some(digits) => any
            .add(Column::Phone.like(anywhere(&digits)))
            .add(Column::Whatsapp.like(anywhere(&digits))),
        None => any,
    }
}

/// Where each of them is, as far as the reader may know.
pub async fn with_posts(ctx: &Ctx, page: Page<Model>) -> Result<Page<ContactOut>> {
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

/// Where this one is, as far as the reader may know.
pub async fn with_posts_of(ctx: &Ctx, contact: Model) -> Result<ContactOut> {
    let page = with_posts(ctx, Page { items: vec![contact], next_cursor: None }).await?;
    page.items.into_iter().next().ok_or(frame::Error::NotFound)
}
