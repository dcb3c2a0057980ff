//! A calendar as RFC 5545 writes it, with the names of RFC 7986.
//!
//! The subset is ours alone: events that last a day or begin at a moment of UTC, which every
//! calendar shows by the clock of whoever looks. What people wrote goes through [`text`], in which
//! no line can begin anything, and each line through [`line`], which folds it where a letter ends.

use kernel::{Day, Instant};

/// A calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub name: String,
    pub events: Vec<Event>,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    AllDay(Day),
    At { begins: Instant, minutes: i64 },
}

/// Something in a calendar.
#[derive(Clone, Debug)]
pub struct Event {
    /// The same for as long as it is the same thing.
    pub uid: String,
    pub when: When,
    pub summary: String,
    pub description: String,
    pub location: String,
    /// The page that shows it.
    pub url: String,
    pub category: &'static str,
    pub created: Instant,
    pub changed: Instant,
    /// It was taken away lately; calendars that keep what they read should hear of it.
    pub cancelled: bool,
    /// It takes none of the day away.
    pub free: bool,
}

/// So many octets fit on a line before it is folded.
const FOLD: usize = 75;
/// A name of a colour in CSS, as RFC 7986 wants it: the nearest to ours.
const COLOUR: &str = "teal";
/// What somebody wrote is cut after so many letters; their page has the rest.
const LONGEST: usize = 10_000;

/// The whole calendar. The same events give the same bytes.
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    let name = text(&calendar.name);
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Jembatan//Agenda//ID");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("NAME:{name}"));
    line(&mut out, &format!("X-WR-CALNAME:{name}"));
    line(&mut out, &format!("COLOR:{COLOUR}"));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line(&mut out, "X-PUBLISHED-TTL:PT1H");
    for event in &calendar.events {
        write_event(&mut out, event);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", text(&event.uid)));
    line(out, &format!("DTSTAMP:{}", moment(event.changed)));
    line(out, &format!("CREATED:{}", moment(event.created)));
    line(out, &format!("LAST-MODIFIED:{}", moment(event.changed)));
    line(out, &format!("SEQUENCE:{}", sequence(event)));
    match event.when {
        When::AllDay(on) => {
            line(out, &format!("DTSTART;VALUE=DATE:{}", day(on)));
            line(out, &format!("DTEND;VALUE=DATE:{}", day(on.plus(1))));
        }
        When::At { begins, minutes } => {
            line(out, &format!("DTSTART:{}", moment(begins)));
            line(out, &format!("DTEND:{}", moment(begins.plus_minutes(minutes))));
        }
    }
    line(out, &format!("SUMMARY:{}", text(&event.summary)));
    for (name, said) in [("DESCRIPTION", &event.description), ("LOCATION", &event.location)] {
        if !said.is_empty() {
            line(out, &format!("{name}:{}", text(said)));
        }
    }
    // An address is no text: it has no escapes, and no line can break in it.
    let url: String = event.url.chars().filter(char::is_ascii_graphic).collect();
    line(out, &format!("URL:{url}"));
    line(out, &format!("CATEGORIES:{}", text(event.category)));
    line(out, if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    line(out, if event.free { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
    line(out, "END:VEVENT");
}

/// A number that rises with each change: the seconds from the first moment to the last change.
fn sequence(event: &Event) -> i64 {
    event.changed.seconds_since(event.created).clamp(0, i32::MAX.into())
}

/// A value of type TEXT: what would end it, begin another or mean something is escaped, and what
/// no text may hold is left out.
pub fn text(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    let mut letters = said.chars().take(LONGEST).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push_str("\\n");
            }
            // Other letters that some readers take for the end of a line.
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            it if it.is_control() || it == '\u{feff}' => {}
            it => out.push(it),
        }
    }
    out
}

/// One content line: CRLF at its end, folded after at most 75 octets, between letters.
fn line(out: &mut String, content: &str) {
    let mut width = 0;
    for letter in content.chars() {
        let octets = letter.len_utf8();
        if FOLD < width + octets {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += octets;
    }
    out.push_str("\r\n");
}

/// `20260302T050000Z`.
fn moment(at: Instant) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// `20260302`.
fn day(day: Day) -> String {
    day.0.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests;
