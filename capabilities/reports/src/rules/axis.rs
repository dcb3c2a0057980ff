//! By what a report is broken down, and what of that a database is asked.

use kernel::labels;

labels! {
    /// By what a report is broken down.
    pub enum Axis {
        Person = "person",
        Team = "team",
        /// The team at the top of the tree above the person.
        Office = "office",
        /// Whoever the person answers to.
        Manager = "manager",
        Account = "account",
        Industry = "industry",
        Country = "country",
        Tier = "tier",
        Product = "product",
        Series = "series",
        /// Of an open deal, with its pipeline: `new_business/Proposal`.
        Stage = "stage",
        Pipeline = "pipeline",
        /// As a document says it, wherever the client sits.
        InvoiceCountry = "invoice_country",
        Month = "month",
        Quarter = "quarter",
        Year = "year",
    }
}

/// What a source groups its rows by. An axis is read off one of these, so that one question serves
/// a breakdown by person, team, office and manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Base {
    Owner,
    Account,
    Product,
    /// `new_business/Proposal`.
    Stage,
    InvoiceCountry,
    /// `2017-03`.
    Month,
}

/// The word for "has none" where a key stands in an address.
pub const NONE: &str = "-";

impl Axis {
    pub const fn base(self) -> Base {
        match self {
            Self::Person | Self::Team | Self::Office | Self::Manager => Base::Owner,
            Self::Account | Self::Industry | Self::Country | Self::Tier => Base::Account,
            Self::Product | Self::Series => Base::Product,
            Self::Stage | Self::Pipeline => Base::Stage,
            Self::InvoiceCountry => Base::InvoiceCountry,
            Self::Month | Self::Quarter | Self::Year => Base::Month,
        }
    }

    /// Its keys have an order of their own, and there is one for each part of a period.
    pub const fn is_time(self) -> bool {
        matches!(self.base(), Base::Month)
    }

    /// The key of this axis of time for a month: `2017-03` is in `2017-Q1` and in `2017`.
    pub fn of_month(self, month: &str) -> String {
        let (year, number) = month.split_once('-').unwrap_or((month, ""));
        match self {
            Self::Year => year.to_owned(),
            Self::Quarter => {
                let number: u32 = number.parse().unwrap_or(1);
                format!("{year}-Q{}", number.div_ceil(3))
            }
            _ => month.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_in_one_quarter_and_one_year() {
        for (month, quarter) in [
            ("2017-01", "2017-Q1"),
            ("2017-03", "2017-Q1"),
            ("2017-04", "2017-Q2"),
            ("2017-12", "2017-Q4"),
        ] {
            assert_eq!(Axis::Quarter.of_month(month), quarter);
            assert_eq!(Axis::Year.of_month(month), "2017");
            assert_eq!(Axis::Month.of_month(month), month);
        }
    }
}
