//! What happened to evidence, in a sentence.

use frame::stream::Model;
use kernel::Lang;
use kernel::evidence::ReviewState;

use crate::words::Words;

pub fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    match event.name.as_str() {
        "evidence.answered" => Some(w.told_answered(says.get("text")?.as_str()?)),
        "evidence.reviewed" => {
            let why = says.get("why").and_then(|it| it.as_str()).unwrap_or_default();
            let after = says.pointer("/changes/review/after").and_then(|it| it.as_str());
            // The same verdict again changes nothing, and says nothing.
            Some(match ReviewState::from_word(after?)? {
                ReviewState::Accepted => w.told_accepted().to_owned(),
                ReviewState::Asked => w.told_asked(why),
                ReviewState::Rejected => w.told_rejected(why),
                ReviewState::None | ReviewState::Pending => return None,
            })
        }
        _ => None,
    }
}
