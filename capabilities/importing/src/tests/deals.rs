//! Deals of other systems keep what those knew of them.

use kernel::Day;
use pipeline::OpportunityKind;
use pipeline::opportunity::Model;
use testing::{SRI, World};

use super::web::{all, brought, run, world};

const HUBSPOT: &str = "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,\
    Pipeline,Next step,Closed Lost Reason\n\
    71,Rak gudang Cakung,contractsent,1500000,Ayu Lestari,2026-09-30,2026-01-05,Sales Pipeline,\
    Kirim kontrak,\n\
    72,Sewa printer,closedwon,2000000,Ayu Lestari,2026-02-14,2026-01-06,Sales Pipeline,,\n\
    73,Meja kerja,closedlost,500000,Ayu Lestari,2026-02-15,2026-01-07,Sales Pipeline,,\
    Owner moved abroad\n";

async fn deal(world: &World, key: &str) -> Model {
    let deals = all::<pipeline::opportunity::Entity>(world).await;
    deals.into_iter().find(|it| it.external_key.as_deref() == Some(key)).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[tokio::test]
async fn an_open_deal_is_expected_to_close_and_a_closed_one_did() {
    let world = world().await;

    let page = brought(&world, &[("deals.csv", HUBSPOT.as_bytes())]).await;
    let done = run(&world, &page).await;
    let [open, won, lost] =
        [deal(&world, "71").await, deal(&world, "72").await, deal(&world, "73").await];
    let again = brought(&world, &[("deals.csv", HUBSPOT.as_bytes())]).await;
    let twice = run(&world, &again).await;

    assert_eq!(done["summary"]["records"]["opportunity"]["created"], 3, "{done}");
    assert_eq!((open.kind, open.name.as_str()), (OpportunityKind::Open, "Rak gudang Cakung"));
    assert_eq!((open.closed_on, open.expected_close_on), (None, Some(day("2026-09-30"))));
    assert_eq!(open.next_step.as_deref(), Some("Kirim kontrak"));
    assert_eq!((won.kind, won.name.as_str()), (OpportunityKind::Won, "Sewa printer"));
    assert_eq!((won.closed_on, won.expected_close_on), (Some(day("2026-02-14")), None));
    assert_eq!((lost.kind, lost.closed_on), (OpportunityKind::Lost, Some(day("2026-02-15"))));
    assert_eq!(lost.lost_note.as_deref(), Some("Owner moved abroad"));
    assert_eq!(twice["summary"]["records"]["opportunity"]["unchanged"], 3, "{twice}");
}

#[tokio::test]
async fn a_deal_that_is_won_since_says_when_and_goes_back_to_the_letter() {
    let world = world().await;
    let page = brought(&world, &[("deals.csv", HUBSPOT.as_bytes())]).await;
    run(&world, &page).await;
    let before = deal(&world, "71").await;

    let later = HUBSPOT.replace("contractsent", "closedwon").replace("2026-09-30", "2026-03-01");
    let page = brought(&world, &[("deals.csv", later.as_bytes())]).await;
    let done = run(&world, &page).await;
    let won = deal(&world, "71").await;
    world.browse(SRI).post(&format!("{page}/undo"), "").await;
    while world.work().await != 0 {}
    let back = deal(&world, "71").await;

    assert_eq!(done["summary"]["records"]["opportunity"]["updated"], 1, "{done}");
    assert_eq!((won.kind, won.closed_on), (OpportunityKind::Won, Some(day("2026-03-01"))));
    assert_eq!(won.expected_close_on, Some(day("2026-09-30")));
    let same = |it: &Model| Model { updated_at: before.updated_at, version: 0, ..it.clone() };
    assert_eq!(same(&back), same(&before));
}

#[tokio::test]
async fn a_deal_without_an_id_is_known_by_its_name_and_called_so() {
    let world = world().await;
    let file = "Nama peluang,Klien,Pemilik,Tahap,Perkiraan tutup\n\
        Rak gudang,Toko Maju,Ayu Lestari,Negosiasi,2026-08-01\n";

    let page = brought(&world, &[("peluang.csv", file.as_bytes())]).await;
    let done = run(&world, &page).await;
    let deal = deal(&world, "Rak gudang").await;

    assert_eq!(done["summary"]["rejected"], 0, "{done}");
    assert_eq!(deal.name, "Rak gudang");
    assert_eq!(deal.expected_close_on, Some(day("2026-08-01")));
}

#[tokio::test]
async fn deals_go_into_the_pipeline_that_the_file_names() {
    let world = world().await;
    let ctx = world.ctx(SRI);
    let known = pipeline::pipeline::all(&ctx).await.unwrap();
    let other = known.iter().find(|it| it.code != pipeline::pipeline::NEW_BUSINESS);
    let Some(other) = other else { panic!("the world has one pipeline: {known:?}") };
    let file =
        HUBSPOT.replace("2026-01-05,Sales Pipeline", &format!("2026-01-05,{}", other.label_en));

    let page = brought(&world, &[("deals.csv", file.as_bytes())]).await;
    run(&world, &page).await;
    let again = brought(&world, &[("deals.csv", file.as_bytes())]).await;
    let twice = run(&world, &again).await;

    assert_eq!(deal(&world, "71").await.pipeline, other.code);
    assert_eq!(deal(&world, "72").await.pipeline, pipeline::pipeline::NEW_BUSINESS);
    assert_eq!(twice["summary"]["records"]["opportunity"]["unchanged"], 3, "{twice}");
}
