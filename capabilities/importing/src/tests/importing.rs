//! The real files become records of a new company.

use std::collections::BTreeMap;

use kernel::access::{Act, Area, Role};
use pipeline::{OpportunityKind, opportunity, stage, stage_change};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use tokio::sync::Notify;

use super::ACCOUNTS;
use super::shop::{Shop, counts, folder, real};
use crate::RunState;

#[tokio::test]
async fn the_real_files_become_records() {
    let shop = Shop::new().await;

    let imported = shop.import(&folder()).await;

    assert_eq!(
        counts(&imported),
        BTreeMap::from([
            ("team", (9, 0, 0)),
            ("person", (41, 0, 0)),
            ("product", (7, 0, 0)),
            ("account", (85, 0, 0)),
            ("opportunity", (8_800, 0, 0)),
        ])
    );
    let summary = &imported.summary;
    assert_eq!((summary.rejected, summary.owners_given), (0, 85));
    assert_eq!(summary.opportunities_without_account, 1_425);
    let aliases = summary.files.iter().flat_map(|it| &it.aliases);
    let aliases: Vec<_> = aliases.map(|it| (&*it.from, &*it.to, it.count)).collect();
    assert_eq!(aliases, [("Philipines", "Philippines", 1), ("GTXPro", "GTX Pro", 1_480)]);
    assert_eq!(summary.passed_over, ["SOURCE.md", "data_dictionary.csv"]);

    let people = shop.all::<people::person::Entity>().await;
    let managers = people.iter().filter(|it| it.roles.has(Role::Manager)).count();
    assert_eq!((people.len(), managers), (41, 6));
    assert!(people.iter().all(|it| it.email.is_none()), "invited once they have an address");
    let teams = shop.all::<people::team::Entity>().await;
    assert_eq!((teams.len(), teams.iter().filter(|it| it.manager_id.is_some()).count()), (9, 6));
    let accounts = shop.all::<accounts::account::Entity>().await;
    assert!(accounts.iter().all(|it| it.owner_id.is_some()));
    assert_eq!(accounts.iter().filter(|it| it.parent_id.is_some()).count(), 15);
    let deals = shop.all::<opportunity::Entity>().await;
    assert_eq!(deals.iter().filter(|it| it.account_id.is_none()).count(), 1_425);
    let won = deals.iter().filter(|it| it.kind == OpportunityKind::Won);
    let won: i64 = won.filter_map(|it| it.value_amount).sum();
    assert_eq!(won, 1_000_553_400, "10,005,534 dollars");
    deals_stand_in_the_stages_of_new_business(&shop, &deals).await;
    let (run, changes) = shop.run(imported.run.unwrap()).await;
    assert_eq!((run.state, run.steps, run.done), (RunState::Finished, 8_942, 8_942));
    assert_eq!(changes, 8_942 + 6, "and six teams got their manager");

    let before = shop.dump().await;
    let again = shop.import(&folder()).await;
    assert_eq!(counts(&again)["opportunity"], (0, 0, 8_800));
    assert_eq!(again.summary.total().unchanged, 8_942);
    assert!(shop.dump().await == before, "importing twice changes nothing");
    assert_eq!(shop.run(again.run.unwrap()).await.1, 0);

    a_manager_sees_what_their_team_looks_after(&shop).await;
}

async fn deals_stand_in_the_stages_of_new_business(shop: &Shop, deals: &[opportunity::Model]) {
    let mut stages: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for deal in deals {
        *stages.entry((&deal.pipeline, &deal.stage)).or_default() += 1;
    }
    assert_eq!(
        stages,
        BTreeMap::from([
            (("new_business", "Prospecting"), 500),
            (("new_business", "Engaging"), 1_589),
            (("new_business", "Won"), 4_238),
            (("new_business", "Lost"), 2_473),
        ])
    );
    let log = shop.all::<stage_change::Entity>().await;
    assert_eq!(log.len(), 8_800, "each begins its log");
    assert_eq!(log.iter().filter(|it| it.stayed_s.is_some()).count(), 4_238 + 2_473);
    let known: BTreeMap<_, _> = deals.iter().map(|it| (it.id, it)).collect();
    for entry in &log {
        let deal = known[&entry.opportunity_id];
        assert_eq!((&entry.stage, entry.at), (&deal.stage, deal.stage_since));
        let day = deal.closed_on.or(deal.engaged_on);
        assert!(day.is_none_or(|it| it == entry.at.day(&kernel::Zone::jakarta())));
    }
}

