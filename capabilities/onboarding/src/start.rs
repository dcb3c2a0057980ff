//! A client begins to be welcomed: each step of the checklist becomes somebody's task.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use accounts::{AccountId, account, account_payment};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::notices::{self, Notice};
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Role};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use tasks::task;
use transactions::invoice;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::onboarding::{self, Model, about};
use crate::rules::{Began, OnboardingRefused, StepKind, Whose, chosen, least, working_days_after};
use crate::show::OnboardingOut;
use crate::template_step;
use crate::tick::tick;
use crate::words::Words;
use crate::{step, template};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/onboarding", post(submit))
        .routes(routes!(create))
}

/// Why none began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBegun {
    Already,
    /// No checklist is for such a client.
    NoTemplate,
    /// Nobody looks after the client, and nobody asked.
    Nobody,
}

/// Begins, once for each client; what is settled already ticks itself. It needs no permit: whoever
/// asks by hand has asked for one.
pub async fn start(
    tx: &Tx,
    account: &account::Model,
    why: Began,
    code: Option<&str>,
) -> Result<Result<Model, NotBegun>> {
    // Of two who begin at once, the second finds the first.
    let this = account::Column::Id.eq(account.id);
    let values = vec![(account::Column::UpdatedAt, SimpleExpr::from(tx.now))];
    tx.update_where::<account::Entity, _>(account::Column::CompanyId, this, values).await?;
    if onboarding::of_account(tx, account.id).await?.is_some() {
        return Ok(Err(NotBegun::Already));
    }
    let templates = template::in_force(tx).await?;
    let template = match code {
        Some(code) => templates.iter().find(|it| it.code == code),
        None => chosen(&templates, template::Model::industries, account.industry.as_deref()),
    };
    let Some(template) = template else { return Ok(Err(NotBegun::NoTemplate)) };
    let Some(usual) = account.owner_id.or_else(|| tx.actor.somebody()) else {
        return Ok(Err(NotBegun::Nobody));
    };

    let begun = Model {
        company_id: tx.actor.company,
        id: tx.id(),
        account_id: account.id,
        template: template.code.clone(),
        label_id: template.label_id.clone(),
        label_en: template.label_en.clone(),
        why,
        begun_at: tx.now,
        begun_by: tx.actor.somebody(),
        ended_at: None,
        stopped_at: None,
    };
    let begun = tx.add::<_, onboarding::ActiveModel>(begun).await?;
    let given = give_steps(tx, account, &begun, usual).await?;
    for (person, count) in given {
        let link = format!("/accounts/{}", account.id);
        let notice = Notice::of("onboarding.given", "onboarding", begun.id, link)
            .with("account", account.name.clone())
            .with("count", count);
        notices::tell(tx, person, notice).await?;
    }
    tx.record(about(&begun, account.owner_id, "onboarding.begun").with("why", why.word()));

    tick(tx, &[account.id], StepKind::Account).await?;
    if account_payment::of(tx, account.id).await?.is_some() {
        tick(tx, &[account.id], StepKind::Payment).await?;
    }
    let ordered = tx
        .whole_company::<invoice::Entity>()
        .filter(invoice::Column::AccountId.eq(account.id))
        .limit(1);
    if ordered.one(&**tx).await?.is_some() {
        tick(tx, &[account.id], StepKind::Order).await?;
    }
    Ok(Ok(begun))
}

