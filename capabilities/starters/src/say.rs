//! Starters in words.

use kernel::{Day, Lang};

use crate::known::Planned;
use crate::rules::ItemKind;
use crate::starter::Starter;
use crate::words::Words;

/// Everything of one kind that a starter brings.
pub struct Group {
    pub title: &'static str,
    pub lines: Vec<Line>,
}

/// One of them.
pub struct Line {
    pub label: String,
    /// What it is made of.
    pub parts: String,
    /// What a field of the company's own would be allowed to hold.
    pub limits: String,
    pub is_there: bool,
}

/// What a starter would add and what is there, by kind, on this day.
pub fn groups(starter: &Starter, planned: &[Planned], today: Day, lang: Lang) -> Vec<Group> {
    let w = Words::of(lang);
    let line = |it: &Planned| {
        let between = match it.wanted.kind {
            ItemKind::Pipeline => " → ",
            _ => ", ",
        };
        let parts = starter.parts(&it.wanted);
        let parts = parts.into_iter().map(|it| it.of(lang).to_owned());
        Line {
            label: it.wanted.label.of(lang).to_owned(),
            parts: parts.collect::<Vec<_>>().join(between),
            limits: starter.limits(&it.wanted).map_or_else(String::new, |it| it.told(today, lang)),
            is_there: it.is_there,
        }
    };
    let group = |&kind: &ItemKind| {
        let lines = planned.iter().filter(|it| it.wanted.kind == kind).map(line);
        Group { title: w.kind(kind), lines: lines.collect() }
    };
    ItemKind::ALL.iter().map(group).filter(|it| !it.lines.is_empty()).collect()
}

impl Words {
    pub fn kind(self, kind: ItemKind) -> &'static str {
        match kind {
            ItemKind::Industry => self.kind_industry(),
            ItemKind::Tag => self.kind_tag(),
            ItemKind::Field => self.kind_field(),
            ItemKind::Pipeline => self.kind_pipeline(),
            ItemKind::Outcome => self.kind_outcome(),
            ItemKind::Tasks => self.kind_tasks(),
            ItemKind::Checklist => self.kind_checklist(),
        }
    }
}
