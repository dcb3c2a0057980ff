//! How a deal ends, and what has to be said then.

use kernel::Day;

use super::{LONGEST_TEXT, PipelineRefused};

/// A deal ends today or ended before; nobody knows more.
pub fn closed_on(said: Option<Day>, today: Day) -> Result<Day, PipelineRefused> {
    match said {
        None => Ok(today),
        Some(day) if day <= today => Ok(day),
        Some(_) => Err(PipelineRefused::ClosedInFuture),
    }
}

/// What a company's reason asks for.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    pub asks_note: bool,
}

/// A deal is lost for a reason, and one that explains nothing by itself needs a note.
pub fn lost(reason: Option<Reason>, note: Option<&str>) -> Result<(), PipelineRefused> {
    let reason = reason.ok_or(PipelineRefused::NoReason)?;
    match note {
        None if reason.asks_note => Err(PipelineRefused::NoNote),
        Some(note) if LONGEST_TEXT < note.chars().count() => {
            Err(PipelineRefused::TooLong { field: "lost_note" })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_tomorrow() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let today = day("2026-03-02");

        assert_eq!(closed_on(None, today), Ok(today));
        assert_eq!(closed_on(Some(day("2017-12-31")), today), Ok(day("2017-12-31")));
        assert_eq!(closed_on(Some(day("2026-03-03")), today), Err(PipelineRefused::ClosedInFuture));
    }

    #[test]
    fn a_loss_has_a_reason_and_other_has_a_note() {
        let plain = Some(Reason { asks_note: false });
        let other = Some(Reason { asks_note: true });

        assert_eq!(lost(None, Some("mahal")), Err(PipelineRefused::NoReason));
        assert_eq!(lost(plain, None), Ok(()));
        assert_eq!(lost(other, None), Err(PipelineRefused::NoNote));
        assert_eq!(lost(other, Some("Toko tutup")), Ok(()));
        let long = "a".repeat(LONGEST_TEXT + 1);
        assert_eq!(lost(plain, Some(&long)), Err(PipelineRefused::TooLong { field: "lost_note" }));
    }
}
