//! Clients that ask as fast as they are answered, and phones that ask when their moment comes.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use futures_util::future::join_all;

use crate::client::{Answer, Client};

/// What was seen from outside.
#[derive(Default)]
pub struct Seen {
    pub took: Vec<Duration>,
    /// Answers that were not what was asked for, and connections that broke.
    pub errors: usize,
    /// The first of them, for whoever asks why.
    pub first_error: Option<String>,
    pub lasted: Duration,
}

impl Seen {
    pub fn per_second(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let count = self.took.len() as f64;
        count / self.lasted.as_secs_f64().max(f64::EPSILON)
    }

    /// The time within which this share was answered, in milliseconds.
    pub fn percentile_ms(&self, percent: usize) -> f64 {
        let mut took = self.took.clone();
        took.sort_unstable();
        let at = (took.len() * percent / 100).min(took.len().saturating_sub(1));
        took.get(at).map_or(0.0, |it| it.as_secs_f64() * 1_000.0)
    }
}

/// So many clients on connections of their own; `next` makes each request, `check` says what is
/// wrong with an answer.
pub async fn closed(
    address: SocketAddr,
    clients: usize,
    lasting: Duration,
    mut next: impl FnMut() -> Option<Vec<u8>>,
    check: impl Fn(&Answer) -> Result<(), String>,
) -> Result<Seen> {
    let seen = RefCell::new(Seen::default());
    let next = RefCell::new(&mut next);
    let began = Instant::now();
    let one = async || -> Result<()> {
        let mut client = Client::connect(address).await?;
        while began.elapsed() < lasting {
            let request = (next.borrow_mut())();
            let Some(request) = request else { return Ok(()) };
            let asked = Instant::now();
            let answer = client.ask(&request).await?;
            let took = asked.elapsed();
            note(&mut seen.borrow_mut(), took, check(&answer));
        }
        Ok(())
    };
    for outcome in join_all((0..clients).map(|_| one())).await {
        outcome?;
    }
    let mut seen = seen.into_inner();
    seen.lasted = began.elapsed();
    if seen.took.is_empty() {
        bail!("nothing was answered");
    }
    Ok(seen)
}

/// Each request at its moment on a connection of its own, whether or not those before it have
/// been answered: nobody at a gate waits for the others to be let in. Also answers how many were
/// under way at the most.
pub async fn open(
    address: SocketAddr,
    every: Duration,
    requests: Vec<Vec<u8>>,
    check: impl Fn(&Answer) -> Result<(), String>,
) -> (Seen, usize) {
    let seen = RefCell::new(Seen::default());
    let (under_way, most) = (Cell::new(0_usize), Cell::new(0_usize));
    let began = tokio::time::Instant::now();
    let one = async |number: usize, request: Vec<u8>| {
        let due = began + every * u32::try_from(number).unwrap_or(u32::MAX);
        tokio::time::sleep_until(due).await;
        under_way.set(under_way.get() + 1);
        most.set(most.get().max(under_way.get()));
        let outcome = async { Client::connect(address).await?.ask(&request).await }.await;
        under_way.set(under_way.get() - 1);
        // From the moment at which it should have left, so that no queue of ours hides.
        let outcome = outcome.map_err(|it| it.to_string()).and_then(|it| check(&it));
        note(&mut seen.borrow_mut(), due.elapsed(), outcome);
    };
    let all = requests.into_iter().enumerate().map(|(number, request)| one(number, request));
    join_all(all).await;
    let mut seen = seen.into_inner();
    seen.lasted = began.elapsed();
    (seen, most.get())
}

fn note(seen: &mut Seen, took: Duration, outcome: Result<(), String>) {
    seen.took.push(took);
    if let Err(why) = outcome {
        seen.errors += 1;
        seen.first_error.get_or_insert(why);
    }
}

/// The answer is there and says so.
pub fn fine(answer: &Answer) -> Result<(), String> {
    if answer.status == 200 {
        return Ok(());
    }
    // A problem says what is wrong; a page would only fill the table.
    let said = if answer.body.first() == Some(&b'{') { answer.body.as_slice() } else { &[] };
    Err(format!("{} {}", answer.status, String::from_utf8_lossy(said)))
}