/// Makes a task of each step; answers how many each person got.
async fn give_steps(
    tx: &Tx,
    account: &account::Model,
    begun: &Model,
    usual: PersonId,
) -> Result<BTreeMap<PersonId, i64>> {
    let today = begun.begun_at.day(&tx.actor.zone);
    let mut given: BTreeMap<PersonId, i64> = BTreeMap::new();
    let (mut tasks, mut steps) = (Vec::new(), Vec::new());
    let mut of_roles = OfRoles::default();
    for it in template_step::of(tx, &begun.template).await? {
        let owner = match it.whose {
            Whose::Owner => None,
            Whose::Person => works_here(tx, it.person_id).await?,
            Whose::Role => match it.role {
                Some(role) => of_roles.next(tx, role).await?,
                None => None,
            },
        };
        let owner = owner.unwrap_or(usual);
        *given.entry(owner).or_insert(0) += 1;
        let label = match tx.lang() {
            kernel::Lang::Id => &it.label_id,
            kernel::Lang::En => &it.label_en,
        };
        let id: tasks::TaskId = tx.id();
        tasks.push(task::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            owner_id: Set(owner),
            account_id: Set(Some(account.id)),
            text: Set(label.clone()),
            due_on: Set(Some(working_days_after(today, it.days))),
            done_at: Set(None),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
            assigned_by: Set(tx.actor.somebody().filter(|it| *it != owner)),
            hidden_at: Set(None),
            ..Default::default()
        });
        steps.push(step::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            onboarding_id: Set(begun.id),
            task_id: Set(id),
            position: Set(it.position),
            kind: Set(it.kind),
            label_id: Set(it.label_id),
            label_en: Set(it.label_en),
            seen: Set(None),
            skipped_at: Set(None),
            skipped_why: Set(None),
        });
    }
    tx.insert_all(tasks).await?;
    tx.insert_all(steps).await?;
    Ok(given)
}

/// This person, while they work here.
async fn works_here(tx: &Tx, person: Option<PersonId>) -> Result<Option<PersonId>> {
    let Some(person) = person else { return Ok(None) };
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    let person = person.one(&**tx).await?;
    Ok(person.filter(|it| it.status == PersonStatus::Active).map(|it| it.id))
}

/// Who is in a role, each with how many steps they have not done.
async fn in_role(tx: &Tx, role: Role) -> Result<Vec<(PersonId, usize)>> {
    let active = person::Column::Status.eq(PersonStatus::Active);
    let people = tx.whole_company::<person::Entity>().filter(active).all(&**tx).await?;
    let mut loads = Vec::new();
    for it in people.into_iter().filter(|it| it.roles.has(role)) {
        let open = tx
            .whole_company::<task::Entity>()
            .filter(task::Column::OwnerId.eq(it.id))
            .filter(task::Column::DoneAt.is_null())
            .filter(task::Column::HiddenAt.is_null());
        let open = open.count(&**tx).await?;
        loads.push((it.id, usize::try_from(open).unwrap_or(usize::MAX)));
    }
    Ok(loads)
}

/// Who is in a role, and how much each of them has to do.
#[derive(Default)]
struct OfRoles(HashMap<Role, Vec<(PersonId, usize)>>);

impl OfRoles {
    async fn next(&mut self, tx: &Tx, role: Role) -> Result<Option<PersonId>> {
        let people = match self.0.entry(role) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(in_role(tx, role).await?),
        };
        let chosen = least(people);
        if let Some(one) = people.iter_mut().find(|it| Some(it.0) == chosen) {
            one.1 += 1;
        }
        Ok(chosen)
    }
}

/// Begins by hand, for a client that the actor works on.
pub async fn start_by_hand(tx: &Tx, id: AccountId, template: Option<&str>) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, id).await?;
    start(tx, &account, Began::Hand, template).await?.map_err(|not| {
        Error::refused(match not {
            NotBegun::Already => OnboardingRefused::Begun,
            NotBegun::NoTemplate => OnboardingRefused::NoTemplate,
            NotBegun::Nobody => OnboardingRefused::Nobody,
        })
    })
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StartForm {
    template: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<StartForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let code = Some(form.template.as_str()).filter(|it| !it.is_empty());
    start_by_hand(&tx, id, code).await?;
    let said = Words::of(tx.lang()).begun();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{id}"), said)
}

// In the API.

/// Which checklist is to be used.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct StartIn {
    /// A code; that of the client's industry, unless told.
    template: Option<String>,
}

/// Begin to welcome a client by a checklist
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/onboarding",
    tag = "onboarding",
    params(("account" = AccountId, Path)),
    responses(
        (status = 201, body = OnboardingOut),
        (status = 422, description = "It has begun, or no checklist is for this client", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(new): Json<StartIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let begun = start_by_hand(&tx, id, new.template.as_deref()).await?;
    let out = OnboardingOut::of(&tx, onboarding::running(&tx, begun.id).await?).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}
