//! A secret becomes an [`Actor`].

use frame::app::Asking;
use frame::web::Presented;
use frame::web::request::Shown;
use frame::{Actor, Ctx, Error, Result, Via, secrets};
use kernel::access::Roles;
use kernel::{CompanyId, Instant, PersonId, TeamId, Zone};
use people::company::{self, Settings};
use people::person::{self, PersonStatus, Post};
use sea_orm::{
    ColumnTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait, Select,
};

use crate::rules::{Stay, unwritten};
use crate::{session, token};

/// Who shows this secret? Somebody who may come in, or nobody.
pub fn who<'a>(ctx: &'a Ctx, presented: &'a Presented) -> Asking<'a, Actor> {
    Box::pin(async move {
        let hash = secrets::hash(&presented.secret);
        let found = match presented.kind {
            Shown::Session => session(ctx, hash).await?,
            Shown::Token => token(ctx, hash).await?,
        };
        found.ok_or(Error::SignedOut)
    })
}

async fn session(ctx: &Ctx, hash: Vec<u8>) -> Result<Option<Actor>> {
    let sessions = ctx
        .whole_company::<session::Entity>()
        .filter(session::Column::Id.eq(hash.clone()))
        .filter(session::Column::ExpiresAt.gt(ctx.now))
        .join(JoinType::InnerJoin, session::Relation::Person.def());
    let found = known(sessions)
        .column_as(session::Column::SeenAt, "seen_at")
        .column_as(session::Column::Stay, "stay")
        .into_model::<KnownBySession>()
        .one(ctx)
        .await?;
    let found = found.filter(|it| it.stay.is_awake(it.seen_at, ctx.now));
    if found.as_ref().is_some_and(|it| unwritten(Some(it.seen_at), ctx.now)) {
        ctx.app.seen.note(ctx.actor.company, Shown::Session, hash);
    }
    Ok(found.map(|it| it.known.actor(ctx, Via::Session)))
}

async fn token(ctx: &Ctx, hash: Vec<u8>) -> Result<Option<Actor>> {
    let tokens = ctx
        .whole_company::<token::Entity>()
        .filter(token::Column::SecretHash.eq(hash.clone()))
        .filter(token::Column::ExpiresAt.gt(ctx.now))
        .filter(token::Column::RevokedAt.is_null())
        .join(JoinType::InnerJoin, token::Relation::Person.def());
    let found = known(tokens)
        .column_as(token::Column::UsedAt, "used_at")
        .into_model::<KnownByToken>()
        .one(ctx)
        .await?;
    if found.as_ref().is_some_and(|it| unwritten(it.used_at, ctx.now)) {
        ctx.app.seen.note(ctx.actor.company, Shown::Token, hash);
    }
    Ok(found.map(|it| it.known.actor(ctx, Via::Token)))
}

/// The actor of somebody who left a job: if they may still come in.
pub fn actor_of(ctx: &Ctx, person: PersonId) -> Asking<'_, Actor> {
    Box::pin(async move {
        let people = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
        let known = known(people).into_model::<Known>().one(ctx).await?.ok_or(Error::Denied)?;
        Ok(known.actor(ctx, Via::Job))
    })
}

/// What is asked of a person who may come in, in one question.
fn known<E: sea_orm::EntityTrait>(select: Select<E>) -> Select<E> {
    select
        .join(JoinType::InnerJoin, person::Relation::Company.def())
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .select_only()
        .column_as(person::Column::CompanyId, "company")
        .column_as(person::Column::Id, "person")
        .column_as(person::Column::Name, "name")
        .column_as(person::Column::Roles, "roles")
        .column_as(person::Column::TeamId, "team")
        .column_as(person::Column::Zone, "own_zone")
        .column_as(company::Column::Name, "company_name")
        .column_as(company::Column::Zone, "zone")
        .column_as(company::Column::Settings, "settings")
}

#[derive(FromQueryResult)]
struct Known {
    company: CompanyId,
    person: PersonId,
    name: String,
    roles: Roles,
    team: Option<TeamId>,
    own_zone: Option<Zone>,
    company_name: String,
    zone: Zone,
    settings: String,
}

#[derive(FromQueryResult)]
struct KnownBySession {
    #[sea_orm(nested)]
    known: Known,
    seen_at: Instant,
    stay: Stay,
}

#[derive(FromQueryResult)]
struct KnownByToken {
    #[sea_orm(nested)]
    known: Known,
    used_at: Option<Instant>,
}

impl Known {
    /// The actor; what rules will ask about them and their company is remembered with them.
    fn actor(self, ctx: &Ctx, via: Via) -> Actor {
        let zone = self.own_zone.unwrap_or_else(|| self.zone.clone());
        ctx.remember(Post { person: self.person, team: self.team, zone });
        let settings = Settings::read(&self.settings);
        ctx.remember(company::Known { zone: self.zone.clone(), settings });
        Actor {
            company: self.company,
            company_name: self.company_name,
            zone: self.zone,
            person: self.person,
            name: self.name,
            team: self.team,
            roles: self.roles.0,
            via,
        }
    }
}
