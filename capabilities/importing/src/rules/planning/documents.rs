//! Documents come whole or not at all, fit what is recorded, and take back or pay no more than is
//! left.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::{Day, Exact};

use super::Planner;
use super::record::PlannedRecord;
use crate::rules::document_refused::DocumentRefused;
use crate::rules::documents::{self, Wrong};
use crate::rules::draft::{Client, Draft, Field, InvoiceDraft, PaymentDraft, TargetKind};
use crate::rules::mapping::AccountKey;
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

/// A record, the field at which it is wrong, and why.
type Fault = (usize, Field, RowRefused);

/// The documents that can be taken back or paid, by their numbers.
type Targets<'a> = HashMap<&'a str, Target<'a>>;

/// A document that is recorded, or would be.
struct Target<'a> {
    draft: &'a InvoiceDraft,
    client: String,
    credited: Exact,
    paid: Exact,
}

impl Target<'_> {
    fn total(&self) -> Exact {
        self.draft.total.value().copied().unwrap_or_default()
    }

    /// What is still owed; below zero when it is owed to the client.
    fn open(&self) -> Exact {
        let left = self.total().checked_sub(self.credited);
        left.and_then(|it| it.checked_sub(self.paid)).unwrap_or_default()
    }

    /// The document that a record speaks of is of the same client, in the same currency.
    fn fits(&self, client: &str, currency: &str) -> Result<(), DocumentRefused> {
        if self.client != client {
            return Err(DocumentRefused::OtherClient);
        }
        if self.draft.currency != currency {
            return Err(DocumentRefused::OtherCurrency { currency: self.draft.currency.clone() });
        }
        Ok(())
    }
}

