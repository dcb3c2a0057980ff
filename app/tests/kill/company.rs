//! A company with as many people in the field as there are phones.

use accounts::{AccountFields, NewAccount, open_account};
use frame::app::Clock;
use jembatan::founding::found_company;
use jembatan::start::start_at;
use kernel::access::{Role, Roles};
use kernel::{CompanyId, Lang};
use people::{Founding, Hire, hire};
use uuid::Uuid;

use crate::phone::Phone;
use crate::program::Home;

pub struct Company {
    pub id: CompanyId,
    people: Vec<Somebody>,
}

struct Somebody {
    token: String,
    clients: Vec<Uuid>,
}

impl Company {
    /// Founds it before the program runs for the first time, or between two runs.
    pub fn found(home: &Home, people: usize) -> Self {
        home.runtime.block_on(found(home, people)).unwrap()
    }

    pub fn phones(&self) -> Vec<Phone> {
        let phone = |it: &Somebody| Phone::new(it.token.clone(), it.clients.clone());
        self.people.iter().map(phone).collect()
    }
}

async fn found(home: &Home, count: usize) -> anyhow::Result<Company> {
    let app = start_at(&home.config(), "http://localhost".to_owned(), Clock::System).await?;
    let company = found_company(&app, Founding::usual("PT Uji Tahan")).await?;
    let tx = app.company(company.id).begin().await?;
    let mut people = Vec::new();
    for number in 0..count {
        let new = Hire {
            name: format!("Petugas {number}"),
            email: Some(format!("petugas{number}@uji.example")),
            phone: None,
            roles: Roles::only(Role::AccountExecutive),
            team: None,
            lang: Lang::Id,
        };
        let person = hire(&tx, new).await?;
        identity::set_password(&tx, person.id, "jembatan yang kokoh".to_owned()).await?;
        let token = identity::issue_token(&tx, person.id, "ponsel", 30).await?.text;
        let mut clients = Vec::new();
        for client in 0..2 {
            let fields = AccountFields::named(format!("Toko {number}-{client}"));
            let new = NewAccount { id: None, owner: Some(person.id), fields };
            clients.push(open_account(&tx, new).await?.id.0);
        }
        people.push(Somebody { token, clients });
    }
    tx.commit().await?;
    app.db.clone().close().await?;
    Ok(Company { id: company.id, people })
}
