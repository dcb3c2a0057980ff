//! A step is written down on the page of a client, and done.

use kernel::{Lang, Refusal};
use serde_json::json;
use testing::{AYU, FAJAR, RIZKY};

use super::{MAJU, account, kept, tx, world};
use crate::rules::task::TaskRefused;
use crate::{NewTask, add_task, finish_task};

#[tokio::test]
async fn steps_stand_on_the_page() {
    let world = world().await;
    let page = format!("/accounts/{}", account(MAJU));
    let browser = world.browse(AYU);

    browser.post(&format!("{page}/tasks"), "step=Kirim+penawaran&due_on=2026-03-01").await;
    let no_day = browser.post(&format!("{page}/tasks"), "step=Telepon&due_on=besok").await;
    let seen = browser.get(&page).await.body;

    assert!(
        seen.contains("Kirim penawaran") && seen.contains("Overdue since 1 Mar 2026"),
        "{seen}"
    );
    assert_eq!(no_day.status, 422);
    assert!(no_day.body.contains(r#"value="Telepon""#), "{}", no_day.body);
    assert!(no_day.body.contains("This is not a date between 1000 and 2999."), "{}", no_day.body);
    // Everything else is there as ever, and the tasks once.
    assert!(no_day.body.contains("Jl. Fatmawati 12"), "{}", no_day.body);
    assert_eq!(no_day.body.matches("<h2>Tasks</h2>").count(), 1, "{}", no_day.body);
}

#[tokio::test]
async fn tasks_stand_before_the_people_and_whoever_only_reads_adds_none() {
    let world = world().await;
    let page = format!("/accounts/{}", account(MAJU));
    let form = format!("action=\"{page}/tasks\"");

    let seen = world.browse(AYU).get(&page).await.body;
    let reader = world.browse(FAJAR).get(&page).await.body;

    let at = |text: &str| seen.find(text).unwrap_or_else(|| panic!("{text}: {seen}"));
    assert!(at("<h2>Tasks</h2>") < at("<h2>Contacts</h2>"), "{seen}");
    assert!(seen.contains(&form), "{seen}");
    assert!(reader.contains("<h2>Tasks</h2>") && !reader.contains(&form), "{reader}");
}

#[tokio::test]
async fn a_step_is_done_once_and_by_whom_it_concerns() {
    let world = world().await;
    let writing = tx(&world, AYU).await;
    let new =
        NewTask { account: Some(account(MAJU)), text: "Telepon".to_owned(), ..NewTask::default() };
    let made = add_task(&writing, new).await;
    let task = kept(writing, made).await;

    let foreign = world.browse(RIZKY).post(&format!("/tasks/{}/done", task.id), "").await;
    let mine = world.browse(AYU).post(&format!("/tasks/{}/done", task.id), "").await;
    let again = finish_task(&tx(&world, AYU).await, task.id).await.unwrap();

    assert_eq!((foreign.status, mine.status), (404, 303));
    assert!(again.done_at.is_some());
}

#[tokio::test]
async fn tasks_of_two_clients_that_become_one_are_of_that_one() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let sehat = account("apotek-sehat");
    ayu.post(&format!("/accounts/{sehat}/tasks"), "step=Kirim+contoh").await;

    let merge = json!({"merged_id": sehat, "take": []});
    let path = format!("/api/v1/accounts/{}/merge", account(MAJU));
    assert_eq!(ayu.post_json(&path, &merge).await.status, 200);

    let seen = ayu.get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(seen.contains("Kirim contoh"), "{seen}");
}

#[test]
fn every_refusal_speaks_both_languages() {
    use TaskRefused as No;

    for refusal in [No::NoText, No::NotADay, No::UnknownAccount, No::Unseen, No::NoDay, No::TooLate]
    {
        let (id, en) = (refusal.sentence(Lang::Id), refusal.sentence(Lang::En));
        assert!(!id.is_empty() && id != en, "{refusal:?}");
        assert!(refusal.code().starts_with("accounts."), "{refusal:?}");
    }
}
