//! What an account's page shows of its tags, its team and how it pays.

use frame::{Ctx, Result};
use kernel::access::Act;

use crate::account::{self, Model};
use crate::account_team::{Team, team};
use crate::bank_account;
use crate::custom_inputs::lines;
use crate::custom_value::Of;
use crate::words::Words;
use crate::{account_payment, account_tag, bank_change};

/// What an account's page shows of its tags, its team and how it pays.
pub struct Depth {
    /// Each with the list of those on which it hangs too.
    pub tags: Vec<(String, String)>,
    /// The company's own fields: label, words, and where a link leads.
    pub custom: Vec<(String, String, Option<String>)>,
    pub team: Team,
    /// When it pays, and in which way.
    pub pays: Vec<String>,
    /// Bank accounts in force: bank and number, the holder.
    pub banks: Vec<(String, String)>,
    /// So many changes of bank accounts wait.
    pub waiting: i64,
    pub may_ask: bool,
    /// The reader may share it, hand it over, merge it or delete it.
    pub may_settle: bool,
}

/// Of an account that the caller has loaded in reach.
pub async fn depth(ctx: &Ctx, account: &Model) -> Result<Depth> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let whole = bank_account::may(ctx, Act::View, account).await?;
    let banks = bank_account::of(ctx, account.id).await?;
    let waiting = bank_change::waiting(ctx, account.id).await?.len();
    let term = account_payment::term_of(ctx, account.id).await?;
    let method = account_payment::of(ctx, account.id).await?.and_then(|it| it.method);
    let pays = [
        term.map(|it| it.label(lang).to_owned()),
        method.map(|it| w.payment_method(it).to_owned()),
    ];
    let tags = account_tag::of(ctx, account.id).await?.into_iter().map(|tag| {
        let there = frame::web::page::address("/accounts", [("tag", tag.as_str())]);
        (tag, there)
    });
    let may_settle = account::permit(ctx, Act::Edit, account.owner_id).await.is_ok();
    Ok(Depth {
        tags: tags.collect(),
        custom: lines(ctx, Of::Account(account.id)).await?,
        team: team(ctx, account).await?,
        pays: pays.into_iter().flatten().collect(),
        banks: banks
            .into_iter()
            .map(|it| (format!("{} {}", it.bank, it.shown(whole)), it.holder))
            .collect(),
        waiting: i64::try_from(waiting).unwrap_or(i64::MAX),
        may_ask: bank_account::may(ctx, Act::Create, account).await?,
        may_settle,
    })
}
