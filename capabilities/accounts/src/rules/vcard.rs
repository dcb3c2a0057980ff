//! People as cards that address books read: vCard 3.0 of RFC 2426, which all of them do, and 4.0 of
//! RFC 6350 for those who ask for it.

use kernel::labels;

labels! {
    /// In which manner a card is written.
    #[derive(Default)]
    pub enum Version {
        #[default]
        Three = "3.0",
        Four = "4.0",
    }
}

/// Octets in a line before it is folded, its end not counted.
const WIDTH: usize = 75;

/// Somebody, as a card says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// By which an address book knows that it has this card already.
    pub uid: String,
    pub name: String,
    pub organization: String,
    pub title: String,
    /// E.164, as are the next.
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// `1988-04-12`, or `--04-12`.
    pub birthday: Option<String>,
}

/// These people, one card after the other.
pub fn text(cards: &[Card], version: Version) -> String {
    let mut out = String::new();
    let four = version == Version::Four;
    for card in cards {
        line(&mut out, "BEGIN:VCARD");
        line(&mut out, &format!("VERSION:{}", version.word()));
        line(&mut out, "PRODID:-//Jembatan//EN");
        if four {
            line(&mut out, "KIND:individual");
        }
        line(&mut out, &format!("UID:{}", escaped(&card.uid)));
        line(&mut out, &format!("FN:{}", escaped(&card.name)));
        // One name is the given name: nobody here must have a surname.
        line(&mut out, &format!("N:;{};;;", escaped(&card.name)));
        if !card.organization.is_empty() {
            line(&mut out, &format!("ORG:{}", escaped(&card.organization)));
        }
        if !card.title.is_empty() {
            line(&mut out, &format!("TITLE:{}", escaped(&card.title)));
        }
        let (work, cell, mail) = if four {
            ("TEL;VALUE=uri;TYPE=\"work,voice\":tel:", "TEL;VALUE=uri;TYPE=cell:tel:", "EMAIL:")
        } else {
            ("TEL;TYPE=WORK,VOICE:", "TEL;TYPE=CELL:", "EMAIL;TYPE=INTERNET:")
        };
        if let Some(phone) = &card.phone {
            line(&mut out, &format!("{work}{}", escaped(phone)));
        }
        if let Some(whatsapp) = card.whatsapp.as_ref().filter(|it| card.phone.as_ref() != Some(it))
        {
            line(&mut out, &format!("{cell}{}", escaped(whatsapp)));
        }
        if let Some(email) = &card.email {
            line(&mut out, &format!("{mail}{}", escaped(email)));
        }
        if let Some(birthday) = card.birthday.as_deref().and_then(|it| born(it, four)) {
            line(&mut out, &format!("BDAY:{birthday}"));
        }
        line(&mut out, "END:VCARD");
    }
    out
}

/// A day as the version writes it. The third knows none without its year.
fn born(kept: &str, four: bool) -> Option<String> {
    match kept.strip_prefix("--") {
        Some(day) if four => Some(format!("--{}", day.replace('-', ""))),
        Some(_) => None,
        None if four => Some(kept.replace('-', "")),
        None => Some(kept.to_owned()),
    }
}

/// What a value may not hold as it is: marks that part values, and the ends of lines.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for it in value.chars() {
        match it {
            '\\' | ';' | ',' => out.extend(['\\', it]),
            '\n' => out.push_str("\\n"),
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}

/// Adds a line, folded between letters and never within one.
fn line(out: &mut String, text: &str) {
    let mut room = WIDTH;
    for it in text.chars() {
        if room < it.len_utf8() {
            out.push_str("\r\n ");
            // The space that begins it counts.
            room = WIDTH - 1;
        }
        out.push(it);
        room -= it.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_card_is_written_as_address_books_read_it() {
        let card = Card {
            uid: "1".to_owned(),
            name: "Rina, Hartati".to_owned(),
            organization: "PT Maju; Jaya".to_owned(),
            title: "Pemilik".to_owned(),
            phone: Some("+628111".to_owned()),
            whatsapp: Some("+628111".to_owned()),
            email: Some("rina@maju.id".to_owned()),
            birthday: Some("--04-12".to_owned()),
        };

        let expected = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Jembatan//EN\r\nUID:1\r\n\
            FN:Rina\\, Hartati\r\nN:;Rina\\, Hartati;;;\r\nORG:PT Maju\\; Jaya\r\nTITLE:Pemilik\r\n\
            TEL;TYPE=WORK,VOICE:+628111\r\nEMAIL;TYPE=INTERNET:rina@maju.id\r\nEND:VCARD\r\n";
        assert_eq!(text(std::slice::from_ref(&card), Version::Three), expected);
        let born = Card { birthday: Some("1988-04-12".to_owned()), ..card.clone() };
        assert!(text(&[born], Version::Three).contains("\r\nBDAY:1988-04-12\r\n"));

        let four = text(&[card], Version::Four);
        for line in [
            "VERSION:4.0",
            "KIND:individual",
            "TEL;VALUE=uri;TYPE=\"work,voice\":tel:+628111",
            "EMAIL:rina@maju.id",
            "BDAY:--0412",
        ] {
            assert!(four.contains(&format!("\r\n{line}\r\n")), "{line}: {four}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_smuggled_in(name in ".{0,200}") {
            let card = Card { name: name.clone(), title: name, ..Card::default() };

            let text = text(std::slice::from_ref(&card), Version::Three);

            prop_assert!(text.split("\r\n").all(|it| it.len() <= WIDTH));
            let unfolded = text.replace("\r\n ", "");
            prop_assert_eq!(unfolded.matches("\r\nEND:VCARD").count(), 1);
            let lines = if card.title.is_empty() { 8 } else { 9 };
            prop_assert_eq!(unfolded.split("\r\n").count(), lines);
        }
    }
}
