//! Two weeks in the field and the day that goes on, as five phones told them.

use std::collections::HashMap;

use attendance::rules::{ShiftMeaning, Weekdays};
use attendance::{NewShift, set_shift};
use frame::{Actor, App, Ctx};
use jiff::civil::{Time, Weekday, time};
use kernel::{CompanyId, Day, Instant, PersonId, Zone};

use super::phone::{Phone, When};

const OUT_THERE: &[&str] = &["ayu", "rizky", "putri", "dimas", "nuraini"];

/// Fourteen days back, of which ten are worked.
const DAYS_BACK: i64 = 14;
/// How long ago the day that goes on began.
const BEGAN_AGO: i64 = 240;

const OUTCOMES: &[(&str, Option<&str>)] = &[
    ("order", None),
    ("follow_up", Some("Minta contoh barang minggu depan.")),
    ("agreement", None),
    ("no_sale", Some("Stok masih cukup sampai akhir bulan.")),
    ("order", Some("Pesan dua kali lipat dari biasanya.")),
    ("not_met", Some("Pemilik sedang ke luar kota.")),
];

/// Lets everybody walk their days.
pub async fn walk(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let zone = Zone::jakarta();
    let now = app.now();
    let today = now.day(&zone);
    let mut phones = Vec::new();
    for who in OUT_THERE {
        if let Some(person) = people.get(who) {
            phones.push(Phone::of(app, company, *person).await?);
        }
    }
    for back in (1..=DAYS_BACK).rev() {
        let day = today.plus(-back);
        if matches!(day.0.weekday(), Weekday::Saturday | Weekday::Sunday) {
            continue;
        }
        for (who, phone) in (0_i64..).zip(&mut phones) {
            past_day(phone, day, who, back).await?;
        }
    }
    shift_of_today(app, company, now).await?;
    for (who, phone) in phones.iter_mut().enumerate() {
        this_day(phone, who, now, &zone).await?;
    }
    // What time alone makes of plans and of days that nobody closed.
    frame::jobs::run_scheduled(app).await?;
    Ok(())
}

/// A day like others: four visits planned, most of them made, some late, some out of order.
async fn past_day(phone: &mut Phone, day: Day, who: i64, back: i64) -> anyhow::Result<()> {
    let at = |hour: i8, minutes: i64| {
        day.at(time(hour, 0, 0, 0), &Zone::jakarta()).plus_minutes(minutes)
    };
    let chance = |salt: i64, of: i64| (who * 7 + back * 13 + salt * 5) % of;
    let clients = i64::try_from(phone.clients.len()).unwrap_or(1).max(1);
    let client = |turn: i64| usize::try_from((back * 3 + turn) % clients).unwrap_or(0);
    let turns =
        [(client(0), "09:00"), (client(1), "10:30"), (client(2), "13:00"), (client(3), "14:30")];
    let mut planned = phone.plan(at(7, 5), day, &turns).await?;

    let late = if chance(1, 6) == 0 { 25 + chance(2, 20) } else { chance(3, 9) - 6 };
    phone.clock_in(When::live(at(8, late))).await?;
    if chance(4, 4) == 0 && 2 < planned.len() {
        planned.swap(1, 2);
    }
    let mut clock = at(9, chance(5, 20));
    for (turn, (visit, client)) in (0_i64..).zip(planned) {
        let luck = chance(turn + 6, 9);
        if luck == 0 {
            phone.skip(When::live(clock), visit, "closed").await?;
            continue;
        }
        if luck == 1 {
            // Nobody came, and nobody said why.
            continue;
        }
        let metres = if chance(turn, 23) == 7 { 420.0 } else { 15.0 };
        phone.check_in(When::live(clock), Some(visit), client, metres).await?;
        let leaves = clock.plus_minutes(24 + chance(turn, 5) * 7);
        let outcome = usize::try_from(chance(turn + 2, 6)).unwrap_or(0);
        phone.check_out(When::live(leaves), visit, client, OUTCOMES[outcome]).await?;
        clock = leaves.plus_minutes(35 + chance(turn + 1, 4) * 9);
    }
    if chance(8, 3) == 0 {
        let client = client(5);
        let visit = phone.check_in(When::live(clock), None, client, 20.0).await?;
        clock = clock.plus_minutes(26);
        phone.check_out(When::live(clock), visit, client, OUTCOMES[0]).await?;
    }
    // Dimas forgot it yesterday.
    if !(who == 3 && back <= 3) {
        phone.clock_out(When::live(at(17, chance(9, 25)).max(clock.plus_minutes(5)))).await?;
    }
    Ok(())
}

