//! What people keep, and how they find it again.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use serde_json::json;
use testing::{AYU, BUDI, id};

use super::{
    KIND, MAJU, PDF, api, call, code, deal, form, kept, names, of_account, on_disk, page_of, send,
    world, world_with,
};

#[tokio::test]
async fn a_file_is_kept_to_the_byte_and_goes_out_to_be_saved() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let file = kept(&ayu, &of_account(MAJU), "Penawaran “Maju”.pdf", PDF).await;

    assert_eq!(file["kind"], "document");
    assert_eq!(file["name"], "Penawaran “Maju”.pdf");
    assert_eq!(file["bytes"], PDF.len());
    assert_eq!(file["sha256"], frame::secrets::sha256_hex(PDF));
    assert_eq!(file["sha256"], file["content_sha256"]);
    let api = format!("/api/v1{}", page_of(&file, "/content"));
    for path in [page_of(&file, "/download"), api] {
        let seen = ayu.get(&path).await;
        assert_eq!(seen.bytes, PDF);
        assert_eq!(seen.headers["content-type"], "application/octet-stream");
        assert_eq!(seen.headers["x-content-type-options"], "nosniff");
        assert_eq!(seen.headers["content-security-policy"], "default-src 'none'; sandbox");
        let saved = seen.headers["content-disposition"].to_str().unwrap();
        assert!(saved.starts_with("attachment; filename=\"Penawaran _Maju_.pdf\"; "), "{saved}");
        assert!(saved.ends_with("filename*=UTF-8''Penawaran%20%E2%80%9CMaju%E2%80%9D.pdf"));
    }
    assert_eq!(ayu.get(&page_of(&file, "/picture")).await.status, 404, "it is no picture");
}

/// A JPEG with a note of where it was taken, as telephones write it.
fn photo() -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = DynamicImage::new_rgb8(40, 30);
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    let place = b"\xff\xe1\x00\x1cExif\0\0GPS -6.2441,106.79";
    bytes.splice(2..2, place.iter().copied());
    bytes
}

#[tokio::test]
async fn a_photo_is_made_anew_and_shown() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let file = kept(&ayu, &of_account(MAJU), "toko.jpeg", &photo()).await;

    assert_eq!((&file["width"], &file["height"]), (&json!(40), &json!(30)));
    assert_ne!(file["sha256"], file["content_sha256"]);
    let seen = ayu.get(&page_of(&file, "/picture")).await;
    assert_eq!(seen.headers["content-type"], "image/jpeg");
    assert!(seen.headers["content-disposition"].to_str().unwrap().starts_with("inline"));
    assert_eq!(seen.headers["x-content-type-options"], "nosniff");
    assert!(!seen.bytes.windows(4).any(|it| it == b"Exif" || it == b"GPS "));
    let page = ayu.get(&page_of(&file, "")).await;
    assert!(page.body.contains(&page_of(&file, "/picture")), "{}", page.body);
}

#[tokio::test]
async fn of_several_files_the_good_ones_are_kept_and_the_others_named() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let large = vec![b'a'; (1 << 20) + 1];
    let files: &[(&str, &[u8])] = &[
        ("penawaran.pdf", PDF),
        ("besar.txt", &large),
        ("kosong.txt", b""),
        ("halaman.html", b"<html>"),
        ("catatan.txt", b"Rak ketiga"),
    ];

    let seen = send(&ayu, &of_account(MAJU), files).await;

    assert_eq!(seen.status, 422);
    for said in [
        "besar.txt: This file is too large; 1 MB is the most.",
        "kosong.txt: This file is empty.",
        "halaman.html: Web pages and SVG",
        "2 attachments are kept.",
    ] {
        assert!(seen.body.contains(said), "{said}: {}", seen.body);
    }
    assert_eq!(names(&ayu, &of_account(MAJU)).await, ["catatan.txt", "penawaran.pdf"]);
    let program = send(&ayu, &api(&of_account(MAJU)), &files[1..]).await;
    assert_eq!(program.status, 200, "one was there already: {}", program.body);
    let refused = program.json()["refused"].clone();
    let codes = refused.as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap());
    let codes: Vec<_> = codes.collect();
    assert_eq!(
        codes,
        ["attachments.too_large", "attachments.empty", "attachments.web_page"],
        "{refused}"
    );
    assert_eq!(on_disk(&world), 2, "what was refused lies nowhere");
}

