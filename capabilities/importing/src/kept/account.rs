//! Accounts, as an import keeps them.

use std::collections::HashMap;

use accounts::account::{Column, Entity, Model};
use accounts::{AccountId, AccountStatus, Tier, address};
use frame::{Ctx, Event, Result, Tx};
use kernel::PersonId;
use sea_orm::ColumnTrait;
use transactions::source_account;
use uuid::Uuid;

use super::{Beginning, Hung, Kept, hung, other_kind};
use crate::known::Known;
use crate::rules::draft::{AccountDraft, Draft, Standing, TargetKind};
use crate::rules::said::Said;
use crate::rules::undoing::Image;

impl Kept for Entity {
    const KIND: TargetKind = TargetKind::Account;
    const IMAGE: &'static [Column] = &[
        Column::OwnerId,
        Column::Name,
        Column::NameKey,
        Column::Status,
        Column::Tier,
        Column::Industry,
        Column::ParentId,
        Column::Phone,
        Column::Website,
        Column::FoundedYear,
        Column::RevenueAmount,
        Column::RevenueCurrency,
        Column::Employees,
        Column::Country,
        Column::TaxNumber,
        Column::ExternalKey,
    ];
    const TOUCHED: Option<Column> = Some(Column::UpdatedAt);
    const CREATED: Option<&'static str> = Some("importing.account_created");
    const CHANGED: Option<&'static str> = Some("importing.account_changed");

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

    fn lost(tx: &Tx, model: &Model) {
        // As when it is handed over: their phone takes it off.
        if let Some(owner) = model.owner_id {
            let event = Event::of("accounts.handed_over", "account", model.id);
            tx.record(event.owner(owner).about(model.id).with("name", model.name.clone()));
        }
    }

    fn draft(model: &Model, known: &Known) -> Draft {
        let beside = known.beside(model.id.0);
        let address = beside.and_then(|it| it.address.as_ref());
        let part = |of: fn(&address::Model) -> Option<&String>| -> Said<String> {
            address.and_then(of).cloned().into()
        };
        let tags = beside.map(|it| it.tags.clone()).filter(|it| !it.is_empty());
        Draft::Account(AccountDraft {
            name: model.name.clone(),
            id: Said::Is(model.id.to_string()),
            external_id: model.external_key.clone().into(),
            industry: model.industry.clone().into(),
            founded_year: model.founded_year.into(),
            revenue: model.revenue().into(),
            employees: model.employees.into(),
            country: model.country.clone().into(),
            parent: model.parent_id.and_then(|it| known.name(it.0)).into(),
            status: Said::Is(match model.status {
                AccountStatus::Prospect => Standing::Prospect,
                AccountStatus::Client => Standing::Client,
                AccountStatus::Former => Standing::Former,
            }),
            tier: model.tier.map(|it| it.word().to_owned()).into(),
            tax_number: model.tax_number.clone().into(),
            phone: model.phone.clone().into(),
            website: model.website.clone().into(),
            owner: model.owner_id.and_then(|it| known.name(it.0)).into(),
            tags: tags.into(),
            street: part(|it| Some(&it.street).filter(|it| !it.is_empty())),
            city: part(|it| it.city.as_ref()),
            province: part(|it| it.province.as_ref()),
            postcode: part(|it| it.postcode.as_ref()),
            address_country: part(|it| it.country.as_ref()),
            custom: known.own_of(TargetKind::Account, model.id.0),
        })
    }

    fn blank(beginning: Beginning) -> Model {
        Model {
            company_id: beginning.company,
            id: AccountId(beginning.id),
            owner_id: None,
            name: String::new(),
            name_key: String::new(),
            status: AccountStatus::Client,
            tier: None,
            industry: None,
            parent_id: None,
            phone: None,
            website: None,
            founded_year: None,
            revenue_amount: None,
            revenue_currency: None,
            employees: None,
            country: None,
            tax_number: None,
            last_visit_on: None,
            created_at: beginning.now,
            updated_at: beginning.now,
            hidden_at: None,
            document_language: None,
            external_key: None,
        }
    }

    fn apply(model: &mut Model, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Account(draft) = draft else { return Err(other_kind()) };
        model.name.clone_from(&draft.name);
        model.name_key = frame::text::key(&draft.name);
        draft.industry.write(&mut model.industry);
        draft.founded_year.write(&mut model.founded_year);
        draft.revenue.map(|it| it.amount).write(&mut model.revenue_amount);
        draft.revenue.map(|it| it.currency.clone()).write(&mut model.revenue_currency);
        draft.employees.write(&mut model.employees);
        draft.country.write(&mut model.country);
        draft.phone.write(&mut model.phone);
        draft.website.write(&mut model.website);
        draft.external_id.write(&mut model.external_key);
        draft.tax_number.write(&mut model.tax_number);
        match &draft.tier {
            Said::Silent => {}
            said => model.tier = said.value().and_then(|it| Tier::from_word(it)),
        }
        if let Said::Is(standing) = draft.status {
            model.status = match standing {
                Standing::Prospect => AccountStatus::Prospect,
                Standing::Client => AccountStatus::Client,
                Standing::Former => AccountStatus::Former,
            };
        }
        // Whoever has an owner keeps them: people hand accounts over, files do not.
        if model.owner_id.is_none() {
            known.refer(&mut model.owner_id, TargetKind::Person, &draft.owner)?;
        }
        if model.owner_id.is_none() {
            model.owner_id = known.owner_of(&draft.name).map(PersonId);
        }
        known.refer(&mut model.parent_id, TargetKind::Account, &draft.parent)
    }

    async fn hung(ctx: &Ctx, ids: &[Uuid]) -> Result<HashMap<Uuid, Image>> {
        hung::of_accounts(ctx, ids).await
    }

    fn hang(tx: &Tx, image: &mut Image, draft: &Draft, known: &Known) -> Result<()> {
        let Draft::Account(draft) = draft else { return Err(other_kind()) };
        hung::hang_on_account(tx, image, draft, known)
    }

    async fn write_hung(tx: &Tx, all: &[Hung]) -> Result<()> {
        hung::write_on_accounts(tx, all).await
    }

    /// The keys by which other systems know it go with it, and what it is found by.
    async fn remove(tx: &Tx, ids: Vec<Uuid>) -> Result<()> {
        let theirs = source_account::Column::AccountId.is_in(ids.iter().copied());
        tx.delete_where::<source_account::Entity, _>(source_account::Column::CompanyId, theirs)
            .await?;
        let accounts: Vec<AccountId> = ids.iter().copied().map(AccountId).collect();
        accounts::forget_accounts(tx, &accounts).await?;
        tx.delete_where::<Entity, _>(Column::CompanyId, Column::Id.is_in(ids)).await?;
        Ok(())
    }
}
