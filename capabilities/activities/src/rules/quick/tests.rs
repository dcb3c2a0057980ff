use proptest::prelude::*;

use super::*;

/// A Monday.
fn today() -> Day {
    "2026-03-02".parse().unwrap()
}

fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

fn whom(quick: &Quick) -> String {
    quick.whom.join(" ")
}

#[test]
fn a_line_says_who_how_long_what_and_what_next() {
    let quick = read("tel Bu Rina 10m: minta penawaran > kirim penawaran Jumat", today());

    assert_eq!(quick.kind, Some(NoteKind::Call));
    assert_eq!((whom(&quick).as_str(), quick.minutes), ("Bu Rina", Some(10)));
    assert_eq!(quick.text, "minta penawaran");
    let next = Step { text: "kirim penawaran".to_owned(), due_on: day("2026-03-06") };
    assert_eq!(quick.next, Some(next));
}

#[test]
fn either_language_and_either_direction_are_understood() {
    let in_call = read("call from Toko Maju yesterday at 14.30, 1h15: reorder", today());
    assert_eq!(in_call.direction, Some(Direction::In));
    assert_eq!((in_call.day, in_call.minutes), (day("2026-03-01"), Some(75)));
    assert_eq!(in_call.clock, Some(Clock { hour: 14, minute: 30 }));
    assert_eq!(whom(&in_call), "Toko Maju");

    let message = read("WA ke Pak Budi kemarin jam 9: harga baru", today());
    assert_eq!((message.kind, message.direction), (Some(NoteKind::Message), Some(Direction::Out)));
    assert_eq!(message.clock, Some(Clock { hour: 9, minute: 0 }));
    assert_eq!(whom(&message), "Pak Budi");

    let met = read("rapat Toko Maju 2 jam 27/2: kontrak", today());
    assert_eq!((met.minutes, met.day), (Some(120), day("2026-02-27")));
}

#[test]
fn a_plain_sentence_stays_whole() {
    let quick = read("Rina minta diskon 10m kain kemarin", today());

    assert_eq!(quick.text, "Rina minta diskon 10m kain kemarin");
    assert_eq!((quick.kind, quick.minutes, quick.whom.len()), (None, None, 0));
}

#[test]
fn a_clock_is_no_colon_and_an_arrow_in_a_word_is_no_step() {
    let quick = read("tel 14:30 Rina: harga a->b naik > 5%", today());

    assert_eq!(quick.clock, Some(Clock { hour: 14, minute: 30 }));
    assert_eq!(quick.text, "harga a->b naik");
    assert_eq!(quick.next.unwrap().text, "5%");
}

#[test]
fn a_day_stands_at_either_end_of_a_step() {
    for (said, on) in [
        ("> besok kirim", "2026-03-03"),
        ("> kirim lusa", "2026-03-04"),
        ("> kirim Senin", "2026-03-09"),
        ("> kirim minggu depan", "2026-03-09"),
        ("> kirim 1/3", "2027-03-01"),
        ("> kirim 2026-04-01", "2026-04-01"),
        ("→ kirim next month", "2026-04-02"),
    ] {
        let next = read(said, today()).next.unwrap();

        assert_eq!((next.text.as_str(), next.due_on), ("kirim", day(on)), "{said}");
    }
    assert_eq!(read("> besok", today()).next.unwrap().due_on, None);
}

#[test]
fn a_day_with_a_mark_alone_is_no_step() {
    let step = read("> wed >", today()).next.unwrap();
    assert_eq!((step.text.as_str(), step.due_on), ("wed >", None));
}

proptest! {
    #[test]
    fn no_line_breaks_the_reading(line in ".{0,80}") {
        let _ = read(&line, today());
    }

    #[test]
    fn no_word_is_lost(words in prop::collection::vec("[a-z0-9:>./]{1,9}", 0..12)) {
        let line = words.join(" ");
        let quick = read(&line, today());
        let due = quick.next.as_ref().is_some_and(|it| it.due_on.is_some());
        let next = quick.next.map(|it| it.text).unwrap_or_default();
        let kept = format!("{} {} {next}", quick.whom.join(" "), quick.text);
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
        let understood = quick.kind.is_some() || quick.minutes.is_some() || quick.day.is_some()
            || quick.clock.is_some() || quick.direction.is_some() || due;

        prop_assert!(understood || letters(&kept) == letters(&line), "{line} became {kept}");
    }
}
