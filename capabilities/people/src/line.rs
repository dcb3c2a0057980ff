//! Draws the reporting line anew after the tree has changed.

use std::collections::BTreeSet;

use frame::{Ctx, Result, Tx, line};
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::{person, team};

/// Makes the stored line follow from teams and people; only what differs is written.
pub async fn draw_line(tx: &Tx) -> Result<()> {
    let (wanted, stored) = both(tx).await?;
    for (manager, person) in stored.difference(&wanted) {
        let gone = Condition::all()
            .add(line::Column::ManagerId.eq(*manager))
            .add(line::Column::PersonId.eq(*person));
        tx.delete_where::<line::Entity, _>(line::Column::CompanyId, gone).await?;
    }
    let added = wanted.difference(&stored).map(|&(manager_id, person_id)| line::ActiveModel {
        company_id: Set(tx.actor.company),
        manager_id: Set(manager_id),
        person_id: Set(person_id),
    });
    tx.insert_all(added.collect()).await
}

/// How many rows of the stored line do not follow from teams and people, or are missing.
pub async fn line_faults(ctx: &Ctx) -> Result<usize> {
    let (wanted, stored) = both(ctx).await?;
    Ok(wanted.symmetric_difference(&stored).count())
}

type Line = BTreeSet<(PersonId, PersonId)>;

/// The line as it should be, and as it is stored.
#[expect(clippy::disallowed_methods, reason = "the line is the frame's, and drawn here")]
async fn both(ctx: &Ctx) -> Result<(Line, Line)> {
    let teams = ctx.whole_company::<team::Entity>().all(ctx).await?;
    let people = ctx.whole_company::<person::Entity>().all(ctx).await?;
    let branches: Vec<_> = teams.iter().map(team::Model::branch).collect();
    let members: Vec<_> = people.iter().map(|it| (it.id, it.team_id)).collect();
    let wanted = crate::rules::line(&branches, &members);

    let stored = line::Entity::find().filter(line::Column::CompanyId.eq(ctx.actor.company));
    let stored = stored.all(ctx).await?;
    Ok((wanted, stored.iter().map(|it| (it.manager_id, it.person_id)).collect()))
}
