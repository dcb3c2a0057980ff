//! Several processes on one PostgreSQL: what one commits wakes those who watch at another.
//!
//! A wake-up is sent after the commit and apart from it, since PostgreSQL lets transactions that
//! notify commit one at a time only. One that is lost costs nothing: whoever is woken reads from
//! where they were, and whenever some may have been missed everybody is told to look again.

use std::collections::BTreeSet;
use std::time::Duration;

use kernel::{CompanyId, PersonId};
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};
use uuid::Uuid;

use super::Woken;
use crate::app::App;
use crate::db::Db;
use crate::error::Result;
use crate::secrets;

const CHANNEL: &str = "jembatan_wake";
/// What happens within so long is sent together.
const CALM: Duration = Duration::from_millis(100);
/// Whom one message may name: 120 of them stay below the 8,000 bytes that PostgreSQL carries.
const MOST_IN_A_MESSAGE: usize = 110;
/// Who is not named by then is found by looking at everything.
const MOST_WAITING: usize = 4_000;
/// After a silence of so long the listener says something itself, to learn whether it still hears.
const SILENCE: Duration = Duration::from_secs(45);
const SHORTEST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Keeps in touch with the other processes on this database until told to stop; returns at once
/// where there are none.
pub async fn with_neighbours(app: App, stop: watch::Receiver<bool>) {
    let Db::Postgres(pool) = &app.db else { return };
    // What we send comes back to us, too; by this name it is known.
    let name = secrets::hex(secrets::fresh().get(..8).unwrap_or_default());
    tokio::join!(tell(&app, pool, &name, stop.clone()), hear(&app, pool, &name, stop));
}

/// Tells the others whom this process has woken.
async fn tell(app: &App, pool: &DatabaseConnection, name: &str, mut stop: watch::Receiver<bool>) {
    let mut woken = app.wake.subscribe();
    let mut news = News::default();
    while !*stop.borrow() {
        let first = tokio::select! {
            first = woken.recv() => first,
            _ = stop.changed() => break,
        };
        news.add(&first);
        let until = Instant::now() + CALM;
        while let Ok(more) = timeout_at(until, woken.recv()).await {
            if matches!(more, Err(RecvError::Closed)) {
                return;
            }
            news.add(&more);
        }
        if let Err(error) = send(pool, name, &news).await {
            // They hear of it with what happens next; whoever has lost the database looks again
            // by themselves when it is back.
            tracing::warn!(%error, "other processes could not be woken");
            continue;
        }
        news = News::default();
    }
}

#[expect(clippy::disallowed_methods, reason = "a notification is no record")]
async fn send(pool: &DatabaseConnection, name: &str, news: &News) -> Result<()> {
    for message in news.messages(name) {
        let sql = "select pg_notify($1, $2)";
        let values = [CHANNEL.into(), message.into()];
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
        pool.execute_raw(notify).await?;
    }
    Ok(())
}

/// Wakes those who watch here when another process says so, for as long as the database is there,
/// and again when it is back.
async fn hear(app: &App, pool: &DatabaseConnection, name: &str, mut stop: watch::Receiver<bool>) {
    let mut pause = SHORTEST_PAUSE;
    while !*stop.borrow() {
        let began = Instant::now();
        let ended = tokio::select! {
            ended = listen(app, pool, name) => ended,
            _ = stop.changed() => return,
        };
        let Err(error) = ended;
        tracing::warn!(%error, "other processes cannot be heard; trying again");
        // A connection that held for a while has earned a quick second try.
        pause = if LONGEST_PAUSE < began.elapsed() { SHORTEST_PAUSE } else { pause };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => return,
        }
        pause = LONGEST_PAUSE.min(pause * 2);
    }
}

async fn listen(
    app: &App,
    pool: &DatabaseConnection,
    name: &str,
) -> anyhow::Result<std::convert::Infallible> {
    let mut listener = PgListener::connect_with(pool.get_postgres_connection_pool()).await?;
    listener.listen(CHANNEL).await?;
    // Nobody knows what was said before.
    let _ = app.wake.send(Woken::ANYTHING);
    let mut asked = false;
    loop {
        let Ok(heard) = timeout(SILENCE, listener.try_recv()).await else {
            if asked {
                anyhow::bail!("the listening connection is dead");
            }
            asked = true;
            send(pool, name, &News::default()).await?;
            continue;
        };
        asked = false;
        match heard? {
            Some(message) => wake(app, name, message.payload()),
            // The connection was lost and made anew; what was said meanwhile is gone.
            None => drop(app.wake.send(Woken::ANYTHING)),
        }
    }
}

