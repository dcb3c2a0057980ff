//! What hangs on clients and on the people there, as fields of their images: addresses, tags, and
//! the company's own fields. An import writes and undoes them with the record itself.

use std::collections::HashMap;

use accounts::account_tag;
use accounts::custom_field::{self, CustomFieldId};
use accounts::custom_value::{self, CustomValueId};
use accounts::{AccountId, AddressId, AddressLabel, FieldRecord, address};
use frame::{Ctx, Event, Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::known::Known;
use crate::rules::draft::{AccountDraft, OwnSaid, TargetKind};
use crate::rules::said::Said;
use crate::rules::undoing::Image;

mod writing;

pub use self::writing::{write_on_accounts, write_own};

/// Every address has a field of its own, by its id.
const ADDRESS: &str = "address.";
const TAGS: &str = "tags";
/// So has every field of the company's own, by its code.
const CUSTOM: &str = "custom.";

/// What hung on a record, and what is to hang on it.
#[derive(Clone, Debug)]
pub struct Hung {
    pub id: Uuid,
    pub was: Image,
    pub is: Image,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptAddress {
    id: AddressId,
    label: AddressLabel,
    street: String,
    city: Option<String>,
    province: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptValue {
    id: CustomValueId,
    field: CustomFieldId,
    value: String,
    number: Option<i64>,
}

/// A record's own fields, and what hangs on it.
pub fn both(mut image: Image, hung: &Image) -> Image {
    image.extend(hung.iter().map(|(field, value)| (field.clone(), value.clone())));
    image
}

/// What does not hang on a record any more hangs there as nothing.
pub fn completed(image: &mut Image, fields: &Image) {
    for field in fields.keys().filter(|it| hangs(it)) {
        image.entry(field.clone()).or_insert(Json::Null);
    }
}

/// What hangs on a record of which an image tells, taken off.
pub fn taken_off(id: Uuid, image: &Image) -> Hung {
    let hung = image.iter().filter(|it| hangs(it.0)).map(|it| (it.0.clone(), it.1.clone()));
    let was: Image = hung.collect();
    let is = was.keys().map(|it| (it.clone(), Json::Null)).collect();
    Hung { id, was, is }
}

fn hangs(field: &str) -> bool {
    field == TAGS || field.starts_with(ADDRESS) || field.starts_with(CUSTOM)
}

/// Tells a change in an event. Of the company's own fields only which they are: what some of them
/// hold is not for everybody.
pub fn told(event: Event, field: &str, before: Json, after: Json) -> Event {
    if let Some(code) = field.strip_prefix(CUSTOM) {
        let mut codes = event.said("custom").cloned().unwrap_or_else(|| json!([]));
        if let Some(codes) = codes.as_array_mut() {
            codes.push(json!(code));
        }
        return event.with("custom", codes);
    }
    if field.starts_with(ADDRESS) {
        return event.change("address", line(before), line(after));
    }
    if field == TAGS {
        let joined = |tags: Json| names(&tags).join(", ");
        return event.change(TAGS, joined(before), joined(after));
    }
    event.change(field, before, after)
}

fn line(address: Json) -> Option<String> {
    let it: KeptAddress = kept(address)?;
    let city: Vec<String> = [it.city, it.postcode].into_iter().flatten().collect();
    let parts = [
        it.street,
        city.join(" "),
        it.province.unwrap_or_default(),
        it.country.unwrap_or_default(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    Some(parts.join(", "))
}

fn kept<T: DeserializeOwned>(json: Json) -> Option<T> {
    serde_json::from_value(json).ok()
}

fn names(tags: &Json) -> Vec<String> {
    kept(tags.clone()).unwrap_or_default()
}

/// What hangs on these accounts.
pub async fn of_accounts(ctx: &Ctx, ids: &[Uuid]) -> Result<HashMap<Uuid, Image>> {
    let mut images = of_own(ctx, FieldRecord::Account, ids).await?;
    if ids.is_empty() {
        return Ok(images);
    }
    let theirs = address::Column::AccountId.is_in(ids.iter().copied());
    for it in ctx.whole_company::<address::Entity>().filter(theirs).all(ctx).await? {
        let address = KeptAddress {
            id: it.id,
            label: it.label,
            street: it.street,
            city: it.city,
            province: it.province,
            postcode: it.postcode,
            country: it.country,
        };
        let image = images.entry(it.account_id.0).or_default();
        image.insert(format!("{ADDRESS}{}", it.id), serde_json::to_value(address)?);
    }
    let accounts = ids.iter().copied().map(AccountId);
    for (account, tags) in account_tag::names(ctx, accounts).await? {
        images.entry(account.0).or_default().insert(TAGS.to_owned(), json!(tags));
    }
    Ok(images)
}

/// What the company's own fields hold of these records.
pub async fn of_own(ctx: &Ctx, record: FieldRecord, ids: &[Uuid]) -> Result<HashMap<Uuid, Image>> {
    let mut images: HashMap<Uuid, Image> = HashMap::new();
    if ids.is_empty() {
        return Ok(images);
    }
    let fields = custom_field::all(ctx, record).await?;
    let codes: HashMap<CustomFieldId, String> =
        fields.into_iter().map(|it| (it.id, it.code)).collect();
    let column = match record {
        FieldRecord::Account => custom_value::Column::AccountId,
        FieldRecord::Contact => custom_value::Column::ContactId,
    };
    let values = ctx.whole_company::<custom_value::Entity>();
    for it in values.filter(column.is_in(ids.iter().copied())).all(ctx).await? {
        let of = it.account_id.map(|it| it.0).or(it.contact_id.map(|it| it.0));
        let (Some(of), Some(code)) = (of, codes.get(&it.field_id)) else { continue };
        let value = KeptValue { id: it.id, field: it.field_id, value: it.value, number: it.number };
        let image = images.entry(of).or_default();
        image.insert(format!("{CUSTOM}{code}"), serde_json::to_value(value)?);
    }
    Ok(images)
}

/// Makes what hangs on an account what the draft says.
pub fn hang_on_account(
    tx: &Tx,
    image: &mut Image,
    draft: &AccountDraft,
    known: &Known,
) -> Result<()> {
    if draft.address().iter().any(|it| !it.is_silent()) {
        hang_address(tx, image, draft)?;
    }
    match &draft.tags {
        Said::Silent => {}
        Said::Nothing => completed_with(image, TAGS.to_owned(), Json::Null),
        Said::Is(tags) => completed_with(image, TAGS.to_owned(), json!(tags)),
    }
    hang_own(tx, image, TargetKind::Account, &draft.custom, known)
}

fn completed_with(image: &mut Image, field: String, value: Json) {
    if !value.is_null() || image.contains_key(&field) {
        image.insert(field, value);
    }
}

/// Changes the address to go to, or writes down the first one.
fn hang_address(tx: &Tx, image: &mut Image, draft: &AccountDraft) -> Result<()> {
    let all = image.iter().filter(|it| it.0.starts_with(ADDRESS));
    let all = all.filter_map(|it| kept::<KeptAddress>(it.1.clone()));
    let mut address = all.min_by_key(|it| (it.label, it.id)).unwrap_or_else(|| KeptAddress {
        id: tx.id(),
        label: AddressLabel::Main,
        street: String::new(),
        city: None,
        province: None,
        postcode: None,
        country: None,
    });
    let mut street = Some(address.street).filter(|it| !it.is_empty());
    draft.street.write(&mut street);
    draft.city.write(&mut address.city);
    draft.province.write(&mut address.province);
    draft.postcode.write(&mut address.postcode);
    let is_same = crate::known::same_country(
        address.country.as_deref(),
        draft.address_country.value().map(String::as_str),
    );
    if !is_same {
        draft.address_country.write(&mut address.country);
    }
    address.street = street.unwrap_or_default();

    let rest = [&address.city, &address.province, &address.postcode, &address.country];
    let is_nothing = address.street.is_empty() && rest.iter().all(|it| it.is_none());
    let field = format!("{ADDRESS}{}", address.id);
    let value = if is_nothing { Json::Null } else { serde_json::to_value(address)? };
    completed_with(image, field, value);
    Ok(())
}

/// Makes the company's own fields of a record what the draft says.
pub fn hang_own(
    tx: &Tx,
    image: &mut Image,
    target: TargetKind,
    said: &OwnSaid,
    known: &Known,
) -> Result<()> {
    for (code, said) in said {
        let Some(field) = known.own.field(target, code) else { continue };
        let name = format!("{CUSTOM}{code}");
        let before: Option<KeptValue> = image.get(&name).cloned().and_then(kept);
        let value = match said {
            Said::Silent => continue,
            Said::Nothing => Json::Null,
            Said::Is(text) if before.as_ref().is_some_and(|it| it.value == *text) => continue,
            Said::Is(text) => {
                let stored = crate::own::stored(field, text);
                serde_json::to_value(KeptValue {
                    id: before.map_or_else(|| tx.id(), |it| it.id),
                    field: field.id,
                    value: stored.text,
                    number: stored.number,
                })?
            }
        };
        completed_with(image, name, value);
    }
    Ok(())
}
