//! Prospects of the made-up company: rules that hand them out, some on their way, one that became
//! a client and is being welcomed, one that was let go, and two that wait in the inbox.

use std::collections::HashMap;

use frame::{App, Ctx, Tx};
use kernel::money::Money;
use kernel::{CompanyId, PersonId};
use people::team;
use prospects::rules::assign::Way;
use prospects::{
    Client, Conversion, Deal, NewProspect, Person, ProspectFields, ProspectStatus, RuleFields,
    Status, Whose, add_rule, convert, pause, set_status, write_down,
};
use sea_orm::{ColumnTrait, QueryFilter};

/// What became of it.
enum Now {
    New,
    In(ProspectStatus, &'static str),
    LetGo(&'static str, &'static str),
    /// With what is sold to them.
    Client(&'static str),
}

/// Name, whom one speaks with and as what, telephone, city, industry, source, value, so many days
/// ago, and what became of it.
type Prospect = (
    &'static str,
    (&'static str, &'static str),
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
    i64,
    Now,
);

const PROSPECTS: &[Prospect] = &[
    (
        "Klinik Gigi Putih Cemerlang",
        ("drg. Maya Anindita", "Pemilik"),
        "0812 5550 301",
        "Jakarta Selatan",
        "Klinik",
        "referral",
        18_000_000,
        12,
        Now::Client("Map rekam medis dan kertas resep"),
    ),
    (
        "PT Graha Boga Utama",
        ("Andreas Wijaya", "Bagian pembelian"),
        "0812 5550 302",
        "Jakarta Selatan",
        "Restoran",
        "event",
        145_000_000,
        9,
        Now::In(ProspectStatus::Qualified, "Butuh pasokan kertas struk untuk 14 gerai"),
    ),
    (
        "Toko Alat Tulis Bintang",
        ("Pak Gunawan", "Pemilik"),
        "0812 5550 303",
        "Jakarta Selatan",
        "Ritel",
        "field",
        8_500_000,
        6,
        Now::In(ProspectStatus::Contacted, "Minta katalog dan harga grosir"),
    ),
    (
        "SMK Nusa Bangsa",
        ("Ibu Yuliana", "Tata usaha"),
        "0812 5550 304",
        "Depok",
        "Pendidikan",
        "website",
        32_000_000,
        4,
        Now::In(ProspectStatus::Contacted, "Anggaran baru cair bulan depan"),
    ),
    (
        "Salon Ayunda",
        ("Ayunda Prameswari", "Pemilik"),
        "0812 5550 305",
        "Jakarta Selatan",
        "Ritel",
        "social",
        3_000_000,
        8,
        Now::LetGo("no_need", "Hanya perlu satu kali, sudah beli di tempat lain"),
    ),
    (
        "Apotek Sehat Bersama",
        ("Nur Aini", "Apoteker"),
        "0812 5550 306",
        "Tangerang Selatan",
        "Apotek",
        "phone",
        12_000_000,
        2,
        Now::New,
    ),
    (
        "Hotel Samudra Biru",
        ("Ketut Suarna", "General affairs"),
        "0812 5550 307",
        "Surabaya",
        "Perhotelan",
        "event",
        95_000_000,
        1,
        Now::New,
    ),
    (
        "CV Mitra Abadi",
        ("Hendra", "Pemilik"),
        "0812 5550 308",
        "Makassar",
        "Kontraktor",
        "website",
        27_500_000,
        0,
        Now::New,
    ),
];

/// Settles the rules, writes everybody down, and leads them where they are.
pub async fn fill(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    settle(&tx, people).await?;
    tx.commit().await?;
    let today = app.company(company).now;
    for it in PROSPECTS {
        let mut ctx = app.company(company);
        ctx.now = today.plus_days(-it.7);
        let tx = ctx.begin().await?;
        let (prospect, _) = write_down(&tx, new(it, people)).await?;
        tx.commit().await?;
        let Some(owner) = prospect.owner_id else { continue };
        let actor = identity::actor_of(&app.company(company), owner).await?;
        let later = Ctx::new(app.clone(), actor, today.plus_days(-it.7 / 2));
        lead(later, &prospect, &it.8).await?;
    }
    Ok(())
}

/// Large ones to Ayu, all others around here in turn; one of the team is away.
async fn settle(tx: &Tx, people: &HashMap<&str, PersonId>) -> anyhow::Result<()> {
    let team = tx
        .whole_company::<team::Entity>()
        .filter(team::Column::Name.eq("Jakarta Selatan"))
        .one(&**tx)
        .await?;
    let here = ["DKI Jakarta", "Jakarta Selatan", "Depok", "Tangerang Selatan"];
    let here: Vec<String> = here.map(str::to_owned).to_vec();
    let rule = RuleFields {
        name: "Besar di Jabodetabek".to_owned(),
        places: here,
        industries: Vec::new(),
        sources: Vec::new(),
        value_from: Some(100_000_000),
        way: Way::Person,
        person: people.get("ayu").copied(),
        team: None,
        most_open: Some(15),
        most_clients: None,
        most_in_day: None,
        most_in_month: None,
        retired: false,
    };
    add_rule(tx, rule.clone()).await?;
    let in_turn = RuleFields {
        name: "Jabodetabek bergiliran".to_owned(),
        value_from: None,
        way: Way::Turn,
        person: None,
        team: team.map(|it| it.id),
        most_open: Some(30),
        most_in_day: Some(5),
        ..rule
    };
    add_rule(tx, in_turn).await?;
    if let Some(&dimas) = people.get("dimas") {
        let until = tx.now.day(&tx.actor.zone).plus(6);
        pause(tx, dimas, Some(until), Some("Cuti")).await?;
    }
    Ok(())
}

fn new(it: &Prospect, people: &HashMap<&str, PersonId>) -> NewProspect {
    // Whom somebody sent to Ayu is Ayu's, whatever the rules would say.
    let whose = match (&it.8, people.get("ayu")) {
        (Now::Client(_), Some(&ayu)) => Whose::Person(ayu),
        _ => Whose::Rules,
    };
    NewProspect {
        whose: Some(whose),
        external_key: None,
        fields: ProspectFields {
            name: it.0.to_owned(),
            contact_name: Some(it.1.0.to_owned()),
            contact_role: Some(it.1.1.to_owned()),
            phone: Some(it.2.to_owned()),
            city: Some(it.3.to_owned()),
            industry: Some(it.4.to_owned()),
            source: it.5.to_owned(),
            amount: Some(it.6),
            currency: "IDR".to_owned(),
            ..ProspectFields::default()
        },
    }
}

/// What whoever follows it up did with it.
async fn lead(ctx: Ctx, prospect: &prospects::prospect::Model, now: &Now) -> anyhow::Result<()> {
    let status = |status, reason: Option<&str>, note: &str| Status {
        status,
        reason: reason.map(str::to_owned),
        note: Some(note.to_owned()),
        version: None,
    };
    let tx = ctx.begin().await?;
    match now {
        Now::New => {}
        Now::In(to, note) => {
            set_status(&tx, prospect.id, &status(*to, None, note)).await?;
        }
        Now::LetGo(reason, note) => {
            let how = status(ProspectStatus::Disqualified, Some(reason), note);
            set_status(&tx, prospect.id, &how).await?;
        }
        Now::Client(deal) => {
            let deal = Deal {
                name: (*deal).to_owned(),
                value: prospect.value_amount.map(|it| Money::new(it, "IDR")),
                ..Deal::default()
            };
            let how = Conversion {
                client: Client::New { status: accounts::AccountStatus::Prospect, anyway: true },
                person: Person::New,
                deal: Some(deal),
                version: None,
            };
            convert(&tx, prospect.id, how).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
