//! A choice becomes the rules by which rows are read.

use super::{Choice, deal_kind};
use crate::rules::draft::{Field, TargetKind};
use crate::rules::guess::is_deal_name;
use crate::rules::mapping::{
    AccountRules, ContactRules, FieldRule, FileMapping, InvoiceRules, OpportunityRules, OwnerRule,
    PaymentRules, PersonRules, ProductRules, ProspectRules, TeamRules,
};
use crate::rules::profile::Profile;

/// What every record of this kind must have.
pub const fn needed(target: TargetKind) -> &'static [Field] {
    match target {
        TargetKind::Team | TargetKind::Person | TargetKind::Account | TargetKind::Prospect => {
            &[Field::Name]
        }
        TargetKind::Product => &[Field::Name, Field::Price],
        TargetKind::Contact => &[Field::Name, Field::Account],
        TargetKind::Opportunity => &[Field::ExternalId, Field::Agent, Field::Stage, Field::Kind],
        TargetKind::Invoice | TargetKind::Payment => {
            &[Field::Number, Field::Day, Field::Account, Field::Amount]
        }
        TargetKind::LedgerDay | TargetKind::Tag => &[],
    }
}

/// The rules of a file that is called so and has these columns; none while something that must
/// be said is not.
pub fn composed(
    choice: &Choice,
    name: &str,
    columns: &[String],
    profiles: &[Profile],
) -> Option<FileMapping> {
    let rule = |field| choice.rule(field, columns);
    let mut file = FileMapping {
        name: name.to_owned(),
        columns: Vec::new(),
        may_have: Vec::new(),
        currency: choice.currency.clone(),
        does: choice.does,
        decimal_mark: Some(choice.decimal_mark),
        day_order: choice.day_order,
        teams: Vec::new(),
        persons: Vec::new(),
        products: Vec::new(),
        accounts: Vec::new(),
        contacts: Vec::new(),
        opportunities: Vec::new(),
        prospects: Vec::new(),
        invoices: Vec::new(),
        payments: Vec::new(),
    };
    match choice.target {
        // Days of a ledger have a reader of their own, and tags stand with their accounts.
        TargetKind::LedgerDay | TargetKind::Tag => return None,
        TargetKind::Team => file.teams.push(TeamRules {
            repeats: false,
            name: rule(Field::Name)?,
            parent: rule(Field::Parent),
        }),
        TargetKind::Person => file.persons.push(PersonRules {
            repeats: false,
            name: rule(Field::Name)?,
            email: rule(Field::Email),
            team: rule(Field::Team),
            role: rule(Field::Role),
            manages: rule(Field::Manages),
        }),
        TargetKind::Product => file.products.push(ProductRules {
            repeats: false,
            name: rule(Field::Name)?,
            series: rule(Field::Series),
            price: rule(Field::Price)?,
        }),
        TargetKind::Account => file.accounts.push(account(choice, columns)?),
        TargetKind::Contact => file.contacts.push(contact(choice, columns)?),
        TargetKind::Opportunity => file.opportunities.push(OpportunityRules {
            repeats: false,
            external_id: rule(Field::ExternalId)?,
            name: rule(Field::Name).or_else(|| name_as_id(choice, columns)),
            agent: rule(Field::Agent)?,
            product: rule(Field::Product),
            account: rule(Field::Account),
            pipeline: rule(Field::Pipeline),
            stage: rule(Field::Stage)?,
            kind: kind(choice, columns, profiles)?,
            engaged_on: rule(Field::EngagedOn),
            closed_on: rule(Field::ClosedOn),
            expected_close_on: rule(Field::ExpectedCloseOn),
            value: rule(Field::Value),
            lost_reason: rule(Field::LostReason),
            next_step: rule(Field::NextStep),
        }),
        TargetKind::Prospect => file.prospects.push(ProspectRules {
            repeats: false,
            name: rule(Field::Name)?,
            external_id: rule(Field::ExternalId),
            contact_name: rule(Field::ContactName),
            post: rule(Field::Post),
            phone: rule(Field::Phone),
            email: rule(Field::Email),
            street: rule(Field::Street),
            city: rule(Field::City),
            province: rule(Field::Province),
            industry: rule(Field::Industry),
            source: rule(Field::Source),
            owner: rule(Field::Owner),
            value: rule(Field::Value),
            note: rule(Field::Note),
        }),
        TargetKind::Invoice => file.invoices.push(invoice(choice, columns)?),
        TargetKind::Payment => file.payments.push(payment(choice, columns)?),
    }
    let read: Vec<String> = file.rules().iter().flat_map(|it| it.fields()).fold(
        Vec::new(),
        |mut read, (_, _, rule)| {
            read.extend(rule.column.iter().chain(&rule.also).cloned());
            read
        },
    );
    file.columns = columns.iter().filter(|it| read.contains(it)).cloned().collect();
    Some(file)
}

