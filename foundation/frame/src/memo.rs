//! What a context has been told already, by its type.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
pub struct Memo(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Memo {
    pub fn get<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }

    pub fn keep<T: Send + Sync + 'static>(&self, value: &Arc<T>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(TypeId::of::<T>(), Arc::clone(value) as Arc<dyn Any + Send + Sync>);
    }
}
