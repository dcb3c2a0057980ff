//! A secret becomes an [`Actor`].

use frame::app::Asking;
use frame::web::Presented;
use frame::web::request::Shown;
use frame::{Actor, Ctx, Error, Result, Via, secrets};
use kernel::access::Roles;
use kernel::{CompanyId, PersonId, TeamId, Zone};
use people::company;
use people::person::{self, PersonStatus};
use sea_orm::{
    ColumnTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait, Select,
};

use crate::{session, token};

/// Who shows this secret? Somebody who may come in, or nobody.
pub fn who<'a>(ctx: &'a Ctx, presented: &'a Presented) -> Asking<'a, Actor> {
    Box::pin(async move {
        let hash = secrets::hash(&presented.secret);
        let (found, via) = match presented.kind {
            Shown::Session => {
                let sessions = ctx
                    .whole_company::<session::Entity>()
                    .filter(session::Column::Id.eq(hash))
                    .filter(session::Column::ExpiresAt.gt(ctx.now))
                    .join(JoinType::InnerJoin, session::Relation::Person.def());
                (known(sessions).into_model::<Known>().one(ctx).await?, Via::Session)
            }
            Shown::Token => {
                let tokens = ctx
                    .whole_company::<token::Entity>()
                    .filter(token::Column::SecretHash.eq(hash))
                    .filter(token::Column::ExpiresAt.gt(ctx.now))
                    .filter(token::Column::RevokedAt.is_null())
                    .join(JoinType::InnerJoin, token::Relation::Person.def());
                (known(tokens).into_model::<Known>().one(ctx).await?, Via::Token)
            }
        };
        Ok(found.ok_or(Error::SignedOut)?.actor(via))
    })
}

/// The actor of somebody who left a job: if they may still come in.
pub fn actor_of(ctx: &Ctx, person: PersonId) -> Asking<'_, Actor> {
    Box::pin(async move {
        let people = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
        let known = known(people).into_model::<Known>().one(ctx).await?.ok_or(Error::Denied)?;
        Ok(known.actor(Via::Job))
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
        .column_as(company::Column::Name, "company_name")
        .column_as(company::Column::Zone, "zone")
}

#[derive(FromQueryResult)]
struct Known {
    company: CompanyId,
    person: PersonId,
    name: String,
    roles: Roles,
    team: Option<TeamId>,
    company_name: String,
    zone: Zone,
}

impl Known {
    fn actor(self, via: Via) -> Actor {
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

/// The sessions of a person end here, at once.
pub async fn end_sessions(tx: &frame::Tx, person: PersonId) -> Result<()> {
    let theirs = session::Column::PersonId.eq(person);
    tx.delete_where::<session::Entity, _>(session::Column::CompanyId, theirs).await?;
    Ok(())
}
