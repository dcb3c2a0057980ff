//! A row becomes a deal.

use super::cells::Cells;
use super::values;
use crate::rules::draft::{DealKind, OpportunityDraft};
use crate::rules::mapping::{DEAL_KINDS, OpportunityRules};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

pub fn opportunity(rules: &OpportunityRules, cells: &mut Cells<'_>) -> Option<OpportunityDraft> {
    let external_id = cells.required(&rules.external_id, values::text);
    let agent = cells.required(&rules.agent, values::text);
    let stage = cells.required(&rules.stage, values::text);
    let kind = cells.required(&rules.kind, |_, rule, text| {
        values::word(rule, text, DEAL_KINDS, DealKind::from_word)
    });
    let engaged_on = cells.said(rules.engaged_on.as_ref(), values::day);
    let close_on = cells.said(rules.closed_on.as_ref(), values::day);
    let expected = cells.said(rules.expected_close_on.as_ref(), values::day);
    let lost_reason = cells.said(rules.lost_reason.as_ref(), values::line);
    let said = OpportunityDraft {
        name: cells.said(rules.name.as_ref(), values::text),
        product: cells.said(rules.product.as_ref(), values::text),
        account: cells.said(rules.account.as_ref(), values::text),
        pipeline: cells.said(rules.pipeline.as_ref(), values::text),
        value: cells.said(rules.value.as_ref(), values::amount),
        next_step: cells.said(rules.next_step.as_ref(), values::line),
        ..OpportunityDraft::of(String::new(), String::new(), String::new(), DealKind::Open)
    };

    let is_closed = matches!(kind, Some(DealKind::Won | DealKind::Lost));
    // A cell that is there and wrong has its own fault; this is about one that is empty.
    if let Some(rule) = rules.closed_on.as_ref().filter(|_| is_closed)
        && cells.raw(rule).is_none()
    {
        cells.fault(rule, RowRefused::ClosedWithoutDay);
    }
    if let (Some(engaged), Some(closed), Some(rule)) =
        (engaged_on.value(), close_on.value(), &rules.closed_on)
        && is_closed
        && closed < engaged
    {
        cells.fault(rule, RowRefused::ClosedBeforeEngaged);
    }
    let (closed_on, expected_close_on) = if is_closed {
        closed(close_on, expected, rules.closed_on.is_some())
    } else {
        open(close_on, expected)
    };
    Some(OpportunityDraft {
        external_id: external_id?,
        agent: agent?,
        stage: stage?,
        kind: kind?,
        engaged_on,
        closed_on,
        expected_close_on,
        lost_reason: if kind == Some(DealKind::Lost) { lost_reason } else { Said::Silent },
        ..said
    })
}

/// Other systems have one date of closing: for a deal that is open it is what people expect.
fn open<T>(close: Said<T>, expected: Said<T>) -> (Said<T>, Said<T>) {
    match (&close, &expected) {
        (Said::Is(_), Said::Is(_)) => (Said::Nothing, expected),
        (Said::Is(_), _) => (Said::Nothing, close),
        // An empty cell says that it is not closed, and nothing of what people expect.
        _ => (close, expected),
    }
}

/// Where a file has no other day, a deal that ended did so when it was expected to.
fn closed<T: Clone>(close: Said<T>, expected: Said<T>, is_told: bool) -> (Said<T>, Said<T>) {
    let close = if is_told { close } else { expected.clone() };
    (close, expected)
}
