//! A problem with a document is raised, asked of somebody, and answered once.

use serde_json::json;
use testing::{AYU, BUDI, DEWI, FAJAR, RIZKY, TONO, id};

use super::{MAJU, invoice, record, world};

#[tokio::test]
async fn a_problem_goes_to_finance_and_comes_back_with_an_answer() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let page = format!("/transactions/{}", made["id"].as_str().unwrap());
    let ayu = world.browse(AYU);

    let raised =
        ayu.post(&format!("{page}/problems"), "kind=wrong-price&text=Harganya+50.000").await;
    assert_eq!((raised.status, raised.location()), (303, page.as_str()));
    let list = world.browse(FAJAR).get("/transactions/problems").await.body;
    for part in ["INV-1", "Wrong price", "Harganya 50.000", "Toko Maju", "Ayu"] {
        assert!(list.contains(part), "{part}: {list}");
    }
    let listed = world.browse(FAJAR).get("/api/v1/invoice-problems").await.json();
    let one = format!("/transactions/problems/{}", listed["items"][0]["id"].as_str().unwrap());

    assert_eq!(ayu.post(&one, "answer=Sudah").await.status, 403, "she asked, others answer");
    let blank = world.browse(FAJAR).post(&one, "answer=+").await;
    assert_eq!(blank.status, 422);
    assert!(blank.body.contains("This part is needed."), "{}", blank.body);
    let answered = world.browse(FAJAR).post(&one, "answer=Nota+kredit+menyusul").await;
    assert_eq!((answered.status, answered.location()), (303, page.as_str()));
    let twice = world.browse(FAJAR).post(&one, "answer=Lagi").await;
    assert!(twice.body.contains("answered already"), "{}", twice.body);

    let seen = ayu.get(&page).await.body;
    assert!(seen.contains("Nota kredit menyusul") && seen.contains("Answered"), "{seen}");
    let timeline = ayu.get(&format!("/accounts/{}", id(MAJU))).await.body;
    for part in ["Problem with INV-1 raised: Wrong price", "Problem with INV-1 answered"] {
        assert!(timeline.contains(part), "{part}: {timeline}");
    }
    let list = world.browse(FAJAR).get("/transactions/problems").await.body;
    assert!(list.contains("No open problems"), "{list}");
}

#[tokio::test]
async fn whoever_is_asked_may_answer() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let path = format!("/api/v1/invoices/{}/problems", made["id"].as_str().unwrap());
    let problem = json!({"kind": "other", "text": "Siapa?", "assignee_id": id("budi")});

    let raised = world.browse(FAJAR).post_json(&path, &problem).await;
    assert_eq!(raised.status, 201, "{}", raised.body);
    let id = raised.json()["id"].as_str().unwrap().to_owned();
    let solve = format!("/api/v1/invoice-problems/{id}/solve");
    let answer = json!({"answer": "Saya"});

    assert_eq!(world.browse(RIZKY).post_json(&solve, &answer).await.status, 404);
    let told = world.browse(BUDI).get("/notices").await.body;
    assert!(told.contains("Fajar Nugroho asks you about INV-1: Something else"), "{told}");
    let told = world.browse(BUDI).get("/api/v1/notices").await.body;
    assert!(told.contains(&format!("/transactions/problems/{id}")), "{told}");
    let solved = world.browse(BUDI).post_json(&solve, &answer).await;
    assert_eq!((solved.status, &solved.json()["answer"]), (200, &json!("Saya")), "{}", solved.body);
    let told = world.browse(FAJAR).get("/notices").await.body;
    assert!(told.contains("answered your problem with INV-1"), "{told}");
}

/// Whoever was asked can open what they were asked about.
#[tokio::test]
async fn only_who_sees_the_client_is_asked() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let invoice = made["id"].as_str().unwrap();
    let ask = async |who: &str| {
        let problem = json!({"kind": "other", "text": "Siapa?", "assignee_id": id(who)});
        let path = format!("/api/v1/invoices/{invoice}/problems");
        world.browse(AYU).post_json(&path, &problem).await
    };

    let refused = ask("rizky").await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("transactions.cannot_see"), "{}", refused.body);
    let form = world.browse(AYU).get(&format!("/transactions/{invoice}")).await.body;
    let offered = form.split("name=\"assignee_id\"").nth(1).unwrap();
    let offered = offered.split("</select>").next().unwrap();
    assert!(offered.contains("Budi") && !offered.contains("Rizky"), "{offered}");

    // On the client's team one sees it, and may be asked.
    let member = json!({"role": "specialist", "kind": "overlay", "share": "10"});
    let put = format!("/api/v1/accounts/{}/team/{}", id(MAJU), id("rizky"));
    let put = world.browse(BUDI).ask("PUT", &put, &member.to_string()).await;
    assert_eq!(put.status, 200, "{}", put.body);
    let raised = ask("rizky").await;
    assert_eq!(raised.status, 201, "{}", raised.body);
    let page = format!("/transactions/problems/{}", raised.json()["id"].as_str().unwrap());
    assert_eq!(world.browse(RIZKY).get(&page).await.status, 200);
}

#[tokio::test]
async fn a_problem_for_nobody_in_particular_is_told_to_whoever_keeps_the_books() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let page = format!("/transactions/{}", made["id"].as_str().unwrap());

    world.browse(AYU).post(&format!("{page}/problems"), "kind=wrong-price&text=Salah").await;

    let told = world.browse(FAJAR).get("/notices").await.body;
    assert!(told.contains("Ayu Lestari asks you about INV-1: Wrong price"), "{told}");
    assert!(!world.browse(BUDI).get("/notices").await.body.contains("INV-1"));
}

#[tokio::test]
async fn a_problem_says_what_happened_and_asks_somebody_who_works_here() {
    let world = world().await;
    let made = record(&world, &invoice("INV-1")).await.json();
    let page = format!("/transactions/{}", made["id"].as_str().unwrap());

    let form = format!("kind=&text=&assignee_id={}", id("lina"));
    let refused = world.browse(AYU).post(&format!("{page}/problems"), &form).await;
    assert_eq!(refused.status, 422);
    let form = format!("kind=other&text=x&assignee_id={}", id("lina"));
    let refused = world.browse(AYU).post(&format!("{page}/problems"), &form).await;
    assert!(refused.body.contains("Nobody here is this person."), "{}", refused.body);
    for who in [DEWI, TONO, RIZKY] {
        let seen = world.browse(who).post(&format!("{page}/problems"), "kind=other&text=x").await;
        assert_eq!(seen.status, 404, "{}", who.name);
    }
}
