//! Why something about a prospect is refused.

use kernel::{Lang, Refusal};

use super::{
    DAYS_TO_RESTORE, LARGEST_LIMIT, LONGEST_LABEL, LONGEST_LINE, LONGEST_NAME, MOST_AT_ONCE,
    MOST_RULES,
};
use crate::words::Words;

/// Why something about a prospect is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProspectRefused {
    #[error("no name")]
    NoName,
    #[error("a name too long in `{0}`")]
    NameTooLong(&'static str),
    #[error("too long a text in `{0}`")]
    TooLong(&'static str),
    #[error("no telephone number")]
    NoPhone,
    #[error("no address of mail")]
    NoEmail,
    #[error("no amount")]
    NoAmount,
    #[error("no currency")]
    NoCurrency,
    #[error("no day")]
    NoDay,
    #[error("a day for no step")]
    DayOfNoStep,
    #[error("unknown source")]
    UnknownSource,
    #[error("unknown reason")]
    NoReason,
    #[error("unknown owner")]
    UnknownOwner,
    #[error("another prospect has this key and other words")]
    KeyTaken,
    #[error("changed meanwhile by {by}")]
    Stale { by: String },
    #[error("it is converted")]
    Converted,
    #[error("it was let go")]
    LetGo,
    #[error("it is not converted")]
    NotConverted,
    #[error("nobody owns it")]
    Nobody,
    #[error("no such step of its way")]
    NoStatus,
    #[error("too late to take back")]
    TooLate,
    #[error("unknown account")]
    UnknownAccount,
    #[error("unknown contact")]
    UnknownContact,
    #[error("no name for the deal")]
    NoDealName,
    #[error("something hangs on what came of it: {what}")]
    HangsOn { what: String },
    #[error("no name for a rule")]
    NoRuleName,
    #[error("a rule for nobody")]
    RuleForNobody,
    #[error("no way to choose")]
    NoWay,
    #[error("no limit in `{0}`")]
    NoLimit(&'static str),
    #[error("too many rules")]
    TooManyRules,
    #[error("no label in `{0}`")]
    NoLabel(&'static str),
    #[error("the last of its list")]
    LastOfList,
    #[error("too many at once")]
    TooManyAtOnce,
}

impl Refusal for ProspectRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "prospects.no_name",
            Self::NameTooLong(_) => "prospects.name_too_long",
            Self::TooLong(_) => "prospects.too_long",
            Self::NoPhone => "prospects.no_phone",
            Self::NoEmail => "prospects.no_email",
            Self::NoAmount => "prospects.no_amount",
            Self::NoCurrency => "prospects.no_currency",
            Self::NoDay => "prospects.no_day",
            Self::DayOfNoStep => "prospects.day_of_no_step",
            Self::UnknownSource => "prospects.unknown_source",
            Self::NoReason => "prospects.no_reason",
            Self::UnknownOwner => "prospects.unknown_owner",
            Self::KeyTaken => "prospects.key_taken",
            Self::Stale { .. } => "prospects.stale",
            Self::Converted => "prospects.converted",
            Self::LetGo => "prospects.let_go",
            Self::NotConverted => "prospects.not_converted",
            Self::Nobody => "prospects.nobody",
            Self::NoStatus => "prospects.no_status",
            Self::TooLate => "prospects.too_late",
            Self::UnknownAccount => "prospects.unknown_account",
            Self::UnknownContact => "prospects.unknown_contact",
            Self::NoDealName => "prospects.no_deal_name",
            Self::HangsOn { .. } => "prospects.hangs_on",
            Self::NoRuleName => "prospects.no_rule_name",
            Self::RuleForNobody => "prospects.rule_for_nobody",
            Self::NoWay => "prospects.no_way",
            Self::NoLimit(_) => "prospects.no_limit",
            Self::TooManyRules => "prospects.too_many_rules",
            Self::NoLabel(_) => "prospects.no_label",
            Self::LastOfList => "prospects.last_of_list",
            Self::TooManyAtOnce => "prospects.too_many_at_once",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoName | Self::NoRuleName => "name",
            Self::NameTooLong(field)
            | Self::TooLong(field)
            | Self::NoLimit(field)
            | Self::NoLabel(field) => field,
            Self::NoPhone => "phone",
            Self::NoEmail => "email",
            Self::NoAmount => "amount",
            Self::NoCurrency => "currency",
            Self::NoDay | Self::DayOfNoStep => "next_step_on",
            Self::UnknownSource => "source",
            Self::NoReason => "reason",
            Self::UnknownOwner => "owner_id",
            Self::KeyTaken => "external_key",
            Self::NoStatus => "status",
            Self::UnknownAccount => "account_id",
            Self::UnknownContact => "contact_id",
            Self::NoDealName => "deal_name",
            Self::RuleForNobody => "team_id",
            Self::NoWay => "way",
            _ => return None,
        })
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name(),
            Self::NameTooLong(_) => return w.refused_too_long(LONGEST_NAME),
            Self::TooLong(_) => return w.refused_too_long(LONGEST_LINE),
            Self::NoPhone => w.refused_no_phone(),
            Self::NoEmail => w.refused_no_email(),
            Self::NoAmount => w.refused_no_amount(),
            Self::NoCurrency => w.refused_no_currency(),
            Self::NoDay => w.refused_no_day(),
            Self::DayOfNoStep => w.refused_day_of_no_step(),
            Self::UnknownSource => w.refused_unknown_source(),
            Self::NoReason => w.refused_no_reason(),
            Self::UnknownOwner => w.refused_unknown_owner(),
            Self::KeyTaken => w.refused_key_taken(),
            Self::Stale { by } if by.is_empty() => w.refused_stale(),
            Self::Stale { by } => return w.refused_stale_by(by),
            Self::Converted => w.refused_converted(),
            Self::LetGo => w.refused_let_go(),
            Self::NotConverted => w.refused_not_converted(),
            Self::Nobody => w.refused_nobody(),
            Self::NoStatus => w.refused_no_status(),
            Self::TooLate => return w.refused_too_late(DAYS_TO_RESTORE),
            Self::UnknownAccount => w.refused_unknown_account(),
            Self::UnknownContact => w.refused_unknown_contact(),
            Self::NoDealName => w.refused_no_deal_name(),
            Self::HangsOn { what } => return w.refused_hangs_on(what),
            Self::NoRuleName => return w.refused_no_rule_name(LONGEST_LABEL),
            Self::RuleForNobody => w.refused_rule_for_nobody(),
            Self::NoWay => w.refused_no_way(),
            Self::NoLimit(_) => return w.refused_no_limit(LARGEST_LIMIT),
            Self::TooManyRules => return w.refused_too_many_rules(MOST_RULES),
            Self::NoLabel(_) => return w.refused_no_label(LONGEST_LABEL),
            Self::LastOfList => w.refused_last_of_list(),
            Self::TooManyAtOnce => return w.refused_too_many_at_once(MOST_AT_ONCE),
        }
        .to_owned()
    }
}
