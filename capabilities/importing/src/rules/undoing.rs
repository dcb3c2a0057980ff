//! What of a record goes back when an import is undone.

use serde_json::{Map, Value as Json};

/// The fields of a record, by the names of their columns.
pub type Image = Map<String, Json>;

/// What goes back, and what somebody has changed since and is left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Back {
    pub restored: Image,
    pub changed_since: Vec<String>,
}

/// A field goes back if it still holds what the import wrote.
pub fn back(before: &Image, after: &Image, current: &Image) -> Back {
    let mut back = Back::default();
    for (field, was) in before {
        let now = current.get(field);
        if now == Some(was) {
            continue;
        }
        if now == after.get(field) {
            back.restored.insert(field.clone(), was.clone());
        } else {
            back.changed_since.push(field.clone());
        }
    }
    back
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn image(values: &[u8]) -> Image {
        values.iter().enumerate().map(|(at, it)| (at.to_string(), json!(it))).collect()
    }

    proptest! {
        #[test]
        fn what_nobody_touched_goes_back_whole(
            fields in prop::collection::vec((0u8..3, 0u8..3), 0..6),
        ) {
            let (before, after): (Vec<u8>, Vec<u8>) = fields.into_iter().unzip();
            let mut record = image(&after);

            let back = back(&image(&before), &image(&after), &record);
            record.extend(back.restored);

            prop_assert_eq!(back.changed_since, Vec::<String>::new());
            prop_assert_eq!(record, image(&before));
        }

        #[test]
        fn what_somebody_changed_since_stays(
            fields in prop::collection::vec((0u8..3, 0u8..3, 0u8..3), 0..6),
        ) {
            let of = |pick: fn(&(u8, u8, u8)) -> u8| {
                image(&fields.iter().map(pick).collect::<Vec<_>>())
            };
            let (before, after, current) = (of(|it| it.0), of(|it| it.1), of(|it| it.2));

            let back = back(&before, &after, &current);

            for (field, is) in &current {
                let changed = is != &after[field] && is != &before[field];
                prop_assert_eq!(back.changed_since.contains(field), changed);
                prop_assert!(!changed || !back.restored.contains_key(field));
            }
        }
    }
}
