//! Two people at clients side by side, and which value of each stays.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path, Query};
use frame::{App, Ctx, Error, Result, search, text};
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::account_contact::PostOut;
use crate::contact::{self, ContactId, Model};
use crate::find_contacts::with_posts_of;
use crate::merge_contacts::{ContactField, differs, get_to_merge, merge_contacts};
use crate::remember_contacts::{know_shared, person};
use crate::rules::birthday::Birthday;
use crate::rules::contact_refused::ContactRefused;
use crate::rules::one_contact::Agreed;
use crate::rules::same_person::signs;
use crate::twins_page::Reason;
use crate::words::Words;

/// So many are offered by name.
const OFFERED: u64 = 12;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts/{contact}/merge", get(show).post(submit))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    with: String,
    q: String,
}

/// One of the two, as far as the reader may know.
struct Side {
    contact: Model,
    /// Where they are, with what they are there.
    places: Vec<String>,
    /// A client at which their page stands.
    account: Option<AccountId>,
}

/// A field in which they differ: its name in the form, its label, and both values.
struct Choice {
    field: ContactField,
    label: &'static str,
    values: [String; 2],
}

#[derive(Template)]
#[template(path = "merge_contacts_page.html")]
struct MergePage {
    shell: Shell,
    w: Words,
    account: AccountId,
    survivor: Side,
    merged: Side,
    choices: Vec<Choice>,
    reasons: Vec<Reason>,
    /// What holds of what both said of offers, where they said different things.
    consent: String,
    faults: Faults,
}

impl MergePage {
    fn both(&self) -> [(&'static str, &Side); 2] {
        [(self.w.merge_stays(), &self.survivor), (self.w.merge_goes(), &self.merged)]
    }

    /// The same two, the other way round; nothing where the other has no page for the reader.
    fn swapped(&self) -> Option<String> {
        let (account, merged) = (self.merged.account?, self.merged.contact.id);
        let with = self.survivor.contact.id;
        Some(format!("/accounts/{account}/contacts/{merged}/merge?with={with}"))
    }
}

#[derive(Template)]
#[template(path = "pick_contact_twin.html")]
struct PickPage {
    shell: Shell,
    w: Words,
    account: AccountId,
    contact: Model,
    q: String,
    offered: Vec<Model>,
}

async fn show(
    ctx: Ctx,
    Path((account, id)): Path<(AccountId, ContactId)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    account::get_to(&ctx, Act::Edit, account).await?;
    let contact = get_to_merge(&ctx, id).await?;
    match asked.with.trim() {
        "" => pick(&ctx, account, contact, &asked.q).await,
        with => {
            let other = with.parse().map_err(|_| Error::NotFound)?;
            let other = get_to_merge(&ctx, other).await?;
            merge_page(&ctx, account, [contact, other], Faults::default()).await
        }
    }
}

/// Who the other one is.
async fn pick(ctx: &Ctx, account: AccountId, contact: Model, typed: &str) -> Result<Response> {
    let q = text::line(typed).unwrap_or_else(|| contact.name.clone());
    let sought = search::Sought::read(&q);
    let found = search::search(ctx, &sought, usize::try_from(OFFERED).unwrap_or(12)).await?;
    let ids = found.iter().filter(|it| it.kind.kind == "contact").flat_map(|it| &it.hits);
    let ids: BTreeSet<ContactId> = ids.map(|it| ContactId(it.id)).collect();
    let offered = contact::shown(ctx)
        .filter(contact::Column::Id.is_in(ids))
        .filter(contact::Column::Id.ne(contact.id))
        .order_by_asc(contact::Column::NameKey)
        .limit(OFFERED);
    page::render(&PickPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        offered: offered.all(ctx).await?,
        account,
        contact,
        q,
    })
}

async fn merge_page(
    ctx: &Ctx,
    account: AccountId,
    [survivor, merged]: [Model; 2],
    faults: Faults,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let (before, theirs) = (Agreed::of(&survivor), Agreed::of(&merged));
    let after = before.clone().stricter(theirs.clone());
    let differ = before.consent.is_some() && theirs.consent.is_some() && before != theirs;
    let consent = after.consent.filter(|_| differ).map(|it| {
        let day = after.on.map(|it| ctx.lang().day(it)).unwrap_or_default();
        w.merge_contact_consent(w.consent(it.word()), day)
    });
    let choices = choices(ctx, &survivor, &merged);
    let (posts, others) = (posts_of(ctx, &survivor).await?, posts_of(ctx, &merged).await?);
    let at = |posts: &[PostOut]| posts.iter().map(|it| it.account_id).collect::<Vec<_>>();
    let both = vec![person(&survivor, at(&posts)), person(&merged, at(&others))];
    let both = know_shared(ctx, both).await?;
    let found = both.first().zip(both.last()).map(|(one, other)| signs(one, other));
    let reason = |it| Reason::of(it, w);
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = MergePage {
        shell: ctx.shell("accounts"),
        account,
        survivor: side(ctx, survivor, &posts).await?,
        merged: side(ctx, merged, &others).await?,
        choices,
        reasons: found.unwrap_or_default().into_iter().map(reason).collect(),
        consent: consent.unwrap_or_default(),
        faults,
        w,
    };
    page::render_as(status, &page)
}

