//! What a shift may not be.

use kernel::{Lang, Refusal};

use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShiftRefused {
    #[error("a shift needs a name")]
    NoName,
    #[error("the start is no time")]
    NoStart,
    #[error("the end is no time")]
    NoEnd,
    #[error("a shift lasts some time")]
    NoLength,
    #[error("the grace is out of bounds")]
    Grace,
    #[error("the grace before the end is out of bounds")]
    GraceOut,
    #[error("the margin before the start is out of bounds")]
    MarginBefore,
    #[error("the margin after the end is out of bounds")]
    MarginAfter,
    #[error("a shift is on some day of the week")]
    NoWeekday,
    #[error("unknown meaning")]
    NoMeaning,
    #[error("the first day is no day")]
    NoDay,
    #[error("the first day lies too far back")]
    TooFarBack,
    #[error("unknown team")]
    UnknownTeam,
}

impl Refusal for ShiftRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "attendance.shift_name",
            Self::NoStart => "attendance.shift_start",
            Self::NoEnd => "attendance.shift_end",
            Self::NoLength => "attendance.shift_length",
            Self::Grace => "attendance.shift_grace",
            Self::GraceOut => "attendance.shift_grace_out",
            Self::MarginBefore => "attendance.shift_margin_before",
            Self::MarginAfter => "attendance.shift_margin_after",
            Self::NoWeekday => "attendance.shift_weekdays",
            Self::NoMeaning => "attendance.shift_meaning",
            Self::NoDay => "attendance.shift_day",
            Self::TooFarBack => "attendance.shift_too_far_back",
            Self::UnknownTeam => "attendance.shift_team",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoName => "name",
            Self::NoStart => "starts",
            Self::NoEnd | Self::NoLength => "ends",
            Self::Grace => "grace_minutes",
            Self::GraceOut => "grace_out_minutes",
            Self::MarginBefore => "margin_before_minutes",
            Self::MarginAfter => "margin_after_minutes",
            Self::NoWeekday => "weekdays",
            Self::NoMeaning => "meaning",
            Self::NoDay | Self::TooFarBack => "from",
            Self::UnknownTeam => "team_id",
        })
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name(),
            Self::NoStart | Self::NoEnd => w.refused_no_time(),
            Self::NoLength => w.refused_no_length(),
            Self::Grace | Self::GraceOut => w.refused_grace(),
            Self::MarginBefore | Self::MarginAfter => w.refused_margin(),
            Self::NoWeekday => w.refused_no_weekday(),
            Self::NoMeaning => w.refused_no_meaning(),
            Self::NoDay => w.refused_no_day(),
            Self::TooFarBack => w.refused_too_far_back(),
            Self::UnknownTeam => w.refused_unknown_team(),
        }
        .to_owned()
    }
}
