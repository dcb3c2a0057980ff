//! Two change one record at once. A form carries what it was made from; whoever comes second is told
//! who was first and what they changed, keeps what they typed, and may save it then.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Ctx, Error, Owned, Result, Tx, stream};
use kernel::{Instant, Lang};
use sea_orm::{ColumnTrait, Condition};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::owners::names;
use crate::rules::stale::Stale;
use crate::words::Words;

/// So many events of a record are looked through for its last change.
const LOOKED_BACK: u64 = 50;
/// So much of a long text is told.
const TOLD: usize = 120;

/// What a record says in a form, by the names of the inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(pub BTreeMap<String, String>);

/// One input whose value is not what the form was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub input: String,
    pub before: String,
    pub after: String,
}

impl Seen {
    /// What a form says that was made of a record as it is, but for some of its inputs.
    pub fn of(form: &impl Serialize, without: &[&str]) -> Result<Self> {
        let Value::Object(inputs) = serde_json::to_value(form)? else {
            return Ok(Self::default());
        };
        let text = |(input, value): (String, Value)| match value {
            Value::String(text) if !without.contains(&input.as_str()) => Some((input, text)),
            _ => None,
        };
        Ok(Self(inputs.into_iter().filter_map(text).collect()))
    }

    /// As a hidden input of the form carries it.
    pub fn carried(&self) -> Result<String> {
        Ok(serde_json::to_string(&self.0)?)
    }

    /// What is something else by now than what a form carried. A form that carries nothing does not
    /// ask.
    pub fn changed_since(&self, carried: &str) -> Result<Vec<Changed>> {
        if carried.is_empty() {
            return Ok(Vec::new());
        }
        let was: BTreeMap<String, String> =
            serde_json::from_str(carried).map_err(|fault| Error::Malformed(fault.to_string()))?;
        let inputs: BTreeSet<&String> = was.keys().chain(self.0.keys()).collect();
        let changed = inputs.into_iter().filter_map(|input| {
            let of = |all: &BTreeMap<String, String>| all.get(input).cloned().unwrap_or_default();
            let (before, after) = (of(&was), of(&self.0));
            (before != after).then(|| Changed { input: input.clone(), before, after })
        });
        Ok(changed.collect())
    }

    /// A form with what its reader left as it was when the form was made as it is now. What they
    /// typed stays; what another wrote since is not put back by whoever never touched it.
    pub fn beside<F: Serialize + DeserializeOwned>(&self, form: F, carried: &str) -> Result<F> {
        let Ok(was) = serde_json::from_str::<BTreeMap<String, String>>(carried) else {
            return Ok(form);
        };
        let mut inputs = serde_json::to_value(&form)?;
        for (input, now) in &self.0 {
            let typed = inputs[input].as_str().unwrap_or_default();
            let is_left = same_lines(typed, was.get(input).map_or("", String::as_str));
            if is_left && typed != now {
                inputs[input] = now.as_str().into();
            }
        }
        Ok(serde_json::from_value(inputs)?)
    }
}

/// A browser sends the end of a line in its own way.
fn same_lines(typed: &str, was: &str) -> bool {
    typed.replace("\r\n", "\n") == was.replace("\r\n", "\n")
}

impl Changed {
    /// `Status: Prospek → Klien`, with the values as people read them.
    pub fn told(&self, lang: Lang, label: &str, value: impl Fn(&str) -> String) -> String {
        let w = Words::of(lang);
        let side = |it: &str| match it {
            "" => w.told_nothing().to_owned(),
            it => shortened(&value(it)),
        };
        w.told_change(label, side(&self.before), side(&self.after))
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Holds a record until the commit: what is read of it from here on is what the change will meet.
pub async fn hold<E: Owned>(tx: &Tx, id: E::Id, stamp: E::Column) -> Result<()> {
    let this = Condition::all().add(E::id().eq(id));
    // A column becomes what it is.
    let same = vec![(stamp, stamp.into_expr())];
    tx.update_where::<E, _>(E::company(), this, same).await?;
    Ok(())
}

/// Refuses where something changed meanwhile; `told` is what did, in words.
pub async fn refuse_changed(
    ctx: &Ctx,
    told: &[String],
    record: impl Into<Uuid>,
    is_change: impl Fn(&stream::Model) -> bool,
) -> Result<()> {
    if told.is_empty() {
        return Ok(());
    }
    let by = last_by(ctx, record.into(), is_change).await?;
    Err(Error::refused(Stale { by, what: told.join("; ") }))
}

/// Refuses a program's change of what is not as the program saw it.
pub async fn refuse_newer(
    ctx: &Ctx,
    seen_at: Option<Instant>,
    updated_at: Instant,
    record: impl Into<Uuid>,
    is_change: impl Fn(&stream::Model) -> bool,
) -> Result<()> {
    if seen_at.is_none_or(|it| it == updated_at) {
        return Ok(());
    }
    let by = last_by(ctx, record.into(), is_change).await?;
    Err(Error::refused(Stale { by, what: String::new() }))
}

/// Who changed a record last, by name.
async fn last_by(
    ctx: &Ctx,
    record: Uuid,
    is_change: impl Fn(&stream::Model) -> bool,
) -> Result<String> {
    let events = stream::of_record(ctx, record, LOOKED_BACK).await?;
    let last = events.into_iter().find(is_change);
    let Some(person) = last.and_then(|it| it.actor_id) else { return Ok(String::new()) };
    Ok(names(ctx, [person]).await?.remove(&person).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(inputs: &[(&str, &str)]) -> Seen {
        let own = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
        Seen(inputs.iter().map(own).collect())
    }

    #[test]
    fn what_became_something_else_is_told_and_nothing_besides() {
        let carried = seen(&[("name", "Toko Maju"), ("phone", "")]).carried().unwrap();
        let now = seen(&[("name", "Toko Maju Jaya"), ("website", "")]);

        let changed = now.changed_since(&carried).unwrap();

        assert_eq!(changed.len(), 1, "a field that came or went empty is no change: {changed:?}");
        assert_eq!(
            (changed[0].input.as_str(), changed[0].after.as_str()),
            ("name", "Toko Maju Jaya")
        );
        assert!(now.changed_since(&now.carried().unwrap()).unwrap().is_empty());
        assert!(now.changed_since("").unwrap().is_empty());
        assert!(now.changed_since("{").is_err());
    }
}