#[tokio::test]
async fn none_of_them_good_is_a_problem_that_names_each() {
    let world = world().await;
    let path = api(&of_account(MAJU));

    let one = send(&world.browse(AYU), &path, &[("a.exe", b"MZ\x90\0")]).await;
    let none = send(&world.browse(AYU), &path, &[]).await;
    let texts: Vec<String> = (0..21).map(|it| format!("Rak {it}")).collect();
    let many: Vec<(&str, &[u8])> = texts.iter().map(|it| ("rak.txt", it.as_bytes())).collect();
    let many = send(&world.browse(AYU), &path, &many).await;
    let torn = world.browse(AYU).send("POST", &path, KIND, b"--part\r\nX".to_vec()).await;
    let no_form = world.browse(AYU).post(&path, "a=b").await;

    assert_eq!((one.status, code(&one)), (422, "attachments.program".to_owned()));
    assert_eq!(one.json()["fields"][0]["name"], "files");
    assert_eq!((none.status, code(&none)), (422, "attachments.no_file".to_owned()));
    assert_eq!(many.status, 201, "{}", many.body);
    assert_eq!(many.json()["items"].as_array().unwrap().len(), 20, "the others are kept");
    assert_eq!(many.json()["refused"][0]["code"], "attachments.too_many");
    assert_eq!((torn.status, no_form.status), (400, 400), "{} {}", torn.body, no_form.body);
    assert_eq!(on_disk(&world), 20);
}

#[tokio::test]
async fn the_same_file_is_kept_once() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let first = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;

    let again = send(&ayu, &of_account(MAJU), &[("salinan.pdf", PDF)]).await;
    let other = kept(&ayu, &of_account("apotek-sehat"), "penawaran.pdf", PDF).await;

    assert_eq!(again.status, 303);
    assert_eq!(names(&ayu, &of_account(MAJU)).await, ["penawaran.pdf"]);
    assert_ne!(first["id"], other["id"], "another client has it too");
    assert_eq!(on_disk(&world), 1, "and it lies there once");
}

#[tokio::test]
async fn a_full_company_is_told_so_and_keeps_what_it_has() {
    let room = |made: &mut frame::app::Made| made.room.company_bytes = 30;
    let world = world_with(room).await;
    let ayu = world.browse(AYU);
    kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;

    let seen = send(&ayu, &api(&of_account(MAJU)), &[("catatan.txt", b"Rak ketiga")]).await;

    assert_eq!((seen.status, code(&seen)), (422, "attachments.no_room".to_owned()));
    assert_eq!(names(&ayu, &of_account(MAJU)).await, ["penawaran.pdf"]);
}

