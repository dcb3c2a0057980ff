//! Deals of the made-up company: some in each stage, some won, some lost, some that stand still.

use std::collections::HashMap;

use accounts::account;
use frame::{App, Ctx};
use kernel::{CompanyId, PersonId};
use pipeline::{
    Losing, Moving, NewOpportunity, OpportunityFields, Winning, lose, move_stage, open_opportunity,
    win,
};

/// What became of it: the stage in which it is, or how it ended.
enum Now {
    In(&'static str),
    Won,
    Lost(&'static str, Option<&'static str>),
}

/// Whose, with whom, what, how much in rupiah, in which pipeline, what became of it, so many days
/// ago, the next step.
type Deal =
    (&'static str, &'static str, &'static str, i64, &'static str, Now, i64, Option<&'static str>);

const NEW: &str = "new_business";

const DEALS: &[Deal] = &[
    (
        "ayu",
        "Sekolah Tunas Harapan",
        "Buku dan alat tulis tahun ajaran baru",
        48_500_000,
        NEW,
        Now::In("Prospecting"),
        4,
        Some("Minta daftar kebutuhan dari tata usaha"),
    ),
    (
        "ayu",
        "Kafe Teras Senja",
        "Kertas struk dan cup sleeve",
        6_200_000,
        NEW,
        Now::In("Prospecting"),
        41,
        None,
    ),
    (
        "ayu",
        "PT Karya Beton Mandiri",
        "Paket kantor lapangan Depok",
        87_000_000,
        NEW,
        Now::In("Engaging"),
        9,
        Some("Susun paket kantor lapangan"),
    ),
    (
        "ayu",
        "Hotel Griya Blok M",
        "Kontrak tahunan perlengkapan kamar",
        132_000_000,
        NEW,
        Now::In("Negotiation"),
        6,
        Some("Telepon Pak Bambang soal kontrak tahunan"),
    ),
    (
        "ayu",
        "Apotek Sumber Waras",
        "Kertas struk satu tahun",
        18_750_000,
        NEW,
        Now::In("Proposal"),
        24,
        Some("Kirim penawaran kertas struk"),
    ),
    (
        "ayu",
        "Klinik Pratama Medika Cilandak",
        "Map rekam medis",
        22_400_000,
        NEW,
        Now::Won,
        12,
        None,
    ),
    ("ayu", "Toko Buku Pelangi", "Rak pajang", 9_800_000, NEW, Now::Lost("price", None), 15, None),
    (
        "ayu",
        "Apotek Sumber Waras",
        "Perpanjangan langganan kertas termal",
        15_600_000,
        "renewal",
        Now::In("Upcoming"),
        3,
        Some("Tanyakan stok akhir bulan"),
    ),
    (
        "rizky",
        "Hotel Puri Kuningan",
        "Pengiriman pagi alat tulis",
        64_000_000,
        NEW,
        Now::In("Negotiation"),
        33,
        Some("Kirim jadwal pengiriman pagi"),
    ),
    (
        "rizky",
        "Universitas Bina Pancoran",
        "Tender alat tulis semester genap",
        210_000_000,
        NEW,
        Now::In("Proposal"),
        8,
        Some("Ambil dokumen tender"),
    ),
    (
        "rizky",
        "PT Anugerah Media Kreatif",
        "Kertas foto dan tinta",
        27_300_000,
        NEW,
        Now::In("Engaging"),
        18,
        Some("Bawa contoh cetak"),
    ),
    ("rizky", "Klinik Gigi Senyum Ceria", "Formulir pasien", 5_400_000, NEW, Now::Won, 5, None),
    (
        "rizky",
        "Kopi Sudut Manggarai",
        "Buku pesanan",
        2_100_000,
        NEW,
        Now::Lost("other", Some("Pindah ke kasir digital")),
        20,
        None,
    ),
    (
        "putri",
        "PT Graha Data Solusi",
        "Perlengkapan kantor baru lantai 7",
        156_000_000,
        NEW,
        Now::In("Proposal"),
        2,
        Some("Presentasi ke bagian pengadaan"),
    ),
    (
        "putri",
        "PT Sinar Logistik Nusantara",
        "Label dan lakban gudang",
        73_500_000,
        NEW,
        Now::In("Engaging"),
        52,
        None,
    ),
    (
        "putri",
        "Apotek Kimia Keluarga",
        "Tambahan printer struk",
        12_900_000,
        "upsell",
        Now::In("Idea"),
        7,
        Some("Hitung pemakaian kertas sebulan"),
    ),
    (
        "dimas",
        "Kantor Hukum Wibisono & Rekan",
        "Kertas dokumen legal",
        19_200_000,
        NEW,
        Now::In("Prospecting"),
        11,
        Some("Jadwalkan temu dengan sekretaris"),
    ),
    (
        "dimas",
        "PT Prima Servis Elektronik",
        "Nota servis bernomor",
        8_600_000,
        NEW,
        Now::Won,
        9,
        None,
    ),
    (
        "nuraini",
        "Percetakan Warna Jaya",
        "Kertas art carton",
        41_000_000,
        NEW,
        Now::In("Negotiation"),
        4,
        Some("Sepakati tempo pembayaran"),
    ),
    (
        "nuraini",
        "Klinik Ibu dan Anak Bunda Kasih",
        "Buku kontrol pasien",
        7_700_000,
        NEW,
        Now::In("Engaging"),
        3,
        Some("Kirim contoh cetakan"),
    ),
];

/// Lets everybody open their deals, and lead them where they are.
pub async fn sell(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    for (who, client, name, amount, pipeline, now, days_ago, step) in DEALS {
        let Some(&person) = people.get(who) else { continue };
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, person).await?;
        let present = ctx.now;
        // It came where it is so many days ago, and began a week earlier.
        let opened_at = present.plus_days(-days_ago - 7);
        let tx = Ctx::new(app.clone(), actor.clone(), opened_at).begin().await?;
        let Some(client) = account::of_name(&tx, client).await? else { continue };
        let today = present.day(&tx.actor.zone);
        let fields = OpportunityFields {
            name: (*name).to_owned(),
            account: Some(client.id),
            amount: Some(*amount),
            currency: "IDR".to_owned(),
            expected_close_on: Some(today.plus(30 - days_ago)),
            next_step: step.map(str::to_owned),
            next_step_on: step.map(|_| today.plus(days_ago % 5)),
        };
        let new = NewOpportunity {
            owner: Some(person),
            fields,
            pipeline: Some((*pipeline).to_owned()),
            stage: None,
        };
        let deal = open_opportunity(&tx, new).await?;
        tx.commit().await?;

        let tx = Ctx::new(app.clone(), actor, present.plus_days(-days_ago)).begin().await?;
        match now {
            Now::In(stage) => {
                let to = Moving { stage: (*stage).to_owned(), ..Moving::default() };
                move_stage(&tx, deal.id, &to).await?;
            }
            Now::Won => {
                win(&tx, deal.id, &Winning::default()).await?;
            }
            Now::Lost(reason, note) => {
                let how = Losing {
                    lost_reason: (*reason).to_owned(),
                    lost_note: note.map(str::to_owned),
                    ..Losing::default()
                };
                lose(&tx, deal.id, &how).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}
