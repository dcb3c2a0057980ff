//! The words for what the database keeps as codes.

use std::collections::HashMap;

use kernel::PersonId;

use crate::book_move::MoveState;
use crate::book_move_row::RowState;
use crate::handover_rule::WonWay;
use crate::plan_move::{BANK_CHANGE, TWIN, VISIT_TODAY};
use crate::rules::{Reason, Way};
use crate::words::Words;

impl Words {
    pub fn way(self, way: Way) -> &'static str {
        match way {
            Way::ToOne => self.way_to_one(),
            Way::EqualNumber => self.way_equal_number(),
            Way::EqualWorth => self.way_equal_worth(),
            Way::LeastLoaded => self.way_least_loaded(),
            Way::Territory => self.way_territory(),
            Way::Industry => self.way_industry(),
        }
    }

    pub fn won_way(self, way: WonWay) -> &'static str {
        match way {
            WonWay::Nobody => self.won_nobody(),
            WonWay::LeastLoaded => self.won_least_loaded(),
            WonWay::Territory => self.won_territory(),
            WonWay::Named => self.won_named(),
        }
    }

    pub fn move_state(self, state: MoveState) -> &'static str {
        match state {
            MoveState::Planned => self.state_planned(),
            MoveState::Running => self.state_running(),
            MoveState::Done => self.state_done(),
            MoveState::Undoing => self.state_undoing(),
            MoveState::Undone => self.state_undone(),
            MoveState::Discarded => self.state_discarded(),
        }
    }

    pub fn row_state(self, state: RowState) -> &'static str {
        match state {
            RowState::Planned => self.row_planned(),
            RowState::Stays => self.row_stays(),
            RowState::Moved => self.row_moved(),
            RowState::Changed => self.row_changed(),
            RowState::Refused => self.row_refused(),
            RowState::Undone => self.row_undone(),
            RowState::Left => self.row_left(),
        }
    }

    /// Why a client goes where it goes.
    pub fn reason(self, reason: &Reason) -> String {
        match reason {
            Reason::Named => self.why_named().to_owned(),
            Reason::Kept => self.why_kept().to_owned(),
            Reason::OnlyOne => self.why_only_one().to_owned(),
            Reason::EqualNumber { count } => self.why_equal_number(*count),
            Reason::EqualWorth => self.why_equal_worth().to_owned(),
            Reason::LeastLoaded { load } => self.why_least_loaded(*load),
            Reason::Territory { city, count } => self.why_territory(*count, city),
            Reason::Industry { industry, count } => self.why_industry(*count, industry),
            Reason::NoRoom { cap } => self.why_no_room(*cap),
        }
    }

    /// What stands in the way of a client, in sentences.
    pub fn conflicts(self, words: &str) -> Vec<&'static str> {
        let said = words.split(',').filter_map(|word| match word {
            VISIT_TODAY => Some(self.conflict_visit_today()),
            BANK_CHANGE => Some(self.conflict_bank_change()),
            TWIN => Some(self.conflict_twin()),
            _ => None,
        });
        said.collect()
    }
}

impl MoveState {
    /// How a badge shows it.
    pub fn look(self) -> &'static str {
        match self {
            Self::Planned => "waits",
            Self::Running | Self::Undoing => "busy",
            Self::Done => "good",
            Self::Undone | Self::Discarded => "off",
        }
    }
}

impl RowState {
    pub fn look(self) -> &'static str {
        match self {
            Self::Planned => "waits",
            Self::Moved => "good",
            Self::Changed | Self::Refused | Self::Left => "warn",
            Self::Stays | Self::Undone => "off",
        }
    }
}

/// What somebody is called; nothing where nobody is.
pub fn name(names: &HashMap<PersonId, String>, id: Option<PersonId>) -> String {
    id.and_then(|it| names.get(&it).cloned()).unwrap_or_default()
}
