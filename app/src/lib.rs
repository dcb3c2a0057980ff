//! The program: the lists of everything it is made of.

kernel::words!();

pub mod config;
pub mod start;
pub mod serve;
pub mod routes;
pub mod home;
pub mod health;
pub mod founding;
pub mod demo;
pub mod archive;
pub mod backup;
pub mod restore;
pub mod doctor;

use crate::words::Words;
use frame::Table;
use frame::follows::Follows;
use frame::jobs::{Every, Kind};
use frame::search::Searched;
use frame::stream::{Reader, Teller};
use frame::web::list::Listed;
use frame::web::panel::Panel;
use frame::web::shell::{GroupOf, PlaceOf, TabOf};
use kernel::access::{Act, Area};

/// Every table there is.
pub const TABLES: &[&[Table]] = &[
    frame::TABLES,
    people::TABLES,
    identity::TABLES,
    views::TABLES,
    accounts::TABLES,
    tasks::TABLES,
    activities::TABLES,
    catalogue::TABLES,
    transactions::TABLES,
    evidence::TABLES,
    attendance::TABLES,
    pipeline::TABLES,
    attachments::TABLES,
    prospects::TABLES,
    onboarding::TABLES,
    visits::TABLES,
    forecast::TABLES,
    handover::TABLES,
    starters::TABLES,
    importing::TABLES,
    agenda::TABLES,
    reports::TABLES,
];

/// Everything that may be left for later.
pub const JOBS: &[&[Kind]] = &[
    frame::JOBS,
    identity::JOBS,
    accounts::JOBS,
    tasks::JOBS,
    attendance::JOBS,
    handover::JOBS,
    importing::JOBS,
    reports::JOBS,
];

/// What comes round by itself, for each company.
pub const EVERY: &[&[Every]] = &[
    frame::EVERY,
    identity::EVERY,
    accounts::EVERY,
    tasks::EVERY,
    attachments::EVERY,
    attendance::EVERY,
    visits::EVERY,
    forecast::EVERY,
    importing::EVERY,
    reports::EVERY,
];

/// What capabilities show on each other's pages.
pub const PANELS: &[&Panel] = &[
    &tasks::PANEL,
    &activities::LOG,
    &activities::TIMELINE,
    &onboarding::PANEL,
    &visits::PANEL,
    &pipeline::PANEL,
    &attachments::OF_ACCOUNT,
    &attachments::OF_OPPORTUNITY,
    &attachments::OF_ACTIVITY,
    &attachments::OF_CONTACT,
    &transactions::PANEL,
    &prospects::PANEL,
    &handover::PANEL,
];

/// How capabilities tell what happened.
pub const TELLERS: &[Teller] = &[
    people::TELLER,
    identity::TELLER,
    views::TELLER,
    accounts::TELLER,
    tasks::TELLER,
    activities::TELLER,
    catalogue::TELLER,
    transactions::TELLER,
    evidence::TELLER,
    attendance::TELLER,
    pipeline::TELLER,
    attachments::TELLER,
    prospects::TELLER,
    onboarding::TELLER,
    visits::TELLER,
    forecast::TELLER,
    handover::TELLER,
    starters::TELLER,
    importing::TELLER,
    agenda::TELLER,
    reports::TELLER,
];

/// What follows in a capability from what happened in another.
pub const READERS: &[&[Reader]] = &[
    accounts::READERS,
    transactions::READERS,
    pipeline::READERS,
    attendance::READERS,
    onboarding::READERS,
    visits::READERS,
    handover::READERS,
];

/// What hangs on records that know nothing of it, for when two of them become one.
pub const FOLLOWS: &[&[Follows]] = &[
    accounts::FOLLOWS,
    tasks::FOLLOWS,
    activities::FOLLOWS,
    transactions::FOLLOWS,
    evidence::FOLLOWS,
    pipeline::FOLLOWS,
    attachments::FOLLOWS,
    prospects::FOLLOWS,
    onboarding::FOLLOWS,
    visits::FOLLOWS,
    handover::FOLLOWS,
];

/// The lists of which people keep questions.
pub const LISTS: &[Listed] = &[
    accounts::LIST,
    accounts::CONTACT_LIST,
    tasks::LIST,
    transactions::LIST,
    transactions::PAYMENT_LIST,
    pipeline::LIST,
    prospects::LIST,
    visits::LIST,
];

/// What the search finds, in the order in which it is shown.
pub const SEARCHED: &[&[Searched]] = &[
    accounts::SEARCHED,
    activities::SEARCHED,
    pipeline::SEARCHED,
    prospects::SEARCHED,
    transactions::SEARCHED,
];

