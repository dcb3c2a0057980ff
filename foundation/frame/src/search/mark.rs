//! Which part of a line is what was looked for.

use super::near::distance;
use super::words::{Sought, folded};

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub matches: bool,
}

/// The line in pieces: those that were looked for, and those between them. Together they are the
/// line.
pub fn marked(line: &str, sought: &Sought) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (text, matches) in by_word(line, sought) {
        match pieces.last_mut() {
            Some(last) if last.matches == matches => last.text.push_str(&text),
            _ => pieces.push(Piece { text, matches }),
        }
    }
    pieces
}

/// How well a line fits, to put the best first.
pub fn worth(line: &str, sought: &Sought) -> usize {
    let words: Vec<String> = super::words::words(line).collect();
    let of_word = |it: &String| words.iter().map(|word| fit(word, it)).max().unwrap_or_default();
    let sum: usize = sought.words.iter().map(of_word).sum();
    let begins = words.first().zip(sought.words.first()).is_some_and(|(a, b)| a.starts_with(b));
    2 * sum + usize::from(begins)
}

fn fit(word: &str, sought: &str) -> usize {
    if word == sought {
        3
    } else if word.starts_with(sought) {
        2
    } else {
        usize::from(distance(sought, word).is_some())
    }
}

fn by_word(line: &str, sought: &Sought) -> Vec<(String, bool)> {
    if let Some(pieces) = by_number(line, sought) {
        return pieces;
    }
    let mut pieces = Vec::new();
    for word in runs(line) {
        let small = folded(&word);
        let best = sought.words.iter().max_by_key(|it| fit(&small, it));
        match best.map(|it| (fit(&small, it), it)) {
            _ if small.is_empty() => pieces.push((word, false)),
            Some((2, begun)) => {
                // As many letters as were typed; a letter with marks counts once.
                let length = begun.chars().count();
                pieces.push((word.chars().take(length).collect(), true));
                pieces.push((word.chars().skip(length).collect(), false));
            }
            Some((1 | 3, _)) => pieces.push((word, true)),
            _ => pieces.push((word, false)),
        }
    }
    pieces.retain(|it| !it.0.is_empty());
    pieces
}

/// The digits of a number that were typed, whatever stands between them.
fn by_number(line: &str, sought: &Sought) -> Option<Vec<(String, bool)>> {
    let digits: Vec<(usize, char)> =
        line.chars().enumerate().filter(|it| it.1.is_ascii_digit()).collect();
    let text: String = digits.iter().map(|it| it.1).collect();
    let (from, to) = sought.number.iter().find_map(|begins| {
        let bare: String = match begins.strip_prefix('~') {
            Some(end) => end.chars().rev().collect(),
            None => begins.chars().skip(1).collect(),
        };
        let at = text.find(&bare)?;
        Some((digits.get(at)?.0, digits.get(at + bare.len() - 1)?.0))
    })?;
    let part = |from: usize, to: usize| line.chars().take(to).skip(from).collect::<String>();
    Some(vec![
        (part(0, from), false),
        (part(from, to + 1), true),
        (part(to + 1, line.chars().count()), false),
    ])
}

/// The words of a line and what stands between them, in order.
fn runs(line: &str) -> Vec<String> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for letter in line.chars() {
        let inside = letter.is_alphanumeric() || "'’`".contains(letter);
        match runs.last_mut() {
            Some((same, text)) if *same == inside => text.push(letter),
            _ => runs.push((inside, letter.to_string())),
        }
    }
    runs.into_iter().map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(line: &str, typed: &str) -> String {
        let pieces = marked(line, &Sought::read(typed));
        let piece = |it: Piece| if it.matches { format!("[{}]", it.text) } else { it.text };
        pieces.into_iter().map(piece).collect()
    }

    #[test]
    fn what_matches_is_marked() {
        assert_eq!(shown("PT Maju Jaya", "maj jaya"), "PT [Maj]u [Jaya]");
        assert_eq!(shown("Café Étoile", "cafe"), "[Café] Étoile");
        assert_eq!(shown("Toko Sejahtera", "sejahterra"), "Toko [Sejahtera]");
        assert_eq!(shown("0812 3456 7890", "0812-3456"), "0[812 3456] 7890");
        assert_eq!(shown("0812 3456 7890", "7890"), "0812 3456 [7890]");
        assert_eq!(shown("Toko Maju", "gudang"), "Toko Maju");
    }

    #[test]
    fn the_nearest_is_worth_most() {
        let sought = Sought::read("maju");
        let worth = |line: &str| worth(line, &sought);

        assert!(worth("Maju") > worth("Toko Maju"));
        assert!(worth("Toko Maju") > worth("Toko Majuan"));
        assert!(worth("Toko Majuan") > worth("Toko Maja"));
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_line(line in ".{0,60}", typed in ".{0,20}") {
            let pieces = marked(&line, &Sought::read(&typed));
            let whole: String = pieces.into_iter().map(|it| it.text).collect();

            prop_assert_eq!(whole, line);
        }
    }
}
