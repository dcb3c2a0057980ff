//! What somebody asks of a report, as the address says it.

use frame::{Error, Result};
use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::report::Report;
use crate::rules::{Axis, Compare, NONE, Order, Span, Within};

/// The word for no comparison, and the one that leaves house accounts out.
pub const NOT_COMPARED: &str = "none";
pub const WITHOUT: &str = "without";

/// Whoever bought nothing for longer was no client of this company.
const MOST_DAYS: i64 = 3_650;

/// How a report is asked; what is empty is as the report has it. An axis narrows the report to one
/// key: `product=…`; `-` stands for "has none".
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Asked {
    /// `this-month`, `last-month`, `next-month`, `this-quarter`, `last-quarter`, `next-quarter`, `this-year`, `last-year`,
    /// `twelve-months` or `all`.
    #[param(
        pattern = "^(this-month|last-month|this-quarter|last-quarter|this-year|last-year|twelve-months|all)?$"
    )]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub within: String,
    /// The first day, instead of `within`.
    #[param(value_type = Option<Day>)]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The last day, included.
    #[param(value_type = Option<Day>)]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// `before` or `year-before`; `none` where the report compares unless told.
    #[param(pattern = "^(before|year-before|none)?$")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub compare: String,
    /// The axis of the rows: `person`, `team`, `office`, `manager`, `account`, `industry`,
    /// `country`, `tier`, `product`, `series`, `stage`, `pipeline`, `invoice_country`, `month`, `quarter` or `year`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// An axis of columns, for the measure that is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub split: String,
    /// The measure that is drawn and orders the rows.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub show: String,
    /// `most`; or `fallen` and `grown`, against the period before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// After so many days without a purchase a client counts as silent.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub days: String,
    /// `without` leaves out the house accounts of the ledger.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub house: String,
    /// ISO 4217.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub person: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub team: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub office: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub manager: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub account: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub industry: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tier: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub product: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub series: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stage: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pipeline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub invoice_country: String,
    /// `2017-03`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub month: String,
    /// `2017-Q1`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quarter: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year: String,
}

/// The same, understood.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Question {
    /// None when days were named.
    pub within: Option<Within>,
    /// None for all of time.
    pub span: Option<Span>,
    pub compare: Option<Compare>,
    pub by: Axis,
    pub split: Option<Axis>,
    /// The place of the measure that is shown.
    pub show: usize,
    pub order: Order,
    /// After so many days without a purchase a client counts as silent.
    pub days: i64,
    pub without_houses: bool,
    pub currency: Option<String>,
    /// What it is narrowed to.
    pub narrow: Vec<(Axis, Option<String>)>,
}

impl Asked {
    /// What of this report is asked for on this day.
    pub fn understood(&self, report: &Report, today: Day) -> Result<Question> {
        let axis = |name: &str, word: &str| {
            let of_it = |it: &Axis| report.source.axes.contains(it);
            read(name, word, |it| Axis::from_word(it).filter(of_it))
        };
        let (within, span) = self.period(report, today)?;
        let measures = report.source.measures;
        let show = read("show", &self.show, |it| measures.iter().position(|of| of.word == it))?;
        let by = axis("by", &self.by)?.unwrap_or(report.by);
        let mut narrow = Vec::new();
        for &of in Axis::ALL {
            let Some(key) = Some(self.key(of).trim()).filter(|it| !it.is_empty()) else { continue };
            axis(of.word(), of.word())?;
            narrow.push((of, (key != NONE).then(|| key.to_owned())));
        }
        let compare = match self.compare.trim() {
            "" => report.compare,
            NOT_COMPARED => None,
            word => read("compare", word, Compare::from_word)?,
        };
        let compare = compare.filter(|_| span.is_some());
        let order = read("order", &self.order, Order::from_word)?.unwrap_or(report.order);
        let house = read("house", &self.house, |it| (it == WITHOUT).then_some(()))?;
        Ok(Question {
            within,
            span,
            compare,
            order: if compare.is_some() { order } else { Order::Most },
            days: self.days(report)?,
            without_houses: house.is_some(),
            by,
            split: axis("split", &self.split)?.filter(|it| *it != by),
            show: show.unwrap_or(report.show),
            currency: read("currency", &self.currency, |it| Some(it.to_owned()))?,
            narrow,
        })
    }