/// What belongs together in the left column, which has at most seven entries for anybody.
pub const GROUPS: &[GroupOf] = &[
    GroupOf {
        icon: "building-2",
        label: |lang| Words::of(lang).place_accounts(),
        sections: &["accounts", "contacts", "prospects", "transactions"],
    },
    GroupOf {
        icon: "briefcase",
        label: |lang| Words::of(lang).place_opportunities(),
        sections: &["opportunities", "forecast"],
    },
    GroupOf {
        icon: "users",
        label: |lang| Words::of(lang).place_team(),
        sections: &["team", "attendance", "people"],
    },
];

/// The left column, in the order of a working day.
pub const PLACES: &[PlaceOf] = &[
    PlaceOf {
        section: "field",
        href: "/field",
        icon: "smartphone",
        label: |lang| Words::of(lang).place_field(),
        needs: Some((Act::Create, Area::Attendance)),
    },
    PlaceOf {
        section: "accounts",
        href: "/accounts",
        icon: "building-2",
        label: |lang| Words::of(lang).place_accounts(),
        needs: Some((Act::View, Area::Accounts)),
    },
    PlaceOf {
        section: "contacts",
        href: "/contacts",
        icon: "user",
        label: |lang| Words::of(lang).place_contacts(),
        needs: Some((Act::View, Area::Accounts)),
    },
    PlaceOf {
        section: "prospects",
        href: "/prospects",
        icon: "user-plus",
        label: |lang| Words::of(lang).place_prospects(),
        needs: Some((Act::View, Area::Prospects)),
    },
    PlaceOf {
        section: "opportunities",
        href: "/opportunities",
        icon: "briefcase",
        label: |lang| Words::of(lang).place_opportunities(),
        needs: Some((Act::View, Area::Pipeline)),
    },
    PlaceOf {
        section: "forecast",
        href: "/forecast",
        icon: "target",
        label: |lang| Words::of(lang).place_forecast(),
        needs: Some((Act::View, Area::Forecast)),
    },
    PlaceOf {
        section: "agenda",
        href: "/agenda",
        icon: "calendar",
        label: |lang| Words::of(lang).place_agenda(),
        needs: Some((Act::Create, Area::Accounts)),
    },
    PlaceOf {
        section: "transactions",
        href: "/transactions",
        icon: "receipt",
        label: |lang| Words::of(lang).place_transactions(),
        needs: Some((Act::View, Area::Transactions)),
    },
    PlaceOf {
        section: "visits",
        href: "/visits",
        icon: "route",
        label: |lang| Words::of(lang).place_visits(),
        needs: Some((Act::View, Area::Visits)),
    },
    PlaceOf {
        section: "team",
        href: "/team/board",
        icon: "user-check",
        label: |lang| Words::of(lang).place_team(),
        needs: Some((Act::Review, Area::Visits)),
    },
    PlaceOf {
        section: "attendance",
        href: "/attendance",
        icon: "calendar-check",
        label: |lang| Words::of(lang).place_attendance(),
        needs: Some((Act::View, Area::Attendance)),
    },
    PlaceOf {
        section: "reports",
        href: "/reports",
        icon: "chart-column",
        label: |lang| Words::of(lang).place_reports(),
        needs: Some((Act::View, Area::Reports)),
    },
    PlaceOf {
        section: "people",
        href: "/people",
        icon: "users",
        label: |lang| Words::of(lang).place_people(),
        needs: Some((Act::View, Area::People)),
    },
    PlaceOf {
        section: "settings",
        href: "/settings",
        icon: "settings",
        label: |lang| Words::of(lang).place_settings(),
        needs: Some((Act::Edit, Area::Settings)),
    },
];

/// The pages of the settings, from what is settled once to what one looks up.
pub const TABS: &[TabOf] = &[
    TabOf {
        href: "/settings",
        label: |lang| Words::of(lang).tab_company(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/starters",
        label: |lang| Words::of(lang).tab_starters(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/shifts",
        label: |lang| Words::of(lang).tab_shifts(),
        needs: &[(Act::Edit, Area::Settings), (Act::Edit, Area::Attendance)],
    },
    TabOf {
        href: "/settings/visits",
        label: |lang| Words::of(lang).tab_visits(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/clients",
        label: |lang| Words::of(lang).tab_clients(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/task-templates",
        label: |lang| Words::of(lang).tab_task_templates(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/pipelines",
        label: |lang| Words::of(lang).tab_pipelines(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/prospects",
        label: |lang| Words::of(lang).tab_prospects(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/onboarding",
        label: |lang| Words::of(lang).tab_onboarding(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/handover",
        label: |lang| Words::of(lang).tab_handover(),
        needs: &[(Act::Edit, Area::Settings)],
    },
    TabOf {
        href: "/settings/imports",
        label: |lang| Words::of(lang).tab_imports(),
        needs: &[(Act::View, Area::Imports)],
    },
    TabOf {
        href: "/settings/audit",
        label: |lang| Words::of(lang).tab_audit(),
        needs: &[(Act::View, Area::Audit)],
    },
];
