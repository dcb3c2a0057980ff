//! A person says where a client is found, or decides whether it has moved.

use frame::{Error, Result, Tx};
use kernel::access::Act;
use kernel::geo::Point;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::account::{self, AccountId};
use crate::change_account::touch;
use crate::learn_place::shown;
use crate::open_account::about;
use crate::place::{self, Model, PlaceState};
use crate::rules::{AccountRefused, RADIUS_M};

/// Writes the place down by hand: confirmed from the start.
pub async fn set_place(tx: &Tx, account: AccountId, at: Point, radius_m: f64) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    if !at.is_somewhere() {
        return Err(Error::refused(AccountRefused::NoPoint));
    }
    if !RADIUS_M.contains(&radius_m) {
        return Err(Error::refused(AccountRefused::NoRadius));
    }

    let place = match place::of(tx, account.id).await? {
        Some(before) => {
            let mut row = before.into_active_model();
            decide(&mut row, tx, at);
            row.radius_m = Set(radius_m);
            tx.update(row).await?
        }
        None => {
            let mut row = place::ActiveModel {
                company_id: Set(tx.actor.company),
                id: Set(tx.id()),
                account_id: Set(account.id),
                radius_m: Set(radius_m),
                ..Default::default()
            };
            decide(&mut row, tx, at);
            tx.insert(row).await?
        }
    };
    touch(tx, account.id).await?;
    tx.record(
        about(&account, "accounts.place_set")
            .with("point", shown(at))
            .with("radius_m", radius_m.round()),
    );
    Ok(place)
}

/// Decides whether the client is now where check-ins say.
pub async fn decide_move(tx: &Tx, account: AccountId, agreed: bool) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let place = place::of(tx, account.id).await?.ok_or(Error::NotFound)?;
    let Some(to) = place.moved_to() else {
        return Err(Error::refused(AccountRefused::NoMove));
    };

    let at = if agreed { to } else { place.point() };
    let mut row = place.into_active_model();
    decide(&mut row, tx, at);
    let place = tx.update(row).await?;
    touch(tx, account.id).await?;
    let name = if agreed { "accounts.place_move_agreed" } else { "accounts.place_move_declined" };
    tx.record(about(&account, name).with("point", shown(to)));
    Ok(place)
}

fn decide(row: &mut place::ActiveModel, tx: &Tx, at: Point) {
    row.lat = Set(at.lat);
    row.lon = Set(at.lon);
    row.state = Set(PlaceState::Confirmed);
    row.moved_lat = Set(None);
    row.moved_lon = Set(None);
    row.updated_at = Set(tx.now);
    row.decided_at = Set(Some(tx.now));
}
