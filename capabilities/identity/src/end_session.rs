//! A session ends before its time: because its person says so, or because they may not come in
//! any more.

use axum::response::Response;
use axum::routing::post;
use frame::web::{Path, Presented, page};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::PersonId;
use sea_orm::{ColumnTrait, Condition};
use utoipa_axum::router::OpenApiRouter;

use crate::words::Words;
use crate::{link, session, token};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/me/sessions/{session}/end", post(submit))
        .route("/me/sessions/end-others", post(submit_others))
}

/// Ends one of the actor's own sessions.
pub async fn end_session(tx: &Tx, id: Vec<u8>) -> Result<()> {
    let person = tx.actor.person;
    let this =
        Condition::all().add(session::Column::PersonId.eq(person)).add(session::Column::Id.eq(id));
    let ended = tx.delete_where::<session::Entity, _>(session::Column::CompanyId, this).await?;
    if ended == 0 {
        return Err(Error::NotFound);
    }
    tx.record(Event::of("identity.session_ended", "person", person).owner(person).about(person));
    Ok(())
}

/// Ends the actor's sessions but for the one that is kept.
pub async fn end_other_sessions(tx: &Tx, kept: Vec<u8>) -> Result<()> {
    let person = tx.actor.person;
    let others = Condition::all()
        .add(session::Column::PersonId.eq(person))
        .add(session::Column::Id.ne(kept));
    let ended = tx.delete_where::<session::Entity, _>(session::Column::CompanyId, others).await?;
    if ended != 0 {
        tx.record(
            Event::of("identity.session_ended", "person", person)
                .owner(person)
                .about(person)
                .with("count", ended),
        );
    }
    Ok(())
}

/// The sessions of a person end here, at once.
pub async fn end_sessions(tx: &Tx, person: PersonId) -> Result<()> {
    let theirs = session::Column::PersonId.eq(person);
    tx.delete_where::<session::Entity, _>(session::Column::CompanyId, theirs).await?;
    Ok(())
}

/// Every way in is shut: sessions end, tokens are revoked, links are worthless.
pub async fn shut_out(tx: &Tx, person: PersonId) -> Result<()> {
    end_sessions(tx, person).await?;
    let theirs = Condition::all()
        .add(token::Column::PersonId.eq(person))
        .add(token::Column::RevokedAt.is_null());
    let revoked = vec![(token::Column::RevokedAt, tx.now.into())];
    tx.update_where::<token::Entity, _>(token::Column::CompanyId, theirs, revoked).await?;
    let links = link::Column::PersonId.eq(person);
    tx.delete_where::<link::Entity, _>(link::Column::CompanyId, links).await?;
    tx.record(Event::of("identity.shut_out", "person", person).owner(person).about(person));
    Ok(())
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let id = secrets::from_text(&id).ok_or(Error::NotFound)?;
    let tx = ctx.begin().await?;
    end_session(&tx, id).await?;
    let said = Words::of(tx.lang()).session_ended();
    tx.commit().await?;
    page::redirect_saying("/me", said)
}

async fn submit_others(ctx: Ctx, presented: Presented) -> Result<Response> {
    let tx = ctx.begin().await?;
    end_other_sessions(&tx, secrets::hash(&presented.secret)).await?;
    let said = Words::of(tx.lang()).sessions_ended();
    tx.commit().await?;
    page::redirect_saying("/me", said)
}

#[cfg(test)]
mod tests {
    use testing::{AYU, RIZKY};

    use crate::real::{again, sign_in, world};

    /// The path by which the first session that can be ended is ended.
    fn end(body: &str) -> String {
        let rest = &body[body.find("/me/sessions/").expect("a session")..];
        rest[..rest.find('"').expect("its end")].to_owned()
    }

    #[tokio::test]
    async fn a_session_on_another_device_is_ended_from_here() {
        let world = world().await;
        let phone = sign_in(&world, AYU).await;
        let desk = again(&world, AYU).await;

        desk.post("/me/sessions/end-others", "").await;

        assert_eq!(phone.get("/me").await.status, 303);
        assert_eq!(desk.get("/me").await.status, 200);
    }

    #[tokio::test]
    async fn nobody_ends_the_session_of_somebody_else() {
        let world = world().await;
        let phone = sign_in(&world, AYU).await;
        let desk = again(&world, AYU).await;
        let page = desk.get("/me").await.body.replace("/me/sessions/end-others", "");
        let path = end(&page);

        assert_eq!(sign_in(&world, RIZKY).await.post(&path, "").await.status, 404);
        assert_eq!(phone.get("/me").await.status, 200);
        assert_eq!(desk.post(&path, "").await.status, 303);
        assert_eq!(phone.get("/me").await.status, 303, "its own person does");
    }
}
