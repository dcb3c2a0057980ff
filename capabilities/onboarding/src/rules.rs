//! What is true of welcoming a client: which checklist is for whom, until when a step is due, and
//! how far it has come.

mod refused;

use kernel::{Day, Instant, PersonId, labels};

pub use refused::OnboardingRefused;

/// The longest name of a checklist or a step, in letters.
pub const LONGEST_LABEL: usize = 60;
/// The longest reason.
pub const LONGEST_LINE: usize = 300;
/// No checklist has more steps.
pub const MOST_STEPS: usize = 30;
/// No step is due later, in working days.
pub const MOST_DAYS: i32 = 260;

labels! {
    /// What a step is about. The first, second and fourth tick themselves.
    pub enum StepKind {
        Account = "account",
        /// How the client pays is settled.
        Payment = "payment",
        Explain = "explain",
        /// The first invoice stands in the ledger.
        Order = "order",
        Other = "other",
    }
}

labels! {
    /// Whose a step is.
    pub enum Whose {
        /// Whoever looks after the client.
        Owner = "owner",
        /// Somebody in a role: whoever of them has least to do.
        Role = "role",
        Person = "person",
    }
}

labels! {
    /// Why a client is welcomed.
    pub enum Began {
        Converted = "converted",
        /// It became a client.
        Client = "client",
        Won = "won",
        Hand = "hand",
    }
}

/// So many working days after a day. A week has five of them; the day itself is none.
pub fn working_days_after(day: Day, days: i32) -> Day {
    let mut day = day;
    for _ in 0..days.max(0) {
        day = day.plus(1);
        while is_weekend(day) {
            day = day.plus(1);
        }
    }
    day
}

fn is_weekend(day: Day) -> bool {
    // A Monday, from which weeks are counted.
    let monday: Option<Day> = "2026-01-05".parse().ok();
    monday.is_some_and(|it| 5 <= day.days_since(it).rem_euclid(7))
}

/// Which of these checklists is for a client of this industry: the first that names it, else the
/// first that names none.
pub fn chosen<'a, T>(
    templates: &'a [T],
    industries: impl Fn(&T) -> Vec<String>,
    industry: Option<&str>,
) -> Option<&'a T> {
    let said = industry.map(key).filter(|it| !it.is_empty());
    let names = |it: &&T| {
        said.as_ref().is_some_and(|said| industries(it).iter().any(|it| key(it) == *said))
    };
    templates.iter().find(names).or_else(|| templates.iter().find(|it| industries(it).is_empty()))
}

fn key(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of people in a role, whoever has the fewest steps to do.
pub fn least(people: &[(PersonId, usize)]) -> Option<PersonId> {
    people.iter().min_by_key(|it| (it.1, it.0)).map(|it| it.0)
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open {
        late: bool,
    },
    Done,
    /// Not done, and it need not be.
    Skipped,
}

/// How a step stands today, by its task.
pub fn standing(done_at: Option<Instant>, gone: bool, due_on: Option<Day>, today: Day) -> Standing {
    if done_at.is_some() {
        Standing::Done
    } else if gone {
        Standing::Skipped
    } else {
        Standing::Open { late: due_on.is_some_and(|it| it < today) }
    }
}

/// How many of those that must be done are, and how many there are.
pub fn progress(steps: &[Standing]) -> (usize, usize) {
    let counts = |it: &&Standing| **it != Standing::Skipped;
    let done = steps.iter().filter(|it| **it == Standing::Done).count();
    (done, steps.iter().filter(counts).count())
}

/// Nothing is left to do.
pub fn is_over(steps: &[Standing]) -> bool {
    steps.iter().all(|it| !matches!(it, Standing::Open { .. }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_are_passed_over() {
        // The second of March is a Monday.
        for (days, due) in
            [(0, "2026-03-02"), (4, "2026-03-06"), (5, "2026-03-09"), (10, "2026-03-16")]
        {
            assert_eq!(working_days_after(day("2026-03-02"), days), day(due), "{days}");
        }
        assert_eq!(working_days_after(day("2026-03-07"), 1), day("2026-03-09"));
        assert_eq!(working_days_after(day("2026-03-06"), 1), day("2026-03-09"));
    }

    #[test]
    fn the_checklist_of_the_industry_comes_before_that_for_all() {
        let all: Vec<(&str, Vec<String>)> =
            vec![("all", Vec::new()), ("clinic", vec!["Klinik".to_owned(), "Apotek".to_owned()])];
        let of = |industry| chosen(&all, |it| it.1.clone(), industry).map(|it| it.0);

        assert_eq!(of(Some("  apotek ")), Some("clinic"));
        assert_eq!(of(Some("Ritel")), Some("all"));
        assert_eq!(of(None), Some("all"));
        assert_eq!(chosen(&all[1..], |it| it.1.clone(), None).map(|it| it.0), None);
    }

    #[test]
    fn what_is_skipped_neither_counts_nor_keeps_it_open() {
        let steps = [Standing::Done, Standing::Skipped, Standing::Open { late: true }];

        assert_eq!(progress(&steps), (1, 2));
        assert!(!is_over(&steps) && is_over(&steps[..2]));
        let (today, at) = (day("2026-03-02"), Instant(1));
        assert_eq!(standing(Some(at), true, None, today), Standing::Done);
        assert_eq!(standing(None, false, Some(today), today), Standing::Open { late: false });
        assert_eq!(
            standing(None, false, Some(today.plus(-1)), today),
            Standing::Open { late: true }
        );
    }

    #[test]
    fn whoever_has_least_to_do_gets_it() {
        let person = |it: u128| PersonId(Uuid::from_u128(it));

        assert_eq!(least(&[(person(1), 2), (person(3), 1), (person(2), 1)]), Some(person(2)));
        assert_eq!(least(&[]), None);
    }

    proptest! {
        #[test]
        fn a_step_is_due_on_a_working_day_and_no_earlier_than_the_one_before(begun in 0i64..3_000, days in 1i32..60) {
            let begun = day("2024-01-01").plus(begun);
            let (before, due) = (working_days_after(begun, days - 1), working_days_after(begun, days));

            prop_assert!(before < due && !is_weekend(due));
            // Five working days are a week, wherever one begins on a working day.
            if !is_weekend(begun) {
                prop_assert_eq!(working_days_after(begun, 5), begun.plus(7));
            }
        }
    }
}
