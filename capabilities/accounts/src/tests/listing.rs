//! The list of clients: filters that one sees and takes away, columns that one chooses, rows that one
//! ticks.

use testing::{AYU, BUDI, FAJAR, RIZKY, SRI, World};

use super::{MAJU, account, world};

/// The words of the heads of the table, in their order.
fn heads(page: &str) -> Vec<String> {
    let head = page.split("<thead>").nth(1).unwrap_or_default().split("</thead>").next().unwrap();
    let cells = head.split("<th ").skip(1).filter_map(|it| it.split_once('>'));
    let words = cells.map(|it| it.1.split("</th>").next().unwrap().to_owned());
    words.filter(|it| !it.contains("<input")).collect()
}

async fn field(world: &World, form: &str) {
    let seen = world.browse(SRI).post("/settings/clients/fields/new", form).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

#[tokio::test]
async fn a_filter_in_force_is_said_and_can_be_taken_away() {
    let world = world().await;
    let rizky = format!("/accounts?tier=C&owner_id={}", RIZKY.person());

    let page = world.browse(BUDI).get(&rizky).await.body;

    assert!(page.contains("Tier: Tier C") && page.contains("Owner: Rizky Pratama"), "{page}");
    assert!(page.contains(r#"href="/accounts?tier=C""#), "without the owner: {page}");
    let without_tier = format!(r#"href="/accounts?owner_id={}""#, RIZKY.person());
    assert!(page.contains(&without_tier), "{page}");
    assert!(page.contains("1 client<"), "{page}");
    let whole = world.browse(BUDI).get("/accounts").await.body;
    assert!(!whole.contains("Remove filter"), "{whole}");
}

#[tokio::test]
async fn a_filter_that_is_no_more_shows_nothing_and_says_so() {
    let world = world().await;
    let nobody = format!("owner_id={}", account(MAJU));
    for gone in ["tag=Hilang", "custom.hilang=x", nobody.as_str(), "tier=Z", "unvisited_days=-1"] {
        let seen = world.browse(BUDI).get(&format!("/accounts?q=toko&{gone}")).await;
        assert_eq!(seen.status, 200, "{gone}: {}", seen.body);
        assert!(seen.body.contains("This filter is no longer there"), "{gone}: {}", seen.body);
        assert!(!seen.body.contains("Toko Maju"), "{gone}: {}", seen.body);
        assert!(seen.body.contains(r#"href="/accounts?q=toko""#), "a way out: {}", seen.body);
    }
    let page = world.browse(BUDI).get("/accounts?tier=Z").await.body;
    assert!(page.contains(r#"<option value="Z" selected>"#), "sending the form keeps it: {page}");
    assert_eq!(world.browse(BUDI).get("/accounts.csv?tier=Z").await.status, 400);
}

#[tokio::test]
async fn a_filter_that_the_menus_do_not_offer_is_in_force_all_the_same() {
    let world = world().await;
    let page = world.browse(BUDI).get("/accounts?unvisited_days=45").await.body;

    assert!(page.contains(r#"<option value="45" selected>"#), "{page}");
    assert!(page.contains("Toko Maju"), "{page}");
    // Whoever sees their own alone may open a view that names a colleague.
    let mine = format!("/accounts?owner_id={}", RIZKY.person());
    let page = world.browse(AYU).get(&mine).await.body;
    assert!(page.contains("Owner: Rizky Pratama") && !page.contains("Warung Sari"), "{page}");
}

#[tokio::test]
async fn columns_are_shown_in_the_order_in_which_they_are_chosen() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let usual = budi.get("/accounts").await.body;
    assert_eq!(heads(&usual), ["Client name", "Tier", "Status", "Owner", "Last visit"]);
    let chosen = budi.get("/accounts?columns=industry&columns=tier&q=toko").await.body;
    assert_eq!(heads(&chosen), ["Client name", "Industry", "Tier"]);
    // What is chosen stays in every address of the page.
    assert!(chosen.contains("columns=industry%2Ctier"), "{chosen}");
    assert!(chosen.contains(r#"name="columns" value="industry,tier""#), "{chosen}");
    let moved = budi.get("/accounts?columns=industry&columns=tier&move=tier.up").await.body;
    assert_eq!(heads(&moved), ["Client name", "Tier", "Industry"]);
    assert!(moved.contains(r#"<details class="menu arrange" open>"#), "{moved}");
    let strange = budi.get("/accounts?columns=gone,tier").await.body;
    assert_eq!(heads(&strange), ["Client name", "Tier"]);
    // Whoever sees their own alone has no column of owners.
    let ayu = world.browse(AYU).get("/accounts?columns=owner,tier").await.body;
    assert_eq!(heads(&ayu), ["Client name", "Tier"]);
}

#[tokio::test]
async fn fields_of_one_s_own_are_columns_for_those_who_may_see_them() {
    let world = world().await;
    let open = "record=account&seen_by=everybody&kept_by=everybody";
    field(&world, &format!("{open}&label_id=Wilayah&label_en=Region&kind=text")).await;
    let closed = "record=account&label_id=Limit&kind=text&seen_by=managers&kept_by=managers";
    field(&world, closed).await;
    let path = format!("/api/v1/accounts/{}", account(MAJU));
    let said = r#"{"custom": {"region": "Jawa", "limit": "Tujuh juta"}, "tags": ["Grosir"]}"#;
    let kept = world.browse(BUDI).ask("PATCH", &path, said).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    let list = "/accounts?columns=custom.region,custom.limit,tags";

    let budi = world.browse(BUDI).get(list).await.body;
    assert_eq!(heads(&budi), ["Client name", "Region", "Limit", "Tags"]);
    for part in ["Jawa", "Tujuh juta", "Grosir"] {
        assert!(budi.contains(part), "{part}: {budi}");
    }
    for who in [AYU, FAJAR] {
        let seen = world.browse(who).get(list).await.body;
        assert_eq!(heads(&seen), ["Client name", "Region", "Tags"], "{}", who.name);
        assert!(!seen.contains("Tujuh juta") && !seen.contains("Limit"), "{}", who.name);
    }
    let usual = heads(&world.browse(BUDI).get("/accounts").await.body);
    assert!(!usual.contains(&"Region".to_owned()), "not in the list unless chosen: {usual:?}");
    let file = world.browse(FAJAR).get(&list.replacen("accounts", "accounts.csv", 1)).await.body;
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Client name,Region,Tags");
    assert!(lines.contains(&"Toko Maju,Jawa,Grosir"), "{lines:?}");
}

#[tokio::test]
async fn a_file_holds_the_columns_that_are_shown_or_all() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let page = budi.get("/accounts?q=toko&columns=tier,phone").await.body;
    assert!(page.contains(r#"href="/accounts.csv?q=toko""#), "all: {page}");
    assert!(page.contains("/accounts.csv?q=toko&#38;columns=tier%2Cphone"), "shown: {page}");
    let shown = budi.get("/accounts.csv?q=toko&columns=tier,phone").await.body;
    let shown: Vec<&str> = shown.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(shown[0], "Client name,Tier,Telephone");
    assert!(shown[1].starts_with("Toko Maju,A,"), "{shown:?}");
    let all = budi.get("/accounts.csv?q=toko").await.body;
    let head = all.lines().next().unwrap();
    assert!(
        head.contains("Status") && head.contains("Postcode") && head.contains("Tags"),
        "{head}"
    );
}

#[tokio::test]
async fn ticked_clients_are_changed_and_no_others() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let maju = format!("chosen={}", account(MAJU));
    let bulk = "/accounts/bulk?sort=-updated";

    let page = budi.post(bulk, &format!("{maju}&step=choose")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("1 client that you selected"), "{}", page.body);
    assert!(!page.body.contains("Choose one of the list."), "nothing was answered yet");
    let shown = budi.post(bulk, &format!("{maju}&field=tier&to_tier=C")).await.body;
    assert!(shown.contains("1 client will change.") && shown.contains("Toko Maju"), "{shown}");
    assert!(shown.contains(&format!(r#"name="chosen" value="{}""#, account(MAJU))), "{shown}");
    let done = budi.post(bulk, &format!("{maju}&field=tier&to_tier=C&expected=1")).await;
    assert_eq!((done.status, done.location()), (303, "/accounts?sort=-updated"));

    let tiers = budi.get("/api/v1/accounts?tier=C&sort=name").await.json();
    let names: Vec<&str> =
        tiers["items"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Toko Maju", "Warung Sari"], "Warung Sari was so before");
}

#[tokio::test]
async fn everything_that_fits_can_be_ticked_at_once() {
    let world = world().await;
    let budi = world.browse(BUDI);

    let page = budi.get("/accounts?q=a").await.body;
    assert!(page.contains("All that match (3 clients)"), "{page}");
    let one = format!("chosen={}&all=yes", account(MAJU));
    let shown = budi.post("/accounts/bulk?q=a", &format!("{one}&step=choose")).await.body;
    assert!(shown.contains("All clients that fit the filters"), "{shown}");
    let none = budi.post("/accounts/bulk?q=a", "step=choose").await;
    assert_eq!((none.status, none.location()), (303, "/accounts?q=a"));
    let wrong = budi.post("/accounts/bulk", "chosen=x&field=tier&to_tier=C").await;
    assert_eq!(wrong.status, 400);
    // What somebody cannot see they cannot tick either.
    let foreign = format!("chosen={}&field=tier&to_tier=C", account("gudang-utara"));
    let foreign = budi.post("/accounts/bulk", &foreign).await.body;
    assert!(foreign.contains("No client") || foreign.contains("0 clients"), "{foreign}");
}

#[tokio::test]
async fn a_choice_is_kept_from_page_to_page_without_a_script() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let (maju, sari) = (account(MAJU), account("warung-sari"));

    let first = budi.get(&format!("/accounts?limit=1&chosen={sari}")).await.body;
    assert!(first.contains("Apotek Sehat") && !first.contains("Toko Maju"), "{first}");
    let kept = format!(r#"name="chosen" value="{sari}" data-elsewhere"#);
    assert!(first.contains(&kept), "{first}");
    assert!(first.contains(r#"formmethod="get" formaction="/accounts" name="cursor""#), "{first}");
    let here = budi.get(&format!("/accounts?q=maju&chosen={maju}&chosen={sari}")).await.body;
    assert!(here.contains(r#"aria-label="Select Toko Maju" checked"#), "{here}");
    // Whoever changes nothing ticks nothing.
    let fajar = world.browse(FAJAR).get("/accounts").await.body;
    assert!(!fajar.contains("data-row"), "{fajar}");
}
