//! Tokens of the API, from the shell.

use anyhow::bail;
use clap::Subcommand;
use jembatan::config::Config;
use jembatan::start;
use people::sign_in_name;
use serde_json::json;

/// What can be done with tokens.
#[derive(Subcommand)]
pub enum Token {
    /// Issue a token for somebody; prints the token alone
    Create {
        /// Their address of mail
        #[arg(long)]
        user: String,
        /// How many days it is good for, at most 365
        #[arg(long, default_value_t = 90)]
        days: i64,
        /// The company, when the address is known in several
        #[arg(long)]
        company: Option<String>,
        /// Tell it in one line of JSON
        #[arg(long)]
        json: bool,
    },
}

pub async fn run(config: &Config, command: Token) -> anyhow::Result<()> {
    let Token::Create { user, days, company, json } = command;
    let app = start::start(config).await?;
    let known = sign_in_name::known(&app, &user.to_lowercase()).await?;
    let mut fitting = Vec::new();
    for it in known {
        let named = match &company {
            Some(slug) => people::company::named(&app, slug).await?.map(|it| it.id),
            None => Some(it.company_id),
        };
        if named == Some(it.company_id) {
            fitting.push(it);
        }
    }
    let [person] = fitting.as_slice() else {
        bail!("{} people are known as {user}; name the company with --company", fitting.len());
    };
    let tx = app.company(person.company_id).begin().await?;
    let issued = identity::issue_token(&tx, person.person_id, "shell", days).await?;
    tx.commit().await?;
    app.db.clone().close().await?;
    if json {
        println!("{}", json!({ "id": issued.id, "token": issued.text, "days": days }));
    } else {
        println!("{}", issued.text);
    }
    Ok(())
}
