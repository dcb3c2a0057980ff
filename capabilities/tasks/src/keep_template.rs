//! A company settles which tasks belong together, and when each is due.

use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::rules::steps::{Step, TemplateRefused, check};
use crate::task_template::{self, ActiveModel, Model, StepOut, TemplateId, TemplateOut, steps};
use crate::task_template_step as row;

/// As many templates as one can choose from.
const MOST: usize = 100;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(change))
}

/// A template, as it is settled.
#[derive(Clone, Debug)]
pub struct TemplateFields {
    pub name: String,
    pub steps: Vec<Step>,
}

impl TemplateFields {
    fn checked(self) -> Result<Self> {
        let name = text::line(&self.name).unwrap_or_default();
        let step = |it: Step| Step { text: text::line(&it.text).unwrap_or_default(), ..it };
        let steps: Vec<Step> = self.steps.into_iter().map(step).collect();
        check(&name, &steps).map_err(Error::refused)?;
        Ok(Self { name, steps })
    }
}

/// Adds a template.
pub async fn add_template(tx: &Tx, new: TemplateFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let new = new.checked()?;
    if MOST <= task_template::all(tx).await?.len() {
        return Err(Error::refused(TemplateRefused::TooManyTemplates));
    }

    let template = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            name: Set(new.name),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            retired_at: Set(None),
        })
        .await?;
    write_steps(tx, template.id, new.steps).await?;
    tx.record(event("accounts.template_kept", &template));
    Ok(template)
}

/// Changes a template. What was put on clients from it stays as it is.
pub async fn change_template(tx: &Tx, id: TemplateId, new: TemplateFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = task_template::get(tx, id).await?;
    let new = new.checked()?;
    if new.name == before.name && new.steps == steps(tx, id).await? {
        return Ok(before);
    }

    let mut template = before.into_active_model();
    template.name = Set(new.name);
    template.updated_at = Set(tx.now);
    let template = tx.update(template).await?;
    let old = row::Column::TemplateId.eq(id);
    tx.delete_where::<row::Entity, _>(row::Column::CompanyId, old).await?;
    write_steps(tx, id, new.steps).await?;
    tx.record(event("accounts.template_kept", &template));
    Ok(template)
}

/// Offers a template no more, or again.
pub async fn retire_template(tx: &Tx, id: TemplateId, offered: bool) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = task_template::get(tx, id).await?;
    if before.retired_at.is_none() == offered {
        return Ok(before);
    }

    let mut template = before.into_active_model();
    template.retired_at = Set(Some(tx.now).filter(|_| !offered));
    template.updated_at = Set(tx.now);
    let template = tx.update(template).await?;
    let name =
        if offered { "accounts.template_offered_again" } else { "accounts.template_retired" };
    tx.record(event(name, &template));
    Ok(template)
}

/// Takes a template of tasks back: what was put on clients from it stands by itself.
pub async fn remove_template(tx: &Tx, id: TemplateId) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let this = tx.whole_company::<task_template::Entity>();
    let this = this.filter(task_template::Column::Id.eq(id));
    let Some(template) = this.one(&**tx).await? else { return Ok(true) };
    let removal = tx.unless_needed(async |tx| {
        let steps = Condition::all().add(row::Column::TemplateId.eq(id));
        let company = row::Column::CompanyId;
        tx.delete_where::<row::Entity, _>(company, steps).await?;
        let this = task_template::Column::Id.eq(id);
        let company = task_template::Column::CompanyId;
        tx.delete_where::<task_template::Entity, _>(company, this).await.map(drop)
    });
    let gone = removal.await?;
    if gone {
        let removed = Event::of("accounts.word_removed", "company", tx.actor.company);
        tx.record(removed.with("kind", "task-template").with("name", template.name));
    }
    Ok(gone)
}

async fn write_steps(tx: &Tx, template: TemplateId, steps: Vec<Step>) -> Result<()> {
    let rows = (1..).zip(steps).map(|(position, it)| row::ActiveModel {
        company_id: Set(tx.actor.company),
        template_id: Set(template),
        position: Set(position),
        text: Set(it.text),
        days: Set(it.days),
        counted: Set(it.counted),
    });
    tx.insert_all(rows.collect()).await
}

fn event(name: &'static str, template: &Model) -> Event {
    Event::of(name, "task-template", template.id).with("name", template.name.clone())
}

// In the API.

#[derive(Serialize, utoipa::ToSchema)]
struct Templates {
    items: Vec<TemplateOut>,
}

/// The company's templates of tasks
#[utoipa::path(
    get,
    path = "/api/v1/task-templates",
    tag = "accounts",
    responses((status = 200, body = Templates)),
)]
async fn list(ctx: Ctx) -> Result<Json<Templates>> {
    if !ctx.may(Act::Create, Area::Accounts) {
        return Err(Error::Denied);
    }
    let mut items = Vec::new();
    for template in task_template::all(&ctx).await? {
        let steps = steps(&ctx, template.id).await?;
        items.push(TemplateOut::of(template, steps));
    }
    Ok(Json(Templates { items }))
}

/// A template to keep.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct TemplateIn {
    name: String,
    steps: Vec<StepOut>,
}

impl TemplateIn {
    fn fields(self) -> TemplateFields {
        let step = |it: StepOut| Step { text: it.text, days: it.days, counted: it.counted };
        TemplateFields { name: self.name, steps: self.steps.into_iter().map(step).collect() }
    }
}

/// Add a template of tasks
#[utoipa::path(
    post,
    path = "/api/v1/task-templates",
    tag = "accounts",
    responses(
        (status = 201, body = TemplateOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<TemplateIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let template = add_template(&tx, new.fields()).await?;
    let steps = steps(&tx, template.id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(TemplateOut::of(template, steps))))
}

/// What changes of a template; what is not named stays.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct TemplatePatch {
    name: Option<String>,
    steps: Option<Vec<StepOut>>,
    /// False: it is not offered any more.
    offered: Option<bool>,
}

/// Change a template of tasks; what was made from it stays
#[utoipa::path(
    patch,
    path = "/api/v1/task-templates/{template}",
    tag = "accounts",
    params(("template" = TemplateId, Path)),
    responses(
        (status = 200, body = TemplateOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<TemplateId>,
    Json(patch): Json<TemplatePatch>,
) -> Result<Json<TemplateOut>> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let before = task_template::get(&tx, id).await?;
    let name = patch.name.unwrap_or(before.name);
    let new = match patch.steps {
        Some(steps) => TemplateIn { name, steps }.fields(),
        None => TemplateFields { name, steps: steps(&tx, id).await? },
    };
    let mut template = change_template(&tx, id, new).await?;
    if let Some(offered) = patch.offered {
        template = retire_template(&tx, id, offered).await?;
    }
    let steps = steps(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(TemplateOut::of(template, steps)))
}
