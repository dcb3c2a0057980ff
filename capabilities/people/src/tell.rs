//! What happened to people and teams, in words.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "people.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let name = says["name"].as_str().unwrap_or_default();
    Some(match event.name.as_str() {
        "people.company_founded" => w.told_company_founded(name),
        "people.settled" => w.told_settled().to_owned(),
        "people.hired" => w.told_hired(name),
        "people.person_changed" => match says["changes"]["status"]["after"].as_str() {
            Some("suspended") => w.told_suspended(),
            Some("left") => w.told_left(),
            Some("active" | "invited") => w.told_let_back(),
            _ => w.told_person_changed(),
        }
        .to_owned(),
        "people.exported" => w.told_exported().to_owned(),
        "people.team_opened" => w.told_team_opened(name),
        "people.team_changed" => w.told_team_changed().to_owned(),
        _ => return None,
    })
}
