//! A question is answered: the rows of a source become the lines of a table.

use std::collections::{BTreeMap, BTreeSet};

use frame::{Ctx, Result};
use kernel::access::Act;
use kernel::{Day, Lang};
use people::company;

use crate::asked::{Asked, Question};
use crate::known::Known;
use crate::report::{Counting, Report};
use crate::rules::{
    Axis, Base, Figure, Keys, Measure, Row, Span, filled, merged, roll_up, total, with_gone,
};

/// An answer.
pub struct Counted {
    pub question: Question,
    pub known: Known,
    pub lines: Vec<Line>,
    /// By both axes, when there are two.
    pub split: Vec<Row>,
    /// Of everything, one for each currency.
    pub total: Vec<Line>,
    /// The period that it is compared with.
    pub before: Option<Span>,
    /// As of which day.
    pub today: Day,
}

/// A line of the table.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Line {
    /// Of the first axis; none where it has none.
    pub key: Option<String>,
    pub currency: String,
    pub figures: Vec<Figure>,
    /// The same in the period that it is compared with; none when nothing is compared.
    pub before: Option<Vec<Figure>>,
}

/// Answers what is asked, within the reach of this act.
pub async fn counted(ctx: &Ctx, report: &Report, asked: &Asked, act: Act) -> Result<Counted> {
    let company = company::mine(ctx).await?;
    let today = ctx.now.day(&company.zone);
    let question = asked.understood(report, today)?;
    let axes: Vec<Axis> = [Some(question.by), question.split].into_iter().flatten().collect();
    let bases = bases(&axes);
    let of_products = question.narrow.iter().any(|it| it.0.base() == Base::Product);
    let mut known = Known::load(ctx, report.source, of_products).await?;
    let before = match (question.compare, question.span) {
        (Some(with), Some(span)) => Some(span.compared(with)),
        _ => None,
    };

    let counting =
        Counting { act, known: &known, question: &question, span: question.span, bases: &bases };
    let now = (report.source.count)(ctx, counting).await?;
    let then = match before {
        Some(span) => (report.source.count)(ctx, Counting { span: Some(span), ..counting }).await?,
        None => Vec::new(),
    };
    known.learn(ctx, keys_of(Base::Account, &bases, now.iter().chain(&then))).await?;
    known.learn_products(ctx, keys_of(Base::Product, &bases, now.iter().chain(&then))).await?;

    let summed = total(&now);
    let summed_then = total(&then);
    let split = rolled(&known, &axes, &bases, now);
    let now = roll_up(split.iter().cloned(), first);
    let mut then = roll_up(rolled(&known, &axes, &bases, then), first);
    if let (true, Some(span), Some(earlier)) = (question.by.is_time(), question.span, before) {
        then = moved(then, question.by, span, earlier);
    }

    // A month that the period does not have is in no line.
    let by_time = question.by.is_time();
    let in_line = |it: &&Row| !by_time || it.keys.iter().all(Option::is_some);
    let now = with_gone(now, &then.iter().filter(in_line).cloned().collect::<Vec<_>>());
    let keys = expected(ctx, report, &known, &question, &now).await?;
    let now = filled(now, keys, report.source.parts, &company.currency);

    let compares = before.is_some();
    let line = |pair: (Row, Option<Row>)| line(report.source.measures, pair, compares);
    let mut lines: Vec<Line> = merged(now, &then).into_iter().map(line).collect();
    if !question.by.is_time() {
        let lang = ctx.lang();
        sort(&mut lines, &question, &known, lang);
    }
    let summed = with_gone(summed, &summed_then);
    let total = merged(summed, &summed_then).into_iter().map(line).collect();
    let split = if question.split.is_some() { split } else { Vec::new() };
    Ok(Counted { question, known, lines, split, total, before, today })
}

fn first(keys: &Keys) -> Keys {
    keys.first().cloned().into_iter().collect()
}

/// The bases of these axes, each once.
fn bases(axes: &[Axis]) -> Vec<Base> {
    let bases: BTreeSet<Base> = axes.iter().map(|it| it.base()).collect();
    bases.into_iter().collect()
}

/// The records that these rows have as their keys of this base.
fn keys_of<'a, Id: std::str::FromStr + Ord>(
    base: Base,
    bases: &[Base],
    rows: impl Iterator<Item = &'a Row>,
) -> BTreeSet<Id> {
    let Some(place) = bases.iter().position(|it| *it == base) else {
        return BTreeSet::new();
    };
    rows.filter_map(|it| it.keys.get(place)?.as_deref()?.parse().ok()).collect()
}

