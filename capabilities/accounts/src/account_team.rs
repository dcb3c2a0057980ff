//! Who works on a client, and how much of it is counted as whose.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::{Lang, PersonId};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_member::{self, MemberRole, ShareKind};
use crate::owners::{colleagues, names};
use crate::put_member::{Member, put_member, remove_member};
use crate::rules::client_refused::ClientRefused;
use crate::rules::sharing::{Share, is_too_much, of_owner, percent, shown};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/team", get(show).post(submit))
        .route("/accounts/{account}/team/remove", post(submit_removal))
        .routes(routes!(read))
        .routes(routes!(put, remove))
}

/// Those who work on an account.
pub struct Team {
    /// What the owner has of it, in the reader's form.
    pub owner_share: String,
    pub members: Vec<Seat>,
    /// The others have more than there is.
    pub too_much: bool,
}

/// One of them beside the owner.
pub struct Seat {
    pub person: PersonId,
    pub name: String,
    pub role: MemberRole,
    pub kind: ShareKind,
    pub share: String,
}

impl Seat {
    fn is_role(&self, word: &str) -> bool {
        self.role.word() == word
    }

    fn is_kind(&self, word: &str) -> bool {
        self.kind.word() == word
    }
}

/// The team of an account that the caller has loaded in reach.
pub async fn team(ctx: &Ctx, account: &Model) -> Result<Team> {
    let rows = account_member::of(ctx, account.id).await?;
    let shares: Vec<Share> = rows.iter().map(account_member::Model::part).collect();
    let people = names(ctx, rows.iter().map(|it| it.person_id)).await?;
    let mark = mark(ctx.lang());
    let seats = rows.iter().filter(|it| Some(it.person_id) != account.owner_id).map(|it| Seat {
        person: it.person_id,
        name: people.get(&it.person_id).cloned().unwrap_or_default(),
        role: it.role,
        kind: it.kind,
        share: shown(it.share, mark),
    });
    Ok(Team {
        owner_share: shown(of_owner(account.owner_id, &shares), mark),
        members: seats.collect(),
        too_much: is_too_much(account.owner_id, &shares),
    })
}

fn mark(lang: Lang) -> char {
    match lang {
        Lang::Id => ',',
        Lang::En => '.',
    }
}

impl Words {
    pub fn member_role(self, role: MemberRole) -> &'static str {
        match role {
            MemberRole::CoOwner => self.member_co_owner(),
            MemberRole::Specialist => self.member_specialist(),
            MemberRole::Support => self.member_support(),
            MemberRole::Sponsor => self.member_sponsor(),
        }
    }

    pub fn share_kind(self, kind: ShareKind) -> &'static str {
        match kind {
            ShareKind::Revenue => self.share_revenue(),
            ShareKind::Overlay => self.share_overlay(),
        }
    }

    /// `Spesialis produk · 20 % pendapatan`.
    pub fn seat(self, seat: &Seat) -> String {
        let share = self.share_of(&seat.share, self.share_kind(seat.kind));
        format!("{} · {share}", self.member_role(seat.role))
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "account_team.html")]
struct TeamPage {
    shell: Shell,
    w: Words,
    account: Model,
    owner: String,
    team: Team,
    /// Who may come to it.
    people: Vec<(String, String)>,
    typed: MemberForm,
    faults: Faults,
}

