//! An answer as a table that people read: every figure with its parts, its change and the way to
//! what stands behind it.

use frame::web::list;
use frame::{Ctx, Result};
use kernel::Lang;

use crate::asked::{Asked, in_address};
use crate::counted::{Counted, Line};
use crate::known::Known;
use crate::report::Report;
use crate::rules::{Axis, Figure, Measure, Within};
use crate::said;
use crate::words::Words;

/// Lines that a page shows; a file has them all.
pub const MOST_LINES: usize = 200;

/// A figure in a cell.
pub struct Cell {
    pub shown: String,
    /// `4.238/6.711`.
    pub parts: String,
    /// `up` or `down`, and by how much.
    pub change: Option<(&'static str, String)>,
    /// What stands behind it; empty where nothing does.
    pub href: String,
}

/// A line of the table.
pub struct Shown {
    pub name: String,
    /// The same report about this key alone, by the next axis.
    pub href: String,
    /// The page of the record, if it has one.
    pub page: Option<String>,
    pub currency: String,
    pub cells: Vec<Cell>,
    /// How long its bar is, of a thousand.
    pub bar: usize,
    pub bar_before: Option<usize>,
}

/// The head of a column.
pub struct Head {
    pub label: String,
    /// Rows are in the order of this column.
    pub current: bool,
    pub href: String,
}

/// Everything of one report that is shown.
pub struct View<'a> {
    pub report: &'a Report,
    pub asked: &'a Asked,
    pub counted: &'a Counted,
    pub lang: Lang,
    /// Figures lead on; those of a copy do not, for what stood behind them may have changed.
    pub is_live: bool,
}

