//! The clients of the made-up company: shops, clinics and offices in the south of Jakarta.

use std::collections::HashMap;

use accounts::{
    AccountFields, AccountId, AccountStatus, AddressFields, ContactFields, NewAccount, NewContact,
    Tier, add_address, add_contact, open_account, set_place,
};
use activities::write_note;
use frame::{App, Ctx, Tx};
use kernel::geo::Point;
use kernel::{CompanyId, PersonId};
use serde::Deserialize;
use tasks::{NewTask, add_task};

const CLIENTS: &str = include_str!("clients.csv");

/// Every door in the file is found within so many metres.
const RADIUS_M: f64 = 150.0;

/// One line of the file.
#[derive(Deserialize)]
struct Line {
    owner: String,
    name: String,
    status: AccountStatus,
    tier: Tier,
    industry: String,
    phone: String,
    street: String,
    postcode: String,
    /// Some doors nobody has found yet.
    lat: Option<f64>,
    lon: Option<f64>,
    contact: String,
    role: String,
    mobile: String,
}

/// What was heard at clients, and what is next there: whose, where, the note, the step, its day.
const HEARD: &[(&str, &str, &str, &str, i64)] = &[
    (
        "ayu",
        "Apotek Sumber Waras",
        "Stok kertas struk tinggal dua dus. Minta dikirim sebelum akhir bulan.",
        "Kirim penawaran kertas struk",
        1,
    ),
    (
        "ayu",
        "PT Karya Beton Mandiri",
        "Proyek baru di Depok mulai bulan depan, butuh perlengkapan kantor lapangan.",
        "Susun paket kantor lapangan",
        3,
    ),
    (
        "ayu",
        "Hotel Griya Blok M",
        "Pak Bambang hanya ada di tempat setelah pukul 14.00.",
        "Telepon Pak Bambang soal kontrak tahunan",
        -1,
    ),
    (
        "rizky",
        "Hotel Puri Kuningan",
        "Membandingkan harga dengan pemasok lain; yang dicari pengiriman pagi.",
        "Kirim jadwal pengiriman pagi",
        2,
    ),
    (
        "rizky",
        "Universitas Bina Pancoran",
        "Tender alat tulis semester genap dibuka minggu depan.",
        "Ambil dokumen tender",
        4,
    ),
];

/// Writes all of them down, each with its owner.
pub async fn open(tx: &Tx, people: &HashMap<&str, PersonId>) -> anyhow::Result<()> {
    for line in csv::Reader::from_reader(CLIENTS.as_bytes()).deserialize() {
        let line: Line = line?;
        let fields = AccountFields {
            name: line.name,
            status: line.status,
            tier: Some(line.tier),
            industry: Some(line.industry),
            phone: Some(line.phone),
            ..AccountFields::default()
        };
        let owner = people.get(line.owner.as_str()).copied();
        let account = open_account(tx, NewAccount { id: None, owner, fields }).await?.id;
        let address = AddressFields {
            street: line.street,
            city: Some("Jakarta Selatan".to_owned()),
            postcode: Some(line.postcode),
            ..AddressFields::default()
        };
        add_address(tx, account, address).await?;
        if let (Some(lat), Some(lon)) = (line.lat, line.lon) {
            set_place(tx, account, Point { lat, lon }, RADIUS_M).await?;
        }
        let fields = ContactFields {
            name: line.contact,
            phone: Some(line.mobile.clone()),
            whatsapp: Some(line.mobile),
            ..ContactFields::default()
        };
        add_contact(tx, account, NewContact { id: None, role: Some(line.role), fields }).await?;
    }
    Ok(())
}

/// Lets executives write down what they heard.
pub async fn hear(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    for (who, client, note, step, in_days) in HEARD {
        let Some(&person) = people.get(who) else { continue };
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, person).await?;
        let tx = Ctx::new(app.clone(), actor, ctx.now).begin().await?;
        let Some(account) = accounts::account::of_name(&tx, client).await? else { continue };
        let account: AccountId = account.id;
        write_note(&tx, None, account, None, note).await?;
        let due_on = Some(tx.now.day(&tx.actor.zone).plus(*in_days));
        let new = NewTask {
            account: Some(account),
            text: (*step).to_owned(),
            due_on,
            ..NewTask::default()
        };
        add_task(&tx, new).await?;
        tx.commit().await?;
    }
    Ok(())
}
