//! A book of clients: each with an address, a known place, and somebody to talk to.

use accounts::account::{self, AccountStatus, Tier};
use accounts::place::{self, PlaceState};
use accounts::{AccountId, account_contact, address, contact};
use anyhow::Result;
use frame::Tx;
use kernel::geo::Point;
use sea_orm::ActiveValue::Set;

use super::Member;

/// Written in parts, so that a large book need not fit in memory as rows.
const PART: usize = 2_000;

const FIRST: &[&str] =
    &["Ayu", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gilang", "Hana", "Indra", "Joko"];
const LAST: &[&str] =
    &["Lestari", "Santoso", "Pratama", "Wijaya", "Anggraini", "Saputra", "Hidayat", "Siregar"];
const KIND: &[&str] = &["Toko", "CV", "PT", "UD", "Apotek", "Klinik", "Bengkel", "Warung"];
const WORD: &[&str] = &["Maju", "Sentosa", "Abadi", "Makmur", "Sejahtera", "Jaya", "Bersama"];
const CITY: &[&str] = &["Jakarta Selatan", "Bekasi", "Depok", "Bogor", "Tangerang", "Bandung"];

pub fn person(at: usize) -> String {
    format!("{} {}", FIRST[at % FIRST.len()], LAST[at / FIRST.len() % LAST.len()])
}

/// Where the client of this number is: some 200 m from the next.
pub fn point(at: usize) -> Point {
    let step = |steps: usize| f64::from(u32::try_from(steps).unwrap_or_default()) * 0.002;
    Point { lat: -6.9 + step(at % 350), lon: 106.5 + step(at / 350) }
}

/// So many clients, dealt out to these people one by one.
pub async fn fill(tx: &Tx, people: &mut [Member], count: usize) -> Result<()> {
    let mut at = 0;
    while at < count {
        let part: Vec<usize> = (at..count.min(at + PART)).collect();
        write(tx, people, &part).await?;
        at += PART;
    }
    Ok(())
}

async fn write(tx: &Tx, people: &mut [Member], part: &[usize]) -> Result<()> {
    let (mut accounts, mut addresses, mut places) = (Vec::new(), Vec::new(), Vec::new());
    let (mut contacts, mut posts) = (Vec::new(), Vec::new());
    for &at in part {
        let owner = at % people.len();
        let owner = &mut people[owner];
        let id: AccountId = tx.id();
        owner.accounts.push(id);
        accounts.push(client(tx, owner, id, at));
        addresses.push(sign(tx, id, at));
        places.push(spot(tx, id, at));
        let (somebody, post) = somebody(tx, id, at);
        contacts.push(somebody);
        posts.push(post);
    }
    tx.insert_all(accounts).await?;
    tx.insert_all(addresses).await?;
    tx.insert_all(places).await?;
    tx.insert_all(contacts).await?;
    tx.insert_all(posts).await?;
    Ok(())
}

fn client(tx: &Tx, owner: &Member, id: AccountId, at: usize) -> account::ActiveModel {
    // The number goes first into the mix, so that the order of names is not that of owners.
    let (kind, word) = (KIND[at * 7 % KIND.len()], WORD[at * 11 % WORD.len()]);
    let name = format!("{kind} {word} {:06}", at * 7_919 % 1_000_003);
    account::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        owner_id: Set(Some(owner.id)),
        name_key: Set(frame::text::key(&name)),
        name: Set(name),
        status: Set(AccountStatus::ALL[at % AccountStatus::ALL.len()]),
        tier: Set(Some(Tier::ALL[at % Tier::ALL.len()])),
        industry: Set(Some("retail".to_owned())),
        parent_id: Set(None),
        phone: Set(Some(format!("+6221{at:07}"))),
        website: Set(None),
        founded_year: Set(Some(1_998)),
        revenue_amount: Set(Some(1_250_000_000)),
        revenue_currency: Set(Some("IDR".to_owned())),
        employees: Set(Some(24)),
        country: Set(None),
        tax_number: Set(None),
        last_visit_on: Set(Some(tx.now.plus_days(-1).day(&kernel::Zone::jakarta()))),
        created_at: Set(tx.now),
        updated_at: Set(tx.now),
        hidden_at: Set(None),
        document_language: Set(None),
        external_key: Set(None),
    }
}

fn sign(tx: &Tx, account: AccountId, at: usize) -> address::ActiveModel {
    address::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        account_id: Set(account),
        label: Set(address::AddressLabel::ALL[0]),
        street: Set(format!("Jl. Fatmawati No. {at}")),
        city: Set(Some(CITY[at % CITY.len()].to_owned())),
        province: Set(Some("Jawa Barat".to_owned())),
        postcode: Set(Some("12150".to_owned())),
        country: Set(Some("ID".to_owned())),
    }
}

fn spot(tx: &Tx, account: AccountId, at: usize) -> place::ActiveModel {
    let Point { lat, lon } = point(at);
    place::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        account_id: Set(account),
        lat: Set(lat),
        lon: Set(lon),
        radius_m: Set(150.0),
        state: Set(PlaceState::Confirmed),
        moved_lat: Set(None),
        moved_lon: Set(None),
        updated_at: Set(tx.now),
        decided_at: Set(Some(tx.now)),
    }
}

fn somebody(
    tx: &Tx,
    account: AccountId,
    at: usize,
) -> (contact::ActiveModel, account_contact::ActiveModel) {
    let (id, name): (accounts::ContactId, _) = (tx.id(), person(at));
    let contact = contact::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        name_key: Set(frame::text::key(&name)),
        name: Set(name),
        phone: Set(Some(format!("+62812{at:07}"))),
        whatsapp: Set(Some(format!("+62812{at:07}"))),
        email: Set(None),
        created_at: Set(tx.now),
        updated_at: Set(tx.now),
        hidden_at: Set(None),
        ..Default::default()
    };
    let post = account_contact::ActiveModel {
        company_id: Set(tx.actor.company),
        account_id: Set(account),
        contact_id: Set(id),
        role: Set(Some("Pemilik".to_owned())),
        left_on: Set(None),
    };
    (contact, post)
}
