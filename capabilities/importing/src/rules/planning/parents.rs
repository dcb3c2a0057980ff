//! Nobody stands above themselves.

use std::collections::{HashMap, HashSet};

use super::Planner;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

/// Teams and accounts, and the one above each.
type Above = HashMap<(TargetKind, String), String>;

impl<Id: Clone> Planner<'_, Id> {
    /// Rejects the rows that would close a circle of parents; whether there were any.
    pub(super) fn reject_circles(&mut self) -> bool {
        let above = self.above();
        let circles = circles(&above);
        if circles.is_empty() {
            return false;
        }
        let mut found = false;
        let called: HashSet<(TargetKind, String)> = circles.into_iter().collect();
        for record in 0..self.records.len() {
            let (kind, name) = (self.records[record].kind, self.records[record].name());
            if !called.contains(&(kind, name.to_owned())) {
                continue;
            }
            let rows = self.records[record].rows().filter(|row| self.stands(*row));
            for row in rows.collect::<Vec<_>>() {
                self.reject(row, record, Field::Parent, RowRefused::AboveItself { kind });
                found = true;
            }
        }
        found
    }

    /// Planned records in an order in which parents come first, by kind and then as they were
    /// read.
    pub(super) fn parents_first(&self) -> Vec<usize> {
        let above = self.above();
        let mut depths: HashMap<(TargetKind, String), usize> = HashMap::new();
        let mut order: Vec<(TargetKind, usize, usize)> = Vec::new();
        for (index, record) in self.records.iter().enumerate() {
            if self.is_planned(index) {
                let name = || (record.kind, record.name().to_owned());
                // Few records have another above them, and most files none at all.
                let is_below = !above.is_empty() && above.contains_key(&name());
                let depth = if is_below { depth_of(&name(), &above, &mut depths) } else { 0 };
                order.push((record.kind, depth, index));
            }
        }
        order.sort_unstable();
        order.into_iter().map(|(_, _, index)| index).collect()
    }

    /// The parents as they would be: planned where something is said, stored where not.
    fn above(&self) -> Above {
        let mut above = Above::new();
        for stored in self.existing.records() {
            if let Some(Said::Is(parent)) = stored.draft.parent() {
                let name = stored.draft.name().to_owned();
                above.insert((stored.draft.kind(), name), parent.clone());
            }
        }
        for (index, record) in self.records.iter().enumerate() {
            let Some(only) = record.versions.only() else { continue };
            let Some(said) = only.said.parent().filter(|_| self.is_planned(index)) else {
                continue;
            };
            if said.is_silent() {
                continue;
            }
            let name = (record.kind, only.said.name().to_owned());
            match said {
                Said::Is(parent) => above.insert(name, parent.to_owned()),
                Said::Nothing => above.remove(&name),
                Said::Silent => None,
            };
        }
        above
    }
}

/// Everything that stands on a circle.
fn circles(above: &Above) -> Vec<(TargetKind, String)> {
    let mut walks: HashMap<(TargetKind, &str), usize> = HashMap::new();
    let mut found = Vec::new();
    for (walk, (kind, name)) in above.keys().enumerate() {
        let mut path = Vec::new();
        let mut next = Some(name.as_str());
        while let Some(name) = next {
            match walks.get(&(*kind, name)) {
                None => {
                    walks.insert((*kind, name), walk);
                    path.push(name);
                    next = above.get(&(*kind, name.to_owned())).map(String::as_str);
                }
                Some(seen) => {
                    // Met on this very walk: from there on the path is a circle.
                    if *seen == walk {
                        let circle = path.into_iter().skip_while(|it| *it != name);
                        found.extend(circle.map(|name| (*kind, name.to_owned())));
                    }
                    break;
                }
            }
        }
    }
    found
}

/// How many stand above; there are no circles any more.
fn depth_of(
    of: &(TargetKind, String),
    above: &Above,
    depths: &mut HashMap<(TargetKind, String), usize>,
) -> usize {
    let mut path = vec![of.clone()];
    let known = loop {
        let Some(last) = path.last() else { break 0 };
        if let Some(depth) = depths.get(last) {
            let depth = *depth;
            path.pop();
            break depth + 1;
        }
        match above.get(last) {
            // What is stored may be wrong; a plan must end all the same.
            Some(parent) if path.len() <= above.len() => path.push((of.0, parent.clone())),
            _ => break 0,
        }
    };
    for (steps, name) in path.into_iter().rev().enumerate() {
        depths.insert(name, known + steps);
    }
    depths.get(of).copied().unwrap_or_default()
}
