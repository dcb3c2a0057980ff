//! The difference between saying nothing and saying that there is nothing.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a file says about a field that a record may lack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Said<T> {
    /// Nothing is said: what is stored stays.
    #[default]
    Silent,
    /// It is said that there is none.
    Nothing,
    Is(T),
}

impl<T> Said<T> {
    pub const fn is_silent(&self) -> bool {
        matches!(self, Self::Silent)
    }

    /// The value, if one was said.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Silent | Self::Nothing => None,
        }
    }

    /// Makes a stored field what is said of it.
    pub fn write(&self, field: &mut Option<T>)
    where
        T: Clone,
    {
        match self {
            Self::Silent => {}
            Self::Nothing => *field = None,
            Self::Is(value) => *field = Some(value.clone()),
        }
    }

    pub fn map<U>(&self, change: impl FnOnce(&T) -> U) -> Said<U> {
        match self {
            Self::Silent => Said::Silent,
            Self::Nothing => Said::Nothing,
            Self::Is(value) => Said::Is(change(value)),
        }
    }
}

/// What is stored, said again.
impl<T> From<Option<T>> for Said<T> {
    fn from(stored: Option<T>) -> Self {
        stored.map_or(Self::Nothing, Self::Is)
    }
}

/// `null` for nothing; a silent field is left out.
impl<T: Serialize> Serialize for Said<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Said<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}
