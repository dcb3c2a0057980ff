//! What happened to the team and the bank accounts of a client, told.

use serde_json::Value;

use crate::account_member::{MemberRole, ShareKind};
use crate::words::Words;

/// One sentence; nothing for what is none of these.
pub fn tell(name: &str, says: &Value, w: Words) -> Option<String> {
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let part = || {
        let role = MemberRole::from_word(&text("role")).map(|it| w.member_role(it));
        let kind = ShareKind::from_word(&text("kind")).map(|it| w.share_kind(it));
        let share = w.share_of(text("share"), kind.unwrap_or_default());
        format!("{}, {share}", role.unwrap_or_default())
    };
    let side = |side: &str| says["changes"]["bank_account"][side].as_str().map(str::to_owned);
    let nothing = || w.told_nothing().to_owned();
    let (before, after) = (|| side("before"), || side("after"));
    Some(match name {
        "accounts.member_added" => w.told_member_added(text("name"), part()),
        "accounts.member_changed" => w.told_member_changed(text("name"), part()),
        "accounts.member_removed" => w.told_member_removed(text("name")),
        "accounts.bank_proposed" => {
            w.told_bank_proposed(before().unwrap_or_else(nothing), after().unwrap_or_else(nothing))
        }
        "accounts.bank_accepted" => {
            w.told_bank_accepted(before().unwrap_or_else(nothing), after().unwrap_or_else(nothing))
        }
        "accounts.bank_refused" => w.told_bank_refused(text("why")),
        "accounts.bank_withdrawn" => w.told_bank_withdrawn().to_owned(),
        _ => return None,
    })
}