fn rolled(known: &Known, axes: &[Axis], bases: &[Base], rows: Vec<Row>) -> Vec<Row> {
    let place = |axis: &Axis| bases.iter().position(|it| *it == axis.base()).unwrap_or(0);
    let places: Vec<(Axis, usize)> = axes.iter().map(|it| (*it, place(it))).collect();
    roll_up(rows, |keys| {
        let key = |(axis, place): &(Axis, usize)| {
            known.read_off(*axis, keys.get(*place).and_then(Option::as_deref))
        };
        places.iter().map(key).collect()
    })
}

/// The keys that are in the report whether or not anything was counted for them: every part of a
/// period, and everybody who sells. Whoever narrows the report asks about less than everybody.
async fn expected(
    ctx: &Ctx,
    report: &Report,
    known: &Known,
    question: &Question,
    rows: &[Row],
) -> Result<Vec<String>> {
    let by = question.by;
    if by.is_time() {
        let keys = |span: Span| span.months().into_iter().map(|it| by.of_month(&it)).collect();
        let from_rows = || {
            let mut keys = rows.iter().filter_map(|it| it.keys.first()?.clone());
            let first = keys.next()?;
            let last = keys.next_back().unwrap_or_else(|| first.clone());
            between(by, &first, &last)
        };
        return Ok(question.span.map(keys).or_else(from_rows).unwrap_or_default());
    }
    let narrows = |it: &(Axis, Option<String>)| !matches!(it.0.base(), Base::Owner | Base::Month);
    if by.base() != Base::Owner || question.narrow.iter().any(narrows) {
        return Ok(Vec::new());
    }
    let fits = |it: &str| {
        let people = question.narrow.iter().filter(|it| it.0.base() == Base::Owner);
        people.clone().all(|(axis, key)| known.read_off(*axis, Some(it)) == *key)
    };
    let sellers = known.sellers(ctx, report.source.area).await?;
    let sellers = sellers.into_iter().map(|it| it.to_string()).filter(|it| fits(it));
    Ok(sellers.filter_map(|it| known.read_off(by, Some(&it))).collect())
}

/// Every month between two keys of an axis of time, as keys of that axis.
fn between(by: Axis, first: &str, last: &str) -> Option<Vec<String>> {
    let span = Span { from: Span::of_key(by, first)?.from, to: Span::of_key(by, last)?.to };
    Some(span.months().into_iter().map(|it| by.of_month(&it)).collect())
}

/// Rows of an earlier period with the keys of this one: its first month stands beside the first.
fn moved(rows: Vec<Row>, by: Axis, span: Span, earlier: Span) -> Vec<Row> {
    let keys = |of: Span| {
        let mut keys: Vec<String> = of.months().iter().map(|it| by.of_month(it)).collect();
        keys.dedup();
        keys
    };
    let beside: BTreeMap<String, String> = keys(earlier).into_iter().zip(keys(span)).collect();
    roll_up(rows, |key| {
        let mut key = key.clone();
        if let Some(first) = key.first_mut() {
            *first = first.take().and_then(|it| beside.get(&it).cloned());
        }
        key
    })
}

fn line(measures: &[Measure], (row, before): (Row, Option<Row>), compares: bool) -> Line {
    let figures = |parts: &[i128]| measures.iter().map(|it| it.of(parts)).collect();
    let nothing = Vec::new();
    let earlier = before.as_ref().map_or(&nothing, |it| &it.parts);
    Line {
        figures: figures(&row.parts),
        before: compares.then(|| figures(earlier)),
        key: row.keys.into_iter().next().flatten(),
        currency: row.currency,
    }
}

/// In the order that was asked for, stages as deals go through them; of equals by name; what has
/// no key last.
fn sort(lines: &mut [Line], question: &Question, known: &Known, lang: Lang) {
    lines.sort_by_cached_key(|it| {
        let key = it.key.as_deref();
        let weigh = |it: &[Figure]| it.get(question.show).map_or(0, |it| it.weight());
        let before = it.before.as_deref().map_or(0, weigh);
        let weight = question.order.weight(weigh(&it.figures), before);
        let place = known.place_of(question.by, key);
        let name = known.label(question.by, key, lang).to_lowercase();
        (key.is_none(), place, std::cmp::Reverse(weight), name, it.currency.clone())
    });
}
