//! The company's own fields as inputs of a form, and as lines of a page.

use std::collections::BTreeMap;

use frame::{Ctx, Result};
use kernel::{Day, Lang};

use crate::custom_field::{self, FieldRecord, Model as Field};
use crate::custom_value::{self, Of};
use crate::rules::custom::{FieldKind, Stored, codes, shown, written};
use crate::words::Words;

/// A field as a form asks for it.
pub struct Input {
    /// `custom.region`.
    pub name: String,
    pub label: String,
    /// With what is allowed.
    pub help: String,
    pub required: bool,
    pub kind: FieldKind,
    pub value: String,
    /// Code and words; those that are chosen.
    pub options: Vec<(String, String, bool)>,
    /// What the browser sees to by itself: attributes with their values.
    pub limits: Vec<(&'static str, String)>,
    /// Nothing but digits is kept.
    pub digits: bool,
}

impl Input {
    /// The type of input.
    pub fn html(&self) -> &'static str {
        match self.kind {
            FieldKind::Date => "date",
            FieldKind::Phone => "tel",
            _ => "text",
        }
    }

    /// The keyboard of a phone.
    pub fn mode(&self) -> &'static str {
        match self.kind {
            FieldKind::Number | FieldKind::Text if self.digits => "numeric",
            FieldKind::Number | FieldKind::Money => "decimal",
            FieldKind::Phone => "tel",
            FieldKind::Email => "email",
            FieldKind::Link => "url",
            _ => "",
        }
    }

    pub fn is_select(&self) -> bool {
        matches!(self.kind, FieldKind::Choice | FieldKind::YesNo)
    }

    pub fn is_several(&self) -> bool {
        self.kind == FieldKind::Choices
    }
}

/// The inputs for what the actor may change: with what was typed, or else with what is kept.
pub async fn inputs(
    ctx: &Ctx,
    record: FieldRecord,
    of: Option<Of>,
    typed: &BTreeMap<String, String>,
) -> Result<Vec<Input>> {
    let fields = custom_field::seen(ctx, record).await?;
    let fields: Vec<Field> = fields.into_iter().filter(|it| it.may_keep(ctx)).collect();
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let kept = match of {
        Some(of) => custom_value::of(ctx, of).await?,
        None => std::collections::HashMap::new(),
    };
    let today = ctx.now.day(&ctx.actor.zone);
    let was_sent = typed.keys().any(|it| it.starts_with("custom."));
    Ok(fields
        .into_iter()
        .map(|field| {
            let kept = kept.get(&field.id).map(|it| it.value.as_str());
            input(&field, kept, was_sent.then_some(typed), today, ctx.lang())
        })
        .collect())
}

fn input(
    field: &Field,
    kept: Option<&str>,
    typed: Option<&BTreeMap<String, String>>,
    today: Day,
    lang: Lang,
) -> Input {
    let w = Words::of(lang);
    let name = format!("custom.{}", field.code);
    let stored = kept.unwrap_or_default();
    let value = match typed {
        Some(typed) => typed.get(&name).cloned().unwrap_or_default(),
        None if kept.is_none() => String::new(),
        None => written(field.kind, stored, lang),
    };
    let had = codes(stored);
    let chosen = |code: &str| match (field.kind, typed) {
        (FieldKind::Choices, Some(typed)) => typed.contains_key(&format!("{name}.{code}")),
        (FieldKind::Choices, None) => had.iter().any(|it| it == code),
        _ => value == code,
    };
    let options = match field.kind {
        FieldKind::YesNo => vec![
            ("yes".to_owned(), w.custom_yes().to_owned(), chosen("yes")),
            ("no".to_owned(), w.custom_no().to_owned(), chosen("no")),
        ],
        _ => field
            .choices()
            .iter()
            .filter(|it| !it.hidden || stored == it.code || had.contains(&it.code))
            .map(|it| (it.code.clone(), it.label(lang).to_owned(), chosen(&it.code)))
            .collect(),
    };
    let limits = field.limits();
    let help = [field.help(lang).to_owned(), limits.told(today, lang)];
    Input {
        label: field.label(lang).to_owned(),
        help: help.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" "),
        // A browser would hold up the whole form for a value that may stay.
        limits: if kept.is_some_and(|it| is_beyond(field, it, today)) {
            Vec::new()
        } else {
            limits.browser(today, lang)
        },
        digits: limits.is_digits(),
        required: field.required,
        kind: field.kind,
        value,
        options,
        name,
    }
}

fn is_beyond(field: &Field, kept: &str, today: Day) -> bool {
    let kept = Stored::of(field.kind, kept.to_owned());
    field.limits().hold(field.kind, &kept, today).is_err()
}

/// What the actor may see of one record, which was loaded in reach: label, words, and where a
/// link leads.
pub async fn lines(ctx: &Ctx, of: Of) -> Result<Vec<(String, String, Option<String>)>> {
    let fields = custom_field::seen(ctx, of.record()).await?;
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let values = custom_value::of(ctx, of).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let line = |field: &Field| {
        let value = &values.get(&field.id)?.value;
        let words = shown(field.kind, &field.choices(), value, lang, w);
        let link = match field.kind {
            FieldKind::Link => Some(value.clone()),
            FieldKind::Phone => Some(format!("tel:{value}")),
            FieldKind::Email => Some(format!("mailto:{value}")),
            _ => None,
        };
        Some((field.label(lang).to_owned(), words, link))
    };
    Ok(fields.iter().filter_map(line).collect())
}
