//! A batch's signature, and the places of its events in the phone's chain.

use std::collections::HashMap;

use evidence::fact::DeviceId;
use evidence::{Proof, phone_key};
use frame::{Ctx, Result, secrets};
use kernel::evidence::chain::{Claim, KeyStanding, Link, Signature};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::event::EventIn;

/// What is signed begins with this, so that no other signature of the key can be taken for it.
const SIGNED: &str = "jembatan field events 1\n";
const PURPOSE: &str = "field.passed";
/// Enough of a signature that nobody guesses one.
const MARK: usize = 16;
/// Refusals that a phone may still remember when it goes on.
const MOST_PASSED: usize = 64;

/// How a phone signs a batch. A phone whose browser has no keys sends none.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChainIn {
    pub device: DeviceId,
    /// The public key: a point of P-256, uncompressed, in base64url.
    pub key: String,
    /// ECDSA with SHA-256 over a line that says what this is and the SHA-256 of each event, each
    /// on a line, in base64url: the two numbers of 32 bytes each.
    pub signature: String,
    /// What the server said of events that it refused, for those that follow them.
    #[serde(default)]
    pub passed: Vec<String>,
}

/// What is known of a whole batch.
pub struct BatchProof {
    signature: Signature,
    key: KeyStanding,
    /// Events that came along or were refused before, by their numbers.
    links: HashMap<i64, Vec<u8>>,
}

/// The SHA-256 of an event, byte for byte as it was sent.
pub fn hash(event: &RawValue) -> Vec<u8> {
    secrets::hash(event.get().as_bytes())
}

impl BatchProof {
    /// Looks at a batch, and remembers a key that signs for the first time. Holds no connection
    /// when it answers: whoever goes on needs one, and two for each request run out.
    pub async fn of(
        ctx: &mut Ctx,
        chain: Option<&ChainIn>,
        events: &[Box<RawValue>],
    ) -> Result<Self> {
        let hashes: Vec<Vec<u8>> = events.iter().map(|it| hash(it)).collect();
        let Some(chain) = chain else {
            let device = events.iter().find_map(|it| Placed::of(it)).map(|it| it.device);
            let known = match device {
                Some(device) => phone_key::of_mine(ctx, device).await?,
                None => Vec::new(),
            };
            ctx.loosen();
            let key = phone_key::standing(&known, None);
            return Ok(Self { signature: Signature::None, key, links: HashMap::new() });
        };
        let key = secrets::from_text(&chain.key).unwrap_or_default();
        let signed = secrets::from_text(&chain.signature).unwrap_or_default();
        if !secrets::is_signed(&key, message(&hashes).as_bytes(), &signed) {
            let (signature, key) = (Signature::Wrong, KeyStanding::Known);
            return Ok(Self { signature, key, links: HashMap::new() });
        }
        let known = phone_key::of_mine(ctx, chain.device).await?;
        ctx.loosen();
        let standing = phone_key::standing(&known, Some(&key));
        if standing != KeyStanding::Known {
            let tx = ctx.again().begin().await?;
            phone_key::register(&tx, chain.device, key).await?;
            tx.commit().await?;
        }
        let passed = chain.passed.iter().take(MOST_PASSED);
        let passed = passed.filter_map(|it| read_passed(ctx, chain.device, it));
        let along = events.iter().zip(hashes).filter_map(|(event, hash)| {
            let placed = Placed::of(event)?;
            (placed.device == chain.device).then_some((placed.seq, hash))
        });
        let links = passed.map(|it| (it.seq, it.hash)).chain(along).collect();
        Ok(Self { signature: Signature::Good, key: standing, links })
    }

    /// What the batch says of the place of one of its events.
    pub fn of_event(&self, event: &EventIn) -> Proof {
        let before = event.seq.checked_sub(1);
        let before = before.and_then(|seq| Some(Link { seq, hash: self.links.get(&seq)?.clone() }));
        let claim = Claim {
            signature: self.signature,
            key: self.key,
            seq: event.seq,
            previous: event.previous.as_deref().and_then(secrets::from_hex),
        };
        Proof { claim, passed: before }
    }
}

/// Where an event stands, also of one that cannot be read whole.
#[derive(Deserialize)]
struct Placed {
    device: DeviceId,
    seq: i64,
}

impl Placed {
    fn of(event: &RawValue) -> Option<Self> {
        serde_json::from_str(event.get()).ok()
    }
}

fn message(hashes: &[Vec<u8>]) -> String {
    let lines = hashes.iter().map(|it| format!("{}\n", secrets::hex(it)));
    std::iter::once(SIGNED.to_owned()).chain(lines).collect()
}

/// The server's word that it has seen this event and refused it: nothing else would tell that
/// the next one does not follow a gap.
pub fn passed(ctx: &Ctx, event: &EventIn, hash: &[u8]) -> String {
    let link = [event.seq.to_be_bytes().as_slice(), hash].concat();
    let mark = ctx.app.secrets.sign(PURPOSE, &marked(ctx, event.device, &link));
    secrets::to_text(&[link.as_slice(), &mark[..MARK]].concat())
}

fn read_passed(ctx: &Ctx, device: DeviceId, text: &str) -> Option<Link> {
    let text = secrets::from_text(text)?;
    let (link, mark) = text.split_at_checked(8 + 32)?;
    let expected = ctx.app.secrets.sign(PURPOSE, &marked(ctx, device, link));
    // Both sides are fixed in length; the comparison does not stop early.
    let same =
        mark.len() == MARK && mark.iter().zip(expected).fold(0, |all, (a, b)| all | (a ^ b)) == 0;
    let (seq, hash) = link.split_at_checked(8)?;
    let seq = i64::from_be_bytes(seq.try_into().ok()?);
    same.then(|| Link { seq, hash: hash.to_vec() })
}

fn marked(ctx: &Ctx, device: DeviceId, link: &[u8]) -> Vec<u8> {
    [ctx.actor.person.0.as_bytes().as_slice(), device.0.as_bytes(), link].concat()
}
