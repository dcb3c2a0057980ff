//! The number by which a document is called, as it is kept and as it is sought: pure, and the same
//! on both sides.
//!
//! Documents of one kind are called alike: `INV-2026-00123`, `00123/INV/III/2026`, `C536379`. So
//! a number is kept as a whole, which also finds what was begun of it, and from each end of a count
//! backwards, because the last digits are those that tell documents apart.

use std::collections::BTreeSet;

/// Nobody writes a longer number to find something; what is longer is cut on both sides.
const LONGEST: usize = 60;
/// So many digits are part of some number; fewer are in nearly all of them.
const SHORTEST: usize = 3;

/// Mark a number read from its beginning, and one read backwards from the end of a count.
const BEGINNING: char = '#';
const END: char = '~';

/// Everything under which a number is kept.
pub fn terms(number: &str) -> BTreeSet<String> {
    let plain = plain(number);
    if plain.is_empty() {
        return BTreeSet::new();
    }
    let mut terms: BTreeSet<String> = ends(number).iter().map(|it| ended(it)).collect();
    terms.insert(begun(&plain));
    terms
}

/// What somebody typed, if it may be of a number.
pub fn sought(typed: &str) -> Option<String> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (SHORTEST <= digits).then(|| plain(typed))
}

/// How a whole number is kept, and how what is kept of it begins for whoever typed its beginning.
pub fn begun(plain: &str) -> String {
    format!("{BEGINNING}{plain}")
}

/// How what is kept of a number begins for whoever typed its end.
pub fn ended(plain: &str) -> String {
    let backwards = plain.chars().rev();
    std::iter::once(END).chain(backwards).collect()
}

/// Large letters and digits, whatever stands between them.
fn plain(number: &str) -> String {
    let said = number.chars().filter(|it| it.is_alphanumeric());
    said.flat_map(char::to_uppercase).take(LONGEST).collect()
}

/// The number as far as each count in it goes. A year says nothing of a document that has another
/// count.
fn ends(number: &str) -> Vec<String> {
    let letters: Vec<char> = number.chars().collect();
    let (mut counts, mut years) = (Vec::new(), Vec::new());
    let mut run = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_digit() {
            run.clear();
            continue;
        }
        run.push(*letter);
        let goes_on = letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if goes_on || run.len() < SHORTEST {
            continue;
        }
        let end = plain(&letters.iter().take(at + 1).collect::<String>());
        if is_year(&run) { years.push(end) } else { counts.push(end) }
    }
    if counts.is_empty() { years.into_iter().rev().take(1).collect() } else { counts }
}

fn is_year(run: &str) -> bool {
    run.len() == 4 && (run.starts_with("19") || run.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a number is found by what was typed of it.
    fn finds(typed: &str, number: &str) -> bool {
        let kept = terms(number);
        sought(typed).is_some_and(|typed| {
            kept.iter().any(|it| it.starts_with(&begun(&typed)) || it.starts_with(&ended(&typed)))
        })
    }

    #[test]
    fn a_number_is_found_whole_begun_and_by_its_end() {
        for (number, typed) in [
            ("INV-2026-00123", "INV-2026-00123"),
            ("INV-2026-00123", "inv 2026 00123"),
            ("INV-2026-00123", "inv/2026/00123"),
            ("INV-2026-00123", "INV202600123"),
            ("INV-2026-00123", "inv-2026-0"),
            ("INV-2026-00123", "00123"),
            ("INV-2026-00123", "123"),
            ("INV-2026-00123", "2026-00123"),
            ("00123/INV/III/2026", "00123"),
            ("00123/INV/III/2026", "123"),
            ("INV/2026/III/00123/JKT", "00123"),
            ("INV/2026/III/00123/JKT", "iii/00123"),
            ("536365", "536365"),
            ("C536379", "c536379"),
            ("C536379", "536379"),
            ("010.000-26.00000123", "00000123"),
            ("INV/2026", "2026"),
            ("INV/2026/2001", "2001"),
        ] {
            assert!(finds(typed, number), "{typed} {number}");
        }
        for (number, typed) in [
            ("INV-2026-00123", "00124"),
            ("INV-2026-00123", "23"),
            ("INV-2026-00123", "inv"),
            ("INV-2026-00123", "2026"),
            ("INV-2026-00123", "0012"),
            ("536365", "536379"),
            ("---", "---"),
        ] {
            assert!(!finds(typed, number), "{typed} {number}");
        }
    }

    #[test]
    fn few_terms_are_kept_of_a_number() {
        let kept = |number: &str| terms(number).into_iter().collect::<Vec<_>>();

        assert_eq!(kept("INV-2026-00123"), ["#INV202600123", "~321006202VNI"]);
        assert_eq!(kept("C536379"), ["#C536379", "~973635C"]);
        assert_eq!(kept("00123/INV/2026"), ["#00123INV2026", "~32100"]);
        assert_eq!(kept("Nota 7"), ["#NOTA7"]);
        assert_eq!(kept(" / "), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn whatever_is_kept_is_found_by_itself(number in "[ -~]{0,20}[0-9]{3,8}[ -~]{0,20}") {
            prop_assert!(finds(&number, &number), "{}", number);
        }

        #[test]
        fn separators_and_small_letters_make_no_difference(
            letters in "[A-Z]{0,5}", count in "[0-9]{3,9}", between in "[-/. ]{0,2}",
        ) {
            let number = format!("{letters}-{count}");
            let typed = format!("{}{between}{count}", letters.to_lowercase());

            prop_assert!(finds(&typed, &number), "{} {}", typed, number);
        }
    }
}
