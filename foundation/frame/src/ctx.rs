//! Who is acting, for which company, at what moment, on which connection.
//!
//! A function that takes [`&Ctx`](Ctx) only reads. A function that takes [`&Tx`](crate::Tx)
//! writes, and nothing it writes lasts until someone commits.

use std::sync::Arc;

use kernel::access::{Act, Area, Reach, Role, widest};
use kernel::{CompanyId, Instant, Lang, PersonId, TeamId, Zone};
use sea_orm::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, QueryResult, Select, Value};
use tokio::sync::OnceCell;

use crate::app::App;
use crate::connection::Connection;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::line;
use crate::memo::Memo;
use crate::web::Request;

/// The right to read for one actor at one moment.
pub struct Ctx {
    pub app: App,
    pub actor: Actor,
    pub now: Instant,
    /// What the browser or the program asked, and how it wants to be answered.
    pub request: Request,
    pub(crate) connection: Connection,
    pub(crate) memo: Memo,
    /// Of what is found in this area, only that which the actor may take out.
    pub(crate) takes_out: Option<Area>,
}

/// Somebody who acts.
#[derive(Clone, Debug)]
pub struct Actor {
    pub company: CompanyId,
    pub company_name: String,
    pub zone: Zone,
    pub person: PersonId,
    pub name: String,
    pub team: Option<TeamId>,
    pub roles: Vec<Role>,
    pub via: Via,
}

/// How an actor came to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// A person in a browser.
    Session,
    /// A program with a person's token.
    Token,
    /// A job that somebody left.
    Job,
    /// The company itself: the shell, scheduled work.
    Company,
    /// Nobody yet: while asking who it is.
    Nobody,
}

impl Via {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Token => "token",
            Self::Job => "job",
            Self::Company => "company",
            Self::Nobody => "nobody",
        }
    }
}

impl Actor {
    /// The company itself, which reaches all that is its own.
    pub fn company(company: CompanyId) -> Self {
        Self { via: Via::Company, ..Self::nobody(company) }
    }

    /// Somebody of this company who is not known yet, and reaches nothing.
    pub fn nobody(company: CompanyId) -> Self {
        Self {
            company,
            company_name: String::new(),
            zone: Zone::jakarta(),
            person: PersonId(Uuid::nil()),
            name: String::new(),
            team: None,
            roles: Vec::new(),
            via: Via::Nobody,
        }
    }

    /// How far this actor's roles reach, the widest of them.
    pub fn reach(&self, act: Act, area: Area) -> Reach {
        match self.via {
            Via::Company => Reach::Company,
            _ => widest(&self.roles, act, area),
        }
    }

    /// The person, unless the company itself acts.
    pub fn somebody(&self) -> Option<PersonId> {
        (!self.person.0.is_nil()).then_some(self.person)
    }
}

/// Whose records a condition is about.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    Person(CompanyId, PersonId),
    /// Everyone this manager answers for, themselves included.
    Line(CompanyId, PersonId),
}

impl Whose {
    /// This column holds one of those people.
    pub fn holds(self, column: impl ColumnTrait) -> Condition {
        Condition::all().add(match self {
            Self::Person(_, person) => column.eq(person),
            Self::Line(company, manager) => column.in_subquery(line::people_of(company, manager)),
        })
    }

    /// The company that they work for.
    pub const fn company(self) -> CompanyId {
        match self {
            Self::Person(company, _) | Self::Line(company, _) => company,
        }
    }
}

/// A record that belongs to one company and, within it, to people.
pub trait Owned: EntityTrait {
    type Id: Into<Value> + Send;
    const AREA: Area;

    fn id() -> Self::Column;
    fn company() -> Self::Column;

    /// Which of these records are theirs.
    fn owned_by(whose: Whose) -> Condition;
}

/// Declares whose a table's records are: `owned! { VisitId, Area::Visits, OwnerId }`, or
/// `owned! { ProductId, Area::Catalogue }` where they are the company's alone. A table whose key is
/// not called `Id` says how: `owned! { Day: Day, Area::Attendance, OwnerId }`.
#[macro_export]
macro_rules! owned {
    ($key:ident : $id:ty, $area:expr, $owner:ident) => {
        $crate::owned!(@ $key, $id, $area, |whose: $crate::Whose| whose.holds(Column::$owner));
    };
    ($key:ident : $id:ty, $area:expr) => {
        $crate::owned!(@ $key, $id, $area, |_: $crate::Whose| {
            sea_orm::Condition::all().add(sea_orm::sea_query::Expr::value(false))
        });
    };
    ($id:ty, $area:expr, $owner:ident) => {
        $crate::owned!(Id: $id, $area, $owner);
    };
    ($id:ty, $area:expr) => {
        $crate::owned!(Id: $id, $area);
    };
    (@ $key:ident, $id:ty, $area:expr, $owned_by:expr) => {
        impl $crate::Owned for Entity {
            type Id = $id;
            const AREA: kernel::access::Area = $area;

            fn id() -> Column {
                Column::$key
            }

            fn company() -> Column {
                Column::CompanyId
            }

            fn owned_by(whose: $crate::Whose) -> sea_orm::Condition {
                #[expect(clippy::redundant_closure_call, reason = "one shape for both kinds")]
                ($owned_by)(whose)
            }
        }
    };
}

impl Ctx {
    pub fn new(app: App, actor: Actor, now: Instant) -> Self {
        let connection = Connection::Lazy(OnceCell::new());
        let (request, memo) = (Request::none(), Memo::default());
        Self { app, actor, now, request, connection, memo, takes_out: None }
    }

