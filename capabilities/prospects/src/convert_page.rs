//! The page on which one sees what will come of a prospect, and says what should.

use accounts::{AccountId, AccountStatus, account, contact};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, text};
use kernel::Lang;
use kernel::access::Act;
use kernel::money::Money;
use pipeline::stage::pipelines;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::convert::{Client, Conversion, Deal, Person, convert};
use crate::fields::ProspectFields;
use crate::prospect::{self, Model, ProspectId};
use crate::prospect_form::typed;
use crate::rules::ProspectRefused;
use crate::shown::{Shown, shown};
use crate::twins::{LOOKS_LIKE, Twin, like_accounts, traits};
use crate::words::Words;

/// So many clients are offered while one types.
const MOST_CLIENTS: u64 = 200;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects/{prospect}/convert", get(show).post(submit))
}

/// What is to come of it, as a browser sends it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct ConvertForm {
    /// `new`, `other` (which is named), or a client's id.
    client: String,
    /// The other client's name.
    account_id: String,
    account_status: String,
    anyway: String,
    /// `new`, `none`, or a contact's id.
    person: String,
    with_deal: String,
    deal_name: String,
    /// Pipeline and stage, with a stroke between.
    stage: String,
    amount: String,
    version: Option<i64>,
}

impl ConvertForm {
    async fn read(&self, ctx: &Ctx, it: &Model) -> Result<Conversion> {
        let unknown = || Error::refused(ProspectRefused::UnknownAccount);
        let client = match self.client.as_str() {
            "new" | "" => Client::New {
                status: AccountStatus::from_word(&self.account_status).unwrap_or_default(),
                anyway: !self.anyway.is_empty(),
            },
            "other" => {
                let name = text::line(&self.account_id).ok_or_else(unknown)?;
                Client::Known(account::of_name(ctx, &name).await?.ok_or_else(unknown)?.id)
            }
            id => Client::Known(id.parse().map_err(|_| unknown())?),
        };
        let person = match self.person.as_str() {
            "new" | "" => Person::New,
            "none" => Person::Nobody,
            id => {
                let unknown = |_| Error::refused(ProspectRefused::UnknownContact);
                Person::Known(id.parse().map_err(unknown)?)
            }
        };
        let deal =
            if self.with_deal.is_empty() { None } else { Some(self.deal(&it.value_currency)?) };
        Ok(Conversion { client, person, deal, version: self.version })
    }

    fn deal(&self, currency: &str) -> Result<Deal> {
        let amount = match text::line(&self.amount) {
            None => None,
            Some(typed) => {
                let amount = accounts::rules::amount(&typed, Money::decimals(currency));
                Some(amount.ok_or_else(|| Error::refused(ProspectRefused::NoAmount))?)
            }
        };
        let place = self.stage.split_once('/');
        Ok(Deal {
            name: self.deal_name.clone(),
            pipeline: place.map(|it| it.0.to_owned()),
            stage: place.map(|it| it.1.to_owned()),
            value: amount.map(|it| Money::new(it, currency)),
        })
    }
}

/// A pipeline with the stages in which a deal may begin.
struct Way {
    label: String,
    stages: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "convert.html")]
struct ConvertPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    prospect: Shown,
    form: ConvertForm,
    /// Clients that look like it.
    twins: Vec<Twin>,
    /// The page has just warned of them.
    warned: bool,
    clients: Vec<String>,
    statuses: Vec<(String, String)>,
    /// People who have this number or address already: id, name.
    people: Vec<(String, String)>,
    ways: Vec<Way>,
    faults: Faults,
}

impl ConvertPage {
    fn is_twin(&self, id: &AccountId) -> bool {
        self.form.client == id.to_string()
    }
}

