//! The people of the world, as `world.toml` has them.

use std::str::FromStr;

use frame::app::Asking;
use frame::web::Presented;
use frame::{Actor, App, Ctx, Error, Via, secrets};
use kernel::access::Roles;
use kernel::{CompanyId, PersonId, TeamId, Zone};

use crate::seed::{self, id};

/// Somebody in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Someone {
    /// As in `world.toml`; also the name in `access.txt`.
    pub name: &'static str,
}

macro_rules! people {
    ($($(#[$doc:meta])* $constant:ident = $name:literal,)+) => {
        $($(#[$doc])* pub const $constant: Someone = Someone { name: $name };)+

        /// Everybody, in the order of `world.toml`.
        pub const EVERYONE: &[Someone] = &[$($constant),+];
    };
}

people! {
    /// Administrator of Nusantara.
    SRI = "sri",
    /// Human resources.
    DEWI = "dewi",
    /// Finance.
    FAJAR = "fajar",
    /// Manages the region: answers for Budi's team and for Maya's.
    HENDRA = "hendra",
    /// Manages Ayu's team.
    BUDI = "budi",
    /// Leads Wati's team.
    MAYA = "maya",
    /// Manages a team that stands apart.
    GILANG = "gilang",
    /// Account executive; Toko Maju is her client.
    AYU = "ayu",
    /// Account executive in the same team.
    RIZKY = "rizky",
    /// Sales representative in the other team.
    WATI = "wati",
    /// Support.
    TONO = "tono",
    /// Worked here once.
    LINA = "lina",
    /// Kept out for a while.
    JOKO = "joko",
    /// Administrator of Samudra, another company altogether.
    SARI = "sari",
    /// Account executive of Samudra.
    ANDI = "andi",
}

impl Someone {
    pub fn person(self) -> PersonId {
        PersonId(id(self.name))
    }

    pub fn company(self) -> CompanyId {
        CompanyId(id(&seed::person(self.name).company))
    }

    /// The secret of this person's session.
    pub fn secret(self) -> Vec<u8> {
        secrets::hash(self.name.as_bytes())
    }

    pub(crate) fn actor(self) -> Option<Actor> {
        let row = seed::person(self.name);
        (row.status == "active").then(|| Actor {
            company: self.company(),
            company_name: row.company.clone(),
            zone: zone(&row.company),
            person: self.person(),
            name: row.name.clone(),
            team: (!row.team.is_empty()).then(|| TeamId(id(&row.team))),
            roles: Roles::from_str(&row.roles).expect("roles of the world").0,
            via: Via::Session,
        })
    }
}

fn zone(company: &str) -> Zone {
    if company == "samudra" { Zone::makassar() } else { Zone::jakarta() }
}

/// In the world of the tests, everyone is who they say they are, if they may come in.
pub fn who<'a>(_: &'a Ctx, presented: &'a Presented) -> Asking<'a, Actor> {
    Box::pin(async move {
        let someone = EVERYONE.iter().find(|it| it.secret() == presented.secret);
        someone.and_then(|it| it.actor()).ok_or(Error::SignedOut)
    })
}

pub fn actor_of(_: &Ctx, person: PersonId) -> Asking<'_, Actor> {
    Box::pin(async move {
        let someone = EVERYONE.iter().find(|it| it.person() == person);
        someone.and_then(|it| it.actor()).ok_or(Error::Denied)
    })
}

pub fn ctx(app: &App, someone: Someone) -> Ctx {
    let actor = someone.actor().expect("somebody who may come in");
    Ctx::new(app.clone(), actor, app.now())
}
