//! How often somebody may try.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::{Error, Result};

/// A bucket for each key: so many at once, refilled over the period.
pub struct Limit<K: Hash + Eq + Clone>(DefaultKeyedRateLimiter<K>);

impl<K: Hash + Eq + Clone> Limit<K> {
    /// # Panics
    /// When it would allow nothing.
    pub fn new(burst: u32, period: Duration) -> Self {
        let burst = NonZeroU32::new(burst).expect("a limit allows something");
        let quota = Quota::with_period(period / burst.get()).expect("a period is not zero");
        Self(RateLimiter::keyed(quota.allow_burst(burst)))
    }

    /// Takes one from this key's bucket.
    pub fn take(&self, key: &K) -> Result<()> {
        self.0.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Error::TooMany(wait.as_secs() + 1)
        })
    }

    /// Forgets the keys whose buckets are full again.
    pub fn tidy(&self) {
        self.0.retain_recent();
    }
}

/// The limits of the installation.
pub struct Limits {
    /// Signing in, by the name that was tried.
    pub sign_in_name: Limit<String>,
    /// Signing in, by the address it comes from.
    pub sign_in_address: Limit<String>,
    /// Asking for a reset, by name.
    pub reset: Limit<String>,
    /// Batches from phones, by person.
    pub field: Limit<uuid::Uuid>,
    /// Whole lists taken out, by person.
    pub export: Limit<uuid::Uuid>,
    /// Links that need no sign-in, by the address it comes from.
    pub link: Limit<String>,
}

impl Limits {
    pub fn usual() -> Self {
        let minute = Duration::from_mins(1);
        let hour = Duration::from_hours(1);
        Self {
            sign_in_name: Limit::new(10, minute),
            sign_in_address: Limit::new(30, minute),
            reset: Limit::new(3, hour),
            field: Limit::new(60, minute),
            export: Limit::new(30, hour),
            link: Limit::new(60, minute),
        }
    }

    pub fn tidy(&self) {
        self.sign_in_name.tidy();
        self.sign_in_address.tidy();
        self.reset.tidy();
        self.field.tidy();
        self.export.tidy();
        self.link.tidy();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_never_takes_from_another() {
        let limit = Limit::new(2, Duration::from_hours(1));

        assert!(limit.take(&"a").is_ok());
        assert!(limit.take(&"a").is_ok());
        assert!(matches!(limit.take(&"a"), Err(Error::TooMany(_))));
        assert!(limit.take(&"b").is_ok());
    }
}
