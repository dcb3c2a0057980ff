//! When a report goes out by mail, and as what file.

use jiff::ToSpan as _;
use jiff::civil::Time;
use kernel::{Day, Instant, Zone, labels};

use super::ReportRefused;

labels! {
    /// How often a report goes out.
    pub enum Rhythm {
        Weekly = "weekly",
        Monthly = "monthly",
    }
}

labels! {
    /// What is attached to the mail of a report.
    pub enum MailFile {
        Nothing = "none",
        Csv = "csv",
        Xlsx = "xlsx",
        Pdf = "pdf",
    }
}

/// The most that is attached. In a mail a file is a third longer, and many mailboxes take 10 MB.
pub const MOST_FILE_MEGABYTES: u64 = 7;

/// So much of its own name stands in the name of a file.
const LONGEST_FILE_NAME: usize = 40;

/// What the file of a mail is called, in letters that every system takes:
/// `Penjualan-per-klien-2026-03-09.xlsx`. Where the name has none of them, as the report is.
pub fn file_name(name: &str, report: &str, day: Day, ending: &str) -> String {
    let words = name.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let mut plain = words.collect::<Vec<_>>().join("-");
    plain.truncate(LONGEST_FILE_NAME);
    let plain = plain.trim_end_matches('-');
    let plain = if plain.is_empty() { report } else { plain };
    format!("{plain}-{day}.{ending}")
}

/// The last day of the month that every month has.
pub const LAST_DAY: i32 = 28;

/// On which day, at which hour: of the week from Monday as 1, or of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub every: Rhythm,
    pub on_day: i32,
    pub hour: i32,
}

impl When {
    /// The same, if there is such a day and such an hour.
    pub fn checked(self) -> Result<Self, ReportRefused> {
        let days = match self.every {
            Rhythm::Weekly => 1..=7,
            Rhythm::Monthly => 1..=LAST_DAY,
        };
        let is_time = days.contains(&self.on_day) && (0..=23).contains(&self.hour);
        if is_time { Ok(self) } else { Err(ReportRefused::NoTime) }
    }

    /// The first such moment after this one, by this clock.
    pub fn after(self, now: Instant, zone: &Zone) -> Instant {
        let hour = i8::try_from(self.hour).unwrap_or_default();
        let time = Time::constant(0, 0, 0, 0).saturating_add(i64::from(hour).hours());
        let today = now.day(zone);
        let days = (0..=62).map(|it| today.plus(it)).filter(|it| self.falls_on(*it));
        let mut moments = days.map(|it| it.at(time, zone));
        moments.find(|it| now < *it).unwrap_or_else(|| now.plus_days(62))
    }

    fn falls_on(self, day: Day) -> bool {
        let of = match self.every {
            Rhythm::Weekly => day.0.weekday().to_monday_one_offset(),
            Rhythm::Monthly => day.0.day(),
        };
        i32::from(of) == self.on_day
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn a_report_goes_out_by_the_companys_clock() {
        let monday = When { every: Rhythm::Weekly, on_day: 1, hour: 8 };
        let fifth = When { every: Rhythm::Monthly, on_day: 5, hour: 0 };
        let zone = Zone::jakarta();
        for (when, now, next) in [
            // Monday noon in Jakarta.
            (monday, "2026-03-02T05:00:00Z", "2026-03-09T01:00:00Z"),
            (monday, "2026-03-02T00:59:59Z", "2026-03-02T01:00:00Z"),
            (monday, "2026-03-02T01:00:00Z", "2026-03-09T01:00:00Z"),
            (fifth, "2026-03-02T05:00:00Z", "2026-03-04T17:00:00Z"),
            (fifth, "2026-03-04T17:00:00Z", "2026-04-04T17:00:00Z"),
        ] {
            assert_eq!(when.after(at(now), &zone), at(next), "{when:?} {now}");
        }
    }

    #[test]
    fn a_day_that_not_every_month_has_is_none() {
        for (every, on_day, hour) in [
            (Rhythm::Weekly, 0, 8),
            (Rhythm::Weekly, 8, 8),
            (Rhythm::Monthly, 29, 8),
            (Rhythm::Monthly, 1, 24),
            (Rhythm::Monthly, 1, -1),
        ] {
            let when = When { every, on_day, hour };

            assert_eq!(when.checked(), Err(ReportRefused::NoTime), "{when:?}");
        }
    }

    #[test]
    fn a_file_is_called_as_what_is_in_it() {
        let day = "2026-03-09".parse().unwrap();
        for (name, called) in [
            ("Mingguan", "Mingguan-2026-03-09.xlsx"),
            ("Penjualan / klien (Q1)", "Penjualan-klien-Q1-2026-03-09.xlsx"),
            ("../../etc/passwd\r\n", "etc-passwd-2026-03-09.xlsx"),
            ("売上", "sales-2026-03-09.xlsx"),
        ] {
            assert_eq!(file_name(name, "sales", day, "xlsx"), called, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_file_has_a_plain_name_of_some_length(name in "\\PC{0,80}") {
            let called = file_name(&name, "sales", "2026-03-09".parse().unwrap(), "pdf");

            prop_assert!(called.len() <= LONGEST_FILE_NAME + "-2026-03-09.pdf".len());
            prop_assert!(called.bytes().all(|it| it.is_ascii_alphanumeric() || b"-.".contains(&it)));
            prop_assert!(!called.starts_with('-') && called.ends_with("-2026-03-09.pdf"));
        }

        #[test]
        fn the_next_time_is_after_now_and_never_far(now in 0..4_000_000_000_000_000_i64, day in 1..=7_i32, hour in 0..24_i32) {
            let (now, zone) = (Instant(now), Zone::makassar());
            for every in [Rhythm::Weekly, Rhythm::Monthly] {
                let next = When { every, on_day: day, hour }.after(now, &zone);

                prop_assert!(now < next && next <= now.plus_days(32));
            }
        }
    }
}
