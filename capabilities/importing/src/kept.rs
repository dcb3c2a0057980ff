//! How records of each kind are written by an import, read for it, and put back.
//!
//! An import writes many rows, and undoing it writes what was there; both need the row itself and
//! not only the verbs that people use. What a verb promises besides (names for signing in, the
//! reporting line, events) is kept here too.

mod hung;
mod team;
mod person;
mod product;
mod account;
pub mod contact;
mod opportunity;
mod prospect;

pub use hung::{Hung, both, completed, taken_off, told};
pub use opportunity::stage_of;

use std::collections::HashMap;

use frame::{Ctx, Error, Event, Owned, Result, Tx};
use kernel::{Instant, Lang, PersonId};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ActiveModelTrait, ColumnTrait, IdenStatic, Iterable, ModelTrait, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::known::Known;
use crate::rules::draft::{Draft, TargetKind};
use crate::rules::undoing::Image;

/// What a new record begins with.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    pub company: kernel::CompanyId,
    pub id: Uuid,
    pub lang: Lang,
    pub now: Instant,
}

/// A table whose rows can be imported.
pub trait Kept: Owned {
    const KIND: TargetKind;
    /// What an import may write.
    const IMAGE: &'static [Self::Column];
    /// Tells phones that the row changed.
    const TOUCHED: Option<Self::Column> = None;
    /// What the stream calls it. Thousands of deals stand in the list of changes alone.
    const CREATED: Option<&'static str>;
    const CHANGED: Option<&'static str>;

    fn uuid(model: &Self::Model) -> Uuid;
    fn name(model: &Self::Model) -> &str;

    /// Deleted, or works here no more: known, but second to one of the same name that is not.
    fn is_gone(_: &Self::Model) -> bool {
        false
    }

    fn owner(_: &Self::Model) -> Option<PersonId> {
        None
    }

    /// The record, said as a file would say it.
    fn draft(model: &Self::Model, known: &Known) -> Draft;

    fn blank(beginning: Beginning) -> Self::Model;

    /// Makes the record what the draft says; what it does not say stays.
    fn apply(model: &mut Self::Model, draft: &Draft, known: &Known) -> Result<()>;

    /// What hangs on these records and is written with them, as further fields of their images.
    fn hung(_: &Ctx, _: &[Uuid]) -> impl Future<Output = Result<HashMap<Uuid, Image>>> + Send {
        async { Ok(HashMap::new()) }
    }

    /// Makes what hangs on a record what the draft says; what it does not say stays.
    fn hang(_: &Tx, _: &mut Image, _: &Draft, _: &Known) -> Result<()> {
        Ok(())
    }

    /// Writes what hangs on records.
    fn write_hung(_: &Tx, _: &[Hung]) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// Whatever follows from rows that were written.
    fn written(_: &Tx, _: &[Self::Model]) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// Whoever had a record has it no more.
    fn lost(_: &Tx, _: &Self::Model) {}

    /// Takes rows away. The database refuses if something needs one of them.
    fn remove(tx: &Tx, ids: Vec<Uuid>) -> impl Future<Output = Result<()>> + Send {
        async move {
            tx.delete_where::<Self, _>(Self::company(), Self::id().is_in(ids)).await?;
            Ok(())
        }
    }
}

/// All that an import may write of a record.
pub fn image<E: Kept>(model: &E::Model) -> Image {
    let field = |column: &E::Column| (column.as_str().to_owned(), json(&model.get(*column)));
    E::IMAGE.iter().map(field).collect()
}

/// Whether a record still says everything that a change wrote. What the change did not know of, an
/// older one of newer fields, does not matter.
pub fn still_says(present: &Image, written: &Image) -> bool {
    written.iter().all(|(field, value)| present.get(field) == Some(value))
}

/// The fields in which two states of a record differ, and what hangs on it.
pub fn difference(mut was: Image, mut is: Image) -> (Image, Image) {
    completed(&mut was, &is);
    completed(&mut is, &was);
    let same: Vec<String> = was
        .iter()
        .filter(|(field, value)| is.get(*field) == Some(value))
        .map(|it| it.0.clone())
        .collect();
    for field in same {
        was.remove(&field);
        is.remove(&field);
    }
    (was, is)
}

/// The columns that make a row hold these fields.
pub fn values<E: Kept>(
    model: &E::Model,
    fields: &Image,
    now: Instant,
) -> Result<Vec<(E::Column, SimpleExpr)>> {
    let mut values = Vec::with_capacity(fields.len() + 1);
    for column in E::IMAGE {
        if let Some(field) = fields.get(column.as_str()) {
            values.push((*column, Expr::value(value(field, &model.get(*column))?)));
        }
    }
    values.extend(E::TOUCHED.map(|column| (column, Expr::value(now))));
    Ok(values)
}

/// A row to insert.
pub fn row<E: Kept>(model: &E::Model) -> E::ActiveModel {
    let mut row = <E::ActiveModel as ActiveModelTrait>::default();
    for column in <E::Column as Iterable>::iter() {
        row.set(column, model.get(column));
    }
    row
}

/// An event about a record of this kind.
pub fn event<E: Kept>(name: &'static str, model: &E::Model) -> Event {
    let id = E::uuid(model);
    Event::of(name, E::KIND.word(), id)
        .owner(E::owner(model))
        .about(id)
        .with("name", E::name(model))
}

/// What a column holds, as JSON. Columns of records are of these few kinds.
fn json(value: &Value) -> Json {
    match value {
        Value::Int(it) => Json::from(*it),
        Value::BigInt(it) => Json::from(*it),
        Value::String(it) => Json::from(it.clone()),
        Value::Uuid(it) => Json::from(it.map(|it| it.to_string())),
        _ => Json::Null,
    }
}

/// JSON as a column of this kind holds it.
fn value(json: &Json, like: &Value) -> Result<Value> {
    let wrong = || Error::internal(anyhow::anyhow!("`{json}` is not what the column holds"));
    let some = !json.is_null();
    let value = match like {
        Value::Int(_) => Value::Int(json.as_i64().and_then(|it| it.try_into().ok())),
        Value::BigInt(_) => Value::BigInt(json.as_i64()),
        Value::String(_) => Value::String(json.as_str().map(str::to_owned)),
        Value::Uuid(_) => Value::Uuid(json.as_str().and_then(|it| it.parse().ok())),
        _ => return Err(wrong()),
    };
    let none = matches!(
        value,
        Value::Int(None) | Value::BigInt(None) | Value::String(None) | Value::Uuid(None)
    );
    if some && none { Err(wrong()) } else { Ok(value) }
}

/// A draft of another kind; plans do not make such steps.
fn other_kind() -> Error {
    Error::internal(anyhow::anyhow!("a draft of another kind"))
}
