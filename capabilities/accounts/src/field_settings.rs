//! The pages on which a company settles its own fields.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path, Query};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Lang, Refusal};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::custom_field::{self, CustomFieldId, FieldRecord};
use crate::keep_field::{FieldSettings, add_field, change_field, move_field};
use crate::rules::client_refused::ClientRefused;
use crate::rules::custom::{Choice, Circle, FieldKind, limit_inputs, typed_limits};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/clients/fields/new", get(show_new).post(submit_new))
        .route("/settings/clients/fields/{field}", get(show).post(submit))
        .route("/settings/clients/fields/{field}/move", post(turn))
}

impl Words {
    pub fn field_kind(self, kind: FieldKind) -> &'static str {
        match kind {
            FieldKind::Text => self.field_is_text(),
            FieldKind::Number => self.field_is_number(),
            FieldKind::Money => self.field_is_money(),
            FieldKind::Date => self.field_is_date(),
            FieldKind::YesNo => self.field_is_yes_no(),
            FieldKind::Choice => self.field_is_choice(),
            FieldKind::Choices => self.field_is_choices(),
            FieldKind::Link => self.field_is_link(),
            FieldKind::Phone => self.field_is_phone(),
            FieldKind::Email => self.field_is_email(),
        }
    }

    pub fn circle(self, circle: Circle) -> &'static str {
        match circle {
            Circle::Everybody => self.circle_everybody(),
            Circle::Managers => self.circle_managers(),
            Circle::Finance => self.circle_finance(),
            Circle::Administrators => self.circle_administrators(),
        }
    }
}

/// A field, as a form posts it. `choice.CODE.id` and `choice.CODE.en` name what there is to choose
/// from; `more` holds new ones, one a line. Limits stand in inputs of their own names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    record: String,
    kind: String,
    label_id: String,
    label_en: String,
    help_id: String,
    help_en: String,
    required: Option<String>,
    in_list: Option<String>,
    hidden: Option<String>,
    seen_by: String,
    kept_by: String,
    more: String,
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

impl Typed {
    fn of(field: &custom_field::Model, lang: Lang) -> Self {
        let yes = |it: bool| it.then(|| "on".to_owned());
        Self {
            record: field.record.word().to_owned(),
            kind: field.kind.word().to_owned(),
            label_id: field.label_id.clone(),
            label_en: field.label_en.clone(),
            help_id: field.help_id.clone(),
            help_en: field.help_en.clone(),
            required: yes(field.required),
            in_list: yes(field.in_list),
            hidden: yes(field.hidden_at.is_some()),
            seen_by: field.seen_by.word().to_owned(),
            kept_by: field.kept_by.word().to_owned(),
            rest: limit_inputs(&field.limits(), lang),
            ..Self::default()
        }
    }

    fn settings(
        &self,
        kind: FieldKind,
        known: &[Choice],
        currency: &str,
        lang: Lang,
    ) -> Result<FieldSettings> {
        let limits = typed_limits(&self.rest, kind, currency, lang).map_err(|all| {
            Error::Invalid(all.into_iter().map(|it| Box::new(it) as Box<dyn Refusal>).collect())
        })?;
        let circle = |word: &str, field| {
            Circle::from_word(word).ok_or_else(|| Error::refused(ClientRefused::NoChoice(field)))
        };
        let mut choices: Vec<Choice> = Vec::new();
        for it in known {
            let said = |what: &str| self.rest.get(&format!("choice.{}.{what}", it.code)).cloned();
            let Some(id) = said("id") else { continue };
            let en = said("en").unwrap_or_default();
            choices.push(Choice {
                code: it.code.clone(),
                id,
                en,
                hidden: said("hidden").is_some(),
            });
        }
        for line in self.more.lines().filter(|it| !it.trim().is_empty()) {
            let (id, en) = line.split_once('|').unwrap_or((line, ""));
            let (id, en) = (id.trim().to_owned(), en.trim().to_owned());
            choices.push(Choice { code: String::new(), id, en, hidden: false });
        }
        Ok(FieldSettings {
            label_id: self.label_id.clone(),
            label_en: self.label_en.clone(),
            help_id: self.help_id.clone(),
            help_en: self.help_en.clone(),
            choices,
            limits,
            required: self.required.is_some(),
            in_list: self.in_list.is_some(),
            seen_by: circle(&self.seen_by, "seen_by")?,
            kept_by: circle(&self.kept_by, "kept_by")?,
            hidden: self.hidden.is_some(),
        })
    }
}

