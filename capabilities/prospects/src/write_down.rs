//! Somebody writes down who may become a client; it goes to whoever follows it up.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::{Form, Json, Query, api, page};
use frame::{App, Ctx, Error, Result, Tx, search, text};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::assign::{assign_by_rules, become_of};
use crate::assignment::{self, How};
use crate::assignment_turn;
use crate::fields::ProspectFields;
use crate::owners::{Whose, known_owner};
use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus, about};
use crate::prospect_form::{ProspectForm, form_page};
use crate::prospect_in::ProspectIn;
use crate::rules::{LONGEST_LINE, ProspectRefused};
use crate::searched::texts_of;
use crate::twins::{LooksLike, keep_keys, traits, twins};
use crate::why::Why;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects/new", get(show).post(submit)).routes(routes!(create))
}

/// Somebody to write down.
#[derive(Clone, Debug, Default)]
pub struct NewProspect {
    pub fields: ProspectFields,
    /// Whose it is to be; the actor's own unless they write for all, and then the rules decide.
    pub whose: Option<Whose>,
    /// By which another system knows it.
    pub external_key: Option<String>,
}

/// Writes a prospect down. One whose key is known already, and that says the same, is given back.
pub async fn write_down(tx: &Tx, new: NewProspect) -> Result<(Model, bool)> {
    if !tx.may(Act::Create, Area::Prospects) {
        return Err(Error::Denied);
    }
    let whose = new.whose.unwrap_or_else(|| Whose::usual(tx));
    match whose {
        Whose::Person(owner) => tx.permit(Act::Create, Area::Prospects, owner).await?,
        Whose::Inbox => prospect::permit(tx, Act::Create, None).await?,
        Whose::Rules => {}
    }
    // A key can be asked after; only whoever sees the whole company's may.
    if new.external_key.is_some() {
        tx.permit_company(Act::Create, Area::Prospects)?;
    }

    let fields = new.fields.checked(tx, None).await?;
    let external_key = key(new.external_key.as_deref())?;
    if let Some(key) = &external_key {
        // Of two that bring the same key at once, the second finds the first.
        assignment_turn::take(tx).await?;
        if let Some(known) = of_key(tx, key).await? {
            let same = known.hidden_at.is_none() && ProspectFields::of(&known) == fields;
            return if same {
                Ok((known, false))
            } else {
                Err(Error::refused(ProspectRefused::KeyTaken))
            };
        }
    }
    if let Whose::Person(owner) = whose {
        known_owner(tx, owner).await?;
    }

    let prospect = tx.add::<_, prospect::ActiveModel>(row(tx, fields, external_key)).await?;
    keep_keys(tx, std::slice::from_ref(&prospect)).await?;
    search::keep(tx, "prospect", prospect.id.0, &texts_of(&prospect)).await?;
    let places = [&prospect.city, &prospect.province].into_iter().flatten().cloned();
    tx.record(
        about(&prospect, "prospects.written_down")
            .with("source", prospect.source.clone())
            .with("place", places.collect::<Vec<_>>().join(", ")),
    );
    Ok((becomes(tx, prospect, whose).await?, true))
}

/// As [`write_down`], of what looks like nobody whom the actor may see, or `anyway`.
pub async fn write_down_once(tx: &Tx, new: NewProspect, anyway: bool) -> Result<(Model, bool)> {
    if !tx.may(Act::Create, Area::Prospects) {
        return Err(Error::Denied);
    }
    let known = match key(new.external_key.as_deref())? {
        Some(key) => of_key(tx, &key).await?.is_some(),
        None => false,
    };
    if !anyway && !known {
        let fields = new.fields.clone().checked(tx, None).await?;
        let twins = twins(tx, &traits(&fields), None).await?;
        if !twins.is_empty() {
            return Err(Error::refused(LooksLike::of(twins)));
        }
    }
    write_down(tx, new).await
}

/// As it is when it has just been written down: new, and nobody's.
pub fn row(tx: &Tx, fields: ProspectFields, external_key: Option<String>) -> Model {
    Model {
        company_id: tx.actor.company,
        id: tx.id(),
        owner_id: None,
        name_key: text::key(&fields.name),
        name: fields.name,
        contact_name: fields.contact_name,
        contact_role: fields.contact_role,
        phone: fields.phone,
        email: fields.email,
        street: fields.street,
        city: fields.city,
        province: fields.province,
        industry: fields.industry,
        source: fields.source,
        external_key,
        note: fields.note,
        status: ProspectStatus::New,
        reason: None,
        reason_note: None,
        value_amount: fields.amount,
        value_currency: fields.currency,
        next_step: fields.next_step,
        next_step_on: fields.next_step_on,
        account_id: None,
        contact_id: None,
        opportunity_id: None,
        made_account: false,
        made_contact: false,
        converted_at: None,
        converted_by: None,
        created_at: tx.now,
        created_by: tx.actor.somebody(),
        updated_at: tx.now,
        version: 1,
        hidden_at: None,
    }
}

