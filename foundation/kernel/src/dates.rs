//! Days and moments as people read them.

use crate::{Day, Instant, Lang, Zone};

const ID: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Lang {
    /// `2 Mar 2026`, in either language.
    pub fn day(self, day: Day) -> String {
        let month = self.name_of_month(day.0.month().unsigned_abs());
        format!("{} {month} {}", day.0.day(), day.0.year())
    }

    /// `Mar 2017`, of `2017-03`; what is no month stays as it is.
    pub fn month(self, month: &str) -> String {
        let parts = month.split_once('-');
        let Some((year, Ok(number))) = parts.map(|(year, number)| (year, number.parse())) else {
            return month.to_owned();
        };
        format!("{} {year}", self.name_of_month(number))
    }

    fn name_of_month(self, number: u8) -> &'static str {
        let months = match self {
            Self::Id => ID,
            Self::En => EN,
        };
        months.get(usize::from(number).saturating_sub(1)).copied().unwrap_or_default()
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
        assert_eq!(Lang::Id.month("2026-05"), "Mei 2026");
        assert_eq!(Lang::En.month("2026"), "2026");
    }
}
