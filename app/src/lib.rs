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
use frame::web::panel::Panel;
use frame::web::shell::{PlaceOf, TabOf};
use kernel::access::{Act, Area};

/// Every table there is.
pub const TABLES: &[&[Table]] = &[
    frame::TABLES,
    people::TABLES,
    identity::TABLES,
    accounts::TABLES,
    catalogue::TABLES,
    transactions::TABLES,
    evidence::TABLES,
    attendance::TABLES,
    pipeline::TABLES,
    visits::TABLES,
    importing::TABLES,
    reports::TABLES,
];

/// Everything that may be left for later.
pub const JOBS: &[&[Kind]] = &[
    frame::JOBS,
    identity::JOBS,
    accounts::JOBS,
    attendance::JOBS,
    importing::JOBS,
    reports::JOBS,
];

/// What comes round by itself, for each company.
pub const EVERY: &[&[Every]] = &[
    frame::EVERY,
    identity::EVERY,
    accounts::EVERY,
    attendance::EVERY,
    visits::EVERY,
    reports::EVERY,
];

/// What capabilities show on each other's pages.
pub const PANELS: &[&Panel] = &[&visits::PANEL, &pipeline::PANEL, &transactions::PANEL];

/// How capabilities tell what happened.
pub const TELLERS: &[Teller] = &[
    people::TELLER,
    identity::TELLER,
    accounts::TELLER,
    transactions::TELLER,
    evidence::TELLER,
    attendance::TELLER,
    pipeline::TELLER,
    visits::TELLER,
    importing::TELLER,
    reports::TELLER,
];

/// What follows in a capability from what happened in another.
pub const READERS: &[&[Reader]] =
    &[accounts::READERS, transactions::READERS, attendance::READERS, visits::READERS];

/// What hangs on records that know nothing of it, for when two of them become one.
pub const FOLLOWS: &[&[Follows]] = &[
    accounts::FOLLOWS,
    transactions::FOLLOWS,
    evidence::FOLLOWS,
    pipeline::FOLLOWS,
    visits::FOLLOWS,
];

/// What the search finds, in the order in which it is shown.
pub const SEARCHED: &[&[Searched]] = &[accounts::SEARCHED];

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
        section: "opportunities",
        href: "/opportunities",
        icon: "briefcase",
        label: |lang| Words::of(lang).place_opportunities(),
        needs: Some((Act::View, Area::Pipeline)),
    },
    PlaceOf {
        section: "tasks",
        href: "/tasks",
        icon: "list-checks",
        label: |lang| Words::of(lang).place_tasks(),
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
        href: "/settings/pipelines",
        label: |lang| Words::of(lang).tab_pipelines(),
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
