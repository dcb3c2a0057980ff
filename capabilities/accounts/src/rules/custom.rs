//! What a field of a company's own may hold, how it is read, and how it is shown.

use kernel::access::Role;
use kernel::money::Money;
use kernel::{Day, Exact, Lang, Refusal, labels, phone, ways};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{LONGEST_LINE, amount};
use crate::words::Words;

mod bound;
mod beyond;
mod limits;
mod browser;
mod pattern;
mod typed;

pub use self::beyond::{Beyond, LimitsRefused};
pub use self::limits::FieldLimits;
pub use self::typed::{inputs as limit_inputs, limits as typed_limits};

/// More fields than these on one form are not filled in.
pub const MOST_FIELDS: usize = 60;
/// More than these are no choice any more.
pub const MOST_CHOICES: usize = 50;
/// The longest sentence that helps.
pub const LONGEST_HELP: usize = 200;

labels! {
    /// What a field holds.
    pub enum FieldKind {
        Text = "text",
        Number = "number",
        Money = "money",
        Date = "date",
        YesNo = "yes_no",
        Choice = "choice",
        Choices = "choices",
        Link = "link",
        Phone = "phone",
        Email = "email",
    }
}

impl FieldKind {
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }
}

labels! {
    /// Whom a field is for, beside whoever sets the company up.
    #[derive(Default)]
    pub enum Circle {
        #[default]
        Everybody = "everybody",
        Managers = "managers",
        Finance = "finance",
        Administrators = "administrators",
    }
}

impl Circle {
    /// Whether somebody with these roles is among them.
    pub fn holds(self, roles: &[Role]) -> bool {
        let any = |those: &[Role]| roles.iter().any(|it| those.contains(it));
        match self {
            Self::Everybody => true,
            Self::Managers => any(&[Role::Administrator, Role::Manager, Role::TeamLead]),
            Self::Finance => any(&[Role::Administrator, Role::Finance]),
            Self::Administrators => any(&[Role::Administrator]),
        }
    }
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Never changes: values name it.
    pub code: String,
    pub id: String,
    pub en: String,
    /// Offered no more; whoever has it keeps it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

impl Choice {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// What is stored: a text, and a number beside it where it can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub text: String,
    pub number: Option<i64>,
}

impl Stored {
    /// A text that is fit to be stored, with the number that stands beside it.
    pub fn of(kind: FieldKind, text: String) -> Self {
        let number = match kind {
            FieldKind::Number => text.parse::<Exact>().ok().map(|it| it.0),
            FieldKind::Money => money(&text).map(|it| it.amount),
            _ => None,
        };
        Self { text, number }
    }
}

/// Why a value is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueFault {
    Missing,
    TooLong,
    NoNumber,
    NoAmount,
    NoDay,
    NoChoice,
    NoLink,
    NoPhone,
    NoEmail,
    /// The company has no such field, or not for this person.
    Unknown,
    /// The company lets the field hold less.
    Beyond(Beyond),
}

/// A value that is refused, with the input that it stands in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?} in `{input}`")]
pub struct CustomRefused {
    pub input: String,
    pub fault: ValueFault,
}

impl CustomRefused {
    pub fn at(code: &str, fault: ValueFault) -> Self {
        Self { input: format!("custom.{code}"), fault }
    }
}

impl Refusal for CustomRefused {
    fn code(&self) -> &'static str {
        match &self.fault {
            ValueFault::Missing => "accounts.custom_missing",
            ValueFault::TooLong => "accounts.custom_too_long",
            ValueFault::NoNumber => "accounts.custom_no_number",
            ValueFault::NoAmount => "accounts.custom_no_amount",
            ValueFault::NoDay => "accounts.custom_no_day",
            ValueFault::NoChoice => "accounts.custom_no_choice",
            ValueFault::NoLink => "accounts.custom_no_link",
            ValueFault::NoPhone => "accounts.custom_no_phone",
            ValueFault::NoEmail => "accounts.custom_no_email",
            ValueFault::Unknown => "accounts.custom_unknown",
            ValueFault::Beyond(beyond) => beyond.code(),
        }
    }

    fn field(&self) -> Option<&str> {
        Some(&self.input)
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match &self.fault {
            ValueFault::Beyond(beyond) => return beyond.sentence(lang),
            ValueFault::Missing => w.refused_custom_missing(),
            ValueFault::TooLong => {
                return w.refused_too_long(i64::try_from(LONGEST_LINE).unwrap_or(i64::MAX));
            }
            ValueFault::NoNumber => w.refused_custom_number(),
            ValueFault::NoAmount => w.refused_no_amount(),
            ValueFault::NoDay => w.refused_no_day(),
            ValueFault::NoChoice => w.refused_no_choice(),
            ValueFault::NoLink => w.refused_no_website(),
            ValueFault::NoPhone => w.refused_no_phone(),
            ValueFault::NoEmail => w.refused_no_email(),
            ValueFault::Unknown => w.refused_custom_unknown(),
        }
        .to_owned()
    }
}

