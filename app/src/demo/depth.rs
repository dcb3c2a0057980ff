//! What the made-up company says of its clients beside what everybody does: fields of its own,
//! tags, a shared client, bank accounts.

use std::collections::{BTreeMap, HashMap};

use accounts::{
    BankFields, Choice, Circle, FieldKind, FieldLimits, FieldRecord, FieldSettings, Member,
    MemberRole, NewBankChange, Payment, PaymentMethod, Said, ShareKind, accept_bank, account,
    add_field, propose_bank, put_member, set_custom, set_payment, set_tags,
};
use frame::{App, Tx};
use kernel::{CompanyId, PersonId};
use serde_json::json;

use super::acting;

/// Client, tags, the kind of shop.
const CLIENTS: &[(&str, &[&str], &str)] = &[
    ("Apotek Sumber Waras", &["VIP", "Pesan tiap bulan"], "chain"),
    ("PT Karya Beton Mandiri", &["Proyek"], "single"),
    ("Hotel Griya Blok M", &["VIP", "Kontrak tahunan"], "chain"),
    ("Hotel Puri Kuningan", &["Kontrak tahunan"], "chain"),
];

/// Fills it in.
pub async fn fill(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    settle(&tx).await?;
    for (name, tags, outlets) in CLIENTS {
        let Some(client) = account::of_name(&tx, name).await? else { continue };
        let tags: Vec<String> = tags.iter().map(|it| (*it).to_owned()).collect();
        set_tags(&tx, client.id, &tags).await?;
        let values = BTreeMap::from([("outlets".to_owned(), json!(outlets))]);
        set_custom(&tx, &client, &Said::by_program(&values, false)?).await?;
    }
    tx.commit().await?;
    bank(app, company, people).await
}

async fn settle(tx: &Tx) -> anyhow::Result<()> {
    let choice = |code: &str, id: &str, en: &str| Choice {
        code: code.to_owned(),
        id: id.to_owned(),
        en: en.to_owned(),
        hidden: false,
    };
    let field = |id: &str, en: &str, choices: Vec<Choice>, in_list: bool| FieldSettings {
        label_id: id.to_owned(),
        label_en: en.to_owned(),
        help_id: String::new(),
        help_en: String::new(),
        choices,
        limits: FieldLimits::default(),
        required: false,
        in_list,
        seen_by: Circle::Everybody,
        kept_by: Circle::Everybody,
        hidden: false,
    };
    let outlets = vec![choice("", "Satu gerai", "Single"), choice("", "Jaringan", "Chain")];
    let outlets = field("Gerai", "Outlets", outlets, true);
    add_field(tx, FieldRecord::Account, FieldKind::Choice, outlets).await?;
    let code = field("Kode pelanggan", "Customer code", Vec::new(), false);
    add_field(tx, FieldRecord::Account, FieldKind::Text, code).await?;
    let hobby = field("Minat", "Interests", Vec::new(), false);
    add_field(tx, FieldRecord::Contact, FieldKind::Text, hobby).await?;
    Ok(())
}

/// Ayu shares a client with Rizky, and asks for bank accounts; one of them waits.
async fn bank(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let (Some(&ayu), Some(&rizky), Some(&budi)) =
        (people.get("ayu"), people.get("rizky"), people.get("budi"))
    else {
        return Ok(());
    };
    let tx = acting(app, company, ayu).await?;
    let Some(client) = account::of_name(&tx, CLIENTS[0].0).await? else { return Ok(()) };
    let member = Member {
        person: rizky,
        role: MemberRole::Specialist,
        kind: ShareKind::Revenue,
        share: 2_000,
    };
    put_member(&tx, client.id, member).await?;
    let monthly =
        Payment { term: Some("net_14".to_owned()), method: Some(PaymentMethod::Transfer) };
    set_payment(&tx, client.id, monthly).await?;
    let wish = |number: &str, reason: &str| NewBankChange {
        of: None,
        to: Some(BankFields {
            bank: "BCA".to_owned(),
            number: number.to_owned(),
            holder: "Apotek Sumber Waras".to_owned(),
        }),
        reason: reason.to_owned(),
    };
    let first =
        propose_bank(&tx, client.id, wish("0123456789", "Surat pembukaan rekening")).await?;
    tx.commit().await?;
    let tx = acting(app, company, budi).await?;
    accept_bank(&tx, first.id).await?;
    tx.commit().await?;
    let tx = acting(app, company, ayu).await?;
    propose_bank(&tx, client.id, wish("0987654321", "Email dari bagian keuangan")).await?;
    tx.commit().await?;
    Ok(())
}
