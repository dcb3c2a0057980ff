//! What happened around a client, newest first, in words.

use std::collections::HashMap;

use frame::{Ctx, Result, stream};
use kernel::{Lang, PersonId, labels};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::account::Model;
use crate::account_payment::PaymentMethod;
use crate::change_note;
use crate::contact::ContactId;
use crate::merge;
use crate::note::{self, NoteId, NoteKind};
use crate::note_shown::{NoteShown, shown};
use crate::owners::names;
use crate::rules::DAYS_TO_RESTORE;
use crate::take_off_contact::{TAKEN_OFF, may_be_put_back};
use crate::tell_contact;
use crate::tell_depth;
use crate::tell_task;
use crate::words::Words;

/// Events that one page shows.
const SHOWN: u64 = 30;

/// One thing that happened.
pub struct Happened {
    /// Stands above the first of a day.
    pub day: Option<String>,
    pub icon: &'static str,
    pub look: &'static str,
    pub sentence: String,
    /// What somebody wrote.
    pub note: Option<NoteShown>,
    /// The note that was taken away and may be brought back.
    pub gone: Option<NoteId>,
    /// Who was taken off this client and may be put back.
    pub off: Option<ContactId>,
    pub who: String,
    /// RFC 3339.
    pub at: String,
    pub clock: String,
    pub moment: String,
}

/// Some of what happened, and where older things begin.
pub struct Timeline {
    pub events: Vec<Happened>,
    pub older: Option<i64>,
}

/// What happened to an account that was loaded in reach, before this number of the stream.
pub async fn timeline(
    ctx: &Ctx,
    account: &Model,
    part: Option<Part>,
    before: Option<i64>,
) -> Result<Timeline> {
    let whole = merge::whole(ctx, account.id).await?.into_iter().map(|it| it.0);
    let named = part.map(Part::events);
    let events = stream::about_all(ctx, whole, named, before, SHOWN + 1).await?;
    let more = usize::try_from(SHOWN).is_ok_and(|it| it < events.len());
    let events: Vec<stream::Model> = events.into_iter().take(30).collect();
    let older = events.last().filter(|_| more).map(|it| it.seq);
    let people = names(ctx, events.iter().filter_map(|it| it.actor_id)).await?;
    let mut notes = notes(ctx, &events).await?;

    let mut shown = Vec::with_capacity(events.len());
    let mut last_day = None;
    for event in &events {
        let Some(sentence) = ctx.tell(event) else { continue };
        let day = event.at.day(&ctx.actor.zone);
        let mut happened = told(ctx, event, sentence, &people);
        if event.subject_kind == "note" {
            let id = NoteId(event.subject_id);
            if event.name == "accounts.note_hidden" {
                happened.gone = notes.gone.contains(&id).then_some(id);
            } else if is_first(&event.name) {
                // What was taken away is told by the event that says so.
                let Some(note) = notes.shown.remove(&id) else { continue };
                happened.sentence.clone_from(&note.sentence);
                happened.note = Some(note);
            }
        }
        happened.day = (last_day != Some(day)).then(|| ctx.lang().day(day));
        last_day = Some(day);
        shown.push(happened);
    }
    Ok(Timeline { events: shown, older })
}

fn told(
    ctx: &Ctx,
    event: &stream::Model,
    sentence: String,
    people: &HashMap<PersonId, String>,
) -> Happened {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let (icon, look) = look(&event.name);
    let system = || Words::of(lang).by_system().to_owned();
    Happened {
        day: None,
        icon,
        look,
        sentence,
        note: None,
        gone: None,
        off: may_be_put_back(ctx, event),
        who: event.actor_id.and_then(|it| people.get(&it)).cloned().unwrap_or_else(system),
        at: event.at.to_string(),
        clock: lang.clock(event.at, zone),
        moment: lang.moment(event.at, zone),
    }
}

/// The event by which a note came.
fn is_first(name: &str) -> bool {
    NoteKind::ALL.iter().any(|it| it.event() == name)
}

/// The notes among these events, as they are now.
#[derive(Default)]
struct Notes {
    shown: HashMap<NoteId, NoteShown>,
    /// Those that the reader may bring back.
    gone: Vec<NoteId>,
}

/// What was written in the notes among these events; the stream itself does not keep it.
async fn notes(ctx: &Ctx, events: &[stream::Model]) -> Result<Notes> {
    let ids: Vec<NoteId> = events
        .iter()
        .filter(|it| it.subject_kind == "note")
        .map(|it| NoteId(it.subject_id))
        .collect();
    if ids.is_empty() {
        return Ok(Notes::default());
    }
    let notes = ctx.find::<note::Entity>().filter(note::Column::Id.is_in(ids)).all(ctx).await?;
    let (there, gone): (Vec<_>, Vec<_>) = notes.into_iter().partition(|it| it.hidden_at.is_none());
    let since = ctx.now.plus_days(-DAYS_TO_RESTORE);
    let mut back = Vec::new();
    for note in gone.iter().filter(|it| it.hidden_at.is_some_and(|it| since <= it)) {
        if change_note::permit(ctx, note).await.is_ok() {
            back.push(note.id);
        }
    }
    Ok(Notes { shown: shown(ctx, there).await?, gone: back })
}

