//! The tables that a crate keeps, as its entities know them.
//!
//! Each crate lists its own; `app` lists the crates. What must hold for every table is proven
//! over that list, so a table cannot be forgotten.

use sea_orm::{ColumnTrait, ColumnType, EntityTrait, IdenStatic, Iterable};

/// A table as its entity knows it.
#[derive(Clone, Copy)]
pub struct Table(fn() -> Shape);

/// What an entity expects of its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub name: String,
    pub columns: Vec<Column>,
}

/// What an entity expects of a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    pub name: String,
    /// As migrations write it.
    pub kind: String,
    pub nullable: bool,
}

impl Table {
    pub const fn of<E: EntityTrait>() -> Self {
        Self(shape::<E>)
    }

    pub fn shape(self) -> Shape {
        (self.0)()
    }
}

fn shape<E: EntityTrait>() -> Shape {
    let columns = E::Column::iter().map(|column| {
        let def = column.def();
        let kind = kind(def.get_column_type());
        Column { name: column.as_str().to_owned(), kind, nullable: def.is_null() }
    });
    Shape { name: E::default().table_name().to_owned(), columns: columns.collect() }
}

/// The word that both engines use for it.
fn kind(column: &ColumnType) -> String {
    match column {
        ColumnType::String(_) | ColumnType::Text => "text",
        ColumnType::Uuid => "uuid",
        ColumnType::Boolean => "boolean",
        ColumnType::Integer => "integer",
        ColumnType::BigInteger => "bigint",
        ColumnType::Double => "double precision",
        ColumnType::Blob | ColumnType::Binary(_) | ColumnType::VarBinary(_) => "bytea",
        other => return format!("{other:?}"),
    }
    .to_owned()
}
