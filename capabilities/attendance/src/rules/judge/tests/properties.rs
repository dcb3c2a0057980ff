//! What holds of every day.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn facts_may_come_in_any_order_and_twice(case in cases(), seed in any::<u64>()) {
        let Case { roster, policy, facts, .. } = &case;
        let mut muddled = facts.clone();
        muddled.extend(facts.iter().take(3).cloned());
        let length = muddled.len().max(1);
        for index in 0..muddled.len() {
            let other = usize::try_from(seed >> (index % 40)).unwrap_or(0) % length;
            muddled.swap(index, other);
        }

        for day in 1..=8 {
            let one = judge_day(march(day), roster, facts, case.now, policy);
            let other = judge_day(march(day), roster, &muddled, case.now, policy);
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn every_fact_belongs_to_exactly_one_day(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        let mut absorbed: Vec<FactId> = Vec::new();
        for day in -3..=14 {
            absorbed.extend(judge_day(march(1).plus(day), roster, facts, *now, policy).facts);
        }
        absorbed.sort();
        let mut all: Vec<FactId> = facts.iter().map(|fact| fact.id).collect();
        all.sort();
        all.dedup();

        prop_assert_eq!(absorbed, all);
    }

    #[test]
    fn nobody_works_two_hours_at_once(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        let mut ended_at = Instant(i64::MIN);
        for day in -3..=14 {
            let day = judge_day(march(1).plus(day), roster, facts, *now, policy);
            prop_assert!((0..=24 * 60).contains(&day.worked_minutes));
            for span in &day.spans {
                prop_assert!(ended_at <= span.from, "{} {:?}", day.day, span);
                ended_at = span.to.unwrap_or(Instant(i64::MAX));
                prop_assert!(span.from <= ended_at);
            }
        }
    }

    #[test]
    fn a_rule_never_invents_more_than_the_shift_and_what_is_verified(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        for day in 1..=8 {
            let day = judge_day(march(day), roster, facts, *now, policy);
            let seen = facts.iter().filter(|it| day.facts.contains(&it.id)).map(|it| it.at).max();
            let shift_end = day.hours.map(|hours| hours.ends_at);
            if let Some((end, known)) = day.closed_at.zip(seen.max(shift_end)) {
                prop_assert!(end <= known);
            }
        }
    }

    #[test]
    fn facts_of_other_weeks_change_nothing(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        for day in 1..=8 {
            let (from, to) = facts_around(march(day), policy);
            let near: Vec<DayFact> =
                facts.iter().filter(|it| from <= it.at && it.at < to).cloned().collect();

            let all = judge_day(march(day), roster, facts, *now, policy);
            prop_assert_eq!(all, judge_day(march(day), roster, &near, *now, policy));
        }
    }

    #[test]
    fn a_clock_out_closes_what_is_open(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        let facts: Vec<DayFact> = facts.iter().filter(|it| it.at <= *now).cloned().collect();
        for day in 1..=8 {
            let before = judge_day(march(day), roster, &facts, *now, policy);
            if next_punch(&before, *now) == NextPunch::ClockOut {
                let mut with_out = facts.clone();
                with_out.push(DayFact { at: *now, ..fact(ClockOut, "20 00:00") });
                let after = judge_day(march(day), roster, &with_out, *now, policy);
                prop_assert_eq!((after.state, after.closed_at), (DayState::Closed, Some(*now)));
                prop_assert_eq!(next_punch(&after, *now), NextPunch::ClockIn);
            }
        }
    }

    #[test]
    fn forgetting_to_clock_out_leaves_the_next_day_as_it_is(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        let day = march(5);
        let forgotten = DayFact { zone: policy.zone.clone(), ..fact(ClockIn, "3 12:00") };
        // A visit soon after midnight belongs to whoever still works: it is no longer where another
        // day begins.
        let mut facts = facts.clone();
        facts.retain(|it| {
            let is_visit = matches!(it.kind, VisitCheckIn | VisitCheckOut);
            !is_visit || it.at < forgotten.at || march(5).start(&policy.zone) <= it.at
        });
        let before = judge_day(day, roster, &facts, *now, policy);
        let mut with_forgotten = facts.clone();
        with_forgotten.push(forgotten);

        prop_assert_eq!(before, judge_day(day, roster, &with_forgotten, *now, policy));
    }

    #[test]
    fn time_never_opens_a_closed_day(case in cases(), later in 0..5_000_i64) {
        let Case { roster, policy, facts, now } = &case;
        for day in 1..=8 {
            let today = judge_day(march(day), roster, facts, *now, policy);
            let then = judge_day(march(day), roster, facts, now.plus_minutes(later), policy);

            prop_assert!(today.state <= then.state);
            prop_assert_eq!(today.late_minutes, then.late_minutes);
        }
    }

    #[test]
    fn every_mark_has_its_reason(case in cases()) {
        let Case { roster, policy, facts, now } = &case;
        for day in 1..=8 {
            let day = judge_day(march(day), roster, facts, *now, policy);
            prop_assert_eq!(day.has(Late), 0 < day.late_minutes);
            prop_assert_eq!(day.has(LeftEarly), 0 < day.left_early_minutes);
            let count = |reason: fn(&DayReason) -> bool| {
                day.explanation.iter().filter(|it| reason(it)).count()
            };
            let late = count(|it| matches!(it, DayReason::Late { .. }));
            prop_assert_eq!(usize::from(day.has(Late)), late);
            let at_shift_end = count(|it| matches!(it, DayReason::ClosedAtShiftEnd { .. }));
            let at_last_fact = count(|it| matches!(it, DayReason::ClosedAtLastFact { .. }));
            prop_assert_eq!(usize::from(day.has(ClosedByRule)), at_shift_end + at_last_fact);
        }
    }
}