impl TeamPage {
    fn roles(&self) -> Vec<(&'static str, &'static str)> {
        MemberRole::ALL.iter().map(|&it| (it.word(), self.w.member_role(it))).collect()
    }

    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        ShareKind::ALL.iter().map(|&it| (it.word(), self.w.share_kind(it))).collect()
    }

    fn kind_chosen(&self) -> String {
        ShareKind::from_word(&self.typed.kind).unwrap_or(ShareKind::Revenue).word().to_owned()
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct MemberForm {
    person_id: String,
    role: String,
    kind: String,
    share: String,
}

impl MemberForm {
    fn member(&self) -> Result<Member> {
        let refused = |refusal| move || Error::refused(refusal);
        let person = self.person_id.parse().ok();
        let role = MemberRole::from_word(&self.role);
        let kind = ShareKind::from_word(&self.kind);
        // Nothing written is no share: somebody may only help.
        let share = if self.share.trim().is_empty() { Some(0) } else { percent(&self.share) };
        Ok(Member {
            person: person.ok_or_else(refused(ClientRefused::UnknownColleague))?,
            role: role.ok_or_else(refused(ClientRefused::NoChoice("role")))?,
            kind: kind.ok_or_else(refused(ClientRefused::NoChoice("kind")))?,
            share: share.ok_or_else(refused(ClientRefused::NoShare))?,
        })
    }
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get_to_settle(&ctx, id).await?;
    team_page(&ctx, account, MemberForm::default(), Faults::default()).await
}

async fn team_page(
    ctx: &Ctx,
    account: Model,
    typed: MemberForm,
    faults: Faults,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let owner = names(ctx, account.owner_id).await?.into_values().next();
    let team = team(ctx, &account).await?;
    let there = |id: &PersonId| {
        Some(*id) == account.owner_id || team.members.iter().any(|it| it.person == *id)
    };
    let people = colleagues(ctx).await?.into_iter().filter(|it| !there(&it.0));
    let page = TeamPage {
        shell: ctx.shell("accounts"),
        w,
        owner: owner.unwrap_or_else(|| w.nobody().to_owned()),
        people: people.map(|(id, name)| (id.to_string(), name)).collect(),
        team,
        account,
        typed,
        faults,
    };
    page::render_as(status, &page)
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<MemberForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match form.member() {
        Ok(member) => put_member(&tx, id, member).await.map(|_| ()),
        Err(error) => account::get_to_settle(&tx, id).await.and(Err(error)),
    };
    answer(tx, id, form, kept).await
}

async fn submit_removal(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<MemberForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let person = form.person_id.parse().map_err(|_| Error::NotFound)?;
    let kept = remove_member(&tx, id, person).await;
    answer(tx, id, form, kept).await
}

async fn answer(tx: Tx, id: AccountId, form: MemberForm, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}/team"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let account = account::get_to_settle(&tx, id).await?;
            team_page(&tx, account, form, faults).await
        }
    }
}

// In the API.

/// Those who work on an account, and their shares.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = AccountTeamOut)]
struct TeamOut {
    owner_id: Option<PersonId>,
    /// What the owner has of the revenue, in percent: what the others leave.
    #[schema(example = "70")]
    owner_share: String,
    members: Vec<MemberOut>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct MemberOut {
    person_id: PersonId,
    role: MemberRole,
    kind: ShareKind,
    /// In percent, with at most two decimals.
    #[schema(example = "12.5")]
    share: String,
}

impl From<account_member::Model> for MemberOut {
    fn from(row: account_member::Model) -> Self {
        let share = shown(row.share, '.');
        Self { person_id: row.person_id, role: row.role, kind: row.kind, share }
    }
}

/// Who works on an account, and how much of it is counted as whose
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/team",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses((status = 200, body = TeamOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Json<TeamOut>> {
    let account = account::get(&ctx, id).await?;
    let rows = account_member::of(&ctx, id).await?;
    let shares: Vec<Share> = rows.iter().map(account_member::Model::part).collect();
    let members = rows.into_iter().filter(|it| Some(it.person_id) != account.owner_id);
    Ok(Json(TeamOut {
        owner_id: account.owner_id,
        owner_share: shown(of_owner(account.owner_id, &shares), '.'),
        members: members.map(Into::into).collect(),
    }))
}

/// What somebody does for an account.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MemberIn {
    role: MemberRole,
    kind: ShareKind,
    /// In percent, with at most two decimals: `"12.5"`.
    #[serde(default)]
    share: Option<String>,
}

/// Put somebody on the team of an account, or change their part
#[utoipa::path(
    put,
    path = "/api/v1/accounts/{account}/team/{person}",
    tag = "accounts",
    params(("account" = AccountId, Path), ("person" = PersonId, Path)),
    responses(
        (status = 200, body = MemberOut),
        (status = 422, description = "The shares do not add up, or nobody of here", body = api::Problem),
    ),
)]
async fn put(
    ctx: Ctx,
    Path((id, person)): Path<(AccountId, PersonId)>,
    Json(new): Json<MemberIn>,
) -> Result<Json<MemberOut>> {
    let tx = ctx.begin().await?;
    let share = match new.share.as_deref().map(percent) {
        None => 0,
        Some(Some(share)) => share,
        Some(None) => {
            account::get_to_settle(&tx, id).await?;
            return Err(Error::refused(ClientRefused::NoShare));
        }
    };
    let member = Member { person, role: new.role, kind: new.kind, share };
    let row = put_member(&tx, id, member).await?;
    tx.commit().await?;
    Ok(Json(row.into()))
}

/// Take somebody off the team of an account
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}/team/{person}",
    tag = "accounts",
    params(("account" = AccountId, Path), ("person" = PersonId, Path)),
    responses((status = 204, description = "Taken off")),
)]
async fn remove(ctx: Ctx, Path((id, person)): Path<(AccountId, PersonId)>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    remove_member(&tx, id, person).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
