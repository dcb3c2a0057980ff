//! What an import brought is found by the one search, and nothing of it stays there once the import
//! is undone.

use frame::search::posting;
use frame::web::page::address;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use testing::{SRI, World};
use uuid::Uuid;

use super::web::{brought, run};
use super::whole::undo;

/// A file that brings one record.
struct Brings {
    kind: &'static str,
    file: &'static str,
    text: &'static str,
    /// That no other record says.
    word: &'static str,
    title: &'static str,
}

const FILES: &[Brings] = &[
    Brings {
        kind: "account",
        file: "klien.csv",
        text: "Nama,Telepon,Situs web\nPT Sejahtera Abadi,021-5550-881,abadi.example\n",
        word: "sejahtera",
        title: "PT Sejahtera Abadi",
    },
    Brings {
        kind: "contact",
        file: "contacts.csv",
        text: "First Name,Last Name,Company Name,Email,Phone Number,Job Title\n\
            Rina,Kartika,Toko Maju,rina.k@toko.example,0812-9999-0001,Pembelian\n",
        word: "kartika",
        title: "Rina Kartika",
    },
    Brings {
        kind: "opportunity",
        file: "deals.csv",
        text: "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Pipeline,\
            Next step,Closed Lost Reason\n\
            71,Rak arsip Pulogadung,contractsent,1500000,Ayu Lestari,2026-09-30,2026-01-05,\
            Sales Pipeline,Kirim kontrak,\n",
        word: "pulogadung",
        title: "Rak arsip Pulogadung",
    },
    Brings {
        kind: "prospect",
        file: "prospek.csv",
        text: "Nama Prospek;No. HP;Kota;Penanggung jawab\n\
            Warung Kenari;0812-5550-992;Bogor;Ayu Lestari\n",
        word: "kenari",
        title: "Warung Kenari",
    },
];

async fn world() -> World {
    let routes = accounts::routes().merge(crate::routes());
    World::furnished(routes, |made| {
        made.jobs = vec![frame::JOBS, accounts::JOBS, crate::JOBS];
        made.readers = vec![accounts::READERS, pipeline::READERS];
        made.searched = vec![accounts::SEARCHED, pipeline::SEARCHED, prospects::SEARCHED];
    })
    .await
}

/// What the API finds, as `kind: title`.
async fn found(world: &World, words: &str) -> Vec<String> {
    let seen = world.browse(SRI).get(&address("/api/v1/search", [("q", words)])).await.json();
    let mut found = Vec::new();
    for group in seen.as_array().unwrap() {
        for hit in group["hits"].as_array().unwrap() {
            let title = hit["title"].as_str().unwrap();
            found.push(format!("{}: {title}", group["kind"].as_str().unwrap()));
        }
    }
    found
}

/// What the index keeps, as far as it fits: a record, and a word of it.
#[expect(clippy::disallowed_methods, reason = "the index is nobody's record")]
async fn kept(world: &World, fits: SimpleExpr) -> Vec<(Uuid, String)> {
    let postings = posting::Entity::find().filter(fits).all(&world.ctx(SRI)).await.unwrap();
    postings.into_iter().map(|it| (it.record_id, it.word)).collect()
}

#[tokio::test]
async fn what_an_import_brought_leaves_the_search_with_its_undoing() {
    let world = world().await;
    for Brings { kind, file, text, word, title } in FILES {
        let page = brought(&world, &[(*file, text.as_bytes())]).await;
        let done = run(&world, &page).await;
        assert_eq!(done["summary"]["records"][*kind]["created"], 1, "{done}");
        let with = found(&world, word).await;
        let under = kept(&world, posting::Column::Word.eq(*word)).await;

        let undone = undo(&world, &page).await;

        assert_eq!(undone["stayed"], 0, "{kind}: {undone}");
        assert_eq!(with, [format!("{kind}: {title}")], "{kind}");
        let [(record, _)] = under[..] else { panic!("{kind}: {under:?}") };
        assert_eq!(found(&world, word).await, Vec::<String>::new(), "{kind}");
        // No page would show what is left of a record that is gone: the index itself is asked.
        let left = kept(&world, posting::Column::RecordId.eq(record)).await;
        assert!(left.is_empty(), "{kind}: {left:?}");
    }
}

#[tokio::test]
async fn what_an_import_changed_is_found_again_by_what_it_was() {
    let world = world().await;
    let first = "Nama,Telepon\nHotel Senja,021-5550-107\n";
    let page = brought(&world, &[("klien.csv", first.as_bytes())]).await;
    run(&world, &page).await;
    let later = first.replace("107", "208");
    let page = brought(&world, &[("klien.csv", later.as_bytes())]).await;
    run(&world, &page).await;
    assert_eq!(found(&world, "021-5550-208").await, ["account: Hotel Senja"]);
    assert_eq!(found(&world, "021-5550-107").await, Vec::<String>::new());

    let undone = undo(&world, &page).await;

    assert_eq!(undone["stayed"], 0, "{undone}");
    assert_eq!(found(&world, "021-5550-107").await, ["account: Hotel Senja"]);
    assert_eq!(found(&world, "021-5550-208").await, Vec::<String>::new());
}
