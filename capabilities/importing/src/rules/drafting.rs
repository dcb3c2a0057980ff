//! A row becomes drafts by the rules of its file.

use std::collections::BTreeMap;

use kernel::access::Role;

use crate::rules::draft::{Draft, PersonDraft, ProductDraft, ProspectDraft, TargetKind, TeamDraft};
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::{
    FieldRule, FileMapping, Mapping, Only, PersonKey, PersonRules, ProductRules, ProspectRules,
    ROLES, Rules, TeamRules, same_column,
};
use crate::rules::row::Row;
use crate::rules::row_refused::RowRefused;
use crate::rules::survey::Survey;

mod cells;
mod clients;
mod deals;
mod documents;
mod values;

use self::cells::Cells;
use self::clients::{account, contact};
use self::deals::opportunity;
use self::documents::{invoice, payment};

/// A cell that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    pub column: Option<String>,
    pub value: Option<String>,
    pub why: RowRefused,
}

/// Another spelling that was understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AliasUse {
    pub column: String,
    pub from: String,
    pub to: String,
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafted {
    /// With the place of the file's rule that each is made by; none at all when anything is wrong.
    pub drafts: Vec<(usize, Draft)>,
    /// The records that the row would have spoken of, had nothing been wrong.
    pub attempted: Vec<(TargetKind, String)>,
    pub aliases: Vec<AliasUse>,
    pub faults: Vec<CellFault>,
}

/// Knows where the columns of one file stand.
pub struct Drafter<'a> {
    pub mapping: &'a Mapping,
    pub file: &'a FileMapping,
    places: BTreeMap<&'a str, usize>,
    header: Vec<String>,
}

impl<'a> Drafter<'a> {
    /// Refuses a file that lacks a column which the mapping reads, or has it twice.
    pub fn new(
        mapping: &'a Mapping,
        file: &'a FileMapping,
        survey: &Survey,
    ) -> Result<Self, FileRefused> {
        let missing = file.missing(&survey.columns);
        if !missing.is_empty() {
            return Err(FileRefused::ColumnsMissing { columns: missing.join(", ") });
        }
        for rules in file.rules() {
            let codes = rules.custom().into_iter().flat_map(BTreeMap::keys);
            let mut unknown = codes.filter(|it| mapping.own.field(rules.kind(), it).is_none());
            if let Some(code) = unknown.next() {
                return Err(FileRefused::OwnFieldUnknown { field: code.clone() });
            }
        }
        let mut places = BTreeMap::new();
        for wanted in file.all_columns() {
            let mut found = (0..survey.columns.len())
                .filter(|index| same_column(&survey.columns[*index], wanted));
            if let Some(index) = found.next() {
                places.insert(wanted.as_str(), index);
            }
            if found.next().is_some() {
                return Err(FileRefused::ColumnTwice { column: wanted.clone() });
            }
        }
        Ok(Self { mapping, file, places, header: survey.columns.clone() })
    }

