//! A report as the API shows it.

use kernel::{Day, Lang};

use crate::counted::{Counted, Line};
use crate::report::Report;
use crate::rules::{Axis, Figure, Measure, Row, Span, Unit};
use crate::said;

/// An answer. Figures stand in the order of `measures`.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ReportOut {
    report: &'static str,
    /// As of this day.
    as_of: Day,
    /// None for all of time.
    span: Option<SpanOut>,
    compared_with: Option<SpanOut>,
    by: Axis,
    /// The lines by a second axis, when one was asked for.
    split: Option<MatrixOut>,
    measures: Vec<MeasureOut>,
    lines: Vec<LineOut>,
    /// Of everything, one for each currency.
    total: Vec<LineOut>,
}

/// From a day to a day, both included.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct SpanOut {
    from: Day,
    to: Day,
}

#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct MeasureOut {
    name: &'static str,
    /// `count`, `money` (in major units), `quantity`, `percent` or `days`.
    unit: &'static str,
}

#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = ReportLineOut)]
pub struct LineOut {
    /// Of the axis; null where it has none, and of the total.
    key: Option<String>,
    label: String,
    currency: String,
    figures: Vec<FigureOut>,
    before: Option<Vec<FigureOut>>,
}

/// A figure, and of a ratio what it was made of.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct FigureOut {
    /// A decimal number; null of nothing.
    #[schema(example = "63.15")]
    value: Option<String>,
    part: Option<String>,
    whole: Option<String>,
}

/// The figures of two axes at once.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct MatrixOut {
    by: Axis,
    cells: Vec<CellOut>,
}

#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct CellOut {
    /// Of the first axis and of the second; null where it has none.
    keys: Vec<Option<String>>,
    currency: String,
    figures: Vec<FigureOut>,
}

impl CellOut {
    fn of(row: &Row, measures: &[Measure]) -> Self {
        let of: Vec<Figure> = measures.iter().map(|it| it.of(&row.parts)).collect();
        Self {
            keys: row.keys.clone(),
            figures: figures(measures, &of, &row.currency),
            currency: row.currency.clone(),
        }
    }
}

impl From<Span> for SpanOut {
    fn from(span: Span) -> Self {
        Self { from: span.from, to: span.to }
    }
}

impl ReportOut {
    pub fn of(report: &Report, answer: &Counted, lang: Lang) -> Self {
        let measures = report.source.measures;
        let by = answer.question.by;
        let line = |it: &Line, label: String| LineOut {
            label,
            key: it.key.clone(),
            figures: figures(measures, &it.figures, &it.currency),
            before: it.before.as_ref().map(|before| figures(measures, before, &it.currency)),
            currency: it.currency.clone(),
        };
        Self {
            report: report.word,
            as_of: answer.today,
            span: answer.question.span.map(Into::into),
            compared_with: answer.before.map(Into::into),
            by,
            measures: measures
                .iter()
                .map(|it| MeasureOut { name: it.word, unit: unit(it.unit) })
                .collect(),
            split: answer.question.split.map(|of| MatrixOut {
                by: of,
                cells: answer.split.iter().map(|it| CellOut::of(it, measures)).collect(),
            }),
            lines: answer
                .lines
                .iter()
                .map(|it| line(it, answer.known.label(by, it.key.as_deref(), lang)))
                .collect(),
            total: answer.total.iter().map(|it| line(it, String::new())).collect(),
        }
    }
}

fn figures(measures: &[Measure], figures: &[Figure], currency: &str) -> Vec<FigureOut> {
    let figure = |(measure, figure): (&Measure, &Figure)| {
        let (part, whole) = match figure {
            Figure::Whole(_) => (None, None),
            Figure::Ratio { part, whole } => (Some(part.to_string()), Some(whole.to_string())),
        };
        FigureOut { value: said::plain(measure, *figure, currency), part, whole }
    };
    measures.iter().zip(figures).map(figure).collect()
}

const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::Money | Unit::Exact | Unit::Price => "money",
        Unit::Quantity => "quantity",
        Unit::Percent => "percent",
        Unit::Days => "days",
    }
}