/// The rules of a client.
fn account(choice: &Choice, columns: &[String]) -> Option<AccountRules> {
    let rule = |field| choice.rule(field, columns);
    Some(AccountRules {
        repeats: false,
        only: Vec::new(),
        name: rule(Field::Name)?,
        id: rule(Field::Id),
        external_id: rule(Field::ExternalId),
        industry: rule(Field::Industry),
        founded_year: rule(Field::FoundedYear),
        revenue: rule(Field::Revenue),
        currency: rule(Field::Currency),
        employees: rule(Field::Employees),
        country: rule(Field::Country),
        parent: rule(Field::Parent),
        status: rule(Field::Status),
        tier: rule(Field::Tier),
        tax_number: rule(Field::TaxNumber),
        phone: rule(Field::Phone),
        website: rule(Field::Website),
        tags: rule(Field::Tags),
        street: rule(Field::Street),
        city: rule(Field::City),
        province: rule(Field::Province),
        postcode: rule(Field::Postcode),
        address_country: rule(Field::AddressCountry),
        custom: choice.own_rules(columns),
        owner: rule(Field::Owner).map(OwnerRule::Named),
    })
}

/// The rules of somebody at a client.
fn contact(choice: &Choice, columns: &[String]) -> Option<ContactRules> {
    let rule = |field| choice.rule(field, columns);
    Some(ContactRules {
        repeats: false,
        only: Vec::new(),
        name: rule(Field::Name)?,
        account: rule(Field::Account)?,
        email: rule(Field::Email),
        phone: rule(Field::Phone),
        whatsapp: rule(Field::Whatsapp),
        post: rule(Field::Post),
        id: rule(Field::Id),
        external_id: rule(Field::ExternalId),
        channel: rule(Field::Channel),
        birthday: rule(Field::Birthday),
        consent: rule(Field::Consent),
        consent_on: rule(Field::ConsentOn),
        consent_note: rule(Field::ConsentNote),
        custom: choice.own_rules(columns),
    })
}

/// The rules of a document of the ledger.
fn invoice(choice: &Choice, columns: &[String]) -> Option<InvoiceRules> {
    let rule = |field| choice.rule(field, columns);
    Some(InvoiceRules {
        number: rule(Field::Number)?,
        document_kind: rule(Field::DocumentKind),
        day: rule(Field::Day)?,
        due_on: rule(Field::DueOn),
        account: rule(Field::Account)?,
        account_by: choice.account_key,
        currency: rule(Field::AmountCurrency),
        cancels: rule(Field::Cancels),
        product: rule(Field::Product),
        code: rule(Field::Code),
        text: rule(Field::Text),
        quantity: rule(Field::Quantity),
        price: rule(Field::Price),
        discount: rule(Field::Discount),
        discount_rate: rule(Field::DiscountRate),
        amount: rule(Field::Amount),
        tax_rate: rule(Field::TaxRate),
        tax_base: rule(Field::TaxBase),
        tax: rule(Field::Tax),
        document_discount: rule(Field::DocumentDiscount),
        document_discount_rate: rule(Field::DocumentDiscountRate),
        fee: rule(Field::Fee),
        total: rule(Field::Total),
    })
}

/// The rules of a payment.
fn payment(choice: &Choice, columns: &[String]) -> Option<PaymentRules> {
    let rule = |field| choice.rule(field, columns);
    Some(PaymentRules {
        number: rule(Field::Number)?,
        day: rule(Field::Day)?,
        account: rule(Field::Account)?,
        account_by: choice.account_key,
        currency: rule(Field::AmountCurrency),
        amount: rule(Field::Amount)?,
        method: rule(Field::Method),
        pays: rule(Field::Pays),
    })
}

/// Deals that are known by their name are called so as well.
fn name_as_id(choice: &Choice, columns: &[String]) -> Option<FieldRule> {
    let rule = choice.rule(Field::ExternalId, columns)?;
    rule.column.as_deref().is_some_and(is_deal_name).then_some(rule)
}

/// Whether a deal is won stands in a column of its own, or follows from its stage.
fn kind(choice: &Choice, columns: &[String], profiles: &[Profile]) -> Option<FieldRule> {
    let own = choice.rule(Field::Kind, columns);
    if let Some(rule) = own.clone().filter(|rule| rule.always.is_some()) {
        return Some(rule);
    }
    let field = if own.is_some() { Field::Kind } else { Field::Stage };
    let mut rule = choice.rule(field, columns)?;
    if let Some(always) = &rule.always {
        let said = choice.words.get(&Field::Kind).and_then(|it| it.get(always));
        rule.always = Some(said.map_or_else(|| deal_kind(always).to_owned(), Clone::clone));
        return Some(rule);
    }
    let place = columns.iter().position(|it| Some(it) == rule.column.as_ref());
    let words = place.and_then(|it| profiles.get(it)).map(|it| it.words.clone());
    let guessed = words.unwrap_or_default().into_iter();
    rule.values = guessed.map(|it| (it.clone(), deal_kind(&it).to_owned())).collect();
    rule.values.extend(choice.words.get(&Field::Kind).cloned().unwrap_or_default());
    Some(rule)
}
