//! People at accounts, as an import keeps them.

use std::collections::HashMap;

use accounts::contact::{Column, Entity, Model};
use accounts::custom_value::Of;
use accounts::rules::reaching::{Channel, Consent};
use accounts::{AccountId, ContactId, FieldRecord, account_contact};
use frame::{Ctx, Owned, Result, Tx};
use kernel::Day;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{Beginning, Hung, Kept, hung, other_kind};
use crate::known::Known;
use crate::rules::draft::{ContactDraft, Draft, TargetKind};
use crate::rules::said::Said;
use crate::rules::undoing::Image;

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Contact;
    const IMAGE: &'static [Column] = &[
        Column::Name,
        Column::NameKey,
        Column::Phone,
        Column::Whatsapp,
        Column::Email,
        Column::Channel,
        Column::Birthday,
        Column::Consent,
        Column::ConsentOn,
        Column::ConsentNote,
        Column::ExternalKey,
    ];
    const TOUCHED: Option<Column> = Some(Column::UpdatedAt);
    const CREATED: Option<&'static str> = Some("importing.contact_created");
    const CHANGED: Option<&'static str> = Some("importing.contact_changed");

    fn uuid(model: &Model) -> Uuid {
        model.id.0
    }

    fn name(model: &Model) -> &str {
        &model.name
    }

    fn is_gone(model: &Model) -> bool {
        model.hidden_at.is_some()
    }

    /// Where somebody is, their posts tell: the account is said by whoever asks for a key.
    fn draft(model: &Model, known: &Known) -> Draft {
        Draft::Contact(ContactDraft {
            name: model.name.clone(),
            account: Said::Nothing,
            id: Said::Is(model.id.to_string()),
            external_id: model.external_key.clone().into(),
            email: model.email.clone().into(),
            phone: model.phone.clone().into(),
            whatsapp: model.whatsapp.clone().into(),
            post: Said::Silent,
            channel: model.channel.map(|it| it.word().to_owned()).into(),
            birthday: model.birthday.clone().into(),
            consent: model.consent.map(|it| it.word().to_owned()).into(),
            consent_on: model.consent_on.into(),
            consent_note: model.consent_note.clone().into(),
            custom: known.own_of(TargetKind::Contact, model.id.0),
            also_at: Vec::new(),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: ContactId(beginning.id),
            name: String::new(),
            name_key: String::new(),
            phone: None,
            whatsapp: None,
            email: None,
            channel: None,
            birthday: None,
            consent: None,
            consent_on: None,
            consent_note: None,
            created_at: beginning.now,
            updated_at: beginning.now,
            hidden_at: None,
            external_key: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Contact(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        model.name_key = frame::text::key(&draft.name);
        draft.email.write(&mut model.email);
        draft.phone.write(&mut model.phone);
        draft.whatsapp.write(&mut model.whatsapp);
        draft.external_id.write(&mut model.external_key);
        draft.birthday.write(&mut model.birthday);
        match &draft.channel {
            Said::Silent => {}
            said => model.channel = said.value().and_then(|it| Channel::from_word(it)),
        }
        agree(model, draft, known.today);
        Ok(())
    }

    async fn hung(ctx: &Ctx, ids: &[Uuid]) -> Result<HashMap<Uuid, Image>> {
        hung::of_own(ctx, FieldRecord::Contact, ids).await
    }

    fn hang(tx: &Tx, image: &mut Image, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Contact(draft) = draft else { return Err(other_kind()) };
        hung::hang_own(tx, image, TargetKind::Contact, &draft.custom, known)
    }

    async fn write_hung(tx: &Tx, all: &[Hung]) -> Result<()> {
        hung::write_own(tx, all, |id| Of::Contact(ContactId(id))).await
    }

    /// Their posts go with them, and what they have in common with others.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let posts = account_contact::Column::ContactId.is_in(ids.clone());
        let company = account_contact::Column::CompanyId;
        tx.delete_where::<account_contact::Entity, _>(company, posts).await?;
        let contacts: Vec<ContactId> = ids.iter().copied().map(ContactId).collect();
        accounts::forget_contacts(tx, &contacts).await?;
        tx.delete_where::<Self, _>(Self::company(), Self::id().is_in(ids)).await?;
        Ok(())
    }
}

/// What somebody said of being sent offers. Another word than before is of today unless told, and
/// how the earlier one was known says nothing of it.
fn agree(model: &mut Model, draft: &ContactDraft, today: Day) {
    let before = model.consent;
    match &draft.consent {
        Said::Silent => {}
        said => model.consent = said.value().and_then(|it| Consent::from_word(it)),
    }
    if model.consent != before {
        model.consent_on = model.consent.map(|_| today);
        model.consent_note = None;
    }
    draft.consent_on.write(&mut model.consent_on);
    draft.consent_note.write(&mut model.consent_note);
    if model.consent.is_some() && model.consent_on.is_none() {
        model.consent_on = Some(today);
    }
}

/// A new contact comes to their accounts; phones hear of it there.
pub async fn place(tx: &Tx, new: &[(Uuid, &ContactDraft)], known: &Known) -> Result<()> {
    let mut posts = Vec::new();
    for (contact, draft) in new {
        let first = draft.account.value().map(|it| (it, &draft.post));
        for (account, post) in
            first.into_iter().chain(draft.also_at.iter().map(|it| (&it.0, &it.1)))
        {
            let account = known.id(TargetKind::Account, account);
            let Some(account) = account.map(AccountId) else { continue };
            posts.push(account_contact::ActiveModel {
                company_id: Set(tx.actor.company),
                account_id: Set(account),
                contact_id: Set(ContactId(*contact)),
                role: Set(post.value().cloned()),
                left_on: Set(None),
            });
            accounts::touch(tx, account).await?;
        }
    }
    tx.insert_all(posts).await
}
