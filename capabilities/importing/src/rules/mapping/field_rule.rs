//! Where the value of one field comes from.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Where the value of one field comes from. A bare text names the column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldRule {
    pub column: Option<String>,
    /// Further columns, whose texts follow after a space: a last name after a first one.
    pub also: Vec<String>,
    /// Columns of which the first that says something is read where this one is empty.
    pub instead: Vec<String>,
    /// The same for every row.
    pub always: Option<String>,
    /// `Tim {}`: the value stands in the braces.
    pub template: Option<String>,
    /// Other spellings, and what is meant; each use is counted and reported.
    pub aliases: BTreeMap<String, String>,
    /// The words of the source, and ours; a word that is not listed is refused.
    pub values: BTreeMap<String, String>,
    /// What every word means that `values` does not list.
    pub others: Option<String>,
    pub unit: Unit,
    pub empty: Empty,
}

/// What an empty cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Empty {
    /// Nothing is said; what is stored stays.
    #[default]
    Keep,
    /// There is none; what is stored goes.
    Clear,
    /// The row is rejected.
    Refuse,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    #[default]
    Ones,
    Thousands,
    Millions,
    Billions,
}

impl Unit {
    /// The power of ten.
    pub const fn power(self) -> u32 {
        match self {
            Self::Ones => 0,
            Self::Thousands => 3,
            Self::Millions => 6,
            Self::Billions => 9,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    column: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    instead: Vec<String>,
    always: Option<String>,
    template: Option<String>,
    #[serde(default)]
    aliases: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
    others: Option<String>,
    #[serde(default)]
    unit: Unit,
    #[serde(default)]
    empty: Empty,
}

impl<'de> Deserialize<'de> for FieldRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrTable;

        impl<'de> Visitor<'de> for TextOrTable {
            type Value = FieldRule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a column, or a table with `column` or `always`")
            }

            fn visit_str<E: Error>(self, column: &str) -> Result<FieldRule, E> {
                Ok(FieldRule { column: Some(column.to_owned()), ..FieldRule::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FieldRule, A::Error> {
                let table = Table::deserialize(MapAccessDeserializer::new(map))?;
                Ok(FieldRule {
                    column: table.column,
                    also: table.also,
                    instead: table.instead,
                    always: table.always,
                    template: table.template,
                    aliases: table.aliases,
                    values: table.values,
                    others: table.others,
                    unit: table.unit,
                    empty: table.empty,
                })
            }
        }

        deserializer.deserialize_any(TextOrTable)
    }
}
