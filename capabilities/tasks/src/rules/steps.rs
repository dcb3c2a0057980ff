//! A template: tasks that belong together, each so many days after the first day.

use kernel::{Day, Lang, Refusal, labels};

use super::{LONGEST_LINE, LONGEST_NAME};
use crate::words::Words;

labels! {
    /// Which days count.
    #[derive(Default)]
    pub enum Counted {
        #[default]
        Calendar = "calendar",
        /// Monday to Friday.
        Working = "working",
    }
}

/// More than this is no list that one can see through.
pub const MOST_STEPS: usize = 20;
/// The last one is due within two years.
pub const MOST_DAYS: i32 = 730;

/// One task of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    /// After the first day; 0 is on it.
    pub days: i32,
    pub counted: Counted,
}

impl Step {
    /// When it is due, if the first day is this one.
    pub fn due_on(&self, first: Day) -> Day {
        match self.counted {
            Counted::Calendar => first.plus(self.days.into()),
            Counted::Working => working_days_after(first, self.days),
        }
    }
}

/// So many working days after this day; on a weekend one begins on Monday.
fn working_days_after(first: Day, days: i32) -> Day {
    let offset = |day: Day| i64::from(day.0.weekday().to_monday_zero_offset());
    let place = offset(first);
    let begins = if place < 5 { first } else { first.plus(7 - place) };
    let (weeks, rest) = (i64::from(days) / 5, i64::from(days) % 5);
    let over = offset(begins) + rest;
    begins.plus(7 * weeks + if over < 5 { rest } else { rest + 2 })
}

/// Why a template is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateRefused {
    #[error("no name")]
    NoName,
    #[error("a name too long")]
    NameTooLong,
    #[error("no task in it")]
    NoSteps,
    #[error("too many tasks in it")]
    TooMany,
    #[error("too many templates")]
    TooManyTemplates,
    #[error("task {0} has no text, or too long a one")]
    NoText(usize),
    #[error("task {0} is due on no day")]
    NoDays(usize),
    #[error("unknown template")]
    Unknown,
    #[error("a template that is not offered any more")]
    Retired,
    #[error("nothing to take back")]
    NothingLeft,
}

impl Refusal for TemplateRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "accounts.template_no_name",
            Self::NameTooLong => "accounts.template_name_too_long",
            Self::NoSteps => "accounts.template_no_tasks",
            Self::TooMany => "accounts.template_too_many",
            Self::TooManyTemplates => "accounts.too_many_templates",
            Self::NoText(_) => "accounts.template_no_text",
            Self::NoDays(_) => "accounts.template_no_days",
            Self::Unknown => "accounts.template_unknown",
            Self::Retired => "accounts.template_retired",
            Self::NothingLeft => "accounts.template_nothing_left",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NameTooLong => Some("name"),
            Self::NoSteps | Self::TooMany | Self::NoText(_) | Self::NoDays(_) => Some("steps"),
            Self::Unknown | Self::Retired => Some("template"),
            Self::TooManyTemplates | Self::NothingLeft => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let place = |it: usize| i64::try_from(it).unwrap_or_default();
        match self {
            Self::NoName => w.refused_template_no_name().to_owned(),
            Self::NameTooLong => w.refused_template_name_too_long(place(LONGEST_NAME)),
            Self::NoSteps => w.refused_template_no_tasks().to_owned(),
            Self::TooMany => w.refused_template_too_many(place(MOST_STEPS)),
            Self::TooManyTemplates => w.refused_too_many_templates().to_owned(),
            Self::NoText(number) => w.refused_template_no_text(place(*number)),
            Self::NoDays(number) => w.refused_template_no_days(place(*number), MOST_DAYS),
            Self::Unknown => w.refused_template_unknown().to_owned(),
            Self::Retired => w.refused_template_retired().to_owned(),
            Self::NothingLeft => w.refused_template_nothing_left().to_owned(),
        }
    }
}

/// Whether these make a template.
pub fn check(name: &str, steps: &[Step]) -> Result<(), TemplateRefused> {
    if name.is_empty() {
        return Err(TemplateRefused::NoName);
    }
    if LONGEST_NAME < name.chars().count() {
        return Err(TemplateRefused::NameTooLong);
    }
    if steps.is_empty() {
        return Err(TemplateRefused::NoSteps);
    }
    if MOST_STEPS < steps.len() {
        return Err(TemplateRefused::TooMany);
    }
    for (place, step) in steps.iter().enumerate() {
        if step.text.is_empty() || LONGEST_LINE < step.text.chars().count() {
            return Err(TemplateRefused::NoText(place + 1));
        }
        if !(0..=MOST_DAYS).contains(&step.days) {
            return Err(TemplateRefused::NoDays(place + 1));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn step(days: i32, counted: Counted) -> Step {
        Step { text: "Telepon".to_owned(), days, counted }
    }

    #[test]
    fn working_days_leave_weekends_out() {
        let after = |first: &str, days| step(days, Counted::Working).due_on(day(first)).to_string();

        assert_eq!(after("2026-03-02", 0), "2026-03-02");
        assert_eq!(after("2026-03-06", 1), "2026-03-09", "Friday, Monday");
        assert_eq!(after("2026-03-05", 3), "2026-03-10");
        assert_eq!(after("2026-03-02", 10), "2026-03-16");
        assert_eq!(after("2026-03-07", 0), "2026-03-09", "a Saturday begins on Monday");
        assert_eq!(after("2026-03-08", 5), "2026-03-16");
        assert_eq!(step(3, Counted::Calendar).due_on(day("2026-03-06")), day("2026-03-09"));
    }

    #[test]
    fn a_template_has_a_name_and_tasks() {
        let fine = vec![step(0, Counted::Calendar)];

        assert_eq!(check("Klien baru", &fine), Ok(()));
        assert_eq!(check("", &fine), Err(TemplateRefused::NoName));
        assert_eq!(check("Klien baru", &[]), Err(TemplateRefused::NoSteps));
        let many = vec![step(0, Counted::Calendar); MOST_STEPS + 1];
        assert_eq!(check("Klien baru", &many), Err(TemplateRefused::TooMany));
        let wrong = [step(0, Counted::Calendar), step(-1, Counted::Calendar)];
        assert_eq!(check("Klien baru", &wrong), Err(TemplateRefused::NoDays(2)));
        let empty = [Step { text: String::new(), ..step(0, Counted::Calendar) }];
        assert_eq!(check("Klien baru", &empty), Err(TemplateRefused::NoText(1)));
    }

    proptest! {
        #[test]
        fn so_many_working_days_lie_between(from in 0i64..4000, days in 0i32..200) {
            let first = day("2020-01-01").plus(from);

            let due = step(days, Counted::Working).due_on(first);

            let working = |it: &Day| it.0.weekday().to_monday_zero_offset() < 5;
            prop_assert!(working(&due) && first <= due);
            let begins = (0..7).map(|it| first.plus(it)).find(working).unwrap();
            let between = (0..due.days_since(begins)).map(|it| begins.plus(it)).filter(working);
            prop_assert_eq!(between.count(), usize::try_from(days).unwrap());
        }
    }
}
