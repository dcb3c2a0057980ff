//! Draws the reporting line anew after the tree has changed.

use std::collections::BTreeSet;

use frame::{Result, Tx, line};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::{person, team};

/// Makes the stored line follow from teams and people; only what differs is written.
#[expect(clippy::disallowed_methods, reason = "the line is the frame's, and drawn here")]
pub async fn draw_line(tx: &Tx) -> Result<()> {
    let company = tx.actor.company;
    let teams = tx.whole_company::<team::Entity>().all(&**tx).await?;
    let people = tx.whole_company::<person::Entity>().all(&**tx).await?;
    let branches: Vec<_> = teams.iter().map(team::Model::branch).collect();
    let members: Vec<_> = people.iter().map(|it| (it.id, it.team_id)).collect();
    let wanted = crate::rules::line(&branches, &members);

    let stored = line::Entity::find().filter(line::Column::CompanyId.eq(company));
    let stored = stored.all(&**tx).await?;
    let stored: BTreeSet<_> = stored.iter().map(|it| (it.manager_id, it.person_id)).collect();
    for (manager, person) in stored.difference(&wanted) {
        let gone = Condition::all()
            .add(line::Column::ManagerId.eq(*manager))
            .add(line::Column::PersonId.eq(*person));
        tx.delete_where::<line::Entity, _>(line::Column::CompanyId, gone).await?;
    }
    let added = wanted.difference(&stored).map(|&(manager_id, person_id)| line::ActiveModel {
        company_id: Set(company),
        manager_id: Set(manager_id),
        person_id: Set(person_id),
    });
    tx.insert_all(added.collect()).await
}
