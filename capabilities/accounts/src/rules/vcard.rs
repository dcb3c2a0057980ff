//! People as cards that address books read: vCard 3.0 of RFC 2426, which all of them do.

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
}

/// These people, one card after the other.
pub fn text(cards: &[Card]) -> String {
    let mut out = String::new();
    for card in cards {
        line(&mut out, "BEGIN:VCARD");
        line(&mut out, "VERSION:3.0");
        line(&mut out, "PRODID:-//Jembatan//EN");
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
        if let Some(phone) = &card.phone {
            line(&mut out, &format!("TEL;TYPE=WORK,VOICE:{}", escaped(phone)));
        }
        if let Some(whatsapp) = card.whatsapp.as_ref().filter(|it| card.phone.as_ref() != Some(it))
        {
            line(&mut out, &format!("TEL;TYPE=CELL:{}", escaped(whatsapp)));
        }
        if let Some(email) = &card.email {
            line(&mut out, &format!("EMAIL;TYPE=INTERNET:{}", escaped(email)));
        }
        line(&mut out, "END:VCARD");
    }
    out
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
        };

        let expected = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Jembatan//EN\r\nUID:1\r\n\
            FN:Rina\\, Hartati\r\nN:;Rina\\, Hartati;;;\r\nORG:PT Maju\\; Jaya\r\nTITLE:Pemilik\r\n\
            TEL;TYPE=WORK,VOICE:+628111\r\nEMAIL;TYPE=INTERNET:rina@maju.id\r\nEND:VCARD\r\n";
        assert_eq!(text(&[card]), expected);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_smuggled_in(name in ".{0,200}") {
            let card = Card { name: name.clone(), title: name, ..Card::default() };

            let text = text(std::slice::from_ref(&card));

            prop_assert!(text.split("\r\n").all(|it| it.len() <= WIDTH));
            let unfolded = text.replace("\r\n ", "");
            prop_assert_eq!(unfolded.matches("\r\nEND:VCARD").count(), 1);
            let lines = if card.title.is_empty() { 8 } else { 9 };
            prop_assert_eq!(unfolded.split("\r\n").count(), lines);
        }
    }
}
