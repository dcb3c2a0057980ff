//! Deals, as an import keeps them.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Result};
use kernel::PersonId;
use pipeline::opportunity::{Column, Entity, Model};
use pipeline::{OpportunityId, OpportunityKind};
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{DealKind, Draft, OpportunityDraft, TargetKind};
use crate::rules::said::Said;

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Opportunity;
    const IMAGE: &'static [Column] = &[
        Column::OwnerId,
        Column::AccountId,
        Column::ProductId,
        Column::ExternalKey,
        Column::Stage,
        Column::Kind,
        Column::EngagedOn,
        Column::ClosedOn,
        Column::ValueAmount,
        Column::ValueCurrency,
    ];
    const CREATED: Option<&'static str> = None;
    const CHANGED: Option<&'static str> = None;

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.external_key
    }

    fn owner(model: &Model) -> Option<PersonId> {
        Some(model.owner_id)
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        Draft::Opportunity(OpportunityDraft {
            external_id: model.external_key.clone(),
            agent: known.name(model.owner_id.0).unwrap_or_default(),
            product: model.product_id.and_then(|it| known.name(it.0)).into(),
            account: model.account_id.and_then(|it| known.name(it.0)).into(),
            stage: model.stage.clone(),
            kind: match model.kind {
                OpportunityKind::Open => DealKind::Open,
                OpportunityKind::Won => DealKind::Won,
                OpportunityKind::Lost => DealKind::Lost,
            },
            engaged_on: model.engaged_on.into(),
            closed_on: model.closed_on.into(),
            value: model.value().into(),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: OpportunityId(beginning.id),
            owner_id: PersonId(Uuid::nil()),
            account_id: None,
            product_id: None,
            external_key: String::new(),
            stage: String::new(),
            kind: OpportunityKind::Open,
            engaged_on: None,
            closed_on: None,
            value_amount: None,
            value_currency: String::new(),
            created_at: beginning.now,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Opportunity(draft) = draft else { return Err(other_kind()) };
        model.external_key.clone_from(&draft.external_id);
        model.stage.clone_from(&draft.stage);
        model.kind = match draft.kind {
            DealKind::Open => OpportunityKind::Open,
            DealKind::Won => OpportunityKind::Won,
            DealKind::Lost => OpportunityKind::Lost,
        };
        let owner = known.id(TargetKind::Person, &draft.agent);
        model.owner_id = owner.map(PersonId).ok_or_else(|| {
            Error::internal(anyhow::anyhow!("nobody is called `{}`", draft.agent))
        })?;
        known.refer::<ProductId>(&mut model.product_id, TargetKind::Product, &draft.product)?;
        known.refer::<AccountId>(&mut model.account_id, TargetKind::Account, &draft.account)?;
        draft.engaged_on.write(&mut model.engaged_on);
        draft.closed_on.write(&mut model.closed_on);
        draft.value.map(|it| it.amount).write(&mut model.value_amount);
        if let Said::Is(value) = &draft.value {
            model.value_currency.clone_from(&value.currency);
        }
        Ok(())
    }
}
