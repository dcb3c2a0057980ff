//! Somebody writes down what the company's own fields ask of a client or a contact.

use std::collections::BTreeMap;

use frame::{Error, Event, Result, Tx};
use kernel::{Day, Lang, Refusal};
use sea_orm::{ColumnTrait, Condition};
use serde_json::{Value as Json, json};

use crate::custom_field::{self, Model as Field};
use crate::custom_value::{self, Column, CustomValueId, Of};
use crate::rules::custom::{Circle, CustomRefused, Stored, ValueFault, of_json, read, shown};
use crate::words::Words;

/// What was said of the fields of one record.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// By the code of a field: one text, several for several choices, none to empty it. A field
    /// that is not named stays.
    pub values: BTreeMap<String, Vec<String>>,
    /// In which form numbers are written.
    pub lang: Lang,
    /// Every field that is required is asked for, as for a new record.
    pub whole: bool,
}

impl Said {
    /// What a program said; its numbers have a point and no groups.
    pub fn by_program(values: &BTreeMap<String, Json>, whole: bool) -> Result<Self> {
        let read = |(code, value): (&String, &Json)| match of_json(value) {
            Some(said) => Ok((code.clone(), said)),
            None => Err(Error::refused(CustomRefused::at(code, ValueFault::NoChoice))),
        };
        Ok(Self { values: values.iter().map(read).collect::<Result<_>>()?, lang: Lang::En, whole })
    }

    /// What a form said: `custom.region`, and `custom.lines.retail` for each of several choices.
    pub fn by_form(form: &BTreeMap<String, String>, lang: Lang, whole: bool) -> Self {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (input, value) in form {
            let Some(rest) = input.strip_prefix("custom.") else { continue };
            let (code, said) = match rest.split_once('.') {
                None => (rest, value.as_str()),
                Some(choice) => choice,
            };
            values.entry(code.to_owned()).or_default().push(said.to_owned());
        }
        Self { values, lang, whole }
    }
}

/// Keeps what was said of a record that the caller may edit; answers whether anything changed.
pub async fn set_values(
    tx: &Tx,
    of: Of,
    said: &Said,
    about: impl Fn(&'static str) -> Event,
) -> Result<bool> {
    let fields = custom_field::seen(tx, of.record()).await?;
    if said.values.is_empty() && !(said.whole && fields.iter().any(|it| it.required)) {
        return Ok(false);
    }
    let before = custom_value::of(tx, of).await?;
    let currency = people::company::mine(tx).await?.currency;
    let today = tx.now.day(&tx.actor.zone);
    let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
    let unknown = |code: &&String| fields.iter().all(|it| it.code != **code || !it.may_keep(tx));
    for code in said.values.keys().filter(unknown) {
        faults.push(Box::new(CustomRefused::at(code, ValueFault::Unknown)));
    }
    let mut changes: Vec<(&Field, Option<Stored>)> = Vec::new();
    for field in fields.iter().filter(|it| it.may_keep(tx)) {
        let kept = before.get(&field.id).map(|it| it.value.as_str());
        let stored = match said.values.get(&field.code) {
            None if said.whole && field.required && kept.is_none() => Ok(None),
            None => continue,
            Some(typed) => read(field.kind, &field.choices(), typed, kept, &currency, said.lang),
        };
        match stored {
            Ok(None) if field.required => {
                faults.push(Box::new(CustomRefused::at(&field.code, ValueFault::Missing)));
            }
            // What was there before the limits stays until somebody changes it.
            Ok(stored) if stored.as_ref().map(|it| it.text.as_str()) == kept => {}
            Ok(stored) => match beyond(field, stored.as_ref(), today) {
                Some(refused) => faults.push(Box::new(refused)),
                None => changes.push((field, stored)),
            },
            Err(fault) => faults.push(Box::new(CustomRefused::at(&field.code, fault))),
        }
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }

    for (field, stored) in &changes {
        let this = of.holds().add(Column::FieldId.eq(field.id));
        tx.delete_where::<custom_value::Entity, Condition>(Column::CompanyId, this).await?;
        if let Some(stored) = stored {
            tx.add::<_, custom_value::ActiveModel>(row(tx, of, field, stored)).await?;
        }
        let was = before.get(&field.id).map(|it| it.value.as_str());
        tx.record(event(about("accounts.value_set"), field, was, stored.as_ref()));
    }
    Ok(!changes.is_empty())
}

/// What the company does not let the field hold.
fn beyond(field: &Field, stored: Option<&Stored>, today: Day) -> Option<CustomRefused> {
    let beyond = field.limits().hold(field.kind, stored?, today).err()?;
    Some(CustomRefused::at(&field.code, ValueFault::Beyond(beyond)))
}

fn row(tx: &Tx, of: Of, field: &Field, stored: &Stored) -> custom_value::Model {
    let (account_id, contact_id) = match of {
        Of::Account(id) => (Some(id), None),
        Of::Contact(id) => (None, Some(id)),
    };
    custom_value::Model {
        company_id: tx.actor.company,
        id: tx.id::<CustomValueId>(),
        field_id: field.id,
        account_id,
        contact_id,
        value: stored.text.clone(),
        number: stored.number,
    }
}

/// What only some may see stands in no timeline: there, only that it changed.
fn event(event: Event, field: &Field, was: Option<&str>, now: Option<&Stored>) -> Event {
    let label = json!({ "id": field.label_id, "en": field.label_en });
    let event = event.with("label", label).with("code", field.code.clone());
    if field.seen_by != Circle::Everybody {
        return event;
    }
    let words = |stored: Option<&str>| {
        let lang = Lang::Id;
        stored.map(|it| shown(field.kind, &field.choices(), it, lang, Words::of(lang)))
    };
    event.change("value", words(was), words(now.map(|it| it.text.as_str())))
}