    /// For the one question of who is asking: on SQLite it needs no snapshot around it, which
    /// would cost more than the question. On PostgreSQL the fence is part of the transaction, and
    /// the request goes on within it.
    pub(crate) fn asking(app: App, company: CompanyId, now: Instant) -> Self {
        let mut ctx = Self::new(app, Actor::nobody(company), now);
        if let Db::Sqlite(_) = ctx.app.db {
            ctx.connection = Connection::Loose;
        }
        ctx
    }

    /// Whoever asked is this one, and goes on.
    pub(crate) fn answered(&mut self, actor: Actor) {
        self.actor = actor;
        if let Connection::Loose = self.connection {
            self.connection = Connection::Lazy(OnceCell::new());
        }
    }

    pub fn lang(&self) -> Lang {
        self.request.lang
    }

    /// The records of this kind that the actor may view; in an area from which they take a list
    /// out, those that they may take out.
    pub fn find<E: Owned>(&self) -> Select<E> {
        let act = if self.takes_out == Some(E::AREA) { Act::Export } else { Act::View };
        self.find_to::<E>(act)
    }

    /// From here on what is found in this area is what the actor may take out of it: whoever sees
    /// the whole company's and may export a team's takes out the team's. All that it asks from
    /// here on sees one moment, on both engines.
    pub fn taking_out(self, area: Area) -> Result<Self> {
        if !self.may(Act::Export, area) {
            return Err(Error::Denied);
        }
        let connection = Connection::Lazy(OnceCell::new());
        Ok(Self { takes_out: Some(area), connection, memo: self.memo.next(), ..self })
    }

    /// The records of this kind that the actor may do this to.
    pub fn find_to<E: Owned>(&self, act: Act) -> Select<E> {
        self.whole_company::<E>().filter(self.within::<E>(act))
    }

    /// The records of this kind, whoever asks: for rules that must look at all of them. What is
    /// found so is never shown.
    #[expect(clippy::disallowed_methods, reason = "the one place where a query begins")]
    pub fn whole_company<E: Owned>(&self) -> Select<E> {
        E::find().filter(E::company().eq(self.actor.company))
    }

    /// The condition that keeps a query within the actor's reach.
    pub fn within<E: Owned>(&self, act: Act) -> Condition {
        let actor = &self.actor;
        match actor.reach(act, E::AREA) {
            Reach::Company => Condition::all(),
            Reach::Team => E::owned_by(Whose::Line(actor.company, actor.person)),
            Reach::Own => E::owned_by(Whose::Person(actor.company, actor.person)),
            Reach::Nobody => Condition::all().add(Expr::value(false)),
        }
    }

    /// One record, or [`Error::NotFound`]: what you may not see does not exist for you.
    pub async fn get<E: Owned>(&self, id: E::Id) -> Result<E::Model> {
        self.find::<E>().filter(E::id().eq(id)).one(self).await?.ok_or(Error::NotFound)
    }

    /// May the actor do this to the records of this person?
    pub async fn permit(&self, act: Act, area: Area, owner: PersonId) -> Result<()> {
        let actor = &self.actor;
        let allowed = match actor.reach(act, area) {
            Reach::Company => true,
            Reach::Own => actor.person == owner,
            Reach::Team => actor.person == owner || line::answers_for(self, owner).await?,
            Reach::Nobody => false,
        };
        if allowed { Ok(()) } else { Err(Error::Denied) }
    }

    /// May the actor do this in the whole company?
    pub fn permit_company(&self, act: Act, area: Area) -> Result<()> {
        match self.actor.reach(act, area) {
            Reach::Company => Ok(()),
            _ => Err(Error::Denied),
        }
    }

    /// May the actor do this at all, to anybody's records?
    pub fn may(&self, act: Act, area: Area) -> bool {
        Reach::Nobody < self.actor.reach(act, area)
    }

    /// Lets go of the connection and of what it saw; the next question sees the present.
    pub fn refresh(&mut self) {
        self.connection = Connection::Lazy(OnceCell::new());
        self.memo = self.memo.next();
        self.now = self.app.now();
    }

    /// As [`refresh`](Self::refresh), for whoever asks a question now and then and no page of
    /// them: each is asked by itself where the engine lets it.
    pub fn loosen(&mut self) {
        self.refresh();
        if let Db::Sqlite(_) = self.app.db {
            self.connection = Connection::Loose;
        }
    }

    /// The same actor and request, with a connection of its own and the present moment.
    pub fn again(&self) -> Self {
        let mut ctx = Self::new(self.app.clone(), self.actor.clone(), self.app.now());
        ctx.request = self.request.clone();
        ctx.memo = self.memo.next();
        ctx
    }

    /// Keeps, for the whole request, what was learned together with who is asking.
    pub fn remember<T: Send + Sync + 'static>(&self, value: T) {
        self.memo.remember(value);
    }

    /// What was learned with who is asking; none for whoever came without a request.
    pub fn remembered<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.memo.remembered()
    }

    /// Asks once: what has been loaded as this type stays known until the context is refreshed or
    /// begins to write. For what one operation asks again and again and does not change itself.
    pub async fn once<T>(&self, load: impl Future<Output = Result<T>>) -> Result<Arc<T>>
    where
        T: Send + Sync + 'static,
    {
        if let Some(known) = self.memo.get::<T>() {
            return Ok(known);
        }
        let loaded = Arc::new(load.await?);
        self.memo.keep(&loaded);
        Ok(loaded)
    }
}

impl Ctx {
    /// The rows that a hand-made select finds, for reports whose shape no entity has. The select
    /// must come from [`Ctx::find`] by `into_query`, or carry the company itself.
    #[expect(clippy::disallowed_methods, reason = "reports ask for shapes that no entity has")]
    pub async fn rows(&self, select: &SelectStatement) -> Result<Vec<QueryResult>> {
        Ok(self.query_all(select).await?)
    }
}
