//! The list of tasks as a file: within rights, as narrowed, with the deal that a task is about.

use frame::stream::{Sought, audit};
use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SRI, TONO, WATI, World, id};

use super::{deal, task, world};

/// Three tasks of Ayu's, one of them about a deal, and one of Wati's.
async fn some(world: &World) {
    let ayu = world.browse(AYU);
    task(&ayu, "Faktur", "2026-02-27", None).await;
    task(&ayu, "=1+1", "2026-03-04", Some("14:00")).await;
    let deal = deal(&ayu).await;
    let about = format!("/api/v1/opportunities/{}/tasks", deal["id"].as_str().unwrap());
    let wish = json!({"text": "Kirim draf", "due_on": "2026-03-05"});
    let made = ayu.post_json(&about, &wish).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let wish = json!({"text": "Hitung stok", "account_id": id("gudang-utara"),
        "due_on": "2026-03-09", "repeat": "FREQ=WEEKLY;BYDAY=MO"});
    let made = world.browse(WATI).post_json("/api/v1/tasks", &wish).await;
    assert_eq!(made.status, 201, "{}", made.body);
}

/// The first cell of each row below the head.
fn texts(sheet: &[Vec<String>]) -> Vec<&str> {
    sheet.iter().skip(1).map(|it| it[0].as_str()).collect()
}

#[tokio::test]
async fn a_file_holds_the_tasks_that_one_may_take_out() {
    let world = world().await;
    some(&world).await;

    let of_ayu = ["Faktur", "=1+1", "Kirim draf"];
    let all = [of_ayu.as_slice(), &["Hitung stok"]].concat();
    for (who, expected) in [
        (BUDI, of_ayu.to_vec()),
        (MAYA, vec!["Hitung stok"]),
        (HENDRA, all.clone()),
        (FAJAR, all.clone()),
        (SRI, all),
    ] {
        let sheet = world.browse(who).get("/tasks.xlsx?whose=all").await.sheet();
        assert_eq!(texts(&sheet), expected, "{}", who.name);
        let text = world.browse(who).get("/tasks.csv?whose=all").await;
        assert_eq!(text.body.lines().count(), sheet.len(), "{}", who.name);
    }
    for who in [AYU, RIZKY, WATI, DEWI, TONO, ANDI] {
        for path in ["/tasks.csv", "/tasks.xlsx"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
    }
    assert!(!world.browse(AYU).get("/tasks").await.body.contains("/tasks.csv"));
}

#[tokio::test]
async fn a_row_says_client_deal_and_when_and_executes_nothing() {
    let world = world().await;
    some(&world).await;

    let text = world.browse(HENDRA).get("/tasks.csv?whose=all").await.body;

    let rows: Vec<&str> = text.lines().collect();
    for (at, cells) in [
        (2, "'=1+1,Toko Maju,,Ayu Lestari,2026-03-04,14:00 WIB,,,2026-03-02,,"),
        (3, "Kirim draf,Toko Maju,Kertas 2026,Ayu Lestari,2026-03-05,,,,2026-03-02,,"),
    ] {
        assert!(rows[at].starts_with(cells), "{}", rows[at]);
    }
    let sheet = world.browse(HENDRA).get("/tasks.xlsx?whose=all").await.sheet();
    assert_eq!(sheet[2][0], "=1+1", "a text, and no formula");
    assert!(sheet[4][6].contains("Mon"), "{:?}", sheet[4]);
    // Whoever keeps the books sees every client and every deal.
    assert!(world.browse(FAJAR).get("/tasks.csv?whose=all").await.body.contains("Kertas 2026"));
}

#[tokio::test]
async fn a_file_of_tasks_is_narrowed_as_the_list_is_and_remembered() {
    let world = world().await;
    some(&world).await;
    let budi = world.browse(BUDI);

    let page = budi.get("/tasks?whose=all&when=overdue").await.body;
    assert!(page.contains("/tasks.csv?when=overdue&#38;whose=all"), "{page}");
    let late = budi.get("/tasks.xlsx?whose=all&when=overdue").await.sheet();
    assert_eq!(texts(&late), ["Faktur"]);
    let of_client = format!("/tasks.xlsx?whose=all&account_id={}", id("apotek-sehat"));
    assert_eq!(texts(&budi.get(&of_client).await.sheet()), [""; 0]);
    // Unless all are asked for, the page shows one's own, and so does the file.
    assert_eq!(texts(&budi.get("/tasks.xlsx").await.sheet()), [""; 0]);
    assert_eq!(budi.get("/tasks.csv?when=never").await.status, 400);

    let name = "agenda.tasks_exported".to_owned();
    let events = audit(&world.ctx(SRI), &Sought { name, ..Sought::default() }, 9).await.unwrap();
    assert_eq!(events.len(), 3);
    assert!(events.iter().all(|it| it.says()["form"] == "xlsx"));
}