/// What was meant by one field: `typed` holds one text, or several for several choices; nothing
/// when it says nothing. `kept` is what it was: a choice that is offered no more may stay.
pub fn read(
    kind: FieldKind,
    choices: &[Choice],
    typed: &[String],
    kept: Option<&str>,
    currency: &str,
    lang: Lang,
) -> Result<Option<Stored>, ValueFault> {
    let said: Vec<String> = typed.iter().filter_map(|it| one_line(it)).collect();
    let Some(first) = said.first() else { return Ok(None) };
    if said.iter().any(|it| LONGEST_LINE < it.chars().count()) {
        return Err(ValueFault::TooLong);
    }
    let text = |text: String| Ok(Some(Stored { text, number: None }));
    let one = |code: &String| {
        let offered = |it: &&Choice| it.code == *code && (!it.hidden || has(kept, code));
        choices.iter().find(offered).map(|it| it.code.clone()).ok_or(ValueFault::NoChoice)
    };
    match kind {
        FieldKind::Text => text(first.clone()),
        FieldKind::Number => {
            let number = number(first, lang).ok_or(ValueFault::NoNumber)?;
            Ok(Some(Stored { text: number.to_string(), number: Some(number.0) }))
        }
        FieldKind::Money => {
            let (typed, currency) = match first.split_once(' ') {
                Some((amount, code)) if is_currency(code) => (amount, code),
                _ => (first.as_str(), currency),
            };
            let typed = typed.trim_start_matches("Rp");
            let minor = amount(typed, Money::decimals(currency)).ok_or(ValueFault::NoAmount)?;
            Ok(Some(Stored { text: format!("{minor} {currency}"), number: Some(minor) }))
        }
        FieldKind::Date => {
            let day: Day = first.parse().map_err(|_| ValueFault::NoDay)?;
            text(day.to_string())
        }
        FieldKind::YesNo => match first.as_str() {
            "yes" | "true" => text("yes".to_owned()),
            "no" | "false" => text("no".to_owned()),
            _ => Err(ValueFault::NoChoice),
        },
        FieldKind::Choice => text(one(first)?),
        FieldKind::Choices => {
            let codes: Vec<String> = said.iter().map(one).collect::<Result<_, _>>()?;
            // In the company's order, each once.
            let chosen = choices.iter().filter(|it| codes.contains(&it.code));
            let chosen: Vec<&str> = chosen.map(|it| it.code.as_str()).collect();
            text(json!(chosen).to_string())
        }
        FieldKind::Link => text(ways::website(first).ok_or(ValueFault::NoLink)?),
        FieldKind::Phone => text(phone::e164(first).ok_or(ValueFault::NoPhone)?),
        FieldKind::Email => text(ways::email(first).ok_or(ValueFault::NoEmail)?),
    }
}

fn has(kept: Option<&str>, code: &str) -> bool {
    kept.is_some_and(|it| it == code || codes(it).iter().any(|it| it == code))
}

/// The codes of several choices.
pub fn codes(stored: &str) -> Vec<String> {
    serde_json::from_str(stored).unwrap_or_default()
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.chars().all(|it| it.is_ascii_uppercase())
}

/// A number in the reader's form: `1.500,25` in Indonesian, `1,500.25` in English. A mark that
/// cannot part thousands parts decimals, so `12.5` is what it looks like in both.
pub fn number(typed: &str, lang: Lang) -> Option<Exact> {
    let typed = typed.replace('−', "-").replace(' ', "");
    let (group, point) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    if let Some(number) = grouped(&typed, group, point) {
        return Some(number);
    }
    grouped(&typed, point, group)
}

