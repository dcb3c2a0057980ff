//! Deals, as an import keeps them.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Result, Tx};
use kernel::PersonId;
use pipeline::opportunity::{Column, Entity, Model};
use pipeline::pipeline::NEW_BUSINESS;
use pipeline::{OpportunityId, OpportunityKind, stage_change};
use sea_orm::ColumnTrait;
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
        Column::Name,
        Column::NameKey,
        Column::Pipeline,
        Column::Stage,
        Column::Kind,
        Column::StageSince,
        Column::EngagedOn,
        Column::ClosedOn,
        Column::ExpectedCloseOn,
        Column::ValueAmount,
        Column::ValueCurrency,
        Column::NextStep,
        Column::NextStepOn,
        Column::LostReason,
        Column::LostNote,
        Column::WonBy,
        Column::HiddenAt,
    ];
    const TOUCHED: Option<Column> = Some(Column::UpdatedAt);
    const CREATED: Option<&'static str> = None;
    const CHANGED: Option<&'static str> = None;

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    /// By which files know it. A deal that people opened here has no such name, and no file
    /// speaks of it.
    fn name(model: &Model) -> &str {
        model.external_key.as_deref().unwrap_or_default()
    }

    fn owner(model: &Model) -> Option<PersonId> {
        Some(model.owner_id)
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        Draft::Opportunity(OpportunityDraft {
            external_id: Self::name(model).to_owned(),
            agent: known.name(model.owner_id.0).unwrap_or_default(),
            product: model.product_id.and_then(|it| known.name(it.0)).into(),
            account: model.account_id.and_then(|it| known.name(it.0)).into(),
            stage: known.stages.word(&model.stage),
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
            external_key: None,
            name: String::new(),
            name_key: String::new(),
            pipeline: NEW_BUSINESS.to_owned(),
            stage: String::new(),
            kind: OpportunityKind::Open,
            stage_since: beginning.now,
            engaged_on: None,
            closed_on: None,
            expected_close_on: None,
            value_amount: None,
            value_currency: String::new(),
            next_step: None,
            next_step_on: None,
            lost_reason: None,
            lost_note: None,
            won_by: None,
            created_at: beginning.now,
            updated_at: beginning.now,
            version: 1,
            hidden_at: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Opportunity(draft) = draft else { return Err(other_kind()) };
        model.external_key = Some(draft.external_id.clone());
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
        move_to(model, draft, known)?;
        if model.name.is_empty() {
            model.name = named(draft);
            model.name_key = frame::text::key(&model.name);
        }
        Ok(())
    }

    /// What an import does is a change like others: it counts, and the log of stages keeps it.
    async fn written(tx: &Tx, deals: &[Model]) -> Result<()> {
        stage_change::catch_up(tx, deals).await?;
        let ids = deals.iter().filter(|it| it.created_at != tx.now).map(|it| it.id);
        let ids: Vec<OpportunityId> = ids.collect();
        if ids.is_empty() {
            return Ok(());
        }
        let next = sea_orm::sea_query::ExprTrait::add(Column::Version.into_expr(), 1_i64);
        let values = vec![(Column::Version, next)];
        tx.update_where::<Entity, _>(Column::CompanyId, Column::Id.is_in(ids), values).await?;
        Ok(())
    }

    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let deals: Vec<OpportunityId> = ids.into_iter().map(OpportunityId).collect();
        stage_change::forget(tx, deals.clone()).await?;
        let these = Column::Id.is_in(deals);
        tx.delete_where::<Entity, _>(Column::CompanyId, these).await?;
        Ok(())
    }
}

/// Puts a deal where the file says, since when the file says; one that stands there already keeps
/// its pipeline, its time and whatever people know of its end.
fn move_to(model: &mut Model, draft: &OpportunityDraft, known: &Known) -> Result<()> {
    let kind = kind_of(draft.kind);
    let code = known
        .stages
        .code(&draft.stage, kind)
        .ok_or_else(|| Error::internal(anyhow::anyhow!("no stage is called `{}`", draft.stage)))?;
    let stands = known.stages.same(&known.stages.word(&model.stage), &draft.stage, kind);
    if stands && model.kind == kind {
        return Ok(());
    }
    code.clone_into(&mut model.stage);
    NEW_BUSINESS.clone_into(&mut model.pipeline);
    model.kind = kind;
    let since = match kind {
        OpportunityKind::Open => model.engaged_on,
        OpportunityKind::Won | OpportunityKind::Lost => model.closed_on.or(model.engaged_on),
    };
    if let Some(day) = since {
        model.stage_since = day.start(&known.zone);
    }
    model.won_by = (kind == OpportunityKind::Won).then_some(model.owner_id);
    if kind != OpportunityKind::Lost {
        model.lost_reason = None;
        model.lost_note = None;
    }
    Ok(())
}

/// How a deal stands, as a file says it.
pub const fn kind_of(kind: DealKind) -> OpportunityKind {
    match kind {
        DealKind::Open => OpportunityKind::Open,
        DealKind::Won => OpportunityKind::Won,
        DealKind::Lost => OpportunityKind::Lost,
    }
}

/// What people call a deal of which a file knows a product and a client.
fn named(draft: &OpportunityDraft) -> String {
    match (draft.product.value(), draft.account.value()) {
        (Some(product), Some(account)) => format!("{product} · {account}"),
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => draft.external_id.clone(),
    }
}
