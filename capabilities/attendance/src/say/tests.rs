//! Every reason has its sentence, in both languages.

use jiff::civil::time;
use kernel::FactId;

use super::*;
use crate::rules::Shift;

#[test]
fn every_reason_is_said_in_both_languages() {
    let (day, zone) = ("2026-03-02".parse().unwrap(), Zone::jakarta());
    let (fact, at) = (FactId(uuid::Uuid::nil()), "2026-03-02T01:03:00Z".parse().unwrap());
    let shift = |meaning| Shift::new(time(8, 0, 0, 0), time(17, 0, 0, 0), meaning);
    let shift_reason = |meaning| DayReason::Shift {
        hours: shift(meaning).hours(day, &zone),
        shift: shift(meaning),
    };
    let reasons = [
        DayReason::NoShift,
        DayReason::DayOff,
        shift_reason(ShiftMeaning::Company),
        shift_reason(ShiftMeaning::Local),
        DayReason::OpenedByClockIn { fact, at, zone: Zone::makassar() },
        DayReason::OpenedByVisit { fact, at, zone: zone.clone() },
        DayReason::ClosedByClockOut { fact, at, zone: zone.clone() },
        DayReason::ClosedByVisit { fact, at, zone: zone.clone() },
        DayReason::ClosedAtShiftEnd { at },
        DayReason::ClosedAtLastFact { fact, at },
        DayReason::StillOpen { until: at },
        DayReason::AlreadyOpen { fact, at },
        DayReason::NothingToClose { fact, at },
        DayReason::VisitsDoNotOpen { fact, at },
        DayReason::VisitNotVerified { fact, at },
        DayReason::Rejected { fact, at },
        DayReason::Late { at, starts_at: at, grace_minutes: 10, minutes: 23 },
        DayReason::LeftEarly { at, ends_at: at, grace_minutes: 0, minutes: 90 },
        DayReason::OffShift,
        DayReason::Capped { minutes: 1_500 },
    ];

    let mut said = std::collections::BTreeSet::new();
    for it in &reasons {
        let both = [Lang::Id, Lang::En].map(|lang| reason(it, day, &zone, lang));
        assert_ne!(both[0], both[1]);
        said.extend(both);
    }
    assert_eq!(said.len(), 2 * reasons.len());
    assert!(said.contains("Dimulai oleh absen masuk pukul 09.03 WITA."), "{said:?}");
}

#[test]
fn a_moment_of_another_day_says_its_date() {
    let day = "2026-03-02".parse().unwrap();

    let after = at("2026-03-02T17:10:00Z".parse().unwrap(), &Zone::jakarta(), day, Lang::Id);
    assert_eq!(after, "3 Mar 2026 00.10 WIB");
}

#[test]
fn hours_stand_in_columns() {
    assert_eq!(hours(168 * 60 + 5), "168:05");
    assert_eq!(month("2026-05".parse().unwrap(), Lang::Id), "Mei 2026");
    assert_eq!(weekday_short(5, Lang::Id), "Jum");
}
