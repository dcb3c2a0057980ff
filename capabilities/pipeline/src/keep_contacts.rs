//! Who takes part in a deal is noted, and taken out again.

use accounts::{ContactId, contact};
use axum::response::Response;
use axum::routing::post;
use frame::web::{Form, Path, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::back::{Back, refused};
use crate::opportunity::{self, OpportunityId, about, claim};
use crate::opportunity_contact::{self, ContactRole};
use crate::rules::PipelineRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/contacts", post(add))
        .route("/opportunities/{opportunity}/contacts/{contact}/remove", post(remove))
}

/// Somebody, and what they are in the deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking {
    pub contact: ContactId,
    pub role: ContactRole,
}

/// Makes these the people of a deal. Whoever is new among them is somebody whom the actor may see.
pub async fn keep_contacts(
    tx: &Tx,
    id: OpportunityId,
    seen: Option<i64>,
    people: &[Taking],
) -> Result<()> {
    let deal = opportunity::get_to(tx, Act::Edit, id).await?;
    let had = opportunity_contact::of(tx, id).await?;
    let before: Vec<Taking> =
        had.iter().map(|it| Taking { contact: it.0.contact_id, role: it.0.role }).collect();
    let same = before.len() == people.len() && before.iter().all(|it| people.contains(it));
    if same {
        return Ok(());
    }
    let mut ids: Vec<ContactId> = people.iter().map(|it| it.contact).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).any(|it| it[0] == it[1]);
    let new = ids.iter().copied().filter(|it| before.iter().all(|had| had.contact != *it));
    let new: Vec<ContactId> = new.collect();
    let known = tx
        .find::<contact::Entity>()
        .filter(contact::Column::Id.is_in(new.iter().copied()))
        .filter(contact::Column::HiddenAt.is_null());
    if twice || known.all(&**tx).await?.len() != new.len() {
        return Err(Error::refused(PipelineRefused::UnknownContact));
    }

    claim(tx, &deal, seen).await?;
    // Whoever was deleted stays in it, unseen: taken back, they take part as before.
    let of_deal = Condition::all().add(opportunity_contact::Column::OpportunityId.eq(id)).add(
        opportunity_contact::Column::ContactId.in_subquery(contact::ids_there(tx.actor.company)),
    );
    let company = opportunity_contact::Column::CompanyId;
    tx.delete_where::<opportunity_contact::Entity, _>(company, of_deal).await?;
    let rows = people.iter().map(|it| opportunity_contact::ActiveModel {
        company_id: Set(tx.actor.company),
        opportunity_id: Set(id),
        contact_id: Set(it.contact),
        role: Set(it.role),
    });
    tx.insert_all(rows.collect()).await?;

    let names = |people: &[(opportunity_contact::Model, contact::Model)]| {
        let names: Vec<&str> = people.iter().map(|it| it.1.name.as_str()).collect();
        names.join(", ")
    };
    let has = opportunity_contact::of(tx, id).await?;
    let event = about(&deal, "pipeline.contacts_kept");
    tx.record(event.change("contacts", names(&had), names(&has)));
    Ok(())
}

/// The same people, with one more or in another role.
async fn take_in(tx: &Tx, id: OpportunityId, taking: Taking) -> Result<()> {
    let mut people = people_of(tx, id).await?;
    people.retain(|it| it.contact != taking.contact);
    people.push(taking);
    keep_contacts(tx, id, None, &people).await
}

async fn people_of(tx: &Tx, id: OpportunityId) -> Result<Vec<Taking>> {
    opportunity::get_to(tx, Act::Edit, id).await?;
    let people = opportunity_contact::of(tx, id).await?.into_iter();
    Ok(people.map(|it| Taking { contact: it.0.contact_id, role: it.0.role }).collect())
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ContactForm {
    contact_id: String,
    role: String,
}

async fn add(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let deal = opportunity::get_to(&tx, Act::Edit, id).await?;
    let contact = form.contact_id.parse::<ContactId>();
    let role = ContactRole::from_word(&form.role);
    let added = match (contact, role) {
        (Ok(contact), Some(role)) => take_in(&tx, id, Taking { contact, role }).await,
        (Err(_), _) => Err(Error::refused(PipelineRefused::UnknownContact)),
        (_, None) => Err(Error::refused(PipelineRefused::NoRole)),
    };
    match added {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/opportunities/{id}"), said)
        }
        Err(error) => refused(&tx, &Back::default(), &deal, error),
    }
}

async fn remove(
    ctx: Ctx,
    Path((id, contact)): Path<(OpportunityId, ContactId)>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let mut people = people_of(&tx, id).await?;
    people.retain(|it| it.contact != contact);
    keep_contacts(&tx, id, None, &people).await?;
    let said = Words::of(tx.lang()).saved();
    tx.commit().await?;
    page::redirect_saying(&format!("/opportunities/{id}"), said)
}