fn grouped(typed: &str, group: char, point: char) -> Option<Exact> {
    let (whole, rest) = typed.split_once(point).map_or((typed, None), |it| (it.0, Some(it.1)));
    let mut parts = whole.trim_start_matches('-').split(group);
    let first = parts.next()?;
    let digits = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit());
    let mut grouped = false;
    for part in parts {
        grouped = true;
        if part.len() != 3 || !digits(part) {
            return None;
        }
    }
    if !digits(first) || (grouped && 3 < first.len()) || rest.is_some_and(|it| !digits(it)) {
        return None;
    }
    let whole: String = whole.chars().filter(|it| *it != group).collect();
    let text = rest.map_or_else(|| whole.clone(), |rest| format!("{whole}.{rest}"));
    text.parse().ok()
}

/// As a reader sees it.
pub fn shown(kind: FieldKind, choices: &[Choice], stored: &str, lang: Lang, w: Words) -> String {
    let label = |code: &str| {
        let choice = choices.iter().find(|it| it.code == code);
        choice.map_or_else(|| code.to_owned(), |it| it.label(lang).to_owned())
    };
    match kind {
        FieldKind::Number => {
            stored.parse::<Exact>().map_or_else(|_| stored.to_owned(), |it| it.shown(lang, 0))
        }
        FieldKind::Money => money(stored).map_or_else(|| stored.to_owned(), |it| it.to_string()),
        FieldKind::Date => {
            stored.parse::<Day>().map_or_else(|_| stored.to_owned(), |it| lang.day(it))
        }
        FieldKind::YesNo => match stored {
            "yes" => w.custom_yes().to_owned(),
            _ => w.custom_no().to_owned(),
        },
        FieldKind::Choice => label(stored),
        FieldKind::Choices => {
            codes(stored).iter().map(|it| label(it)).collect::<Vec<_>>().join(", ")
        }
        FieldKind::Phone => phone::shown(stored),
        FieldKind::Text | FieldKind::Link | FieldKind::Email => stored.to_owned(),
    }
}

/// As it stands in the form: what [`read`] reads back.
pub fn written(kind: FieldKind, stored: &str, lang: Lang) -> String {
    match kind {
        FieldKind::Number => {
            let number = stored.parse::<Exact>().map(|it| it.shown(lang, 0));
            number.unwrap_or_else(|_| stored.to_owned())
        }
        FieldKind::Money => money(stored).map_or_else(String::new, |it| {
            let places = usize::try_from(Money::decimals(&it.currency)).unwrap_or_default();
            let scale = 10_i64.pow(Money::decimals(&it.currency));
            let (whole, rest) = (it.amount / scale, it.amount % scale);
            match places {
                0 => format!("{whole} {}", it.currency),
                _ => format!("{whole}.{rest:0places$} {}", it.currency),
            }
        }),
        _ => stored.to_owned(),
    }
}

fn money(stored: &str) -> Option<Money> {
    let (amount, currency) = stored.split_once(' ')?;
    Some(Money::new(amount.parse().ok()?, currency))
}

/// As a program reads it.
pub fn json_of(kind: FieldKind, stored: &str) -> Value {
    match kind {
        FieldKind::Money => money(stored).map_or(Value::Null, |it| json!(it)),
        FieldKind::YesNo => json!(stored == "yes"),
        FieldKind::Choices => json!(codes(stored)),
        _ => json!(stored),
    }
}

/// What a program wrote, as texts that [`read`] reads; none for what no field holds.
pub fn of_json(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::String(text) => Some(vec![text.clone()]),
        Value::Bool(yes) => Some(vec![yes.to_string()]),
        // Through its own text: nothing becomes a float on the way.
        Value::Number(number) => Some(vec![number.to_string()]),
        Value::Array(all) => all.iter().map(|it| it.as_str().map(str::to_owned)).collect(),
        Value::Object(_) => {
            let money: Money = serde_json::from_value(value.clone()).ok()?;
            let minor = Money::decimals(&money.currency);
            if money.amount < 0 || !is_currency(&money.currency) {
                return None;
            }
            let scale = 10_i64.pow(minor);
            let (whole, rest) = (money.amount / scale, money.amount % scale);
            let places = usize::try_from(minor).ok()?;
            let text = match places {
                0 => whole.to_string(),
                _ => format!("{whole}.{rest:0places$}"),
            };
            Some(vec![format!("{text} {}", money.currency)])
        }
    }
}

/// On one line, without marks that cannot be seen; none if nothing is left.
fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests;
