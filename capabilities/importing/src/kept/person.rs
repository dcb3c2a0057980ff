//! People, as an import keeps them: known, and invited once somebody gives them an address.

use std::collections::BTreeSet;

use frame::{Result, Tx};
use kernel::access::{Role, Roles};
use kernel::{PersonId, TeamId};
use people::PersonStatus;
use people::person::{Column, Entity, Model};
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{Draft, PersonDraft, TargetKind};
use crate::rules::said::Said;

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Person;
    const IMAGE: &'static [Column] =
        &[Column::Name, Column::NameKey, Column::Email, Column::Roles, Column::TeamId];
    const CREATED: Option<&'static str> = Some("people.hired");
    const CHANGED: Option<&'static str> = Some("people.person_changed");

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.name
    }

    fn is_gone(model: &Model) -> bool {
        model.status == PersonStatus::Left
    }

    fn owner(model: &Model) -> Option<PersonId> {
        Some(model.id)
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        Draft::Person(PersonDraft {
            name: model.name.clone(),
            email: model.email.clone().into(),
            team: model.team_id.and_then(|it| known.name(it.0)).into(),
            role: model.roles.0.first().copied().into(),
            manages: known.manages(model.id.0).first().cloned().into(),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: PersonId(beginning.id),
            name: String::new(),
            name_key: String::new(),
            email: None,
            phone: None,
            roles: Roles::default(),
            team_id: None,
            status: PersonStatus::Invited,
            lang: beginning.lang,
            zone: None,
            created_at: beginning.now,
            left_at: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Person(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        model.name_key = frame::text::key(&draft.name);
        draft.email.write(&mut model.email);
        // A role is added to what somebody is: an administrator who also sells stays one.
        if let Said::Is(role) = draft.role
            && !model.roles.has(role)
        {
            model.roles.0.push(role);
        }
        if model.roles.0.is_empty() {
            model.roles = Roles::only(Role::AccountExecutive);
        }
        known.refer::<TeamId>(&mut model.team_id, TargetKind::Team, &draft.team)
    }

    async fn written(tx: &Tx, people: &[Model]) -> Result<()> {
        for person in people {
            people::name_for_sign_in(tx, person).await?;
        }
        Ok(())
    }

    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let ids: BTreeSet<PersonId> = ids.into_iter().map(PersonId).collect();
        people::unhire(tx, &ids).await
    }
}
