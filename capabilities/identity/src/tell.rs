//! What happened around signing in, in words.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "identity.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let told = match event.name.as_str() {
        "identity.invited" => w.told_invited(),
        "identity.reset_made" => w.told_reset_made(),
        "identity.reset_asked" => w.told_reset_asked(),
        "identity.password_set" => w.told_password_set(),
        "identity.password_changed" => w.told_password_changed(),
        "identity.signed_in" => w.told_signed_in(),
        "identity.signed_out" => w.told_signed_out(),
        "identity.session_ended" => w.told_session_ended(),
        "identity.shut_out" => w.told_shut_out(),
        "identity.token_issued" => w.told_token_issued(),
        "identity.token_revoked" => w.told_token_revoked(),
        _ => return None,
    };
    Some(told.to_owned())
}