impl<Id: Clone> Planner<'_, Id> {
    /// The numbers of documents and payments that rows speak of.
    pub fn spoken_of(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut invoices, mut payments) = (BTreeSet::new(), BTreeSet::new());
        for record in self.records.iter().filter(|it| it.kind.is_document()) {
            match record.kind {
                TargetKind::Invoice => invoices.insert(record.name().to_owned()),
                _ => payments.insert(record.name().to_owned()),
            };
            for version in record.versions.iter() {
                let draft = version.said.draft();
                let named = draft.references().into_iter();
                let named = named.filter(|it| it.kind == TargetKind::Invoice);
                invoices.extend(named.map(|it| it.name.to_owned()));
            }
        }
        (invoices, payments)
    }

    /// Rejects documents and payments that cannot be recorded; whether there were any.
    pub(super) fn reject_documents(&mut self) -> bool {
        let has_any = |it: &PlannedRecord| it.kind.is_document() && it.standing != 0;
        if !self.records.iter().any(has_any) {
            return false;
        }
        let mut found = false;
        for (record, field, why) in self.documents_at_fault() {
            let rows = self.records[record].rows().filter(|row| self.stands(*row));
            for row in rows.collect::<Vec<_>>() {
                self.reject(row, record, field, why.clone());
                found = true;
            }
        }
        found
    }

    /// Each check is asked only once those before it find nothing: what it would say of documents
    /// that fall anyway is not to be believed.
    fn documents_at_fault(&self) -> Vec<Fault> {
        let (wholes, faults) = self.wholes();
        if !faults.is_empty() {
            return faults;
        }
        let mut targets = self.targets(&wholes);
        let faults = self.credits_at_fault(&wholes, &mut targets);
        if !faults.is_empty() {
            return faults;
        }
        self.payments_at_fault(&wholes, &mut targets)
    }

    /// The documents that stand, whole, with the ids of their clients; and what is wrong with the
    /// others in themselves or next to what is recorded.
    fn wholes(&self) -> (Vec<(usize, Draft, String)>, Vec<Fault>) {
        let accounts = self.accounts_planned();
        let (mut wholes, mut faults) = (Vec::new(), Vec::new());
        for (index, record) in self.records.iter().enumerate() {
            if !record.kind.is_document() || record.standing == 0 {
                continue;
            }
            let has_fallen = record.rows().any(|it| !self.stands(it))
                || self.attempted.contains(&(record.kind, record.key.to_string()));
            let mut files = record.rows().map(|it| self.rows[it].file);
            let first = files.next();
            let judged = if has_fallen {
                Err((Field::Number, DocumentRefused::RowRejected.into()))
            } else if files.any(|it| Some(it) != first) {
                // Two exports that overlap would have each line twice.
                Err((Field::Number, DocumentRefused::InSeveralFiles.into()))
            } else {
                self.judged(record, &accounts)
            };
            match judged {
                Ok((whole, client)) => wholes.push((index, whole, client)),
                Err((field, why)) => faults.push((index, field, why)),
            }
        }
        (wholes, faults)
    }

    fn judged(
        &self,
        record: &PlannedRecord,
        accounts: &HashSet<&str>,
    ) -> Result<(Draft, String), Wrong> {
        let whole = whole(record)?;
        let client = match &whole {
            Draft::Invoice(InvoiceDraft { client, .. })
            | Draft::Payment(PaymentDraft { client, .. }) => client.value(),
            _ => None,
        };
        let client = client.ok_or((Field::Account, RowRefused::Required))?;
        let client = self.client(client, accounts).map_err(|why| (Field::Account, why))?;
        let recorded = self.existing.of_key(record.kind, &record.key);
        let differs = match (&whole, recorded.first().map(|it| &it.draft)) {
            (Draft::Invoice(said), Some(Draft::Invoice(known))) => {
                let is_others = known_client(&known.client) != client;
                documents::differs(said, known).or(is_others.then_some(Field::Account))
            }
            (Draft::Payment(said), Some(Draft::Payment(known))) => {
                let is_others = known_client(&known.client) != client;
                documents::payment_differs(said, known).or(is_others.then_some(Field::Account))
            }
            _ => None,
        };
        match differs {
            Some(field) => Err((field, DocumentRefused::Recorded.into())),
            None => Ok((whole, client)),
        }
    }

    /// Accounts that come with this import, by name.
    fn accounts_planned(&self) -> HashSet<&str> {
        let accounts = self.records.iter();
        let accounts = accounts.filter(|it| it.kind == TargetKind::Account && it.standing != 0);
        accounts.flat_map(|it| it.versions.iter()).map(|it| it.said.name()).collect()
    }

    /// The id of a client; of one that comes with this import, something that is no id.
    fn client(&self, client: &Client, accounts: &HashSet<&str>) -> Result<String, RowRefused> {
        let kind = TargetKind::Account;
        match self.existing.clients.of(client) {
            [one] => Ok(one.clone()),
            [] if client.by == AccountKey::Name && accounts.contains(client.said.as_str()) => {
                Ok(format!("\0{}", client.said))
            }
            [] if client.by == AccountKey::Name => Err(RowRefused::NoSuch { kind }),
            [] => Err(RowRefused::NoSuchClient),
            _ => Err(RowRefused::SeveralSuch { kind }),
        }
    }

    /// All documents that rows may mean: those that are recorded, and those that would be.
    fn targets<'a>(&'a self, wholes: &'a [(usize, Draft, String)]) -> Targets<'a> {
        let mut targets = Targets::new();
        for stored in self.existing.records() {
            let Draft::Invoice(draft) = &stored.draft else { continue };
            let client = known_client(&draft.client);
            let (credited, paid) = (draft.credited, draft.paid);
            targets.insert(&draft.number, Target { draft, client, credited, paid });
        }
        for (_, draft, client) in wholes {
            let Draft::Invoice(draft) = draft else { continue };
            let (credited, paid) = (Exact::ZERO, Exact::ZERO);
            let target = Target { draft, client: client.clone(), credited, paid };
            targets.entry(&draft.number).or_insert(target);
        }
        targets
    }

    fn is_recorded(&self, record: usize) -> bool {
        let PlannedRecord { kind, key, .. } = &self.records[record];
        !self.existing.places_of(*kind, key).is_empty()
    }

    /// Documents that take back what is not theirs, or more than is left. Of several that would
    /// together take too much nobody can know which is right: all of them stay out.
    fn credits_at_fault(
        &self,
        wholes: &[(usize, Draft, String)],
        targets: &mut Targets<'_>,
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut takers: BTreeMap<&str, Vec<(usize, Exact)>> = BTreeMap::new();
        for (record, draft, client) in wholes {
            let Draft::Invoice(draft) = draft else { continue };
            let Some(number) = draft.cancels.value().filter(|_| !self.is_recorded(*record)) else {
                continue;
            };
            let Some(target) = targets.get(number.as_str()) else { continue };
            if let Err(why) = target.fits(client, &draft.currency) {
                faults.push((*record, Field::Cancels, why.into()));
                continue;
            }
            let taken = draft.total.value().and_then(|it| it.checked_neg()).unwrap_or_default();
            takers.entry(number).or_default().push((*record, taken));
        }
        for (number, takers) in takers {
            let Some(target) = targets.get_mut(number) else { continue };
            let left = target.total().checked_sub(target.credited).unwrap_or_default();
            let taken = Exact::sum(takers.iter().map(|it| it.1));
            if let Some(taken) = taken.filter(|it| *it <= left) {
                target.credited = target.credited.checked_add(taken).unwrap_or_default();
            } else {
                let why = || RowRefused::from(DocumentRefused::CreditTooMuch { left });
                faults.extend(takers.iter().map(|it| (it.0, Field::Cancels, why())));
            }
            // What takes back is used up by what it takes back.
            for (record, taken) in &takers {
                let number = &*self.records[*record].key;
                if let Some(taker) = targets.get_mut(number) {
                    taker.credited = taken.checked_neg().unwrap_or_default();
                }
            }
        }
        faults
    }

    /// Payments of what is not theirs, or of more than is left, in the order in which they were
    /// made.
    fn payments_at_fault(
        &self,
        wholes: &[(usize, Draft, String)],
        targets: &mut Targets<'_>,
    ) -> Vec<Fault> {
        let mut new: Vec<(Day, &PaymentDraft, usize, &str)> = Vec::new();
        for (record, draft, client) in wholes {
            let Draft::Payment(draft) = draft else { continue };
            if let Some(day) = draft.day.value().filter(|_| !self.is_recorded(*record)) {
                new.push((*day, draft, *record, client.as_str()));
            }
        }
        new.sort_by(|one, other| (one.0, &one.1.number).cmp(&(other.0, &other.1.number)));
        let mut faults = Vec::new();
        for (_, payment, record, client) in new {
            if let Err((field, why)) = paid(payment, client, targets) {
                faults.push((record, field, why.into()));
            }
        }
        faults
    }
}

