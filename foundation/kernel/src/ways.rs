//! Ways to somebody, as people write them.

/// A telephone number in E.164, read as in Indonesia: `0811…`, `62811…` and `+62 811-…` are one.
pub fn phone(text: &str) -> Option<String> {
    let plus = text.trim_start().starts_with('+');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = match digits.as_str() {
        _ if plus => digits,
        it if it.starts_with("00") => it[2..].to_owned(),
        it if it.starts_with('0') => format!("62{}", &it[1..]),
        it if it.starts_with("62") => digits,
        it if it.starts_with('8') => format!("62{it}"),
        _ => digits,
    };
    (8..=15).contains(&number.len()).then(|| format!("+{number}"))
}

/// A web site's address with its scheme; none for what no browser should follow.
pub fn website(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = ["https://", "http://"].iter().find_map(|it| text.strip_prefix(it));
    let whole = if rest.is_some() { text.to_owned() } else { format!("https://{text}") };
    let host = rest.unwrap_or(text).split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | ':');
    let fits = host.contains('.') && host.chars().all(plain) && !text.contains(char::is_whitespace);
    fits.then_some(whole)
}
