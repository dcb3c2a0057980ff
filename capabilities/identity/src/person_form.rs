//! The inputs that describe a person: the same for somebody new and for somebody known.

use std::collections::BTreeMap;

use frame::web::extract::blank;
use frame::{Ctx, Result};
use kernel::access::{Act, Area, Role, Roles};
use kernel::{Lang, TeamId};
use people::rules::is_plain;
use people::{Hire, PersonChange, label, may_open, person, team};
use serde::Deserialize;

/// As it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    email: String,
    phone: String,
    #[serde(deserialize_with = "blank")]
    team_id: Option<TeamId>,
    lang: String,
    /// One box for each role, named `role-manager` and so on.
    #[serde(flatten)]
    boxes: BTreeMap<String, String>,
}

impl Typed {
    /// The inputs as the person is now.
    pub fn of(person: &person::Model) -> Self {
        Self {
            name: person.name.clone(),
            email: person.email.clone().unwrap_or_default(),
            phone: person.phone.clone().unwrap_or_default(),
            team_id: person.team_id,
            lang: person.lang.word().to_owned(),
            boxes: person.roles.0.iter().map(|&it| (box_of(it), "on".to_owned())).collect(),
        }
    }

    /// What a page for somebody new begins with.
    pub fn new(team_id: Option<TeamId>) -> Self {
        let executive = (box_of(Role::AccountExecutive), "on".to_owned());
        Self { team_id, boxes: BTreeMap::from([executive]), ..Self::default() }
    }

    fn roles(&self) -> Roles {
        let ticked = |role: &Role| self.boxes.contains_key(&box_of(*role));
        Roles(Role::ALL.iter().copied().filter(ticked).collect())
    }

    pub fn hire(&self) -> Hire {
        Hire {
            name: self.name.clone(),
            email: Some(self.email.clone()),
            phone: Some(self.phone.clone()),
            roles: self.roles(),
            team: self.team_id,
            lang: Lang::from_word(&self.lang).unwrap_or_default(),
        }
    }

    /// What the actor has no input for stays as it is.
    pub fn change(&self, ctx: &Ctx, person: &person::Model) -> PersonChange {
        let stays = PersonChange::of(person);
        let opens = may_open(ctx, &person.roles);
        PersonChange {
            name: self.name.clone(),
            email: if opens { Some(self.email.clone()) } else { stays.email },
            phone: Some(self.phone.clone()),
            roles: if gives_keys(ctx) { self.roles() } else { stays.roles },
            team: self.team_id,
            status: stays.status,
        }
    }
}

fn box_of(role: Role) -> String {
    format!("role-{}", role.word())
}

/// Roles that are keys are an administrator's to give.
fn gives_keys(ctx: &Ctx) -> bool {
    ctx.permit_company(Act::Edit, Area::Settings).is_ok()
}

/// What the inputs show, for one actor.
pub struct PersonForm {
    pub name: String,
    pub email: String,
    /// The address is the actor's to write.
    pub opens: bool,
    pub phone: String,
    pub team: String,
    pub teams: Vec<(String, String)>,
    pub lang: String,
    pub langs: Vec<(String, &'static str)>,
    /// None: the roles are not the actor's to give.
    pub roles: Vec<RoleBox>,
    /// The roles in words, where there are no boxes.
    pub roles_said: String,
}

pub struct RoleBox {
    pub name: String,
    pub label: &'static str,
    pub help: &'static str,
    pub checked: bool,
}

impl PersonForm {
    pub async fn of(ctx: &Ctx, typed: Typed, known: Option<&person::Model>) -> Result<Self> {
        let lang = ctx.lang();
        let keys = gives_keys(ctx);
        let offered = |role: &&Role| keys || (known.is_none() && is_plain(**role));
        let boxes = Role::ALL.iter().filter(offered).map(|&role| RoleBox {
            name: box_of(role),
            label: label::role(role, lang),
            help: label::role_help(role, lang),
            checked: typed.boxes.contains_key(&box_of(role)),
        });
        let boxes: Vec<RoleBox> = boxes.collect();
        let teams = team::all(ctx).await?;
        let teams = teams.into_iter().map(|it| (it.id.to_string(), it.name)).collect();
        Ok(Self {
            roles: boxes,
            roles_said: known.map(|it| label::roles(&it.roles.0, lang)).unwrap_or_default(),
            opens: known.is_none_or(|it| may_open(ctx, &it.roles)),
            name: typed.name,
            email: typed.email,
            phone: typed.phone,
            team: typed.team_id.map(|it| it.to_string()).unwrap_or_default(),
            teams,
            lang: if typed.lang.is_empty() { "id".to_owned() } else { typed.lang },
            langs: vec![("id".to_owned(), "Bahasa Indonesia"), ("en".to_owned(), "English")],
        })
    }
}