/// The id of whose a recorded document is.
fn known_client(client: &Said<Client>) -> String {
    client.value().map(|it| it.said.clone()).unwrap_or_default()
}

/// Sets a payment against what it pays, if it may; as the ledger does.
fn paid(
    payment: &PaymentDraft,
    client: &str,
    targets: &mut Targets<'_>,
) -> Result<(), (Field, DocumentRefused)> {
    let parts = || payment.parts.iter().filter_map(|it| Some((it.pays.as_deref()?, it.amount)));
    for (number, amount) in parts() {
        let Some(target) = targets.get(number) else { continue };
        target.fits(client, &payment.currency).map_err(|why| (Field::Pays, why))?;
        // Money that comes pays what is owed, or takes back what was paid back; and the reverse.
        let (open, back) = (target.open().0, target.paid.0.saturating_neg());
        let left = if amount.is_negative() { open.min(back).min(0) } else { open.max(back).max(0) };
        if left.unsigned_abs() < amount.0.unsigned_abs() {
            return Err((Field::Amount, DocumentRefused::PaidTooMuch { left: Exact(left) }));
        }
    }
    for (number, amount) in parts() {
        if let Some(target) = targets.get_mut(number) {
            target.paid = target.paid.checked_add(amount).unwrap_or_default();
        }
    }
    Ok(())
}

/// What all rows of a document or a payment say together.
pub(super) fn whole(record: &PlannedRecord) -> Result<Draft, Wrong> {
    let rows: Vec<Draft> = record.versions.iter().map(|it| it.said.draft()).collect();
    if record.kind == TargetKind::Payment {
        let parts = rows.iter().filter_map(|it| match it {
            Draft::Payment(part) => Some(part),
            _ => None,
        });
        return documents::payment(&parts.collect::<Vec<_>>()).map(Draft::Payment);
    }
    let parts = rows.iter().filter_map(|it| match it {
        Draft::Invoice(part) => Some(part),
        _ => None,
    });
    documents::invoice(&parts.collect::<Vec<_>>()).map(Draft::Invoice)
}
