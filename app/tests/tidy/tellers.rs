//! Who may be told what stands on a timeline is said twice: by the teller, and here.

use frame::stream::{Sees, Teller};
use jembatan::TELLERS;

/// What these tell is narrower in reach than the record on whose timeline it stands.
const ASK: &[&str] = &["accounts.", "attachments.", "evidence.", "handover.", "pipeline."];

/// Whatever these tell, whoever sees that record may hear. Before one comes here: does it name
/// nothing that some of those readers would not find?
const TELL_ALL: &[&str] = &[
    // Tasks, and what was said with a client: on its timeline, under its prefix.
    "accounts.",
    "accounts.",
    "agenda.",
    "attendance.",
    "catalogue.",
    "forecast.",
    "identity.",
    "importing.",
    "onboarding.",
    "people.",
    "prospects.",
    "reports.",
    "starters.",
    "transactions.",
    "views.",
    "visits.",
];

#[test]
fn whatever_is_told_to_everybody_there_is_known() {
    let prefixes = |tells_all: bool| -> Vec<&'static str> {
        let those = |it: &&Teller| matches!(it.sees, Sees::WithTheRecord) == tells_all;
        let mut prefixes: Vec<_> = TELLERS.iter().filter(those).map(|it| it.prefix).collect();
        prefixes.sort_unstable();
        prefixes
    };

    assert_eq!(prefixes(true), TELL_ALL);
    assert_eq!(prefixes(false), ASK);
}
