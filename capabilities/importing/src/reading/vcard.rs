//! Cards of people become a text with commas: one row for each card.

use std::fs::File;
use std::io::{BufWriter, Read};
use std::path::Path;

use crate::reading::unreadable;
use crate::rules::file_refused::FileRefused;

/// What is read of a card.
pub const COLUMNS: [&str; 7] =
    ["Name", "Company", "Job title", "Email", "Phone", "Note", "Birthday"];

type Card = [String; 7];

/// The most that a file of cards may hold.
const MOST_BYTES: u64 = 64 << 20;

/// Writes the cards of a file as rows.
pub fn to_text(path: &Path, out: &Path) -> Result<(), FileRefused> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|fault| unreadable(&fault))?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|fault| unreadable(&fault))?;
    if MOST_BYTES < bytes.len() as u64 {
        return Err(FileRefused::TooLarge { limit_mib: MOST_BYTES >> 20 });
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => encoding_rs::WINDOWS_1252.decode(fault.as_bytes()).0.into_owned(),
    };
    let file = File::create(out).map_err(|fault| unreadable(&fault))?;
    let mut writer = csv::Writer::from_writer(BufWriter::new(file));
    let mut write =
        |row: &[String]| writer.write_record(row).map_err(|fault| unreadable(&fault.into()));
    write(&COLUMNS.map(str::to_owned))?;
    for card in each_card(&text) {
        write(&card)?;
    }
    writer.flush().map_err(|fault| unreadable(&fault))
}

/// One row for each card, in the order of [`COLUMNS`].
pub fn cards(text: &str) -> Vec<Card> {
    each_card(text).collect()
}

/// One card after the other, so that only the text is held.
fn each_card(text: &str) -> impl Iterator<Item = Card> {
    let mut card: Option<Begun> = None;
    unfolded(text).filter_map(move |line| {
        let (name, value) = cut(&line)?;
        let name = name.to_ascii_uppercase();
        let (property, manner) = name.split_once(';').unwrap_or((&name, ""));
        // A group stands before its name.
        let property = property.rsplit('.').next().unwrap_or_default();
        let is_quoted = manner.contains("QUOTED-PRINTABLE");
        let value = if is_quoted { printable(value) } else { value.to_owned() };
        match (property, value.trim().to_ascii_uppercase().as_str()) {
            ("BEGIN", "VCARD") => card = Some(Begun::default()),
            ("END", "VCARD") => return card.take().map(|it| it.card),
            _ => {
                if let Some(card) = &mut card {
                    set(card, property, manner, &value);
                }
            }
        }
        None
    })
}

/// A card that is not at its end, and how much what stands there is wanted; less is more.
#[derive(Default)]
struct Begun {
    card: Card,
    ranks: [u8; 7],
}

/// Name and value of a line. A colon in quotation marks parts nothing.
fn cut(line: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let colon = line.char_indices().find(|(_, it)| {
        is_quoted ^= *it == '"';
        *it == ':' && !is_quoted
    });
    let at = colon.map(|it| it.0).or_else(|| line.find(':'))?;
    Some((&line[..at], &line[at + 1..]))
}

/// Of several addresses or numbers the preferred one counts, else the first; a fax is no telephone.
fn rank(property: &str, manner: &str) -> u8 {
    let words = manner.split([';', ',', '=', '"']).filter(|it| !it.is_empty());
    let words: Vec<&str> = words.collect();
    let level = |at: usize| words.get(at + 1).and_then(|it| it.parse::<u8>().ok());
    let at = words.iter().position(|it| *it == "PREF");
    match property {
        "TEL" if words.iter().any(|it| matches!(*it, "FAX" | "PAGER" | "MODEM")) => 3,
        "TEL" | "EMAIL" if at.is_some_and(|at| level(at).is_none_or(|it| it == 1)) => 0,
        _ => 1,
    }
}

/// A number as a web address writes it, without its extension.
fn number(value: &str) -> &str {
    let scheme = value.get(..4).filter(|it| it.eq_ignore_ascii_case("tel:"));
    let rest = scheme.and_then(|_| value.get(4..));
    rest.map_or(value, |it| it.split(';').next().unwrap_or_default())
}

fn set(begun: &mut Begun, property: &str, manner: &str, value: &str) {
    let (place, text) = match property {
        "FN" => (0, plain(value)),
        "N" => {
            let mut parts = parts(value).into_iter().map(plain);
            let (last, first) = (parts.next().unwrap_or_default(), parts.next());
            (0, format!("{} {last}", first.unwrap_or_default()).trim().to_owned())
        }
        "ORG" => (1, plain(parts(value).first().unwrap_or(&""))),
        "TITLE" => (2, plain(value)),
        "EMAIL" => (3, plain(value)),
        "TEL" => (4, plain(number(value.trim()))),
        "NOTE" => (5, plain(value)),
        "BDAY" => (6, born(&plain(value))),
        _ => return,
    };
    let (known, rank) = (&mut begun.card[place], rank(property, manner));
    let is_better = known.is_empty() || rank < begun.ranks[place];
    // A name that is written out is the better one, and the first of several.
    if !text.is_empty() && (is_better || (property == "FN" && begun.ranks[place] != 0)) {
        *known = text;
        begun.ranks[place] = if property == "FN" { 0 } else { rank };
    }
}

