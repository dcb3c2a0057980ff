//! Which sessions and tokens were used since that was last written down.
//!
//! A read never waits for a write: it is noted here while somebody is asked who they are, and
//! written down for all of them at once a little later.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use kernel::CompanyId;

use crate::web::request::Shown;

/// What was used, by company: its kind, and the hash by which it is known.
pub type Used = BTreeMap<CompanyId, BTreeSet<(Shown, Vec<u8>)>>;

#[derive(Debug, Default)]
pub struct Seen(Mutex<Used>);

impl Seen {
    pub fn note(&self, company: CompanyId, kind: Shown, hash: Vec<u8>) {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.entry(company).or_default().insert((kind, hash));
    }

    /// Everything that was noted, which is then forgotten here.
    pub fn take(&self) -> Used {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
