//! The words for what the database keeps as codes.

use frame::text::shown_phone;
use kernel::tax_number::TaxNumber;

use crate::account::{self, AccountStatus};
use crate::address::AddressLabel;
use crate::contact;
use crate::learn_place::shown;
use crate::place::{self, PlaceState};
use crate::words::Words;

impl Words {
    pub fn status(self, status: AccountStatus) -> &'static str {
        match status {
            AccountStatus::Prospect => self.status_prospect(),
            AccountStatus::Client => self.status_client(),
            AccountStatus::Former => self.status_former(),
        }
    }

    pub fn label(self, label: AddressLabel) -> &'static str {
        match label {
            AddressLabel::Main => self.address_main(),
            AddressLabel::Billing => self.address_billing(),
            AddressLabel::Delivery => self.address_delivery(),
            AddressLabel::Other => self.address_other(),
        }
    }

    pub fn place_state(self, state: PlaceState) -> &'static str {
        match state {
            PlaceState::Proposed => self.place_proposed(),
            PlaceState::Confirmed => self.place_confirmed(),
            PlaceState::Moved => self.place_moved(),
        }
    }
}

impl AccountStatus {
    /// How a badge shows it: its shape and its colour.
    pub fn look(self) -> &'static str {
        match self {
            Self::Prospect => "open",
            Self::Client => "good",
            Self::Former => "off",
        }
    }
}

impl account::Model {
    /// In groups that can be read aloud.
    pub fn tax_shown(&self) -> Option<String> {
        let number = self.tax_number.clone()?;
        Some(TaxNumber::read(&number).map_or(number, |it| it.shown()))
    }

    /// As people here write it; empty when there is none.
    pub fn phone_shown(&self) -> String {
        self.phone.as_deref().map(shown_phone).unwrap_or_default()
    }
}

impl contact::Model {
    /// As people here write it; empty when there is none.
    pub fn phone_shown(&self) -> String {
        self.phone.as_deref().map(shown_phone).unwrap_or_default()
    }
}

impl place::Model {
    /// How a badge shows its state.
    pub fn look(&self) -> &'static str {
        match self.state {
            PlaceState::Proposed => "open",
            PlaceState::Confirmed => "good",
            PlaceState::Moved => "waits",
        }
    }

    /// As people copy it.
    pub fn coordinates(&self) -> String {
        shown(self.point())
    }
}
