use proptest::prelude::*;

use super::*;

fn choice(code: &str, hidden: bool) -> Choice {
    Choice { code: code.to_owned(), id: code.to_uppercase(), en: code.to_owned(), hidden }
}

fn read_one(kind: FieldKind, typed: &str) -> Result<Option<Stored>, ValueFault> {
    let choices = [choice("a", false), choice("b", false), choice("old", true)];
    read(kind, &choices, &[typed.to_owned()], Some("old"), "IDR", Lang::Id)
}

fn text(kind: FieldKind, typed: &str) -> String {
    read_one(kind, typed).unwrap().unwrap().text
}

#[test]
fn each_kind_keeps_what_was_meant() {
    assert_eq!(text(FieldKind::Text, "  =1+1 \u{0} "), "=1+1");
    assert_eq!(text(FieldKind::Number, "1.500,25"), "1500.25");
    assert_eq!(text(FieldKind::Money, "Rp1.500.000"), "1500000 IDR");
    assert_eq!(text(FieldKind::Money, "12.50 USD"), "1250 USD");
    assert_eq!(text(FieldKind::Date, "2026-03-02"), "2026-03-02");
    assert_eq!(text(FieldKind::YesNo, "true"), "yes");
    assert_eq!(text(FieldKind::Choice, "a"), "a");
    assert_eq!(text(FieldKind::Choice, "old"), "old", "whoever has it keeps it");
    assert_eq!(text(FieldKind::Link, "maju.id"), "https://maju.id");
    assert_eq!(text(FieldKind::Phone, "0812 3456 7890"), "+6281234567890");
    assert_eq!(text(FieldKind::Email, "Rina@Maju.ID"), "rina@maju.id");
    for &kind in FieldKind::ALL {
        assert_eq!(read_one(kind, " \u{1} "), Ok(None), "{kind:?}");
    }
}

#[test]
fn what_cannot_be_meant_says_why() {
    for (kind, typed, fault) in [
        (FieldKind::Number, "dua", ValueFault::NoNumber),
        (FieldKind::Number, "1.23.456,7", ValueFault::NoNumber),
        (FieldKind::Money, "-5", ValueFault::NoAmount),
        (FieldKind::Date, "2026-02-30", ValueFault::NoDay),
        (FieldKind::YesNo, "mungkin", ValueFault::NoChoice),
        (FieldKind::Choice, "c", ValueFault::NoChoice),
        (FieldKind::Link, "javascript:alert(1)", ValueFault::NoLink),
        (FieldKind::Phone, "12", ValueFault::NoPhone),
        (FieldKind::Email, "rina", ValueFault::NoEmail),
    ] {
        assert_eq!(read_one(kind, typed), Err(fault), "{typed}");
    }
    assert_eq!(read_one(FieldKind::Text, &"x".repeat(301)), Err(ValueFault::TooLong));
}

#[test]
fn several_choices_stand_in_the_companys_order() {
    let choices = [choice("a", false), choice("b", false)];
    let typed = ["b".to_owned(), "a".to_owned(), "b".to_owned()];

    let stored = read(FieldKind::Choices, &choices, &typed, None, "IDR", Lang::Id);

    assert_eq!(stored.unwrap().unwrap().text, r#"["a","b"]"#);
}

#[test]
fn a_number_is_read_as_the_reader_writes_it() {
    for (typed, lang, number) in [
        ("1.500", Lang::Id, 15_000_000),
        ("1.500", Lang::En, 15_000),
        ("1,500", Lang::Id, 15_000),
        ("1,500", Lang::En, 15_000_000),
        ("12.5", Lang::Id, 125_000),
        ("12,5", Lang::En, 125_000),
        ("-1.234.567,89", Lang::Id, -12_345_678_900),
    ] {
        assert_eq!(super::number(typed, lang), Some(Exact(number)), "{typed} {lang:?}");
    }
    for typed in ["", "-", "1e3", "1..2", "1.2.3", "0x1", "٣", "NaN"] {
        assert_eq!(super::number(typed, Lang::Id), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn what_is_shown_in_a_form_is_read_back(minor in 0i64..1_000_000_000_000, number in any::<i32>()) {
        let lang = Lang::Id;
        for (kind, stored) in [
            (FieldKind::Money, format!("{minor} IDR")),
            (FieldKind::Money, format!("{minor} USD")),
            (FieldKind::Number, Exact(i64::from(number)).to_string()),
        ] {
            let again = read(kind, &[], &[written(kind, &stored, lang)], None, "IDR", lang);
            prop_assert_eq!(again.unwrap().unwrap().text, stored.clone());
            let again = read(kind, &[], &of_json(&json_of(kind, &stored)).unwrap(), None, "IDR", Lang::En);
            prop_assert_eq!(again.unwrap().unwrap().text, stored);
        }
    }

    #[test]
    fn nothing_typed_breaks_the_reading(typed in ".{0,60}") {
        for &kind in FieldKind::ALL {
            if let Ok(Some(stored)) = read_one(kind, &typed) {
                prop_assert!(stored.text.chars().all(|it| !it.is_control()));
            }
        }
    }
}
