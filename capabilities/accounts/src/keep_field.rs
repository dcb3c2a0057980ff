//! A company settles what it writes down of its clients and contacts beside what everybody does.

use frame::{Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;

use crate::custom_field::{self, ActiveModel, CustomFieldId, FieldRecord, Model};
use crate::fields::Faults;
use crate::rules::client_refused::{ClientRefused, LONGEST_LABEL};
use crate::rules::custom::{
    Choice, Circle, FieldKind, FieldLimits, LONGEST_HELP, MOST_CHOICES, MOST_FIELDS,
};
use crate::rules::naming::{free_code, labelled};

/// A field, as it is settled.
#[derive(Clone, Debug)]
pub struct FieldSettings {
    pub label_id: String,
    pub label_en: String,
    pub help_id: String,
    pub help_en: String,
    /// What there is to choose from; one without a code is new.
    pub choices: Vec<Choice>,
    /// What it may hold from now on; what it holds already stays.
    pub limits: FieldLimits,
    pub required: bool,
    pub in_list: bool,
    pub seen_by: Circle,
    pub kept_by: Circle,
    /// Removed, with its values, until it comes back.
    pub hidden: bool,
}

/// Adds a field behind the others. What it holds never changes.
pub async fn add_field(
    tx: &Tx,
    record: FieldRecord,
    kind: FieldKind,
    new: FieldSettings,
) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let new = checked(new, kind, &[])?;
    let known = custom_field::all(tx, record).await?;
    room_for_one(&known)?;

    let codes = known.iter().map(|it| it.code.as_str());
    let field = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            record: Set(record),
            code: Set(free_code(&new.label_en, codes)),
            kind: Set(kind),
            label_id: Set(new.label_id),
            label_en: Set(new.label_en),
            help_id: Set(new.help_id),
            help_en: Set(new.help_en),
            choices: Set(serde_json::to_string(&new.choices)?),
            limits: Set(serde_json::to_string(&new.limits)?),
            required: Set(new.required),
            in_list: Set(new.in_list),
            seen_by: Set(new.seen_by),
            kept_by: Set(new.kept_by),
            position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
            created_at: Set(tx.now),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(&field));
    Ok(field)
}

/// Changes a field: its values stay, whatever it is called; removed, it hides with them.
pub async fn change_field(tx: &Tx, id: CustomFieldId, new: FieldSettings) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let before = custom_field::get(tx, id).await?;
    let new = checked(new, before.kind, &before.choices())?;
    if before.hidden_at.is_some() && !new.hidden {
        room_for_one(&custom_field::all(tx, before.record).await?)?;
    }

    let mut row = before.clone().into_active_model();
    row.label_id = Set(new.label_id);
    row.label_en = Set(new.label_en);
    row.help_id = Set(new.help_id);
    row.help_en = Set(new.help_en);
    row.choices = Set(serde_json::to_string(&new.choices)?);
    row.limits = Set(serde_json::to_string(&new.limits)?);
    row.required = Set(new.required);
    row.in_list = Set(new.in_list);
    row.seen_by = Set(new.seen_by);
    row.kept_by = Set(new.kept_by);
    row.hidden_at = Set(new.hidden.then(|| before.hidden_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(&after)
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("choices", before.choices, after.choices.clone())
            .change("limits", before.limits, after.limits.clone())
            .change("required", before.required, after.required)
            .change("in_list", before.in_list, after.in_list)
            .change("seen_by", before.seen_by.word(), after.seen_by.word())
            .change("kept_by", before.kept_by.word(), after.kept_by.word())
            .change("hidden", before.hidden_at.is_some(), after.hidden_at.is_some()),
    );
    Ok(after)
}

/// Lets a field change places with its neighbour in force.
pub async fn move_field(tx: &Tx, id: CustomFieldId, earlier: bool) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let field = custom_field::get(tx, id).await?;
    let mut all = custom_field::all(tx, field.record).await?;
    all.retain(|it| it.hidden_at.is_none());
    let at = all.iter().position(|it| it.id == id).ok_or(Error::NotFound)?;
    let other = if earlier { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.and_then(|it| all.get(it)) else { return Ok(()) };

    for (one, position) in [(&field, other.position), (other, field.position)] {
        let mut row = one.clone().into_active_model();
        row.position = Set(position);
        tx.update(row).await?;
    }
    tx.record(event(&field).change("position", field.position, other.position));
    Ok(())
}

fn room_for_one(known: &[Model]) -> Result<()> {
    let in_force = known.iter().filter(|it| it.hidden_at.is_none()).count();
    if MOST_FIELDS <= in_force {
        return Err(Error::refused(ClientRefused::TooManyFields));
    }
    Ok(())
}

fn checked(new: FieldSettings, kind: FieldKind, known: &[Choice]) -> Result<FieldSettings> {
    let mut faults = Faults::default();
    let labels = labelled(&new.label_id, &new.label_en);
    faults.unless(labels.is_some(), ClientRefused::NoLabel);
    let help_id = text::line(&new.help_id).unwrap_or_default();
    let help_en = text::line(&new.help_en).unwrap_or_else(|| help_id.clone());
    let short = [&help_id, &help_en].iter().all(|it| it.chars().count() <= LONGEST_HELP);
    faults.unless(short, ClientRefused::HelpTooLong);
    let choices = if kind.has_choices() { choices(new.choices, known) } else { Some(Vec::new()) };
    let enough = |it: &Vec<Choice>| {
        let offered = it.iter().filter(|it| !it.hidden).count();
        !kind.has_choices() || (1..=MOST_CHOICES).contains(&offered)
    };
    faults.unless(choices.as_ref().is_some_and(enough), ClientRefused::NoChoices);
    let limits = new.limits.tidied();
    for refused in limits.faults(kind) {
        faults.unless(false, refused);
    }
    // Whoever may change a value must see it.
    let sees = new.seen_by == Circle::Everybody
        || new.kept_by == new.seen_by
        || new.kept_by == Circle::Administrators;
    faults.unless(sees, ClientRefused::KeptUnseen);
    faults.none()?;
    let (label_id, label_en) = labels.unwrap_or_default();
    let choices = choices.unwrap_or_default();
    Ok(FieldSettings { label_id, label_en, help_id, help_en, choices, limits, ..new })
}

/// What there is to choose from: those known stay with their codes, hidden where they are offered
/// no more; a new one gets a code. None where one is called nothing, or twice the same.
fn choices(wanted: Vec<Choice>, known: &[Choice]) -> Option<Vec<Choice>> {
    let mut all: Vec<Choice> = Vec::new();
    for it in wanted {
        let (id, en) = labelled(&it.id, &it.en)?;
        let known_code = known.iter().any(|known| known.code == it.code);
        let taken = known.iter().chain(&all).map(|it| it.code.as_str());
        let code = if known_code { it.code } else { free_code(&en, taken) };
        if all.iter().any(|it| it.code == code || text::key(&it.id) == text::key(&id)) {
            return None;
        }
        all.push(Choice { code, id, en, hidden: it.hidden });
    }
    for it in known {
        if all.iter().all(|other| other.code != it.code) {
            all.push(Choice { hidden: true, ..it.clone() });
        }
    }
    all.iter().all(|it| it.id.chars().count() <= LONGEST_LABEL).then_some(all)
}

fn event(field: &Model) -> Event {
    Event::of("accounts.field_kept", "custom-field", field.id)
        .with("code", field.code.clone())
        .with("record", field.record.word())
        .with("kind", field.kind.word())
        .with("label", json!({ "id": field.label_id, "en": field.label_en }))
}
