//! Ways to somebody on the web, as people write them.

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
