//! Rows that a source has added up, and added up further: by any key, sums stay right, because
//! nothing is kept that does not add.

use std::collections::BTreeMap;

/// What a row is of, one key for each axis; none where it has none ("no product").
pub type Keys = Vec<Option<String>>;

/// What was counted for one combination of keys.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    pub keys: Keys,
    /// ISO 4217, for the parts that are money; empty where a source has none.
    pub currency: String,
    /// One for each part of the source, all of which may be added.
    pub parts: Vec<i128>,
}

/// Where a row stands among others: by its keys, none last, and by its currency.
type Place = (Vec<(bool, Option<String>)>, String);

/// The rows with other keys, those that are now the same added up. They come in the order of
/// their keys, what has none last.
pub fn roll_up(rows: impl IntoIterator<Item = Row>, key: impl Fn(&Keys) -> Keys) -> Vec<Row> {
    let mut sums: BTreeMap<Place, Vec<i128>> = BTreeMap::new();
    for row in rows {
        let keys = key(&row.keys).into_iter().map(|it| (it.is_none(), it)).collect();
        let sum = sums.entry((keys, row.currency)).or_insert_with(|| vec![0; row.parts.len()]);
        add(sum, &row.parts);
    }
    let rows = sums.into_iter().map(|((keys, currency), parts)| Row {
        keys: keys.into_iter().map(|it| it.1).collect(),
        currency,
        parts,
    });
    rows.collect()
}

/// Everything together, one row for each currency.
pub fn total(rows: &[Row]) -> Vec<Row> {
    roll_up(rows.iter().cloned(), |_| Vec::new())
}

fn add(sum: &mut [i128], parts: &[i128]) {
    for (sum, part) in sum.iter_mut().zip(parts) {
        *sum = sum.saturating_add(*part);
    }
}

/// These rows, and a row of nothing for each of the keys that has none: an agent without a deal
/// is in the report of agents. The row has the currency of the others, or `currency`.
pub fn filled(
    rows: Vec<Row>,
    keys: impl IntoIterator<Item = String>,
    parts: usize,
    currency: &str,
) -> Vec<Row> {
    let here: std::collections::BTreeSet<Option<String>> =
        rows.iter().filter_map(|it| it.keys.first().cloned()).collect();
    let currency = rows.first().map_or(currency, |it| it.currency.as_str()).to_owned();
    let missing = keys.into_iter().map(Some).filter(|it| !here.contains(it));
    let empty: Vec<Row> = missing
        .map(|key| Row { keys: vec![key], currency: currency.clone(), parts: vec![0; parts] })
        .collect();
    roll_up(rows.into_iter().chain(empty), Clone::clone)
}

/// These rows, and a row of nothing for each that was there in an earlier period alone: who bought
/// nothing any more is in the report of growth.
pub fn with_gone(rows: Vec<Row>, before: &[Row]) -> Vec<Row> {
    let gone: Vec<Row> = {
        let here: std::collections::BTreeSet<(&Keys, &str)> =
            rows.iter().map(|it| (&it.keys, it.currency.as_str())).collect();
        let is_gone = |it: &&Row| !here.contains(&(&it.keys, it.currency.as_str()));
        let nothing = |it: &Row| Row { parts: vec![0; it.parts.len()], ..it.clone() };
        before.iter().filter(is_gone).map(nothing).collect()
    };
    roll_up(rows.into_iter().chain(gone), Clone::clone)
}

/// Each row with the row of the same key and currency in an earlier period.
pub fn merged(rows: Vec<Row>, before: &[Row]) -> Vec<(Row, Option<Row>)> {
    let index: BTreeMap<(&Keys, &str), &Row> =
        before.iter().map(|it| ((&it.keys, it.currency.as_str()), it)).collect();
    let pair = |row: Row| {
        let earlier = index.get(&(&row.keys, row.currency.as_str())).map(|it| (*it).clone());
        (row, earlier)
    };
    rows.into_iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(key: Option<&str>, currency: &str, parts: [i128; 2]) -> Row {
        Row {
            keys: vec![key.map(str::to_owned)],
            currency: currency.to_owned(),
            parts: parts.to_vec(),
        }
    }

    #[test]
    fn whoever_has_nothing_is_in_the_report() {
        let rows = vec![row(Some("ayu"), "IDR", [2, 50])];

        let all = filled(rows, ["ayu".to_owned(), "rizky".to_owned()], 2, "USD");

        assert_eq!(all, [row(Some("ayu"), "IDR", [2, 50]), row(Some("rizky"), "IDR", [0, 0])]);
        assert_eq!(
            filled(Vec::new(), ["wati".to_owned()], 2, "USD"),
            [row(Some("wati"), "USD", [0, 0])]
        );
    }

    #[test]
    fn currencies_are_never_added() {
        let rows = [
            row(Some("a"), "IDR", [1, 5]),
            row(Some("b"), "USD", [1, 7]),
            row(None, "IDR", [1, 1]),
        ];

        let sums: Vec<_> = total(&rows).into_iter().map(|it| (it.currency, it.parts)).collect();

        assert_eq!(sums, [("IDR".to_owned(), vec![2, 6]), ("USD".to_owned(), vec![1, 7])]);
    }

    #[test]
    fn whoever_was_there_before_is_still_in_the_report() {
        let now = vec![row(Some("ayu"), "IDR", [2, 50])];
        let before = [row(Some("ayu"), "USD", [1, 7]), row(Some("wati"), "IDR", [1, 9])];

        let all = with_gone(now, &before);

        assert_eq!(
            all,
            [
                row(Some("ayu"), "IDR", [2, 50]),
                row(Some("ayu"), "USD", [0, 0]),
                row(Some("wati"), "IDR", [0, 0]),
            ]
        );
        assert_eq!(merged(all, &before)[2].1, Some(before[1].clone()));
    }

    #[test]
    fn what_has_no_key_comes_last() {
        let rows = vec![row(None, "", [1, 1]), row(Some("z"), "", [1, 1])];

        assert_eq!(roll_up(rows, Clone::clone)[1].keys, [None]);
    }

    proptest! {
        #[test]
        fn the_sum_of_any_breakdown_is_the_sum_of_all(
            rows in prop::collection::vec((0..5_u8, 0..3_u8, -1_000..1_000_i64, 0..9_i64), 0..40)
        ) {
            let rows: Vec<Row> = rows
                .into_iter()
                .map(|(a, b, x, y)| Row {
                    keys: vec![Some(a.to_string()), (b != 0).then(|| b.to_string())],
                    currency: if b == 1 { "USD" } else { "IDR" }.to_owned(),
                    parts: vec![x.into(), y.into()],
                })
                .collect();

            let by_first = roll_up(rows.clone(), |keys| vec![keys[0].clone()]);
            let by_second = roll_up(rows.clone(), |keys| vec![keys[1].clone()]);

            prop_assert_eq!(total(&by_first), total(&rows));
            prop_assert_eq!(total(&by_second), total(&rows));
        }
    }
}
