//! An outcome goes again while no visit has ended so.

use frame::{Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::{outcome, visit};

/// Takes an outcome back; answers no if a visit ended so.
pub async fn remove_outcome(tx: &Tx, code: &str) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = outcome::all(tx).await?;
    let Some(outcome) = known.iter().find(|it| it.code == code) else { return Ok(true) };
    let used = tx.whole_company::<visit::Entity>().filter(visit::Column::Outcome.eq(code)).limit(1);
    if used.one(&**tx).await?.is_some() {
        return Ok(false);
    }
    let this = outcome::Column::Code.eq(code);
    tx.delete_where::<outcome::Entity, _>(outcome::Column::CompanyId, this).await?;
    tx.record(
        Event::of("visits.outcome_removed", "company", tx.actor.company)
            .with("code", outcome.code.clone())
            .with("label_id", outcome.label_id.clone())
            .with("label_en", outcome.label_en.clone()),
    );
    Ok(true)
}
