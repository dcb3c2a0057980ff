//! Text that people typed, made fit to store, to sort and to find.

pub use kernel::phone::{e164 as phone, shown as shown_phone};

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
    fn a_percent_sign_is_only_a_percent_sign() {
        assert_eq!(like("50%_a"), "%50\\%\\_a%");
    }
}
