//! What is odd about a fact, seen beside those around it.

use frame::{Ctx, Result, Tx};
use kernel::evidence::chain::{Link, Signature, judge};
use kernel::evidence::signals::{Circumstances, DeviceUse, PhotoUse, SignalPolicy, Trace, signals};
use kernel::evidence::{Signal, TimeVerdict};
use kernel::geo::Fix;
use kernel::{FactId, Instant, PersonId, Zone};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DerivePartialModel, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::fact::{self, DeviceId};
use crate::fact_photo;
use crate::keep::{Incoming, Proof};

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
    device_seq: i64,
    body_hash: Vec<u8>,
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
    let others = used_by_others(tx, incoming.device);
    let others = others.into_partial_model::<Near>().all(&**tx).await?;
    let photos = reused(tx, incoming).await?;
    let chain = match &incoming.proof {
        Some(proof) => out_of_place(tx, incoming, proof, &around).await?,
        None => Vec::new(),
    };

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
        chain: &chain,
    };
    Ok(signals(known, policy))
}

/// The last that others recorded on this phone.
///
/// Two ranges beside the person's own facts, which are many and none of them wanted. Found by the
/// phone and then sorted: an order that an index has would tempt SQLite to read everybody's facts,
/// the latest first, until three of this phone have come.
fn used_by_others(ctx: &Ctx, device: DeviceId) -> Select<fact::Entity> {
    let person = ctx.actor.person;
    ctx.whole_company::<fact::Entity>()
        .filter(fact::Column::DeviceId.eq(device))
        .filter(fact::Column::OwnerId.lt(person).or(fact::Column::OwnerId.gt(person)))
        .order_by_desc(Expr::col(fact::Column::RecordedAt).add(0))
        .limit(3)
}

/// What is odd about its place in the phone's chain.
async fn out_of_place(
    tx: &Tx,
    incoming: &Incoming,
    proof: &Proof,
    around: &[Near],
) -> Result<Vec<Signal>> {
    if proof.claim.signature != Signature::Good {
        return Ok(judge(&proof.claim, None, false));
    }
    let before = |it: &Near| Link { seq: it.device_seq, hash: it.body_hash.clone() };
    let (seq, device) = (incoming.seq, incoming.device);
    let here = around.iter().filter(|it| it.device_id == device);
    let is_taken = here.clone().any(|it| it.device_seq == seq);
    let near = here.filter(|it| it.device_seq < seq).max_by_key(|it| it.device_seq).map(before);
    let near = proof.passed.clone().into_iter().chain(near).max_by_key(|it| it.seq);
    if near.as_ref().is_some_and(|it| it.seq == seq - 1) || seq == 1 {
        return Ok(judge(&proof.claim, near.as_ref(), is_taken));
    }
    // It lies further back than what was looked at; or it is not there.
    let known = tx
        .whole_company::<fact::Entity>()
        .filter(fact::Column::OwnerId.eq(tx.actor.person))
        .filter(fact::Column::DeviceId.eq(device))
        .filter(fact::Column::DeviceSeq.lte(seq))
        .order_by_desc(fact::Column::DeviceSeq)
        .limit(2)
        .into_partial_model::<Near>()
        .all(&**tx)
        .await?;
    let is_taken = is_taken || known.iter().any(|it| it.device_seq == seq);
    let known = known.iter().find(|it| it.device_seq < seq).map(before);
    let known = known.into_iter().chain(near).max_by_key(|it| it.seq);
    Ok(judge(&proof.claim, known.as_ref(), is_taken))
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

#[cfg(test)]
mod tests {
    use testing::{AYU, World, id, plan};
    use utoipa_axum::router::OpenApiRouter;

    use super::*;

    #[tokio::test]
    async fn who_else_used_a_phone_is_found_by_the_phone() {
        let world = World::with(OpenApiRouter::new()).await;
        let ctx = world.ctx(AYU);

        let Some(plan) = plan(&ctx, &used_by_others(&ctx, DeviceId(id("phone")))).await else {
            return;
        };

        assert!(plan.contains("fact_device (company_id=? AND device_id=?"), "{plan}");
    }
}
