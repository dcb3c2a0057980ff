//! Evidence in words: the same sentences for whoever recorded a fact and whoever reviews it.

use kernel::evidence::place::FixError;
use kernel::evidence::signals::PhotoError;
use kernel::evidence::{
    PlaceReason, PlaceVerdict, PlaceWord, ReviewState, Signal, TimeGrade, TimeReason, TimeVerdict,
};
use kernel::{Instant, Lang, Zone};
use serde::{Deserialize, Serialize};

use crate::fact::FactKind;
use crate::words::Words;

/// When, how well that is known, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TimeOut {
    pub grade: TimeGrade,
    pub from: Option<Instant>,
    pub to: Instant,
    pub sentence: String,
}

/// Where, compared with the client's place, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PlaceVerdictOut)]
pub struct PlaceOut {
    pub verdict: PlaceWord,
    pub distance_m: Option<f64>,
    pub radius_m: Option<f64>,
    pub accuracy_m: Option<f64>,
    pub sentence: String,
}

/// Something odd.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignalOut {
    pub code: String,
    pub sentence: String,
}

impl TimeOut {
    pub fn of(time: &TimeVerdict, zone: &Zone, lang: Lang) -> Self {
        Self {
            grade: time.grade,
            from: time.from,
            to: time.to,
            sentence: say_time(time, zone, lang),
        }
    }
}

impl PlaceOut {
    pub fn of(place: &PlaceVerdict, lang: Lang) -> Self {
        Self {
            verdict: place.verdict,
            distance_m: place.distance_m.map(to_decimetres),
            radius_m: place.radius_m.map(to_decimetres),
            accuracy_m: place.accuracy_m.map(to_decimetres),
            sentence: say_place(place, lang),
        }
    }
}

/// Finer than any phone knows, and short enough in writing to read back as the very same number:
/// a receipt that is shown again is the first one, to the last digit.
fn to_decimetres(metres: f64) -> f64 {
    (metres * 10.0).round() / 10.0
}

impl SignalOut {
    pub fn of(signal: &Signal, zone: &Zone, lang: Lang) -> Self {
        let code = serde_json::to_value(signal).ok();
        let code = code.and_then(|it| it.get("code")?.as_str().map(str::to_owned));
        Self { code: code.unwrap_or_default(), sentence: say_signal(signal, zone, lang) }
    }
}

/// What somebody did: `Absen masuk`.
pub fn kind(kind: FactKind, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match kind {
        FactKind::ClockIn => w.kind_clock_in(),
        FactKind::ClockOut => w.kind_clock_out(),
        FactKind::VisitCheckIn => w.kind_visit_check_in(),
        FactKind::VisitCheckOut => w.kind_visit_check_out(),
        FactKind::VisitSkip => w.kind_visit_skip(),
        FactKind::VisitPlan => w.kind_visit_plan(),
        FactKind::AccountCreate => w.kind_account_create(),
        FactKind::Note => w.kind_note(),
        FactKind::ContactLog => w.kind_contact_log(),
        FactKind::TaskDone => w.kind_task_done(),
        FactKind::Answer => w.kind_answer(),
    }
}

/// How far somebody has come with looking at a fact; nothing when nobody needs to.
pub fn review(state: ReviewState, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match state {
        ReviewState::None => "",
        ReviewState::Pending => w.review_pending(),
        ReviewState::Asked => w.review_asked(),
        ReviewState::Accepted => w.review_accepted(),
        ReviewState::Rejected => w.review_rejected(),
    }
}

/// `3 jam 20 menit`, `12 menit`, `40 detik`.
pub fn length(seconds: i64, lang: Lang) -> String {
    let w = Words::of(lang);
    let seconds = seconds.saturating_abs();
    match (seconds / 86_400, seconds / 3_600, seconds / 60) {
        (0, 0, 0) => w.length_seconds(seconds),
        (0, 0, minutes) => w.length_minutes(minutes),
        (0, hours, minutes) if minutes % 60 == 0 => w.length_hours(hours),
        (0, hours, minutes) => w.length_hours_minutes(hours, minutes % 60),
        (days, ..) => w.length_days(days),
    }
}

/// `23 m`, `1,4 km`.
pub fn distance(metres: f64, lang: Lang) -> String {
    if metres < 1_000.0 {
        format!("{} m", lang.decimal(metres, 0))
    } else {
        format!("{} km", lang.decimal(metres / 1_000.0, 1))
    }
}

