//! What is made once for an import that runs, and kept between its turns.
//!
//! Whoever was killed makes it anew: what is written already is in it no more.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::run::RunId;

/// Companies that import at once do not fill the memory.
const MOST: usize = 4;

type Shared<T> = Arc<tokio::sync::Mutex<T>>;

/// Those of all imports that run here.
pub struct Underway<T>(LazyLock<Mutex<HashMap<RunId, Shared<T>>>>);

impl<T> Underway<T> {
    pub const fn none() -> Self {
        Self(LazyLock::new(Mutex::default))
    }

    pub fn of(&self, run: RunId) -> Option<Shared<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&run).cloned()
    }

    pub fn keep(&self, run: RunId, made: Shared<T>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if MOST <= all.len() && !all.contains_key(&run) {
            all.clear();
        }
        all.insert(run, made);
    }

    pub fn forget(&self, run: RunId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&run);
    }

    /// Until all of a turn is written nothing is sure: should it fail, it is made anew.
    pub fn take(&self, run: RunId) -> Option<Shared<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&run)
    }
}
