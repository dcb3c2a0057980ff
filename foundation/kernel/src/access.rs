//! Who may do what, to whose records. One table; everything else asks it.

use std::fmt;
use std::str::FromStr;

use crate::labels;

labels! {
    /// What a person is in their company. Somebody may be several things; the widest wins.
    pub enum Role {
        /// Sets the company up and keeps its accounts of people.
        Administrator = "administrator",
        /// Answers for working time, people and their papers.
        HumanResources = "hr",
        /// Answers for money.
        Finance = "finance",
        /// Answers for the teams below them.
        Manager = "manager",
        /// Leads one team and works in it.
        TeamLead = "team-lead",
        /// Keeps and grows accounts.
        AccountExecutive = "account-executive",
        /// Finds and wins accounts.
        SalesRepresentative = "sales-representative",
        /// Helps with what clients ask of the company.
        Support = "support",
    }
}

labels! {
    /// A capability, as permissions see it.
    pub enum Area {
        People = "people",
        Settings = "settings",
        Accounts = "accounts",
        /// The bank accounts of clients: to view one is to read its whole number, to create one is
        /// to ask for a change, to review one is to decide.
        Banking = "banking",
        Catalogue = "catalogue",
        Pipeline = "pipeline",
        /// Those who may become clients. What nobody has yet is seen by whoever hands out.
        Prospects = "prospects",
        /// What people promise of a period, and what is asked of them: to create is to say what
        /// will come, to edit is to set targets, to review is to accept what somebody said.
        Forecast = "forecast",
        Transactions = "transactions",
        Attendance = "attendance",
        Visits = "visits",
        Imports = "imports",
        Reports = "reports",
        Audit = "audit",
    }
}

labels! {
    /// What is done to a record.
    pub enum Act {
        View = "view",
        Create = "create",
        Edit = "edit",
        /// Judge what somebody else recorded: accept, ask, reject.
        Review = "review",
        Export = "export",
    }
}

labels! {
    /// Who finds what somebody keeps of a question. Whoever opens it sees what their own reach
    /// shows.
    pub enum Shared {
        Own = "own",
        /// Whoever works in the same team as its keeper, or in one that the keeper answers for.
        Team = "team",
        Company = "company",
    }
}

/// How far an act reaches: the widest circle of people whose records it may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nobody,
    Own,
    Team,
    Company,
}

/// The whole policy for one role.
pub const fn reach(role: Role, act: Act, area: Area) -> Reach {
    use Reach::{Company, Nobody, Own, Team};
    match (role, area) {
        // Everybody finds colleagues in the directory and products in the catalogue.
        (_, Area::People | Area::Catalogue) if matches!(act, Act::View) => Company,
        (Role::Administrator, Area::Attendance | Area::Visits) => match act {
            // Whoever holds the keys neither attends for others nor judges their days.
            Act::View | Act::Export => Company,
            Act::Create => Own,
            Act::Edit | Act::Review => Nobody,
        },
        (Role::Administrator, Area::Audit) => match act {
            Act::View | Act::Export => Company,
            _ => Nobody,
        },
        // The ledger is appended to: nobody edits or judges it. Finance answers the problems.
        (Role::Administrator, Area::Transactions) => match act {
            Act::View | Act::Create | Act::Export => Company,
            Act::Edit | Act::Review => Nobody,
        },
        (Role::Finance, Area::Transactions) => match act {
            Act::Review => Nobody,
            _ => Company,
        },
        (Role::Manager | Role::TeamLead, Area::Transactions) => match act {
            Act::View | Act::Export => Team,
            _ => Nobody,
        },
        (Role::Administrator, _) => Company,

        // Whoever pays money back needs the number; whoever asks for a change only wrote it.
        (Role::Finance, Area::Banking) => match act {
            Act::Export => Nobody,
            _ => Company,
        },
        (Role::Manager | Role::TeamLead, Area::Banking) => match act {
            Act::View | Act::Create | Act::Review => Team,
            _ => Nobody,
        },
        (Role::AccountExecutive | Role::SalesRepresentative, Area::Banking) => match act {
            Act::Create => Own,
            _ => Nobody,
        },

        (Role::HumanResources, Area::People | Area::Attendance) => match act {
            Act::Create if matches!(area, Area::Attendance) => Own,
            _ => Company,
        },
        (Role::HumanResources, Area::Reports) => match act {
            Act::View | Act::Export => Company,
            _ => Nobody,
        },
        (Role::HumanResources, Area::Visits) => match act {
            Act::View => Company,
            _ => Nobody,
        },

        // Targets decide pay: whoever answers for pay sets them too. What will come is said by
        // those who sell, and accepted by those who answer for them.
        (Role::HumanResources | Role::Finance, Area::Forecast) => match act {
            Act::View | Act::Edit | Act::Export => Company,
            Act::Create | Act::Review => Nobody,
        },
        (Role::Manager | Role::TeamLead, Area::Forecast) => match act {
            Act::Create => Own,
            _ => Team,
        },
        (Role::AccountExecutive | Role::SalesRepresentative, Area::Forecast) => match act {
            Act::View | Act::Create => Own,
            _ => Nobody,
        },

        (Role::Finance, Area::Accounts | Area::Pipeline | Area::Reports) => match act {
            Act::View | Act::Export => Company,
            _ => Nobody,
        },

        (
            Role::Manager | Role::TeamLead,
            Area::Accounts | Area::Pipeline | Area::Prospects | Area::Visits | Area::Reports,
        ) => Team,
        (Role::Manager | Role::TeamLead, Area::Attendance) => match act {
            Act::Create => Own,
            Act::Edit => Nobody,
            _ => Team,
        },

        (
            Role::AccountExecutive | Role::SalesRepresentative,
            Area::Accounts | Area::Pipeline | Area::Prospects | Area::Visits,
        ) => match act {
            Act::View | Act::Create | Act::Edit => Own,
            Act::Review | Act::Export => Nobody,
        },
        (
            Role::AccountExecutive | Role::SalesRepresentative,
            Area::Reports | Area::Transactions,
        ) => match act {
            Act::View => Own,
            _ => Nobody,
        },
        // Everybody attends, and sees their own attendance.
        (
            Role::Finance | Role::AccountExecutive | Role::SalesRepresentative | Role::Support,
            Area::Attendance,
        ) => match act {
            Act::View | Act::Create => Own,
            _ => Nobody,
        },
        _ => Nobody,
    }
}