async fn show(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let it = prospect::get_open(&ctx, id).await?;
    let known = pipelines(&ctx).await?;
    let first = known.first(pipeline::pipeline::NEW_BUSINESS, pipeline::OpportunityKind::Open);
    let form = ConvertForm {
        client: "new".to_owned(),
        account_status: AccountStatus::Prospect.word().to_owned(),
        person: "new".to_owned(),
        with_deal: if it.value_amount.is_some() { "on" } else { "" }.to_owned(),
        deal_name: it.name.clone(),
        stage: first.map(|it| format!("{}/{}", it.pipeline, it.code)).unwrap_or_default(),
        amount: it.value_amount.map(|a| typed(a, &it.value_currency)).unwrap_or_default(),
        version: Some(it.version),
        ..ConvertForm::default()
    };
    convert_page(&ctx, it, form, None).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Form(form): Form<ConvertForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let before = prospect::get_open(&tx, id).await?;
    let converted = match form.read(&tx, &before).await {
        Ok(how) => convert(&tx, id, how).await,
        Err(error) => Err(error),
    };
    match converted {
        Ok(after) => {
            let said = Words::of(tx.lang()).prospect_converted(&after.name);
            let to = match after.account_id {
                Some(account) => format!("/accounts/{account}"),
                None => format!("/prospects/{id}"),
            };
            tx.commit().await?;
            page::redirect_undoable(&to, &said, &format!("/prospects/{id}/unconvert"))
        }
        Err(error) if error.is_refusal() => {
            // What was half done is undone with the transaction; the page reads the present.
            let ctx = tx.again();
            drop(tx);
            let it = prospect::get_to(&ctx, Act::Edit, id).await?;
            convert_page(&ctx, it, form, Some(error)).await
        }
        Err(error) => Err(error),
    }
}

async fn convert_page(
    ctx: &Ctx,
    it: Model,
    mut form: ConvertForm,
    refused: Option<Error>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let warned = refused.as_ref().is_some_and(|it| it.code() == LOOKS_LIKE);
    let mut faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    if warned {
        // The list says it.
        faults.above = None;
    }
    let status =
        if warned || faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    form.version = Some(it.version);
    let clients = account::shown(ctx)
        .select_only()
        .column(account::Column::Name)
        .order_by_asc(account::Column::NameKey)
        .limit(MOST_CLIENTS)
        .into_tuple::<String>();
    let statuses = [
        (AccountStatus::Prospect, w.account_prospect()),
        (AccountStatus::Client, w.account_client()),
    ];
    let page = ConvertPage {
        shell: ctx.shell("prospects"),
        w,
        lang,
        twins: like_accounts(ctx, &traits(&ProspectFields::of(&it))).await?,
        warned,
        clients: clients.all(ctx).await?,
        statuses: statuses.map(|it| (it.0.word().to_owned(), it.1.to_owned())).to_vec(),
        people: people(ctx, &it).await?,
        ways: ways(ctx).await?,
        prospect: shown(ctx, vec![it]).await?.pop().ok_or(Error::NotFound)?,
        form,
        faults,
    };
    page::render_as(status, &page)
}

/// People in reach who have this number or address already.
async fn people(ctx: &Ctx, it: &Model) -> Result<Vec<(String, String)>> {
    let mut same = Condition::any();
    if let Some(phone) = &it.phone {
        same = same.add(contact::Column::Phone.eq(phone)).add(contact::Column::Whatsapp.eq(phone));
    }
    if let Some(email) = &it.email {
        same = same.add(contact::Column::Email.eq(email));
    }
    if same.is_empty() {
        return Ok(Vec::new());
    }
    let found = ctx
        .find::<contact::Entity>()
        .filter(contact::Column::HiddenAt.is_null())
        .filter(same)
        .order_by_asc(contact::Column::NameKey)
        .limit(5);
    Ok(found.all(ctx).await?.into_iter().map(|it| (it.id.to_string(), it.name)).collect())
}

async fn ways(ctx: &Ctx) -> Result<Vec<Way>> {
    let (lang, known) = (ctx.lang(), pipelines(ctx).await?);
    let ways = known.offered().map(|pipeline| {
        let open = known.open_to(&pipeline.code).filter(|it| it.kind.word() == "open");
        let stage = |it: &pipeline::stage::Model| {
            (format!("{}/{}", it.pipeline, it.code), it.label(lang).to_owned())
        };
        Way { label: pipeline.label(lang).to_owned(), stages: open.map(stage).collect() }
    });
    Ok(ways.collect())
}
