//! What is written into one of many accounts, by the verbs that change a single one.

use std::collections::{HashMap, HashSet};

use frame::web::list::{Cut, MOST};
use frame::{Ctx, Error, Result, Tx, text};
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::account::{self, AccountId, AccountStatus, Column, Entity, Model, Tier};
use crate::account_tag;
use crate::bulk_change::BulkField;
use crate::change_account::change_account;
use crate::fields::AccountFields;
use crate::find_accounts::{Looked, find_accounts};
use crate::rules::client_refused::{ClientRefused, MOST_AT_ONCE};
use crate::rules::{AccountRefused, LONGEST_LINE};
use crate::set_tags::{checked, set_tags};

/// What is to be written, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub field: BulkField,
    /// As it is kept: the word of a status or a tier, an industry, a tag.
    pub value: String,
}

impl Edit {
    /// As somebody typed it.
    pub fn read(field: BulkField, typed: &str) -> Result<Self> {
        let line = text::line(typed).unwrap_or_default();
        let value = match field {
            BulkField::Status => {
                let status = AccountStatus::from_word(&line);
                status.ok_or(Error::refused(AccountRefused::NoChoice("to_status")))?;
                line
            }
            BulkField::Tier if line.is_empty() => line,
            BulkField::Tier => {
                Tier::from_word(&line)
                    .ok_or(Error::refused(AccountRefused::NoChoice("to_tier")))?;
                line
            }
            BulkField::Industry if LONGEST_LINE < line.chars().count() => {
                return Err(Error::refused(AccountRefused::TooLong("to_industry")));
            }
            BulkField::Industry => line,
            BulkField::AddTag | BulkField::RemoveTag => {
                let mut tags = checked(&[line])?;
                match (tags.pop(), tags.is_empty()) {
                    (Some(tag), true) => tag,
                    _ => return Err(Error::refused(ClientRefused::OneTag)),
                }
            }
        };
        Ok(Self { field, value })
    }

    /// What an account is to say after it; of a tag, whether it hangs there.
    fn after(&self) -> String {
        match self.field {
            BulkField::AddTag => HANGS.to_owned(),
            BulkField::RemoveTag => String::new(),
            _ => self.value.clone(),
        }
    }

    /// What an account says now.
    pub fn now(&self, account: &Model, tags: &[String]) -> String {
        match self.field {
            BulkField::Status => account.status.word().to_owned(),
            BulkField::Tier => account.tier.map(|it| it.word().to_owned()).unwrap_or_default(),
            BulkField::Industry => account.industry.clone().unwrap_or_default(),
            BulkField::AddTag | BulkField::RemoveTag => {
                let key = text::key(&self.value);
                let hangs = tags.iter().any(|it| text::key(it) == key);
                if hangs { HANGS.to_owned() } else { String::new() }
            }
        }
    }

    /// Lets an account say this.
    pub async fn write(&self, tx: &Tx, account: &Model, to: &str) -> Result<()> {
        let fields = AccountFields::of(account);
        let fields = match self.field {
            BulkField::Status => {
                let status = AccountStatus::from_word(to).unwrap_or(account.status);
                AccountFields { status, ..fields }
            }
            BulkField::Tier => AccountFields { tier: Tier::from_word(to), ..fields },
            BulkField::Industry => AccountFields { industry: Some(to.to_owned()), ..fields },
            BulkField::AddTag | BulkField::RemoveTag => {
                let key = text::key(&self.value);
                let mut tags = account_tag::of(tx, account.id).await?;
                tags.retain(|it| text::key(it) != key);
                if to == HANGS {
                    tags.push(self.value.clone());
                }
                return set_tags(tx, account.id, &tags).await;
            }
        };
        change_account(tx, account.id, fields).await?;
        Ok(())
    }
}

/// How it is kept that a tag hangs on an account.
const HANGS: &str = "on";

/// Which accounts.
#[derive(Clone, Debug)]
pub enum Which<'a> {
    /// All that fit, as the list shows them.
    Fitting(&'a Looked),
    These(&'a [AccountId]),
}

/// One account that would change.
pub struct Step {
    pub account: Model,
    pub before: String,
    pub after: String,
}

/// What would become of the accounts that were meant.
pub struct Plan {
    pub steps: Vec<Step>,
    /// They say so already.
    pub already: usize,
    /// The actor may look at them, and change nothing.
    pub not_theirs: usize,
}

/// What would happen.
pub async fn plan(ctx: &Ctx, which: &Which<'_>, edit: &Edit) -> Result<Plan> {
    let accounts = meant(ctx, which).await?;
    let ids: Vec<AccountId> = accounts.iter().map(|it| it.id).collect();
    let theirs = ctx.find_to::<Entity>(Act::Edit).filter(Column::Id.is_in(ids.iter().copied()));
    let theirs: Vec<AccountId> =
        theirs.select_only().column(Column::Id).into_tuple().all(ctx).await?;
    let theirs: HashSet<AccountId> = theirs.into_iter().collect();
    let tags = match edit.field {
        BulkField::AddTag | BulkField::RemoveTag => account_tag::names(ctx, ids).await?,
        _ => HashMap::new(),
    };
    let mut plan = Plan { steps: Vec::new(), already: 0, not_theirs: 0 };
    for account in accounts {
        let tags = tags.get(&account.id).map(Vec::as_slice).unwrap_or_default();
        let (before, after) = (edit.now(&account, tags), edit.after());
        if !theirs.contains(&account.id) {
            plan.not_theirs += 1;
        } else if before == after {
            plan.already += 1;
        } else {
            plan.steps.push(Step { account, before, after });
        }
    }
    Ok(plan)
}

/// The accounts that were meant, in reach; refused when they are too many.
async fn meant(ctx: &Ctx, which: &Which<'_>) -> Result<Vec<Model>> {
    let looked = match which {
        Which::Fitting(looked) => looked,
        Which::These(ids) if MOST_AT_ONCE < ids.len() => {
            return Err(Error::refused(ClientRefused::TooManyAtOnce));
        }
        Which::These(ids) => {
            let these = account::shown(ctx).filter(Column::Id.is_in(ids.iter().copied()));
            return Ok(these.all(ctx).await?);
        }
    };
    if looked.status == "deleted" {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let mut cut = Cut { limit: Some(MOST), cursor: None };
    loop {
        let page = find_accounts(ctx, looked, &cut).await?;
        found.extend(page.items);
        if MOST_AT_ONCE < found.len() {
            return Err(Error::refused(ClientRefused::TooManyAtOnce));
        }
        match page.next_cursor {
            Some(cursor) => cut.cursor = Some(cursor),
            None => return Ok(found),
        }
    }
}
