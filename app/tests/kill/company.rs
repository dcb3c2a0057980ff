//! A company with as many people in the field as there are phones.

use accounts::{AccountFields, NewAccount, open_account};
use frame::Tx;
use frame::app::Clock;
use jembatan::founding::found_company;
use jembatan::start::start_at;
use kernel::access::{Role, Roles};
use kernel::{CompanyId, Lang, PersonId};
use people::{Founding, Hire, hire};
use uuid::Uuid;

use crate::keeper::Keeper;
use crate::phone::Phone;
use crate::program::Home;

pub struct Company {
    pub id: CompanyId,
    people: Vec<Somebody>,
    keeper: String,
}

struct Somebody {
    person: Uuid,
    token: String,
    clients: Vec<Uuid>,
}

impl Company {
    /// Founds it before the program runs for the first time, or between two runs.
    pub fn found(home: &Home, people: usize) -> Self {
        home.runtime.block_on(found(home, people)).unwrap()
    }

    pub fn phones(&self) -> Vec<Phone> {
        let phone = |it: &Somebody| Phone::new(it.token.clone(), it.person, it.clients.clone());
        self.people.iter().map(phone).collect()
    }

    pub fn keeper(&self) -> Keeper {
        Keeper::new(self.keeper.clone())
    }
}

async fn found(home: &Home, count: usize) -> anyhow::Result<Company> {
    let app = start_at(&home.config(), "http://localhost".to_owned(), Clock::System).await?;
    let company = found_company(&app, Founding::usual("PT Uji Tahan")).await?;
    let tx = app.company(company.id).begin().await?;
    let mut people = Vec::new();
    for number in 0..count {
        let (person, token) = comes(&tx, number.to_string(), Role::AccountExecutive).await?;
        let mut clients = Vec::new();
        for client in 0..2 {
            let fields = AccountFields::named(format!("Toko {number}-{client}"));
            let new = NewAccount { id: None, owner: Some(person), fields };
            clients.push(open_account(&tx, new).await?.id.0);
        }
        people.push(Somebody { person: person.0, token, clients });
    }
    let (_, keeper) = comes(&tx, "Personalia".to_owned(), Role::HumanResources).await?;
    tx.commit().await?;
    app.db.clone().close().await?;
    Ok(Company { id: company.id, people, keeper })
}

/// Somebody who may come in, and their token.
async fn comes(tx: &Tx, name: String, role: Role) -> anyhow::Result<(PersonId, String)> {
    let email = format!("{}@uji.example", name.to_lowercase());
    let roles = Roles::only(role);
    let new = Hire { name, email: Some(email), phone: None, roles, team: None, lang: Lang::Id };
    let person = hire(tx, new).await?.id;
    identity::set_password(tx, person, "jembatan yang kokoh".to_owned()).await?;
    Ok((person, identity::issue_token(tx, person, "ponsel", 30).await?.text))
}
