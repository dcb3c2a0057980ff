//! What is true of people, with no IO: who answers for whom, and what a name must be.

use std::collections::{BTreeMap, BTreeSet};

use kernel::access::Role;
pub use kernel::ways::email;
use kernel::{Lang, PersonId, Refusal, TeamId};

use crate::words::Words;

/// A team as the reporting line sees it.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    pub team: TeamId,
    pub parent: Option<TeamId>,
    pub manager: Option<PersonId>,
}

/// Everyone for whom somebody answers, as (manager, person); everybody answers for themselves.
///
/// A manager answers for all people of the teams that they manage and of every team below, its
/// managers included. A team that stands below itself is cut where it closes, never followed
/// around.
pub fn line(
    branches: &[Branch],
    members: &[(PersonId, Option<TeamId>)],
) -> BTreeSet<(PersonId, PersonId)> {
    let by_team: BTreeMap<TeamId, &Branch> = branches.iter().map(|it| (it.team, it)).collect();
    let known: BTreeSet<PersonId> = members.iter().map(|it| it.0).collect();
    let mut line: BTreeSet<_> = known.iter().map(|&person| (person, person)).collect();

    let mut answer = |person: PersonId, team: TeamId| {
        let mut seen = BTreeSet::new();
        let mut above = Some(team);
        while let Some(branch) = above.and_then(|team| by_team.get(&team)) {
            if !seen.insert(branch.team) {
                break;
            }
            if let Some(manager) = branch.manager.filter(|it| known.contains(it)) {
                line.insert((manager, person));
            }
            above = branch.parent;
        }
    };
    for &(person, team) in members {
        if let Some(team) = team {
            answer(person, team);
        }
    }
    for branch in branches {
        if let Some(manager) = branch.manager.filter(|it| known.contains(it)) {
            answer(manager, branch.team);
        }
    }
    line
}

/// Would the tree close upon itself if this team stood below that one?
pub fn closes(branches: &[Branch], team: TeamId, parent: TeamId) -> bool {
    let by_team: BTreeMap<TeamId, &Branch> = branches.iter().map(|it| (it.team, it)).collect();
    let mut seen = BTreeSet::new();
    let mut above = Some(parent);
    while let Some(it) = above {
        if it == team {
            return true;
        }
        if !seen.insert(it) {
            return false;
        }
        above = by_team.get(&it).and_then(|branch| branch.parent);
    }
    false
}

/// The tree as one reads it down the page: each team under its parent, one step further in. Teams
/// come in the order in which brothers shall stand; one below itself stands at the top.
pub fn tree(branches: &[Branch]) -> Vec<(TeamId, usize)> {
    let known: BTreeSet<TeamId> = branches.iter().map(|it| it.team).collect();
    let mut out: Vec<(TeamId, usize)> = Vec::with_capacity(branches.len());
    let mut seen = BTreeSet::new();
    let top = |it: &&Branch| it.parent.is_none_or(|parent| !known.contains(&parent));
    let mut waiting: Vec<(TeamId, usize)> =
        branches.iter().filter(top).rev().map(|it| (it.team, 0)).collect();
    for branch in branches.iter().map(Some).chain([None]) {
        while let Some((team, depth)) = waiting.pop() {
            if seen.insert(team) {
                out.push((team, depth));
                let below = branches.iter().filter(|it| it.parent == Some(team)).rev();
                waiting.extend(below.map(|it| (it.team, depth + 1)));
            }
        }
        // Whatever no top leads to stands in a circle.
        waiting.extend(branch.filter(|it| !seen.contains(&it.team)).map(|it| (it.team, 0)));
    }
    out
}