labels! {
    /// A part of what happened.
    pub enum Part {
        Talks = "talks",
        Meetings = "meetings",
        Notes = "notes",
        Visits = "visits",
        Deals = "deals",
        Money = "money",
        Attachments = "attachments",
        Changes = "changes",
    }
}

impl Part {
    /// The events that it is made of.
    const fn events(self) -> &'static [&'static str] {
        match self {
            Self::Talks => &[
                "accounts.called",
                "accounts.video_called",
                "accounts.messaged",
                "accounts.emailed",
            ],
            Self::Meetings => &["accounts.met", "accounts.video_called", "visits."],
            Self::Notes => &["accounts.noted"],
            Self::Visits => &["visits."],
            Self::Deals => &["pipeline."],
            Self::Money => &["transactions."],
            Self::Attachments => &["attachments."],
            Self::Changes => &[
                "accounts.opened",
                "accounts.changed",
                "accounts.owner_changed",
                "accounts.merged",
                "accounts.merge_undone",
                "accounts.contact_added",
                "accounts.contact_changed",
                "accounts.contact_left",
                "accounts.contact_returned",
                "accounts.contact_hidden",
                "accounts.contact_restored",
                TAKEN_OFF,
                "accounts.contact_put_back",
                "accounts.contact_merged",
                "accounts.contact_merge_undone",
                "accounts.address_added",
                "accounts.address_changed",
                "accounts.address_removed",
                "accounts.place_set",
            ],
        }
    }

    pub fn label(self, w: Words) -> &'static str {
        match self {
            Self::Talks => w.part_talks(),
            Self::Meetings => w.part_meetings(),
            Self::Notes => w.part_notes(),
            Self::Visits => w.part_visits(),
            Self::Deals => w.part_deals(),
            Self::Money => w.part_money(),
            Self::Attachments => w.part_attachments(),
            Self::Changes => w.part_changes(),
        }
    }
}

/// The picture and the colour beside an event.
fn look(name: &str) -> (&'static str, &'static str) {
    match name {
        "accounts.opened" => ("building-2", "brand"),
        "accounts.noted" => ("notebook-pen", "brand"),
        "accounts.called" => ("phone", "good"),
        "accounts.video_called" => ("monitor", "good"),
        "accounts.messaged" => ("message-circle", "good"),
        "accounts.emailed" => ("mail", "good"),
        "accounts.met" => ("users", "good"),
        "accounts.note_hidden" => ("trash-2", ""),
        it if it.starts_with("accounts.task_") && it != "accounts.task_done" => ("list-checks", ""),
        "accounts.hidden" | "accounts.contact_hidden" => ("trash-2", "bad"),
        "accounts.merged"
        | "accounts.merge_undone"
        | "accounts.contact_merged"
        | "accounts.contact_merge_undone" => ("merge", ""),
        "accounts.owner_changed" => ("handshake", ""),
        "accounts.tagged" => ("tag", ""),
        "accounts.bank_proposed" => ("wallet", "warn"),
        "accounts.bank_accepted" => ("wallet", "good"),
        "accounts.bank_refused" => ("wallet", "bad"),
        it if it.starts_with("accounts.bank") => ("wallet", ""),
        it if it.starts_with("accounts.member") => ("users", ""),
        "accounts.place_move_proposed" => ("map-pin", "warn"),
        it if it.starts_with("accounts.place") => ("map-pin", ""),
        it if it.starts_with("accounts.contact") => ("user", ""),
        it if it.starts_with("accounts.") => ("pencil", ""),
        it if it.starts_with("visits.") => ("footprints", "good"),
        it if it.starts_with("pipeline.") => ("briefcase", ""),
        it if it.starts_with("attachments.") => ("paperclip", ""),
        "transactions.problem_raised" => ("flag", "warn"),
        "transactions.problem_solved" => ("check", "good"),
        it if it.starts_with("transactions.") => ("receipt", ""),
        _ => ("circle-dot", ""),
    }
}