async fn posts_of(ctx: &Ctx, contact: &Model) -> Result<Vec<PostOut>> {
    Ok(with_posts_of(ctx, contact.clone()).await?.accounts)
}

async fn side(ctx: &Ctx, contact: Model, posts: &[PostOut]) -> Result<Side> {
    let names = account::names(ctx, posts.iter().map(|it| it.account_id)).await?;
    let place = |it: &PostOut| {
        let name = names.get(&it.account_id)?.clone();
        Some(match &it.role {
            Some(role) => format!("{name} · {role}"),
            None => name,
        })
    };
    let ids = posts.iter().map(|it| it.account_id);
    let there = account::shown(ctx)
        .filter(account::Column::Id.is_in(ids))
        .order_by_asc(account::Column::Id)
        .limit(1);
    Ok(Side {
        places: posts.iter().filter_map(place).collect(),
        account: there.one(ctx).await?.map(|it| it.id),
        contact,
    })
}

fn choices(ctx: &Ctx, survivor: &Model, merged: &Model) -> Vec<Choice> {
    let w = Words::of(ctx.lang());
    let differing = ContactField::ALL.iter().filter(|it| differs(survivor, merged, **it));
    let choice = |&field: &ContactField| Choice {
        field,
        label: w.contact_field(field),
        values: [shown(ctx, survivor, field), shown(ctx, merged, field)],
    };
    differing.map(choice).collect()
}

fn shown(ctx: &Ctx, contact: &Model, field: ContactField) -> String {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let value = match field {
        ContactField::Name => Some(contact.name.clone()),
        ContactField::Phone => contact.phone.as_deref().map(text::shown_phone),
        ContactField::Whatsapp => contact.whatsapp.as_deref().map(text::shown_phone),
        ContactField::Email => contact.email.clone(),
        ContactField::Channel => contact.channel.map(|it| w.channel(it.word())),
        ContactField::Birthday => {
            contact.birthday.as_deref().and_then(Birthday::read).map(|it| it.shown(lang))
        }
    };
    value.unwrap_or_default()
}

impl Words {
    fn contact_field(self, field: ContactField) -> &'static str {
        match field {
            ContactField::Name => self.person_name(),
            ContactField::Phone => self.phone_label(),
            ContactField::Whatsapp => "WhatsApp",
            ContactField::Email => self.email_label(),
            ContactField::Channel => self.channel_label(),
            ContactField::Birthday => self.birthday_label(),
        }
    }
}

/// `with`, and for each field that was chosen `mine` or `theirs`.
async fn submit(
    ctx: Ctx,
    Path((account, id)): Path<(AccountId, ContactId)>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    account::get_to(&tx, Act::Edit, account).await?;
    let other: ContactId =
        form.get("with").and_then(|it| it.parse().ok()).ok_or(Error::NotFound)?;
    let chosen = |it: &&ContactField| form.get(it.word()).is_some_and(|it| it == "theirs");
    let taken: BTreeSet<ContactField> = ContactField::ALL.iter().filter(chosen).copied().collect();
    let merged = get_to_merge(&tx, other).await?;
    match merge_contacts(&tx, id, other, &taken).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).merge_contact_done(&merged.name);
            tx.commit().await?;
            // They are at the clients of both now, and so at the one whose page this was.
            page::redirect_saying(&format!("/accounts/{account}"), &said)
        }
        Err(error) => {
            // What is wrong is wrong with the two, not with a field.
            let mut faults = Faults::of(error, tx.lang())?;
            faults.above = faults.above.or_else(|| Some(faults.fields.first()?.message.clone()));
            let survivor = get_to_merge(&tx, id).await?;
            if survivor.id == merged.id {
                return Err(Error::refused(ContactRefused::WithItself));
            }
            merge_page(&tx, account, [survivor, merged], faults).await
        }
    }
}
