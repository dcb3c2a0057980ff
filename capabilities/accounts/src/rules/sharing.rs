//! How what a client brings is shared among those who work on it.

use kernel::PersonId;

use crate::account_member::ShareKind;
use crate::rules::client_refused::ClientRefused;

/// All of it, in hundredths of a percent.
pub const WHOLE: i32 = 10_000;

/// Somebody's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub person: PersonId,
    pub kind: ShareKind,
    /// In hundredths of a percent.
    pub part: i32,
}

/// Whether these may share an account that this owner looks after. The owner is in no row: theirs
/// is what the others leave, so that the shares always add up.
pub fn may_share(owner: Option<PersonId>, shares: &[Share]) -> Result<(), ClientRefused> {
    if shares.iter().any(|it| Some(it.person) == owner) {
        return Err(ClientRefused::OwnerOnTeam);
    }
    if shares.iter().any(|it| !(0..=WHOLE).contains(&it.part)) {
        return Err(ClientRefused::NoShare);
    }
    for &kind in ShareKind::ALL {
        let left = WHOLE - sum(owner, shares, kind);
        if left < 0 {
            return Err(ClientRefused::SharesTooLarge);
        }
    }
    Ok(())
}

/// What the owner has of what the client brings. After two accounts became one the others may have
/// more than all of it; then nothing is left.
pub fn of_owner(owner: Option<PersonId>, shares: &[Share]) -> i32 {
    (WHOLE - sum(owner, shares, ShareKind::Revenue)).max(0)
}

/// Whether the others have more than there is, and somebody has to look.
pub fn is_too_much(owner: Option<PersonId>, shares: &[Share]) -> bool {
    ShareKind::ALL.iter().any(|&kind| WHOLE < sum(owner, shares, kind))
}

fn sum(owner: Option<PersonId>, shares: &[Share], kind: ShareKind) -> i32 {
    let others = shares.iter().filter(|it| it.kind == kind && Some(it.person) != owner);
    others.fold(0, |sum, it| sum.saturating_add(it.part))
}

/// A share as people write it: `12,5`, `12.5 %`, `40`.
pub fn percent(typed: &str) -> Option<i32> {
    let typed = typed.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let (whole, rest) = typed.split_once('.').unwrap_or((typed.as_str(), ""));
    let digits = |it: &str| it.chars().all(|it| it.is_ascii_digit());
    if whole.is_empty() || 3 < whole.len() || 2 < rest.len() || !digits(whole) || !digits(rest) {
        return None;
    }
    let part = whole.parse::<i32>().ok()? * 100 + format!("{rest:0<2}").parse::<i32>().ok()?;
    (part <= WHOLE).then_some(part)
}

/// The same, written with the reader's own mark: `12,5`.
pub fn shown(part: i32, mark: char) -> String {
    let (whole, rest) = (part / 100, part % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}{mark}{}", rest / 10),
        rest => format!("{whole}{mark}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn somebody(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    fn share(number: u128, kind: ShareKind, part: i32) -> Share {
        Share { person: somebody(number), kind, part }
    }

    #[test]
    fn the_owner_has_what_the_others_leave() {
        let others = [share(2, ShareKind::Revenue, 3_000), share(3, ShareKind::Overlay, WHOLE)];

        assert_eq!(may_share(Some(somebody(1)), &others), Ok(()));
        assert_eq!(of_owner(Some(somebody(1)), &others), 7_000);
        assert_eq!(may_share(Some(somebody(2)), &others), Err(ClientRefused::OwnerOnTeam));
        assert_eq!(of_owner(Some(somebody(2)), &others), WHOLE);
    }

    #[test]
    fn nobody_shares_more_than_there_is() {
        let kind = ShareKind::Revenue;
        let others = [share(2, kind, 6_000), share(3, kind, 4_001)];

        assert_eq!(may_share(None, &others), Err(ClientRefused::SharesTooLarge));
        assert!(is_too_much(None, &others));
        assert_eq!(of_owner(None, &others), 0);
        assert_eq!(may_share(None, &[share(2, kind, -1)]), Err(ClientRefused::NoShare));
    }

    #[test]
    fn a_percent_is_read_in_either_manner() {
        for (typed, part) in [("40", 4_000), ("12,5", 1_250), ("12.5 %", 1_250), ("100", WHOLE)] {
            assert_eq!(percent(typed), Some(part), "{typed}");
        }
        for typed in ["", "-1", "100,01", "1e2", "12,345", ",5", "٣"] {
            assert_eq!(percent(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn shares_that_are_allowed_add_up_to_all(
            parts in proptest::collection::vec((any::<bool>(), 0..=WHOLE), 0..6)
        ) {
            let kind = |overlay| if overlay { ShareKind::Overlay } else { ShareKind::Revenue };
            let shares: Vec<Share> = (2..)
                .zip(&parts)
                .map(|(number, (overlay, part))| share(number, kind(*overlay), *part))
                .collect();
            let owner = Some(somebody(1));

            if may_share(owner, &shares).is_ok() {
                let others: i32 = shares
                    .iter()
                    .filter(|it| it.kind == ShareKind::Revenue)
                    .map(|it| it.part)
                    .sum();
                prop_assert_eq!(of_owner(owner, &shares) + others, WHOLE);
                prop_assert!(!is_too_much(owner, &shares));
            }
        }

        #[test]
        fn what_is_shown_is_read_back(part in 0..=WHOLE) {
            prop_assert_eq!(percent(&shown(part, ',')), Some(part));
            prop_assert_eq!(percent(&shown(part, '.')), Some(part));
        }

        #[test]
        fn nothing_typed_breaks_the_reading(typed in ".{0,12}") {
            prop_assert!(percent(&typed).is_none_or(|it| (0..=WHOLE).contains(&it)));
        }
    }
}