#[derive(Clone, Debug)]
struct Case {
    roster: Roster,
    policy: DayPolicy,
    facts: Vec<DayFact>,
    now: Instant,
}

fn cases() -> impl Strategy<Value = Case> {
    (rosters(), any::<bool>(), proptest::collection::vec(facts(), 0..14), 0..17_000_i64).prop_map(
        |(roster, check_in_opens_day, mut facts, now)| {
            // One id, one fact: what the stream guarantees.
            facts.sort_by_key(|it| it.id);
            facts.dedup_by_key(|it| it.id);
            let policy = DayPolicy { check_in_opens_day, ..DayPolicy::new(Zone::jakarta()) };
            // Nothing is recorded before it happens.
            let now = wib("1 00:00").plus_minutes(now);
            facts.retain(|it| it.at <= now);
            Case { roster, policy, facts, now }
        },
    )
}

fn rosters() -> impl Strategy<Value = Roster> {
    let one = prop_oneof![
        Just(None),
        (0..96_i8, 0..96_i8, any::<bool>(), 0..200_i64, 0..200_i64).prop_map(
            |(starts, ends, is_local, before, after)| {
                let time = |quarter: i8| jiff::civil::time(quarter / 4, quarter % 4 * 15, 0, 0);
                let meaning = if is_local { ShiftMeaning::Local } else { ShiftMeaning::Company };
                Some(Shift {
                    margin_before_minutes: before,
                    margin_after_minutes: after,
                    ..Shift::new(time(starts), time(ends), meaning)
                })
            }
        ),
    ];
    proptest::collection::vec((1..9_i8, one), 0..3).prop_map(|versions| {
        Roster::new(versions.into_iter().map(|(day, shift)| (march(day), shift)).collect())
    })
}

fn facts() -> impl Strategy<Value = DayFact> {
    let kinds = proptest::sample::select(vec![
        ClockIn,
        ClockIn,
        ClockOut,
        ClockOut,
        VisitCheckIn,
        VisitCheckOut,
    ]);
    let zones = proptest::sample::select(vec![Zone::jakarta(), Zone::makassar(), Zone::jayapura()]);
    let standings = proptest::sample::select(vec![
        Standing::Verified,
        Standing::Verified,
        Standing::Doubtful,
        Standing::Rejected,
    ]);
    (kinds, zones, standings, 0..11_520_i64).prop_map(|(kind, zone, standing, minutes)| DayFact {
        at: wib("1 00:00").plus_minutes(minutes),
        id: FactId(uuid::Uuid::from_u128(minutes.unsigned_abs().into())),
        kind,
        zone,
        standing,
    })
}