/// Everything that this capability records, told.
pub fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| says[key].as_f64().unwrap_or_default();
    let count = |key: &str| says[key].as_i64().unwrap_or_default();
    let whole = |key: &str| lang.decimal(number(key), 0);
    Some(match event.name.as_str() {
        "accounts.opened" => w.told_opened().to_owned(),
        "accounts.exported" => w.told_exported().to_owned(),
        "accounts.contacts_exported" => w.told_contacts_exported().to_owned(),
        "accounts.changed"
        | "accounts.owner_changed"
        | "accounts.tagged"
        | "accounts.payment_set" => changes(&says, w),
        it if it.starts_with("accounts.member") || it.starts_with("accounts.bank") => {
            return tell_depth::tell(it, &says, w);
        }
        it if it.starts_with("accounts.task_") || it.starts_with("accounts.template_") => {
            return tell_task::tell(it, &says, lang);
        }
        "accounts.value_set" => match after_of(&says) {
            Some((before, after)) => {
                let said = |it: Option<String>| it.unwrap_or_else(|| w.told_nothing().to_owned());
                w.told_change(label(&says, lang), said(before), said(after))
            }
            None => w.told_value_changed(label(&says, lang)),
        },
        "accounts.field_kept" => w.told_field_kept(label(&says, lang)),
        "accounts.term_kept" => w.told_term_kept(label(&says, lang)),
        "accounts.word_offered" => w.told_word_offered(text("name")),
        "accounts.word_removed" => w.told_word_removed(text("name")),
        "accounts.hidden" => w.told_hidden().to_owned(),
        "accounts.restored" => w.told_restored().to_owned(),
        "accounts.bulk_changed" => w.told_bulk_changed(count("changed")),
        "accounts.bulk_undone" => w.told_bulk_undone(count("restored")),
        "accounts.merged" => w.told_merged(text("name")),
        "accounts.merge_undone" => w.told_merge_undone(text("name")),
        "accounts.scan_begun" => w.told_scan_begun().to_owned(),
        "accounts.scan_finished" => w.told_scan_finished(count("found")),
        "accounts.duplicate_dismissed" => w.told_duplicate_dismissed().to_owned(),
        "accounts.duplicate_reopened" => w.told_duplicate_reopened().to_owned(),
        "accounts.address_added" => w.told_address_added(text("address")),
        "accounts.address_changed" => w.told_address_changed(after(&says, "address")),
        "accounts.address_removed" => w.told_address_removed(text("address")),
        it if it.starts_with("accounts.contact_") => return tell_contact::tell(it, &says, w),
        "accounts.noted" => w.told_noted().to_owned(),
        "accounts.called" => w.kind_call().to_owned(),
        "accounts.video_called" => w.kind_video().to_owned(),
        "accounts.messaged" => w.kind_message().to_owned(),
        "accounts.emailed" => w.kind_email().to_owned(),
        "accounts.met" => w.kind_meeting().to_owned(),
        "accounts.note_hidden" => w.note_hidden().to_owned(),
        "accounts.mentioned" => w.told_mentioned(text("who"), text("account")),
        "accounts.note_restored" => w.note_restored().to_owned(),
        "accounts.place_proposed" => w.told_place_proposed().to_owned(),
        "accounts.place_confirmed" => w.told_place_confirmed(count("check_ins")),
        "accounts.place_move_proposed" => {
            w.told_place_move_proposed(count("check_ins"), whole("distance_m"))
        }
        "accounts.place_set" => w.told_place_set(whole("radius_m")),
        "accounts.place_move_agreed" => w.told_place_move_agreed().to_owned(),
        "accounts.place_move_declined" => w.told_place_move_declined().to_owned(),
        // The new owner's event says it; this one only wakes the old owner's phone.
        _ => return None,
    })
}

/// What a value was and what it became, where the stream says it.
fn after_of(says: &serde_json::Value) -> Option<(Option<String>, Option<String>)> {
    let change = says["changes"].get("value")?;
    let side = |side: &str| change[side].as_str().map(str::to_owned);
    Some((side("before"), side("after")))
}

/// What an entry of the company's lists is called.
fn label(says: &serde_json::Value, lang: Lang) -> String {
    let of = match lang {
        Lang::Id => &says["label"]["id"],
        Lang::En => &says["label"]["en"],
    };
    of.as_str().unwrap_or_default().to_owned()
}

fn after(says: &serde_json::Value, field: &str) -> String {
    says["changes"][field]["after"].as_str().unwrap_or_default().to_owned()
}

/// `Status: Calon klien → Klien; Telepon: – → +62…`.
fn changes(says: &serde_json::Value, w: Words) -> String {
    let Some(changes) = says["changes"].as_object() else { return w.told_changed().to_owned() };
    let said = changes.iter().filter_map(|(field, change)| {
        let of = |side: &str| value(field, &change[side], w);
        Some(w.told_change(w.field_label(field)?, of("before"), of("after")))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { w.told_changed().to_owned() } else { said.join("; ") }
}

fn value(field: &str, value: &serde_json::Value, w: Words) -> String {
    let text = match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => return w.told_nothing().to_owned(),
    };
    match field {
        "status" => {
            crate::AccountStatus::from_word(&text).map_or(text, |it| w.status(it).to_owned())
        }
        "payment_method" => {
            PaymentMethod::from_word(&text).map_or(text, |it| w.payment_method(it).to_owned())
        }
        _ => text,
    }
}

impl Words {
    fn field_label(self, field: &str) -> Option<&'static str> {
        Some(match field {
            "name" => self.account_name(),
            "status" => self.status_label(),
            "tier" => self.tier_label(),
            "industry" => self.industry_label(),
            "parent" => self.parent_label(),
            "phone" => self.phone_label(),
            "website" => self.website_label(),
            "founded_year" => self.founded_label(),
            "revenue" => self.revenue_label(),
            "employees" => self.employees_label(),
            "owner" => self.owner_label(),
            "country" => self.country_label(),
            "tax_number" => self.tax_number_label(),
            "document_language" => self.document_language_label(),
            "tags" => self.tags_label(),
            "payment_term" => self.payment_term_label(),
            "payment_method" => self.payment_method_label(),
            _ => return None,
        })
    }
}
