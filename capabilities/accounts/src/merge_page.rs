//! Two accounts side by side, and which value of each stays.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path, Query};
use frame::{App, Ctx, Error, Result, text};
use kernel::{PersonId, country};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::merge_accounts::{MergeField, differs, merge_accounts};
use crate::owners::names;
use crate::place;
use crate::remember::traits_of;
use crate::rules::AccountRefused;
use crate::rules::likeness::likeness;
use crate::words::Words;

/// So many are offered by name.
const OFFERED: u64 = 12;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/merge", get(show).post(submit))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    with: String,
    q: String,
}

/// One of the two.
struct Side {
    account: Model,
    owner: String,
    visited: String,
}

impl Side {
    fn of(account: Model, names: &HashMap<PersonId, String>, ctx: &Ctx) -> Self {
        let w = Words::of(ctx.lang());
        let owner = account.owner_id.and_then(|it| names.get(&it).cloned());
        let visited = account.last_visit_on.map(|it| ctx.lang().day(it));
        Self {
            owner: owner.unwrap_or_else(|| w.nobody().to_owned()),
            visited: visited.unwrap_or_else(|| w.never_visited().to_owned()),
            account,
        }
    }
}

/// A field in which they differ: its name in the form, its label, and both values.
struct Choice {
    field: MergeField,
    label: &'static str,
    values: [String; 2],
}

#[derive(Template)]
#[template(path = "merge_page.html")]
struct MergePage {
    shell: Shell,
    w: Words,
    survivor: Side,
    merged: Side,
    choices: Vec<Choice>,
    reasons: Vec<String>,
    apart: Option<&'static str>,
    faults: Faults,
}

impl MergePage {
    fn both(&self) -> [(&'static str, &Side); 2] {
        [(self.w.merge_stays(), &self.survivor), (self.w.merge_goes(), &self.merged)]
    }
}

#[derive(Template)]
#[template(path = "pick_twin.html")]
struct PickPage {
    shell: Shell,
    w: Words,
    account: Model,
    q: String,
    offered: Vec<Model>,
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>, Query(asked): Query<Asked>) -> Result<Response> {
    let account = account::get_to_settle(&ctx, id).await?;
    match asked.with.trim() {
        "" => pick(&ctx, account, &asked.q).await,
        with => {
            let other = with.parse().map_err(|_| Error::NotFound)?;
            let other = account::get_to_settle(&ctx, other).await?;
            merge_page(&ctx, account, other, Faults::default()).await
        }
    }
}

/// Which account is the other one.
async fn pick(ctx: &Ctx, account: Model, typed: &str) -> Result<Response> {
    let q = text::line(typed).unwrap_or_else(|| account.name.clone());
    let sought = frame::search::Sought::read(&q);
    let found = frame::search::search(ctx, &sought, usize::try_from(OFFERED).unwrap_or(12)).await?;
    let ids = found.iter().filter(|it| it.kind.kind == "account").flat_map(|it| &it.hits);
    let ids: BTreeSet<AccountId> = ids.map(|it| AccountId(it.id)).collect();
    let offered = account::shown(ctx)
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::Id.ne(account.id))
        .order_by_asc(account::Column::NameKey)
        .limit(OFFERED);
    page::render(&PickPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        offered: offered.all(ctx).await?,
        account,
        q,
    })
}

async fn merge_page(ctx: &Ctx, survivor: Model, merged: Model, faults: Faults) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let traits = traits_of(ctx, &BTreeSet::from([survivor.id, merged.id])).await?;
    let found = traits.get(&survivor.id).zip(traits.get(&merged.id));
    let found = found.map(|(a, b)| likeness(a, b)).unwrap_or_default();
    let owners = names(ctx, [survivor.owner_id, merged.owner_id].into_iter().flatten()).await?;
    let choices = choices(ctx, [&survivor, &merged]).await?;
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = MergePage {
        shell: ctx.shell("accounts"),
        survivor: Side::of(survivor, &owners, ctx),
        merged: Side::of(merged, &owners, ctx),
        reasons: found.parts.iter().map(|it| w.likeness_part(*it)).collect(),
        apart: found.apart.map(|it| w.apart(it)),
        choices,
        faults,
        w,
    };
    page::render_as(status, &page)
}

