//! Why something about tags, a team, terms or bank accounts of a client is refused.

use kernel::{Lang, Refusal};

use super::custom::{LONGEST_HELP, MOST_CHOICES, MOST_FIELDS};
use crate::words::Words;

/// The longest tag, in letters.
pub const LONGEST_TAG: usize = 40;
/// More tags than these on one client tell nothing.
pub const MOST_TAGS: usize = 20;
/// More accounts than these are narrowed first, or brought in by an import.
pub const MOST_AT_ONCE: usize = 2_000;
/// Nobody knows more colleagues than these at one client.
pub const MOST_MEMBERS: usize = 20;
/// A list that one chooses from is no longer than this.
pub const MOST_TERMS: usize = 30;
/// The longest name of an entry of the company's lists.
pub const LONGEST_LABEL: usize = 60;
/// The longest reason that somebody gives.
pub const LONGEST_REASON: usize = 500;

/// Why something about tags, a team, terms or bank accounts of a client is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClientRefused {
    #[error("a tag too long")]
    TagTooLong,
    #[error("too many tags")]
    TooManyTags,
    #[error("the owner is on the team")]
    OwnerOnTeam,
    #[error("no share")]
    NoShare,
    #[error("more shares than there are")]
    SharesTooLarge,
    #[error("too many on the team")]
    TeamTooLarge,
    #[error("unknown colleague")]
    UnknownColleague,
    #[error("no number of days")]
    NoDays,
    #[error("no label")]
    NoLabel,
    #[error("too many terms")]
    TooManyTerms,
    #[error("the usual term is on offer")]
    UsualTerm,
    #[error("unknown term")]
    UnknownTerm,
    #[error("no bank")]
    NoBank,
    #[error("no number of a bank account")]
    NoBankNumber,
    #[error("no holder of a bank account")]
    NoHolder,
    #[error("no reason")]
    NoReason,
    #[error("the bank account is known")]
    BankKnown,
    #[error("nothing would change")]
    SameBank,
    #[error("a change of the bank account waits already")]
    BankChangeWaits,
    #[error("decided by whoever asked for it")]
    OwnProposal,
    #[error("the change is decided already")]
    BankDecided,
    #[error("one tag at a time")]
    OneTag,
    #[error("too many accounts at once")]
    TooManyAtOnce,
    #[error("too many fields")]
    TooManyFields,
    #[error("too long a help")]
    HelpTooLong,
    #[error("nothing to choose from")]
    NoChoices,
    #[error("kept by those who do not see it")]
    KeptUnseen,
    #[error("unknown choice in `{0}`")]
    NoChoice(&'static str),
}

impl Refusal for ClientRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::TagTooLong => "accounts.tag_too_long",
            Self::TooManyTags => "accounts.too_many_tags",
            Self::OwnerOnTeam => "accounts.owner_on_team",
            Self::NoShare => "accounts.no_share",
            Self::SharesTooLarge => "accounts.shares_too_large",
            Self::TeamTooLarge => "accounts.team_too_large",
            Self::UnknownColleague => "accounts.unknown_colleague",
            Self::NoDays => "accounts.no_days",
            Self::NoLabel => "accounts.no_label",
            Self::TooManyTerms => "accounts.too_many_terms",
            Self::UsualTerm => "accounts.usual_term",
            Self::UnknownTerm => "accounts.unknown_term",
            Self::NoBank => "accounts.no_bank",
            Self::NoBankNumber => "accounts.no_bank_number",
            Self::NoHolder => "accounts.no_holder",
            Self::NoReason => "accounts.no_reason",
            Self::BankKnown => "accounts.bank_known",
            Self::SameBank => "accounts.same_bank",
            Self::BankChangeWaits => "accounts.bank_change_waits",
            Self::OwnProposal => "accounts.own_proposal",
            Self::BankDecided => "accounts.bank_decided",
            Self::OneTag => "accounts.one_tag",
            Self::TooManyAtOnce => "accounts.too_many_at_once",
            Self::TooManyFields => "accounts.too_many_fields",
            Self::HelpTooLong => "accounts.help_too_long",
            Self::NoChoices => "accounts.no_choices",
            Self::KeptUnseen => "accounts.kept_unseen",
            Self::NoChoice(_) => "accounts.no_choice",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::TagTooLong | Self::TooManyTags | Self::OneTag => Some("tags"),
            Self::NoShare | Self::SharesTooLarge => Some("share"),
            Self::OwnerOnTeam | Self::UnknownColleague | Self::TeamTooLarge => Some("person_id"),
            Self::NoDays => Some("days"),
            Self::NoLabel => Some("label_id"),
            Self::UnknownTerm => Some("term"),
            Self::NoBank => Some("bank"),
            Self::NoBankNumber | Self::BankKnown => Some("number"),
            Self::NoHolder => Some("holder"),
            Self::NoReason => Some("reason"),
            Self::HelpTooLong => Some("help_id"),
            Self::NoChoices => Some("more"),
            Self::KeptUnseen => Some("kept_by"),
            Self::NoChoice(field) => Some(field),
            Self::TooManyTerms
            | Self::TooManyFields
            | Self::TooManyAtOnce
            | Self::UsualTerm
            | Self::SameBank
            | Self::BankChangeWaits
            | Self::OwnProposal
            | Self::BankDecided => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::TagTooLong => return w.refused_too_long(count(LONGEST_TAG)),
            Self::TooManyTags => return w.refused_too_many_tags(count(MOST_TAGS)),
            Self::TeamTooLarge => return w.refused_team_too_large(count(MOST_MEMBERS)),
            Self::TooManyTerms => return w.refused_too_many_terms(count(MOST_TERMS)),
            Self::NoLabel => return w.refused_no_label(count(LONGEST_LABEL)),
            Self::NoReason => return w.refused_no_reason(count(LONGEST_REASON)),
            Self::TooManyAtOnce => return w.refused_too_many_at_once(count(MOST_AT_ONCE)),
            Self::TooManyFields => return w.refused_too_many_fields(count(MOST_FIELDS)),
            Self::HelpTooLong => return w.refused_too_long(count(LONGEST_HELP)),
            Self::NoChoices => return w.refused_no_choices(count(MOST_CHOICES)),
            Self::OneTag => w.refused_one_tag(),
            Self::KeptUnseen => w.refused_kept_unseen(),
            Self::OwnerOnTeam => w.refused_owner_on_team(),
            Self::NoShare => w.refused_no_share(),
            Self::SharesTooLarge => w.refused_shares_too_large(),
            Self::UnknownColleague => w.refused_unknown_colleague(),
            Self::NoDays => w.refused_no_days(),
            Self::UsualTerm => w.refused_usual_term(),
            Self::UnknownTerm => w.refused_unknown_term(),
            Self::NoBank => w.refused_no_bank(),
            Self::NoBankNumber => w.refused_no_bank_number(),
            Self::NoHolder => w.refused_no_holder(),
            Self::BankKnown => w.refused_bank_known(),
            Self::SameBank => w.refused_same_bank(),
            Self::BankChangeWaits => w.refused_bank_change_waits(),
            Self::OwnProposal => w.refused_own_proposal(),
            Self::BankDecided => w.refused_bank_decided(),
            Self::NoChoice(_) => w.refused_no_choice(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
