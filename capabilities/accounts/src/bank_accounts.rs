//! The bank accounts of one client: what is in force, what somebody asked for, what was decided.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::bank_account::{self, BankAccountId};
use crate::bank_change::{self, BankChangeId, BankChangeKind, BankChangeState};
use crate::decide_bank::{accept_bank, refuse_bank, withdraw_bank};
use crate::owners::names;
use crate::propose_bank::{BankFields, NewBankChange, get_change, propose_bank};
use crate::rules::bank::{masked, offered};
use crate::rules::client_refused::ClientRefused;
use crate::words::Words;

/// Changes that were decided, the last ones.
const SHOWN: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/bank-accounts", get(show).post(propose))
        .route("/bank-changes/{change}/decide", post(decide))
}

/// A change as a page shows it: what is in force beside what is asked for.
pub struct Wish {
    pub change: bank_change::Model,
    pub kind: &'static str,
    pub state: &'static str,
    pub look: &'static str,
    /// Bank, number and holder on either side; nothing where there is none.
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub asked: String,
    pub decided: String,
    pub may_decide: bool,
    pub may_withdraw: bool,
}

/// How changes are shown to one reader.
pub struct Shows<'a> {
    pub ctx: &'a Ctx,
    pub names: HashMap<PersonId, String>,
    /// Every bank account that the changes name, in force or not.
    pub banks: HashMap<BankAccountId, bank_account::Model>,
}

impl<'a> Shows<'a> {
    /// For these changes, which were loaded in reach.
    pub async fn of(ctx: &'a Ctx, changes: &[bank_change::Model]) -> Result<Self> {
        let mut people: Vec<PersonId> = changes.iter().map(|it| it.proposed_by).collect();
        people.extend(changes.iter().filter_map(|it| it.decided_by));
        let named: Vec<BankAccountId> =
            changes.iter().filter_map(|it| it.bank_account_id).collect();
        let banks = ctx
            .whole_company::<bank_account::Entity>()
            .filter(bank_account::Column::Id.is_in(named))
            .all(ctx)
            .await?;
        Ok(Self {
            ctx,
            names: names(ctx, people).await?,
            banks: banks.into_iter().map(|it| (it.id, it)).collect(),
        })
    }

    /// One of them; `whole` is whether the reader needs whole numbers.
    pub fn wish(&self, change: bank_change::Model, whole: bool, may_decide: bool) -> Wish {
        let (lang, w) = (self.ctx.lang(), Words::of(self.ctx.lang()));
        let me = self.ctx.actor.somebody();
        let mine = me == Some(change.proposed_by);
        let who = |id: Option<PersonId>| id.and_then(|it| self.names.get(&it)).cloned();
        let moment = |it| lang.moment(it, &self.ctx.actor.zone);
        let before = change.bank_account_id.and_then(|it| self.banks.get(&it));
        let number = |it: &String| if whole { it.clone() } else { masked(it) };
        let after =
            [change.bank.clone(), change.number.as_ref().map(number), change.holder.clone()];
        let asked = who(Some(change.proposed_by)).unwrap_or_default();
        let decided = match (change.decided_at, who(change.decided_by)) {
            (Some(at), Some(who)) => w.bank_decided_by(who, moment(at)),
            (Some(at), None) => moment(at),
            (None, _) => String::new(),
        };
        Wish {
            kind: w.bank_change_kind(change.kind),
            state: w.bank_change_state(change.state),
            look: change.state.look(),
            before: before
                .map(|it| vec![it.bank.clone(), it.shown(whole), it.holder.clone()])
                .unwrap_or_default(),
            after: after.into_iter().flatten().collect(),
            asked: w.bank_asked_by(asked, moment(change.proposed_at)),
            decided,
            may_decide: may_decide && !mine && change.waits(),
            may_withdraw: mine && change.waits(),
            change,
        }
    }
}

impl Words {
    pub fn bank_change_kind(self, kind: BankChangeKind) -> &'static str {
        match kind {
            BankChangeKind::Add => self.bank_change_add(),
            BankChangeKind::Replace => self.bank_change_replace(),
            BankChangeKind::Remove => self.bank_change_remove(),
        }
    }

    pub fn bank_change_state(self, state: BankChangeState) -> &'static str {
        match state {
            BankChangeState::Waiting => self.bank_change_waiting(),
            BankChangeState::Accepted => self.bank_change_accepted(),
            BankChangeState::Refused => self.bank_change_refused(),
            BankChangeState::Withdrawn => self.bank_change_withdrawn(),
        }
    }
}

impl BankChangeState {
    /// How a badge shows it.
    pub const fn look(self) -> &'static str {
        match self {
            Self::Waiting => "waits",
            Self::Accepted => "good",
            Self::Refused => "bad",
            Self::Withdrawn => "off",
        }
    }
}

// In the browser.

/// A bank account in force.
struct InForce {
    /// Its id, by which its form is told from the others.
    key: String,
    bank: String,
    number: String,
    holder: String,
    since: String,
    /// A change of it waits.
    waits: bool,
}

#[derive(Template)]
#[template(path = "bank_accounts.html")]
struct BankPage {
    shell: Shell,
    w: Words,
    account: Model,
    in_force: Vec<InForce>,
    waiting: Vec<Wish>,
    decided: Vec<Wish>,
    whole: bool,
    may_ask: bool,
    banks: Vec<&'static str>,
    typed: BankForm,
    faults: Faults,
}

