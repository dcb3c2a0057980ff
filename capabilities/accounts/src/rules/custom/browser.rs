//! The form of a value as a browser compares it: a regular expression that refuses nothing which
//! would be kept, and that no text makes slow.

/// A number with at most so many decimals, in either language's form. What stands behind a mark is
/// a group of thousands, or decimals, of which idle zeros do not count.
pub fn number(decimals: u32) -> String {
    let digits = r"(?:[0-9]\s*)";
    let behind = format!(r"(?:{digits}{{0,{decimals}}}(?:0\s*)*|{digits}{{3}})");
    format!(r"[\-−\s]*[0-9][0-9\s]*(?:[.,]\s*{behind})*")
}

/// A text of at most so many characters, with spaces counted as they are kept: none at its ends, and
/// one between words.
pub fn length(shortest: Option<u32>, longest: u32) -> String {
    let more = |length: u32| length.saturating_sub(1);
    let (least, most) = (more(shortest.unwrap_or(1)), more(longest));
    // Limits that pass each other are none of a browser.
    let least = least.min(most);
    format!(r"\s*\S(?:\s+(?=\S)|\S){{{least},{most}}}\s*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_written_as_browsers_read_it() {
        assert_eq!(
            number(0),
            r"[\-−\s]*[0-9][0-9\s]*(?:[.,]\s*(?:(?:[0-9]\s*){0,0}(?:0\s*)*|(?:[0-9]\s*){3}))*"
        );
        assert_eq!(length(Some(2), 3), r"\s*\S(?:\s+(?=\S)|\S){1,2}\s*");
        assert_eq!(length(None, 1), r"\s*\S(?:\s+(?=\S)|\S){0,0}\s*");
    }
}
