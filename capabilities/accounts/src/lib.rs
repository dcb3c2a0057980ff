//! Accounts: the clients, the people there, and where they are found.

kernel::words!();

pub mod rules;
pub mod account;
pub mod address;
pub mod place;
pub mod sighting;
pub mod contact;
pub mod account_contact;
pub mod contact_merge;
pub mod contact_merge_row;
pub mod pairs;
pub mod keys;
pub mod account_key;
pub mod duplicate;
pub mod contact_key;
pub mod contact_duplicate;
pub mod duplicate_scan;
pub mod merge;
pub mod merge_row;
pub mod tag;
pub mod account_tag;
pub mod account_member;
pub mod payment_term;
pub mod account_payment;
pub mod bank_account;
pub mod bank_change;
pub mod custom_field;
pub mod custom_value;
pub mod industry;
pub mod meant;
pub mod as_seen;

mod account_out;
mod fields;
mod say;
mod owners;
mod posts;
mod remember;
mod remember_contacts;
mod build_keys;
mod build_contact_keys;
mod follow_import;
mod follows;
mod find_accounts;
mod ask_accounts;
mod list_accounts;
mod find_places;
mod map_accounts;
mod export_accounts;
mod pick_owner;
mod account_form;
mod account_in;
mod look_alikes;
mod open_account;
mod change_account;
mod change_owner;
mod bulk_change;
mod bulk_row;
mod bulk;
mod change_in_bulk;
mod undo_bulk;
mod hide_account;
mod merging;
mod merge_accounts;
mod merge_page;
mod undo_merge;
mod merged_here;
mod scan_duplicates;
mod twins_page;
mod list_duplicates;
mod list_contact_duplicates;
mod set_tags;
mod put_member;
mod account_team;
mod begin;
mod birthdays;
mod keep_term;
mod keep_field;
mod field_settings;
mod list_fields;
mod settle_field;
mod set_values;
mod custom_inputs;
mod custom_cell;
mod settings;
mod set_payment;
mod propose_bank;
mod decide_bank;
mod tell_bank_change;
mod bank_accounts;
mod list_bank_changes;
mod depth;
mod tell_depth;
mod tell;
mod show_account;
mod account_seen;
mod contact_seen;
mod within_reach;
mod keep_address;
mod keep_contact;
mod look_alike_contacts;
mod hide_contact;
mod take_off_contact;
mod tell_contact;
mod merge_contacts;
mod merge_contacts_page;
mod undo_contact_merge;
mod gone_contact;
mod contact_form;
mod export_cards;
mod find_contacts;
mod ask_contacts;
mod list_contacts;
mod show_contacts;
mod export_contacts;
mod learn_place;
mod set_place;
mod mark_visited;
mod reached_by;
mod offer_words;
mod searched;
mod search;
mod snapshot;

