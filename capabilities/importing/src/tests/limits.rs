//! What an import brings in is within what a company lets its own fields hold.

use accounts::{FieldKind, FieldRecord, add_field};
use testing::SRI;

use super::web::{brought, run};
use super::whole::{counts, faults, import, settings, settle, world};

#[tokio::test]
async fn a_row_beyond_a_limit_is_rejected_with_its_column_and_the_reason() {
    let world = world().await;
    import(&world, "klien.csv", "Nama,Luas\nToko Maju,9000\n").await;
    settle(&world, "Luas", |it| it.limits.largest = "1000".parse().ok()).await;
    let mut plate = settings("Pelat", FieldKind::Text);
    plate.limits.pattern = "AA-99".to_owned();
    let tx = world.ctx(SRI).begin().await.unwrap();
    add_field(&tx, FieldRecord::Account, FieldKind::Text, plate).await.unwrap();
    tx.commit().await.unwrap();

    let text = "Nama,Luas,Pelat\nToko Maju,9000,AB-12\nWarung Sari,1000,\n\
        Warung Tini,1001,\nWarung Nia,1,AB12\n";
    let page = brought(&world, &[("klien.csv", text.as_bytes())]).await;
    let mut found = faults(&world, &page).await;
    found.sort_unstable();
    let path = format!("{}/check", page.replace("/settings", "/api/v1"));
    let check = world.browse(SRI).get(&path).await.body;
    let done = run(&world, &page).await;

    let beyond = "importing.beyond_limits".to_owned();
    assert_eq!(found, [(4, "Luas".to_owned(), beyond.clone()), (5, "Pelat".to_owned(), beyond),]);
    assert!(check.contains("This is too large. Allowed: at most 1,000."), "{check}");
    assert!(check.contains("Write it like AB-12."), "{check}");
    assert_eq!(counts(&done, "account"), [0, 2, 0], "what stood before the limit stays: {done}");
}
