//! A checklist goes again while no client was welcomed by it.

use frame::{Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde_json::json;

use crate::{onboarding, template, template_step};

/// Takes a checklist back; answers no if a client is or was welcomed by it.
pub async fn remove_template(tx: &Tx, code: &str) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = template::all(tx).await?;
    let Some(template) = known.iter().find(|it| it.code == code) else { return Ok(true) };
    let used = tx
        .whole_company::<onboarding::Entity>()
        .filter(onboarding::Column::Template.eq(code))
        .limit(1);
    if used.one(&**tx).await?.is_some() {
        return Ok(false);
    }
    let steps = template_step::Column::Template.eq(code);
    let company = template_step::Column::CompanyId;
    tx.delete_where::<template_step::Entity, _>(company, steps).await?;
    let this = template::Column::Code.eq(code);
    tx.delete_where::<template::Entity, _>(template::Column::CompanyId, this).await?;
    tx.record(
        Event::of("onboarding.template_removed", "company", tx.actor.company)
            .with("code", template.code.clone())
            .with("label", json!({ "id": template.label_id, "en": template.label_en })),
    );
    Ok(true)
}
