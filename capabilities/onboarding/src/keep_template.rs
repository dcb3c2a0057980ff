//! A company settles how its new clients are welcomed.

use accounts::rules::naming::{free_code, labelled};
use frame::{Error, Event, Result, Tx, text};
use kernel::access::{Act, Area, Role};
use kernel::{PersonId, Refusal};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde_json::json;

use crate::rules::{MOST_DAYS, MOST_STEPS, OnboardingRefused, StepKind, Whose};
use crate::template::{self, ActiveModel, Model};
use crate::template_step;

/// A checklist, as it is settled.
#[derive(Clone, Debug, Default)]
pub struct TemplateFields {
    pub label_id: String,
    pub label_en: String,
    pub industries: Vec<String>,
    pub retired: bool,
    pub steps: Vec<StepFields>,
}

/// A step of it.
#[derive(Clone, Debug)]
pub struct StepFields {
    pub kind: StepKind,
    pub label_id: String,
    pub label_en: String,
    pub days: i32,
    pub whose: Whose,
    pub role: Option<Role>,
    pub person: Option<PersonId>,
}

impl TemplateFields {
    /// Fit to store, or every fault at once.
    async fn checked(mut self, tx: &Tx) -> Result<Self> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        match labelled(&self.label_id, &self.label_en) {
            Some((id, en)) => (self.label_id, self.label_en) = (id, en),
            None => faults.push(Box::new(OnboardingRefused::NoLabel("label_id"))),
        }
        self.industries = self.industries.iter().filter_map(|it| text::line(it)).collect();
        if self.steps.is_empty() {
            faults.push(Box::new(OnboardingRefused::NoSteps));
        }
        if MOST_STEPS < self.steps.len() {
            faults.push(Box::new(OnboardingRefused::TooManySteps));
        }
        for step in &mut self.steps {
            match labelled(&step.label_id, &step.label_en) {
                Some((id, en)) => (step.label_id, step.label_en) = (id, en),
                None => faults.push(Box::new(OnboardingRefused::NoLabel("step"))),
            }
            if !(0..=MOST_DAYS).contains(&step.days) {
                faults.push(Box::new(OnboardingRefused::NoDays));
            }
            let named = match step.whose {
                Whose::Owner => true,
                Whose::Role => step.role.is_some(),
                Whose::Person => works_here(tx, step.person).await?,
            };
            if !named {
                faults.push(Box::new(OnboardingRefused::NoOwner));
            }
            step.role = step.role.filter(|_| step.whose == Whose::Role);
            step.person = step.person.filter(|_| step.whose == Whose::Person);
        }
        if faults.is_empty() { Ok(self) } else { Err(Error::Invalid(faults)) }
    }
}

async fn works_here(tx: &Tx, person: Option<PersonId>) -> Result<bool> {
    let Some(person) = person else { return Ok(false) };
    let person = tx
        .whole_company::<person::Entity>()
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::Status.ne(PersonStatus::Left));
    Ok(person.one(&**tx).await?.is_some())
}

/// Adds a checklist behind the others.
pub async fn add_template(tx: &Tx, new: TemplateFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let fields = new.checked(tx).await?;
    let known = template::all(tx).await?;
    let kept = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(free_code(&fields.label_en, known.iter().map(|it| it.code.as_str()))),
            label_id: Set(fields.label_id),
            label_en: Set(fields.label_en),
            industries: Set(fields.industries.join("\n")),
            position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
            retired_at: Set(fields.retired.then_some(tx.now)),
        })
        .await?;
    keep_steps(tx, &kept.code, fields.steps).await?;
    tx.record(event(tx, &kept));
    Ok(kept)
}

/// Changes a checklist. Clients who are being welcomed keep the steps that they have.
pub async fn change_template(tx: &Tx, code: &str, new: TemplateFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = template::get(tx, code).await?;
    let fields = new.checked(tx).await?;
    let retired_at = before.retired_at.unwrap_or(tx.now);
    let mut row = before.clone().into_active_model();
    row.label_id = Set(fields.label_id);
    row.label_en = Set(fields.label_en);
    row.industries = Set(fields.industries.join("\n"));
    row.retired_at = Set(fields.retired.then_some(retired_at));
    let after = tx.update(row).await?;
    keep_steps(tx, code, fields.steps).await?;
    tx.record(
        event(tx, &after)
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("industries", before.industries, after.industries.clone())
            .change("retired", before.retired_at.is_some(), after.retired_at.is_some()),
    );
    Ok(after)
}

async fn keep_steps(tx: &Tx, code: &str, steps: Vec<StepFields>) -> Result<()> {
    let of_it = template_step::Column::Template.eq(code);
    let company = template_step::Column::CompanyId;
    tx.delete_where::<template_step::Entity, _>(company, of_it).await?;
    let rows = (1..).zip(steps).map(|(position, it)| template_step::ActiveModel {
        company_id: Set(tx.actor.company),
        template: Set(code.to_owned()),
        position: Set(position),
        kind: Set(it.kind),
        label_id: Set(it.label_id),
        label_en: Set(it.label_en),
        days: Set(it.days),
        whose: Set(it.whose),
        role: Set(it.role),
        person_id: Set(it.person),
    });
    tx.insert_all(rows.collect()).await
}

/// A list is the company's, and a checklist has no id of its own.
fn event(tx: &Tx, template: &Model) -> Event {
    Event::of("onboarding.template_kept", "company", tx.actor.company)
        .with("code", template.code.clone())
        .with("label", json!({ "id": template.label_id, "en": template.label_en }))
}
