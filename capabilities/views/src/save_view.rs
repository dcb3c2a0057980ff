//! Somebody keeps what they ask of a list under a name.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Listed, Page, Question};
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::Shared;
use sea_orm::ActiveValue::Set;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::kept::{Kept, kept};
use crate::list;
use crate::rules::{MOST_VIEWS, ViewRefused, may_keep, named};
use crate::saved_view::{self, ActiveModel, Model, ViewOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/views/new", get(show).post(submit)).routes(routes!(index, create))
}

/// What somebody wants to keep.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = ViewIn)]
pub struct Saving {
    /// `accounts`, `opportunities`, …
    pub list: String,
    pub name: String,
    /// As it stands in the list's address behind the `?`.
    pub question: String,
    /// `own` unless told.
    pub shared: Option<Shared>,
}

/// Keeps a question of a list. That the list understands it is not asked: it did when the question
/// was asked of it, and says so itself when it no longer does.
pub async fn save_view(tx: &Tx, saving: Saving) -> Result<Model> {
    let list = list::find(tx, &saving.list)?;
    let name = named(text::line(&saving.name)).map_err(Error::refused)?;
    let question = written(&saving.question)?;
    may_keep(&question).map_err(Error::refused)?;
    let (count, taken) = saved_view::kept(tx, list.word, &name, None).await?;
    if taken {
        return Err(Error::refused(ViewRefused::NameTaken));
    }
    if MOST_VIEWS <= count {
        return Err(Error::refused(ViewRefused::TooMany));
    }

    let view = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            owner_id: Set(tx.actor.person),
            list: Set(list.word.to_owned()),
            name: Set(name),
            question: Set(question),
            shared: Set(saving.shared.unwrap_or(Shared::Own)),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            hidden_at: Set(None),
        })
        .await?;

    tx.record(about("views.saved", &view));
    Ok(view)
}

/// The question in one way of writing.
pub fn written(question: &str) -> Result<String> {
    Ok(Question::read(question)?.in_order().text())
}

pub fn about(event: &'static str, view: &Model) -> Event {
    Event::of(event, "view", view.id)
        .owner(view.owner_id)
        .with("list", view.list.clone())
        .with("name", view.name.clone())
        .with("shared", view.shared.word())
}

// In the browser.

#[derive(Template)]
#[template(path = "save_view.html")]
struct NewPage {
    shell: Shell,
    w: Words,
    form: ViewForm,
    /// What it would keep, in words.
    kept: Kept,
    back: String,
    faults: Faults,
}

impl NewPage {
    fn circles(&self) -> Vec<(&'static str, String)> {
        circles(self.w)
    }
}

/// With whom a view may be shared.
pub fn circles(w: Words) -> Vec<(&'static str, String)> {
    Shared::ALL.iter().map(|it| (it.word(), w.shared(it.word()))).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ViewForm {
    list: String,
    question: String,
    name: String,
    shared: String,
}

async fn show(ctx: Ctx, Query(form): Query<ViewForm>) -> Result<Response> {
    let list = list::find(&ctx, &form.list)?;
    let form = ViewForm { shared: Shared::Own.word().to_owned(), ..form };
    render(&ctx, &list, form, Faults::default()).await
}

async fn render(ctx: &Ctx, list: &Listed, form: ViewForm, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let back = list::address(list, &written(&form.question).unwrap_or_default());
    let kept = kept(ctx, list, &form.question).await?;
    let (shell, w) = (ctx.shell(list.section), Words::of(ctx.lang()));
    page::render_as(status, &NewPage { shell, w, form, kept, back, faults })
}

async fn submit(ctx: Ctx, Form(form): Form<ViewForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let list = list::find(&tx, &form.list)?;
    let saving = Saving {
        list: form.list.clone(),
        name: form.name.clone(),
        question: form.question.clone(),
        shared: Shared::from_word(&form.shared),
    };
    match save_view(&tx, saving).await {
        Ok(view) => {
            let said = Words::of(tx.lang()).view_saved(&view.name);
            tx.commit().await?;
            page::redirect_saying(&list::address(&list, &view.question), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            render(&tx, &list, form, faults).await
        }
    }
}

// In the API.

/// Which list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// `accounts`, `opportunities`, …
    list: String,
}

/// The kept questions of a list: one's own, and those that others share
#[utoipa::path(
    get,
    path = "/api/v1/views",
    tag = "views",
    params(Which),
    responses((status = 200, body = Page<ViewOut>)),
)]
async fn index(ctx: Ctx, Query(which): Query<Which>) -> Result<Json<Page<ViewOut>>> {
    let list = list::find(&ctx, &which.list)?;
    let views = saved_view::of_list(&ctx, list.word).await?;
    let items = views.into_iter().map(ViewOut::from).collect();
    Ok(Json(Page { items, next_cursor: None }))
}

/// Keep a question of a list under a name
#[utoipa::path(
    post,
    path = "/api/v1/views",
    tag = "views",
    request_body = Saving,
    responses((status = 201, body = ViewOut), (status = 422, body = api::Problem)),
)]
async fn create(ctx: Ctx, Json(saving): Json<Saving>) -> Result<(StatusCode, Json<ViewOut>)> {
    let tx = ctx.begin().await?;
    let out = ViewOut::from(save_view(&tx, saving).await?);
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}
