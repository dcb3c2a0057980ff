//! What happened to evidence, in a sentence.

use std::collections::HashSet;

use frame::app::Asking;
use frame::stream::{self, Model};
use frame::{Ctx, Result};
use kernel::Lang;
use kernel::evidence::ReviewState;

use crate::fact;
use crate::words::Words;

/// What was asked and answered about somebody's evidence is theirs and of those who answer for them.
pub fn sees<'a>(ctx: &'a Ctx, events: Vec<&'a Model>) -> Asking<'a, HashSet<i64>> {
    Box::pin(seen(ctx, events))
}

async fn seen(ctx: &Ctx, events: Vec<&Model>) -> Result<HashSet<i64>> {
    stream::within_reach::<fact::Entity>(ctx, &events).await
}

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
