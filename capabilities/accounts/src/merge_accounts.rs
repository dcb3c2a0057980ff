//! Two accounts that were one all along become one.

use std::collections::BTreeSet;

use frame::follows::{Change, Held, Key};
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::labels;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::account::{self, AccountId, Model};
use crate::account_out::AccountOut;
use crate::merge::{self, MergeId};
use crate::merging::{Kept, change, day, is_empty};
use crate::open_account::about;
use crate::pairs::become_one;
use crate::remember::remember_all;
use crate::remember_contacts::remember_people_at;
use crate::rules::one_contact::There;
use crate::rules::{AccountRefused, HIGHEST_TREE};
use crate::{account_contact, duplicate, merge_row, place};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

labels! {
    /// What differs between two accounts and is chosen when they become one.
    pub enum MergeField {
        Name = "name",
        Status = "status",
        Tier = "tier",
        Industry = "industry",
        Owner = "owner",
        Parent = "parent",
        Phone = "phone",
        Website = "website",
        TaxNumber = "tax_number",
        FoundedYear = "founded_year",
        Revenue = "revenue",
        Employees = "employees",
        Country = "country",
        Place = "place",
    }
}

/// Makes one account part of another. Of what is `taken`, the survivor gets the value of the
/// other; what it does not know it gets anyway. Everything that belongs to either belongs to the
/// survivor from now on.
pub async fn merge_accounts(
    tx: &Tx,
    survivor: AccountId,
    merged: AccountId,
    taken: &BTreeSet<MergeField>,
) -> Result<Model> {
    if survivor == merged {
        return Err(Error::refused(AccountRefused::WithItself));
    }
    let survivor = account::get_to_settle(tx, survivor).await?;
    let merged = account::get_to_settle(tx, merged).await?;
    for (child, parent) in [(&survivor, &merged), (&merged, &survivor)] {
        if is_below(tx, child, parent.id).await? {
            return Err(Error::refused(AccountRefused::ParentAndChild));
        }
    }

    let id: MergeId = tx.id();
    let mut kept = Kept::nothing(tx);
    tx.add::<merge::Model, merge::ActiveModel>(merge::Model {
        company_id: tx.actor.company,
        id,
        survivor_id: survivor.id,
        merged_id: merged.id,
        person_id: tx.actor.somebody(),
        at: tx.now,
        undone_at: None,
    })
    .await?;
    posts(&mut kept, survivor.id, merged.id).await?;
    kept.move_all("account", merged.id.0, survivor.id.0).await?;
    place(&mut kept, survivor.id, merged.id, taken.contains(&MergeField::Place)).await?;
    become_one::<duplicate::Entity>(&mut kept, survivor.id, merged.id).await?;
    let changes = values(&survivor, &merged, taken);
    kept.change("account", key(survivor.id), changes).await?;
    let hidden = change("hidden_at", Held::Whole(None), Held::Whole(Some(tx.now.0)));
    kept.change("account", key(merged.id), vec![hidden]).await?;
    merge_row::keep(tx, id, kept.rows()).await?;
    stamp(tx, &[survivor.id, merged.id]).await?;

    let after = account::whoever(tx, survivor.id).await?;
    remember_all(tx, std::slice::from_ref(&after)).await?;
    remember_people_at(tx, &[survivor.id, merged.id]).await?;
    tx.record(
        about(&after, "accounts.merged")
            .with("name", merged.name.clone())
            .with("merge", id.to_string())
            .with("merged_id", merged.id.to_string()),
    );
    // Whoever looked after it hears of it too: their phone takes it off.
    tx.record(
        about(&merged, "accounts.merged_away")
            .with("name", after.name.clone())
            .with("survivor_id", after.id.to_string()),
    );
    Ok(after)
}

pub fn key(account: AccountId) -> Key {
    vec![("id".to_owned(), account.0)]
}

/// Tells phones that something about these accounts changed.
pub async fn stamp(tx: &Tx, accounts: &[AccountId]) -> Result<()> {
    let these = Condition::all().add(account::Column::Id.is_in(accounts.iter().copied()));
    let now = vec![(account::Column::UpdatedAt, tx.now.into())];
    tx.update_where::<account::Entity, _>(account::Column::CompanyId, these, now).await?;
    Ok(())
}

async fn is_below(tx: &Tx, child: &Model, parent: AccountId) -> Result<bool> {
    let mut above = child.parent_id;
    for _ in 0..HIGHEST_TREE {
        match above {
            None => return Ok(false),
            Some(id) if id == parent => return Ok(true),
            Some(id) => above = account::whoever(tx, id).await?.parent_id,
        }
    }
    Ok(true)
}

/// Somebody who is known at both: what is said of them at one and not at the other is kept.
async fn posts(kept: &mut Kept<'_>, survivor: AccountId, merged: AccountId) -> Result<()> {
    let posts = kept
        .tx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.is_in([survivor, merged]))
        .all(&**kept.tx)
        .await?;
    let theirs = posts.iter().filter(|it| it.account_id == merged);
    for theirs in theirs {
        let mine =
            posts.iter().find(|it| it.account_id == survivor && it.contact_id == theirs.contact_id);
        let Some(mine) = mine else { continue };
        let joined = There::of(mine).joined(There::of(theirs));
        let changes = vec![
            change("role", Held::Text(mine.role.clone()), Held::Text(joined.role)),
            change("left_on", day(mine.left_on), day(joined.left_on)),
        ];
        let key = vec![
            ("account_id".to_owned(), survivor.0),
            ("contact_id".to_owned(), mine.contact_id.0),
        ];
        kept.change("account_contact", key, changes).await?;
    }
    Ok(())
}

