//! What every capability stands on. It knows none of them.
//!
//! Read [`ctx`] first: who acts, for which company, when, and on what connection; then [`tx`]:
//! how something is written, recorded and left for later.

kernel::words!();

pub mod error;
pub mod app;
mod memo;
mod connection;
pub mod ctx;
pub mod tx;
pub mod db;
pub mod line;
pub mod table;
pub mod stream;
pub mod jobs;
pub mod files;
pub mod mail;
pub mod secrets;
pub mod limits;
pub mod seen;
pub mod metrics;
pub mod text;
pub mod web;

pub use app::App;
pub use ctx::{Actor, Ctx, Owned, Via, Whose};
pub use error::{Error, Result};
pub use stream::Event;
pub use table::Table;
pub use tx::Tx;

/// The tables that the frame keeps for everyone.
pub const TABLES: &[Table] = &[
    stream::TABLE,
    stream::HEAD,
    jobs::TABLE,
    jobs::SCHEDULE,
    Table::of::<files::Entity>(),
    Table::of::<line::Entity>(),
];
