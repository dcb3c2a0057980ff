//! Days and moments as people read them.

use crate::{Day, Instant, Lang, Zone};

const ID: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Lang {
    /// `2 Mar 2026`, in either language.
    pub fn day(self, day: Day) -> String {
        let months = match self {
            Self::Id => ID,
            Self::En => EN,
        };
        let month = usize::from(day.0.month().unsigned_abs()).saturating_sub(1);
        let month = months.get(month).copied().unwrap_or_default();
        format!("{} {month} {}", day.0.day(), day.0.year())
    }

    /// The wall clock there and then: `14.05` in Indonesian, `14:05` in English.
    pub fn clock(self, at: Instant, zone: &Zone) -> String {
        let local = at.local(zone);
        let mark = match self {
            Self::Id => '.',
            Self::En => ':',
        };
        format!("{:02}{mark}{:02}", local.hour(), local.minute())
    }

    /// `2 Mar 2026 14.05`.
    pub fn moment(self, at: Instant, zone: &Zone) -> String {
        format!("{} {}", self.day(at.day(zone)), self.clock(at, zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_where_the_reader_is() {
        let noon: Instant = "2026-05-31T17:05:00Z".parse().unwrap();

        assert_eq!(Lang::Id.moment(noon, &Zone::jakarta()), "1 Jun 2026 00.05");
        assert_eq!(Lang::En.moment(noon, &Zone::makassar()), "1 Jun 2026 01:05");
        assert_eq!(Lang::Id.day("2026-08-17".parse().unwrap()), "17 Agu 2026");
    }
}
