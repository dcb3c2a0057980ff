//! The pages on which a company settles its templates of tasks.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::keep_template::{TemplateFields, add_template, change_template, retire_template};
use crate::rules::steps::{Counted, MOST_STEPS, Step};
use crate::task_template::{self, Model, TemplateId};
use crate::words::Words;

/// Empty rows below those that are filled in.
const MORE_ROWS: usize = 3;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/task-templates", get(show_all))
        .route("/settings/task-templates/new", get(show_new).post(submit_new))
        .route("/settings/task-templates/{template}", get(show).post(submit))
        .route("/settings/task-templates/{template}/retire", post(retire))
        .route("/settings/task-templates/{template}/offer", post(offer))
}

#[derive(Template)]
#[template(path = "list_templates.html")]
struct TemplatesPage {
    shell: Shell,
    w: Words,
    /// Each with what it is made of.
    templates: Vec<(Model, String)>,
}

async fn show_all(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let w = Words::of(ctx.lang());
    let mut templates = Vec::new();
    for template in task_template::all(&ctx).await? {
        let steps = task_template::steps(&ctx, template.id).await?;
        let last = steps.iter().map(|it| it.days).max().unwrap_or_default();
        let count = i64::try_from(steps.len()).unwrap_or_default();
        templates.push((template, w.template_holds(count, last)));
    }
    page::render(&TemplatesPage { shell: ctx.shell("settings"), w, templates })
}

/// A row of the form, as it is typed.
#[derive(Clone, Debug, Default)]
struct Row {
    number: usize,
    text: String,
    days: String,
    counted: String,
}

impl Row {
    fn counts(&self, word: &str) -> bool {
        self.counted == word
    }
}

#[derive(Template)]
#[template(path = "keep_template.html")]
struct TemplatePage {
    shell: Shell,
    w: Words,
    template: Option<Model>,
    name: String,
    rows: Vec<Row>,
    faults: Faults,
}

impl TemplatePage {
    fn counts(&self) -> [(&'static str, &'static str); 2] {
        [
            (Counted::Calendar.word(), self.w.counted_calendar()),
            (Counted::Working.word(), self.w.counted_working()),
        ]
    }
}

fn template_page(
    ctx: &Ctx,
    template: Option<Model>,
    name: String,
    rows: Vec<Row>,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let empty = MORE_ROWS.min(MOST_STEPS.saturating_sub(rows.len()));
    let rows = rows.into_iter().chain(std::iter::repeat_n(Row::default(), empty));
    let rows = (1..).zip(rows).map(|(number, row)| Row { number, ..row }).collect();
    let (shell, w) = (ctx.shell("settings"), Words::of(ctx.lang()));
    page::render_as(status, &TemplatePage { shell, w, template, name, rows, faults })
}

async fn show_new(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    template_page(&ctx, None, String::new(), Vec::new(), Faults::default())
}

async fn show(ctx: Ctx, Path(id): Path<TemplateId>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let template = task_template::get(&ctx, id).await?;
    let rows = task_template::steps(&ctx, id).await?.into_iter().map(|it| Row {
        number: 0,
        text: it.text,
        days: it.days.to_string(),
        counted: it.counted.word().to_owned(),
    });
    let name = template.name.clone();
    template_page(&ctx, Some(template), name, rows.collect(), Faults::default())
}

/// The form: a name, and of each row what its inputs of the same names hold.
fn read(pairs: &[(String, String)]) -> (String, Vec<Row>) {
    let all = |name: &str| -> Vec<&str> {
        pairs.iter().filter(|it| it.0 == name).map(|it| it.1.trim()).collect()
    };
    let name = all("name").first().copied().unwrap_or_default().to_owned();
    let (days, counted) = (all("days"), all("counted"));
    let at = |list: &[&str], place: usize| list.get(place).copied().unwrap_or_default().to_owned();
    let rows = all("text").into_iter().enumerate().map(|(place, text)| Row {
        number: 0,
        text: text.to_owned(),
        days: at(&days, place),
        counted: at(&counted, place),
    });
    (name, rows.filter(|it| !it.text.is_empty() || !it.days.is_empty()).collect())
}

/// What stands in the rows; what is no number of days is refused as one that is out of bounds.
fn fields(name: &str, rows: &[Row]) -> TemplateFields {
    let step = |it: &Row| Step {
        text: it.text.clone(),
        days: if it.days.is_empty() { 0 } else { it.days.parse().unwrap_or(-1) },
        counted: Counted::from_word(&it.counted).unwrap_or_default(),
    };
    TemplateFields { name: name.to_owned(), steps: rows.iter().map(step).collect() }
}

async fn submit_new(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (name, rows) = read(&pairs);
    match add_template(&tx, fields(&name, &rows)).await {
        Ok(template) => {
            let said = Words::of(tx.lang()).template_saved(&template.name);
            tx.commit().await?;
            page::redirect_saying("/settings/task-templates", &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            template_page(&tx, None, name, rows, faults)
        }
    }
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<TemplateId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let before = task_template::get(&tx, id).await?;
    let (name, rows) = read(&pairs);
    match change_template(&tx, id, fields(&name, &rows)).await {
        Ok(template) => {
            let said = Words::of(tx.lang()).template_saved(&template.name);
            tx.commit().await?;
            page::redirect_saying("/settings/task-templates", &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            template_page(&tx, Some(before), name, rows, faults)
        }
    }
}

async fn retire(ctx: Ctx, Path(id): Path<TemplateId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let template = retire_template(&tx, id, false).await?;
    let said = Words::of(tx.lang()).told_template_retired(&template.name);
    tx.commit().await?;
    let undo = format!("/settings/task-templates/{id}/offer");
    page::redirect_undoable("/settings/task-templates", &said, &undo)
}

async fn offer(ctx: Ctx, Path(id): Path<TemplateId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let template = retire_template(&tx, id, true).await?;
    let said = Words::of(tx.lang()).told_template_offered_again(&template.name);
    tx.commit().await?;
    page::redirect_saying("/settings/task-templates", &said)
}