use frame::jobs::{Every, Kind};
use frame::stream::Reader;
use frame::web::list::Listed;
use frame::{App, Table};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use account::{AccountId, AccountStatus, Tier};
pub use account_member::{MemberRole, ShareKind};
pub use account_out::AccountOut;
pub use account_payment::PaymentMethod;
pub use account_payment::term_of;
pub use address::{AddressId, AddressLabel, AddressOut};
pub use ask_accounts::is_wide;
pub use begin::begin_with;
pub use birthdays::{BirthdayThere, birthdays};
pub use change_account::{change_account, set_custom, touch};
pub use change_owner::{change_owner, pass_on};
pub use contact::{ContactId, ContactOut};
pub use custom_field::FieldRecord;
pub use decide_bank::{accept_bank, refuse_bank, withdraw_bank};
pub use fields::AccountFields;
pub use follows::FOLLOWS;
pub use hide_account::{hide_account, restore_account};
pub use hide_contact::{hide_contact, restore_contact};
pub use keep_address::{AddressFields, add_address, change_address, remove_address};
pub use keep_contact::{
    ContactFields, NewContact, add_contact, change_contact, change_post, link_contact,
};
pub use keep_field::{FieldSettings, add_field, change_field};
pub use learn_place::learn_place;
pub use list_contact_duplicates::{dismiss_contact_duplicate, reopen_contact_duplicate};
pub use list_duplicates::{dismiss_duplicate, reopen_duplicate};
pub use look_alikes::{LookAlike, LookAlikes, likeness_part, look_alikes, traits};
pub use mark_visited::{correct_last_visit, mark_visited};
pub use merge::get_standing;
pub use merge_accounts::{MergeField, merge_accounts};
pub use merge_contacts::{ContactField, merge_contacts};
pub use merging::Unmerged;
pub use offer_words::{add_industry, add_tag, remove_field, remove_industry, remove_tag};
pub use open_account::{NewAccount, known_owner, open_account, open_once};
pub use owners::owners as keepers;
pub use place::{PlaceId, PlaceOut, PlaceState};
pub use posts::{Post, posts};
pub use propose_bank::{BankFields, NewBankChange, propose_bank};
pub use put_member::{Member, put_member, remove_member};
pub use reached_by::{Colleague, colleagues};
pub use remember::forget_accounts;
pub use remember_contacts::forget_contacts;
pub use rules::custom::{Choice, Circle, FieldKind, FieldLimits};
pub use rules::vcard::{Card, Version as CardVersion, text as cards_text};
pub use scan_duplicates::scan_duplicates;
pub use searched::SEARCHED;
pub use set_payment::{Payment, set_payment};
pub use set_place::{decide_move, set_place};
pub use set_tags::set_tags;
pub use set_values::Said;
pub use show_account::account_page;
pub use snapshot::{Client, Snapshot, snapshot};
pub use take_off_contact::{TAKEN_OFF, may_be_put_back, take_off_contact};
pub use tell::TELLER;
pub use undo_contact_merge::undo_contact_merge;
pub use undo_merge::undo_merge;
pub use within_reach::unname_parents;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_accounts::routes())
        .merge(map_accounts::routes())
        .merge(export_accounts::routes())
        .merge(pick_owner::routes())
        .merge(open_account::routes())
        .merge(show_account::routes())
        .merge(change_account::routes())
        .merge(change_owner::routes())
        .merge(change_in_bulk::routes())
        .merge(undo_bulk::routes())
        .merge(hide_account::routes())
        .merge(keep_address::routes())
        .merge(contact_form::routes())
        .merge(look_alike_contacts::routes())
        .merge(hide_contact::routes())
        .merge(take_off_contact::routes())
        .merge(merge_contacts::routes())
        .merge(merge_contacts_page::routes())
        .merge(undo_contact_merge::routes())
        .merge(list_contacts::routes())
        .merge(show_contacts::routes())
        .merge(export_contacts::routes())
        .merge(set_place::routes())
        .merge(look_alikes::routes())
        .merge(merge_accounts::routes())
        .merge(merge_page::routes())
        .merge(undo_merge::routes())
        .merge(scan_duplicates::routes())
        .merge(list_duplicates::routes())
        .merge(list_contact_duplicates::routes())
        .merge(search::routes())
        .merge(account_team::routes())
        .merge(set_payment::routes())
        .merge(bank_accounts::routes())
        .merge(list_bank_changes::routes())
        .merge(settings::routes())
        .merge(field_settings::routes())
        .merge(list_fields::routes())
        .merge(settle_field::routes())
        .merge(export_cards::routes())
}

/// The list of clients, of which people keep views.
pub const LIST: Listed = Listed {
    word: "accounts",
    path: "/accounts",
    section: "accounts",
    area: Area::Accounts,
    ask: |ctx, question| Box::pin(ask_accounts::ask_accounts(ctx, question)),
};

/// The same of the people there.
pub const CONTACT_LIST: Listed = Listed {
    word: "contacts",
    path: "/contacts",
    section: "contacts",
    area: Area::Accounts,
    ask: |ctx, question| Box::pin(ask_contacts::ask_contacts(ctx, question)),
};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<account::Entity>(),
    Table::of::<address::Entity>(),
    Table::of::<place::Entity>(),
    Table::of::<sighting::Entity>(),
    Table::of::<contact::Entity>(),
    Table::of::<account_contact::Entity>(),
    Table::of::<contact_merge::Entity>(),
    Table::of::<contact_merge_row::Entity>(),
    Table::of::<account_key::Entity>(),
    Table::of::<duplicate::Entity>(),
    Table::of::<contact_key::Entity>(),
    Table::of::<contact_duplicate::Entity>(),
    Table::of::<duplicate_scan::Entity>(),
    Table::of::<merge::Entity>(),
    Table::of::<merge_row::Entity>(),
    Table::of::<bulk_change::Entity>(),
    Table::of::<bulk_row::Entity>(),
    Table::of::<tag::Entity>(),
    Table::of::<account_tag::Entity>(),
    Table::of::<account_member::Entity>(),
    Table::of::<payment_term::Entity>(),
    Table::of::<account_payment::Entity>(),
    Table::of::<bank_account::Entity>(),
    Table::of::<bank_change::Entity>(),
    Table::of::<custom_field::Entity>(),
    Table::of::<custom_value::Entity>(),
    Table::of::<industry::Entity>(),
];

/// What may be left for later.
pub const JOBS: &[Kind] = &[
    Kind::of::<build_keys::BuildKeys>(),
    Kind::of::<build_contact_keys::BuildContactKeys>(),
    Kind::of::<scan_duplicates::ScanDuplicates>(),
    Kind::of::<tell_bank_change::TellBankChange>(),
    Kind::of::<tell_bank_change::MailBankChange>(),
];

/// What comes round by itself.
pub const EVERY: &[Every] =
    &[Every { name: "accounts.keys", minutes: 1_440, run: build_keys::build_missing }];

/// What follows here from what happens elsewhere.
pub const READERS: &[Reader] = &[follow_import::FOLLOW_IMPORT];

#[cfg(test)]
mod tests;
