//! What was typed comes back as it was typed, from pages, lists, cards and calendars: by readers
//! that are not ours.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use frame::text;
use serde_json::json;
use testing::{BUDI, World};

use crate::before::Before;
use crate::hostile::{form_escaped, strings};

/// The longest name of an account.
const LONGEST: usize = 200;

/// The strings of which a name can be made, as a name keeps them.
fn names() -> Vec<(String, String)> {
    let kept = |it: String| Some((text::line(&it)?, it));
    let fits = |(name, _): &(String, String)| name.chars().count() <= LONGEST;
    strings().into_iter().filter_map(kept).filter(fits).collect()
}

/// As askama writes text into a page.
fn in_page(text: &str) -> String {
    let marks = [("&", "&#38;"), ("<", "&#60;"), (">", "&#62;"), ("\"", "&#34;"), ("'", "&#39;")];
    marks.iter().fold(text.to_owned(), |it, (mark, escaped)| it.replace(mark, escaped))
}

async fn opened(world: &World, typed: &str, kept: &str) -> String {
    let budi = world.browse(BUDI);
    let made = budi.post_json("/api/v1/accounts?anyway=true", &json!({ "name": typed })).await;
    assert_eq!(made.status, 201, "{typed:?}: {}", made.body);
    let made = made.json();
    assert_eq!(made["name"].as_str(), Some(kept), "{typed:?}");
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn names_come_back_from_pages_and_lists() {
    let world = Before::new().await.world().await;
    let budi = world.browse(BUDI);
    let mut missing = Vec::new();
    for (kept, typed) in names() {
        let id = opened(&world, &typed, &kept).await;
        let page = budi.get(&format!("/accounts/{id}")).await;
        if !page.body.contains(&in_page(&kept)) {
            missing.push(kept);
        }
    }
    assert!(missing.is_empty(), "not on their pages: {missing:#?}");

    let file = budi.get("/accounts.csv").await;
    let file = file.body.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let cells: Vec<String> =
        reader.records().map(|it| it.unwrap().get(0).unwrap().to_owned()).collect();
    for (kept, _) in names() {
        let guarded = format!("'{kept}");
        assert!(cells.iter().any(|it| *it == kept || *it == guarded), "not in the list: {kept:?}");
    }
}

#[tokio::test]
async fn names_come_back_from_cards() {
    let world = Before::new().await.world().await;
    let budi = world.browse(BUDI);
    for chunk in names().chunks(50) {
        let id = opened(&world, "Toko Kartu", "Toko Kartu").await;
        for (_, typed) in chunk {
            // Some are one name but for case and marks.
            let form = format!("name={}&anyway=on", form_escaped(typed));
            let made = budi.post(&format!("/accounts/{id}/contacts/new"), &form).await;
            assert_eq!(made.status, 303, "{typed:?}: {}", made.body);
        }
        for version in ["3.0", "4.0"] {
            let path = format!("/accounts/{id}/contacts.vcf?version={version}");
            let file = budi.get(&path).await;
            let read = cards(&file.body);

            assert_eq!(read.len(), chunk.len(), "{}", file.body);
            assert!(file.body.starts_with(&format!("BEGIN:VCARD\r\nVERSION:{version}\r\n")));
            for (kept, _) in chunk {
                assert!(read.contains(kept), "no card of {version} says {kept:?}: {read:#?}");
            }
        }
    }
}

#[tokio::test]
async fn tasks_come_back_from_calendars() {
    let world = Before::new().await.world().await;
    let budi = world.browse(BUDI);
    for (_, typed) in names() {
        let task = json!({"text": typed, "due_on": "2026-03-06"});
        let made = budi.post_json("/api/v1/tasks", &task).await;
        assert_eq!(made.status, 201, "{typed:?}: {}", made.body);
    }
    let made = budi.post_json("/api/v1/calendar-feed", &json!({})).await.json();
    let address = made["url"].as_str().unwrap();
    let path = address.find("/calendar/").unwrap();

    let feed = budi.get(&address[path..]).await;

    assert_eq!(feed.status, 200);
    // That reader leaves out some letters that nobody sees.
    let seen = |it: &str| it.chars().filter(|it| leaves_a_mark(*it)).collect::<String>();
    let read: Vec<String> = summaries(&feed.body).iter().map(|it| seen(it)).collect();
    for (kept, _) in names() {
        assert!(read.contains(&seen(&kept)), "no event says {kept:?}: {read:#?}");
    }
}

/// It is seen on the page.
fn leaves_a_mark(letter: char) -> bool {
    letter.is_alphanumeric()
        || letter.is_ascii_graphic()
        || ('\u{1f000}'..'\u{e0000}').contains(&letter)
}

/// What the events of this calendar are called, as another program reads it.
fn summaries(text: &str) -> Vec<String> {
    let calendar = ICalendar::parse(text).unwrap_or_else(|it| panic!("{it:?}: {text}"));
    let events = calendar.components.iter();
    let events = events.filter(|it| it.component_type == ICalendarComponentType::VEvent);
    let summary = |event: &calcard::icalendar::ICalendarComponent| {
        let entry = event.entries.iter().find(|it| it.name == ICalendarProperty::Summary).unwrap();
        match entry.values.as_slice() {
            // What is nothing but marks that nobody sees is nothing to that reader.
            [] => String::new(),
            [ICalendarValue::Text(text)] => text.clone(),
            _ => panic!("{entry:?}"),
        }
    };
    events.map(summary).collect()
}

/// The names of these cards, as another program reads them.
fn cards(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(end) = rest.find("END:VCARD\r\n") {
        let (card, after) = rest.split_at(end + "END:VCARD\r\n".len());
        let card = VCard::parse(card).unwrap_or_else(|it| panic!("{it:?}: {card}"));
        let name = card.property(&VCardProperty::Fn).unwrap();
        let Some(VCardValue::Text(name)) = name.values.first() else { panic!("{name:?}") };
        names.push(name.clone());
        rest = after;
    }
    names
}