#[tokio::test]
async fn a_stage_is_found_by_name_or_made() {
    let shop = Shop::new().await;
    let basis = [real("accounts.csv"), real("products.csv"), real("sales_teams.csv")];
    shop.import(&basis).await;
    let head = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,\
        close_value\n";
    let row = |stage: &str| format!("{head}A1,Moses Frase,GTX Pro,Acme Corporation,{stage},,,\n");
    shop.import(&[shop.file("sales_pipeline_1.csv", &row("Engaging"))]).await;
    let before = shop.all::<opportunity::Entity>().await;
    assert_eq!((&*before[0].stage, &*before[0].name), ("Engaging", "GTX Pro · Acme Corporation"));

    let moved = shop.import(&[shop.file("sales_pipeline_2.csv", &row("Prospecting"))]).await;

    assert_eq!(counts(&moved)["opportunity"], (0, 1, 0));
    assert_eq!(shop.all::<opportunity::Entity>().await[0].stage, "Prospecting");
    assert_eq!(shop.all::<stage_change::Entity>().await.len(), 2, "the log goes on");
    shop.undo(moved.run.unwrap()).await;
    let back = shop.all::<opportunity::Entity>().await;
    assert_eq!((&*back[0].stage, back[0].stage_since), ("Engaging", before[0].stage_since));

    // Whatever people call it now, it is the same stage.
    let tx = shop.ctx().begin().await.unwrap();
    let engaging = shop.all::<stage::Entity>().await.into_iter();
    let engaging = engaging.filter(|it| it.pipeline == "new_business" && it.code == "Engaging");
    for it in engaging {
        let mut row = sea_orm::IntoActiveModel::into_active_model(it);
        row.label_en = sea_orm::ActiveValue::Set("In talks".to_owned());
        tx.update(row).await.unwrap();
    }
    tx.commit().await.unwrap();
    let again = shop.import(&[shop.file("sales_pipeline_3.csv", &row("Engaging"))]).await;
    assert_eq!(counts(&again)["opportunity"], (0, 0, 1));
}

async fn a_manager_sees_what_their_team_looks_after(shop: &Shop) {
    let manager = shop.person("Dustin Brinkmann").await;
    let team = manager.team_id;
    let ctx = shop.seen_by(manager.id).await;

    let accounts = ctx.find::<accounts::account::Entity>().all(&ctx).await.unwrap();
    let deals = ctx.find::<opportunity::Entity>().count(&ctx).await.unwrap();

    let people = shop.all::<people::person::Entity>().await;
    let mine: Vec<_> = people.iter().filter(|it| it.team_id == team).map(|it| it.id).collect();
    assert_eq!(mine.len(), 1 + 5, "five agents and the manager");
    assert!(!accounts.is_empty() && accounts.len() < 85);
    assert!(accounts.iter().all(|it| it.owner_id.is_some_and(|owner| mine.contains(&owner))));
    let all = shop.all::<opportunity::Entity>().await;
    let of_mine = all.iter().filter(|it| mine.contains(&it.owner_id)).count();
    assert_eq!(deals, of_mine as u64);
    assert!(ctx.permit_company(Act::View, Area::Imports).is_err());
}

