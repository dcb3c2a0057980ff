//! The last weeks of the demo's people: mostly on time, sometimes late, sometimes forgetful.

use evidence::fact::DeviceId;
use evidence::{FactKind, Incoming};
use frame::{App, Ctx};
use kernel::evidence::time::TokenTime;
use kernel::{CompanyId, Day, FactId, Instant, PersonId, Zone};

/// How far back they attend.
pub const DAYS: i64 = 45;

/// A punch that is to be made.
struct Punch {
    at: Instant,
    person: PersonId,
    kind: FactKind,
    /// The phone has been without the server for long, and sends it later.
    sent_at: Option<Instant>,
}

/// Lets these people clock in and out until now.
pub async fn attend(app: &App, company: CompanyId, people: &[PersonId]) -> anyhow::Result<()> {
    let (now, zone) = (app.now(), Zone::jakarta());
    let today = now.day(&zone);
    let mut punches = Vec::new();
    for (who, person) in people.iter().enumerate() {
        for back in (0..=DAYS).rev() {
            let work = days_work(*person, i64::try_from(who)?, today.plus(-back), back, &zone);
            punches.extend(work);
        }
    }
    punches.retain(|it| it.sent_at.unwrap_or(it.at) <= now);
    punches.sort_by_key(|it| it.sent_at.unwrap_or(it.at));
    for (seq, punch) in (1..).zip(punches) {
        make(app, company, seq, punch).await?;
    }
    Ok(())
}

/// What somebody does on a day: the same on each start, and different from day to day.
fn days_work(person: PersonId, who: i64, day: Day, back: i64, zone: &Zone) -> Vec<Punch> {
    let (week, mix) = (day.0.weekday().to_monday_one_offset(), back * 7 + who * 11);
    if 5 < week || mix % 29 == 5 {
        return Vec::new();
    }
    let late = if mix % 9 == 4 { 35 } else { 0 };
    let at = |hour: i8, minutes: i64| {
        day.at(jiff::civil::time(hour, 0, 0, 0), zone).plus_minutes(minutes)
    };
    let begins = at(8, mix % 22 - 13 + late);
    let ends = at(17, mix % 41 - 2);
    let sent_at = (mix % 17 == 3).then(|| begins.plus_hours(6));
    let clock_in = Punch { at: begins, person, kind: FactKind::ClockIn, sent_at };
    let clock_out = Punch { at: ends, person, kind: FactKind::ClockOut, sent_at: None };
    if mix % 13 == 6 { vec![clock_in] } else { vec![clock_in, clock_out] }
}

/// Acts for the person at the moment at which the server hears of it.
async fn make(app: &App, company: CompanyId, seq: i64, punch: Punch) -> anyhow::Result<()> {
    let heard_at = punch.sent_at.unwrap_or(punch.at);
    let actor = (app.actor_of)(&app.company(company), punch.person).await?;
    let tx = Ctx::new(app.clone(), actor, heard_at).begin().await?;
    let id: FactId = tx.id();
    let live = punch.sent_at.is_none();
    let incoming = Incoming {
        id,
        device: DeviceId(punch.person.0),
        seq,
        kind: punch.kind,
        claimed_at: punch.at,
        zone: Zone::jakarta(),
        token: live.then_some(TokenTime(heard_at)),
        since_token_ms: live.then_some(0),
        fix: None,
        fix_error: None,
        fixes: Vec::new(),
        photos: Vec::new(),
        payload: "{}".to_owned(),
        body_hash: id.0.as_bytes().to_vec(),
    };
    if punch.kind == FactKind::ClockIn {
        attendance::clock_in(&tx, incoming).await?;
    } else {
        attendance::clock_out(&tx, incoming).await?;
    }
    tx.commit().await?;
    Ok(())
}
