//! What the search finds here: clients, and the people there.

use frame::app::Asking;
use frame::search::{By, Hit, Searched, Texts, in_reach};
use frame::text::shown_phone;
use frame::{Ctx, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::contact::{self, ContactId};
use crate::contact_merge::former;
use crate::remember::known;
use crate::words::Words;

pub const SEARCHED: &[Searched] = &[
    Searched {
        kind: "account",
        title: |lang| Words::of(lang).accounts_title(),
        icon: "building-2",
        version: 1,
        by: By::Words(|ctx| {
            in_reach::<account::Entity>(ctx, |it| it.filter(account::Column::HiddenAt.is_null()))
        }),
        show: |ctx, ids| Box::pin(accounts(ctx, ids)) as Asking<'_, Vec<Hit>>,
        texts: |ctx, after, most| Box::pin(account_texts(ctx, after, most)),
    },
    Searched {
        kind: "contact",
        title: |lang| Words::of(lang).contacts_title(),
        icon: "user",
        version: 1,
        by: By::Words(|ctx| {
            in_reach::<contact::Entity>(ctx, |it| it.filter(contact::Column::HiddenAt.is_null()))
        }),
        show: |ctx, ids| Box::pin(contacts(ctx, ids)) as Asking<'_, Vec<Hit>>,
        texts: |ctx, after, most| Box::pin(contact_texts(ctx, after, most)),
    },
];

async fn accounts(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let found = account::shown(ctx).filter(account::Column::Id.is_in(ids.iter().copied()));
    let hit = |it: account::Model| {
        let parts = [it.phone.as_deref().map(shown_phone), it.tax_shown(), it.industry.clone()];
        Hit {
            id: it.id.0,
            href: format!("/accounts/{}", it.id),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: it.name,
        }
    };
    Ok(found.all(ctx).await?.into_iter().map(hit).collect())
}

/// People, each with one account where they are.
async fn contacts(ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Hit>> {
    let found = ctx
        .find::<contact::Entity>()
        .filter(contact::Column::HiddenAt.is_null())
        .filter(contact::Column::Id.is_in(ids.iter().copied()))
        .all(ctx)
        .await?;
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(found.iter().map(|it| it.id)))
        .find_also_related(account::Entity)
        .all(ctx)
        .await?;
    let hit = |person: contact::Model| {
        let there = posts.iter().filter(|it| it.0.contact_id == person.id);
        let there = there.filter_map(|it| Some((&it.0, it.1.as_ref()?)));
        let there = there.filter(|it| it.1.hidden_at.is_none());
        let (_, account) = there.min_by_key(|it| (it.0.left_on.is_some(), it.1.id))?;
        let phone = person.phone.as_deref().or(person.whatsapp.as_deref()).map(shown_phone);
        let parts = [Some(account.name.clone()), phone, person.email.clone()];
        Some(Hit {
            id: person.id.0,
            href: format!("/accounts/{}", account.id),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title: person.name,
        })
    };
    Ok(found.into_iter().filter_map(hit).collect())
}

async fn account_texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<(Uuid, Texts)>> {
    let mut next = ctx.whole_company::<account::Entity>().order_by_asc(account::Column::Id);
    if let Some(after) = after {
        next = next.filter(account::Column::Id.gt(AccountId(after)));
    }
    let accounts = next.limit(most).all(ctx).await?;
    let known = known(ctx, &accounts).await?;
    Ok(known.into_iter().map(|it| (it.id.0, it.texts)).collect())
}

fn texts_of_contact(contact: &contact::Model) -> Texts {
    Texts::default()
        .word(contact.name.as_str())
        .words([contact.email.as_deref()])
        .numbers([contact.phone.as_deref(), contact.whatsapp.as_deref()])
}

/// What contacts are found by: what is kept of them, and of those who became part of them.
pub async fn texts_of_contacts(
    ctx: &Ctx,
    contacts: &[contact::Model],
) -> Result<Vec<(Uuid, Texts)>> {
    let former = former(ctx, contacts.iter().map(|it| it.id)).await?;
    let texts = |it: &contact::Model| {
        let others = former.get(&it.id).map(Vec::as_slice).unwrap_or_default();
        let texts = others.iter().fold(texts_of_contact(it), |texts, other| {
            texts
                .words([Some(other.name.as_str()), other.email.as_deref()])
                .numbers([other.phone.as_deref(), other.whatsapp.as_deref()])
        });
        (it.id.0, texts)
    };
    Ok(contacts.iter().map(texts).collect())
}

async fn contact_texts(ctx: &Ctx, after: Option<Uuid>, most: u64) -> Result<Vec<(Uuid, Texts)>> {
    let mut next = ctx.whole_company::<contact::Entity>().order_by_asc(contact::Column::Id);
    if let Some(after) = after {
        next = next.filter(contact::Column::Id.gt(ContactId(after)));
    }
    let contacts = next.limit(most).all(ctx).await?;
    texts_of_contacts(ctx, &contacts).await
}
