//! Cards are read as another program reads them.

use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue};
use proptest::prelude::*;

use super::cards;

/// The texts of the properties of this name.
fn texts(card: &VCard, property: &VCardProperty) -> Vec<String> {
    let text = |it: &VCardEntry| match it.values.first() {
        Some(VCardValue::Text(text)) => Some(text.clone()),
        Some(VCardValue::Component(parts)) => parts.first().cloned(),
        _ => None,
    };
    card.properties(property).filter_map(text).collect()
}

/// One space between words, as a row keeps them.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Name, company, job title, note as the other program reads them; its addresses and numbers hold
/// ours, and none of ours is missing where it has one.
fn the_same_as_another_reads(text: &str) {
    let theirs = VCard::parse(text).unwrap_or_else(|it| panic!("{it:?}: {text}"));
    let ours = cards(text);
    let [ours] = ours.as_slice() else { panic!("{ours:?}: {text}") };
    for (place, property) in [
        (0, VCardProperty::Fn),
        (1, VCardProperty::Org),
        (2, VCardProperty::Title),
        (5, VCardProperty::Note),
    ] {
        let first = texts(&theirs, &property).into_iter().next().unwrap_or_default();
        assert_eq!(line(&ours[place]), line(&first), "{property:?}: {text}");
    }
    for (place, property) in [(3, VCardProperty::Email), (4, VCardProperty::Tel)] {
        let all: Vec<String> = texts(&theirs, &property)
            .into_iter()
            .map(|it| it.strip_prefix("tel:").unwrap_or(&it).to_owned())
            .map(|it| it.split(';').next().unwrap_or_default().to_owned())
            .collect();
        assert!(all.is_empty() == ours[place].is_empty(), "{property:?}: {all:?}, {text}");
        assert!(all.is_empty() || all.contains(&ours[place]), "{property:?}: {all:?}, {text}");
    }
}

fn card(version: &str, lines: &[&str]) -> String {
    format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{}\r\nEND:VCARD\r\n", lines.join("\r\n"))
}

#[test]
fn cards_of_other_programs_are_read_alike() {
    for (version, lines) in [
        // RFC 6350, its own example, with a family of types and a number as an address.
        (
            "4.0",
            &[
                "FN:Simon Perreault",
                "N:Perreault;Simon;;;ing. jr,M.Sc.",
                "BDAY:--0203",
                "ORG;TYPE=work:Viagenie",
                "TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-656-9254;ext=102",
                "TEL;VALUE=uri;TYPE=\"work,cell,voice,video,text\":tel:+1-418-262-6501",
                "EMAIL;TYPE=work:simon.perreault@viagenie.ca",
            ][..],
        ),
        // As iCloud and Google write groups and labels.
        (
            "3.0",
            &[
                "PRODID:-//Apple Inc.//iOS 17.0//EN",
                "N:Wulandari;Rina;;;",
                "FN:Rina Wulandari",
                "ORG:PT Toko Maju;Pembelian;",
                "item1.EMAIL;type=INTERNET;type=pref:rina@toko.example",
                "item1.X-ABLabel:_$!<Work>!$_",
                "item2.TEL;type=CELL;type=VOICE:+62 812-3456-789",
                "TEL;type=WORK;type=FAX:+62 21 555 0199",
                "NOTE:Satu\\, dua\\; tiga\\nempat",
                "TITLE:Kepala\\, pembelian",
            ],
        ),
        // Folded in the middle of a word, and of a letter's bytes nowhere.
        (
            "3.0",
            &[
                "FN:Bambang Hadi",
                " kusumo",
                "ORG:Toko Sejah",
                " tera",
                "EMAIL:ba",
                "\tmbang@toko.example",
            ],
        ),
        ("4.0", &["FN;LANGUAGE=id;SORT-AS=\"A:B\":Dewi Anggraini", "TITLE;ALTID=1:Direktur"]),
    ] {
        the_same_as_another_reads(&card(version, lines));
    }
}

#[test]
fn quoted_letters_of_the_oldest_cards_are_read() {
    let text = card(
        "2.1",
        &[
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mart=C3=ADn;Ren=C3=A9",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9 Mart=C3=ADn",
            "ORG;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 =",
            "Senja",
            "TEL;WORK;FAX:021-5550199",
            "TEL;CELL;PREF:0812-3456",
            "EMAIL;INTERNET:rene@senja.example",
        ],
    );
    let old = card("2.1", &["FN;CHARSET=ISO-8859-1;quoted-printable:Ren=E9"]);

    assert_eq!(
        cards(&text),
        [["René Martín", "Café Senja", "", "rene@senja.example", "0812-3456", "", ""]
            .map(str::to_owned)]
    );
    assert_eq!(cards(&old)[0][0], "René");
}

#[test]
fn the_preferred_number_counts_and_a_fax_does_not() {
    let of = |lines: &[&str]| cards(&card("3.0", lines))[0][4].clone();

    assert_eq!(of(&["FN:A", "TEL;TYPE=FAX:1", "TEL;TYPE=HOME:2", "TEL;TYPE=CELL,PREF:3"]), "3");
    assert_eq!(of(&["FN:A", "TEL;TYPE=FAX:1", "TEL;TYPE=HOME:2", "TEL;TYPE=CELL:3"]), "2");
    assert_eq!(of(&["FN:A", "TEL;PREF=2:1", "TEL;PREF=1:2"]), "2");
    assert_eq!(of(&["FN:A", "TEL;TYPE=WORK,FAX:1"]), "1");
}

/// A line that is folded after so many letters.
fn folded(line: &str, after: usize) -> String {
    let letters: Vec<char> = line.chars().collect();
    let parts: Vec<String> = letters.chunks(after).map(|it| it.iter().collect()).collect();
    parts.join("\r\n ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;")
}

proptest! {
    #[test]
    fn any_card_is_read_alike(
        is_new: bool,
        name in "[A-Za-zé][A-Za-z é,;:\\\\\"']{0,40}[a-z]",
        company in "[A-Za-zé][A-Za-z é,;:\\\\\"']{0,40}[a-z]",
        group in prop::option::of("item[1-9]"),
        types in prop::collection::vec(prop::sample::select(vec!["work", "home", "cell"]), 0..3),
        after in 20usize..75,
    ) {
        let group = group.map(|it| format!("{it}.")).unwrap_or_default();
        let types: String = types.iter().flat_map(|it| [";TYPE=", *it]).collect();
        let lines = [
            format!("FN:{}", escaped(&name)),
            format!("ORG:{};Bagian", escaped(&company)),
            format!("{group}TEL{types}:+62 812 555 0101"),
            format!("{group}EMAIL{types}:a@b.example"),
        ];
        let lines: Vec<String> = lines.iter().map(|it| folded(it, after)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();

        the_same_as_another_reads(&card(if is_new { "4.0" } else { "3.0" }, &lines));
    }
}
