//! The page on which a company settles what there is to say of its clients.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::custom_field::{self, FieldRecord};
use crate::keep_term::{TermFields, add_term, change_term};
use crate::payment_term::{self, TermKind};
use crate::rules::client_refused::ClientRefused;
use crate::rules::custom::Circle;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/clients", get(show))
        .route("/settings/clients/terms", post(new_term))
        .route("/settings/clients/terms/change", post(keep_term))
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    terms: Vec<payment_term::Model>,
    /// Of accounts and of contacts.
    fields: Vec<Fields>,
    faults: Faults,
}

impl SettingsPage {
    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        TermKind::ALL.iter().map(|&it| (it.word(), self.w.term_kind(it))).collect()
    }
}

/// The company's own fields of one kind of record.
struct Fields {
    title: &'static str,
    /// Where another is added.
    add: String,
    rows: Vec<(custom_field::Model, String, String)>,
}

impl Fields {
    async fn of(ctx: &Ctx, record: FieldRecord) -> Result<Self> {
        let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
        let rows = custom_field::all(ctx, record).await?.into_iter().map(|it| {
            let mut about = vec![w.field_kind(it.kind)];
            about.extend(it.required.then_some(w.field_required()));
            about.extend(it.in_list.then_some(w.field_in_list()));
            about.extend((it.seen_by != Circle::Everybody).then(|| w.circle(it.seen_by)));
            let about = about.join(" · ");
            let label = it.label(lang).to_owned();
            (it, label, about)
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|it| it.0.hidden_at.is_some());
        Ok(Self {
            title: match record {
                FieldRecord::Account => w.fields_of_accounts(),
                FieldRecord::Contact => w.fields_of_contacts(),
            },
            add: page::address("/settings/clients/fields/new", [("record", record.word())]),
            rows,
        })
    }
}

impl Words {
    pub fn term_kind(self, kind: TermKind) -> &'static str {
        match kind {
            TermKind::Net => self.term_net(),
            TermKind::MonthEnd => self.term_month_end(),
            TermKind::Prepaid => self.term_prepaid(),
            TermKind::OnDelivery => self.term_on_delivery(),
        }
    }
}

/// A term, as a form posts it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    code: String,
    label_id: String,
    label_en: String,
    kind: String,
    days: String,
    usual: Option<String>,
    hidden: Option<String>,
}

impl Typed {
    fn term(&self) -> Result<TermFields> {
        let kind = TermKind::from_word(&self.kind);
        let kind = kind.ok_or_else(|| Error::refused(ClientRefused::NoChoice("kind")))?;
        let days = match self.days.trim() {
            "" => 0,
            days => days.parse().map_err(|_| Error::refused(ClientRefused::NoDays))?,
        };
        Ok(TermFields {
            label_id: self.label_id.clone(),
            label_en: self.label_en.clone(),
            kind,
            days,
            usual: self.usual.is_some(),
            hidden: self.hidden.is_some(),
        })
    }
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    settings_page(&ctx, Faults::default()).await
}

async fn settings_page(ctx: &Ctx, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = SettingsPage {
        shell: ctx.shell("settings"),
        w: Words::of(ctx.lang()),
        terms: payment_term::all(ctx).await?,
        fields: vec![
            Fields::of(ctx, FieldRecord::Account).await?,
            Fields::of(ctx, FieldRecord::Contact).await?,
        ],
        faults,
    };
    page::render_as(status, &page)
}

async fn new_term(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match typed.term() {
        Ok(term) => add_term(&tx, term).await.map(|_| ()),
        Err(error) => tx.permit_company(Act::Edit, Area::Settings).and(Err(error)),
    };
    answer(tx, kept).await
}

async fn keep_term(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match typed.term() {
        Ok(term) => change_term(&tx, &typed.code, term).await.map(|_| ()),
        Err(error) => tx.permit_company(Act::Edit, Area::Settings).and(Err(error)),
    };
    answer(tx, kept).await
}

async fn answer(tx: Tx, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/clients", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, faults).await
        }
    }
}
