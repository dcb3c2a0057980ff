//! The page of pairs that may be one, of clients as of the people there.

use askama::Template;
use axum::response::Response;
use frame::web::list::{self, Page, Tally, read};
use frame::web::page;
use frame::web::shell::Shell;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Lang, PersonId};
use serde::{Deserialize, Serialize};

use crate::contact_duplicate;
use crate::duplicate::{self, DuplicateState};
use crate::duplicate_scan::{self, TwinKind};
use crate::owners::names;
use crate::pairs::{Pair, count_in};
use crate::rules::same_person::Sign;
use crate::scan_duplicates::may_scan;
use crate::words::Words;

/// Pairs on one page.
pub const ON_A_PAGE: u64 = 20;

/// Which pairs.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// `dismissed`: those of whom somebody said that they are two; otherwise those that wait.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[param(pattern = "^(open|dismissed)?$")]
    pub state: String,
}

impl Looked {
    pub fn state(&self) -> Result<DuplicateState> {
        let listed = |it: &DuplicateState| *it != DuplicateState::Merged;
        let state = |it: &str| DuplicateState::from_word(it).filter(listed);
        Ok(read("state", &self.state, state)?.unwrap_or(DuplicateState::Open))
    }
}

/// Whoever may change clients at all sees which of them may be one.
pub fn permit_looking(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::Edit, Area::Accounts) { Ok(()) } else { Err(Error::Denied) }
}

/// Where the pairs of this kind stand.
pub const fn address_of(kind: TwinKind) -> &'static str {
    match kind {
        TwinKind::Account => "/accounts/duplicates",
        TwinKind::Contact => "/contacts/duplicates",
    }
}

/// Two that may be one, as the page shows them.
pub struct Twins {
    pub score: i32,
    pub reasons: Vec<Reason>,
    pub both: [Side; 2],
    /// Where they are compared and merged; none for whoever may not change both.
    pub merge: Option<String>,
    /// When it was said that they are two, and by whom.
    pub said: String,
}

/// Why they may be one, or why not.
pub struct Reason {
    pub said: String,
    pub is_against: bool,
}

impl Reason {
    pub fn of(sign: Sign, w: Words) -> Self {
        Self { said: w.sign(sign).to_owned(), is_against: sign.is_against() }
    }

    pub const fn look(&self) -> &'static str {
        if self.is_against { "off" } else { "open" }
    }
}

/// One of the two.
pub struct Side {
    pub id: String,
    pub name: String,
    /// Their page, for whoever has one.
    pub href: Option<String>,
    /// What tells them apart, each with its label; what is empty is not shown.
    pub facts: Vec<(&'static str, String)>,
}

/// A way to another part of these pages.
struct Part {
    href: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "list_duplicates.html")]
struct TwinsPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    kind: TwinKind,
    tabs: Vec<Part>,
    states: Vec<Part>,
    pairs: Vec<Twins>,
    are_two: bool,
    next: String,
    scan: Option<duplicate_scan::Model>,
    scanned: String,
    may_scan: bool,
}

impl TwinsPage {
    const fn path(&self) -> &'static str {
        address_of(self.kind)
    }

    fn title(&self) -> &'static str {
        match self.kind {
            TwinKind::Account => self.w.duplicates_title(),
            TwinKind::Contact => self.w.contact_duplicates_title(),
        }
    }

    fn lead(&self) -> &'static str {
        match self.kind {
            TwinKind::Account => self.w.duplicates_lead(),
            TwinKind::Contact => self.w.contact_duplicates_lead(),
        }
    }

    /// The list from which one came, and what it is called.
    fn list(&self) -> (&'static str, &'static str) {
        match self.kind {
            TwinKind::Account => ("/accounts", self.w.accounts_title()),
            TwinKind::Contact => ("/contacts", self.w.contacts_title()),
        }
    }

    /// What to say and to do where there is nothing.
    fn nothing(&self) -> (&'static str, &'static str) {
        if self.are_two {
            return (self.w.duplicates_none_two(), self.w.duplicates_none_two_help());
        }
        (self.w.duplicates_none(), self.w.duplicates_none_help())
    }

    fn is_running(&self) -> bool {
        self.scan.as_ref().is_some_and(|it| it.finished_at.is_none())
    }

    fn steps(&self) -> (i64, i64) {
        self.scan.as_ref().map_or((0, 1), |it| (it.done, it.keys.max(1)))
    }

    fn progress(&self) -> String {
        let (done, steps) = self.steps();
        self.w.scan_running(self.lang.number(done.min(steps)), self.lang.number(steps))
    }
}

