//! One line of what happened, taken apart: `tel Bu Rina 10m: minta penawaran > kirim besok`.
//!
//! What is not understood stays text: no word of the line is ever lost.

mod words;

use kernel::Day;

use crate::note::{Direction, NoteKind};

pub use words::{Clock, day_ahead};

/// What was understood of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quick {
    /// What it was; none when the line does not begin with such a word.
    pub kind: Option<NoteKind>,
    pub direction: Option<Direction>,
    pub minutes: Option<i64>,
    pub day: Option<Day>,
    pub clock: Option<Clock>,
    /// Words that may name somebody, or a client.
    pub whom: Vec<String>,
    /// What is said after a colon; empty when there is none.
    pub text: String,
    /// A colon ends the names: all of them are meant.
    pub parted: bool,
    pub next: Option<Step>,
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    pub due_on: Option<Day>,
}

/// Takes a line apart, on this day.
pub fn read(line: &str, today: Day) -> Quick {
    let (said, next) = split_next(line);
    let (head, text) = split_text(said);
    let words: Vec<&str> = head.split_whitespace().collect();
    let mut quick = Quick { parted: text.is_some(), ..Quick::default() };
    let mut rest = words.as_slice();
    if let Some((word, others)) = rest.split_first()
        && let Some(kind) = words::kind(word)
    {
        quick.kind = Some(kind);
        rest = others;
    }
    if quick.kind.is_none() && !quick.parted {
        // A plain sentence: nothing of it is taken for anything else.
        said.trim().clone_into(&mut quick.text);
    } else {
        quick.head(rest, today);
        text.unwrap_or_default().trim().clone_into(&mut quick.text);
    }
    quick.next = next.and_then(|it| step(it, today));
    quick
}

impl Quick {
    fn head(&mut self, words: &[&str], today: Day) {
        let mut rest = words;
        while let Some((word, others)) = rest.split_first() {
            if self.minutes.is_none()
                && let Some((minutes, used)) = words::minutes(rest)
            {
                self.minutes = Some(minutes);
                rest = &rest[used..];
                continue;
            }
            if self.clock.is_none()
                && let Some((clock, used)) = words::clock(rest)
            {
                self.clock = Some(clock);
                rest = &rest[used..];
                continue;
            }
            if self.day.is_none()
                && let Some((day, used)) = words::day_behind(rest, today)
            {
                self.day = Some(day);
                rest = &rest[used..];
                continue;
            }
            // Only before the names: later it may be part of one.
            if self.direction.is_none()
                && self.whom.is_empty()
                && self.kind.is_some_and(NoteKind::is_between_people)
                && let Some(direction) = words::direction(word)
            {
                self.direction = Some(direction);
            } else {
                self.whom.push((*word).to_owned());
            }
            rest = others;
        }
    }
}

/// What is to be done stands after an arrow.
fn split_next(line: &str) -> (&str, Option<&str>) {
    for (at, mark) in line.char_indices() {
        if !matches!(mark, '>' | '→') {
            continue;
        }
        let before = line[..at].strip_suffix('-').unwrap_or(&line[..at]);
        if before.is_empty() || before.ends_with(char::is_whitespace) {
            return (before, Some(&line[at + mark.len_utf8()..]));
        }
    }
    (line, None)
}

/// What was said stands after a colon that no digit follows.
fn split_text(said: &str) -> (&str, Option<&str>) {
    for (at, _) in said.match_indices(':') {
        let after = &said[at + 1..];
        if after.is_empty() || after.starts_with(char::is_whitespace) {
            return (&said[..at], Some(after));
        }
    }
    (said, None)
}

/// A step, with the day that stands at one of its ends.
fn step(said: &str, today: Day) -> Option<Step> {
    let words: Vec<&str> = said.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let found = [3, 2, 1].into_iter().find_map(|count| {
        let (first, last) = (words.get(..count)?, words.get(words.len().checked_sub(count)?..)?);
        let whole = |part: &[&str]| day_ahead(part, today).filter(|it| it.1 == part.len());
        match (whole(last), whole(first)) {
            (Some((day, _)), _) => Some((day, &words[..words.len() - count])),
            (None, Some((day, _))) => Some((day, &words[count..])),
            (None, None) => None,
        }
    });
    let (due_on, text) = match found {
        // A day alone is no step.
        Some((day, rest)) if rest.iter().any(|it| it.contains(char::is_alphanumeric)) => {
            (Some(day), rest.join(" "))
        }
        _ => (None, words.join(" ")),
    };
    Some(Step { text, due_on })
}

#[cfg(test)]
mod tests;