/// Where both have a place, the survivor's becomes the other's if that is what was chosen.
async fn place(
    kept: &mut Kept<'_>,
    survivor: AccountId,
    merged: AccountId,
    taken: bool,
) -> Result<()> {
    let (mine, theirs) = (place::of(kept.tx, survivor).await?, place::of(kept.tx, merged).await?);
    let (Some(mine), Some(theirs), true) = (mine, theirs, taken) else { return Ok(()) };
    let held = |column: &str, of: fn(&place::Model) -> Held| change(column, of(&mine), of(&theirs));
    let changes = vec![
        held("lat", |it| Held::measure(Some(it.lat))),
        held("lon", |it| Held::measure(Some(it.lon))),
        held("radius_m", |it| Held::measure(Some(it.radius_m))),
        held("state", |it| Held::Text(Some(it.state.word().to_owned()))),
        held("moved_lat", |it| Held::measure(it.moved_lat)),
        held("moved_lon", |it| Held::measure(it.moved_lon)),
        held("decided_at", |it| Held::Whole(it.decided_at.map(|it| it.0))),
    ];
    kept.change("place", vec![("id".to_owned(), mine.id.0)], changes).await
}

/// What becomes of each column of the survivor.
fn values(mine: &Model, theirs: &Model, taken: &BTreeSet<MergeField>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for &field in MergeField::ALL {
        let columns = columns(field);
        let empty = columns.iter().all(|it| is_empty(&it.1(mine)));
        if empty || taken.contains(&field) {
            changes.extend(columns.iter().map(|it| change(it.0, it.1(mine), it.1(theirs))));
        }
    }
    let visited = mine.last_visit_on.max(theirs.last_visit_on);
    changes.push(change("last_visit_on", day(mine.last_visit_on), day(visited)));
    changes
}

type ColumnOf = (&'static str, fn(&Model) -> Held);

/// The columns of an account that a choice is about.
fn columns(field: MergeField) -> Vec<ColumnOf> {
    match field {
        MergeField::Name => vec![
            ("name", |it| Held::Text(Some(it.name.clone()))),
            ("name_key", |it| Held::Text(Some(it.name_key.clone()))),
        ],
        MergeField::Status => vec![("status", |it| text(it.status.word()))],
        MergeField::Tier => vec![("tier", |it| Held::Text(it.tier.map(|it| it.word().to_owned())))],
        MergeField::Industry => vec![("industry", |it| Held::Text(it.industry.clone()))],
        MergeField::Owner => vec![("owner_id", |it| Held::Id(it.owner_id.map(Uuid::from)))],
        MergeField::Parent => vec![("parent_id", |it| Held::Id(it.parent_id.map(Uuid::from)))],
        MergeField::Phone => vec![("phone", |it| Held::Text(it.phone.clone()))],
        MergeField::Website => vec![("website", |it| Held::Text(it.website.clone()))],
        MergeField::TaxNumber => vec![("tax_number", |it| Held::Text(it.tax_number.clone()))],
        MergeField::FoundedYear => vec![("founded_year", |it| Held::Small(it.founded_year))],
        MergeField::Revenue => vec![
            ("revenue_amount", |it| Held::Whole(it.revenue_amount)),
            ("revenue_currency", |it| Held::Text(it.revenue_currency.clone())),
        ],
        MergeField::Employees => vec![("employees", |it| Held::Whole(it.employees))],
        MergeField::Country => vec![("country", |it| Held::Text(it.country.clone()))],
        MergeField::Place => Vec::new(),
    }
}

fn text(word: &str) -> Held {
    Held::Text(Some(word.to_owned()))
}

/// Whether both say something, and not the same: then somebody has to choose.
pub fn differs(mine: &Model, theirs: &Model, field: MergeField) -> bool {
    columns(field).iter().any(|(_, of)| {
        let (mine, theirs) = (of(mine), of(theirs));
        mine != theirs && !is_empty(&mine) && !is_empty(&theirs)
    })
}

// In the API.

/// What to merge into an account.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MergeIn {
    /// The account that becomes part of this one.
    merged_id: AccountId,
    /// Of which fields its value is taken; what this one does not know is taken anyway.
    #[serde(default)]
    take: BTreeSet<MergeField>,
}

/// Make another account part of this one; it can be undone
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/merge",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 200, body = AccountOut),
        (status = 422, description = "Not these two", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(wanted): Json<MergeIn>,
) -> Result<Json<AccountOut>> {
    let tx = ctx.begin().await?;
    let account = merge_accounts(&tx, id, wanted.merged_id, &wanted.take).await?;
    let out = AccountOut::of(&tx, account).await?;
    tx.commit().await?;
    Ok(Json(out))
}
