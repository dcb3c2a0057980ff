//! Telephone numbers, read as in Indonesia: `0811…`, `62811…` and `+62 811-…` are one.

/// A telephone number in E.164; none for what cannot be one.
pub fn e164(text: &str) -> Option<String> {
    let plus = text.trim_start().trim_start_matches('(').starts_with('+');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = match digits.as_str() {
        // `+62 (0)811…` has a zero that nobody dials.
        it if it.starts_with("620") => format!("62{}", &it[3..]),
        it if it.starts_with("00620") => format!("62{}", &it[5..]),
        _ if plus => digits,
        it if it.starts_with("00") => it[2..].to_owned(),
        it if it.starts_with('0') => format!("62{}", &it[1..]),
        it if it.starts_with("62") => digits,
        it if it.starts_with('8') => format!("62{it}"),
        _ => digits,
    };
    is_possible(&number).then(|| format!("+{number}"))
}

/// A mobile number here has 9 to 12 digits behind the 62, one on a wire 7 to 11; elsewhere any
/// number that E.164 has room for.
fn is_possible(number: &str) -> bool {
    if !(8..=15).contains(&number.len()) || number.starts_with('0') {
        return false;
    }
    match number.strip_prefix("62") {
        Some(rest) if rest.starts_with('8') => (9..=12).contains(&rest.len()),
        Some(rest) => (7..=11).contains(&rest.len()) && !rest.starts_with('0'),
        None => true,
    }
}

/// A number in E.164 as people here write it: `+628111234567` is `0811 1234 567`, and one from
/// abroad keeps its plus.
pub fn shown(number: &str) -> String {
    let Some(rest) = number.strip_prefix("+62") else { return number.to_owned() };
    let digits: Vec<char> = std::iter::once('0').chain(rest.chars()).collect();
    // The code of a large city has two digits, every other code and network three.
    let area =
        if ["21", "22", "24", "31", "61"].iter().any(|it| rest.starts_with(it)) { 3 } else { 4 };
    let (code, rest) = digits.split_at(area.min(digits.len()));
    let groups = rest.chunks(4).map(|it| it.iter().collect::<String>());
    let groups = std::iter::once(code.iter().collect::<String>()).chain(groups);
    groups.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_spelling_of_a_phone_is_one() {
        for text in [
            "0811-1234-567",
            "+62 811 1234 567",
            "628111234567",
            "8111234567",
            "0062 811 1234567",
            "+62 (0)811 1234 567",
            "(+62) 811.1234.567",
        ] {
            assert_eq!(e164(text).as_deref(), Some("+628111234567"), "{text}");
        }
    }

    // The cases of formats.csv, with its source.
    #[test]
    fn the_official_cases_hold() {
        for (text, number) in [
            ("081234567890", Some("+6281234567890")),
            ("+62 812-3456-7890", Some("+6281234567890")),
            ("62812 3456 7890", Some("+6281234567890")),
            ("(021) 5551234", Some("+62215551234")),
            ("0274-512345", Some("+62274512345")),
            ("+62 361 223344", Some("+62361223344")),
            ("0812345", None),
            ("12345", None),
            ("call me", None),
            ("+65 9123 4567", Some("+6591234567")),
            ("0065 9123 4567", Some("+6591234567")),
        ] {
            assert_eq!(e164(text).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn a_phone_is_shown_as_people_here_write_it() {
        for (number, as_written) in [
            ("+628111234567", "0811 1234 567"),
            ("+62215550107", "021 5550 107"),
            ("+622745550107", "0274 5550 107"),
            ("+6591234567", "+6591234567"),
            ("+62", "0"),
        ] {
            assert_eq!(shown(number), as_written);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(text in "[0-9+ ()-]{0,20}") {
            if let Some(number) = e164(&text) {
                prop_assert_eq!(e164(&shown(&number)), Some(number));
            }
        }
    }
}