#[tokio::test]
async fn a_dry_run_changes_nothing() {
    let shop = Shop::new().await;
    let before = shop.dump().await;

    let dry = shop.dry_run(&folder()).await;

    assert_eq!(dry.run, None);
    assert_eq!(counts(&dry)["account"], (85, 0, 0));
    assert_eq!(dry.summary.owners_given, 85);
    assert!(shop.dump().await == before);
    assert_eq!(shop.all::<crate::run::Entity>().await, []);
}

#[tokio::test]
async fn an_import_that_was_killed_is_completed_by_another() {
    let shop = Shop::new().await;
    let reached = Notify::new();
    let files = folder();
    let import = shop.import_telling(&files, |it| {
        if 600 <= it.done {
            reached.notify_one();
        }
    });
    let killed = tokio::select! {
        biased;
        () = reached.notified() => true,
        _ = import => false,
    };
    assert!(killed);
    let (half, changes) = {
        let runs = shop.all::<crate::run::Entity>().await;
        shop.run(runs[0].id).await
    };
    assert_eq!(half.state, RunState::Running);
    let written = usize::try_from(half.done).unwrap();
    assert!((600..8_942).contains(&written) && written <= changes, "{written} {changes}");

    let rest = shop.import(&folder()).await;

    let total = rest.summary.total();
    assert_eq!(total.created + total.unchanged, 8_942);
    assert_eq!(total.unchanged, written as u64);
    assert_eq!(shop.run(half.id).await.0.state, RunState::Interrupted);
    let whole = shop.dump().await;
    assert_eq!(shop.import(&folder()).await.summary.total().unchanged, 8_942);
    assert!(shop.dump().await == whole);
    assert_eq!(shop.all::<opportunity::Entity>().await.len(), 8_800);
}

#[tokio::test]
async fn what_was_rejected_is_kept_mended_and_imported() {
    let shop = Shop::new().await;
    let path = shop.file("accounts.csv", &format!("{ACCOUNTS}A,r,,,x,KE,\nB,r,,,5,KE,\n"));
    let first = shop.import(&[path]).await;
    assert_eq!((first.summary.rejected, counts(&first)["account"]), (1, (1, 0, 0)));
    let ctx = shop.ctx();
    let kept = crate::kept_errors::of_run(&ctx, first.run.unwrap()).await.unwrap();
    assert_eq!((kept[0].name.as_str(), kept[0].rejected), ("accounts.csv", 1));
    assert_eq!(kept[0].content, first.error_files[0].content);

    let mended = shop.file("mended.csv", &kept[0].content.replace(",x,", ",7,"));
    let second = shop.import(&[mended]).await;

    assert_eq!((second.summary.rejected, counts(&second)["account"]), (0, (1, 0, 0)));
    assert_eq!(shop.account("A").await.employees, Some(7));
}

#[tokio::test]
async fn accounts_without_an_owner_get_one_when_their_deals_come() {
    let shop = Shop::new().await;
    shop.import(&[real("accounts.csv"), real("products.csv"), real("sales_teams.csv")]).await;
    assert_eq!(shop.account("Acme Corporation").await.owner_id, None);

    let imported = shop.import(&[real("sales_pipeline.csv")]).await;

    assert_eq!(imported.summary.owners_given, 85);
    assert_eq!(counts(&imported)["account"], (0, 85, 0));
    let ctx = shop.ctx();
    let ownerless = ctx.find::<accounts::account::Entity>();
    let ownerless = ownerless.filter(accounts::account::Column::OwnerId.is_null());
    assert_eq!(ownerless.count(&ctx).await.unwrap(), 0);
}

#[tokio::test]
async fn spaces_that_nobody_sees_make_no_second_record() {
    let shop = Shop::new().await;
    let path = shop.file("accounts.csv", &format!("{ACCOUNTS}Toko  Maju\u{a0}Jaya,r,,,5,kenya,\n"));

    shop.import(std::slice::from_ref(&path)).await;
    let again = shop.import(&[path]).await;

    assert_eq!(counts(&again)["account"], (0, 0, 1));
    assert_eq!(shop.account("Toko Maju Jaya").await.country.as_deref(), Some("KE"));
}