fn wake(app: &App, name: &str, message: &str) {
    for woken in read(name, message) {
        // Nobody watching is fine.
        let _ = app.wake.send(woken);
    }
}

/// Whom to wake elsewhere.
#[derive(Debug, Default, PartialEq)]
struct News {
    named: BTreeSet<(CompanyId, Option<PersonId>)>,
    everybody: bool,
}

impl News {
    /// Takes in what this process has heard from itself.
    fn add(&mut self, heard: &std::result::Result<Woken, RecvError>) {
        match heard {
            Ok(woken) if woken.afar => {}
            Ok(Woken { company: Some(company), owner, .. }) if self.named.len() < MOST_WAITING => {
                self.named.insert((*company, *owner));
            }
            Ok(_) | Err(RecvError::Lagged(_)) => self.everybody = true,
            Err(RecvError::Closed) => {}
        }
    }

    /// `sender company:owner …`, or `sender *`; without news, the sender alone.
    fn messages(&self, name: &str) -> Vec<String> {
        if self.everybody {
            return vec![format!("{name} *")];
        }
        let short = |id: Uuid| id.simple().to_string();
        let named = self.named.iter().map(|(company, owner)| {
            let owner = owner.map(|it| short(it.0)).unwrap_or_default();
            format!(" {}:{owner}", short(company.0))
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            return vec![name.to_owned()];
        }
        named.chunks(MOST_IN_A_MESSAGE).map(|some| format!("{name}{}", some.concat())).collect()
    }
}

/// What a message means here: nothing when it is our own; when it cannot be read, look again.
fn read(name: &str, message: &str) -> Vec<Woken> {
    let mut parts = message.split(' ');
    if parts.next() == Some(name) {
        return Vec::new();
    }
    parts.map(|part| woken(part).unwrap_or(Woken::ANYTHING)).collect()
}

fn woken(part: &str) -> Option<Woken> {
    let (company, owner) = part.split_once(':')?;
    let company = Some(CompanyId(company.parse().ok()?));
    let owner = match owner {
        "" => None,
        owner => Some(PersonId(owner.parse().ok()?)),
    };
    Some(Woken { company, owner, afar: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(number: u128) -> (CompanyId, Option<PersonId>) {
        let owner = (!number.is_multiple_of(3)).then(|| PersonId(Uuid::from_u128(number)));
        (CompanyId(Uuid::from_u128(number % 7)), owner)
    }

    fn news(count: u128) -> News {
        let mut news = News::default();
        for (company, owner) in (0..count).map(ids) {
            news.add(&Ok(Woken::here(company, owner)));
        }
        news
    }

    #[test]
    fn what_is_told_is_what_is_heard() {
        let told = news(500);

        let messages = told.messages("one");

        assert!(messages.iter().all(|it| it.len() < 8_000), "PostgreSQL carries no more");
        let heard: BTreeSet<_> = messages
            .iter()
            .flat_map(|it| read("other", it))
            .filter_map(|it| it.company.map(|company| (company, it.owner)))
            .collect();
        assert_eq!(heard, told.named);
        assert!(messages.iter().all(|it| read("one", it).is_empty()), "nobody wakes themselves");
    }

    #[test]
    fn what_came_from_afar_is_not_sent_on() {
        let mut news = News::default();
        news.add(&Ok(Woken { afar: true, ..Woken::here(ids(1).0, None) }));
        news.add(&Ok(Woken::ANYTHING));

        assert_eq!(news, News::default());
        assert_eq!(read("other", "one"), [], "a sign of life wakes nobody");
    }

    #[test]
    fn what_cannot_be_told_apart_wakes_everybody() {
        let mut lagging = news(1);
        lagging.add(&Err(RecvError::Lagged(9)));

        for message in [&lagging.messages("one")[0], "one 12:x", "one ?"] {
            assert_eq!(read("other", message), [Woken::ANYTHING], "{message}");
        }
        let many = MOST_WAITING as u128 * 9;
        assert!(news(many).everybody);
    }
}
