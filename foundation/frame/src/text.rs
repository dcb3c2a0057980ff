//! Text that people typed, made fit to store, to sort and to find.

pub use kernel::ways::phone;

/// Trimmed, with runs of white space made one space and control characters taken out; none if
/// nothing is left.
pub fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// As [`line`], but lines stay lines.
pub fn paragraphs(text: &str) -> Option<String> {
    let lines: Vec<String> = text.lines().map(|it| line(it).unwrap_or_default()).collect();
    let text = lines.join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The form by which a name is sorted and found: lower case, single spaces.
pub fn key(text: &str) -> String {
    line(text).unwrap_or_default().to_lowercase()
}

/// A pattern for `like` that finds this text anywhere, whatever it holds.
pub fn like(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('%');
    for it in text.chars() {
        if matches!(it, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(it);
    }
    out.push('%');
    out
}

/// A number in E.164 as people here write it: `+628111234567` is `0811 1234 567`, and one from
/// abroad keeps its plus.
pub fn shown_phone(number: &str) -> String {
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
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  PT \t Maju\nJaya\0 ").as_deref(), Some("PT Maju Jaya"));
        assert_eq!(line(" \n "), None);
        assert_eq!(paragraphs("a \n\n b\r\n").as_deref(), Some("a\n\nb"));
    }

    #[test]
    fn three_spellings_of_a_phone_are_one() {
        for text in ["0811-1234-567", "+62 811 1234 567", "628111234567", "8111234567"] {
            assert_eq!(phone(text).as_deref(), Some("+628111234567"), "{text}");
        }
        assert_eq!(phone("call me"), None);
    }

    #[test]
    fn a_phone_is_shown_as_people_here_write_it() {
        for (number, shown) in [
            ("+628111234567", "0811 1234 567"),
            ("+62215550107", "021 5550 107"),
            ("+622745550107", "0274 5550 107"),
            ("+6591234567", "+6591234567"),
            ("+62", "0"),
        ] {
            assert_eq!(shown_phone(number), shown);
        }
    }

    #[test]
    fn a_percent_sign_is_only_a_percent_sign() {
        assert_eq!(like("50%_a"), "%50\\%\\_a%");
    }
}