/// A day with or without its year, as RFC 6350 writes it, with a hyphen between its parts; a time
/// of day behind it is left aside.
fn born(value: &str) -> String {
    let day = value.split(['T', ' ']).next().unwrap_or_default();
    let is_digits = |it: &str| it.chars().all(|it| it.is_ascii_digit());
    match day.strip_prefix("--") {
        Some(rest) if rest.len() == 4 && is_digits(rest) => {
            format!("--{}-{}", &rest[..2], &rest[2..])
        }
        None if day.len() == 8 && is_digits(day) => {
            format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])
        }
        _ => day.to_owned(),
    }
}

/// Lines that were folded are one line again.
fn unfolded(text: &str) -> impl Iterator<Item = String> {
    let goes_on = |line: &str| {
        line.ends_with('=')
            && cut(line).is_some_and(|it| it.0.to_ascii_uppercase().contains("QUOTED"))
    };
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        let mut whole = lines.next()?.to_owned();
        while let Some(next) = lines.peek() {
            if let Some(rest) = next.strip_prefix([' ', '\t']) {
                whole.push_str(rest);
            } else if goes_on(&whole) {
                whole.pop();
                whole.push_str(next);
            } else {
                break;
            }
            lines.next();
        }
        Some(whole)
    })
}

/// The parts of a value; a mark that is escaped parts nothing.
fn parts(value: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut begin, mut escaped) = (0, false);
    for (at, it) in value.char_indices() {
        if it == ';' && !escaped {
            parts.push(&value[begin..at]);
            begin = at + 1;
        }
        escaped = it == '\\' && !escaped;
    }
    parts.push(&value[begin..]);
    parts
}

fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') | None => text.push(' '),
                Some(other) => text.push(other),
            },
            '\r' | '\n' | '\0' => text.push(' '),
            other => text.push(other),
        }
    }
    text.trim().to_owned()
}

/// Letters that were written as `=C3=A9`.
fn printable(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code =
            after.get(..2).filter(|_| first == b'=').and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = code.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => encoding_rs::WINDOWS_1252.decode(fault.as_bytes()).0.into_owned(),
    }
}

#[cfg(test)]
mod beside;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wulandari;Rina;;;\r\nFN:Rina Wulandari\r\n\
        ORG:PT Toko Maju;Pembelian\r\nTITLE:Kepala\\, pembelian\r\n\
        item1.EMAIL;TYPE=INTERNET:rina@to\r\n ko.example\r\nTEL;TYPE=CELL:0812-3456\r\nBDAY:19880412\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9;Budi\nEND:VCARD\n";

    #[test]
    fn a_card_is_a_row() {
        let cards = cards(CARDS);

        assert_eq!(
            cards[0],
            [
                "Rina Wulandari",
                "PT Toko Maju",
                "Kepala, pembelian",
                "rina@toko.example",
                "0812-3456",
                "",
                "1988-04-12"
            ]
        );
        assert_eq!(cards[1][0], "Budi Café");
        assert_eq!(cards.len(), 2);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_cards(text in "(BEGIN:VCARD\n)?[A-Z;:=\\\\\n é]{0,80}") {
            let _ = cards(&text);
        }
    }

    /// What goes out as cards comes back as the same people.
    fn comes_back(name: &str, organization: &str, title: &str) {
        let card = accounts::Card {
            uid: "1".to_owned(),
            name: name.to_owned(),
            organization: organization.to_owned(),
            title: title.to_owned(),
            phone: Some("+628111234567".to_owned()),
            whatsapp: None,
            email: Some("rina@maju.id".to_owned()),
            birthday: Some("1988-04-12".to_owned()),
        };
        let text = accounts::cards_text(&[card], accounts::CardVersion::Three);

        let back = cards(&text);

        let expected =
            [name, organization, title, "rina@maju.id", "+628111234567", "", "1988-04-12"];
        assert_eq!(back, [expected.map(str::to_owned)], "{text}");
    }

    #[test]
    fn hostile_names_come_back_as_they_went_out() {
        for name in [
            "A; B, C\\ D",
            "\\n",
            ";;;",
            "=1+1",
            "BEGIN:VCARD",
            "日本語の名前がとても長い場合でも折り返しは文字の途中では起こりませんように願います",
            "🧑🏽‍💼",
            "a:b",
        ] {
            comes_back(name, name, name);
        }
    }

    proptest! {
        #[test]
        fn any_name_comes_back(name in "[^\\p{C}\\s]([^\\p{C}]{0,90}[^\\p{C}\\s])?") {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            comes_back(&name, &name, &name);
        }
    }
}