/// The demo is opened at any hour, and its day goes on then: outside office hours a shift of today
/// alone lets it.
async fn shift_of_today(app: &App, company: CompanyId, now: Instant) -> anyhow::Result<()> {
    let zone = Zone::jakarta();
    let today = now.day(&zone);
    let local = now.local(&zone);
    let weekend = matches!(today.0.weekday(), Weekday::Saturday | Weekday::Sunday);
    if !weekend && (12..16).contains(&local.hour()) {
        return Ok(());
    }
    let starts = began(now, BEGAN_AGO, &zone).local(&zone);
    let starts = time(starts.hour(), starts.minute() / 5 * 5, 0, 0);
    let long = jiff::Span::new().hours(9);
    let tx = Ctx::new(app.clone(), Actor::company(company), now).begin().await?;
    let new = NewShift {
        team: None,
        name: "Demo".to_owned(),
        starts,
        ends: Time::wrapping_add(starts, long),
        grace_minutes: 10,
        grace_out_minutes: 0,
        margin_before_minutes: 60,
        margin_after_minutes: 60,
        meaning: ShiftMeaning::Company,
        weekdays: Weekdays::ALL,
        from: today,
    };
    set_shift(&tx, new).await?;
    Ok(tx.commit().await?)
}

/// So many minutes ago, and never before today began.
fn began(now: Instant, minutes_ago: i64, zone: &Zone) -> Instant {
    let today = now.day(zone).start(zone);
    let so_far = (now.seconds_since(today) / 60).max(1);
    let most = BEGAN_AGO + 30;
    let scaled = if so_far < most { minutes_ago * so_far / most } else { minutes_ago };
    now.plus_minutes(-scaled)
}

/// The day that goes on: each of the five shows another of its faces.
async fn this_day(phone: &mut Phone, who: usize, now: Instant, zone: &Zone) -> anyhow::Result<()> {
    let ago = |minutes: i64| began(now, minutes, zone);
    let live = |minutes: i64| When::live(ago(minutes));
    let turns = [(0, "09:00"), (1, "10:30"), (2, "13:00"), (3, "14:30"), (4, "16:00")];
    let planned = phone.plan(ago(255), now.day(zone), &turns[..5 - who % 2]).await?;
    let [first, second, third, ..] = planned[..] else { return Ok(()) };
    match who {
        // At a client.
        0 => {
            phone.clock_in(live(238)).await?;
            visit(phone, first, [live(195), live(160)], 12.0, OUTCOMES[0]).await?;
            visit(phone, second, [live(120), live(75)], 25.0, OUTCOMES[1]).await?;
            phone.check_in(live(18), Some(third.0), third.1, 18.0).await?;
        }
        // At work, came late, and was seen far from the door.
        1 => {
            phone.clock_in(live(196)).await?;
            visit(phone, first, [live(150), live(118)], 480.0, OUTCOMES[3]).await?;
            visit(phone, second, [live(70), live(25)], 30.0, OUTCOMES[2]).await?;
        }
        // Silent since this morning.
        2 => {
            phone.clock_in(live(236)).await?;
            visit(phone, first, [live(210), live(170)], 8.0, OUTCOMES[0]).await?;
        }
        // Has not begun.
        3 => {}
        // Was without signal, and has gone home.
        _ => {
            phone.clock_in(live(242)).await?;
            let offline = |minutes| When { at: ago(minutes), heard: ago(48) };
            visit(phone, first, [offline(200), offline(165)], 14.0, OUTCOMES[1]).await?;
            visit(phone, second, [offline(130), offline(95)], 14.0, OUTCOMES[0]).await?;
            phone.skip(live(45), third.0, "client_cancelled").await?;
            phone.clock_out(live(12)).await?;
        }
    }
    Ok(())
}

/// One visit from arrival to departure.
async fn visit(
    phone: &mut Phone,
    (id, client): (visits::VisitId, usize),
    [from, to]: [When; 2],
    metres: f64,
    outcome: (&str, Option<&str>),
) -> anyhow::Result<()> {
    phone.check_in(from, Some(id), client, metres).await?;
    phone.check_out(to, id, client, outcome).await
}
