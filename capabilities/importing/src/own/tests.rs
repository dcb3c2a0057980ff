//! What a file says of a company's own fields.

use accounts::Choice;
use accounts::custom_field::CustomFieldId;
use accounts::rules::custom::Circle;
use kernel::{CompanyId, Instant};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const COMMA: Manner<'_> =
    Manner { mark: DecimalMark::Comma, order: DayOrder::DayFirst, currency: "IDR" };
const POINT: Manner<'_> =
    Manner { mark: DecimalMark::Point, order: DayOrder::MonthFirst, currency: "USD" };

/// A field of this kind, with the choices Jawa, Bali and one that is offered no more.
pub fn field(code: &str, kind: FieldKind) -> Field {
    let choice = |code: &str, id: &str, en: &str, hidden: bool| Choice {
        code: code.to_owned(),
        id: id.to_owned(),
        en: en.to_owned(),
        hidden,
    };
    let choices = [
        choice("java", "Jawa", "Java", false),
        choice("bali", "Bali, dan sekitarnya", "Bali", false),
        choice("old", "Lama", "Old", true),
    ];
    Field {
        company_id: CompanyId(Uuid::nil()),
        id: CustomFieldId(Uuid::nil()),
        record: FieldRecord::Account,
        code: code.to_owned(),
        kind,
        label_id: code.to_owned(),
        label_en: code.to_owned(),
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

fn text(
    kind: FieldKind,
    cell: &str,
    manner: Manner<'_>,
) -> std::result::Result<String, RowRefused> {
    read(&field("x", kind), cell, manner)
}

#[test]
fn each_kind_is_read_as_the_file_writes_it() {
    for (kind, cell, manner, stored) in [
        (FieldKind::Text, " =1+1  \t x ", COMMA, "=1+1 x"),
        (FieldKind::Number, "1.500,25", COMMA, "1500.25"),
        (FieldKind::Number, "1,500.25", POINT, "1500.25"),
        (FieldKind::Money, "Rp1.500.000", COMMA, "1500000 IDR"),
        (FieldKind::Money, "Rp. 1.500.000", COMMA, "1500000 IDR"),
        (FieldKind::Money, "1500.5", POINT, "150050 USD"),
        (FieldKind::Money, "12.50 USD", COMMA, "1250 USD"),
        (FieldKind::Money, "USD 1.250,50", COMMA, "125050 USD"),
        (FieldKind::Date, "31/12/2026", COMMA, "2026-12-31"),
        (FieldKind::Date, "12/31/2026", POINT, "2026-12-31"),
        (FieldKind::Date, "2026-12-31", COMMA, "2026-12-31"),
        (FieldKind::YesNo, "Ya", COMMA, "yes"),
        (FieldKind::Choice, "jawa", COMMA, "java"),
        (FieldKind::Choice, "Old", COMMA, "old"),
        (FieldKind::Choices, "Java; bali", COMMA, r#"["java","bali"]"#),
        (FieldKind::Choices, "Bali, Jawa", COMMA, r#"["java","bali"]"#),
        (FieldKind::Choices, "Bali, dan sekitarnya", COMMA, r#"["bali"]"#),
        (FieldKind::Link, "maju.id", COMMA, "https://maju.id"),
        (FieldKind::Phone, "0812 3456 7890", COMMA, "+6281234567890"),
        (FieldKind::Email, "Rina@Maju.ID", COMMA, "rina@maju.id"),
    ] {
        assert_eq!(text(kind, cell, manner).as_deref(), Ok(stored), "{kind:?} {cell}");
    }
}

#[test]
fn what_does_not_fit_says_why() {
    for (kind, cell, code) in [
        (FieldKind::Text, "x".repeat(301).as_str(), "importing.too_long"),
        (FieldKind::Number, "dua", "importing.not_a_number"),
        (FieldKind::Number, "1,00005", "importing.too_many_decimals"),
        (FieldKind::Money, "-5", "importing.below_zero"),
        (FieldKind::Money, "12,5", "importing.too_many_decimals"),
        (FieldKind::Date, "31/02/2026", "importing.not_a_day"),
        (FieldKind::YesNo, "mungkin", "importing.not_listed"),
        (FieldKind::Choice, "Sumatra", "importing.not_listed"),
        (FieldKind::Choices, "Jawa; Sumatra", "importing.not_listed"),
        (FieldKind::Choices, ";", "importing.not_listed"),
        (FieldKind::Link, "javascript:1", "importing.not_a_website"),
        (FieldKind::Phone, "12", "importing.not_a_phone"),
        (FieldKind::Email, "rina", "importing.not_an_email"),
    ] {
        let refused = text(kind, cell, COMMA).unwrap_err();
        assert_eq!(kernel::Refusal::code(&refused), code, "{kind:?} {cell}");
    }
    let refused = text(FieldKind::Choice, "Sumatra", COMMA).unwrap_err();
    assert!(kernel::Refusal::sentence(&refused, Lang::En).contains("Jawa / Java"));
    assert_eq!(retired(&field("x", FieldKind::Choices), r#"["old","java"]"#), ["old"]);
}

#[test]
fn a_birthday_is_read_in_the_order_of_the_file() {
    let own = Own { today: "2026-03-02".parse().ok(), ..Own::default() };
    for (text, order, stored) in [
        ("12/04/1988", DayOrder::DayFirst, "1988-04-12"),
        ("12/04/1988", DayOrder::YearFirst, "1988-04-12"),
        ("04/12/1988", DayOrder::MonthFirst, "1988-04-12"),
        ("1988-04-12", DayOrder::MonthFirst, "1988-04-12"),
        ("4/12", DayOrder::MonthFirst, "--04-12"),
        ("12/4", DayOrder::DayFirst, "--04-12"),
        ("--04-12", DayOrder::MonthFirst, "--04-12"),
        ("12 April", DayOrder::MonthFirst, "--04-12"),
    ] {
        assert_eq!(own.birthday(text, order).as_deref(), Ok(stored), "{text} {order:?}");
    }
    assert_eq!(own.birthday("besok", DayOrder::DayFirst), Err(RowRefused::NotABirthday));
    assert_eq!(own.birthday("03/03/2026", DayOrder::DayFirst), Err(RowRefused::DayToCome));
}

#[test]
fn tags_are_spelt_as_the_company_spells_them() {
    let tags = BTreeMap::from([("vip".to_owned(), "VIP".to_owned())]);
    let own = Own { tags, ..Own::default() };

    assert_eq!(own.tags("vip; Grosir, VIP,, "), Ok(vec!["Grosir".to_owned(), "VIP".to_owned()]));
    assert_eq!(own.tags(&"x".repeat(41)), Err(RowRefused::TooLong { limit: 40 }));
    let many: Vec<String> = (0..21).map(|it| it.to_string()).collect();
    assert_eq!(own.tags(&many.join(",")), Err(RowRefused::TooMany { limit: 20 }));
}

proptest! {
    #[test]
    fn nothing_in_a_cell_breaks_the_reading(cell in "\\PC{0,40}") {
        for &kind in FieldKind::ALL {
            for manner in [COMMA, POINT] {
                let _ = text(kind, &cell, manner);
            }
        }
        let own = Own::default();
        let _ = (own.tags(&cell), own.birthday(&cell, DayOrder::MonthFirst));
    }
}
