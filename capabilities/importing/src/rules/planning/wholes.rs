//! What a row says may be right cell by cell, and make no sense together with what is stored.

use super::Planner;
use crate::own;
use crate::rules::draft::{AccountDraft, ContactDraft, Draft, Field, TargetKind};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

/// A field, the code of one of the company's own, and what is wrong there.
type Wrong = (Field, Option<String>, RowRefused);

impl<Id: Clone> Planner<'_, Id> {
    /// Rejects clients and people who would not be whole.
    pub(super) fn reject_wholes(&mut self) {
        let mut wrong: Vec<(usize, Vec<usize>, Wrong)> = Vec::new();
        for (index, record) in self.records.iter().enumerate() {
            if !matches!(record.kind, TargetKind::Account | TargetKind::Contact) {
                continue;
            }
            let stored = self.existing.of_key(record.kind, &record.key);
            let stored = stored.first().map(|it| &it.draft);
            for version in record.versions.iter() {
                for fault in self.faults_of(&version.said.draft(), stored) {
                    wrong.push((index, version.rows().collect(), fault));
                }
            }
        }
        for (record, rows, (field, own, why)) in wrong {
            for row in rows {
                self.reject_in(row, record, (field, own.as_deref()), why.clone());
            }
        }
    }

    fn faults_of(&self, draft: &Draft, stored: Option<&Draft>) -> Vec<Wrong> {
        let mut faults = match (draft, stored) {
            (Draft::Account(said), Some(Draft::Account(was))) => of_account(said, was),
            (Draft::Account(said), _) => of_account(said, &AccountDraft::default()),
            (Draft::Contact(said), Some(Draft::Contact(was))) => of_contact(said, was),
            (Draft::Contact(said), _) => of_contact(said, &ContactDraft::default()),
            _ => return Vec::new(),
        };
        faults.extend(self.of_own(draft, stored));
        faults
    }

    /// A field that must be filled in is, nobody is given a choice that is offered no more, and what
    /// is written anew is within the limits of its field.
    fn of_own(&self, draft: &Draft, stored: Option<&Draft>) -> Vec<Wrong> {
        let mut faults = Vec::new();
        for (code, said) in draft.custom().into_iter().flatten() {
            let Some(field) = self.mapping.own.field(draft.kind(), code) else { continue };
            let was = stored.and_then(Draft::custom).and_then(|it| it.get(code));
            let was = was.and_then(Said::value).map_or("", String::as_str);
            let why = match said {
                Said::Silent if field.required && stored.is_none() => RowRefused::Required,
                Said::Is(value) => {
                    let had = own::retired(field, was);
                    let mut given = own::retired(field, value).into_iter();
                    let why = if given.any(|it| !had.contains(&it)) {
                        Some(RowRefused::ChoiceRetired)
                    } else if value == was {
                        None
                    } else {
                        self.mapping.own.beyond(field, value)
                    };
                    let Some(why) = why else { continue };
                    why
                }
                _ => continue,
            };
            faults.push((Field::Custom, Some(code.clone()), why));
        }
        faults
    }
}

/// What a field is once a row has said its say.
fn after<'a, T>(said: &'a Said<T>, was: &'a Said<T>) -> Option<&'a T> {
    match said {
        Said::Silent => was.value(),
        Said::Nothing => None,
        Said::Is(value) => Some(value),
    }
}

/// An address is somewhere: the same that its form asks for.
fn of_account(said: &AccountDraft, was: &AccountDraft) -> Vec<Wrong> {
    if said.address().iter().all(|it| it.is_silent()) {
        return Vec::new();
    }
    let parts = std::iter::zip(said.address(), was.address());
    let parts: Vec<Option<&String>> = parts.map(|(said, was)| after(said, was)).collect();
    let is_nothing = parts.iter().all(Option::is_none);
    let is_somewhere = matches!(parts[..], [Some(_), ..] | [_, Some(_), ..] | [.., Some(_)]);
    if is_somewhere || is_nothing {
        return Vec::new();
    }
    let fields = [Field::Street, Field::City, Field::Province, Field::Postcode];
    let spoken = std::iter::zip(fields, said.address()).find(|(_, said)| said.value().is_some());
    vec![(spoken.map_or(Field::Street, |it| it.0), None, RowRefused::AddressNowhere)]
}

/// Whoever prefers a way has it, and a consent has a day and a note, not they a consent.
fn of_contact(said: &ContactDraft, was: &ContactDraft) -> Vec<Wrong> {
    let mut faults = Vec::new();
    let has = |said: &Said<String>, was: &Said<String>| after(said, was).is_some();
    let phone = has(&said.phone, &was.phone);
    let is_reached = match said.channel.value().map(String::as_str) {
        Some("phone") => phone,
        Some("whatsapp") => phone || has(&said.whatsapp, &was.whatsapp),
        Some("email") => has(&said.email, &was.email),
        _ => true,
    };
    if !is_reached {
        faults.push((Field::Channel, None, RowRefused::NoWayToReach));
    }
    if !has(&said.consent, &was.consent) {
        if said.consent_on.value().is_some() {
            faults.push((Field::ConsentOn, None, RowRefused::ConsentMissing));
        } else if said.consent_note.value().is_some() {
            faults.push((Field::ConsentNote, None, RowRefused::ConsentMissing));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str) -> Said<String> {
        Said::Is(text.to_owned())
    }

    #[test]
    fn an_address_is_somewhere_once_a_row_has_said_its_say() {
        let nowhere = AccountDraft { postcode: is("12150"), ..AccountDraft::default() };
        let stored = AccountDraft { city: is("Bogor"), ..AccountDraft::default() };
        let cleared = AccountDraft { city: Said::Nothing, ..AccountDraft::default() };

        assert_eq!(
            of_account(&nowhere, &AccountDraft::default()),
            [(Field::Postcode, None, RowRefused::AddressNowhere)]
        );
        assert_eq!(of_account(&nowhere, &stored), []);
        assert_eq!(of_account(&cleared, &stored), [], "it goes as a whole");
        let left = AccountDraft { postcode: is("12150"), ..stored };
        assert_eq!(of_account(&cleared, &left).len(), 1);
    }

    #[test]
    fn whoever_prefers_a_way_has_it() {
        let said = ContactDraft { channel: is("whatsapp"), ..ContactDraft::default() };
        let stored = ContactDraft { phone: is("+62811"), ..ContactDraft::default() };

        assert_eq!(of_contact(&said, &ContactDraft::default()).len(), 1);
        assert_eq!(of_contact(&said, &stored), []);
    }

    #[test]
    fn a_note_needs_a_consent() {
        let said = ContactDraft { consent_note: is("formulir"), ..ContactDraft::default() };
        let stored = ContactDraft { consent: is("given"), ..ContactDraft::default() };

        assert_eq!(
            of_contact(&said, &ContactDraft::default()),
            [(Field::ConsentNote, None, RowRefused::ConsentMissing)]
        );
        assert_eq!(of_contact(&said, &stored), []);
    }
}
