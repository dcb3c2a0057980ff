//! What every page shows around itself.

use kernel::Lang;
use kernel::access::{Act, Area};

use super::request::{Flash, Request};
use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::notices::Unread;

pub use crate::words::Words;

/// A place of the left column, and who finds it there.
pub struct PlaceOf {
    pub section: &'static str,
    pub href: &'static str,
    pub icon: &'static str,
    pub label: fn(Lang) -> &'static str,
    /// Shown to whoever may do this; to everybody when there is nothing to ask.
    pub needs: Option<(Act, Area)>,
}

/// Places that belong together: one entry of the left column leads to the first of them, and each
/// shows the others above itself. Whoever finds but one of them finds it under its own name.
pub struct GroupOf {
    pub icon: &'static str,
    pub label: fn(Lang) -> &'static str,
    pub sections: &'static [&'static str],
}

/// A page of the settings, and who finds it there.
pub struct TabOf {
    pub href: &'static str,
    pub label: fn(Lang) -> &'static str,
    /// Shown to whoever may do any of these.
    pub needs: &'static [(Act, Area)],
}

/// One of them, for one person.
pub struct Tab {
    pub href: &'static str,
    pub label: &'static str,
    pub current: bool,
}

/// How many places stand at the bottom of a phone when it has no room for all.
const AT_THE_BOTTOM: usize = 4;

/// More notices than this are many.
const MOST_SHOWN: u64 = 99;

/// One place, for one person.
pub struct Place {
    pub href: &'static str,
    pub label: &'static str,
    pub icon: &'static str,
    pub current: bool,
}

pub struct Shell {
    pub lang: Lang,
    pub words: Words,
    pub nonce: String,
    pub css: &'static str,
    pub script: &'static str,
    pub theme: &'static str,
    pub name: String,
    pub initials: String,
    pub company: String,
    pub places: Vec<Place>,
    /// What belongs together with this place, itself included; nothing if it stands alone.
    pub beside: Vec<Place>,
    /// The pages of the settings, on each of them.
    pub tabs: Vec<Tab>,
    pub flash: Option<Flash>,
    /// Notices that wait for the reader; none where there is no list of them.
    pub unread: Option<u64>,
    pub search: bool,
    /// The path asked for, so that a choice of language leads back to it.
    pub path: String,
}

impl Ctx {
    /// The shell of a page in this section.
    pub fn shell(&self, section: &str) -> Shell {
        let lang = self.lang();
        let found = self.app.places.iter();
        let found = found.filter(|it| it.needs.is_none_or(|(act, area)| self.may(act, area)));
        let found: Vec<&PlaceOf> = found.collect();
        let place = |it: &PlaceOf| Place {
            href: it.href,
            label: (it.label)(lang),
            icon: it.icon,
            current: it.section == section,
        };
        let (mut places, mut beside) = (Vec::new(), Vec::new());
        for it in &found {
            let group = self.app.groups.iter().find(|group| group.sections.contains(&it.section));
            let members = |group: &GroupOf| -> Vec<&PlaceOf> {
                let of = found.iter().filter(|it| group.sections.contains(&it.section));
                of.copied().collect()
            };
            match group.map(|group| (group, members(group))) {
                Some((group, members)) if 1 < members.len() => {
                    // The first of them stands for all.
                    if members[0].section != it.section {
                        continue;
                    }
                    let current = members.iter().any(|it| it.section == section);
                    let (label, icon) = ((group.label)(lang), group.icon);
                    places.push(Place { href: it.href, label, icon, current });
                    if current {
                        beside = members.into_iter().map(place).collect();
                    }
                }
                _ => places.push(place(it)),
            }
        }
        Shell {
            places,
            beside,
            tabs: if section == "settings" { self.tabs() } else { Vec::new() },
            name: self.actor.name.clone(),
            initials: initials(&self.actor.name),
            company: self.actor.company_name.clone(),
            search: self.may(Act::View, Area::Accounts),
            unread: self.remembered::<Unread>().map(|it| it.0),
            ..Shell::plain(&self.app, &self.request)
        }
    }

    fn tabs(&self) -> Vec<Tab> {
        let path = &self.request.path;
        // `/settings` begins them all; the longest that fits is the one.
        let fits = |href: &&str| path == *href || path.starts_with(&format!("{href}/"));
        let tabs = self.app.tabs.iter();
        let here = tabs.clone().map(|it| it.href).filter(fits).max_by_key(|it| it.len());
        let tabs = tabs.filter(|it| it.needs.iter().any(|&(act, area)| self.may(act, area)));
        let tab = |it: &TabOf| Tab {
            href: it.href,
            label: (it.label)(self.lang()),
            current: Some(it.href) == here,
        };
        tabs.map(tab).collect()
    }
}

impl Shell {
    /// The places that a phone has no room for at its bottom; they are found behind "more".
    pub fn more(&self) -> &[Place] {
        if AT_THE_BOTTOM + 1 < self.places.len() { &self.places[AT_THE_BOTTOM..] } else { &[] }
    }

    pub fn is_in_more(&self) -> bool {
        self.more().iter().any(|it| it.current)
    }

    /// Whether the place of this number, counted from 0, stands behind "more".
    pub fn is_more(&self, number: &usize) -> bool {
        AT_THE_BOTTOM <= *number && !self.more().is_empty()
    }

    /// The number beside the bell, as far as it has room.
    pub fn unread_shown(&self) -> String {
        match self.unread {
            Some(unread) if MOST_SHOWN < unread => format!("{MOST_SHOWN}+"),
            unread => unread.unwrap_or_default().to_string(),
        }
    }

    pub fn unread_count(&self) -> i64 {
        i64::try_from(self.unread.unwrap_or_default()).unwrap_or(i64::MAX)
    }

    /// Before anybody is signed in.
    pub fn plain(app: &App, request: &Request) -> Self {
        Self {
            lang: request.lang,
            words: Words::of(request.lang),
            nonce: request.nonce.clone(),
            css: (app.asset)("app.css"),
            script: (app.asset)("desk.js"),
            theme: "auto",
            name: String::new(),
            initials: String::new(),
            company: String::new(),
            places: Vec::new(),
            beside: Vec::new(),
            tabs: Vec::new(),
            flash: request.flash.clone(),
            unread: None,
            search: false,
            path: request.path.clone(),
        }
    }
}

impl Actor {
    /// The first name, as people are spoken to.
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or_default()
    }
}

/// Up to two letters that stand for a name; a name of one word has one.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|it| it.chars().next());
    let last = words.next_back().and_then(|it| it.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_one_word_is_a_name() {
        assert_eq!(initials("Sukarno"), "S");
        assert_eq!(initials("ayu putri lestari"), "AL");
        assert_eq!(initials(""), "");
    }
}
