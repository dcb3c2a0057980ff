//! Days are judged again when something comes late, and closed when nothing comes.

use evidence::FactKind;
use testing::{AYU, BUDI, DEWI, GILANG, WATI};

use super::{MONDAY, claim, day, moment, punch, uuid, world};
use crate::rules::{DayMark, DayState, NextPunch};

#[tokio::test]
async fn a_late_fact_changes_a_day_that_was_judged() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;
    punch(&world, AYU, FactKind::ClockOut, "2026-03-02T10:00:00Z").await;
    let before = day(&world, AYU, MONDAY).await;
    assert_eq!((before.state, before.late_minutes), (DayState::Closed, 30));

    world.at("2026-03-03T05:00:00Z");
    claim(&world, AYU, FactKind::ClockIn, "2026-03-02T00:50:00Z").await;

    let after = day(&world, AYU, MONDAY).await;
    assert_eq!(after.opened_at, Some(moment("2026-03-02T00:50:00Z")));
    assert_eq!(after.late_minutes, 0);
    assert!(after.marks().contains(&DayMark::InReview));
}

#[tokio::test]
async fn a_forgotten_clock_out_is_closed_by_rule_and_poisons_no_next_day() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:00:00Z").await;

    world.at("2026-03-02T16:59:00Z");
    world.work().await;
    assert_eq!(day(&world, AYU, MONDAY).await.state, DayState::Open);

    // Midnight in Jakarta.
    world.at("2026-03-02T17:00:00Z");
    world.work().await;
    let monday = day(&world, AYU, MONDAY).await;
    assert_eq!(monday.state, DayState::Closed);
    assert_eq!(monday.closed_at, Some(moment("2026-03-02T10:00:00Z")), "the end of the shift");
    assert_eq!(monday.marks(), [DayMark::ClosedByRule]);

    punch(&world, AYU, FactKind::ClockIn, "2026-03-03T01:00:00Z").await;
    let tuesday = day(&world, AYU, "2026-03-03").await;
    assert_eq!(tuesday.state, DayState::Open);
    assert_eq!(tuesday.opened_at, Some(moment("2026-03-03T01:00:00Z")));
    assert_eq!(day(&world, AYU, MONDAY).await, monday);
    let ctx = world.ctx(AYU);
    let current = crate::current(&ctx, AYU.person()).await.unwrap();
    assert_eq!(current.day.day.to_string(), "2026-03-03");
    assert_eq!(current.next, NextPunch::ClockOut);
}

#[tokio::test]
async fn a_day_says_why_it_is_what_it_is() {
    let world = world().await;
    punch(&world, AYU, FactKind::ClockIn, "2026-03-02T01:30:00Z").await;
    punch(&world, AYU, FactKind::ClockOut, "2026-03-02T10:00:00Z").await;
    let address = format!("/attendance/{}/{MONDAY}", uuid(AYU));

    for reader in [AYU, BUDI, DEWI] {
        let page = world.browse(reader).get(&address).await;
        assert_eq!(page.status, 200);
        for said in [
            "Shift from 08:00 WIB to 17:00 WIB",
            "Begun by the clock-in at 08:30 WIB.",
            "Began at 08:30 WIB, 30 minutes after 08:00 WIB",
            "Ended by the clock-out at 17:00 WIB.",
            "Sent 0 seconds after the last contact",
        ] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
    }
    for stranger in [WATI, GILANG] {
        assert_eq!(world.browse(stranger).get(&address).await.status, 404);
    }
    let empty = format!("/attendance/{}/2026-03-01", uuid(AYU));
    let page = world.browse(AYU).get(&empty).await;
    assert!(page.body.contains("Nothing recorded on this day"));
}