#[tokio::test]
async fn a_client_shows_its_own_files_and_those_of_its_deals_and_activities() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let (deal, call) = (deal(&world).await, call(&world).await);
    kept(&ayu, &of_account(MAJU), "kontrak.pdf", PDF).await;
    kept(&ayu, &deal, "penawaran.pdf", PDF).await;
    let of_call = format!("/notes/{call}/attachments");
    let seen = send(&ayu, &of_call, &[("rekaman.ogg", b"OggS\0\x02")]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);

    assert_eq!(
        names(&ayu, &of_account(MAJU)).await,
        ["kontrak.pdf", "penawaran.pdf", "rekaman.ogg"]
    );
    assert_eq!(names(&ayu, &deal).await, ["penawaran.pdf"]);
    assert_eq!(names(&ayu, &format!("/activities/{call}/attachments")).await, ["rekaman.ogg"]);
    for (page, says) in [
        (format!("/accounts/{}", id(MAJU)), "Attachment added: rekaman.ogg"),
        (format!("/accounts/{}?part=attachments", id(MAJU)), "Attachment added: penawaran.pdf"),
        (format!("/accounts/{}", id(MAJU)), "All attachments (3)"),
        (deal.replace("/attachments", ""), "Attachment added: penawaran.pdf"),
        (format!("/notes/{call}"), "rekaman.ogg"),
        (format!("/accounts/{}/contacts/{}/edit", id(MAJU), id("rina")), "3 attachments"),
        (of_account(MAJU), ">Kertas</a>"),
    ] {
        let seen = ayu.get(&page).await;
        assert!(seen.body.contains(says), "{page}: {says}: {}", seen.body);
    }
    // What belongs to something that was taken away is away with it.
    ayu.post(&format!("/notes/{call}/hide"), "").await;
    assert_eq!(names(&ayu, &of_account(MAJU)).await, ["kontrak.pdf", "penawaran.pdf"]);
    ayu.post(&format!("/notes/{call}/restore"), "").await;
    assert_eq!(names(&ayu, &of_account(MAJU)).await.len(), 3);
}

#[tokio::test]
async fn a_file_gets_another_name_and_a_description_but_no_other_ending() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "scan0001.pdf", PDF).await;
    let page = page_of(&file, "");

    let body = "name=Kontrak+2026.exe&description=Ditandatangani+%0ARina&internal=on";
    let seen = ayu.post(&page, body).await;
    let empty = ayu.post(&page, "name=+&description=Tetap+di+sini").await;
    let patch = json!({"name": "Kontrak.pdf"}).to_string();
    let patched = ayu.ask("PATCH", &api(&page), &patch).await.json();
    let long = json!({"description": "x".repeat(1_001)}).to_string();
    let long = ayu.ask("PATCH", &api(&page), &long).await;

    assert_eq!(seen.status, 303, "{}", seen.body);
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("Enter a name.") && empty.body.contains("Tetap di sini"));
    assert_eq!(patched["name"], "Kontrak.pdf");
    assert_eq!(patched["description"], "Ditandatangani\nRina");
    assert_eq!(patched["internal"], true);
    assert_eq!((long.status, code(&long)), (422, "attachments.too_long".to_owned()));
    let told = world.browse(BUDI).get(&format!("/accounts/{}", id(MAJU))).await;
    let said = "Attachment Kontrak 2026.exe.pdf is now called Kontrak.pdf";
    assert!(told.body.contains(said), "{}", told.body);
}

#[tokio::test]
async fn a_form_says_who_a_file_is_for_and_a_list_is_read_on() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let fields = [("internal", "on"), ("description", "Harga beli")];
    let body = form(&fields, &[("harga.csv", b"a;b\n"), ("foto.csv", b"c;d\n")]);
    let seen = ayu.send("POST", &api(&of_account(MAJU)), KIND, body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    let item = seen.json()["items"][1].clone();
    assert_eq!((&item["internal"], &item["description"]), (&json!(true), &json!("Harga beli")));

    let first = ayu.get(&format!("{}?limit=1", api(&of_account(MAJU)))).await.json();
    let next = first["next_cursor"].as_str().unwrap();
    let second = ayu.get(&format!("{}?limit=1&cursor={next}", api(&of_account(MAJU)))).await.json();

    assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
    world.at("2026-03-02T05:01:00Z");
    kept(&ayu, &of_account(MAJU), "terakhir.pdf", PDF).await;
    let latest = ayu.get(&format!("{}?limit=1", api(&of_account(MAJU)))).await.json();
    assert_eq!(latest["items"][0]["name"], "terakhir.pdf", "the latest first");
    assert_eq!(second["next_cursor"], json!(null));
}
