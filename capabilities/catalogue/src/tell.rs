//! What happened to the catalogue, told.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "catalogue.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let taken_out = event.name == "catalogue.exported";
    taken_out.then(|| Words::of(lang).told_exported().to_owned())
}