/// The page of these pairs, after which others may follow.
pub async fn twins_page(
    ctx: &Ctx,
    kind: TwinKind,
    looked: &Looked,
    found: Page<Twins>,
) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let next = match &found.next_cursor {
        Some(cursor) => list::address(address_of(kind), looked, Some(cursor))?,
        None => String::new(),
    };
    let scan = duplicate_scan::last(ctx).await?;
    let scanned = scan.as_ref().and_then(|it| it.finished_at);
    let section = match kind {
        TwinKind::Account => "accounts",
        TwinKind::Contact => "contacts",
    };
    let state = looked.state()?;
    page::render(&TwinsPage {
        shell: ctx.shell(section),
        w,
        lang,
        kind,
        tabs: tabs(ctx, kind).await?,
        states: states(ctx, kind, state).await?,
        pairs: found.items,
        are_two: state == DuplicateState::Dismissed,
        next,
        scanned: scanned.map(|it| lang.moment(it, &ctx.actor.zone)).unwrap_or_default(),
        scan,
        may_scan: may_scan(ctx),
    })
}

/// Both kinds, each with how many pairs wait.
async fn tabs(ctx: &Ctx, current: TwinKind) -> Result<Vec<Part>> {
    let w = Words::of(ctx.lang());
    let mut tabs = Vec::with_capacity(TwinKind::ALL.len());
    for &kind in TwinKind::ALL {
        let title = match kind {
            TwinKind::Account => w.accounts_title(),
            TwinKind::Contact => w.contacts_title(),
        };
        let label = counted(ctx, title, count(ctx, kind, DuplicateState::Open).await?);
        tabs.push(Part { href: address_of(kind).to_owned(), label, current: kind == current });
    }
    Ok(tabs)
}

/// What waits, and what is known to be two.
async fn states(ctx: &Ctx, kind: TwinKind, current: DuplicateState) -> Result<Vec<Part>> {
    let w = Words::of(ctx.lang());
    let there = address_of(kind);
    let two = count(ctx, kind, DuplicateState::Dismissed).await?;
    Ok(vec![
        Part {
            href: there.to_owned(),
            label: w.duplicates_waiting().to_owned(),
            current: current == DuplicateState::Open,
        },
        Part {
            href: format!("{there}?state={}", DuplicateState::Dismissed.word()),
            label: counted(ctx, w.duplicates_two(), two),
            current: current == DuplicateState::Dismissed,
        },
    ])
}

async fn count(ctx: &Ctx, kind: TwinKind, state: DuplicateState) -> Result<Tally> {
    match kind {
        TwinKind::Account => count_in::<duplicate::Entity>(ctx, state).await,
        TwinKind::Contact => count_in::<contact_duplicate::Entity>(ctx, state).await,
    }
}

fn counted(ctx: &Ctx, title: &str, tally: Tally) -> String {
    let number = ctx.lang().number(i64::try_from(tally.counted).unwrap_or(i64::MAX));
    let more = if tally.more { "+" } else { "" };
    format!("{title} ({number}{more})")
}

/// Of each pair, when it was said that they are two and by whom; empty while it waits.
pub async fn said_of<Id>(ctx: &Ctx, pairs: &[Pair<Id>]) -> Result<Vec<String>> {
    let w = Words::of(ctx.lang());
    let people: Vec<PersonId> = pairs.iter().filter_map(|it| it.person).collect();
    let people = names(ctx, people).await?;
    let said = |it: &Pair<Id>| {
        let day = it.decided_at.map(|at| ctx.lang().day(at.day(&ctx.actor.zone)));
        let who = it.person.and_then(|it| people.get(&it));
        match (day, who) {
            (Some(day), Some(who)) => w.duplicate_said_by(who, day),
            (Some(day), None) => w.duplicate_said(day),
            (None, _) => String::new(),
        }
    };
    Ok(pairs.iter().map(said).collect())
}
