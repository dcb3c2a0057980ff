//! When a task is due, when it reminds and how it comes again, in words.

use frame::{Ctx, Result};
use jiff::civil::Weekday;
use kernel::{Day, Instant, Lang, Zone};

use crate::rules::repeat::{Ends, Pattern, Repeat, RepeatFrom, WEEKDAYS, Weekdays};
use crate::rules::timing::Repeating;
use crate::task::Model;
use crate::task_timing::{TimingForm, clock_of};
use crate::words::Words;

/// Whoever reads: in which language, by which clock, and when.
#[derive(Clone, Debug)]
pub struct Reader {
    pub lang: Lang,
    pub zone: Zone,
    pub now: Instant,
    /// The day on the company's clock.
    pub today: Day,
}

impl Reader {
    pub async fn of(ctx: &Ctx) -> Result<Self> {
        let today = ctx.now.day(&ctx.actor.zone);
        Ok(Self { lang: ctx.lang(), zone: clock_of(ctx).await?, now: ctx.now, today })
    }

    /// `today 14.00 WIB`; where it was said by another clock, that too.
    pub fn due(&self, task: &Model) -> String {
        let w = Words::of(self.lang);
        let Some(due_on) = task.due_on else { return w.no_due_day().to_owned() };
        let Some(at) = task.due_at else { return self.day(due_on) };
        format!("{} {}", self.day(at.day(&self.zone)), self.clock(at, task.due_zone.as_ref()))
    }

    /// `14.00 WIB (15.00 WITA)`.
    pub fn clock(&self, at: Instant, said_in: Option<&Zone>) -> String {
        let shown = |zone: &Zone| format!("{} {}", self.lang.clock(at, zone), zone.label());
        match said_in {
            Some(zone) if zone.label() != self.zone.label() => {
                format!("{} ({})", shown(&self.zone), shown(zone))
            }
            _ => shown(&self.zone),
        }
    }

    fn day(&self, day: Day) -> String {
        let w = Words::of(self.lang);
        if day == self.today {
            w.due_today().to_owned()
        } else if day == self.today.plus(1) {
            w.due_tomorrow().to_owned()
        } else {
            self.lang.day(day)
        }
    }

    pub fn is_late(&self, task: &Model) -> bool {
        task.is_overdue(self.now, self.today)
    }

    /// How it comes again; nothing if it does not.
    pub fn repeat(&self, task: &Model) -> Option<String> {
        task.timing().repeat.map(|it| repeating(it, self.lang))
    }
}

/// How a task comes again, in a sentence.
pub fn repeating(repeat: Repeating, lang: Lang) -> String {
    let w = Words::of(lang);
    let said = rule(&repeat.rule, lang);
    let said = match repeat.rule.ends {
        Ends::Never => said,
        Ends::On(day) => w.repeat_until(said, lang.day(day)),
        Ends::After(times) => w.repeat_times(said, times),
    };
    match repeat.from {
        RepeatFrom::Calendar => said,
        RepeatFrom::Done => w.repeat_after_done(said),
    }
}

fn rule(repeat: &Repeat, lang: Lang) -> String {
    let w = Words::of(lang);
    let n = repeat.interval;
    match repeat.pattern {
        Pattern::Daily if n == 1 => w.repeat_every_day().to_owned(),
        Pattern::Daily => w.repeat_every_days(n),
        Pattern::Weekly(days) if n == 1 && days == Weekdays::working() => {
            w.repeat_working().to_owned()
        }
        Pattern::Weekly(days) => {
            let days: Vec<&str> = days.all().map(|it| w.weekday(it)).collect();
            let days = days.join(", ");
            if n == 1 { w.repeat_every_week(days) } else { w.repeat_every_weeks(n, days) }
        }
        Pattern::MonthDay(31) => every_month(n, w.repeat_last_day(), w),
        Pattern::MonthDay(day) => every_month(n, &w.repeat_day_of_month(day), w),
        Pattern::MonthWeekday(nth, day) => {
            every_month(n, &w.repeat_nth(w.weekday(day), w.nth(nth)), w)
        }
        Pattern::Yearly(month, day) => {
            let day = jiff::civil::Date::new(2024, month, day).map(Day);
            let day = day.map(|it| lang.day(it)).unwrap_or_default();
            let day = day.rsplit_once(' ').map(|it| it.0.to_owned()).unwrap_or_default();
            if n == 1 { w.repeat_every_year(day) } else { w.repeat_every_years(n, day) }
        }
    }
}

