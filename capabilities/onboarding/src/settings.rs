//! The pages on which a company settles how its new clients are welcomed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::Refusal;
use kernel::access::{Act, Area, Role};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::keep_template::{StepFields, TemplateFields, add_template, change_template};
use crate::rules::{OnboardingRefused, StepKind, Whose};
use crate::template::{self, Model};
use crate::template_step;
use crate::words::Words;

/// Rows that a form offers beyond those that are there.
const SPARE: usize = 3;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/onboarding", get(show))
        .route("/settings/onboarding/new", get(show_new).post(submit_new))
        .route("/settings/onboarding/{checklist}", get(show_one).post(submit))
}

/// A step, as a form posts it.
#[derive(Clone, Debug, Default)]
struct Row {
    kind: String,
    label_id: String,
    label_en: String,
    days: String,
    /// `owner`, `role:finance`, or somebody's id.
    whose: String,
}

/// A checklist, as a form posts it: its rows one after the other.
#[derive(Clone, Debug, Default)]
struct TemplateForm {
    label_id: String,
    label_en: String,
    industries: String,
    retired: bool,
    rows: Vec<Row>,
}

impl TemplateForm {
    /// Of pairs as they came: those of one row stand together, and begin with its kind.
    fn posted(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "label_id" => form.label_id = value,
                "label_en" => form.label_en = value,
                "industries" => form.industries = value,
                "retired" => form.retired = true,
                "kind" => form.rows.push(Row { kind: value, ..Row::default() }),
                _ => {
                    let Some(row) = form.rows.last_mut() else { continue };
                    match name.as_str() {
                        "step_id" => row.label_id = value,
                        "step_en" => row.label_en = value,
                        "days" => row.days = value,
                        "whose" => row.whose = value,
                        _ => {}
                    }
                }
            }
        }
        form
    }

    async fn of(ctx: &Ctx, template: &Model) -> Result<Self> {
        let steps = template_step::of(ctx, &template.code).await?;
        let row = |it: template_step::Model| Row {
            kind: it.kind.word().to_owned(),
            label_id: it.label_id,
            label_en: it.label_en,
            days: it.days.to_string(),
            whose: match (it.whose, it.role, it.person_id) {
                (Whose::Role, Some(role), _) => format!("role:{}", role.word()),
                (Whose::Person, _, Some(person)) => person.to_string(),
                _ => "owner".to_owned(),
            },
        };
        Ok(Self {
            label_id: template.label_id.clone(),
            label_en: template.label_en.clone(),
            industries: template.industries().join(", "),
            retired: template.retired_at.is_some(),
            rows: steps.into_iter().map(row).collect(),
        })
    }

    /// What was meant; a row without a name is none.
    fn read(&self) -> Result<TemplateFields> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let mut steps = Vec::new();
        for row in self.rows.iter().filter(|it| text::line(&it.label_id).is_some()) {
            let kind = StepKind::from_word(&row.kind);
            if kind.is_none() {
                faults.push(Box::new(OnboardingRefused::NoKind));
            }
            let days = match row.days.trim() {
                "" => Some(0),
                typed => typed.parse().ok(),
            };
            if days.is_none() {
                faults.push(Box::new(OnboardingRefused::NoDays));
            }
            let (whose, role, person) = match row.whose.split_once(':') {
                Some(("role", word)) => (Whose::Role, Role::from_word(word), None),
                _ if row.whose == "owner" || row.whose.is_empty() => (Whose::Owner, None, None),
                _ => (Whose::Person, None, row.whose.parse().ok()),
            };
            steps.push(StepFields {
                kind: kind.unwrap_or(StepKind::Other),
                label_id: row.label_id.clone(),
                label_en: row.label_en.clone(),
                days: days.unwrap_or_default(),
                whose,
                role,
                person,
            });
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        Ok(TemplateFields {
            label_id: self.label_id.clone(),
            label_en: self.label_en.clone(),
            industries: self.industries.split([',', ';', '\n']).filter_map(text::line).collect(),
            retired: self.retired,
            steps,
        })
    }
}