/// Gives it to whom it is to be, and remembers why.
async fn becomes(tx: &Tx, prospect: Model, whose: Whose) -> Result<Model> {
    match whose {
        Whose::Rules => {
            let handed = assign_by_rules(tx, vec![prospect]).await?;
            handed.into_iter().next().ok_or(Error::NotFound)
        }
        Whose::Inbox => {
            let why = Why::PutBack { by: tx.actor.name.clone() };
            become_of(tx, prospect, None, How::Inbox, &why).await
        }
        Whose::Person(owner) => {
            let to = known_owner(tx, owner).await?.name;
            let own = tx.actor.somebody() == Some(owner);
            let (how, why) = if own {
                (How::Own, Why::Own { to })
            } else {
                (How::Hand, Why::Hand { by: tx.actor.name.clone(), to })
            };
            become_of(tx, prospect, Some(owner), how, &why).await
        }
    }
}

fn key(typed: Option<&str>) -> Result<Option<String>> {
    let key = typed.and_then(text::line);
    match key {
        Some(key) if LONGEST_LINE < key.chars().count() => {
            Err(Error::refused(ProspectRefused::TooLong("external_key")))
        }
        key => Ok(key),
    }
}

async fn of_key(tx: &Tx, key: &str) -> Result<Option<Model>> {
    let known = tx.whole_company::<prospect::Entity>();
    Ok(known.filter(prospect::Column::ExternalKey.eq(key)).one(&**tx).await?)
}

/// What is said of whose it became: the sentence that is kept with it.
pub async fn why_of(ctx: &Ctx, id: ProspectId) -> Result<String> {
    let last = assignment::of(ctx, id).await?.into_iter().next();
    let why = last.and_then(|it| it.why());
    Ok(why.map(|it| it.sentence(ctx.lang())).unwrap_or_default())
}

// In the browser.

async fn show(ctx: Ctx) -> Result<Response> {
    if !ctx.may(Act::Create, Area::Prospects) {
        return Err(Error::Denied);
    }
    let owner_id = match Whose::usual(&ctx) {
        Whose::Person(person) => person.to_string(),
        Whose::Rules | Whose::Inbox => "rules".to_owned(),
    };
    form_page(&ctx, None, ProspectForm { owner_id, ..ProspectForm::default() }, None).await
}

async fn submit(ctx: Ctx, Form(form): Form<ProspectForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match write_from(&tx, &form).await {
        Ok(prospect) => {
            let w = Words::of(tx.lang());
            let why = why_of(&tx, prospect.id).await?;
            let said = format!("{} {why}", w.prospect_written(&prospect.name));
            // The rules may have given it to somebody else.
            let seen = prospect::get(&tx, prospect.id).await.is_ok();
            let to =
                if seen { format!("/prospects/{}", prospect.id) } else { "/prospects".to_owned() };
            tx.commit().await?;
            page::redirect_saying(&to, said.trim())
        }
        Err(error) => form_page(&tx, None, form, Some(error)).await,
    }
}

async fn write_from(tx: &Tx, form: &ProspectForm) -> Result<Model> {
    if !tx.may(Act::Create, Area::Prospects) {
        return Err(Error::Denied);
    }
    let new = NewProspect {
        fields: form.read(tx, None).await?,
        whose: Whose::read(&form.owner_id)?,
        external_key: None,
    };
    Ok(write_down_once(tx, new, !form.anyway.is_empty()).await?.0)
}

// In the API.

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Anyway {
    /// Write it down although it looks like a client or a prospect that is there.
    anyway: bool,
}

/// A prospect that was written down, and why it is whose it is.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct WrittenDown {
    #[serde(flatten)]
    prospect: ProspectOut,
    /// Which rule gave it to whom, or why it waits in the inbox.
    #[schema(example = "Aturan 2 “Jabar ritel”: bergiliran, giliran Budi")]
    why: String,
}

/// Write a prospect down; with an `external_key` it can be sent again
#[utoipa::path(
    post,
    path = "/api/v1/prospects",
    tag = "prospects",
    params(Anyway),
    responses(
        (status = 201, body = WrittenDown),
        (status = 200, description = "It was there, and says the same", body = WrittenDown),
        (status = 422, description = "Inputs at fault, or it looks like one that is there", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Query(how): Query<Anyway>,
    Json(new): Json<ProspectIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let (prospect, is_new) = write_down_once(&tx, new.read()?, how.anyway).await?;
    let why = why_of(&tx, prospect.id).await?;
    tx.commit().await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(WrittenDown { prospect: prospect.into(), why })))
}