fn every_month(n: u16, day: &str, w: Words) -> String {
    if n == 1 { w.repeat_every_month(day) } else { w.repeat_every_months(n, day) }
}

impl Words {
    /// Short: `Sen`, `Mon`.
    pub fn weekday(self, day: Weekday) -> &'static str {
        match day {
            Weekday::Monday => self.weekday_mo(),
            Weekday::Tuesday => self.weekday_tu(),
            Weekday::Wednesday => self.weekday_we(),
            Weekday::Thursday => self.weekday_th(),
            Weekday::Friday => self.weekday_fr(),
            Weekday::Saturday => self.weekday_sa(),
            Weekday::Sunday => self.weekday_su(),
        }
    }

    fn nth(self, nth: i8) -> &'static str {
        match nth {
            1 => self.nth_first(),
            2 => self.nth_second(),
            3 => self.nth_third(),
            4 => self.nth_fourth(),
            _ => self.nth_last(),
        }
    }

    /// So long before.
    pub fn before(self, minutes: i32) -> String {
        match minutes {
            0 => self.remind_then().to_owned(),
            it if it % 10_080 == 0 => self.remind_weeks((it / 10_080).into()),
            it if it % 1_440 == 0 => self.remind_days((it / 1_440).into()),
            it if it % 60 == 0 => self.remind_hours((it / 60).into()),
            it => self.remind_minutes(it.into()),
        }
    }
}

/// Reminders that a form offers, in minutes.
const REMINDERS: [i32; 8] = [0, 10, 30, 60, 180, 1_440, 2_880, 10_080];

/// What a form about the time of a task offers.
pub struct Choices {
    /// On which clock a time is read.
    pub zone: String,
    pub reminders: Vec<(String, String)>,
    pub repeats: Vec<(String, String)>,
    pub froms: Vec<(String, String)>,
    /// The one of these in force.
    pub from: String,
    /// The name of the input, the day in words, and whether it is ticked.
    pub days: Vec<(String, &'static str, bool)>,
    /// Something of it is said, or wrong, so it is shown.
    pub open: bool,
}

pub fn choices(ctx: &Ctx, typed: &TimingForm, zone: &Zone) -> Choices {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let said: Option<i32> = typed.remind.trim().parse().ok();
    let odd = said.filter(|it| !REMINDERS.contains(it) && 0 <= *it);
    let reminders = REMINDERS.into_iter().chain(odd).map(|it| (it.to_string(), w.before(it)));
    // A rule that was made elsewhere stands first, in its own words.
    let from = RepeatFrom::from_word(&typed.repeat_from).unwrap_or_default();
    let kept = typed.repeat.parse::<Repeat>().ok().map(|rule| {
        (typed.repeat.clone(), repeating(Repeating { rule, from: RepeatFrom::Calendar }, lang))
    });
    let kinds = [
        ("daily", w.repeat_kind_daily()),
        ("working", w.repeat_kind_working()),
        ("weekly", w.repeat_kind_weekly()),
        ("month_day", w.repeat_kind_month_day()),
        ("month_weekday", w.repeat_kind_month_weekday()),
        ("month_last_weekday", w.repeat_kind_month_last()),
        ("yearly", w.repeat_kind_yearly()),
    ];
    let kinds = kinds.into_iter().map(|(kind, said)| (kind.to_owned(), said.to_owned()));
    let froms = RepeatFrom::ALL.iter().map(|&it| {
        let said = match it {
            RepeatFrom::Calendar => w.repeat_from_calendar(),
            RepeatFrom::Done => w.repeat_from_done(),
        };
        (it.word().to_owned(), said.to_owned())
    });
    let names = WEEKDAYS.iter().map(|it| it.1.to_lowercase());
    let days = names.zip(typed.days()).map(|(name, (day, on))| (name, w.weekday(day), on));
    Choices {
        zone: zone.label().to_owned(),
        reminders: reminders.collect(),
        repeats: kept.into_iter().chain(kinds).collect(),
        froms: froms.collect(),
        from: from.word().to_owned(),
        days: days.collect(),
        open: !typed.remind.is_empty() || !typed.repeat.is_empty() || from == RepeatFrom::Done,
    }
}
