//! What fields are called.

use kernel::Lang;

use crate::rules::draft::Field;
use crate::words::Words;

/// What a field is called.
pub fn field_name(field: Field, lang: Lang) -> String {
    let w = Words::of(lang);
    match field {
        Field::Name => w.field_name(),
        Field::Parent => w.field_parent(),
        Field::Email => w.field_email(),
        Field::Team => w.field_team(),
        Field::Role => w.field_role(),
        Field::Manages => w.field_manages(),
        Field::Series => w.field_series(),
        Field::Price => w.field_price(),
        Field::Industry => w.field_industry(),
        Field::FoundedYear => w.field_founded_year(),
        Field::Revenue => w.field_revenue(),
        Field::Employees => w.field_employees(),
        Field::Currency => w.field_currency(),
        Field::Tier => w.field_tier(),
        Field::TaxNumber => w.field_tax_number(),
        Field::Tags => w.field_tags(),
        Field::Channel => w.field_channel(),
        Field::Birthday => w.field_birthday(),
        Field::Consent => w.field_consent(),
        Field::ConsentOn => w.field_consent_on(),
        Field::ConsentNote => w.field_consent_note(),
        Field::Id => w.field_id(),
        Field::Postcode => w.field_postcode(),
        Field::AddressCountry => w.field_address_country(),
        Field::Custom => w.field_custom(),
        Field::Country => w.field_country(),
        Field::Status => w.field_status(),
        Field::Phone => w.field_phone(),
        Field::Website => w.field_website(),
        Field::Owner => w.field_owner(),
        Field::Post => w.field_post(),
        Field::Whatsapp => w.field_whatsapp(),
        Field::ExternalId => w.field_external_id(),
        Field::Agent => w.field_agent(),
        Field::Product => w.field_product(),
        Field::Account => w.field_account(),
        Field::Stage => w.field_stage(),
        Field::Kind => w.field_kind(),
        Field::EngagedOn => w.field_engaged_on(),
        Field::ClosedOn => w.field_closed_on(),
        Field::ExpectedCloseOn => w.field_expected_close_on(),
        Field::Pipeline => w.field_pipeline(),
        Field::LostReason => w.field_lost_reason(),
        Field::NextStep => w.field_next_step(),
        Field::Value => w.field_value(),
        Field::ContactName => w.field_contact_name(),
        Field::Street => w.field_street(),
        Field::City => w.field_city(),
        Field::Province => w.field_province(),
        Field::Source => w.field_source(),
        Field::Note => w.field_note(),
    }
    .to_owned()
}