async fn choices(ctx: &Ctx, both: [&Model; 2]) -> Result<Vec<Choice>> {
    let w = Words::of(ctx.lang());
    let owners = names(ctx, both.iter().filter_map(|it| it.owner_id)).await?;
    let parents = account::names(ctx, both.iter().filter_map(|it| it.parent_id)).await?;
    let mut choices: Vec<Choice> = Vec::new();
    for &field in MergeField::ALL.iter().filter(|it| differs(both[0], both[1], **it)) {
        let value = |it: &&Model| shown(ctx, it, field, &owners, &parents);
        let values = [value(&both[0]), value(&both[1])];
        choices.push(Choice { field, label: w.merge_field(field), values });
    }
    let places = (place::of(ctx, both[0].id).await?, place::of(ctx, both[1].id).await?);
    if let (Some(mine), Some(theirs)) = places
        && mine.point() != theirs.point()
    {
        let values = [mine.coordinates(), theirs.coordinates()];
        let field = MergeField::Place;
        choices.push(Choice { field, label: w.merge_field(field), values });
    }
    Ok(choices)
}

fn shown(
    ctx: &Ctx,
    account: &Model,
    field: MergeField,
    owners: &HashMap<PersonId, String>,
    parents: &HashMap<AccountId, String>,
) -> String {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let value = match field {
        MergeField::Name => Some(account.name.clone()),
        MergeField::Status => Some(w.status(account.status).to_owned()),
        MergeField::Tier => account.tier.map(|it| w.tier(it.word())),
        MergeField::Industry => account.industry.clone(),
        MergeField::Owner => account.owner_id.and_then(|it| owners.get(&it).cloned()),
        MergeField::Parent => account.parent_id.and_then(|it| parents.get(&it).cloned()),
        MergeField::Phone => Some(account.phone_shown()),
        MergeField::Website => account.website.clone(),
        MergeField::TaxNumber => account.tax_shown(),
        MergeField::FoundedYear => account.founded_year.map(|it| it.to_string()),
        MergeField::Revenue => account.revenue().map(|it| it.to_string()),
        MergeField::Employees => account.employees.map(|it| lang.number(it)),
        MergeField::Country => account
            .country
            .as_deref()
            .map(|it| country::of_code(it).map_or(it, |it| it.name(lang)).to_owned()),
        MergeField::Place => None,
    };
    value.unwrap_or_default()
}

impl Words {
    fn merge_field(self, field: MergeField) -> &'static str {
        match field {
            MergeField::Name => self.account_name(),
            MergeField::Status => self.status_label(),
            MergeField::Tier => self.tier_label(),
            MergeField::Industry => self.industry_label(),
            MergeField::Owner => self.owner_label(),
            MergeField::Parent => self.parent_label(),
            MergeField::Phone => self.phone_label(),
            MergeField::Website => self.website_label(),
            MergeField::TaxNumber => self.tax_number_label(),
            MergeField::FoundedYear => self.founded_label(),
            MergeField::Revenue => self.revenue_label(),
            MergeField::Employees => self.employees_label(),
            MergeField::Country => self.country_label(),
            MergeField::Place => self.place_title(),
        }
    }
}

/// `with`, and for each field that was chosen `mine` or `theirs`.
async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let other: AccountId =
        form.get("with").and_then(|it| it.parse().ok()).ok_or(Error::NotFound)?;
    let chosen = |it: &&MergeField| form.get(it.word()).is_some_and(|it| it == "theirs");
    let taken: BTreeSet<MergeField> = MergeField::ALL.iter().filter(chosen).copied().collect();
    let merged = account::get_to_settle(&tx, other).await?;
    match merge_accounts(&tx, id, other, &taken).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).merge_done(&merged.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}"), &said)
        }
        Err(error) => {
            // What is wrong is wrong with the two, not with a field.
            let mut faults = Faults::of(error, tx.lang())?;
            faults.above = faults.above.or_else(|| Some(faults.fields.first()?.message.clone()));
            let survivor = account::get_to_settle(&tx, id).await?;
            if survivor.id == merged.id {
                return Err(Error::refused(AccountRefused::WithItself));
            }
            merge_page(&tx, survivor, merged, faults).await
        }
    }
}
