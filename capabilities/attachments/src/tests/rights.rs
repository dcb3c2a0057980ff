//! Whoever sees a client sees its files; whoever may change it keeps and hides them.

use serde_json::json;
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, RIZKY, SARI, SRI, WATI, id};

use super::{MAJU, PDF, api, call, deal, kept, of_account, page_of, send, world};

#[tokio::test]
async fn others_do_not_even_find_them() {
    let world = world().await;
    let file = kept(&world.browse(AYU), &of_account(MAJU), "penawaran.pdf", PDF).await;
    let call = call(&world).await;

    for someone in [RIZKY, WATI, DEWI, ANDI, SARI] {
        let browser = world.browse(someone);
        for path in [
            of_account(MAJU),
            api(&of_account(MAJU)),
            format!("/notes/{call}/attachments"),
            page_of(&file, ""),
            page_of(&file, "/download"),
            page_of(&file, "/picture"),
            api(&page_of(&file, "")),
            api(&page_of(&file, "/content")),
        ] {
            assert_eq!(browser.get(&path).await.status, 404, "{}: {path}", someone.name);
        }
        for end in ["/hide", "/restore", ""] {
            let seen = browser.post(&page_of(&file, end), "name=x").await;
            assert_eq!(seen.status, 404, "{}: {end}", someone.name);
        }
        let seen = send(&browser, &api(&of_account(MAJU)), &[("a.pdf", PDF)]).await;
        assert_eq!(seen.status, 404, "{}", someone.name);
    }
}

#[tokio::test]
async fn whoever_only_reads_clients_only_reads_their_files() {
    let world = world().await;
    let file = kept(&world.browse(AYU), &of_account(MAJU), "penawaran.pdf", PDF).await;
    let fajar = world.browse(FAJAR);

    assert_eq!(fajar.get(&page_of(&file, "/download")).await.bytes, PDF);
    let list = fajar.get(&of_account(MAJU)).await.body;
    assert!(list.contains("penawaran.pdf") && !list.contains("type=\"file\""), "{list}");
    for (path, body) in [
        (page_of(&file, "/hide"), ""),
        (page_of(&file, "/restore"), ""),
        (page_of(&file, ""), "name=Lain"),
    ] {
        assert_eq!(fajar.post(&path, body).await.status, 403, "{path}");
    }
    let seen = send(&fajar, &of_account(MAJU), &[("a.pdf", PDF)]).await;
    assert_eq!(seen.status, 403);
}

#[tokio::test]
async fn whoever_answers_for_her_or_works_on_the_client_keeps_files_too() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    let team = format!("/api/v1/accounts/{}/team/{}", id(MAJU), id("rizky"));
    let role = json!({"role": "support", "kind": "overlay", "share": "5"}).to_string();
    let seen = ayu.ask("PUT", &team, &role).await;
    assert!(seen.status < 300, "{}", seen.body);

    for (someone, name) in [(BUDI, "b.txt"), (RIZKY, "r.txt"), (SRI, "s.txt")] {
        let browser = world.browse(someone);
        kept(&browser, &of_account(MAJU), name, name.as_bytes()).await;
        assert_eq!(browser.post(&page_of(&file, "/hide"), "").await.status, 303, "{name}");
        assert_eq!(browser.post(&page_of(&file, "/restore"), "").await.status, 303, "{name}");
    }
}

/// A colleague on the client's team does not see what is kept with a deal that is not theirs.
#[tokio::test]
async fn a_deal_s_files_are_for_those_who_see_the_deal() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = deal(&world).await;
    let file = kept(&ayu, &deal, "margin.pdf", PDF).await;
    let team = format!("/api/v1/accounts/{}/team/{}", id(MAJU), id("rizky"));
    let role = json!({"role": "support", "kind": "overlay", "share": "5"}).to_string();
    ayu.ask("PUT", &team, &role).await;

    let rizky = world.browse(RIZKY);
    assert_eq!(rizky.get(&deal).await.status, 404);
    assert_eq!(rizky.get(&page_of(&file, "/download")).await.status, 404);
    assert_eq!(super::names(&rizky, &of_account(MAJU)).await, Vec::<String>::new());
    assert_eq!(super::names(&world.browse(BUDI), &of_account(MAJU)).await, ["margin.pdf"]);
}

#[tokio::test]
async fn a_file_of_a_deal_is_told_to_whoever_sees_the_deal() {
    let world = world().await;
    let team = format!("/api/v1/accounts/{}/team/{}", id(MAJU), RIZKY.person());
    let part = json!({ "role": "specialist", "kind": "overlay" }).to_string();
    assert_eq!(world.browse(AYU).ask("PUT", &team, &part).await.status, 200);
    let deal = deal(&world).await;
    kept(&world.browse(AYU), &deal, "harga-rahasia.pdf", PDF).await;
    kept(&world.browse(AYU), &of_account(MAJU), "brosur-umum.pdf", PDF).await;

    let page = format!("/accounts/{}", id(MAJU));
    let hers = world.browse(AYU).get(&page).await.body;
    assert!(hers.contains("harga-rahasia.pdf") && hers.contains("brosur-umum.pdf"), "{hers}");
    let his = world.browse(RIZKY).get(&page).await.body;
    assert!(his.contains("brosur-umum.pdf") && !his.contains("harga-rahasia.pdf"), "{his}");
}
