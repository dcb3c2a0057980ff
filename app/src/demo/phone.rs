//! A made-up phone: it says what somebody did, and when the server heard of it.

use accounts::{AccountId, account, place};
use evidence::fact::DeviceId;
use evidence::{FactKind, Incoming};
use frame::{Actor, App, Ctx, Tx};
use kernel::evidence::time::TokenTime;
use kernel::geo::{Fix, Point};
use kernel::{CompanyId, FactId, Instant, PersonId, Zone};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use visits::{Arriving, Leave, NewVisit, NotMade, VisitId};

/// Where somebody stands who looks for a door that nobody has found yet.
const SOMEWHERE: Point = Point { lat: -6.26, lon: 106.81 };
/// One degree of latitude.
const METRES: f64 = 111_195.0;

/// Somebody's phone.
pub struct Phone {
    app: App,
    actor: Actor,
    device: DeviceId,
    said: i64,
    /// The clients of its owner, in a settled order, each with its door.
    pub clients: Vec<(AccountId, Point)>,
}

/// When something was done, and how well that is known.
#[derive(Clone, Copy)]
pub struct When {
    pub at: Instant,
    /// When the server heard of it.
    pub heard: Instant,
}

impl When {
    /// There was signal.
    pub const fn live(at: Instant) -> Self {
        Self { at, heard: at }
    }
}

impl Phone {
    pub async fn of(app: &App, company: CompanyId, person: PersonId) -> anyhow::Result<Self> {
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, person).await?;
        let mine = account::shown(&ctx)
            .filter(account::Column::OwnerId.eq(person))
            .order_by_asc(account::Column::Id)
            .all(&ctx)
            .await?;
        let mut clients = Vec::with_capacity(mine.len());
        for account in mine {
            let door = place::of(&ctx, account.id).await?.map_or(SOMEWHERE, |it| it.point());
            clients.push((account.id, door));
        }
        let device = DeviceId(person.0);
        Ok(Self { app: app.clone(), actor, device, said: 0, clients })
    }

    async fn begin(&self, now: Instant) -> anyhow::Result<Tx> {
        Ok(Ctx::new(self.app.clone(), self.actor.clone(), now).begin().await?)
    }

    /// What it says, standing so many metres from a door.
    fn say(&mut self, tx: &Tx, when: When, door: Option<(Point, f64)>) -> Incoming {
        self.said += 1;
        let id: FactId = tx.id();
        // No two fixes are alike, and none is exact.
        let wobble = f64::from(u16::from_be_bytes([id.0.as_bytes()[14], id.0.as_bytes()[15]]) % 90);
        let fix = door.map(|(door, metres)| Fix {
            lat: door.lat + (metres + wobble / 4.0) / METRES,
            lon: door.lon + wobble / 3.0 / METRES,
            accuracy_m: 8.0 + wobble / 5.0,
            altitude_m: Some(18.0 + wobble / 7.0),
            age_ms: Some(400),
        });
        let before = when.at.plus_minutes(-4);
        let millis = when.at.millis() - before.millis();
        Incoming {
            id,
            device: self.device,
            seq: self.said,
            kind: FactKind::Note,
            claimed_at: when.at,
            zone: Zone::jakarta(),
            token: Some(TokenTime(before)),
            since_token_ms: Some(millis),
            fix,
            fix_error: None,
            fixes: Vec::new(),
            photos: Vec::new(),
            photo_error: None,
            payload: "{}".to_owned(),
            body_hash: id.0.as_bytes().to_vec(),
            proof: None,
        }
    }

    pub async fn clock_in(&mut self, when: When) -> anyhow::Result<()> {
        let tx = self.begin(when.heard).await?;
        let said = self.say(&tx, when, None);
        attendance::clock_in(&tx, said).await?;
        Ok(tx.commit().await?)
    }

    pub async fn clock_out(&mut self, when: When) -> anyhow::Result<()> {
        let tx = self.begin(when.heard).await?;
        let said = self.say(&tx, when, None);
        attendance::clock_out(&tx, said).await?;
        Ok(tx.commit().await?)
    }

    /// Plans a day, in this order.
    pub async fn plan(
        &mut self,
        at: Instant,
        day: kernel::Day,
        turns: &[(usize, &str)],
    ) -> anyhow::Result<Vec<(VisitId, usize)>> {
        let tx = self.begin(at).await?;
        let mut planned = Vec::with_capacity(turns.len());
        for (client, time) in turns {
            let Some((account, _)) = self.clients.get(*client) else { continue };
            let new = NewVisit {
                id: None,
                owner: self.actor.person,
                account: *account,
                day,
                time: (!time.is_empty()).then(|| (*time).to_owned()),
                said_on: at.day(&Zone::jakarta()),
                rescheduled_from: None,
            };
            planned.push((visits::plan_visit(&tx, new).await?.id, *client));
        }
        tx.commit().await?;
        Ok(planned)
    }

    /// Checks in at a client, so many metres from its door; without a plan it is a new visit.
    pub async fn check_in(
        &mut self,
        when: When,
        visit: Option<VisitId>,
        client: usize,
        metres: f64,
    ) -> anyhow::Result<VisitId> {
        let tx = self.begin(when.heard).await?;
        let visit_id = visit.unwrap_or_else(|| tx.id());
        let Some(&(account_id, door)) = self.clients.get(client) else { return Ok(visit_id) };
        let said = self.say(&tx, when, Some((door, metres)));
        visits::check_in(&tx, said, Arriving { visit_id, account_id }).await?;
        tx.commit().await?;
        Ok(visit_id)
    }

    pub async fn check_out(
        &mut self,
        when: When,
        visit_id: VisitId,
        client: usize,
        (outcome, note): (&str, Option<&str>),
    ) -> anyhow::Result<()> {
        let tx = self.begin(when.heard).await?;
        let Some(&(_, door)) = self.clients.get(client) else { return Ok(()) };
        let said = self.say(&tx, when, Some((door, 10.0)));
        let leave = Leave {
            visit_id,
            outcome: outcome.to_owned(),
            note: note.map(str::to_owned),
            next_step: None,
        };
        visits::check_out(&tx, said, leave).await?;
        Ok(tx.commit().await?)
    }

    pub async fn skip(
        &mut self,
        when: When,
        visit_id: VisitId,
        reason: &str,
    ) -> anyhow::Result<()> {
        let tx = self.begin(when.heard).await?;
        let said = self.say(&tx, when, None);
        let reason = reason.to_owned();
        let not_made = NotMade { visit_id, reason, note: None, reschedule_to: None };
        visits::skip_visit(&tx, said, not_made).await?;
        Ok(tx.commit().await?)
    }
}
