//! Who is named in a text: `@Budi`, `@Budi Santoso`.

/// A person who may be named.
pub trait Named {
    fn name(&self) -> &str;
}

/// The places of those people in the list who are named in the text, each once, in the order of
/// the text. A whole name names its bearer; a first name does if nobody else has it.
pub fn mentioned<N: Named>(text: &str, people: &[N]) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let begins = text[..at].chars().next_back().is_none_or(|it| !it.is_alphanumeric());
        let named = if begins { who(&text[at + 1..], people) } else { None };
        if let Some(person) = named.filter(|it| !found.contains(it)) {
            found.push(person);
        }
    }
    found
}

/// The text in pieces; those that name somebody are marked.
pub fn pieces<N: Named>(text: &str, people: &[N]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut plain_from = 0;
    for (at, _) in text.match_indices('@') {
        if at < plain_from {
            continue;
        }
        let rest = &text[at + 1..];
        let Some(person) = who(rest, people).and_then(|it| people.get(it)) else { continue };
        let length = spoken(rest, person.name()).or_else(|| spoken(rest, first(person.name())));
        let Some(length) = length else { continue };
        if plain_from < at {
            pieces.push((text[plain_from..at].to_owned(), false));
        }
        plain_from = at + 1 + length;
        pieces.push((text[at..plain_from].to_owned(), true));
    }
    if plain_from < text.len() {
        pieces.push((text[plain_from..].to_owned(), false));
    }
    pieces
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// Who is named at the beginning of this text: the longest name that fits.
fn who<N: Named>(rest: &str, people: &[N]) -> Option<usize> {
    let whole = people.iter().enumerate().filter(|(_, it)| spoken(rest, it.name()).is_some());
    if let Some((place, _)) = whole.max_by_key(|(_, it)| it.name().len()) {
        return Some(place);
    }
    let mut firsts =
        people.iter().enumerate().filter(|(_, it)| spoken(rest, first(it.name())).is_some());
    let (place, _) = firsts.next()?;
    firsts.next().is_none().then_some(place)
}

/// How many bytes of the text say this name, if it begins with it and goes on with something else.
fn spoken(rest: &str, name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    let mut said = rest.char_indices();
    let mut length = 0;
    for letter in name.chars() {
        let (at, other) = said.next()?;
        if !letter.to_lowercase().eq(other.to_lowercase()) {
            return None;
        }
        length = at + other.len_utf8();
    }
    said.next().is_none_or(|(_, next)| !next.is_alphanumeric()).then_some(length)
}

impl Named for &str {
    fn name(&self) -> &str {
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PEOPLE: &[&str] = &["Budi Santoso", "Budi Hartono", "Ayu Lestari", "Sri"];

    #[test]
    fn whole_names_and_lone_first_names_name_somebody() {
        assert_eq!(mentioned("@ayu tolong, @Budi Hartono tahu", PEOPLE), [2, 1]);
        assert_eq!(mentioned("kata @sri: @SRI", PEOPLE), [3]);
    }

    #[test]
    fn what_could_be_two_people_or_an_address_names_nobody() {
        assert!(mentioned("@Budi", PEOPLE).is_empty());
        assert!(mentioned("tulis ke toko@sri.example", PEOPLE).is_empty());
        assert!(mentioned("@Sriwijaya @ @@", PEOPLE).is_empty());
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(text in "[@aySriB ,é]{0,30}") {
            let whole: String = pieces(&text, PEOPLE).into_iter().map(|it| it.0).collect();

            prop_assert_eq!(whole, text);
        }
    }
}
