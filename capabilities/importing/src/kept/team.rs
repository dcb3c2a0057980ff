//! Teams, as an import keeps them.

use frame::Result;
use kernel::TeamId;
use people::team::{Column, Entity, Model};
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{Draft, TargetKind, TeamDraft};

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Team;
    const IMAGE: &'static [Column] = &[Column::Name, Column::ParentId, Column::ManagerId];
    const CREATED: Option<&'static str> = Some("people.team_opened");
    const CHANGED: Option<&'static str> = Some("people.team_changed");

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.name
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        let parent = model.parent_id.and_then(|it| known.name(it.0));
        Draft::Team(TeamDraft { name: model.name.clone(), parent: parent.into() })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: TeamId(beginning.id),
            name: String::new(),
            parent_id: None,
            manager_id: None,
            created_at: beginning.now,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Team(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        known.refer(&mut model.parent_id, TargetKind::Team, &draft.parent)
    }
}
