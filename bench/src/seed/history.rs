//! What people recorded before the measuring begins: a phone is never new for long.

use accounts::AccountId;
use activities::write_note;
use anyhow::Result;
use attendance::judge_days;
use evidence::{FactKind, fact, phone_key};
use frame::{Actor, App, Ctx, Tx, secrets};
use jiff::civil::Time;
use kernel::evidence::{ReviewState, TimeGrade, TimeVerdict};
use kernel::{Day, FactId, Instant, PersonId, Zone};
use sea_orm::ActiveValue::Set;

use super::{Company, Link, Member};
use crate::phone;

/// As long as a receipt is, with its sentences.
const RECEIPT: usize = 600;
/// More notes than one page of a timeline shows.
const STORY: usize = 60;

/// A day of work for everybody: in, four visits, out.
pub async fn yesterday(app: &App, company: &Company) -> Result<()> {
    let zone = Zone::jakarta();
    let day = app.now().day(&zone).plus(-1);
    let tx = app.company(company.id).begin().await?;
    let mut rows = Vec::new();
    for member in &company.people {
        for (seq, hour) in (1..).zip(8..18) {
            let kind = match hour {
                8 => FactKind::ClockIn,
                17 => FactKind::ClockOut,
                hour if hour % 2 == 1 => FactKind::VisitCheckIn,
                _ => FactKind::VisitCheckOut,
            };
            rows.push(row(&tx, member, kind, seq, moment(day, hour, &zone)));
        }
        let last = rows
            .last()
            .and_then(|it| Some((it.device_seq.try_as_ref()?, it.body_hash.try_as_ref()?)));
        if let (Some((seq, hash)), Ok(mut chain)) = (last, member.chain.lock()) {
            *chain = Link { seq: *seq, hash: Some(secrets::hex(hash)) };
        }
    }
    tx.insert_all(rows).await?;
    let keys = company.people.iter().map(|member| phone_key::ActiveModel {
        company_id: Set(tx.actor.company),
        owner_id: Set(member.id),
        device_id: Set(member.device.into()),
        key: Set(phone::public_key()),
        registered_at: Set(tx.now),
    });
    tx.insert_all(keys.collect()).await?;
    Ok(tx.commit().await?)
}

/// A month of days for everybody, judged as the program judges them; answers its first day.
pub async fn month(app: &App, company: &Company) -> Result<Day> {
    let zone = Zone::jakarta();
    let today = app.now().day(&zone);
    let first = Day(today.0.first_of_month()).plus(-1);
    let first = Day(first.0.first_of_month());
    let days: Vec<Day> = (0..i64::from(first.0.days_in_month())).map(|it| first.plus(it)).collect();
    let tx = app.company(company.id).begin().await?;
    let mut rows = Vec::new();
    for member in &company.people {
        for (seq, &day) in days.iter().enumerate() {
            // A seventh day is free.
            if seq % 7 == 6 {
                continue;
            }
            let (begun, ended) = (moment(day, 8, &zone), moment(day, 17, &zone));
            rows.push(row(&tx, member, FactKind::ClockIn, 2 * seq, begun));
            rows.push(row(&tx, member, FactKind::ClockOut, 2 * seq + 1, ended));
        }
    }
    tx.insert_all(rows).await?;
    for member in &company.people {
        judge(&tx, member.id, &days, &zone).await?;
    }
    tx.commit().await?;
    Ok(first)
}

/// What happened to a client: some notes, so that its timeline has a page of them.
pub async fn story(app: &App, company: &Company, account: AccountId) -> Result<()> {
    let person = company.people[0].id;
    for number in 1..=STORY {
        let actor = Actor { person, ..Actor::company(company.id) };
        let tx = Ctx::new(app.clone(), actor, app.now()).begin().await?;
        let text = format!("Kunjungan ke-{number}: stok rak depan sudah diisi, tagihan dibahas.");
        write_note(&tx, None, account, None, &text).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Each judging looks at the day before and after, too.
async fn judge(tx: &Tx, person: PersonId, days: &[Day], zone: &Zone) -> Result<()> {
    for &day in days.iter().skip(1).step_by(3) {
        judge_days(tx, person, moment(day, 12, zone)).await?;
    }
    Ok(())
}

fn moment(day: Day, hour: i8, zone: &Zone) -> Instant {
    day.at(Time::constant(hour, 0, 0, 0), zone)
}

fn row(tx: &Tx, member: &Member, kind: FactKind, seq: usize, at: Instant) -> fact::ActiveModel {
    let id: FactId = tx.id();
    fact::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        owner_id: Set(member.id),
        device_id: Set(member.device.into()),
        device_seq: Set(i64::try_from(seq).unwrap_or_default()),
        kind: Set(kind),
        body_hash: Set(id.0.as_bytes().repeat(2)),
        claimed_at: Set(at),
        received_at: Set(at),
        recorded_at: Set(at),
        zone: Set(Zone::jakarta()),
        time_grade: Set(TimeGrade::Exact),
        time_reason: Set(serde_json::to_string(&TimeVerdict::live(at)).unwrap_or_default()),
        lat: Set(Some(-6.2)),
        lon: Set(Some(106.8)),
        accuracy_m: Set(Some(12.5)),
        altitude_m: Set(Some(31.0)),
        fix_error: Set(None),
        place_verdict: Set(None),
        place_reason: Set(None),
        distance_m: Set(None),
        radius_m: Set(None),
        signals: Set("[]".to_owned()),
        photos: Set("[]".to_owned()),
        payload: Set("{}".to_owned()),
        account_id: Set(None),
        visit_id: Set(None),
        receipt: Set("x".repeat(RECEIPT)),
        receipt_hash: Set(id.0.as_bytes().repeat(4)),
        review: Set(ReviewState::None),
        reviewer_id: Set(None),
        reviewed_at: Set(None),
        question: Set(None),
        answer: Set(None),
    }
}