/// A checklist in words.
struct Shown {
    template: Model,
    label: String,
    industries: String,
    steps: Vec<String>,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    templates: Vec<Shown>,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut templates = Vec::new();
    for it in template::all(&ctx).await? {
        let steps = template_step::of(&ctx, &it.code).await?;
        let step = |it: &template_step::Model| {
            let label = if lang == kernel::Lang::Id { &it.label_id } else { &it.label_en };
            w.step_after(label, it.days)
        };
        templates.push(Shown {
            label: it.label(lang).to_owned(),
            industries: it.industries().join(", "),
            steps: steps.iter().map(step).collect(),
            template: it,
        });
    }
    page::render(&SettingsPage { shell: ctx.shell("settings"), w, templates })
}

#[derive(Template)]
#[template(path = "template_page.html")]
struct TemplatePage {
    shell: Shell,
    w: Words,
    title: &'static str,
    form: TemplateForm,
    kinds: Vec<(String, String)>,
    whose: Vec<(String, String)>,
    faults: Faults,
}

async fn show_new(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    template_page(&ctx, true, TemplateForm::default(), None).await
}

async fn show_one(ctx: Ctx, Path(code): Path<String>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let template = template::get(&ctx, &code).await?;
    let form = TemplateForm::of(&ctx, &template).await?;
    template_page(&ctx, false, form, None).await
}

async fn submit_new(ctx: Ctx, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let form = TemplateForm::posted(pairs);
    let kept = match form.read() {
        Ok(fields) => add_template(&tx, fields).await,
        Err(error) => Err(error),
    };
    answer(tx, true, form, kept).await
}

async fn submit(
    ctx: Ctx,
    Path(code): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    template::get(&tx, &code).await?;
    let form = TemplateForm::posted(pairs);
    let kept = match form.read() {
        Ok(fields) => change_template(&tx, &code, fields).await,
        Err(error) => Err(error),
    };
    answer(tx, false, form, kept).await
}

async fn answer(tx: Tx, is_new: bool, form: TemplateForm, kept: Result<Model>) -> Result<Response> {
    match kept {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/onboarding", said)
        }
        Err(error) => template_page(&tx, is_new, form, Some(error)).await,
    }
}

async fn template_page(
    ctx: &Ctx,
    is_new: bool,
    mut form: TemplateForm,
    refused: Option<Error>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    form.rows.retain(|it| !it.label_id.is_empty());
    let other = || Row {
        kind: StepKind::Other.word().to_owned(),
        whose: "owner".to_owned(),
        ..Row::default()
    };
    form.rows.extend((0..SPARE).map(|_| other()));
    let mut whose = vec![("owner".to_owned(), w.whose_owner().to_owned())];
    for &role in Role::ALL {
        let named = people::label::role(role, lang);
        whose.push((format!("role:{}", role.word()), w.whose_role(named)));
    }
    let people = ctx
        .whole_company::<person::Entity>()
        .filter(person::Column::Status.ne(PersonStatus::Left))
        .order_by_asc(person::Column::Name);
    whose.extend(people.all(ctx).await?.into_iter().map(|it| (it.id.to_string(), it.name)));
    let page = TemplatePage {
        shell: ctx.shell("settings"),
        w,
        title: if is_new { w.template_new() } else { w.template_edit() },
        kinds: StepKind::ALL
            .iter()
            .map(|it| (it.word().to_owned(), w.kind(*it).to_owned()))
            .collect(),
        whose,
        form,
        faults,
    };
    page::render_as(status, &page)
}

impl Words {
    fn kind(self, kind: StepKind) -> &'static str {
        match kind {
            StepKind::Account => self.kind_account(),
            StepKind::Payment => self.kind_payment(),
            StepKind::Explain => self.kind_explain(),
            StepKind::Order => self.kind_order(),
            StepKind::Other => self.kind_other(),
        }
    }
}
