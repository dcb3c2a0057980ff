//! What every request shares.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kernel::{CompanyId, Instant, PersonId};
use tokio::sync::broadcast;

use crate::ctx::{Actor, Ctx};
use crate::db::Db;
use crate::error::Result;
use crate::files::Room;
use crate::follows::Follows;
use crate::jobs::{Every, Kind};
use crate::limits::Limits;
use crate::mail::Mailer;
use crate::metrics::Metrics;
use crate::search::Searched;
use crate::secrets::Secrets;
use crate::seen::Seen;
use crate::stream::{Reader, Teller, Unplaced, Woken};
use crate::web::Presented;
use crate::web::list::Listed;
use crate::web::panel::Panel;
use crate::web::shell::{GroupOf, PlaceOf, TabOf};
use crate::web::tiles::Tiles;

/// The running program. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Made>);

/// What [`App`] is made of; the program's own lists and settings fill it.
pub struct Made {
    pub db: Db,
    pub clock: Clock,
    pub secrets: Secrets,
    /// Where photos and other files are kept.
    pub files: PathBuf,
    /// How much people may attach.
    pub room: Room,
    /// What maps are made of, if the operator has any.
    pub tiles: Option<Tiles>,
    /// The address under which people reach this installation, without a slash at the end.
    pub origin: String,
    /// Proxies in front of us that tell the truth in `X-Forwarded-For`.
    pub proxies: u8,
    pub mailer: Option<Mailer>,
    pub limits: Limits,
    /// Sessions and tokens in use, until that is written down.
    pub seen: Seen,
    pub metrics: Metrics,
    /// Told after each commit that recorded something.
    pub wake: broadcast::Sender<Woken>,
    /// Rung when a job may be due.
    pub jobs_due: tokio::sync::Notify,
    pub jobs: Vec<&'static [Kind]>,
    /// What comes round by itself.
    pub every: Vec<Every>,
    /// The places of the left column.
    pub places: &'static [PlaceOf],
    /// Which of them belong together.
    pub groups: &'static [GroupOf],
    /// The pages of the settings.
    pub tabs: &'static [TabOf],
    /// What capabilities show on the pages of records that know nothing of them.
    pub panels: Vec<&'static Panel>,
    /// How each capability tells what happened, in words.
    pub tellers: Vec<Teller>,
    /// What follows elsewhere from what happened, in the order of the capabilities.
    pub readers: Vec<&'static [Reader]>,
    /// The lists of which questions are kept.
    pub lists: Vec<Listed>,
    /// What refers to records that know nothing of it.
    pub follows: Vec<&'static [Follows]>,
    /// What the search finds, in the order in which it is shown.
    pub searched: Vec<&'static [Searched]>,
    /// The address of an asset by its plain name.
    pub asset: fn(&'static str) -> &'static str,
    /// Who is asking. `identity` knows how to tell; the frame only asks.
    pub who: for<'a> fn(&'a Ctx, &'a Presented) -> Asking<'a, Actor>,
    /// The actor of a stored job.
    pub actor_of: for<'a> fn(&'a Ctx, PersonId) -> Asking<'a, Actor>,
}

pub type Asking<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

impl App {
    pub fn new(parts: Made) -> Self {
        Self(Arc::new(parts))
    }

    /// The present, by the one clock.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// Acts for a company as a whole: the shell, imports, scheduled work.
    pub fn company(&self, company: CompanyId) -> Ctx {
        Ctx::new(self.clone(), Actor::company(company), self.now())
    }
}

impl std::ops::Deref for App {
    type Target = Made;

    fn deref(&self) -> &Made {
        &self.0
    }
}

/// The one clock.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Shows what it was set to, for tests and for made-up days.
    Set(Arc<AtomicI64>),
}

impl Clock {
    pub fn set_to(moment: Instant) -> Self {
        Self::Set(Arc::new(AtomicI64::new(moment.0)))
    }

    #[expect(clippy::disallowed_methods, reason = "everyone else reads `ctx.now`")]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                let micros = since.map_or(0, |it| it.as_micros());
                Instant(i64::try_from(micros).unwrap_or(i64::MAX))
            }
            Self::Set(moment) => Instant(moment.load(Ordering::SeqCst)),
        }
    }

    /// Turns a clock that can be set; the system's cannot.
    pub fn turn(&self, to: Instant) {
        if let Self::Set(moment) = self {
            moment.store(to.0, Ordering::SeqCst);
        }
    }
}

/// What is ready has room for a photo.
const ROOM_TO_BE_READY: usize = 256 * 1024;

/// Can something be committed, and a file be written, now?
pub async fn ready(app: &App) -> Result<()> {
    match &app.db {
        Db::Sqlite(sqlite) => drop(Db::turn(sqlite).await?.commit(Unplaced::default()).await?),
        Db::Postgres(pool) => pool.ping().await?,
    }
    tokio::fs::create_dir_all(&app.files).await?;
    // An empty commit and a file of one block pass on a disk that is full.
    let probe = app.files.join(".ready");
    tokio::fs::write(&probe, vec![0; ROOM_TO_BE_READY]).await?;
    match tokio::fs::remove_file(&probe).await {
        // Somebody else asked at the same moment.
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}
