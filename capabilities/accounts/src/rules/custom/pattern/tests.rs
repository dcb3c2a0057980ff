use proptest::prelude::*;

use super::*;

fn pattern(text: &str) -> Pattern {
    Pattern::read(text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_text_fits_from_its_first_sign_to_its_last() {
    for (text, fits, misses) in [
        ("AA-999", vec!["AB-123", "éß-000"], vec!["AB-12", "AB-1234", "A1-123", "AB 123", ""]),
        ("9[999]", vec!["1", "12", "1234"], vec!["", "12345", "12a"]),
        ("A[A] 9[9][9][9] A[AA]", vec!["B 1 A", "AD 1234 XYZ"], vec!["B1A", "ADE 1 A"]),
        ("?9", vec!["x9", "😀1", "99"], vec!["9", "9x", "٣٣"]),
        (r"\A9", vec!["A1"], vec!["B1"]),
        (r"\[9\]", vec!["[1]"], vec!["1"]),
        ("PO/99", vec!["PO/12"], vec!["po/12"]),
    ] {
        for it in fits {
            assert!(pattern(text).fits(it), "{text}: {it}");
        }
        for it in misses {
            assert!(!pattern(text).fits(it), "{text}: {it}");
        }
    }
}

#[test]
fn what_is_no_pattern_is_not_read() {
    for text in ["", "[9", "9]", "[[9]]", "[9]", "9\\", &"9".repeat(61)] {
        assert_eq!(Pattern::read(text), None, "{text}");
    }
    assert!(pattern(&"9".repeat(60)).fits(&"1".repeat(60)));
    assert!(!pattern(&format!("9{}", "[?]".repeat(59))).fits(&"1".repeat(61)));
}

#[test]
fn it_knows_what_fits() {
    let plate = pattern("A[A] 9[999]");

    assert_eq!(plate.example(), "AB 1234");
    assert_eq!((plate.least(), plate.most()), (3, 7));
    assert!(pattern("99[9]").is_digits() && !pattern("99-9").is_digits());
    assert!(pattern("99-9").is_counted_alike() && !pattern("99😀").is_counted_alike());
    assert!(!plate.is_counted_alike(), "there are letters of two units");
}

#[test]
fn a_browser_is_told_a_form_that_is_quick_to_read() {
    for (text, regex) in [
        ("AA-9[999]", Some(r"\s*\p{Alphabetic}{2}-[0-9]{1,4}\s*")),
        (
            "A[A] 9[9][9][9] A[AA]",
            Some(r"\s*\p{Alphabetic}{1,2}\s+[0-9]{1,4}\s+\p{Alphabetic}{1,3}\s*"),
        ),
        (r"\[9\]/9", Some(r"\s*\[[0-9]\]\/[0-9]\s*")),
        ("?9", None),
        ("A[ ]9", None),
        ("9[A]9[A]9[A]9[A]9[A]9", None),
    ] {
        assert_eq!(pattern(text).regex().as_deref(), regex, "{text}");
    }
}

proptest! {
    #[test]
    fn an_example_fits(text in "[A9?a-z0-8 \\-\\[\\]]{1,60}") {
        if let Some(pattern) = Pattern::read(&text) {
            let example = pattern.example();
            prop_assert!(pattern.fits(&example), "{} {}", text, example);
            prop_assert_eq!(example.chars().count(), pattern.most());
        }
    }

    #[test]
    fn nothing_breaks_the_reading(text in ".{0,80}", typed in ".{0,80}") {
        let _ = Pattern::read(&text).map(|it| it.fits(&typed));
    }
}
