//! Deals, as an import keeps them.

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Result, Tx};
use kernel::PersonId;
use pipeline::opportunity::{Column, Entity, Model};
use pipeline::pipeline::NEW_BUSINESS;
use pipeline::{FileStage, OpportunityId, OpportunityKind, forget_deals, stage_change};
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
            name: Said::Is(model.name.clone()),
            agent: known.name(model.owner_id.0).unwrap_or_default(),
            product: model.product_id.and_then(|it| known.name(it.0)).into(),
            account: model.account_id.and_then(|it| known.name(it.0)).into(),
            pipeline: Said::Is(known.stages.pipeline_word(&model.pipeline)),
            stage: known.stages.word(&model.pipeline, &model.stage),
            kind: match model.kind {
                OpportunityKind::Open => DealKind::Open,
                OpportunityKind::Won => DealKind::Won,
                OpportunityKind::Lost => DealKind::Lost,
            },
            engaged_on: model.engaged_on.into(),
            closed_on: model.closed_on.into(),
            expected_close_on: model.expected_close_on.into(),
            value: model.value().into(),
            lost_reason: match &model.lost_reason {
                Some(code) => Said::Is(known.reasons.word(code)),
                None => model.lost_note.clone().into(),
            },
            next_step: model.next_step.clone().into(),
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
            category: None,
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
        draft.expected_close_on.write(&mut model.expected_close_on);
        draft.next_step.write(&mut model.next_step);
        draft.value.map(|it| it.amount).write(&mut model.value_amount);
        if let Said::Is(value) = &draft.value {
            model.value_currency.clone_from(&value.currency);
        }
        move_to(model, draft, known)?;
        give_reason(model, draft, known);
        if draft.name.value().is_some() || model.name.is_empty() {
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

    /// The log of its stages goes with it, and what it is found by.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let deals: Vec<OpportunityId> = ids.into_iter().map(OpportunityId).collect();
        stage_change::forget(tx, deals.clone()).await?;
        forget_deals(tx, &deals).await?;
        let these = Column::Id.is_in(deals);
        tx.delete_where::<Entity, _>(Column::CompanyId, these).await?;
        Ok(())
    }
}

/// Puts a deal where the file says, since when the file says; one that stands there already keeps
/// its time and whatever people know of its end, and its pipeline unless the file names one.
fn move_to(model: &mut Model, draft: &OpportunityDraft, known: &Known) -> Result<()> {
    let stage = stage_of(draft, known);
    let FileStage { pipeline, word, kind } = &stage;
    let code = known
        .stages
        .code(&stage)
        .ok_or_else(|| Error::internal(anyhow::anyhow!("no stage is called `{word}`")))?;
    let present = known.stages.word(&model.pipeline, &model.stage);
    let is_there = *pipeline == model.pipeline || known.pipeline_named(draft).is_none();
    if is_there && known.stages.same(&present, &stage) && model.kind == *kind {
        return Ok(());
    }
    let kind = *kind;
    code.clone_into(&mut model.stage);
    pipeline.clone_into(&mut model.pipeline);
    model.kind = kind;
    if kind == OpportunityKind::Open {
        model.closed_on = None;
    }
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
const fn kind_of(kind: DealKind) -> OpportunityKind {
    match kind {
        DealKind::Open => OpportunityKind::Open,
        DealKind::Won => OpportunityKind::Won,
        DealKind::Lost => OpportunityKind::Lost,
    }
}

/// Where a deal stands, as its file says it.
pub fn stage_of(draft: &OpportunityDraft, known: &Known) -> FileStage {
    let pipeline = known.pipeline_named(draft).unwrap_or(NEW_BUSINESS).to_owned();
    FileStage { pipeline, word: draft.stage.clone(), kind: kind_of(draft.kind) }
}

/// One of the company's reasons, where the file calls it so; anything else is a note.
fn give_reason(model: &mut Model, draft: &OpportunityDraft, known: &Known) {
    if model.kind != OpportunityKind::Lost {
        return;
    }
    match &draft.lost_reason {
        Said::Silent => {}
        Said::Nothing => {
            model.lost_reason = None;
            model.lost_note = None;
        }
        Said::Is(word) => {
            model.lost_reason = known.reasons.code(word).map(str::to_owned);
            if model.lost_reason.is_none() {
                model.lost_note = Some(word.clone());
            }
        }
    }
}

/// What people call a deal: as the file does, or by the product and the client.
fn named(draft: &OpportunityDraft) -> String {
    if let Some(name) = draft.name.value() {
        return name.clone();
    }
    match (draft.product.value(), draft.account.value()) {
        (Some(product), Some(account)) => format!("{product} · {account}"),
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => draft.external_id.clone(),
    }
}
