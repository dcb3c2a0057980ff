//! What imports did, in words.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "importing.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let number = |key: &str| lang.number(says[key].as_i64().unwrap_or_default());
    Some(match event.name.as_str() {
        "importing.account_created" | "importing.contact_created" | "importing.product_created" => {
            w.told_created().to_owned()
        }
        "importing.account_changed" | "importing.contact_changed" | "importing.product_changed" => {
            let put_back = says["undone_import"].is_string();
            if put_back { w.told_put_back() } else { w.told_changed() }.to_owned()
        }
        "importing.run_begun" => w.told_run_begun().to_owned(),
        "importing.files_brought" => w.told_files_brought().to_owned(),
        "importing.files_swept" => w.told_files_swept().to_owned(),
        "importing.run_cancelled" => w.told_run_cancelled(number("done"), number("of")),
        "importing.run_refused" => w.told_run_refused().to_owned(),
        "importing.run_finished" => {
            w.told_run_finished(number("created"), number("updated"), number("rejected"))
        }
        "importing.undo_begun" => w.told_undo_begun().to_owned(),
        "importing.run_undone" => w.told_run_undone(number("undone"), number("stayed")),
        _ => return None,
    })
}
