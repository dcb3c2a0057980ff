//! Problems that wait for an answer, as a file.

use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, MAYA, TONO};

use super::{invoice, record, world};

const HERE: &str = "/transactions/problems";

#[tokio::test]
async fn open_problems_are_taken_out_by_whoever_may_and_execute_nothing() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let raise = format!("/transactions/{}/problems", made["id"].as_str().unwrap());
    let raised = world.browse(AYU).post(&raise, "kind=wrong-price&text=%3DSUM(A1)").await;
    assert_eq!(raised.status, 303, "{}", raised.body);

    for who in [BUDI, FAJAR] {
        let page = world.browse(who).get(HERE).await.body;
        assert!(page.contains("/transactions/problems.xlsx"), "{page}");
        let text = world.browse(who).get("/transactions/problems.csv").await;
        let row = text.body.lines().nth(1).unwrap();
        let cells = "INV-1,Wrong price,Toko Maju,'=SUM(A1),Ayu Lestari,2026-03-02,,";
        assert!(row.starts_with(cells), "{row}");
        let sheet = world.browse(who).get("/transactions/problems.xlsx").await.sheet();
        assert_eq!(sheet.len(), 2);
        assert_eq!(sheet[1][3], "=SUM(A1)", "a text, and no formula");
    }
    let other = world.browse(MAYA).get("/transactions/problems.csv").await;
    assert_eq!((other.status, other.body.lines().count()), (200, 1), "{}", other.body);
    for who in [AYU, DEWI, TONO, ANDI] {
        for path in ["/transactions/problems.csv", "/transactions/problems.xlsx"] {
            assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
        }
    }
    assert!(!world.browse(AYU).get(HERE).await.body.contains("problems.csv"));
}

#[tokio::test]
async fn what_was_answered_is_in_no_file() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let raise = format!("/transactions/{}/problems", made["id"].as_str().unwrap());
    world.browse(AYU).post(&raise, "kind=other&text=Siapa").await;
    let listed = world.browse(FAJAR).get("/api/v1/invoice-problems").await.json();
    let one = format!("{HERE}/{}", listed["items"][0]["id"].as_str().unwrap());

    world.browse(FAJAR).post(&one, "answer=Saya").await;

    let text = world.browse(FAJAR).get("/transactions/problems.csv").await.body;
    assert_eq!(text.lines().count(), 1, "{text}");
}
