//! The company's own fields as columns of a file that somebody takes out, such that an import reads
//! the same from it again.

use std::collections::HashMap;

use frame::web::take_out::{Cell, Head};
use frame::{Ctx, Result, text};
use kernel::Lang;

use crate::custom_field::{self, FieldRecord, Model as Field};
use crate::custom_value;
use crate::rules::custom::{FieldKind, codes, written};

/// The fields that whoever takes a list out may see, once they are asked for.
#[derive(Default)]
pub struct Own {
    fields: Vec<Field>,
    currency: String,
    lang: Lang,
}

impl Own {
    pub async fn of(ctx: &Ctx, record: FieldRecord) -> Result<Self> {
        Ok(Self {
            fields: custom_field::seen(ctx, record).await?,
            currency: people::company::mine(ctx).await?.currency,
            lang: ctx.lang(),
        })
    }

    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The heads of a file with those of the company's own fields behind them: one that is called as
    /// another column is has its code behind it.
    pub fn behind(&self, mut heads: Vec<Head>) -> Vec<Head> {
        let mut taken: Vec<String> = heads.iter().map(|it| text::key(&it.label)).collect();
        for field in &self.fields {
            let label = field.label(self.lang);
            let head = if taken.contains(&text::key(label)) {
                format!("{label} ({})", field.code)
            } else {
                label.to_owned()
            };
            taken.push(text::key(&head));
            heads.push(Head::of(&format!("custom.{}", field.code), &head));
        }
        heads
    }

    /// One cell for each of them.
    pub fn cells(&self, values: &[custom_value::Model]) -> Vec<Cell> {
        let values: HashMap<_, _> = values.iter().map(|it| (it.field_id, it)).collect();
        let cell = |field: &Field| match values.get(&field.id) {
            Some(value) => self.cell(field, &value.value),
            None => Cell::Nothing,
        };
        self.fields.iter().map(cell).collect()
    }

    fn cell(&self, field: &Field, stored: &str) -> Cell {
        let plain = || Cell::text(stored);
        match field.kind {
            FieldKind::Number => stored.parse().map_or_else(|_| plain(), Cell::exact),
            FieldKind::Date => stored.parse().map_or_else(|_| plain(), Cell::Day),
            FieldKind::Money => match stored.split_once(' ') {
                // Of the company's own currency nobody needs to be told.
                Some((amount, currency)) if currency == self.currency => {
                    let amount = amount.parse::<i64>().ok();
                    amount.map_or_else(plain, |it| Cell::money(it, currency))
                }
                _ => Cell::text(written(field.kind, stored, Lang::En)),
            },
            FieldKind::YesNo => Cell::text(field.shown(stored, self.lang)),
            FieldKind::Choice => Cell::text(self.choice(field, stored)),
            FieldKind::Choices => {
                let names: Vec<String> =
                    codes(stored).iter().map(|it| self.choice(field, it)).collect();
                Cell::text(names.join("; "))
            }
            FieldKind::Text | FieldKind::Link | FieldKind::Phone | FieldKind::Email => plain(),
        }
    }

    /// What a choice is called, unless somebody who reads that would mean another one.
    fn choice(&self, field: &Field, code: &str) -> String {
        let choices = field.choices();
        let label = choices.iter().find(|it| it.code == code).map(|it| it.label(self.lang));
        let is_clear = |it: &&str| field.meant(it).as_deref() == Some(code) && !it.contains(';');
        label.filter(is_clear).unwrap_or(code).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use kernel::Instant;

    use super::*;
    use crate::custom_field::CustomFieldId;
    use crate::rules::custom::{Choice, Circle};

    fn field(code: &str, label: &str, choices: &[(&str, &str)]) -> Field {
        let choice = |(code, name): &(&str, &str)| Choice {
            code: (*code).to_owned(),
            id: (*name).to_owned(),
            en: (*name).to_owned(),
            hidden: false,
        };
        let choices: Vec<Choice> = choices.iter().map(choice).collect();
        Field {
            company_id: kernel::CompanyId(uuid::Uuid::nil()),
            id: CustomFieldId(uuid::Uuid::nil()),
            record: FieldRecord::Account,
            code: code.to_owned(),
            kind: FieldKind::Choices,
            label_id: label.to_owned(),
            label_en: label.to_owned(),
            help_id: String::new(),
            help_en: String::new(),
            choices: serde_json::to_string(&choices).unwrap(),
            limits: "{}".to_owned(),
            required: false,
            in_list: false,
            seen_by: Circle::Everybody,
            kept_by: Circle::Everybody,
            position: 0,
            created_at: Instant(0),
            hidden_at: None,
        }
    }

    #[test]
    fn columns_of_one_name_are_told_apart() {
        let fields =
            vec![field("a", "Status", &[]), field("b", "Jalur", &[]), field("c", "jalur", &[])];
        let own = Own { fields, ..Own::default() };

        let heads = own.behind(frame::web::take_out::heads(["Nama", "status"]));
        let labels: Vec<&str> = heads.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, ["Nama", "status", "Status (a)", "Jalur", "jalur (c)"]);
    }

    #[test]
    fn a_choice_that_could_be_another_is_told_by_its_code() {
        let field = field("x", "X", &[("a", "Satu"), ("b", "Sama"), ("c", "sama"), ("d", "a")]);
        let own = Own::default();

        for (code, written) in [("a", "Satu"), ("b", "b"), ("c", "c"), ("d", "d"), ("gone", "gone")]
        {
            assert_eq!(own.choice(&field, code), written);
        }
        assert_eq!(own.cell(&field, r#"["a","b"]"#), Cell::text("Satu; b"));
    }
}
