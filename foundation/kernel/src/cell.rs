//! Cells that a spreadsheet shows and does not execute.
//!
//! A cell that begins like a formula gets an apostrophe before it, which spreadsheets read as
//! "this is text". Numbers stay numbers. What is guarded can be taken back exactly.

use std::borrow::Cow;

/// The cell as it may stand in a file that people open in a spreadsheet.
pub fn safe_cell(cell: &str) -> Cow<'_, str> {
    if begins_a_formula(cell) && !is_signed_number(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// What the cell said before `safe_cell`.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_a_formula(rest) => rest,
        _ => cell,
    }
}

/// Apostrophes count as part of the beginning: a cell that had one keeps it when the guard goes.
fn begins_a_formula(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    if bare.starts_with(['\t', '\r', '\n', '\0']) {
        return true;
    }
    // Some programs trim, and some read the wide forms of East Asian keyboards.
    bare.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// `-5` and `+1,250.75`: a sign and digits, and nothing that could compute.
fn is_signed_number(cell: &str) -> bool {
    let Some(digits) = cell.strip_prefix(['+', '-']) else { return false };
    digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.ends_with(|it: char| it.is_ascii_digit())
        && digits.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | ','))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_become_text() {
        for cell in
            ["=1+1", "+SUM(A1)", "-2+3", "@SUM(1+9)*cmd", "\t=1", "\r=1", "\0", " =1", "＝1"]
        {
            assert_eq!(safe_cell(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn numbers_and_words_stay_what_they_are() {
        for cell in ["-5", "-1,250.75", "+62811234567", "Toko Maju", "1-2", "", "'tis", "e=mc²"] {
            assert_eq!(safe_cell(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_exactly(cell in "['=+\\-@\t \\PC]{0,12}") {
            let safe = safe_cell(&cell);

            prop_assert_eq!(unguarded(&safe), cell.as_str());
        }

        #[test]
        fn no_safe_cell_begins_a_formula(cell in "['=+\\-@\t \r\n0-9.,a-z]{0,12}") {
            let safe = safe_cell(&cell);
            let starts = safe.starts_with(['\t', '\r', '\n'])
                || safe.trim_start().starts_with(['=', '+', '-', '@']);
            prop_assert!(!starts || is_signed_number(&safe), "{safe:?}");
        }
    }
}