/// The roles that open nobody else's records. Whoever keeps people gives these; all others are
/// keys, and an administrator's to give.
pub const fn is_plain(role: Role) -> bool {
    matches!(role, Role::AccountExecutive | Role::SalesRepresentative | Role::Support)
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefused {
    #[error("no name")]
    NoName,
    #[error("no address of mail")]
    NoEmail,
    #[error("the address is taken")]
    EmailTaken,
    #[error("no role")]
    NoRole,
    #[error("the role is an administrator's to give")]
    RoleNotYours,
    #[error("nobody changes their own standing")]
    OwnStanding,
    #[error("no telephone number")]
    NoPhone,
    #[error("unknown team")]
    UnknownTeam,
    #[error("the last administrator")]
    LastAdministrator,
    #[error("a team without a name")]
    NoTeamName,
    #[error("a team of this name exists")]
    TeamNameTaken,
    #[error("the team would stand below itself")]
    TeamBelowItself,
    #[error("unknown manager")]
    UnknownManager,
    #[error("the slug is taken or wrong")]
    Slug,
    #[error("a company without a name")]
    NoCompanyName,
    #[error("unknown zone")]
    UnknownZone,
    #[error("unknown currency")]
    UnknownCurrency,
}

impl Refusal for PersonRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "people.no_name",
            Self::NoEmail => "people.no_email",
            Self::EmailTaken => "people.email_taken",
            Self::NoRole => "people.no_role",
            Self::RoleNotYours => "people.role_not_yours",
            Self::OwnStanding => "people.own_standing",
            Self::NoPhone => "people.no_phone",
            Self::UnknownTeam => "people.unknown_team",
            Self::LastAdministrator => "people.last_administrator",
            Self::NoTeamName => "people.no_team_name",
            Self::TeamNameTaken => "people.team_name_taken",
            Self::TeamBelowItself => "people.team_below_itself",
            Self::UnknownManager => "people.unknown_manager",
            Self::Slug => "people.slug",
            Self::NoCompanyName => "people.no_company_name",
            Self::UnknownZone => "people.unknown_zone",
            Self::UnknownCurrency => "people.unknown_currency",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NoTeamName | Self::TeamNameTaken | Self::NoCompanyName => {
                Some("name")
            }
            Self::UnknownZone => Some("zone"),
            Self::UnknownCurrency => Some("currency"),
            Self::NoEmail | Self::EmailTaken => Some("email"),
            Self::NoRole | Self::RoleNotYours | Self::LastAdministrator => Some("roles"),
            Self::OwnStanding => Some("status"),
            Self::NoPhone => Some("phone"),
            Self::UnknownTeam => Some("team_id"),
            Self::TeamBelowItself => Some("parent_id"),
            Self::UnknownManager => Some("manager_id"),
            Self::Slug => Some("slug"),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name(),
            Self::NoEmail => w.refused_no_email(),
            Self::EmailTaken => w.refused_email_taken(),
            Self::NoRole => w.refused_no_role(),
            Self::RoleNotYours => w.refused_role_not_yours(),
            Self::OwnStanding => w.refused_own_standing(),
            Self::NoPhone => w.refused_no_phone(),
            Self::UnknownTeam => w.refused_unknown_team(),
            Self::LastAdministrator => w.refused_last_administrator(),
            Self::NoTeamName => w.refused_no_team_name(),
            Self::TeamNameTaken => w.refused_team_name_taken(),
            Self::TeamBelowItself => w.refused_team_below_itself(),
            Self::UnknownManager => w.refused_unknown_manager(),
            Self::Slug => w.refused_slug(),
            Self::NoCompanyName => w.refused_no_company_name(),
            Self::UnknownZone => w.refused_unknown_zone(),
            Self::UnknownCurrency => w.refused_unknown_currency(),
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn team(n: u128) -> TeamId {
        TeamId(Uuid::from_u128(n))
    }

    fn branch(n: u128, parent: Option<u128>, manager: Option<u128>) -> Branch {
        Branch { team: team(n), parent: parent.map(team), manager: manager.map(person) }
    }

    /// Dewi directs the region; Budi manages a team in it; Ayu works there; Sari is outside.
    #[test]
    fn a_manager_answers_for_the_whole_subtree() {
        let branches = [branch(1, None, Some(10)), branch(2, Some(1), Some(11))];
        let members = [
            (person(10), None),
            (person(11), Some(team(1))),
            (person(12), Some(team(2))),
            (person(13), None),
        ];

        let line = line(&branches, &members);

        assert!(line.contains(&(person(10), person(12))), "Dewi answers for Ayu");
        assert!(line.contains(&(person(11), person(12))), "Budi answers for Ayu");
        assert!(line.contains(&(person(10), person(11))), "Dewi answers for Budi");
        assert!(!line.contains(&(person(11), person(10))), "Budi does not answer for Dewi");
        assert!(line.iter().all(|it| it.0 != person(13) || it.1 == person(13)), "Sari for nobody");
    }

    #[test]
    fn a_tree_that_closes_is_told() {
        let branches = [branch(1, None, None), branch(2, Some(1), None)];

        assert!(closes(&branches, team(1), team(2)));
        assert!(closes(&branches, team(1), team(1)));
        assert!(!closes(&branches, team(2), team(1)));
    }

    #[test]
    fn the_tree_is_read_down_the_page() {
        let branches = [
            branch(1, None, None),
            branch(2, Some(3), None),
            branch(3, None, None),
            branch(4, Some(3), None),
            branch(5, Some(6), None),
            branch(6, Some(5), None),
        ];

        let lines = [(1, 0), (3, 0), (2, 1), (4, 1), (5, 0), (6, 1)];
        assert_eq!(tree(&branches), lines.map(|(n, depth)| (team(n), depth)));
    }

    #[test]
    fn an_address_is_known_by_one_form() {
        assert_eq!(email(" Ayu@Contoh.CO.ID ").as_deref(), Some("ayu@contoh.co.id"));
        for wrong in ["ayu", "@contoh.id", "a@b", "a@b..id", "a b@c.id", "a@c.id\nbcc: x@y.id"] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn everybody_answers_for_themselves_and_the_line_ends(
            parents in prop::collection::vec(prop::option::of(0u128..8), 8),
            managers in prop::collection::vec(prop::option::of(0u128..12), 8),
            teams in prop::collection::vec(prop::option::of(0u128..8), 12),
        ) {
            let branches: Vec<Branch> = (0..8)
                .zip(parents.iter().zip(&managers))
                .map(|(n, (parent, manager))| branch(n, *parent, *manager))
                .collect();
            let members: Vec<_> = (0..12).zip(&teams).map(|(n, it)| (person(n), it.map(team))).collect();

            let line = line(&branches, &members);

            for n in 0..12 {
                prop_assert!(line.contains(&(person(n), person(n))));
            }
            prop_assert_eq!(tree(&branches).len(), branches.len());
        }
    }
}
