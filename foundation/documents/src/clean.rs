//! Text that came from anywhere, as text that can be printed.

use std::borrow::Cow;

/// So much of one text is printed.
pub const MOST_LETTERS: usize = 20_000;

/// Without what is no letter: controls, marks that turn the direction of what follows, and
/// characters that stand for nothing.
///
/// A turned direction would let a name rewrite the number beside it; a control would leave a hole
/// in the text that a reader copies.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) && text.len() <= MOST_LETTERS {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().take(MOST_LETTERS);
    let letters = letters.filter_map(|letter| match letter {
        '\t' | '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        letter if is_plain(letter) => Some(letter),
        letter if is_private(letter) => Some(BOX),
        _ => None,
    });
    Cow::Owned(letters.collect())
}

/// What is drawn for a character that no face has.
pub const BOX: char = '\u{25af}';

fn is_plain(letter: char) -> bool {
    !letter.is_control() && !turns(letter) && !is_private(letter) && !is_nothing(letter)
}

/// Embeds, overrides or isolates a direction, or marks one.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Of private use: it means what nobody has agreed on.
const fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// No character, a mark of the order of bytes, a tag, or a choice between two forms.
fn is_nothing(letter: char) -> bool {
    let code = u32::from(letter);
    code & 0xfffe == 0xfffe
        || matches!(letter, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_and_what_turns_it_goes() {
        assert_eq!(clean("Toko #Maju *[x] \\ $1$ <b>"), "Toko #Maju *[x] \\ $1$ <b>");
        assert_eq!(clean("a\u{202e}b\u{0}c\nd\te"), "abc d e");
        assert_eq!(clean("\u{e001}\u{feff}x"), "\u{25af}x");
        assert_eq!(clean("مرحبا 🌉"), "مرحبا 🌉");
    }
}