impl View<'_> {
    pub fn address(&self, asked: &Asked) -> Result<String> {
        if !self.is_live {
            return Ok(String::new());
        }
        list::address(&format!("/reports/{}", self.report.word), asked, None)
    }

    pub fn heads(&self) -> Result<Vec<Head>> {
        let w = Words::of(self.lang);
        let measures = self.report.source.measures.iter().enumerate();
        let head = |(place, measure): (usize, &Measure)| {
            let asked = Asked { show: measure.word.to_owned(), ..self.asked.clone() };
            Ok(Head {
                label: w.measure(measure.word),
                current: place == self.counted.question.show,
                href: self.address(&asked)?,
            })
        };
        measures.map(head).collect()
    }

    pub fn lines(&self) -> Result<Vec<Shown>> {
        let most = self.most();
        self.counted.lines.iter().take(MOST_LINES).map(|it| self.shown(it, most)).collect()
    }

    /// The longest bar of each currency is whole; the bars of two currencies are not compared.
    fn most(&self) -> i128 {
        let weights = self.counted.lines.iter().flat_map(|it| {
            let before = it.before.iter().filter_map(|it| it.get(self.counted.question.show));
            it.figures.get(self.counted.question.show).into_iter().chain(before)
        });
        weights.map(|it| it.weight()).max().unwrap_or(0).max(1)
    }

    fn shown(&self, line: &Line, most: i128) -> Result<Shown> {
        let by = self.counted.question.by;
        let key = line.key.as_deref();
        let narrowed = self.asked.narrowed(by, in_address(key));
        let show = self.counted.question.show;
        let bar = |it: Option<&Figure>| {
            let weight = it.map_or(0, |it| it.weight()).max(0);
            usize::try_from(weight.saturating_mul(1_000) / most).unwrap_or(1_000)
        };
        Ok(Shown {
            name: self.counted.known.label(by, key, self.lang),
            href: match self.deeper(by) {
                Some(next) => {
                    self.address(&Asked { by: next.word().to_owned(), ..narrowed.clone() })?
                }
                None => self.rows_of(&narrowed)?,
            },
            page: Known::page_of(by, key).filter(|_| self.is_live),
            currency: line.currency.clone(),
            cells: self.cells(line, &narrowed)?,
            bar: bar(line.figures.get(show)),
            bar_before: line.before.as_ref().map(|it| bar(it.get(show))),
        })
    }

    /// The figures of everything together, one line for each currency.
    pub fn totals(&self) -> Result<Vec<Shown>> {
        let w = Words::of(self.lang);
        let total = |line: &Line| {
            Ok(Shown {
                name: w.total().to_owned(),
                href: self.rows_of(self.asked)?,
                page: None,
                currency: line.currency.clone(),
                cells: self.cells(line, self.asked)?,
                bar: 0,
                bar_before: None,
            })
        };
        self.counted.total.iter().map(total).collect()
    }

    fn cells(&self, line: &Line, asked: &Asked) -> Result<Vec<Cell>> {
        let href = self.rows_of(asked)?;
        // Another report may begin with another period.
        let elsewhere = Asked {
            within: self.counted.question.within.map_or("", Within::word).to_owned(),
            by: String::new(),
            split: String::new(),
            show: String::new(),
            ..asked.clone()
        };
        let behind = |measure: &Measure| {
            let other = self.report.source.behind.iter().find(|it| it.0 == measure.word);
            match other {
                Some((_, report)) if report.is_empty() || !self.is_live => Ok(String::new()),
                Some((_, report)) => {
                    list::address(&format!("/reports/{report}/rows"), &elsewhere, None)
                }
                None => Ok(href.clone()),
            }
        };
        let measures = self.report.source.measures.iter().enumerate();
        let cell = |(place, measure): (usize, &Measure)| {
            let figure = line.figures.get(place).copied().unwrap_or(Figure::Whole(0));
            let before = line.before.as_ref().and_then(|it| it.get(place)).copied();
            Ok(Cell {
                shown: said::figure(measure, figure, &line.currency, self.lang),
                parts: said::parts(measure, figure, self.lang),
                change: before.and_then(|it| said::change(measure, figure, it, self.lang)),
                href: if figure.is_nothing() { String::new() } else { behind(measure)? },
            })
        };
        measures.map(cell).collect()
    }

    pub fn rows_of(&self, asked: &Asked) -> Result<String> {
        if !self.is_live {
            return Ok(String::new());
        }
        list::address(&format!("/reports/{}/rows", self.report.word), asked, None)
    }

    /// By what one asks on, once a report is about one key of this axis alone.
    fn deeper(&self, by: Axis) -> Option<Axis> {
        let next = match by {
            Axis::Office => Axis::Manager,
            Axis::Manager | Axis::Team | Axis::Product | Axis::Stage | Axis::Month => Axis::Person,
            Axis::Pipeline => Axis::Stage,
            Axis::Person | Axis::Industry | Axis::Country | Axis::InvoiceCountry | Axis::Tier => {
                Axis::Account
            }
            Axis::Account | Axis::Series => Axis::Product,
            Axis::Quarter => Axis::Month,
            Axis::Year => Axis::Quarter,
        };
        let narrowed = self.counted.question.narrow.iter().any(|it| it.0 == next);
        (self.report.source.axes.contains(&next) && !narrowed).then_some(next)
    }

    /// What the report is narrowed to, each with the address of the report without it.
    pub fn chips(&self) -> Result<Vec<(String, String)>> {
        let w = Words::of(self.lang);
        let chip = |(axis, key): &(Axis, Option<String>)| {
            let label = self.counted.known.label(*axis, key.as_deref(), self.lang);
            let free = self.address(&self.asked.narrowed(*axis, ""))?;
            Ok((w.narrowed(w.axis(axis.word()), label), free))
        };
        self.counted.question.narrow.iter().map(chip).collect()
    }

    /// Several currencies stand in this answer.
    pub fn is_mixed(&self) -> bool {
        1 < self.counted.total.len()
    }
}

/// `1 Jan 2026 – 31 Mar 2026`.
pub fn days(span: crate::rules::Span, lang: Lang) -> String {
    format!("{} – {}", lang.day(span.from), lang.day(span.to))
}

/// The period of the answer in words.
pub fn period(ctx: &Ctx, counted: &Counted) -> String {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let days = |span: crate::rules::Span| days(span, lang);
    let period = counted.question.span.map_or_else(|| w.all_time().to_owned(), days);
    match counted.before {
        Some(before) => w.compared_with(period, days(before)),
        None => period,
    }
}
