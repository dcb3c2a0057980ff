//! The cells of one row, read by the rules of fields; what is wrong is collected, not thrown.

use std::borrow::Cow;

use super::{AliasUse, CellFault, Drafter};
use crate::rules::mapping::{Empty, FieldRule};
use crate::rules::row::Row;
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

pub struct Cells<'a> {
    drafter: &'a Drafter<'a>,
    row: &'a Row,
    faults: Vec<CellFault>,
    aliases: Vec<AliasUse>,
}

impl<'a> Cells<'a> {
    pub const fn new(drafter: &'a Drafter<'a>, row: &'a Row) -> Self {
        Self { drafter, row, faults: Vec::new(), aliases: Vec::new() }
    }

    /// Everything that is wrong, and every alias, each once: several rules may read one cell.
    pub fn finish(mut self) -> (Vec<CellFault>, Vec<AliasUse>) {
        let mut faults: Vec<CellFault> = Vec::new();
        for fault in self.faults {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        self.aliases.sort();
        self.aliases.dedup();
        (faults, self.aliases)
    }

    /// The value of a field that a record must have.
    pub fn required<T>(
        &mut self,
        rule: &FieldRule,
        read: impl FnOnce(&Drafter<'_>, &FieldRule, &str) -> Result<T, RowRefused>,
    ) -> Option<T> {
        let Some(text) = self.raw(rule) else {
            self.fault(rule, RowRefused::Required);
            return None;
        };
        read(self.drafter, rule, &text).map_err(|why| self.fault(rule, why)).ok()
    }

    /// What is said about a field that a record may lack.
    pub fn said<T>(
        &mut self,
        rule: Option<&FieldRule>,
        read: impl FnOnce(&Drafter<'_>, &FieldRule, &str) -> Result<T, RowRefused>,
    ) -> Said<T> {
        // A column that this file does not have says nothing.
        let Some(rule) = rule.filter(|it| self.drafter.is_there(it)) else { return Said::Silent };
        match (self.raw(rule), rule.empty) {
            (Some(text), _) => match read(self.drafter, rule, &text) {
                Ok(value) => Said::Is(value),
                Err(why) => {
                    self.fault(rule, why);
                    Said::Silent
                }
            },
            (None, Empty::Keep) => Said::Silent,
            (None, Empty::Clear) => Said::Nothing,
            (None, Empty::Refuse) => {
                self.fault(rule, RowRefused::Required);
                Said::Silent
            }
        }
    }

    /// The text of a field, aliases and template applied; none when the cell is empty.
    pub fn raw(&mut self, rule: &FieldRule) -> Option<String> {
        let cell = self.cell(rule)?;
        let meant = match rule.aliases.get(&*cell) {
            Some(meant) => {
                let column = self.drafter.column_of(rule).unwrap_or_default().to_owned();
                let from = cell.into_owned();
                self.aliases.push(AliasUse { column, from, to: meant.clone() });
                Cow::Borrowed(meant.as_str())
            }
            None => cell,
        };
        Some(match &rule.template {
            Some(template) => template.replacen("{}", &meant, 1),
            None => meant.into_owned(),
        })
    }

    /// Whether nothing was wrong so far.
    pub const fn are_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Says that the cell of this rule is wrong.
    pub fn fault(&mut self, rule: &FieldRule, why: RowRefused) {
        let column = self.drafter.column_of(rule).map(str::to_owned);
        let value = self.cell(rule).map(Cow::into_owned);
        self.faults.push(CellFault { column, value, why });
    }

    fn cell<'r>(&self, rule: &'r FieldRule) -> Option<Cow<'r, str>>
    where
        'a: 'r,
    {
        let row = self.row;
        let at = |place: Option<usize>| {
            place.and_then(|it| row.cell(it)).map(str::trim).unwrap_or_default()
        };
        let cell = match &rule.always {
            Some(always) => Cow::Borrowed(always.trim()),
            None if rule.also.is_empty() => Cow::Borrowed(at(self.drafter.place_of(rule))),
            None => {
                let first = at(self.drafter.place_of(rule));
                let others = rule.also.iter().map(|it| at(self.drafter.place(it)));
                let parts: Vec<&str> =
                    std::iter::once(first).chain(others).filter(|it| !it.is_empty()).collect();
                Cow::Owned(parts.join(" "))
            }
        };
        let mut instead = rule.instead.iter().map(|it| at(self.drafter.place(it)));
        let cell = if cell.is_empty() {
            instead.find(|it| !it.is_empty()).map_or(cell, Cow::Borrowed)
        } else {
            cell
        };
        Some(cell).filter(|cell| !cell.is_empty())
    }
}
