//! How long a link that needs no sign-in is good.

use kernel::Instant;

/// Days that suit most, and the most there are.
pub const USUAL_DAYS: i64 = 14;
pub const MOST_DAYS: i64 = 90;

/// Nobody took it back, and its time has not run out.
pub fn good(withdrawn_at: Option<Instant>, expires_at: Instant, now: Instant) -> bool {
    withdrawn_at.is_none() && now < expires_at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_ends_with_its_time_or_before() {
        let at = |micros: i64| Instant(micros);

        assert!(good(None, at(10), at(9)));
        assert!(!good(None, at(10), at(10)));
        assert!(!good(Some(at(3)), at(10), at(9)));
    }
}
