//! The pages of the settings know each other, as far as somebody may open them.

use frame::web::shell::TabOf;
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, DEWI, SRI, Someone, World};

const TABS: &[TabOf] = &[
    TabOf { href: "/settings", label: |_| "Company", needs: &[(Act::Edit, Area::Settings)] },
    TabOf {
        href: "/settings/shifts",
        label: |_| "Shifts",
        needs: &[(Act::Edit, Area::Settings), (Act::Edit, Area::Attendance)],
    },
];

/// The tabs that somebody sees at this address, the current one with a star.
fn seen(world: &World, someone: Someone, section: &str, path: &str) -> Vec<String> {
    let mut ctx = world.ctx(someone);
    path.clone_into(&mut ctx.request.path);
    let tabs = ctx.shell(section).tabs.into_iter();
    tabs.map(|it| format!("{}{}", it.label, if it.current { "*" } else { "" })).collect()
}

#[tokio::test]
async fn one_finds_those_that_one_may_open_and_where_one_is() {
    let world = World::furnished(OpenApiRouter::new(), |made| made.tabs = TABS).await;

    for (someone, path, tabs) in [
        (SRI, "/settings", vec!["Company*", "Shifts"]),
        (SRI, "/settings/shifts", vec!["Company", "Shifts*"]),
        (SRI, "/settings/shifts/old", vec!["Company", "Shifts*"]),
        (DEWI, "/settings/shifts", vec!["Shifts*"]),
        (AYU, "/settings", vec![]),
    ] {
        assert_eq!(seen(&world, someone, "settings", path), tabs, "{someone:?} {path}");
    }
    assert_eq!(seen(&world, SRI, "accounts", "/settings"), [""; 0]);
}
