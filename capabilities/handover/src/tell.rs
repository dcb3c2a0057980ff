//! Everything that this capability records, told.

use std::collections::HashSet;

use frame::app::Asking;
use frame::stream::{self, Model, Sees, Teller};
use frame::{Ctx, Result};
use kernel::Lang;

use crate::handover_pack::{self, PackId};
use crate::words::Words;

/// How what happens to moves and packs is told.
pub const TELLER: Teller = Teller { prefix: "handover.", tell, sees: Sees::Asked(sees) };

/// What is asked and written of a pack is for whoever may open it.
fn sees<'a>(ctx: &'a Ctx, events: Vec<&'a Model>) -> Asking<'a, HashSet<i64>> {
    Box::pin(seen(ctx, events))
}

async fn seen(ctx: &Ctx, events: Vec<&Model>) -> Result<HashSet<i64>> {
    let (packs, other): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|it| it.subject_kind == "handover_pack");
    let mut seen = stream::within_reach::<handover_pack::Entity>(ctx, &packs).await?;
    for pack in &packs {
        let id = PackId(pack.subject_id);
        if !seen.contains(&pack.seq) && handover_pack::get(ctx, id).await.is_ok() {
            seen.insert(pack.seq);
        }
    }
    seen.extend(other.iter().map(|it| it.seq));
    Ok(seen)
}

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
