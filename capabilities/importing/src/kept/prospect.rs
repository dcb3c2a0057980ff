//! Those who may become clients, as an import keeps them.

use frame::{Result, Tx};
use kernel::PersonId;
use prospects::choice::List;
use prospects::prospect::{Column, Entity, Model};
use prospects::{ProspectId, ProspectStatus, forget, settle_imported};
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{Draft, ProspectDraft, TargetKind};
use crate::rules::said::Said;

/// Where those come from of whom a file says nothing.
const IMPORT: &str = "import";
const OTHER: &str = "other";

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Prospect;
    /// Whose it is goes its own way: rules hand it out, and people hand it on.
    const IMAGE: &'static [Column] = &[
        Column::Name,
        Column::NameKey,
        Column::ContactName,
        Column::ContactRole,
        Column::Phone,
        Column::Email,
        Column::Street,
        Column::City,
        Column::Province,
        Column::Industry,
        Column::Source,
        Column::ExternalKey,
        Column::Note,
        Column::Status,
        Column::ValueAmount,
        Column::ValueCurrency,
        Column::AccountId,
        Column::HiddenAt,
    ];
    const TOUCHED: Option<Column> = Some(Column::UpdatedAt);
    const CREATED: Option<&'static str> = Some("prospects.imported");
    const CHANGED: Option<&'static str> = None;

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.name
    }

    fn is_gone(model: &Model) -> bool {
        model.hidden_at.is_some()
    }

    fn owner(model: &Model) -> Option<PersonId> {
        model.owner_id
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        Draft::Prospect(ProspectDraft {
            name: model.name.clone(),
            external_id: model.external_key.clone().into(),
            contact_name: model.contact_name.clone().into(),
            post: model.contact_role.clone().into(),
            phone: model.phone.clone().into(),
            email: model.email.clone().into(),
            street: model.street.clone().into(),
            city: model.city.clone().into(),
            province: model.province.clone().into(),
            industry: model.industry.clone().into(),
            source: Said::Is(model.source.clone()),
            owner: model.owner_id.and_then(|it| known.name(it.0)).into(),
            value: model.value().into(),
            note: model.note.clone().into(),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: ProspectId(beginning.id),
            owner_id: None,
            name: String::new(),
            name_key: String::new(),
            contact_name: None,
            contact_role: None,
            phone: None,
            email: None,
            street: None,
            city: None,
            province: None,
            industry: None,
            source: String::new(),
            external_key: None,
            note: None,
            status: ProspectStatus::New,
            reason: None,
            reason_note: None,
            value_amount: None,
            value_currency: String::new(),
            next_step: None,
            next_step_on: None,
            account_id: None,
            contact_id: None,
            opportunity_id: None,
            made_account: false,
            made_contact: false,
            converted_at: None,
            converted_by: None,
            created_at: beginning.now,
            created_by: None,
            updated_at: beginning.now,
            version: 1,
            hidden_at: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Prospect(draft) = draft else { return Err(other_kind()) };
        let is_new = model.name.is_empty();
        model.name.clone_from(&draft.name);
        model.name_key = frame::text::key(&draft.name);
        draft.external_id.write(&mut model.external_key);
        draft.contact_name.write(&mut model.contact_name);
        draft.post.write(&mut model.contact_role);
        draft.phone.write(&mut model.phone);
        draft.email.write(&mut model.email);
        draft.street.write(&mut model.street);
        draft.city.write(&mut model.city);
        draft.province.write(&mut model.province);
        draft.industry.write(&mut model.industry);
        draft.value.map(|it| it.amount).write(&mut model.value_amount);
        if let Said::Is(value) = &draft.value {
            model.value_currency.clone_from(&value.currency);
        }
        if is_new {
            begin(model, draft, known)?;
        }
        Ok(())
    }

    async fn written(tx: &Tx, prospects: &[Model]) -> Result<()> {
        settle_imported(tx, prospects).await
    }

    /// What it is found by goes with it, and whose it was.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        forget(tx, ids.into_iter().map(ProspectId).collect()).await
    }
}

/// What is written once: whose it is, where it came from, and what was noted.
fn begin(model: &mut Model, draft: &ProspectDraft, known: &Known) -> Result<()> {
    known.refer(&mut model.owner_id, TargetKind::Person, &draft.owner)?;
    draft.note.write(&mut model.note);
    if model.value_currency.is_empty() {
        model.value_currency.clone_from(&known.currency);
    }
    let offered = |code: &str| known.sources.offered(List::Source).any(|it| it.code == code);
    let usual = if offered(IMPORT) { IMPORT } else { OTHER };
    let said = draft.source.value();
    let meant = said.and_then(|it| known.sources.meant(List::Source, it));
    if let (Some(said), None) = (said, &meant) {
        // A word that the company does not have is kept as it came.
        let noted = model.note.take();
        model.note = Some(noted.map_or_else(|| said.clone(), |it| format!("{it}\n{said}")));
    }
    model.source = meant.unwrap_or_else(|| usual.to_owned());
    Ok(())
}
