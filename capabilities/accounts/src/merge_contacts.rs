//! Two contacts who were one all along become one.

use std::collections::BTreeSet;

use frame::follows::{Change, Held, Key};
use frame::web::{Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::labels;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::contact::{self, ContactId, ContactOut, Model};
use crate::contact_merge::{self, ContactMergeId};
use crate::find_contacts::with_posts_of;
use crate::keep_contact::{accounts_to_edit, touch_accounts};
use crate::merging::{Kept, change, day, is_empty};
use crate::open_account::about;
use crate::pairs::become_one;
use crate::remember_contacts::remember_contacts;
use crate::rules::contact_refused::ContactRefused;
use crate::rules::one_contact::{Agreed, There};
use crate::{account_contact, contact_duplicate, contact_merge_row};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

labels! {
    /// What differs between two contacts and is chosen when they become one.
    pub enum ContactField {
        Name = "name",
        Phone = "phone",
        Whatsapp = "whatsapp",
        Email = "email",
        Channel = "channel",
        Birthday = "birthday",
    }
}

/// Makes one contact part of another. The survivor keeps what is known of them, but for what is
/// `taken`; what is not known of them they get from the other. Of what both said of offers the
/// stricter holds. Everything that names either names the survivor from now on.
pub async fn merge_contacts(
    tx: &Tx,
    survivor: ContactId,
    merged: ContactId,
    taken: &BTreeSet<ContactField>,
) -> Result<Model> {
    if survivor == merged {
        return Err(Error::refused(ContactRefused::WithItself));
    }
    let survivor = get_to_merge(tx, survivor).await?;
    let merged = get_to_merge(tx, merged).await?;

    let id: ContactMergeId = tx.id();
    let mut kept = Kept::nothing(tx);
    tx.add::<contact_merge::Model, contact_merge::ActiveModel>(contact_merge::Model {
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
    kept.move_all("contact", merged.id.0, survivor.id.0).await?;
    become_one::<contact_duplicate::Entity>(&mut kept, survivor.id, merged.id).await?;
    kept.change("contact", key(survivor.id), values(&survivor, &merged, taken)).await?;
    let hidden = change("hidden_at", Held::Whole(None), Held::Whole(Some(tx.now.0)));
    kept.change("contact", key(merged.id), vec![hidden]).await?;
    contact_merge_row::keep(tx, id, kept.rows()).await?;
    stamp(tx, &[survivor.id, merged.id]).await?;

    let after = contact::whoever(tx, survivor.id).await?;
    remember_contacts(tx, std::slice::from_ref(&after)).await?;
    let accounts = touch_accounts(tx, &[survivor.id, merged.id]).await?;

    for account in &accounts {
        tx.record(
            about(account, "accounts.contact_merged")
                .with("name", after.name.clone())
                .with("other", merged.name.clone())
                .with("merge", id.to_string())
                .with("contact_id", after.id.to_string())
                .with("merged_id", merged.id.to_string()),
        );
    }
    Ok(after)
}

/// One whom the actor may change: not found if they may not be seen, denied if they may.
pub async fn get_to_merge(ctx: &Ctx, id: ContactId) -> Result<Model> {
    let contact = contact::get(ctx, id).await?;
    accounts_to_edit(ctx, id).await?;
    Ok(contact)
}

fn key(contact: ContactId) -> Key {
    vec![("id".to_owned(), contact.0)]
}

/// Says when something about these contacts changed.
pub async fn stamp(tx: &Tx, contacts: &[ContactId]) -> Result<()> {
    let these = Condition::all().add(contact::Column::Id.is_in(contacts.iter().copied()));
    let now = vec![(contact::Column::UpdatedAt, tx.now.into())];
    tx.update_where::<contact::Entity, _>(contact::Column::CompanyId, these, now).await?;
    Ok(())
}

/// Where both are, what is said of the one and not of the other is kept.
async fn posts(kept: &mut Kept<'_>, survivor: ContactId, merged: ContactId) -> Result<()> {
    let posts = kept
        .tx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in([survivor, merged]))
        .all(&**kept.tx)
        .await?;
    for theirs in posts.iter().filter(|it| it.contact_id == merged) {
        let mine =
            posts.iter().find(|it| it.contact_id == survivor && it.account_id == theirs.account_id);
        let Some(mine) = mine else { continue };
        let joined = There::of(mine).joined(There::of(theirs));
        let changes = vec![
            change("role", Held::Text(mine.role.clone()), Held::Text(joined.role)),
            change("left_on", day(mine.left_on), day(joined.left_on)),
        ];
        let key = vec![
            ("account_id".to_owned(), mine.account_id.0),
            ("contact_id".to_owned(), survivor.0),
        ];
        kept.change("account_contact", key, changes).await?;
    }
    Ok(())
}

/// What becomes of each column of the survivor.
fn values(mine: &Model, theirs: &Model, taken: &BTreeSet<ContactField>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for &field in ContactField::ALL {
        let columns = columns(field);
        let unknown = columns.iter().all(|it| is_empty(&it.1(mine)));
        // What the other does not know is no choice.
        let known = columns.iter().any(|it| !is_empty(&it.1(theirs)));
        if unknown || (known && taken.contains(&field)) {
            changes.extend(columns.iter().map(|it| change(it.0, it.1(mine), it.1(theirs))));
        }
    }
    let text = |it: &Option<String>| Held::Text(it.clone());
    if mine.external_key.is_none() {
        changes.push(change("external_key", text(&mine.external_key), text(&theirs.external_key)));
    }
    let (before, after) = (Agreed::of(mine), Agreed::of(mine).stricter(Agreed::of(theirs)));
    let consent = |it: &Agreed| Held::Text(it.consent.map(|it| it.word().to_owned()));
    changes.push(change("consent", consent(&before), consent(&after)));
    changes.push(change("consent_on", day(before.on), day(after.on)));
    changes.push(change("consent_note", text(&before.note), text(&after.note)));
    changes
}

type ColumnOf = (&'static str, fn(&Model) -> Held);

/// The columns of a contact that a choice is about.
fn columns(field: ContactField) -> Vec<ColumnOf> {
    match field {
        ContactField::Name => vec![
            ("name", |it| Held::Text(Some(it.name.clone()))),
            ("name_key", |it| Held::Text(Some(it.name_key.clone()))),
        ],
        ContactField::Phone => vec![("phone", |it| Held::Text(it.phone.clone()))],
        ContactField::Whatsapp => vec![("whatsapp", |it| Held::Text(it.whatsapp.clone()))],
        ContactField::Email => vec![("email", |it| Held::Text(it.email.clone()))],
        ContactField::Channel => {
            vec![("channel", |it| Held::Text(it.channel.map(|it| it.word().to_owned())))]
        }
        ContactField::Birthday => vec![("birthday", |it| Held::Text(it.birthday.clone()))],
    }
}

/// Whether both say something, and not the same: then somebody has to choose.
pub fn differs(mine: &Model, theirs: &Model, field: ContactField) -> bool {
    columns(field).iter().any(|(_, of)| {
        let (mine, theirs) = (of(mine), of(theirs));
        mine != theirs && !is_empty(&mine) && !is_empty(&theirs)
    })
}

// In the API.

/// Whom to merge into a person.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactMergeIn {
    /// The person who becomes part of this one.
    merged_id: ContactId,
    /// Of which fields their value is taken; what is not known of this one is taken anyway.
    #[serde(default)]
    take: BTreeSet<ContactField>,
}

/// Make another person part of this one; it can be undone
#[utoipa::path(
    post,
    path = "/api/v1/contacts/{contact}/merge",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    responses(
        (status = 200, body = ContactOut),
        (status = 422, description = "Not these two", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<ContactId>,
    Json(wanted): Json<ContactMergeIn>,
) -> Result<Json<ContactOut>> {
    let tx = ctx.begin().await?;
    let contact = merge_contacts(&tx, id, wanted.merged_id, &wanted.take).await?;
    let out = with_posts_of(&tx, contact).await?;
    tx.commit().await?;
    Ok(Json(out))
}
