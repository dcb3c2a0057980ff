//! What a new company begins with.

use frame::{App, Tx};
use kernel::Lang;
use kernel::access::{Role, Roles};
use people::{Founding, Hire, company, found, hire};

/// Founds a company with what every capability begins with.
pub async fn found_company(app: &App, founding: Founding) -> anyhow::Result<company::Model> {
    let company = found(app, founding).await?;
    let tx = app.company(company.id).begin().await?;
    begin_with(&tx).await?;
    tx.commit().await?;
    Ok(company)
}

/// The lists and the shift that a company has before it settles its own.
async fn begin_with(tx: &Tx) -> frame::Result<()> {
    accounts::begin_with(tx).await?;
    attendance::begin_with(tx).await?;
    pipeline::begin_with(tx).await?;
    prospects::begin_with(tx).await?;
    onboarding::begin_with(tx).await?;
    visits::begin_with(tx).await
}

/// Founds a company, with the lists of an industry if one is named, and asks its first
/// administrator in; answers the link.
pub async fn init(
    app: &App,
    company: &str,
    name: &str,
    email: &str,
    starter: Option<&str>,
) -> anyhow::Result<(company::Model, String)> {
    let company = found_company(app, Founding::usual(company)).await?;
    let tx = app.company(company.id).begin().await?;
    if let Some(starter) = starter {
        starters::use_starter(&tx, starter).await?;
    }
    let administrator = hire(
        &tx,
        Hire {
            name: name.to_owned(),
            email: Some(email.to_owned()),
            phone: None,
            roles: Roles::only(Role::Administrator),
            team: None,
            lang: Lang::Id,
        },
    )
    .await?;
    let invitation = identity::invite(&tx, administrator.id).await?;
    tx.commit().await?;
    Ok((company, invitation.url))
}