/// The widest reach of several roles at once.
pub fn widest(roles: &[Role], act: Act, area: Area) -> Reach {
    roles.iter().map(|&role| reach(role, act, area)).max().unwrap_or(Reach::Nobody)
}

/// Whether records of this area can be somebody's own: whoever writes for the whole company keeps
/// none.
pub fn keeps(roles: &Roles, area: Area) -> bool {
    matches!(widest(&roles.0, Act::Create, area), Reach::Own | Reach::Team)
}

/// Everything that one person is, in the database as words with commas between.
#[derive(Clone, Debug, Default, PartialEq, Eq, sea_orm::DeriveValueType)]
#[sea_orm(value_type = "String")]
pub struct Roles(pub Vec<Role>);

impl Roles {
    pub fn only(role: Role) -> Self {
        Self(vec![role])
    }

    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }
}

impl fmt::Display for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, role) in self.0.iter().enumerate() {
            if index != 0 {
                f.write_str(",")?;
            }
            f.write_str(role.word())?;
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no role")]
pub struct NoRole(String);

impl FromStr for Roles {
    type Err = NoRole;

    fn from_str(text: &str) -> Result<Self, NoRole> {
        let words = text.split(',').filter(|it| !it.is_empty());
        let role = |word: &str| Role::from_word(word).ok_or_else(|| NoRole(word.to_owned()));
        words.map(role).collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_may_edit_may_also_view() {
        for &role in Role::ALL {
            for &area in Area::ALL {
                for act in [Act::Edit, Act::Review, Act::Export] {
                    assert!(
                        reach(role, act, area) <= reach(role, Act::View, area),
                        "{role:?} {act:?} {area:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn nobody_attends_for_somebody_else() {
        for &role in Role::ALL {
            assert!(reach(role, Act::Create, Area::Attendance) <= Reach::Own, "{role:?}");
        }
    }

    #[test]
    fn nobody_says_for_another_what_will_come() {
        for &role in Role::ALL {
            let said = reach(role, Act::Create, Area::Forecast);
            let wide = role == Role::Administrator;

            assert!(wide || said <= Reach::Own, "{role:?}");
        }
    }

    #[test]
    fn only_finance_answers_for_the_ledger() {
        for &role in Role::ALL {
            let edits = Reach::Nobody < reach(role, Act::Edit, Area::Transactions);

            assert_eq!(edits, role == Role::Finance, "{role:?}");
            assert_eq!(reach(role, Act::Review, Area::Transactions), Reach::Nobody, "{role:?}");
        }
    }

    #[test]
    fn whoever_decides_on_a_bank_account_reads_it_whole() {
        for &role in Role::ALL {
            let decides = reach(role, Act::Review, Area::Banking);

            assert_eq!(decides, reach(role, Act::View, Area::Banking), "{role:?}");
            // And sees the client that it belongs to.
            assert!(decides <= reach(role, Act::View, Area::Accounts), "{role:?}");
        }
    }

    #[test]
    fn roles_survive_text() {
        let roles = Roles(vec![Role::Manager, Role::AccountExecutive]);

        assert_eq!(roles.to_string().parse::<Roles>().unwrap(), roles);
        assert_eq!("".parse::<Roles>().unwrap(), Roles::default());
        assert!("king".parse::<Roles>().is_err());
    }

    #[test]
    fn no_role_means_no_reach() {
        assert_eq!(widest(&[], Act::View, Area::Accounts), Reach::Nobody);
    }
}
