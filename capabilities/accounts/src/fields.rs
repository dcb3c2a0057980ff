//! Everything about an account that people may write, checked as a whole.

use frame::{Error, Result, text};
use kernel::money::Money;
use kernel::tax_number::TaxNumber;
use kernel::{Lang, Refusal, country};

use crate::account::{AccountId, AccountStatus, Model, Tier};
use crate::rules::{AccountRefused, LONGEST_LINE, LONGEST_NAME, website};

/// Everything about an account that people may write, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountFields {
    pub name: String,
    pub status: AccountStatus,
    pub tier: Option<Tier>,
    pub industry: Option<String>,
    pub parent: Option<AccountId>,
    /// As it was typed; it is kept as E.164.
    pub phone: Option<String>,
    pub website: Option<String>,
    pub founded_year: Option<i32>,
    pub revenue: Option<Money>,
    pub employees: Option<i64>,
    /// By its code or a name; it is kept as the two letters of ISO 3166.
    pub country: Option<String>,
    /// NPWP, NIK or NITKU as it was typed; it is kept as 16 or 22 digits.
    pub tax_number: Option<String>,
    /// Of documents for it.
    pub document_language: Option<Lang>,
}

impl AccountFields {
    /// A name, and nothing else known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// As an account has them.
    pub fn of(account: &Model) -> Self {
        Self {
            name: account.name.clone(),
            status: account.status,
            tier: account.tier,
            industry: account.industry.clone(),
            parent: account.parent_id,
            phone: account.phone.clone(),
            website: account.website.clone(),
            founded_year: account.founded_year,
            revenue: account.revenue(),
            employees: account.employees,
            country: account.country.clone(),
            tax_number: account.tax_number.clone(),
            document_language: account.document_language,
        }
    }

    /// Fit to store, or every fault at once.
    pub fn checked(self) -> Result<Self> {
        let mut faults = Faults::default();
        let name = faults.name(&self.name);
        let industry = faults.line(self.industry.as_deref(), "industry");
        let phone = faults.phone(self.phone.as_deref(), "phone");
        let website = faults.line(self.website.as_deref(), "website").and_then(|typed| {
            let read = website(&typed);
            faults.unless(read.is_some(), AccountRefused::NoWebsite);
            read
        });
        let year = self.founded_year.is_none_or(|it| (1000..=2200).contains(&it));
        faults.unless(year, AccountRefused::NoYear);
        let revenue =
            self.revenue.as_ref().is_none_or(|it| 0 <= it.amount && it.currency.len() == 3);
        faults.unless(revenue, AccountRefused::NoAmount);
        let employees = self.employees.is_none_or(|it| (0..=50_000_000).contains(&it));
        faults.unless(employees, AccountRefused::NoEmployees);
        let country = text::line(self.country.as_deref().unwrap_or_default()).and_then(|typed| {
            let meant = country::meant(&typed);
            faults.unless(meant.is_some(), AccountRefused::NoCountry);
            meant.map(|it| it.code.to_owned())
        });
        let tax_number = faults.tax_number(self.tax_number.as_deref(), country.as_deref());
        faults.none()?;
        Ok(Self { name, industry, phone, website, country, tax_number, ..self })
    }
}

/// What is wrong with a form, gathered until all of it has been looked at.
#[derive(Default)]
pub struct Faults(Vec<Box<dyn Refusal>>);

impl Faults {
    pub fn unless(&mut self, fine: bool, refusal: impl Refusal) {
        if !fine {
            self.0.push(Box::new(refusal));
        }
    }

    pub fn none(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }

    /// The name of an account or a person.
    pub fn name(&mut self, typed: &str) -> String {
        let name = text::line(typed).unwrap_or_default();
        self.unless(!name.is_empty(), AccountRefused::NoName);
        self.unless(name.chars().count() <= LONGEST_NAME, AccountRefused::NameTooLong);
        name
    }

    /// One line of text that may be missing.
    pub fn line(&mut self, typed: Option<&str>, field: &'static str) -> Option<String> {
        let line = text::line(typed?)?;
        self.unless(line.chars().count() <= LONGEST_LINE, AccountRefused::TooLong(field));
        Some(line)
    }

    /// What the tax office calls it. Whoever is not from here has a number of another kind.
    fn tax_number(&mut self, typed: Option<&str>, country: Option<&str>) -> Option<String> {
        let typed = text::line(typed?)?;
        let number = if country.is_none_or(|it| it == "ID") {
            TaxNumber::read(&typed).map(|it| it.stored())
        } else {
            let letters = typed.to_uppercase().chars().filter(|it| it.is_alphanumeric()).collect();
            Some(letters).filter(|it: &String| (4..=30).contains(&it.len()))
        };
        self.unless(number.is_some(), AccountRefused::NoTaxNumber);
        number
    }

    /// A telephone number that may be missing.
    pub fn phone(&mut self, typed: Option<&str>, field: &'static str) -> Option<String> {
        let typed = text::line(typed?)?;
        let phone = text::phone(&typed);
        self.unless(phone.is_some(), AccountRefused::NoPhone(field));
        phone
    }
}
