//! What people may write about a prospect, checked as a whole.

use frame::{Ctx, Error, Result, text};
use kernel::{Day, Refusal};

use crate::choice::{self, Choices, List};
use crate::prospect::Model;
use crate::rules::{LARGEST_AMOUNT, LONGEST_LINE, LONGEST_NAME, LONGEST_NOTE, ProspectRefused};

/// Where prospects come from when nobody says.
pub const OTHER_SOURCE: &str = "other";

/// What people may write about a prospect; its status and its owner change by verbs of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProspectFields {
    /// Of the company, the shop, or the person.
    pub name: String,
    pub contact_name: Option<String>,
    pub contact_role: Option<String>,
    /// As it was typed; it is kept as E.164.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub province: Option<String>,
    pub industry: Option<String>,
    /// A code of the company's list.
    pub source: String,
    pub note: Option<String>,
    /// In minor units.
    pub amount: Option<i64>,
    /// The company's own, unless told.
    pub currency: String,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
}

impl ProspectFields {
    /// As a prospect has them.
    pub fn of(it: &Model) -> Self {
        Self {
            name: it.name.clone(),
            contact_name: it.contact_name.clone(),
            contact_role: it.contact_role.clone(),
            phone: it.phone.clone(),
            email: it.email.clone(),
            street: it.street.clone(),
            city: it.city.clone(),
            province: it.province.clone(),
            industry: it.industry.clone(),
            source: it.source.clone(),
            note: it.note.clone(),
            amount: it.value_amount,
            currency: it.value_currency.clone(),
            next_step: it.next_step.clone(),
            next_step_on: it.next_step_on,
        }
    }

    /// Fit to store, or every fault at once. What it `had` may stay, though it is offered no more.
    pub async fn checked(self, ctx: &Ctx, had: Option<&Model>) -> Result<Self> {
        let choices = choice::all(ctx).await?;
        let own = people::company::mine(ctx).await?.currency;
        let had = had.map(|it| it.source.as_str());
        self.settled(&choices, &own, had).map_err(Error::Invalid)
    }

    /// As [`checked`](Self::checked), with what the company has settled at hand.
    pub fn settled(
        self,
        choices: &Choices,
        own_currency: &str,
        had_source: Option<&str>,
    ) -> Result<Self, Vec<Box<dyn Refusal>>> {
        let mut faults = Faults::default();
        let name = faults.name(&self.name, "name").unwrap_or_default();
        faults.unless(!name.is_empty(), ProspectRefused::NoName);
        let contact_name =
            self.contact_name.as_deref().and_then(|it| faults.name(it, "contact_name"));
        let contact_role = faults.line(self.contact_role.as_deref(), "contact_role");
        let phone = self.phone.as_deref().and_then(text::line).and_then(|typed| {
            let phone = text::phone(&typed);
            faults.unless(phone.is_some(), ProspectRefused::NoPhone);
            phone
        });
        let email = self.email.as_deref().and_then(text::line).and_then(|typed| {
            let email = people::rules::email(&typed);
            faults.unless(email.is_some(), ProspectRefused::NoEmail);
            email
        });
        let street = faults.line(self.street.as_deref(), "street");
        let city = faults.line(self.city.as_deref(), "city");
        let province = faults.line(self.province.as_deref(), "province");
        let industry = faults.line(self.industry.as_deref(), "industry");
        let source = source(&self.source, choices, had_source);
        faults.unless(source.is_some(), ProspectRefused::UnknownSource);
        let note = self.note.as_deref().and_then(text::paragraphs);
        let long = note.as_ref().is_none_or(|it| it.chars().count() <= LONGEST_NOTE);
        faults.unless(long, ProspectRefused::TooLong("note"));
        let amount = self.amount.is_none_or(|it| (0..=LARGEST_AMOUNT).contains(&it));
        faults.unless(amount, ProspectRefused::NoAmount);
        let currency = match self.currency.trim() {
            "" => own_currency.to_owned(),
            said => said.to_ascii_uppercase(),
        };
        let three = currency.len() == 3 && currency.bytes().all(|it| it.is_ascii_uppercase());
        faults.unless(three, ProspectRefused::NoCurrency);
        let next_step = faults.line(self.next_step.as_deref(), "next_step");
        let step = self.next_step_on.is_none() || next_step.is_some();
        faults.unless(step, ProspectRefused::DayOfNoStep);
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        Ok(Self {
            name,
            contact_name,
            contact_role,
            phone,
            email,
            street,
            city,
            province,
            industry,
            source: source.unwrap_or_default(),
            note,
            amount: self.amount,
            currency,
            next_step,
            next_step_on: self.next_step_on,
        })
    }
}

/// The source that was meant, among those that are offered.
fn source(said: &str, choices: &Choices, had: Option<&str>) -> Option<String> {
    let said = said.trim();
    if had == Some(said) {
        return Some(said.to_owned());
    }
    let offered = |code: &str| choices.offered(List::Source).any(|it| it.code == code);
    if said.is_empty() {
        let first = choices.offered(List::Source).next().map(|it| it.code.clone());
        return if offered(OTHER_SOURCE) { Some(OTHER_SOURCE.to_owned()) } else { first };
    }
    offered(said).then(|| said.to_owned())
}

/// What is wrong with a form, gathered until all of it has been looked at.
#[derive(Default)]
struct Faults(Vec<Box<dyn Refusal>>);

impl Faults {
    fn unless(&mut self, fine: bool, refusal: ProspectRefused) {
        if !fine {
            self.0.push(Box::new(refusal));
        }
    }

    fn name(&mut self, typed: &str, field: &'static str) -> Option<String> {
        let name = text::line(typed)?;
        let fits = name.chars().count() <= LONGEST_NAME;
        self.unless(fits, ProspectRefused::NameTooLong(field));
        Some(name)
    }

    fn line(&mut self, typed: Option<&str>, field: &'static str) -> Option<String> {
        let line = text::line(typed?)?;
        self.unless(line.chars().count() <= LONGEST_LINE, ProspectRefused::TooLong(field));
        Some(line)
    }
}