impl InForce {
    fn key(&self) -> &str {
        &self.key
    }
}

impl BankPage {
    /// Whether this is the form that was sent and refused.
    fn is_typed(&self, of: &str) -> bool {
        self.faults.any() && self.typed.of == of
    }

    fn typed_new(&self) -> BankForm {
        if self.is_typed("") { self.typed.clone() } else { BankForm::default() }
    }

    fn typed_of(&self, bank: &InForce) -> BankForm {
        let of = bank.key.clone();
        if self.is_typed(&of) {
            return self.typed.clone();
        }
        // A number that is masked is written anew.
        let number = if self.whole { bank.number.clone() } else { String::new() };
        BankForm {
            of,
            bank: bank.bank.clone(),
            number,
            holder: bank.holder.clone(),
            ..BankForm::default()
        }
    }

    fn fault(&self, of: &str, field: &str) -> &str {
        if self.is_typed(of) { self.faults.at(field) } else { "" }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct BankForm {
    /// The one that is to change; empty for a new one.
    of: String,
    bank: String,
    number: String,
    holder: String,
    reason: String,
    /// It is to be taken away.
    remove: Option<String>,
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    bank_page(&ctx, account, BankForm::default(), Faults::default()).await
}

async fn bank_page(ctx: &Ctx, account: Model, typed: BankForm, faults: Faults) -> Result<Response> {
    let whole = bank_account::may(ctx, Act::View, &account).await?;
    let may_decide = bank_account::may(ctx, Act::Review, &account).await?;
    let may_ask = bank_account::may(ctx, Act::Create, &account).await?;
    let lang = ctx.lang();
    let known = bank_account::of(ctx, account.id).await?;
    let waiting = bank_change::waiting(ctx, account.id).await?;
    let in_force = known.iter().map(|it| InForce {
        key: it.id.to_string(),
        bank: it.bank.clone(),
        number: it.shown(whole),
        holder: it.holder.clone(),
        since: lang.day(it.since.day(&ctx.actor.zone)),
        waits: waiting.iter().any(|change| change.bank_account_id == Some(it.id)),
    });
    let in_force = in_force.collect();
    let decided = ctx
        .whole_company::<bank_change::Entity>()
        .filter(bank_change::Column::AccountId.eq(account.id))
        .filter(bank_change::Column::State.ne(BankChangeState::Waiting))
        .order_by_desc(bank_change::Column::DecidedAt)
        .order_by_desc(bank_change::Column::Id)
        .limit(SHOWN)
        .all(ctx)
        .await?;
    let all: Vec<_> = waiting.iter().chain(&decided).cloned().collect();
    let shows = Shows::of(ctx, &all).await?;
    let wish = |it: bank_change::Model| shows.wish(it, whole, may_decide);
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = BankPage {
        shell: ctx.shell("accounts"),
        w: Words::of(lang),
        in_force,
        waiting: waiting.into_iter().map(wish).collect(),
        decided: decided.into_iter().map(wish).collect(),
        whole,
        may_ask,
        banks: offered().collect(),
        account,
        typed,
        faults,
    };
    page::render_as(status, &page)
}

async fn propose(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<BankForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let asked = match form.of.trim() {
        "" => Ok(None),
        of => of.parse().map(Some).map_err(|_| Error::NotFound),
    };
    let to = BankFields {
        bank: form.bank.clone(),
        number: form.number.clone(),
        holder: form.holder.clone(),
    };
    let to = form.remove.is_none().then_some(to);
    let new = NewBankChange { of: asked?, to, reason: form.reason.clone() };
    match propose_bank(&tx, id, new).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).bank_proposed();
            back(tx, id, said).await
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let account = account::get(&tx, id).await?;
            bank_page(&tx, account, form, faults).await
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Decision {
    /// `accept`, `refuse` or `withdraw`.
    decision: String,
    why: String,
}

async fn decide(
    ctx: Ctx,
    Path(id): Path<BankChangeId>,
    Form(form): Form<Decision>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let w = Words::of(tx.lang());
    let decided = match form.decision.as_str() {
        "accept" => accept_bank(&tx, id).await.map(|it| (it, w.bank_accepted())),
        "refuse" => refuse_bank(&tx, id, &form.why).await.map(|it| (it, w.bank_refused())),
        "withdraw" => withdraw_bank(&tx, id).await.map(|it| (it, w.bank_withdrawn())),
        _ => Err(Error::refused(ClientRefused::NoChoice("decision"))),
    };
    match decided {
        Ok((change, said)) => back(tx, change.account_id, said).await,
        Err(error) => {
            // What is wrong with a decision stands above the page: it has no form of its own.
            let (_, account) = get_change(&tx, id).await?;
            let mut faults = Faults::of(error, tx.lang())?;
            faults.above = faults.above.or_else(|| Some(faults.fields.first()?.message.clone()));
            faults.fields.clear();
            let typed = BankForm { of: id.to_string(), ..BankForm::default() };
            bank_page(&tx, account, typed, faults).await
        }
    }
}

async fn back(tx: Tx, account: AccountId, said: &str) -> Result<Response> {
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{account}/bank-accounts"), said)
}
