//! A company is founded, with nobody in it yet.

use frame::{App, Error, Event, Result, Tx};
use kernel::{CompanyId, Lang, Zone};
use sea_orm::ActiveValue::Set;

use crate::company::{self, Settings};
use crate::rules::PersonRefused;

/// What a new company says of itself.
#[derive(Clone, Debug)]
pub struct Founding {
    pub name: String,
    /// How the shell names it: lower case letters, digits and hyphens.
    pub slug: String,
    pub zone: Zone,
    pub currency: String,
    pub lang: Lang,
    pub settings: Settings,
}

impl Founding {
    /// As most Indonesian companies are.
    pub fn usual(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            slug: slug(name),
            zone: Zone::jakarta(),
            currency: "IDR".to_owned(),
            lang: Lang::Id,
            settings: Settings::default(),
        }
    }
}

/// Only the shell founds companies.
pub async fn found(app: &App, founding: Founding) -> Result<company::Model> {
    let name = frame::text::line(&founding.name).ok_or(Error::refused(PersonRefused::NoName))?;
    let taken = company::named(app, &founding.slug).await?.is_some();
    if taken || founding.slug.is_empty() || founding.slug != slug(&founding.slug) {
        return Err(Error::refused(PersonRefused::Slug));
    }

    let id = CompanyId(new_id(app));
    let tx: Tx = app.company(id).begin().await?;
    let company = tx
        .insert(company::ActiveModel {
            id: Set(id),
            slug: Set(founding.slug),
            name: Set(name),
            zone: Set(founding.zone),
            currency: Set(founding.currency),
            lang: Set(founding.lang),
            settings: Set(serde_json::to_string(&founding.settings)?),
            created_at: Set(tx.now),
        })
        .await?;
    tx.record(
        Event::of("people.company_founded", "company", id).with("name", company.name.clone()),
    );
    tx.commit().await?;
    Ok(company)
}

/// The company's own id is the one that is made before a company acts.
fn new_id(app: &App) -> uuid::Uuid {
    let micros = u64::try_from(app.now().0).unwrap_or_default();
    let nanos = u32::try_from(micros % 1_000_000).unwrap_or_default() * 1_000;
    let stamp = uuid::Timestamp::from_unix(uuid::NoContext, micros / 1_000_000, nanos);
    uuid::Uuid::new_v7(stamp)
}

/// `PT Cahaya Nusantara` becomes `pt-cahaya-nusantara`.
fn slug(name: &str) -> String {
    let mut out = String::new();
    for it in name.to_lowercase().chars() {
        match it {
            'a'..='z' | '0'..='9' => out.push(it),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_what_an_address_can_hold() {
        assert_eq!(slug("PT  Cahaya & Nusantara, Tbk."), "pt-cahaya-nusantara-tbk");
    }
}
