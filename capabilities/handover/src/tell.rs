//! Everything that this capability records, told.

use frame::stream::{Model, Teller};
use kernel::Lang;

use crate::words::Words;

/// How what happens to moves and packs is told.
pub const TELLER: Teller = Teller { prefix: "handover.", tell };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let number = |key: &str| says[key].as_i64().unwrap_or_default();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    Some(match event.name.as_str() {
        "handover.move_planned" => w.told_planned(number("accounts")),
        "handover.taker_named" => w.told_taker_named().to_owned(),
        "handover.move_begun" => w.told_begun().to_owned(),
        "handover.move_discarded" => w.told_discarded().to_owned(),
        "handover.move_done" => w.told_done(number("moved"), number("left").to_string()),
        "handover.undo_begun" => w.told_undo_begun().to_owned(),
        "handover.move_undone" => w.told_undone().to_owned(),
        "handover.received" => w.told_received(number("count")),
        "handover.won_passed" => w.told_won_passed(text("name")),
        "handover.acknowledged" => w.told_acknowledged().to_owned(),
        "handover.note_written" => w.told_note_written().to_owned(),
        "handover.asked" => match says["who"].as_str() {
            Some(who) => w.told_asked_by(who),
            None => w.told_asked().to_owned(),
        },
        "handover.answered" => match says["who"].as_str() {
            Some(who) => w.told_answered_by(who),
            None => w.told_answered().to_owned(),
        },
        "handover.pack_taken" => w.told_pack_taken().to_owned(),
        "handover.settled" => w.told_settled().to_owned(),
        _ => return None,
    })
}
