//! How roles and standings are called.

use kernel::Lang;
use kernel::access::Role;

use crate::person::{self, PersonStatus};
use crate::words::Words;

pub const fn role(role: Role, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match role {
        Role::Administrator => w.role_administrator(),
        Role::HumanResources => w.role_hr(),
        Role::Finance => w.role_finance(),
        Role::Manager => w.role_manager(),
        Role::TeamLead => w.role_team_lead(),
        Role::AccountExecutive => w.role_account_executive(),
        Role::SalesRepresentative => w.role_sales_representative(),
        Role::Support => w.role_support(),
    }
}

/// What a role may do, in a sentence beside its box.
pub const fn role_help(role: Role, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match role {
        Role::Administrator => w.role_administrator_help(),
        Role::HumanResources => w.role_hr_help(),
        Role::Finance => w.role_finance_help(),
        Role::Manager => w.role_manager_help(),
        Role::TeamLead => w.role_team_lead_help(),
        Role::AccountExecutive => w.role_account_executive_help(),
        Role::SalesRepresentative => w.role_sales_representative_help(),
        Role::Support => w.role_support_help(),
    }
}

/// All that somebody is, with commas between.
pub fn roles(roles: &[Role], lang: Lang) -> String {
    roles.iter().map(|&it| role(it, lang)).collect::<Vec<_>>().join(", ")
}

pub const fn status(status: PersonStatus, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match status {
        PersonStatus::Active => w.status_active(),
        PersonStatus::Invited => w.status_invited(),
        PersonStatus::Suspended => w.status_suspended(),
        PersonStatus::Left => w.status_left(),
    }
}

/// How somebody stands: whoever has no address yet cannot have been asked in.
pub const fn standing(person: &person::Model, lang: Lang) -> &'static str {
    match (person.status, &person.email) {
        (PersonStatus::Invited, None) => Words::of(lang).status_not_invited(),
        (known, _) => status(known, lang),
    }
}

/// The shape that stands with the word.
pub const fn status_badge(status: PersonStatus) -> &'static str {
    match status {
        PersonStatus::Active => "good",
        PersonStatus::Invited => "waits",
        PersonStatus::Suspended => "warn",
        PersonStatus::Left => "off",
    }
}
