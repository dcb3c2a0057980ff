//! What happened to somebody's calendar, and that tasks were taken out, told.

use frame::stream::Model;
use kernel::Lang;

use crate::words::Words;

pub fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let said = match event.name.as_str() {
        "agenda.tasks_exported" => w.told_tasks_exported(),
        "agenda.calendar_made" => w.told_calendar_made(),
        "agenda.calendar_changed" => w.told_calendar_changed(),
        "agenda.calendar_withdrawn" => w.told_calendar_withdrawn(),
        _ => return None,
    };
    Some(said.to_owned())
}
