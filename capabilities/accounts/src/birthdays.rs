//! Whose birthday it is: among those who are still at somebody's clients.

use std::collections::BTreeMap;

use frame::{Ctx, Result};
use kernel::{Day, PersonId};
use sea_orm::{ColumnTrait, Condition, JoinType, QueryFilter, QuerySelect, RelationTrait};

use crate::account::{self, AccountId};
use crate::account_contact::{self, Relation};
use crate::contact::{self, ContactId};
use crate::rules::birthday::Birthday;

/// Nobody wishes more people well at once.
const MOST: u64 = 200;

/// Somebody's birthday, and one client at which they are.
pub struct BirthdayThere {
    pub contact: ContactId,
    pub name: String,
    pub account: AccountId,
    pub day: Day,
}

/// The birthdays from this day to that one, at most a year, at the clients that this person looks
/// after and that the reader may see. Whoever is at several of them is named once.
pub async fn birthdays(
    ctx: &Ctx,
    person: PersonId,
    first: Day,
    last: Day,
) -> Result<Vec<BirthdayThere>> {
    let there = ctx
        .find::<account_contact::Entity>()
        .join(JoinType::InnerJoin, Relation::Account.def())
        .filter(account::Column::OwnerId.eq(person))
        .filter(account::Column::HiddenAt.is_null())
        .filter(account_contact::Column::LeftOn.is_null())
        .find_also_related(contact::Entity)
        .filter(contact::Column::HiddenAt.is_null())
        .filter(on_days(first, last))
        .limit(MOST);
    let mut found = BTreeMap::new();
    for (post, contact) in there.all(ctx).await? {
        let Some(contact) = contact else { continue };
        let Some(born) = contact.birthday.as_deref().and_then(Birthday::read) else { continue };
        let day = born.next(first);
        if day <= last {
            let (name, account) = (contact.name, post.account_id);
            let one = BirthdayThere { contact: contact.id, name, account, day };
            found.entry(contact.id).or_insert(one);
        }
    }
    Ok(found.into_values().collect())
}

/// Born on one of these days of the year, whatever the year. Days of a whole year are all of them.
fn on_days(first: Day, last: Day) -> Condition {
    let mut any = Condition::any();
    for at in 0..=last.days_since(first).min(366) {
        let day = first.plus(at).0;
        any = any.add(born(day.month(), day.day()));
        // Whoever was born on 29 February is wished well on the 28th where there is no 29th.
        if (day.month(), day.day()) == (2, 28) {
            any = any.add(born(2, 29));
        }
    }
    any
}

fn born(month: i8, day: i8) -> sea_orm::sea_query::SimpleExpr {
    contact::Column::Birthday.ends_with(format!("-{month:02}-{day:02}"))
}
