//! Who of the company may see a client or what stands in its books: whom one can mention there, and
//! whom one can ask about it.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::{Path, Query, page};
use frame::{App, Ctx, Result, line, text};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, Roles, widest};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::account_member;
use crate::rules::mentioned::Named;
use crate::words::Words;

/// Colleagues that are offered while somebody types.
const OFFERED: usize = 6;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/colleagues/offers", get(offer))
}

/// Somebody who works here, and whether they may see the client in question.
#[derive(Clone, Debug)]
pub struct Colleague {
    pub id: PersonId,
    pub name: String,
    pub sees: bool,
}

impl Named for Colleague {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Everybody who works here, by name, and whether they see what is kept of this account in an area.
/// Without an account, those who keep any are meant.
pub async fn colleagues(ctx: &Ctx, area: Area, account: Option<&Model>) -> Result<Vec<Colleague>> {
    let people: Vec<(PersonId, String, Roles)> = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Roles])
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .order_by_asc(person::Column::Name)
        .into_tuple()
        .all(ctx)
        .await?;
    // Whose it is, and who works on it with them.
    let mut theirs: BTreeSet<PersonId> = BTreeSet::new();
    if let Some(account) = account {
        theirs.extend(account.owner_id);
        theirs
            .extend(account_member::of(ctx, account.id).await?.into_iter().map(|it| it.person_id));
    }
    let mut above: BTreeSet<PersonId> = BTreeSet::new();
    for person in &theirs {
        above.extend(line::managers_of(ctx, *person).await?);
    }
    let sees = |id: PersonId, roles: &Roles| match widest(&roles.0, Act::View, area) {
        Reach::Nobody => false,
        Reach::Own => account.is_none() || theirs.contains(&id),
        Reach::Team => account.is_none() || theirs.contains(&id) || above.contains(&id),
        Reach::Company => true,
    };
    let colleague = |(id, name, roles)| Colleague { id, sees: sees(id, &roles), name };
    Ok(people.into_iter().map(colleague).collect())
}

// In the browser.

#[derive(Template)]
#[template(path = "colleague_offers.html")]
struct Offers {
    w: Words,
    names: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
}

/// The colleagues whom one can name in a note about this client, while somebody types.
async fn offer(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let begun = text::key(&asked.q);
    let begins = |name: &str| {
        let key = text::key(name);
        key.starts_with(&begun) || key.split(' ').any(|it| it.starts_with(&begun))
    };
    let all = colleagues(&ctx, Area::Accounts, Some(&account)).await?.into_iter();
    let fit = all.filter(|it| it.sees && it.id != ctx.actor.person && begins(&it.name));
    page::render(&Offers {
        w: Words::of(ctx.lang()),
        names: fit.map(|it| it.name).take(OFFERED).collect(),
    })
}
