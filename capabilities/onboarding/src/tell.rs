//! Everything that this capability records, told.

use frame::stream::{self, Sees, Teller};
use kernel::Lang;

use crate::rules::Began;
use crate::words::Words;

/// How what happens to new clients is told.
pub const TELLER: Teller = Teller { prefix: "onboarding.", tell, sees: Sees::WithTheRecord };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let label = |key: &str| says[key][lang.word()].as_str().unwrap_or_default().to_owned();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    Some(match event.name.as_str() {
        "onboarding.given" => {
            w.told_given(says["count"].as_i64().unwrap_or_default(), text("account"))
        }
        "onboarding.begun" => {
            let why = Began::from_word(&text("why")).map(|it| w.began(it)).unwrap_or_default();
            w.told_begun(label("label"), why)
        }
        "onboarding.seen" => w.told_seen(label("step")),
        "onboarding.done" => w.told_done(label("step")),
        "onboarding.reopened" => w.told_reopened(label("step")),
        "onboarding.skipped" => w.told_skipped(label("step"), text("why")),
        "onboarding.unskipped" => w.told_unskipped(label("step")),
        "onboarding.ended" => w.told_ended(label("label")),
        "onboarding.stopped" => w.told_stopped(label("label")),
        "onboarding.exported" => w.told_exported().to_owned(),
        "onboarding.checklists_exported" => w.told_checklists_exported().to_owned(),
        "onboarding.template_kept" => w.told_template_kept(label("label")),
        "onboarding.template_removed" => w.told_template_removed(label("label")),
        _ => return None,
    })
}