    /// The drafts of a row, or all that is wrong with it.
    pub fn draft(&self, row: &Row) -> Drafted {
        let mut cells = Cells::new(self, row);
        if let Some(why) = self.ragged(row) {
            let whole_row = CellFault { column: None, value: None, why };
            return Drafted { faults: vec![whole_row], ..Drafted::default() };
        }
        let rules = self.file.rules();
        let rules: Vec<(usize, Rules<'_>)> =
            rules.into_iter().enumerate().filter(|it| self.means(it.1, row)).collect();
        if rules.is_empty() {
            return Drafted { faults: vec![self.meant_by_none(row)], ..Drafted::default() };
        }
        let drafts: Vec<Option<(usize, Draft)>> = rules
            .iter()
            .map(|(place, rules)| Some((*place, self.one(*rules, &mut cells)?)))
            .collect();
        let (faults, aliases) = cells.finish();
        if faults.is_empty() {
            return Drafted {
                drafts: drafts.into_iter().flatten().collect(),
                aliases,
                ..Drafted::default()
            };
        }
        let mut again = Cells::new(self, row);
        let attempted = rules
            .iter()
            .filter_map(|(_, rules)| Some((rules.kind(), again.raw(rules.name())?)))
            .collect();
        Drafted { drafts: Vec::new(), attempted, aliases, faults }
    }

    /// Whether a rule is for this row.
    fn means(&self, rules: Rules<'_>, row: &Row) -> bool {
        let cell = |column: &str| self.place(column).and_then(|it| row.cell(it));
        rules.only().iter().all(|it| it.means(cell(&it.column).unwrap_or_default()))
    }

    /// A row of which nobody can tell what it is.
    fn meant_by_none(&self, row: &Row) -> CellFault {
        let rules = self.file.rules();
        let only: Vec<&Only> = rules.iter().flat_map(|it| it.only()).collect();
        let place = only.first().and_then(|it| self.place(&it.column));
        let known: Vec<&str> = only.iter().flat_map(|it| &it.is).map(String::as_str).collect();
        CellFault {
            column: place.and_then(|it| self.header.get(it)).cloned(),
            value: place.and_then(|it| row.cell(it)).map(str::to_owned),
            why: RowRefused::NotListed { known: known.join(", ") },
        }
    }

    /// The column of the file that a rule reads, as the file writes it.
    pub fn column_of(&self, rule: &FieldRule) -> Option<&str> {
        self.header.get(self.place_of(rule)?).map(String::as_str)
    }

    /// Whether the file has what a rule reads, or the rule needs no column.
    fn is_there(&self, rule: &FieldRule) -> bool {
        let mut columns = rule.column.iter().chain(&rule.also);
        rule.always.is_some() || columns.any(|it| self.place(it).is_some())
    }

    /// Of amounts of which the row says no other.
    pub fn currency(&self) -> &str {
        self.file.currency.as_ref().unwrap_or(&self.mapping.currency)
    }

    fn place_of(&self, rule: &FieldRule) -> Option<usize> {
        self.place(rule.column.as_deref()?)
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.places.get(column).copied()
    }

    /// Empty cells beyond the last column are what spreadsheets leave; anything else is a row
    /// whose cells may stand under the wrong names.
    fn ragged(&self, row: &Row) -> Option<RowRefused> {
        let (expected, found) = (self.header.len(), row.len());
        let is_whole = expected <= found && row.cells().skip(expected).all(str::is_empty);
        (!is_whole).then_some(RowRefused::Ragged { expected, found })
    }

    fn one(&self, rules: Rules<'_>, cells: &mut Cells<'_>) -> Option<Draft> {
        match rules {
            Rules::Team(rules) => team(rules, cells).map(Draft::Team),
            Rules::Person(rules) => {
                person(rules, self.mapping.keys.person, cells).map(Draft::Person)
            }
            Rules::Product(rules) => product(rules, cells).map(Draft::Product),
            Rules::Account(rules) => account(rules, self, cells).map(Draft::Account),
            Rules::Contact(rules) => contact(rules, self, cells).map(Draft::Contact),
            Rules::Opportunity(rules) => opportunity(rules, cells).map(Draft::Opportunity),
            Rules::Prospect(rules) => prospect(rules, cells).map(Draft::Prospect),
            Rules::Invoice(rules) => invoice(rules, self, cells).map(Draft::Invoice),
            Rules::Payment(rules) => payment(rules, self, cells).map(Draft::Payment),
        }
    }
}

fn team(rules: &TeamRules, cells: &mut Cells<'_>) -> Option<TeamDraft> {
    let name = cells.required(&rules.name, values::text);
    let parent = cells.said(rules.parent.as_ref(), values::text);
    Some(TeamDraft { name: name?, parent })
}

fn person(rules: &PersonRules, key: PersonKey, cells: &mut Cells<'_>) -> Option<PersonDraft> {
    let name = cells.required(&rules.name, values::text);
    let email = match (key, &rules.email) {
        (PersonKey::Email, Some(rule)) => cells.required(rule, values::email).into(),
        (_, rule) => cells.said(rule.as_ref(), values::email),
    };
    let team = cells.said(rules.team.as_ref(), values::text);
    let role = cells.said(rules.role.as_ref(), |_, rule, text| {
        values::word(rule, text, ROLES, Role::from_word)
    });
    let manages = cells.said(rules.manages.as_ref(), values::text);
    Some(PersonDraft { name: name?, email, team, role, manages })
}

fn product(rules: &ProductRules, cells: &mut Cells<'_>) -> Option<ProductDraft> {
    let name = cells.required(&rules.name, values::text);
    let series = cells.said(rules.series.as_ref(), values::text);
    let price = cells.required(&rules.price, values::amount);
    Some(ProductDraft { name: name?, series, price: price? })
}

fn prospect(rules: &ProspectRules, cells: &mut Cells<'_>) -> Option<ProspectDraft> {
    let name = cells.required(&rules.name, values::text);
    let draft = ProspectDraft {
        name: String::new(),
        external_id: cells.said(rules.external_id.as_ref(), values::text),
        contact_name: cells.said(rules.contact_name.as_ref(), values::text),
        post: cells.said(rules.post.as_ref(), values::text),
        phone: cells.said(rules.phone.as_ref(), values::phone),
        email: cells.said(rules.email.as_ref(), values::email),
        street: cells.said(rules.street.as_ref(), values::text),
        city: cells.said(rules.city.as_ref(), values::text),
        province: cells.said(rules.province.as_ref(), values::text),
        industry: cells.said(rules.industry.as_ref(), values::text),
        source: cells.said(rules.source.as_ref(), values::text),
        owner: cells.said(rules.owner.as_ref(), values::text),
        value: cells.said(rules.value.as_ref(), values::amount),
        note: cells.said(rules.note.as_ref(), values::note),
    };
    Some(ProspectDraft { name: name?, ..draft })
}
