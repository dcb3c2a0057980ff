//! A line of what happened is understood: which client, which people there.

use accounts::account::{self, Model};
use accounts::{AccountId, ContactId, Post, account_contact, posts};
use frame::search::{Sought, search};
use frame::{Ctx, Result, text};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::rules::quick::{Quick, read};

/// Words by which people are addressed, which are no part of their names.
const FORMS: &[&str] =
    &["bu", "ibu", "pak", "bapak", "mas", "mbak", "kak", "bang", "mr", "mrs", "ms", "dr"];
/// So many clients are offered when it may be several.
const OFFERED: usize = 5;
/// Names are no longer than so many words.
const LONGEST_NAME: usize = 6;

/// A line with whom it was.
#[derive(Debug, Default)]
pub struct Understood {
    pub quick: Quick,
    pub account: Option<Model>,
    /// Other clients that may be meant.
    pub others: Vec<(AccountId, String)>,
    pub contacts: Vec<ContactId>,
    /// What happened, with the words that name nobody put back.
    pub text: String,
}

/// Understands a line; the account may be known already.
pub async fn understand(ctx: &Ctx, line: &str, known: Option<AccountId>) -> Result<Understood> {
    let quick = read(line, ctx.now.day(&ctx.actor.zone));
    let mut found = Found::default();
    if let Some(id) = known {
        found.account = Some(account::get(ctx, id).await?);
    }
    let mut used = 0;
    if let Some(account) = &found.account {
        let there = posts(ctx, account.id).await?;
        if let Some((count, contacts)) = there_of(&there, &quick) {
            (used, found.contacts) = (count, contacts);
        } else if begins_with(&quick.whom, &account.name) {
            used = account.name.split_whitespace().count();
        }
    } else if !quick.whom.is_empty() {
        used = anywhere(ctx, &quick, &mut found).await?;
    }
    let text = put_back(&quick, used);
    let Found { account, others, contacts } = found;
    Ok(Understood { quick, account, others, contacts, text })
}

#[derive(Default)]
struct Found {
    account: Option<Model>,
    others: Vec<(AccountId, String)>,
    contacts: Vec<ContactId>,
}

/// How many of the first words may be a name.
fn lengths(quick: &Quick) -> impl Iterator<Item = usize> {
    let most = quick.whom.len().min(LONGEST_NAME);
    let least = if quick.parted { most } else { 1 };
    (least.max(1)..=most).rev()
}

/// The words of a name without `Bu` and `Pak` before it.
fn name_of(words: &[String]) -> Vec<String> {
    let bare = |it: &String| text::key(it.trim_matches(|it: char| !it.is_alphanumeric()));
    let mut words: Vec<String> = words.iter().map(bare).filter(|it| !it.is_empty()).collect();
    while 1 < words.len() && words.first().is_some_and(|it| FORMS.contains(&it.as_str())) {
        words.remove(0);
    }
    words
}

/// The people at a client whom the first words name.
fn there_of(there: &[Post], quick: &Quick) -> Option<(usize, Vec<ContactId>)> {
    // With a colon, fewer words than all may still name somebody: `Rina Toko Maju: …`.
    let most = quick.whom.len().min(LONGEST_NAME);
    (1..=most).rev().find_map(|count| {
        let name = name_of(&quick.whom[..count]);
        let fits = |it: &&Post| {
            let known: Vec<String> = it.contact.name.split_whitespace().map(text::key).collect();
            !name.is_empty() && name.iter().all(|word| known.iter().any(|it| it == word))
        };
        let named: Vec<ContactId> = there.iter().filter(fits).map(|it| it.contact.id).collect();
        // Two of the same name: the one who asks says which.
        (named.len() == 1).then_some((count, named))
    })
}

fn begins_with(words: &[String], name: &str) -> bool {
    let name: Vec<String> = name.split_whitespace().map(text::key).collect();
    name.len() <= words.len() && name.iter().zip(words).all(|(a, b)| *a == text::key(b))
}

/// Finds a client, or somebody at one, by the first words; answers how many of them were names.
async fn anywhere(ctx: &Ctx, quick: &Quick, found: &mut Found) -> Result<usize> {
    for count in lengths(quick) {
        let words = name_of(&quick.whom[..count]).join(" ");
        let kinds = search(ctx, &Sought::read(&words), OFFERED).await?;
        let of = |kind: &str| {
            let found = kinds.iter().find(|it| it.kind.kind == kind);
            found.map(|it| it.hits.as_slice()).unwrap_or_default()
        };
        let accounts: Vec<AccountId> = of("account").iter().map(|it| AccountId(it.id)).collect();
        let people: Vec<ContactId> = of("contact").iter().map(|it| ContactId(it.id)).collect();
        if accounts.is_empty() && people.is_empty() {
            continue;
        }
        let mut meant = accounts;
        if let Some(&person) = people.first() {
            let at = ctx
                .find::<account_contact::Entity>()
                .filter(account_contact::Column::ContactId.eq(person))
                .filter(account_contact::Column::LeftOn.is_null())
                .all(ctx)
                .await?;
            if meant.is_empty() && !at.is_empty() {
                found.contacts = vec![person];
            }
            meant.extend(at.into_iter().map(|it| it.account_id));
        }
        meant.dedup();
        let mut shown = Vec::new();
        for id in meant.into_iter().take(OFFERED) {
            if let Ok(account) = account::get(ctx, id).await {
                shown.push(account);
            }
        }
        if shown.is_empty() {
            continue;
        }
        found.account = Some(shown.remove(0));
        found.others = shown.into_iter().map(|it| (it.id, it.name)).collect();
        return Ok(count);
    }
    Ok(0)
}

/// What happened, and before it the words that name nobody.
fn put_back(quick: &Quick, used: usize) -> String {
    let rest = quick.whom.get(used..).unwrap_or_default().join(" ");
    match (rest.is_empty(), quick.text.is_empty()) {
        (true, _) => quick.text.clone(),
        (false, true) => rest,
        (false, false) => format!("{rest}: {}", quick.text),
    }
}