#[derive(Template)]
#[template(path = "field_settings.html")]
struct FieldPage {
    shell: Shell,
    w: Words,
    /// None for a new one.
    field: Option<custom_field::Model>,
    choices: Vec<Choice>,
    typed: Typed,
    faults: Faults,
}

impl FieldPage {
    fn records(&self) -> Vec<(&'static str, &'static str)> {
        vec![
            (FieldRecord::Account.word(), self.w.accounts_title()),
            (FieldRecord::Contact.word(), self.w.contacts_title()),
        ]
    }

    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        FieldKind::ALL.iter().map(|&it| (it.word(), self.w.field_kind(it))).collect()
    }

    fn circles(&self) -> Vec<(&'static str, &'static str)> {
        Circle::ALL.iter().map(|&it| (it.word(), self.w.circle(it))).collect()
    }

    /// Whether it may become one of this kind, or is one.
    fn may_be(&self, kind: &str) -> bool {
        self.field.as_ref().is_none_or(|it| it.kind.word() == kind)
    }

    fn has_choices(&self) -> bool {
        self.field.as_ref().is_none_or(|it| it.kind.has_choices())
    }

    /// What stands in the input of this limit.
    fn limit(&self, input: &str) -> String {
        self.typed.rest.get(input).cloned().unwrap_or_default()
    }

    /// How many decimals a number may have, beside as many as are kept.
    fn decimals(&self) -> [(&'static str, &'static str); 4] {
        let w = self.w;
        [
            ("0", w.limit_decimals_none()),
            ("1", w.limit_decimals_one()),
            ("2", w.limit_decimals_two()),
            ("3", w.limit_decimals_three()),
        ]
    }

    fn is_of_accounts(&self) -> bool {
        self.field.as_ref().is_none_or(|it| it.record == FieldRecord::Account)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    record: String,
}

async fn show_new(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let everybody = Circle::Everybody.word().to_owned();
    let record = FieldRecord::from_word(&asked.record).unwrap_or(FieldRecord::Account);
    let typed = Typed {
        record: record.word().to_owned(),
        kind: FieldKind::Text.word().to_owned(),
        seen_by: everybody.clone(),
        kept_by: everybody,
        ..Typed::default()
    };
    field_page(&ctx, None, typed, Faults::default())
}

fn field_page(
    ctx: &Ctx,
    field: Option<custom_field::Model>,
    typed: Typed,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let choices = field.as_ref().map(custom_field::Model::choices).unwrap_or_default();
    let (shell, w) = (ctx.shell("settings"), Words::of(ctx.lang()));
    page::render_as(status, &FieldPage { shell, w, field, choices, typed, faults })
}

async fn submit_new(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let currency = people::company::mine(&tx).await?.currency;
    let refused = |field| move || Error::refused(ClientRefused::NoChoice(field));
    let read = FieldRecord::from_word(&typed.record).ok_or_else(refused("record")).and_then(|it| {
        let kind = FieldKind::from_word(&typed.kind).ok_or_else(refused("kind"))?;
        Ok((it, kind, typed.settings(kind, &[], &currency, tx.lang())?))
    });
    let added = match read {
        Ok((record, kind, settings)) => add_field(&tx, record, kind, settings).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/clients", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            field_page(&tx, None, typed, faults)
        }
    }
}

async fn show(ctx: Ctx, Path(id): Path<CustomFieldId>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let field = custom_field::get(&ctx, id).await?;
    let typed = Typed::of(&field, ctx.lang());
    field_page(&ctx, Some(field), typed, Faults::default())
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<CustomFieldId>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::Settings)?;
    let field = custom_field::get(&tx, id).await?;
    let currency = people::company::mine(&tx).await?.currency;
    let settings = typed.settings(field.kind, &field.choices(), &currency, tx.lang());
    let changed = match settings {
        Ok(settings) => change_field(&tx, id, settings).await.map(|_| ()),
        Err(error) => Err(error),
    };
    match changed {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/clients", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            field_page(&tx, Some(field), typed, faults)
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Turn {
    /// `earlier` or `later`.
    turn: String,
}

async fn turn(ctx: Ctx, Path(id): Path<CustomFieldId>, Form(form): Form<Turn>) -> Result<Response> {
    let tx = ctx.begin().await?;
    move_field(&tx, id, form.turn == "earlier").await?;
    tx.commit().await?;
    page::redirect("/settings/clients")
}
