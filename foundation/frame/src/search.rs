//! One search over everything that a person may see.
//!
//! What a record says is taken apart into words, which are kept beside it in the same
//! transaction. A word that is not spelt as it is kept is found by the three-letter pieces that
//! it shares with those that are. What is called by a number is found by that number, no further
//! than a walk of a bounded length leads. Both engines do this with plain tables and indexes.

mod words;
mod document;
mod keep;
mod find;
mod numbered;
mod near;
mod mark;
mod build;

use kernel::Lang;
use kernel::access::{Act, Reach};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, QuerySelect, QueryTrait, Select};

use crate::ahead::among;
use crate::app::Asking;
use crate::ctx::{Ctx, Owned};
use crate::table::Table;

pub use build::{Build, build_missing, rebuild};
pub use find::{Found, search};
pub use keep::{forget, keep, keep_all};
pub use mark::{Piece, marked};
pub use words::{Sought, Texts};

/// What one kind of record gives to the search; one entry per kind, listed in `app`.
#[derive(Clone, Copy)]
pub struct Searched {
    /// Kept with every word, so it never changes.
    pub kind: &'static str,
    pub title: fn(Lang) -> &'static str,
    pub icon: &'static str,
    /// Counts up when a record gives other words than before: its index is then built anew.
    pub version: i32,
    pub by: By,
    /// These records for the reader, as far as they may be seen; those that are found by number in
    /// the order in which they are shown.
    pub show: for<'a> fn(&'a Ctx, &'a [Uuid]) -> Asking<'a, Vec<Hit>>,
    /// The next so many records after this one, by their ids, with what is to be found in them.
    pub texts: for<'a> fn(&'a Ctx, Option<Uuid>, u64) -> Asking<'a, Vec<Read>>,
}

/// By what the records of a kind are found.
#[derive(Clone, Copy)]
pub enum By {
    /// By their words and numbers, among the postings of records that the actor may see:
    /// [`in_reach`] of those that are not hidden.
    Words(fn(&Ctx) -> Condition),
    /// By the number that they are called by, and nothing else.
    Number,
}

/// A record and what is to be found in it.
pub type Read = (Uuid, Texts);

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub id: Uuid,
    pub href: String,
    pub title: String,
    /// What else tells it apart: a telephone, a place, a line of the text.
    pub detail: String,
}

/// Everything that is searched, in the program's order.
fn kinds(ctx: &Ctx) -> Vec<&'static Searched> {
    let mut kinds = Vec::new();
    for list in &ctx.app.searched {
        kinds.extend(list.iter());
    }
    kinds
}

/// The postings of those records of a table that the actor may view.
pub fn in_reach<E: Owned>(ctx: &Ctx, shown: impl FnOnce(Select<E>) -> Select<E>) -> Condition {
    let records = shown(ctx.find::<E>()).select_only().column(E::id());
    let posted = Expr::col((posting::Entity, posting::Column::RecordId));
    let knows_few = ctx.actor.reach(Act::View, E::AREA) != Reach::Company;
    // A few are known before anything is looked for.
    if knows_few {
        return Condition::all().add(among(ctx, posted, records.into_query()));
    }
    // What is nearly everything is looked up as it is found.
    let same = Expr::col((E::default(), E::id())).eq(posted);
    Condition::all().add(find::there(records.filter(same).into_query()))
}

pub mod word {
    //! A word that some record says.

    use kernel::CompanyId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_word")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub company_id: CompanyId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod gram {
    //! Three letters in a row of a word.

    use kernel::CompanyId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_gram")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub company_id: CompanyId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub gram: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod posting {
    //! A record says a word.

    use kernel::CompanyId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_posting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub company_id: CompanyId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod state {
    //! How far the index of a kind has been built.

    use kernel::{CompanyId, Instant};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_state")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub company_id: CompanyId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub version: i32,
        /// The record after which the next batch begins.
        pub after_id: Option<Uuid>,
        pub built_at: Option<Instant>,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) const TABLES: [Table; 4] = [
    Table::of::<word::Entity>(),
    Table::of::<gram::Entity>(),
    Table::of::<posting::Entity>(),
    Table::of::<state::Entity>(),
];
