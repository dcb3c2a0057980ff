//! What every capability stands on. It knows none of them.
//!
//! Read [`ctx`] first: who acts, for which company, when, and on what connection; then [`tx`]:
//! how something is written, recorded and left for later.

kernel::words!();

pub mod error;
pub mod ahead;
pub mod app;
mod memo;
mod connection;
pub mod ctx;
pub mod tx;
pub mod db;
pub mod line;
pub mod table;
pub mod sums;
pub mod stream;
pub mod jobs;
pub mod follows;
pub mod search;
pub mod notices;
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
    files::contents_table(),
    Table::of::<line::Entity>(),
    notices::TABLE,
    search::TABLES[0],
    search::TABLES[1],
    search::TABLES[2],
    search::TABLES[3],
];

/// What the frame itself may leave for later.
pub const JOBS: &[jobs::Kind] = &[
    jobs::Kind::of::<search::Build>(),
    jobs::Kind::of::<files::Free>(),
    jobs::Kind::of::<files::Sweep>(),
];

/// What comes round by itself for the frame.
pub const EVERY: &[jobs::Every] = &[
    jobs::Every { name: "search.build", minutes: 1_440, run: search::build_missing },
    files::SWEEP,
];
