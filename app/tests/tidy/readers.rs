//! What is read is recorded somewhere: a misspelt name would be read for ever in vain.

use crate::files::{assert_none, files};

#[test]
fn every_event_that_is_read_is_recorded() {
    let sources: Vec<String> = files(&["rs"])
        .into_iter()
        .filter(|it| it.path.starts_with("capabilities/") && !it.is_test())
        .map(|it| it.parts().0.to_owned())
        .collect();
    let recorded = |name: &str| {
        // `about` begins an event of a record, and its name comes last.
        let begun = [format!("Event::of(\"{name}\""), format!(", \"{name}\")")];
        let records = |it: &&String| it.contains("tx.record(");
        sources.iter().filter(records).any(|it| begun.iter().any(|event| it.contains(event)))
    };
    let read = jembatan::READERS.iter().copied().flatten().flat_map(|it| it.names);

    let unknown = read.filter(|it| !recorded(it));
    assert_none(
        &unknown.map(|it| format!("{it} is read, and nobody records it")).collect::<Vec<_>>(),
    );
}
