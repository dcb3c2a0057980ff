//! What is odd about a fact, seen beside those around it.

use frame::{Result, Tx};
use kernel::evidence::signals::{Circumstances, DeviceUse, PhotoUse, SignalPolicy, Trace, signals};
use kernel::evidence::{Signal, TimeVerdict};
use kernel::geo::Fix;
use kernel::{FactId, Instant, PersonId, Zone};
use sea_orm::{ColumnTrait, DerivePartialModel, QueryFilter, QueryOrder, QuerySelect};

use crate::fact::{self, DeviceId};
use crate::fact_photo;
use crate::keep::Incoming;

/// How many of somebody's last facts are looked at.
const AROUND: u64 = 40;

/// As much of a fact as those that come after it are compared with: a fact is long, and many are
/// looked at.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "fact::Entity")]
struct Near {
    id: FactId,
    owner_id: PersonId,
    device_id: DeviceId,
    recorded_at: Instant,
    zone: Zone,
    lat: Option<f64>,
    lon: Option<f64>,
    accuracy_m: Option<f64>,
    altitude_m: Option<f64>,
}

impl Near {
    fn fix(&self) -> Option<Fix> {
        Some(Fix {
            lat: self.lat?,
            lon: self.lon?,
            accuracy_m: self.accuracy_m?,
            altitude_m: self.altitude_m,
            age_ms: None,
        })
    }
}

/// What is odd about this fact.
pub async fn odd(
    tx: &Tx,
    incoming: &Incoming,
    time: &TimeVerdict,
    lacks_photo: bool,
    policy: &SignalPolicy,
) -> Result<Vec<Signal>> {
    let person = tx.actor.person;
    let around = tx
        .whole_company::<fact::Entity>()
        .filter(fact::Column::OwnerId.eq(person))
        .order_by_desc(fact::Column::RecordedAt)
        .limit(AROUND)
        .into_partial_model::<Near>()
        .all(&**tx)
        .await?;
    let others = tx
        .whole_company::<fact::Entity>()
        .filter(fact::Column::DeviceId.eq(incoming.device))
        .filter(fact::Column::OwnerId.ne(person))
        .order_by_desc(fact::Column::RecordedAt)
        .limit(3)
        .into_partial_model::<Near>()
        .all(&**tx)
        .await?;
    let photos = reused(tx, incoming).await?;

    let trace = |fact: &Near| Trace {
        fact: fact.id,
        at: fact.recorded_at,
        day: fact.recorded_at.day(&fact.zone),
        fix: fact.fix(),
    };
    let used = |fact: &Near| DeviceUse { person: fact.owner_id, at: fact.recorded_at };
    let mine = around.iter().filter(|it| it.device_id == incoming.device).map(used);
    let device: Vec<_> = others.iter().map(used).chain(mine).collect();
    let has_other_device = around.iter().any(|it| it.device_id != incoming.device);
    let around: Vec<_> = around.iter().map(trace).collect();
    let known = Circumstances {
        person,
        this: Trace {
            fact: incoming.id,
            at: time.recorded_at,
            day: time.recorded_at.day(&incoming.zone),
            fix: incoming.fix,
        },
        samples: &incoming.fixes,
        around: &around,
        device: &device,
        has_other_device,
        photos: &photos,
        lacks_photo,
        photo_error: incoming.photo_error,
        clock_off_s: time.clock_off_s,
    };
    Ok(signals(known, policy))
}

/// Other facts that came with the same photo.
async fn reused(tx: &Tx, incoming: &Incoming) -> Result<Vec<PhotoUse>> {
    let mut found = Vec::new();
    if incoming.photos.is_empty() {
        return Ok(found);
    }
    let earlier = tx
        .whole_company::<fact_photo::Entity>()
        .filter(fact_photo::Column::Sha256.is_in(&incoming.photos))
        .find_also_related(fact::Entity)
        .limit(10)
        .all(&**tx)
        .await?;
    found.extend(earlier.into_iter().filter_map(|(_, fact)| {
        let fact = fact?;
        Some(PhotoUse { fact: fact.id, person: fact.owner_id, at: fact.recorded_at })
    }));
    Ok(found)
}
