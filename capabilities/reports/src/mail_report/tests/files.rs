//! What is attached: to each reader what they may take out, in their language, if it is not too
//! large; and a letter whose mark was lost is the same letter.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use frame::mail::Mailer;
use frame::stream::Sought;
use kernel::Instant;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;
use testing::{AYU, BUDI, HENDRA, SRI, Someone, World};

use super::{kept, monday, post_office, settle};
use crate::kept_report::KeptId;
use crate::letter::Letter;
use crate::mail_reader;
use crate::send_report::SendReport;

const FROM: &str = "jembatan@nusantara.example";
const PLENTY: u64 = 1 << 20;
const DUE: &str = "2026-03-09T01:00:00Z";

/// A world with a post office, and what it takes.
async fn world() -> (World, String, std::sync::Arc<std::sync::Mutex<Vec<String>>>) {
    let (url, taken) = post_office().await;
    let world = super::world(Some(Mailer::open(&url, FROM).unwrap())).await;
    (world, url, taken)
}

/// Settles that a question goes out as this.
async fn settled(world: &World, one: &str, file: &str, readers: &[Someone]) -> KeptId {
    let mut mailing = monday(readers);
    mailing["file"] = json!(file);
    let settled = settle(world, HENDRA, one, &mailing).await;
    assert_eq!(settled.status, 200, "{}", settled.body);
    assert_eq!(settled.json()["file"], file);
    KeptId(one.parse().unwrap())
}

async fn letter(world: &World, kept: KeptId, who: Someone, most: u64) -> Letter {
    let ctx = world.app.company(who.company());
    SendReport::of(kept, who.person(), Instant(9)).written(&ctx, most).await.unwrap()
}

#[tokio::test]
async fn each_reader_gets_a_file_of_what_they_may_take_out() {
    let (world, ..) = world().await;
    let one = kept(&world, HENDRA).await;
    let one = settled(&world, &one, "csv", &[HENDRA, BUDI, AYU]).await;

    let region = letter(&world, one, HENDRA, PLENTY).await.file.unwrap();
    let team = letter(&world, one, BUDI, PLENTY).await.file.unwrap();
    let ayu = letter(&world, one, AYU, PLENTY).await;

    assert_eq!((region.name.as_str(), region.kind), ("Mingguan-2026-03-02.csv", team.kind));
    let [region, team] = [region, team].map(|it| String::from_utf8(it.bytes).unwrap());
    assert!(region.contains("Ayu Lestari;IDR;1;0;") && region.contains("Wati"), "{region}");
    assert!(team.contains("Ayu Lestari;IDR;1;0;") && !team.contains("Wati"), "{team}");
    assert_eq!(ayu.file, None, "she may see it, and not take it out");
    assert!(ayu.text.contains("Tidak ada berkas terlampir"), "{}", ayu.text);
    assert!(ayu.text.contains("Rp700.000"), "{}", ayu.text);
}

#[tokio::test]
async fn a_file_is_of_the_kind_that_was_chosen() {
    let (world, ..) = world().await;
    let id = kept(&world, HENDRA).await;

    let one = settled(&world, &id, "xlsx", &[HENDRA]).await;
    let book = letter(&world, one, HENDRA, PLENTY).await;
    settled(&world, &id, "pdf", &[HENDRA]).await;
    let pdf = letter(&world, one, HENDRA, PLENTY).await;
    settled(&world, &id, "none", &[HENDRA]).await;
    let none = letter(&world, one, HENDRA, PLENTY).await;

    assert!(book.text.contains("Terlampir: Mingguan-2026-03-02.xlsx."), "{}", book.text);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.file.unwrap().bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let names: Vec<&Data> = sheet.rows().map(|it| &it[0]).collect();
    assert!(names.contains(&&Data::String("Ayu Lestari".to_owned())), "{names:?}");
    let pdf = pdf.file.unwrap();
    assert_eq!((pdf.name.as_str(), pdf.kind), ("Mingguan-2026-03-02.pdf", "application/pdf"));
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    assert_eq!(none.file, None);
    assert!(!none.text.contains("erlampir"), "{}", none.text);
}

