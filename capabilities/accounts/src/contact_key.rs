//! What a contact has in common with those who may be the same person.

use std::collections::BTreeSet;

use frame::{Ctx, Result, owned};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::contact::ContactId;
use crate::contact_duplicate;
use crate::keys::Keys;
use crate::pairs::Proposal;
use crate::remember_contacts::people_of;
use crate::rules::same_person::{is_likely, score, signs};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_id: ContactId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its contact and its key together.
owned! { ContactId: ContactId, Area::Accounts }

impl Keys for Entity {
    type Of = contact_duplicate::Entity;

    const KEY: Column = Column::Key;
    const RECORD: Column = Column::ContactId;

    fn read(row: Model) -> (String, ContactId) {
        (row.key, row.contact_id)
    }

    fn row(company_id: CompanyId, key: String, contact_id: ContactId) -> ActiveModel {
        ActiveModel { company_id: Set(company_id), key: Set(key), contact_id: Set(contact_id) }
    }

    async fn likely(
        ctx: &Ctx,
        pairs: BTreeSet<(ContactId, ContactId)>,
    ) -> Result<Vec<Proposal<ContactId>>> {
        let ids = pairs.iter().flat_map(|it| [it.0, it.1]).collect();
        let people = people_of(ctx, &ids).await?;
        let mut likely = Vec::new();
        for (one, other) in pairs {
            let Some((a, b)) = people.get(&one).zip(people.get(&other)) else { continue };
            let found = signs(a, b);
            if is_likely(&found) {
                likely.push(Proposal::of(one, other, score(&found), &found)?);
            }
        }
        Ok(likely)
    }
}
