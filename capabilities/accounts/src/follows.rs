//! What of this capability hangs on an account or on a contact, for when two become one.

use frame::follows::Follows;

pub const FOLLOWS: &[Follows] = &[
    Follows::moves("account", "account", "parent_id").stamped("updated_at"),
    Follows::moves("account", "address", "account_id"),
    // There is one place for each account: its key is the company.
    Follows::moves_where_free("account", "place", "account_id", "company_id"),
    Follows::moves("account", "sighting", "account_id"),
    Follows::moves_where_free("account", "account_contact", "account_id", "contact_id"),
    Follows::moves_where_free("account", "account_tag", "account_id", "tag_id"),
    Follows::moves_where_free("account", "account_member", "account_id", "person_id"),
    // There is one way to pay for each account: its key is the company.
    Follows::moves_where_free("account", "account_payment", "account_id", "company_id"),
    Follows::moves("account", "bank_account", "account_id"),
    Follows::moves("account", "bank_change", "account_id"),
    Follows::moves_where_free("account", "custom_value", "account_id", "field_id"),
    // Written anew from what the account is then.
    Follows::stays("account", "account_key", "account_id"),
    // Said of the two as they were.
    Follows::stays("account", "account_duplicate", "first_id"),
    Follows::stays("account", "account_duplicate", "second_id"),
    Follows::stays("account", "account_merge", "survivor_id"),
    Follows::stays("account", "account_merge", "merged_id"),
    Follows::moves_where_free("contact", "account_contact", "contact_id", "account_id"),
    Follows::moves_where_free("contact", "custom_value", "contact_id", "field_id"),
    // Written anew from what the contact is then.
    Follows::stays("contact", "contact_key", "contact_id"),
    // Said of the two as they were.
    Follows::stays("contact", "contact_duplicate", "first_id"),
    Follows::stays("contact", "contact_duplicate", "second_id"),
    Follows::stays("contact", "contact_merge", "survivor_id"),
    Follows::stays("contact", "contact_merge", "merged_id"),
];