    fn days(&self, report: &Report) -> Result<i64> {
        let some = |it: &str| it.parse().ok().filter(|it| (1..=MOST_DAYS).contains(it));
        let days = read("days", &self.days, some)?;
        Ok(days.or(report.source.silent_days).unwrap_or_default())
    }

    fn period(&self, report: &Report, today: Day) -> Result<(Option<Within>, Option<Span>)> {
        let day = |name: &str, text: &str| read(name, text, |it| it.parse::<Day>().ok());
        let (from, to) = (day("from", &self.from)?, day("to", &self.to)?);
        let within = read("within", &self.within, Within::from_word)?;
        match (within, from.or(to)) {
            (None, Some(one)) => {
                let (from, to) = (from.unwrap_or(one), to.unwrap_or(one));
                // Whoever typed them the wrong way round meant what is between them.
                Ok((None, Some(Span { from: from.min(to), to: from.max(to) })))
            }
            (within, _) => {
                let within = within.unwrap_or(report.within);
                Ok((Some(within), within.span(today)))
            }
        }
    }

    fn key(&self, axis: Axis) -> &str {
        match axis {
            Axis::Person => &self.person,
            Axis::Team => &self.team,
            Axis::Office => &self.office,
            Axis::Manager => &self.manager,
            Axis::Account => &self.account,
            Axis::Industry => &self.industry,
            Axis::Country => &self.country,
            Axis::Tier => &self.tier,
            Axis::Product => &self.product,
            Axis::Series => &self.series,
            Axis::Stage => &self.stage,
            Axis::Pipeline => &self.pipeline,
            Axis::InvoiceCountry => &self.invoice_country,
            Axis::Month => &self.month,
            Axis::Quarter => &self.quarter,
            Axis::Year => &self.year,
        }
    }

    /// The same question, narrowed to this key of this axis, or with that axis free again.
    #[must_use]
    pub fn narrowed(&self, axis: Axis, key: &str) -> Self {
        let mut asked = self.clone();
        let field = match axis {
            Axis::Person => &mut asked.person,
            Axis::Team => &mut asked.team,
            Axis::Office => &mut asked.office,
            Axis::Manager => &mut asked.manager,
            Axis::Account => &mut asked.account,
            Axis::Industry => &mut asked.industry,
            Axis::Country => &mut asked.country,
            Axis::Tier => &mut asked.tier,
            Axis::Product => &mut asked.product,
            Axis::Series => &mut asked.series,
            Axis::Stage => &mut asked.stage,
            Axis::Pipeline => &mut asked.pipeline,
            Axis::InvoiceCountry => &mut asked.invoice_country,
            Axis::Month => &mut asked.month,
            Axis::Quarter => &mut asked.quarter,
            Axis::Year => &mut asked.year,
        };
        key.clone_into(field);
        asked
    }

    /// The narrowed axes as they stand in the address, for a form that asks on.
    pub fn narrowing(&self) -> Vec<(&'static str, &str)> {
        let axes = Axis::ALL.iter().map(|it| (it.word(), self.key(*it)));
        axes.filter(|it| !it.1.is_empty()).collect()
    }
}

/// A key as it stands in an address.
pub fn in_address(key: Option<&str>) -> &str {
    key.unwrap_or(NONE)
}

fn read<T>(name: &str, text: &str, as_what: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let malformed = || Error::Malformed(format!("`{name}` cannot be {text:?}"));
    as_what(text).map(Some).ok_or_else(malformed)
}
