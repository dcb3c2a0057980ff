//! Banks and the numbers of accounts at them.

/// Banks by the code that clearing knows them by, as people here call them; any other is written.
/// The codes are Bank Indonesia's, and facts.
const BANKS: &[(&str, &str)] = &[
    ("002", "BRI"),
    ("008", "Mandiri"),
    ("009", "BNI"),
    ("011", "Danamon"),
    ("013", "Permata"),
    ("014", "BCA"),
    ("016", "Maybank Indonesia"),
    ("019", "Panin"),
    ("022", "CIMB Niaga"),
    ("023", "UOB Indonesia"),
    ("028", "OCBC Indonesia"),
    ("041", "HSBC Indonesia"),
    ("046", "DBS Indonesia"),
    ("050", "Standard Chartered"),
    ("110", "Bank BJB"),
    ("111", "Bank Jakarta"),
    ("147", "Muamalat"),
    ("153", "Sinarmas"),
    ("200", "BTN"),
    ("213", "SMBC Indonesia"),
    ("426", "Mega"),
    ("451", "BSI"),
    ("501", "BCA Digital"),
    ("535", "SeaBank"),
    ("542", "Jago"),
];

/// The longest name of a bank.
pub const LONGEST_BANK: usize = 80;

/// What is offered to whoever writes down a bank.
pub fn offered() -> impl Iterator<Item = &'static str> {
    BANKS.iter().map(|it| it.1)
}

/// The bank as it is called: known by its code, by its name in any case, with or without `Bank`,
/// `PT` and `Tbk`; whatever else was written stays as it is. None if nothing was.
pub fn bank(typed: &str) -> Option<String> {
    let words: Vec<&str> = typed
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    let typed = words.join(" ");
    if typed.is_empty() || LONGEST_BANK < typed.chars().count() {
        return None;
    }
    let bones = bones(&typed);
    let known = BANKS.iter().find(|it| it.0 == typed || self::bones(it.1) == bones);
    Some(known.map_or(typed, |it| it.1.to_owned()))
}

fn bones(name: &str) -> String {
    let idle = ["bank", "pt", "tbk", "persero"];
    let small = name.to_lowercase();
    let words = small.split(|it: char| !it.is_alphanumeric());
    words.filter(|it| !it.is_empty() && !idle.contains(it)).collect::<Vec<_>>().join(" ")
}

/// The number of an account: digits as people group them, or an IBAN; as it is stored.
pub fn number(typed: &str) -> Option<String> {
    let mark = |it: char| it.is_whitespace() || matches!(it, '-' | '.' | '\u{2010}'..='\u{2013}');
    let number: String = typed.chars().filter(|it| !mark(*it)).collect();
    let number = number.to_ascii_uppercase();
    let plain = number.chars().all(|it| it.is_ascii_digit())
        || (number.get(..2).is_some_and(|it| it.chars().all(|it| it.is_ascii_uppercase()))
            && number.chars().all(|it| it.is_ascii_alphanumeric()));
    (plain && (5..=34).contains(&number.len())).then_some(number)
}

/// For whoever need not know it: `••••4567`. So much is left that two can be told apart.
pub fn masked(number: &str) -> String {
    let last: Vec<char> = number.chars().rev().take(4).collect();
    // Of a short number less is shown, so that what is hidden stays more than what is seen.
    let seen = if number.chars().count() < 8 { 2 } else { 4 };
    let last: String = last.into_iter().take(seen).rev().collect();
    format!("••••{last}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_bank_is_known_by_many_names() {
        for typed in ["BCA", "bca", " Bank BCA ", "014", "PT Bank BCA Tbk"] {
            assert_eq!(bank(typed).as_deref(), Some("BCA"), "{typed}");
        }
        assert_eq!(bank("Bank Mandiri (Persero)").as_deref(), Some("Mandiri"));
        assert_eq!(bank("Bank Papua").as_deref(), Some("Bank Papua"));
        assert_eq!(bank(" \u{0} "), None);
    }

    #[test]
    fn every_bank_has_its_own_code_and_name() {
        for (at, it) in BANKS.iter().enumerate() {
            let others = BANKS.iter().skip(at + 1);
            assert!(others.clone().all(|other| other.0 != it.0 && bones(other.1) != bones(it.1)));
            assert!(it.0.len() == 3 && it.0.chars().all(|it| it.is_ascii_digit()));
        }
    }

    #[test]
    fn a_number_is_stored_without_marks() {
        assert_eq!(number("0123 4567-89").as_deref(), Some("0123456789"));
        assert_eq!(
            number("de89 3704 0044 0532 0130 00").as_deref(),
            Some("DE89370400440532013000")
        );
        for typed in ["", "123", "12a45678", "=1+1", "123456789012345678901234567890123456"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_mask_hides_more_than_it_shows(number in "[0-9A-Z]{5,34}") {
            let masked = masked(&number);
            let seen = masked.chars().filter(|it| *it != '•').count();

            prop_assert!(2 * seen <= number.len());
            prop_assert!(number.ends_with(masked.trim_start_matches('•')));
        }

        #[test]
        fn what_is_stored_is_read_as_itself(typed in ".{0,40}") {
            if let Some(stored) = number(&typed) {
                prop_assert_eq!(number(&stored), Some(stored.clone()));
            }
            if let Some(stored) = bank(&typed) {
                prop_assert_eq!(bank(&stored), Some(stored.clone()));
            }
        }
    }
}
