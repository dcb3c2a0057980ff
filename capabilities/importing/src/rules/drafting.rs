//! A row becomes drafts by the rules of its file.

use std::collections::BTreeMap;

use kernel::access::Role;

use crate::rules::draft::{
    AccountDraft, ContactDraft, DealKind, Draft, OpportunityDraft, PersonDraft, ProductDraft,
    Standing, TargetKind, TeamDraft,
};
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::{
    AccountRules, ContactKey, ContactRules, DEAL_KINDS, FieldRule, FileMapping, Mapping,
    OpportunityRules, PersonKey, PersonRules, ProductRules, ROLES, Rules, STANDINGS, TeamRules,
    same_column,
};
use crate::rules::row::Row;
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;
use crate::rules::survey::Survey;

mod cells;
mod values;

use self::cells::Cells;

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
    /// One for each of the file's rules; none at all when anything is wrong.
    pub drafts: Vec<Draft>,
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
        let mut places = BTreeMap::new();
        for wanted in &file.columns {
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
        let drafts: Vec<Option<Draft>> =
            rules.iter().map(|rules| self.one(*rules, &mut cells)).collect();
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
            .filter_map(|rules| Some((rules.kind(), again.raw(rules.name())?)))
            .collect();
        Drafted { drafts: Vec::new(), attempted, aliases, faults }
    }

    /// The column of the file that a rule reads, as the file writes it.
    pub fn column_of(&self, rule: &FieldRule) -> Option<&str> {
        self.header.get(self.place_of(rule)?).map(String::as_str)
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
            Rules::Account(rules) => account(rules, cells).map(Draft::Account),
            Rules::Contact(rules) => {
                contact(rules, self.mapping.keys.contact, cells).map(Draft::Contact)
            }
            Rules::Opportunity(rules) => opportunity(rules, cells).map(Draft::Opportunity),
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

fn account(rules: &AccountRules, cells: &mut Cells<'_>) -> Option<AccountDraft> {
    let name = cells.required(&rules.name, values::text);
    let industry = cells.said(rules.industry.as_ref(), values::text);
    let founded_year = cells.said(rules.founded_year.as_ref(), values::year);
    let revenue = cells.said(rules.revenue.as_ref(), values::amount);
    let employees = cells.said(rules.employees.as_ref(), values::count);
    let country = cells.said(rules.country.as_ref(), values::country);
    let parent = cells.said(rules.parent.as_ref(), values::text);
    let status = cells.said(rules.status.as_ref(), |_, rule, text| {
        values::word(rule, text, STANDINGS, Standing::from_word)
    });
    let phone = cells.said(rules.phone.as_ref(), values::phone);
    let website = cells.said(rules.website.as_ref(), values::website);
    let owner = cells.said(rules.owner_named(), values::text);
    Some(AccountDraft {
        name: name?,
        industry,
        founded_year,
        revenue,
        employees,
        country,
        parent,
        status,
        phone,
        website,
        owner,
    })
}

fn contact(rules: &ContactRules, key: ContactKey, cells: &mut Cells<'_>) -> Option<ContactDraft> {
    let name = cells.required(&rules.name, values::text);
    let account = cells.required(&rules.account, values::text);
    let email = match (key, &rules.email) {
        (ContactKey::Email, Some(rule)) => cells.required(rule, values::email).into(),
        (_, rule) => cells.said(rule.as_ref(), values::email),
    };
    let phone = match (key, &rules.phone) {
        (ContactKey::Phone, Some(rule)) => cells.required(rule, values::phone).into(),
        (_, rule) => cells.said(rule.as_ref(), values::phone),
    };
    let whatsapp = cells.said(rules.whatsapp.as_ref(), values::phone);
    let post = cells.said(rules.post.as_ref(), values::text);
    Some(ContactDraft { name: name?, account: Said::Is(account?), email, phone, whatsapp, post })
}

fn opportunity(rules: &OpportunityRules, cells: &mut Cells<'_>) -> Option<OpportunityDraft> {
    let external_id = cells.required(&rules.external_id, values::text);
    let agent = cells.required(&rules.agent, values::text);
    let product = cells.said(rules.product.as_ref(), values::text);
    let account = cells.said(rules.account.as_ref(), values::text);
    let stage = cells.required(&rules.stage, values::text);
    let kind = cells.required(&rules.kind, |_, rule, text| {
        values::word(rule, text, DEAL_KINDS, DealKind::from_word)
    });
    let engaged_on = cells.said(rules.engaged_on.as_ref(), values::day);
    let closed_on = cells.said(rules.closed_on.as_ref(), values::day);
    let value = cells.said(rules.value.as_ref(), values::amount);

    // A cell that is there and wrong has its own fault; this is about one that is empty.
    if let (Some(DealKind::Won | DealKind::Lost), Some(rule)) = (kind, &rules.closed_on)
        && cells.raw(rule).is_none()
    {
        cells.fault(rule, RowRefused::ClosedWithoutDay);
    }
    if let (Some(engaged), Some(closed), Some(rule)) =
        (engaged_on.value(), closed_on.value(), &rules.closed_on)
        && closed < engaged
    {
        cells.fault(rule, RowRefused::ClosedBeforeEngaged);
    }
    Some(OpportunityDraft {
        external_id: external_id?,
        agent: agent?,
        product,
        account,
        stage: stage?,
        kind: kind?,
        engaged_on,
        closed_on,
        value,
    })
}
