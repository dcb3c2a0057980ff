use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn said(consent: Consent, on: &str, note: &str) -> Agreed {
    Agreed { consent: Some(consent), on: Some(day(on)), note: Some(note.to_owned()) }
}

#[test]
fn a_no_wins_with_its_own_day_and_note() {
    let yes = said(Consent::Given, "2026-02-01", "Formulir");
    let no = said(Consent::Refused, "2025-11-20", "Lewat telepon");

    assert_eq!(yes.clone().stricter(no.clone()), no);
    assert_eq!(no.clone().stricter(yes.clone()), no);
    assert_eq!(Agreed::default().stricter(no.clone()), no);
    assert_eq!(no.clone().stricter(Agreed::default()), no);
}

#[test]
fn of_two_who_refused_the_first_day_counts() {
    let early = said(Consent::Refused, "2025-01-05", "Surat");
    let late = said(Consent::Refused, "2026-01-05", "Email");

    assert_eq!(late.clone().stricter(early.clone()), early);
    assert_eq!(early.clone().stricter(late), early);
}

#[test]
fn a_yes_is_taken_where_nothing_is_said_and_kept_where_it_is() {
    let mine = said(Consent::Given, "2026-02-01", "Formulir");
    let theirs = said(Consent::Given, "2024-02-01", "Pameran");

    assert_eq!(Agreed::default().stricter(theirs.clone()), theirs);
    assert_eq!(mine.clone().stricter(theirs), mine);
}

#[test]
fn whoever_is_still_there_as_one_of_them_is_still_there() {
    let there = |role: &str, left: Option<&str>| There {
        role: Some(role.to_owned()).filter(|it| !it.is_empty()),
        left_on: left.map(day),
    };

    let still = there("Pemilik", None).joined(there("Kasir", Some("2025-01-01")));
    assert_eq!(still, there("Pemilik", None));
    let still = there("", Some("2025-01-01")).joined(there("Kasir", None));
    assert_eq!(still, there("Kasir", None));
    let gone = there("", Some("2025-01-01")).joined(there("", Some("2025-06-01")));
    assert_eq!(gone, there("", Some("2025-06-01")));
}

fn agreed() -> impl Strategy<Value = Agreed> {
    let consent = prop::option::of(prop::sample::select(vec![Consent::Given, Consent::Refused]));
    (consent, 0_i64..400).prop_map(|(consent, after)| Agreed {
        consent,
        on: consent.map(|_| day("2025-01-01").plus(after)),
        note: None,
    })
}

proptest! {
    #[test]
    fn whichever_of_them_stays_what_was_agreed_is_the_same_word(
        mine in agreed(),
        theirs in agreed(),
    ) {
        let (one, other) = (mine.clone().stricter(theirs.clone()), theirs.stricter(mine));
        prop_assert_eq!(one.consent, other.consent);
    }

    #[test]
    fn nobody_who_refused_agrees_afterwards(mine in agreed(), theirs in agreed()) {
        let refused = [&mine, &theirs].iter().any(|it| it.consent == Some(Consent::Refused));
        let both = mine.stricter(theirs);
        prop_assert_eq!(both.consent == Some(Consent::Refused), refused);
    }
}
