//! The answer of a report as it was once, with every name that it needs: it is shown like a live
//! one, and nothing of it is looked up again.

use kernel::{Day, Lang};
use serde::{Deserialize, Serialize};

use crate::asked::Question;
use crate::counted::{Counted, Line};
use crate::known::Known;
use crate::report::Report;
use crate::rules::{Axis, Figure, Row, Span};

/// An answer that can be written down.
#[derive(Serialize, Deserialize)]
pub struct Frozen {
    /// The words of the measures, in the order of the figures.
    measures: Vec<String>,
    question: Question,
    lines: Vec<Line>,
    split: Vec<Row>,
    total: Vec<Line>,
    before: Option<Span>,
    today: Day,
    labels: Vec<Label>,
}

/// What a key was called, in Indonesian and in English.
#[derive(Serialize, Deserialize)]
struct Label(Axis, Option<String>, String, String);

impl Frozen {
    pub fn of(report: &Report, answer: &Counted) -> Self {
        let question = &answer.question;
        let mut keys: Vec<(Axis, Option<String>)> = question.narrow.clone();
        keys.extend(answer.lines.iter().map(|it| (question.by, it.key.clone())));
        for row in &answer.split {
            let axes = [Some(question.by), question.split].into_iter().flatten();
            keys.extend(axes.zip(row.keys.iter().cloned()));
        }
        keys.sort();
        keys.dedup();
        let label = |(axis, key): (Axis, Option<String>)| {
            let said = [Lang::Id, Lang::En].map(|it| answer.known.label(axis, key.as_deref(), it));
            let [id, en] = said;
            Label(axis, key, id, en)
        };
        let labels = keys.into_iter().map(label).collect();
        Self {
            measures: report.source.measures.iter().map(|it| it.word.to_owned()).collect(),
            question: question.clone(),
            lines: answer.lines.clone(),
            split: answer.split.clone(),
            total: answer.total.clone(),
            before: answer.before,
            today: answer.today,
            labels,
        }
    }

    /// The answer as it was. A measure that the report has got since then has nothing to show.
    pub fn thawed(self, report: &Report) -> Counted {
        let words = &self.measures;
        let place = |word: &str| words.iter().position(|it| it == word);
        let places: Vec<Option<usize>> =
            report.source.measures.iter().map(|it| place(it.word)).collect();
        let nothing = Figure::Ratio { part: 0, whole: 0 };
        let figures = |of: &[Figure]| {
            let figure = |it: &Option<usize>| it.and_then(|it| of.get(it)).copied();
            places.iter().map(|it| figure(it).unwrap_or(nothing)).collect::<Vec<_>>()
        };
        let line = |it: Line| Line {
            figures: figures(&it.figures),
            before: it.before.as_deref().map(figures),
            ..it
        };
        let shown = words.get(self.question.show);
        let shown = shown
            .and_then(|word| report.source.measures.iter().position(|it| it.word == word.as_str()));
        Counted {
            lines: self.lines.into_iter().map(line).collect(),
            total: self.total.into_iter().map(line).collect(),
            question: Question { show: shown.unwrap_or_default(), ..self.question },
            known: Known::named(
                self.labels.into_iter().map(|Label(axis, key, id, en)| ((axis, key), [id, en])),
            ),
            split: self.split,
            before: self.before,
            today: self.today,
        }
    }
}
