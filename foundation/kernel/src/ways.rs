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

/// An address of mail in the form by which it is known: lower case, one `@`, a dot behind it.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (name, host) = text.split_once('@')?;
    let plain = |it: char| it.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(it);
    let whole = !name.is_empty() && name.chars().all(plain) && text.len() <= 254;
    let host_fits = host.chars().all(|it| it.is_alphanumeric() || it == '.' || it == '-');
    let dotted = host.split('.').count() >= 2 && host.split('.').all(|it| !it.is_empty());
    (whole && host_fits && dotted).then_some(text)
}