pub fn say_time(time: &TimeVerdict, zone: &Zone, lang: Lang) -> String {
    let w = Words::of(lang);
    let span = |seconds| length(seconds, lang);
    match time.reason {
        TimeReason::Live => w.time_live().to_owned(),
        TimeReason::Connected { window_s } => w.time_connected(span(window_s)),
        TimeReason::Offline { .. } => w.time_offline(
            time.from.map(|it| lang.clock(it, zone)).unwrap_or_default(),
            lang.clock(time.to, zone),
        ),
        TimeReason::TooLongOffline { window_s, most_s } => {
            w.time_too_long(span(window_s), span(most_s))
        }
        TimeReason::ClaimTooEarly { by_s } => w.time_too_early(span(by_s)),
        TimeReason::ClaimInTheFuture { by_s } => w.time_in_the_future(span(by_s)),
        TimeReason::FirstContact { .. } => w.time_first_contact().to_owned(),
        TimeReason::NoToken { apart_s } => w.time_no_token(span(apart_s)),
        TimeReason::TokenFromTheFuture { by_s } => w.time_token_from_the_future(span(by_s)),
    }
}

pub fn say_place(place: &PlaceVerdict, lang: Lang) -> String {
    let w = Words::of(lang);
    let metres = |it: Option<f64>| it.map(|it| distance(it, lang)).unwrap_or_default();
    let (away, radius, accuracy) =
        (metres(place.distance_m), metres(place.radius_m), metres(place.accuracy_m));
    match place.reason {
        PlaceReason::WithinRadius => w.place_within(away, radius),
        PlaceReason::BeyondRadius => w.place_beyond(away, radius),
        PlaceReason::InBetween => w.place_in_between(away, accuracy, radius),
        PlaceReason::NoFix { error } => match error {
            Some(FixError::Denied) => w.place_denied(),
            Some(FixError::Timeout) => w.place_timeout(),
            Some(FixError::Unsupported) => w.place_unsupported(),
            Some(FixError::Skipped) => w.place_skipped(),
            Some(FixError::Interrupted) => w.place_interrupted(),
            Some(FixError::Unavailable) | None => w.place_unavailable(),
        }
        .to_owned(),
        PlaceReason::ZeroFix | PlaceReason::BrokenFix => w.place_broken().to_owned(),
        PlaceReason::StaleFix { age_s, .. } => w.place_stale(length(age_s, lang)),
        PlaceReason::TooVague { most_m } => w.place_vague(accuracy, distance(most_m, lang)),
        PlaceReason::UnknownPlace => w.place_unknown().to_owned(),
        PlaceReason::BrokenPlace => w.place_no_place().to_owned(),
    }
}

pub fn say_signal(signal: &Signal, zone: &Zone, lang: Lang) -> String {
    let w = Words::of(lang);
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    match *signal {
        Signal::ImpossibleTravel { other_at, distance_m, seconds, kmh, .. } => w
            .signal_impossible_travel(
                distance(distance_m, lang),
                length(seconds, lang),
                lang.clock(other_at, zone),
                lang.decimal(kmh, 0),
            ),
        Signal::RepeatedCoordinates { days } => w.signal_repeated_coordinates(count(days)),
        Signal::ConstantAccuracy { accuracy_m, fixes } => {
            w.signal_constant_accuracy(distance(accuracy_m, lang), count(fixes))
        }
        Signal::IdenticalSamples { samples } => w.signal_identical_samples(count(samples)),
        Signal::SharedDevice { at, .. } => w.signal_shared_device(lang.moment(at, zone)),
        Signal::NewDevice => w.signal_new_device().to_owned(),
        Signal::ReusedPhoto { at, .. } => w.signal_reused_photo(lang.moment(at, zone)),
        Signal::MissingPhoto { why } => match why {
            Some(PhotoError::Skipped) => w.signal_photo_skipped(),
            Some(PhotoError::NoCamera) => w.signal_photo_no_camera(),
            Some(PhotoError::NoRoom) => w.signal_photo_no_room(),
            Some(PhotoError::Interrupted) => w.signal_photo_interrupted(),
            Some(PhotoError::Lost) => w.signal_photo_lost(),
            None => w.signal_photo_missing(),
        }
        .to_owned(),
        Signal::ClockOff { by_s } if by_s < 0 => w.signal_clock_behind(length(by_s, lang)),
        Signal::ClockOff { by_s } => w.signal_clock_ahead(length(by_s, lang)),
        Signal::Unsigned { before: false } => w.signal_unsigned().to_owned(),
        Signal::Unsigned { before: true } => w.signal_unsigned_now().to_owned(),
        Signal::WrongSignature => w.signal_wrong_signature().to_owned(),
        Signal::NewKey => w.signal_new_key().to_owned(),
        Signal::MissingBefore { events } => w.signal_missing_before(events),
        Signal::BrokenChain => w.signal_broken_chain().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_said_as_people_do() {
        assert_eq!(length(45, Lang::Id), "45 detik");
        assert_eq!(length(12 * 60, Lang::En), "12 minutes");
        assert_eq!(length(3_600, Lang::En), "1 hour");
        assert_eq!(length(-12_000, Lang::Id), "3 jam 20 menit");
        assert_eq!(length(200_000, Lang::Id), "2 hari");
    }

    #[test]
    fn distances_are_said_as_people_do() {
        assert_eq!(distance(23.4, Lang::Id), "23 m");
        assert_eq!(distance(1_432.0, Lang::Id), "1,4 km");
    }
}
