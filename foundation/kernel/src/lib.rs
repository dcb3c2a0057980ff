//! The words every rule is written in. Values only: no clock, no database, no request.

mod labels;
mod ids;

pub mod lang;
pub mod time;
mod dates;
pub mod access;
pub mod geo;
pub mod evidence;
pub mod money;
pub mod exact;
pub mod tax;
pub mod country;
pub mod phone;
pub mod company_name;
pub mod tax_number;
pub mod cell;
pub mod ways;

pub use exact::Exact;
pub use ids::{CompanyId, DeviceId, EventId, FactId, JobId, PersonId, TeamId};
pub use labels::NoSuchWord;
pub use lang::Lang;
pub use time::{Day, Instant, KeptDay, Zone};

/// A rule said no.
///
/// The code is part of the API and never changes; the sentence is what a person reads, in their
/// language, and may be reworded. `Display` is for the log.
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// Stable, `capability.what`, safe to branch on.
    fn code(&self) -> &'static str;
    /// What happened, why, and what to do about it, for the person.
    fn sentence(&self, lang: Lang) -> String;
    /// The input at fault, by its name in the form and in JSON.
    fn field(&self) -> Option<&str> {
        None
    }
}
