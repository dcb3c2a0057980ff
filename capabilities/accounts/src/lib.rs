//! Accounts: the clients, the people there, and where they are found.

kernel::words!();

pub mod account;
pub mod address;
pub mod place;
pub mod sighting;
pub mod contact;
pub mod account_contact;
pub mod note;
pub mod task;

pub use account::{AccountId, AccountOut, AccountStatus, Tier};
pub use address::{AddressId, AddressLabel, AddressOut};
pub use contact::{ContactId, ContactOut};
pub use note::{NoteId, NoteOut};
pub use place::{PlaceId, PlaceOut, PlaceState};
pub use task::{TaskId, TaskOut};
