//! A check-in teaches where a client is found.

use frame::{Result, Tx};
use kernel::FactId;
use kernel::evidence::learning::{LearningPolicy, PlaceStep, Sighting, learn};
use kernel::geo::Point;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::account;
use crate::change_account::touch;
use crate::open_account::about;
use crate::place::{self, PlaceState};
use crate::sighting;

/// No place needs more memory than this.
const MOST_SIGHTINGS: u64 = 50;

/// Keeps where somebody stood and moves the place one step, if that is enough for a step. The
/// caller has loaded the account in reach, and its place if it has one; `source` is the fact that
/// says so, and teaches once.
pub async fn learn_place(
    tx: &Tx,
    account: &account::Model,
    place: Option<place::Model>,
    seen: Sighting,
    source: FactId,
    policy: &LearningPolicy,
) -> Result<PlaceStep> {
    let earlier = earlier(tx, account, place.as_ref(), source).await?;
    let step = learn(place.as_ref().map(place::Model::known), &earlier, seen, policy);

    if policy.teaches(seen.fix) {
        keep(tx, account, seen, source).await?;
    }
    match (step, place) {
        (PlaceStep::Propose { point, .. }, None) => {
            propose(tx, account, point, policy.radius_m).await?;
            let event = about(account, "accounts.place_proposed");
            tx.record(event.with("point", shown(point)));
        }
        (PlaceStep::Confirm { point, check_ins, people }, Some(place)) => {
            let mut row = place.into_active_model();
            row.lat = Set(point.lat);
            row.lon = Set(point.lon);
            row.state = Set(PlaceState::Confirmed);
            row.updated_at = Set(tx.now);
            tx.update(row).await?;
            tx.record(
                about(account, "accounts.place_confirmed")
                    .with("point", shown(point))
                    .with("check_ins", check_ins)
                    .with("people", people),
            );
        }
        (PlaceStep::ProposeMove { to, distance_m, check_ins, people }, Some(place)) => {
            let mut row = place.into_active_model();
            row.moved_lat = Set(Some(to.lat));
            row.moved_lon = Set(Some(to.lon));
            row.state = Set(PlaceState::Moved);
            row.updated_at = Set(tx.now);
            tx.update(row).await?;
            tx.record(
                about(account, "accounts.place_move_proposed")
                    .with("point", shown(to))
                    .with("distance_m", distance_m.round())
                    .with("check_ins", check_ins)
                    .with("people", people),
            );
        }
        _ => return Ok(step),
    }
    touch(tx, account.id).await?;
    Ok(step)
}

/// What was seen since a person last decided; all, if nobody has.
async fn earlier(
    tx: &Tx,
    account: &account::Model,
    place: Option<&place::Model>,
    source: FactId,
) -> Result<Vec<Sighting>> {
    let mut seen = tx
        .whole_company::<sighting::Entity>()
        .filter(sighting::Column::AccountId.eq(account.id))
        .filter(sighting::Column::Id.ne(source))
        .order_by_desc(sighting::Column::At)
        .limit(MOST_SIGHTINGS);
    if let Some(decided) = place.and_then(|it| it.decided_at) {
        seen = seen.filter(sighting::Column::At.gt(decided));
    }
    Ok(seen.all(&**tx).await?.iter().map(sighting::Model::seen).collect())
}

async fn keep(tx: &Tx, account: &account::Model, seen: Sighting, source: FactId) -> Result<()> {
    let row = sighting::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(source),
        account_id: Set(account.id),
        person_id: Set(seen.person),
        at: Set(seen.at),
        lat: Set(seen.fix.lat),
        lon: Set(seen.fix.lon),
        accuracy_m: Set(seen.fix.accuracy_m),
    };
    let key = [sighting::Column::CompanyId, sighting::Column::Id];
    tx.put(row, OnConflict::columns(key).do_nothing().to_owned()).await
}

async fn propose(tx: &Tx, account: &account::Model, at: Point, radius_m: f64) -> Result<()> {
    tx.insert_all(vec![place::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        account_id: Set(account.id),
        lat: Set(at.lat),
        lon: Set(at.lon),
        radius_m: Set(radius_m),
        state: Set(PlaceState::Proposed),
        moved_lat: Set(None),
        moved_lon: Set(None),
        updated_at: Set(tx.now),
        decided_at: Set(None),
    }])
    .await
}

/// Coordinates as people paste them, to a hand's breadth.
pub fn shown(point: Point) -> String {
    format!("{:.6}, {:.6}", point.lat, point.lon)
}
