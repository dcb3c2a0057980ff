//! What happened around a client, newest first, in words, on the client's page.

use std::collections::HashMap;

use accounts::rules::DAYS_TO_RESTORE;
use accounts::{
    AccountId, ContactId, TAKEN_OFF, account, may_be_put_back, merge, posts, unname_parents,
};
use askama::Template;
use frame::app::Asking;
use frame::web::page;
use frame::web::panel::Panel;
use frame::{Ctx, Error, Result, stream};
use kernel::access::Act;
use kernel::{PersonId, labels};
use people::person::names_of;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;

use crate::change_note;
use crate::note::{self, NoteId, NoteKind};
use crate::note_shown::{NoteShown, pinned, shown};
use crate::words::Words;

/// On the page of an account, in its wide column.
pub static PANEL: Panel = Panel {
    on: "account.main",
    title: |lang| Words::of(lang).timeline_title(),
    render: |ctx, account| Box::pin(render(ctx, AccountId(account))) as Asking<'_, Option<String>>,
};

/// Events that one page shows.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "account_timeline.html")]
struct TimelinePanel {
    w: Words,
    account: AccountId,
    pinned: Vec<NoteShown>,
    timeline: Timeline,
    part: Option<Part>,
    /// Everybody who is or was here.
    there: Vec<ContactId>,
    may_edit: bool,
}

/// What the address of the page asks of the timeline.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    before: Option<i64>,
    /// A part of what happened.
    part: String,
}

impl TimelinePanel {
    /// The parts of what happened, each with its address.
    fn parts(&self) -> Vec<(String, &'static str, bool)> {
        let page = format!("/accounts/{}", self.account);
        let of = |&it: &Part| {
            let address = page::address(&page, [("part", it.word())]);
            (address, it.label(self.w), self.part == Some(it))
        };
        let mut parts = vec![(page.clone(), self.w.part_everything(), self.part.is_none())];
        parts.extend(Part::ALL.iter().map(of));
        parts
    }

    fn older(&self, before: i64) -> String {
        let part = self.part.map(Part::word).unwrap_or_default();
        let before = before.to_string();
        page::address(&format!("/accounts/{}", self.account), [("part", part), ("before", &before)])
    }

    /// Whether this contact is or was here.
    fn is_there(&self, contact: &ContactId) -> bool {
        self.there.contains(contact)
    }
}

async fn render(ctx: &Ctx, account: AccountId) -> Result<Option<String>> {
    let asked: Asked = ctx.request.asked()?;
    let part = Part::from_word(&asked.part);
    let timeline = timeline(ctx, account, part, asked.before).await?;
    // Only whoever was taken off is looked for among them.
    let there = if timeline.events.iter().any(|it| it.off.is_some()) {
        posts(ctx, account).await?.into_iter().map(|it| it.contact.id).collect()
    } else {
        Vec::new()
    };
    let may_edit = match account::get_to(ctx, Act::Edit, account).await {
        Ok(_) => true,
        Err(Error::Denied) => false,
        Err(error) => return Err(error),
    };
    let panel = TimelinePanel {
        w: Words::of(ctx.lang()),
        account,
        pinned: pinned(ctx, account).await?,
        timeline,
        part,
        there,
        may_edit,
    };
    Ok(Some(panel.render()?))
}

/// One thing that happened.
struct Happened {
    /// Stands above the first of a day.
    day: Option<String>,
    icon: &'static str,
    look: &'static str,
    sentence: String,
    /// What somebody wrote.
    note: Option<NoteShown>,
    /// The note that was taken away and may be brought back.
    gone: Option<NoteId>,
    /// Who was taken off this client and may be put back.
    off: Option<ContactId>,
    who: String,
    /// RFC 3339.
    at: String,
    clock: String,
    moment: String,
}

/// Some of what happened, and where older things begin.
struct Timeline {
    events: Vec<Happened>,
    older: Option<i64>,
}

/// What happened to an account that was loaded in reach, before this number of the stream.
async fn timeline(
    ctx: &Ctx,
    account: AccountId,
    part: Option<Part>,
    before: Option<i64>,
) -> Result<Timeline> {
    let whole: Vec<_> = merge::whole(ctx, account).await?.into_iter().map(|it| it.0).collect();
    let named = part.map(Part::events);
    let told_about = stream::told_about(ctx, &whole, named, before, SHOWN).await?;
    let (mut events, older) = (told_about.events, told_about.older);
    unname_parents(ctx, &mut events).await?;
    let people = names_of(ctx, events.iter().filter_map(|it| it.actor_id)).await?;
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
