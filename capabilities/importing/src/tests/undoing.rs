//! What an import did is taken back, and nothing else.

use accounts::AccountFields;
use tasks::NewTask;

use super::ACCOUNTS;
use super::shop::{Shop, counts, folder, real};
use crate::change::Undoing;
use crate::{RunState, stayed};

#[tokio::test]
async fn undoing_leaves_all_as_it_was() {
    let shop = Shop::new().await;
    let before = shop.dump().await;
    let imported = shop.import(&folder()).await;
    let run = imported.run.unwrap();

    let undone = shop.undo(run).await;

    assert_eq!((undone.undone, undone.stayed), (8_942 + 6, 0));
    assert!(shop.dump().await == before);
    let (run, _) = shop.run(run).await;
    assert_eq!((run.state, run.undone_at.is_some()), (RunState::Undone, true));
    let again = crate::undo(&shop.ctx(), run.id, |_| ()).await.unwrap_err();
    assert_eq!(again.code(), "importing.already_undone");
}

#[tokio::test]
async fn updates_go_back_to_what_was_before() {
    let shop = Shop::new().await;
    let files = ["accounts.csv", "products.csv", "sales_teams.csv"];
    shop.import(&files.map(real)).await;
    let before = shop.dump().await;
    let changed = [
        shop.changed(
            "accounts.csv",
            &[
                ("Acme Corporation,technolgy", "Acme Corporation,retail"),
                ("Betasoloin,medical", "Betasoloin,finance"),
            ],
        ),
        shop.changed("products.csv", &[("GTX Basic,GTX,550", "GTX Basic,GTX,600")]),
        shop.changed(
            "sales_teams.csv",
            &[("Moses Frase,Dustin Brinkmann,Central", "Moses Frase,Melvin Marxen,Central")],
        ),
    ];
    let imported = shop.import(&changed).await;
    assert_eq!(counts(&imported)["account"], (0, 2, 83));
    assert_eq!(counts(&imported)["product"], (0, 1, 6));
    assert_eq!(counts(&imported)["person"], (0, 1, 40));
    assert_ne!(shop.dump().await, before);

    let undone = shop.undo(imported.run.unwrap()).await;

    assert_eq!((undone.undone, undone.stayed), (4, 0));
    assert!(shop.dump().await == before);
}

#[tokio::test]
async fn what_somebody_changed_or_needs_stays_and_is_told() {
    let shop = Shop::new().await;
    let accounts = format!("{ACCOUNTS}A,r,,,1,KE,\nB,r,,,2,KE,A\nC,r,,,3,KE,\nD,r,,,4,KE,\n");
    let path = shop.file("accounts.csv", &accounts);
    let first = shop.import(&[path]).await;
    let people = shop.import(&[real("sales_teams.csv")]).await;
    let update = shop.file("more.csv", &accounts.replace("D,r,,,4", "D,retail,,,40"));
    let second = shop.import(&[update]).await;
    let agent = shop.person("Moses Frase").await.id;
    let [b, c, d] = ["B", "C", "D"].map(|name| shop.account(name));
    let (b, c, d) = (b.await, c.await, d.await);
    let tx = shop.ctx().begin().await.unwrap();
    let phone = AccountFields { phone: Some("08111234567".to_owned()), ..AccountFields::of(&c) };
    accounts::change_account(&tx, c.id, phone).await.unwrap();
    let industry = AccountFields { industry: Some("hotel".to_owned()), ..AccountFields::of(&d) };
    accounts::change_account(&tx, d.id, industry).await.unwrap();
    let (owner, account) = (Some(agent), Some(b.id));
    let task = NewTask { owner, account, text: "Telepon".to_owned(), ..NewTask::default() };
    tasks::add_task(&tx, task).await.unwrap();
    tx.commit().await.unwrap();

    let of_update = shop.undo(second.run.unwrap()).await;
    let of_accounts = shop.undo(first.run.unwrap()).await;
    let of_people = shop.undo(people.run.unwrap()).await;

    assert_eq!((of_update.undone, of_update.stayed), (0, 1));
    let d = shop.account("D").await;
    assert_eq!((d.employees, d.industry.as_deref()), (Some(4), Some("hotel")));
    let ctx = shop.ctx();
    let kept = stayed(&ctx, first.run.unwrap(), 10).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|it| (it.name.as_str(), it.undoing.unwrap())).collect();
    let (needed, changed) = (Undoing::Needed, Undoing::ChangedSince);
    assert_eq!(kept, [("A", needed), ("C", changed), ("D", changed), ("B", needed)]);
    assert_eq!((of_accounts.undone, of_accounts.stayed), (0, 4));
    assert_eq!(of_people.stayed, 3, "whoever has a task stays, in their team and its office");
    assert!(shop.person("Moses Frase").await.team_id.is_some());
}

#[tokio::test]
async fn an_undoing_that_was_killed_goes_on() {
    let shop = Shop::new().await;
    let before = shop.dump().await;
    let run = shop.import(&folder()).await.run.unwrap();
    let reached = tokio::sync::Notify::new();
    let ctx = shop.ctx();
    let undoing = crate::undo(&ctx, run, |it| {
        if 600 <= it.done {
            reached.notify_one();
        }
    });
    tokio::select! {
        biased;
        () = reached.notified() => {},
        _ = undoing => panic!("it was not killed"),
    }
    assert_eq!(shop.run(run).await.0.state, RunState::Undoing);
    let refused = shop.import_telling(&folder(), |_| ()).await.unwrap_err();
    assert_eq!(refused.code(), "importing.undo_unfinished");

    let undone = shop.undo(run).await;

    assert_eq!((undone.undone, undone.stayed), (8_942 + 6, 0));
    assert!(shop.dump().await == before);
}
