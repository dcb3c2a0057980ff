//! What a context has been told already, by its type.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
pub struct Memo {
    /// Holds until the context looks anew.
    now: Known,
    /// Holds for the whole request.
    always: Arc<Known>,
}

#[derive(Default)]
struct Known(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Memo {
    pub fn get<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.now.get()
    }

    pub fn keep<T: Send + Sync + 'static>(&self, value: &Arc<T>) {
        self.now.keep(Arc::clone(value));
    }

    pub fn remembered<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.always.get()
    }

    pub fn remember<T: Send + Sync + 'static>(&self, value: T) {
        self.always.keep(Arc::new(value));
    }

    /// For whoever looks anew in the same request.
    pub fn next(&self) -> Self {
        Self { now: Known::default(), always: Arc::clone(&self.always) }
    }
}

impl Known {
    fn get<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }

    fn keep<T: Send + Sync + 'static>(&self, value: Arc<T>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(TypeId::of::<T>(), value);
    }
}
