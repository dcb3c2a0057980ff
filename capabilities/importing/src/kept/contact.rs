//! People at accounts, as an import keeps them.

use accounts::contact::{Column, Entity, Model};
use accounts::{AccountId, ContactId, account_contact};
use frame::{Owned, Result, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{Beginning, Kept, other_kind};
use crate::known::Known;
use crate::rules::draft::{ContactDraft, Draft, TargetKind};
use crate::rules::said::Said;

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Contact;
    const IMAGE: &'static [Column] =
        &[Column::Name, Column::NameKey, Column::Phone, Column::Whatsapp, Column::Email];
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
    fn draft(model: &Model, _: &Known) -> Draft {
        Draft::Contact(ContactDraft {
            name: model.name.clone(),
            account: Said::Nothing,
            email: model.email.clone().into(),
            phone: model.phone.clone().into(),
            whatsapp: model.whatsapp.clone().into(),
            post: Said::Silent,
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
            created_at: beginning.now,
            updated_at: beginning.now,
            hidden_at: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, _: &Known) -> Result<()> {
        let Draft::Contact(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        model.name_key = frame::text::key(&draft.name);
        draft.email.write(&mut model.email);
        draft.phone.write(&mut model.phone);
        draft.whatsapp.write(&mut model.whatsapp);
        Ok(())
    }

    /// Their posts go with them.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let posts = account_contact::Column::ContactId.is_in(ids.clone());
        let company = account_contact::Column::CompanyId;
        tx.delete_where::<account_contact::Entity, _>(company, posts).await?;
        tx.delete_where::<Self, _>(Self::company(), Self::id().is_in(ids)).await?;
        Ok(())
    }
}

/// A new contact comes to their account; phones hear of it there.
pub async fn place(tx: &Tx, new: &[(Uuid, &ContactDraft)], known: &Known) -> Result<()> {
    let mut posts = Vec::new();
    for (contact, draft) in new {
        let account = draft.account.value().and_then(|it| known.id(TargetKind::Account, it));
        let Some(account) = account.map(AccountId) else { continue };
        posts.push(account_contact::ActiveModel {
            company_id: Set(tx.actor.company),
            account_id: Set(account),
            contact_id: Set(ContactId(*contact)),
            role: Set(draft.post.value().cloned()),
            left_on: Set(None),
        });
        accounts::touch(tx, account).await?;
    }
    tx.insert_all(posts).await
}
