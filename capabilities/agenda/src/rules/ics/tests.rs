use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn event(summary: &str) -> Event {
    Event {
        uid: "task-1@jembatan".to_owned(),
        when: When::At { begins: at("2026-03-05T07:00:00Z"), minutes: 30 },
        summary: summary.to_owned(),
        description: String::new(),
        location: String::new(),
        url: "https://jembatan.example/tasks/1/edit".to_owned(),
        category: "Tugas",
        created: at("2026-03-01T00:00:00Z"),
        changed: at("2026-03-01T00:01:00Z"),
        cancelled: false,
        free: false,
    }
}

fn calendar(events: Vec<Event>) -> String {
    write(&Calendar { name: "Agenda Ayu".to_owned(), events })
}

/// What the other implementation reads.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    uid: String,
    summary: String,
    cancelled: bool,
    /// Year, month, day, and hour and minute if there are any.
    begins: (u16, u8, u8, Option<(u8, u8)>),
}

fn read(text: &str) -> Vec<Read> {
    let calendar = calcard::icalendar::ICalendar::parse(text);
    let calendar = calendar.unwrap_or_else(|it| panic!("{it:?}: {text}"));
    let events = calendar.components.iter();
    let events =
        events.filter(|it| it.component_type == calcard::icalendar::ICalendarComponentType::VEvent);
    let read = events.map(|event| {
        let value = |name: calcard::icalendar::ICalendarProperty| {
            let entry = event.entries.iter().find(|it| it.name == name).unwrap();
            assert_eq!(entry.values.len(), 1, "{entry:?}");
            entry.values[0].clone()
        };
        let text = |name: calcard::icalendar::ICalendarProperty| match value(name) {
            calcard::icalendar::ICalendarValue::Text(text) => text,
            other => panic!("{other:?}"),
        };
        let calcard::icalendar::ICalendarValue::PartialDateTime(at) =
            value(calcard::icalendar::ICalendarProperty::Dtstart)
        else {
            panic!("no time");
        };
        let calcard::icalendar::ICalendarValue::Status(status) =
            value(calcard::icalendar::ICalendarProperty::Status)
        else {
            panic!("no status");
        };
        Read {
            uid: text(calcard::icalendar::ICalendarProperty::Uid),
            summary: text(calcard::icalendar::ICalendarProperty::Summary),
            cancelled: status == calcard::icalendar::ICalendarStatus::Cancelled,
            begins: (at.year.unwrap(), at.month.unwrap(), at.day.unwrap(), at.hour.zip(at.minute)),
        }
    });
    read.collect()
}

#[test]
fn a_task_at_a_time_is_written_as_the_standard_says() {
    let written = calendar(vec![event("Kirim penawaran")]);

    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jembatan//Agenda//ID\r\n\
        CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Agenda Ayu\r\nX-WR-CALNAME:Agenda Ayu\r\n\
        COLOR:teal\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n\
        BEGIN:VEVENT\r\nUID:task-1@jembatan\r\nDTSTAMP:20260301T000100Z\r\n\
        CREATED:20260301T000000Z\r\nLAST-MODIFIED:20260301T000100Z\r\nSEQUENCE:60\r\n\
        DTSTART:20260305T070000Z\r\nDTEND:20260305T073000Z\r\nSUMMARY:Kirim penawaran\r\n\
        URL:https://jembatan.example/tasks/1/edit\r\nCATEGORIES:Tugas\r\nSTATUS:CONFIRMED\r\n\
        TRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(written, expected);
}

#[test]
fn a_whole_day_ends_where_the_next_begins() {
    let on = "2026-02-28".parse().unwrap();
    let written = calendar(vec![Event { when: When::AllDay(on), ..event("Tutup buku") }]);

    assert!(written.contains("\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"));
    assert_eq!(read(&written)[0].begins, (2026, 2, 28, None));
}

#[test]
fn what_was_taken_away_is_cancelled() {
    let written = calendar(vec![Event { cancelled: true, ..event("Batal") }]);

    assert!(read(&written)[0].cancelled);
}

#[test]
fn what_somebody_wrote_begins_nothing() {
    let hostile = "Rapat\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:palsu\u{2028}UID:x\u{85}\0;a,b\\c";
    let written = calendar(vec![event(hostile)]);

    assert_eq!(written.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert_eq!(written.matches("\r\nUID:").count(), 1);
    assert!(!written.contains('\0'));
    assert!(!written.replace("\r\n", "").contains(['\r', '\n']), "no line end of its own");
    assert_eq!(read(&written).len(), 1);
}

#[test]
fn a_page_is_no_way_out_either() {
    let url = "https://jembatan.example/\r\nATTACH:http://evil.example/".to_owned();
    let written = calendar(vec![Event { url, ..event("Rapat") }]);

    assert!(!written.contains("\r\nATTACH"));
}

#[test]
fn a_long_name_is_folded_and_read_whole() {
    for long in
        ["x".repeat(10_000), "Penawaran 📎 untuk 日本 و العربية ".repeat(40), "👩‍👩‍👧‍👦".repeat(100)]
    {
        let written = calendar(vec![event(long.trim())]);

        assert!(written.split("\r\n").all(|it| it.len() <= FOLD), "{written}");
        assert_eq!(read(&written)[0].summary, long.trim());
    }
}

#[test]
fn more_than_a_screen_holds_is_cut() {
    assert_eq!(super::text(&"é".repeat(LONGEST + 1)).chars().count(), LONGEST);
}

proptest! {
    #[test]
    fn lines_are_short_and_letters_whole(said in any::<String>()) {
        let written = calendar(vec![event(&said)]);

        prop_assert!(written.ends_with("\r\n"));
        for line in written.split("\r\n") {
            prop_assert!(line.len() <= FOLD);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let unfolded = written.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").filter(|it| !it.is_empty()).collect();
        let named = |it: &&str| it.split_once(':').is_some_and(|(name, _)| {
            name.bytes().all(|it| it.is_ascii_uppercase() || b"-;=".contains(&it))
        });
        prop_assert!(lines.iter().all(named), "{unfolded}");
        prop_assert_eq!(lines.iter().filter(|it| it.starts_with("SUMMARY:")).count(), 1);
    }

    /// The other implementation reads the same words, times and ids.
    #[test]
    fn another_implementation_reads_the_same(
        said in "[ -~é日📎\n;,\\\\:]{1,200}",
        minutes in 0i64..1_000_000,
    ) {
        let begins = at("2026-01-01T00:00:00Z").plus_minutes(minutes);
        let when = When::At { begins, minutes: 30 };
        let said = said.trim();
        prop_assume!(!said.is_empty());
        let written = calendar(vec![Event { when, ..event(said) }, event("dua")]);

        let both = read(&written);

        prop_assert_eq!(both.len(), 2);
        prop_assert_eq!(&both[0].uid, "task-1@jembatan");
        prop_assert_eq!(&both[0].summary, said);
        let local = begins.local(&"UTC".parse().unwrap());
        let number = |it: i8| it.unsigned_abs();
        let (year, month, day) = (local.year(), local.month(), local.day());
        let clock = Some((number(local.hour()), number(local.minute())));
        prop_assert_eq!(both[0].begins, (year.unsigned_abs(), number(month), number(day), clock));
        prop_assert_eq!(&both[1].summary, "dua");
    }
}
