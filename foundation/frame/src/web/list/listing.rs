//! A list as a page shows it: what is asked of it, how one asks otherwise, and where one reads on.

use super::{
    Asked, COLUMNS, Choice, Chosen, Column, Cut, Filter, Input, Listed, Picked, Question, SORT,
    Tally, columns,
};
use crate::ctx::Ctx;
use crate::web::take_out::{Files, files};
use crate::words::Words;

/// What stands around the rows of a list.
pub struct Listing {
    pub path: &'static str,
    pub question: Question,
    pub filters: Vec<Filter>,
    pub sorts: Vec<(&'static str, &'static str)>,
    /// Those that are shown in their order, then the others.
    pub columns: Vec<Column>,
    /// The menu of columns stays open.
    pub arranging: bool,
    pub first: String,
    pub next: String,
    /// Where the next page begins; empty at the end.
    pub cursor: String,
    /// How many there are, or more than how many, in words, where that is counted.
    pub count: String,
    pub files: Option<Files>,
    /// The same with the columns that are shown.
    pub shown_files: Option<Files>,
    /// How rows are chosen; none where nothing is done with several.
    pub choice: Option<Choice>,
    /// The same in digits: `1.000+` for more than that.
    pub total: String,
}

/// A filter in force, and the list without it.
pub struct InForce<'a> {
    pub filter: &'a Filter,
    pub without: String,
}

/// A filter that stands above the list.
pub struct Chips<'a> {
    pub filter: &'a Filter,
    pub offers: Vec<Offer<'a>>,
}

/// One of what it offers.
pub struct Offer<'a> {
    pub to: String,
    pub words: &'a str,
    /// It is in force.
    pub current: bool,
}

impl Listing {
    pub fn of(
        ctx: &Ctx,
        list: &Listed,
        question: Question,
        asked: Asked,
        cut: &Cut,
        next_cursor: Option<&str>,
    ) -> Self {
        let columns = columns::arranged(&question, asked.columns);
        let all = question.clone().with(COLUMNS, "");
        let words: Vec<&str> =
            columns.iter().filter(|it| it.shown).map(|it| it.word.as_str()).collect();
        let shown = all.clone().with(COLUMNS, &words.join(","));
        let read_on = cut.cursor.as_deref().is_some_and(|it| !it.is_empty());
        Self {
            path: list.path,
            filters: asked.filters,
            sorts: asked.sorts,
            arranging: false,
            first: if read_on { question.address(list.path) } else { String::new() },
            next: next_cursor.map(|it| question.read_on(list.path, it)).unwrap_or_default(),
            cursor: next_cursor.unwrap_or_default().to_owned(),
            count: String::new(),
            files: files(ctx, list.area, &all.address(list.path)),
            shown_files: if words.is_empty() {
                None
            } else {
                files(ctx, list.area, &shown.address(list.path))
            },
            columns,
            question,
            choice: None,
            total: String::new(),
        }
    }

    /// Says how many there are.
    pub fn counted(self, ctx: &Ctx, tally: Tally, said: impl FnOnce(i64) -> String) -> Self {
        let lang = ctx.lang();
        let counted = i64::try_from(tally.counted).unwrap_or(i64::MAX);
        let (count, total) = (said(counted), lang.number(counted));
        if tally.more {
            let count = Words::of(lang).list_more_than(count);
            return Self { count, total: format!("{total}+"), ..self };
        }
        Self { count, total, ..self }
    }

    /// Lets rows be chosen, for what is done at this path. `here`: the rows of this page.
    pub fn choosing(self, path: &str, picked: Picked, here: &[impl ToString]) -> Self {
        let choice = Choice::of(&self.question, path, picked, here);
        Self { choice: Some(choice), ..self }
    }

    /// Every part of what is asked.
    pub fn parts(&self) -> Vec<(&str, &str)> {
        self.question.but("")
    }

    /// Somebody is arranging columns.
    pub fn arranging(self, chosen: &Chosen) -> Self {
        Self { arranging: chosen.moved, ..self }
    }

    /// The address with what is asked now.
    pub fn address(&self) -> String {
        self.question.address(self.path)
    }

    /// What is sought anywhere, if that can be.
    pub fn search(&self) -> Option<&Filter> {
        self.filters.iter().find(|it| it.input == Input::Search)
    }

    /// The filters that stand above the list, each with all that it offers.
    pub fn chips(&self) -> Vec<Chips<'_>> {
        let chips = self.filters.iter().filter(|it| it.input == Input::Chips);
        chips.map(|filter| Chips { filter, offers: self.offers(filter) }).collect()
    }

    fn offers<'a>(&self, filter: &'a Filter) -> Vec<Offer<'a>> {
        let any = ("", filter.any.as_str());
        let options = filter.options.iter().map(|(value, words)| (value.as_str(), words.as_str()));
        let offer = |(value, words): (&'a str, &'a str)| Offer {
            to: self.question.clone().with(&filter.name, value).address(self.path),
            words,
            current: value == filter.value,
        };
        std::iter::once(any).chain(options).map(offer).collect()
    }

    /// The other filters of the form.
    pub fn others(&self) -> Vec<&Filter> {
        let beside = |it: &&Filter| !matches!(it.input, Input::Search | Input::Chips);
        self.filters.iter().filter(beside).collect()
    }

    /// The filters in force, each with the list without it. Of those that stand above the list one
    /// sees it there.
    pub fn in_force(&self) -> Vec<InForce<'_>> {
        let without = |filter| InForce { filter, without: self.without(filter) };
        let told = |it: &&Filter| it.is_asked() && (it.input != Input::Chips || it.is_gone());
        self.filters.iter().filter(told).map(without).collect()
    }

    fn without(&self, filter: &Filter) -> String {
        self.question.clone().with(&filter.name, "").address(self.path)
    }

    /// The list with no filter at all, ordered and shown as it is.
    pub fn everything(&self) -> String {
        let keep = [SORT, COLUMNS].map(|it| (it, self.question.get(it)));
        crate::web::page::address(self.path, keep)
    }

    /// Something is left out.
    pub fn is_narrowed(&self) -> bool {
        self.filters.iter().any(Filter::is_asked)
    }

    /// Nothing is left out, and this is the beginning: what is not here is not there.
    pub fn is_whole(&self) -> bool {
        !self.is_narrowed() && self.first.is_empty()
    }

    /// The filters in force that there are not, or no more, in words.
    pub fn gone(&self) -> String {
        let gone = self.filters.iter().filter(|it| it.is_gone());
        let said = gone.map(|it| format!("{}: {}", it.label, it.told()));
        said.collect::<Vec<_>>().join(", ")
    }

    pub fn sort(&self) -> &str {
        self.question.get(SORT)
    }

    /// The columns that are shown, in their order.
    pub fn shown(&self) -> Vec<&Column> {
        self.columns.iter().filter(|it| it.shown).collect()
    }

    /// What is asked beside the columns, for the form that chooses those.
    pub fn but_columns(&self) -> Vec<(&str, &str)> {
        self.question.but(COLUMNS)
    }

    /// Which columns were chosen; empty while they are the usual ones.
    pub fn chosen_columns(&self) -> &str {
        self.question.get(COLUMNS)
    }

    /// The list with its usual columns.
    pub fn usual_columns(&self) -> String {
        self.question.clone().with(COLUMNS, "").address(self.path)
    }
}