#[tokio::test]
async fn what_is_too_large_is_said_and_not_attached() {
    let (world, ..) = world().await;
    let id = kept(&world, HENDRA).await;

    for file in ["csv", "xlsx", "pdf"] {
        let one = settled(&world, &id, file, &[HENDRA]).await;
        let letter = letter(&world, one, HENDRA, 20).await;

        assert_eq!(letter.file, None, "{file}");
        assert!(letter.text.contains("lebih besar dari 7 MB"), "{}", letter.text);
        assert!(letter.text.contains("http://jembatan.test/reports/sales-progress"));
    }
}

#[tokio::test]
async fn a_file_that_went_out_stands_in_the_audit() {
    let (world, _, taken) = world().await;
    let one = kept(&world, HENDRA).await;
    settled(&world, &one, "csv", &[HENDRA, AYU]).await;

    world.at("2026-03-09T01:00:30Z");
    world.work().await;

    let letters = taken.lock().unwrap().clone();
    assert_eq!(letters.len(), 2);
    let with_file = letters.iter().filter(|it| it.contains("Content-Disposition: attachment"));
    let with_file: Vec<&String> = with_file.collect();
    assert_eq!(with_file.len(), 1);
    assert!(with_file[0].contains("To: hendra@"), "{letters:?}");
    assert!(with_file[0].contains("filename=\"Mingguan-2026-03-09.csv\""), "{letters:?}");
    let sought = Sought { name: "reports.mailed".to_owned(), ..Sought::default() };
    let mailed = frame::stream::audit(&world.ctx(SRI), &sought, 9).await.unwrap();
    assert_eq!(mailed.len(), 1);
}

/// As if the commit after the hand-over had failed: it is not marked, and is tried again.
async fn lose_the_mark(world: &World, one: KeptId) {
    let tx = frame::Ctx::begin(world.ctx(SRI)).await.unwrap();
    let lost = vec![(mail_reader::Column::SentFor, Expr::value(None::<Instant>))];
    let of_it = mail_reader::Column::KeptId.eq(one);
    tx.update_where::<mail_reader::Entity, _>(mail_reader::Column::CompanyId, of_it, lost)
        .await
        .unwrap();
    let again = SendReport::of(one, HENDRA.person(), DUE.parse().unwrap());
    tx.later_by_itself(tx.now, &again).unwrap();
    tx.commit().await.unwrap();
}

fn id(letter: &str) -> &str {
    letter.lines().find(|it| it.starts_with("Message-ID: ")).unwrap()
}

#[tokio::test]
async fn a_letter_whose_mark_was_lost_is_the_same_letter() {
    let (world, url, taken) = world().await;
    let one = kept(&world, HENDRA).await;
    let one = settled(&world, &one, "none", &[HENDRA]).await;
    world.at("2026-03-09T01:00:30Z");
    world.work().await;

    lose_the_mark(&world, one).await;
    world.work().await;
    assert_eq!(taken.lock().unwrap().len(), 1, "this process knows that it was handed over");

    lose_the_mark(&world, one).await;
    let other = world
        .neighbour(crate::routes(), |made| {
            made.mailer = Some(Mailer::open(&url, FROM).unwrap());
            made.jobs = vec![crate::JOBS];
        })
        .await;
    other.at("2026-03-09T01:05:00Z");
    other.work().await;
    let letters = taken.lock().unwrap().clone();
    assert_eq!(letters.len(), 2, "another cannot know");
    assert_eq!(id(&letters[0]), id(&letters[1]), "but whoever gets both can");
}

#[tokio::test]
async fn a_form_says_what_is_attached() {
    let (world, ..) = world().await;
    let one = kept(&world, HENDRA).await;
    let page = format!("/reports/kept/{one}/mail");
    let form = format!("every=weekly&day_weekly=1&hour=7&readers={}", HENDRA.person());
    let hendra = world.browse(HENDRA);
    let api = format!("/api/v1/kept-reports/{one}/mail");

    assert_eq!(hendra.post(&page, &format!("{form}&file=exe")).await.status, 400);
    assert_eq!(hendra.post(&page, &form).await.status, 303);
    assert_eq!(hendra.get(&api).await.json()["file"], "none");
    assert_eq!(hendra.post(&page, &format!("{form}&file=xlsx")).await.status, 303);
    assert_eq!(hendra.get(&api).await.json()["file"], "xlsx");

    let shown = hendra.get(&page).await.body;
    assert!(shown.contains("value=\"xlsx\" checked"), "{shown}");
}
