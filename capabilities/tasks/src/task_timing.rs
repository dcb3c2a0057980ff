//! When a task is due and when it reminds: as a form and a program say it, and as it is kept.

use frame::{Ctx, Error, Result};
use jiff::civil::Weekday;
use kernel::{Day, Instant, Zone};
use people::person;
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};

use crate::rules::repeat::RepeatFrom;
use crate::rules::task::TaskRefused;
use crate::rules::timing::{self, Remind, Repeating, Timing, Wish};
use crate::task::ActiveModel;

/// The clock by which the actor says a time: their own, else the company's.
pub async fn clock_of(ctx: &Ctx) -> Result<Zone> {
    match ctx.actor.somebody() {
        Some(person) => Ok(person::post_of(ctx, person).await?.zone.clone()),
        None => Ok(ctx.actor.zone.clone()),
    }
}

/// Writes day, time and reminder. One whose moment has passed already will not come.
pub fn set_timing(
    row: &mut ActiveModel,
    due_on: Option<Day>,
    timing: &Timing,
    zone: &Zone,
    now: Instant,
) {
    let remind_at = due_on
        .zip(timing.remind)
        .map(|(day, remind)| timing::remind_at(day, timing.time, zone, remind.minutes));
    let timed = timing.time.is_some() || timing.remind.is_some();
    row.due_on = Set(due_on);
    row.due_time = Set(timing.time.map(timing::clock));
    row.due_zone = Set(timed.then(|| zone.clone()));
    row.due_at = Set(timing::due_at(due_on, timing.time, zone));
    row.remind_minutes = Set(timing.remind.map(|it| it.minutes));
    row.remind_mail = Set(timing.remind.is_some_and(|it| it.mail));
    row.remind_at = Set(remind_at.filter(|it| now <= *it));
    row.reminded_at = Set(None);
}

/// How a form says it. Everything is a text, and comes back as it was typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TimingForm {
    pub due_time: String,
    /// Minutes before; empty for no reminder.
    pub remind: String,
    pub remind_mail: String,
    pub repeat: String,
    pub every: String,
    pub mo: String,
    pub tu: String,
    pub we: String,
    pub th: String,
    pub fr: String,
    pub sa: String,
    pub su: String,
    pub until: String,
    pub times: String,
    pub repeat_from: String,
}

impl TimingForm {
    /// What it says, with the day beside it.
    pub fn read(&self, due_on: Option<Day>) -> Result<Timing> {
        self.said(due_on).map_err(Error::refused)
    }

    fn said(&self, due_on: Option<Day>) -> std::result::Result<Timing, TaskRefused> {
        let time = timing::time(&self.due_time)?;
        let remind = match self.remind.trim() {
            "" => None,
            minutes => {
                let minutes = minutes.parse().map_err(|_| TaskRefused::NoReminder)?;
                Some(Remind { minutes, mail: !self.remind_mail.is_empty() })
            }
        };
        let wish = Wish {
            kind: self.repeat.trim(),
            every: &self.every,
            days: self.days().filter(|it| it.1).map(|it| it.0).collect(),
            until: &self.until,
            times: &self.times,
        };
        // A rule that the form has no words for stands as it is.
        let rule = match wish.kind {
            kind if kind.starts_with("FREQ=") => {
                Some(kind.parse().map_err(|_| TaskRefused::NoRule)?)
            }
            _ => wish.rule(due_on)?,
        };
        let from = RepeatFrom::from_word(&self.repeat_from).unwrap_or_default();
        Ok(Timing { time, remind, repeat: rule.map(|rule| Repeating { rule, from }) })
    }

    /// Each day of the week, and whether it is ticked.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, bool)> {
        let ticked = [&self.mo, &self.tu, &self.we, &self.th, &self.fr, &self.sa, &self.su];
        let days = crate::rules::repeat::WEEKDAYS.iter().map(|it| it.0);
        days.zip(ticked).map(|(day, it)| (day, !it.is_empty()))
    }

    /// What a task says now, as the form would say it.
    pub fn of(timing: &Timing) -> Self {
        let mut form = Self {
            due_time: timing.time.map(timing::clock).unwrap_or_default(),
            ..Self::default()
        };
        if let Some(remind) = timing.remind {
            form.remind = remind.minutes.to_string();
            form.remind_mail = if remind.mail { "on".to_owned() } else { String::new() };
        }
        if let Some(repeat) = timing.repeat {
            form.repeat = repeat.rule.to_string();
            repeat.from.word().clone_into(&mut form.repeat_from);
        }
        form
    }
}

/// How a program says it.
#[derive(Clone, Debug, Default)]
pub struct TimingIn {
    pub due_time: Option<String>,
    pub remind_minutes: Option<i32>,
    pub remind_mail: bool,
    pub repeat: Option<String>,
    pub repeat_from: Option<RepeatFrom>,
}

impl TimingIn {
    pub fn read(&self) -> Result<Timing> {
        let time = self.due_time.as_deref().unwrap_or_default();
        let time = timing::time(time).map_err(Error::refused)?;
        let mail = self.remind_mail;
        let remind = self.remind_minutes.map(|minutes| Remind { minutes, mail });
        let rule = match self.repeat.as_deref() {
            Some(text) => Some(text.parse().map_err(|_| Error::refused(TaskRefused::NoRule))?),
            None => None,
        };
        let from = self.repeat_from.unwrap_or_default();
        Ok(Timing { time, remind, repeat: rule.map(|rule| Repeating { rule, from }) })
    }
}
