//! What nobody should send: it is refused, or it lies there and harms nobody.

use std::io::{Cursor, Write};

use testing::AYU;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{MAJU, PDF, api, code, kept, names, of_account, on_disk, page_of, send, world};

#[tokio::test]
async fn what_a_browser_would_execute_is_refused_whatever_it_is_called() {
    let world = world().await;
    let ayu = world.browse(AYU);

    for (name, bytes, why) in [
        (
            "logo.svg",
            &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
            "web_page",
        ),
        ("logo.png", b"<svg onload=alert(1)>", "web_page"),
        ("faktur.pdf", b"<!doctype html><script>alert(1)</script>", "web_page"),
        ("faktur.xml", b"<?xml version='1.0'?><?xml-stylesheet href='x'?><a/>", "web_page"),
        ("gambar.gif", b"GIF89a/*<script>alert(1)</script>*/=1;\x01", "other_picture"),
        ("gambar.jpg", b"\xff\xd8\xff\xe0<script>alert(1)</script>", "damaged"),
        ("pasang.pdf", b"MZ\x90\0\x03", "program"),
        ("kontrak.docx", b"PK\x03\x04<script>", "damaged"),
        ("data.bin", b"\0\0\0\0\0\0\0\0", "unknown"),
    ] {
        let seen = send(&ayu, &api(&of_account(MAJU)), &[(name, bytes)]).await;

        assert_eq!((seen.status, code(&seen)), (422, format!("attachments.{why}")), "{name}");
    }
    assert_eq!(on_disk(&world), 0);
}

/// Both a document and a page: it goes out as neither.
#[tokio::test]
async fn a_file_that_is_two_things_goes_out_as_none() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let both = b"%PDF-1.7\n<html><script>alert(document.domain)</script></html>";

    let file = kept(&ayu, &of_account(MAJU), "dua.html", both).await;

    assert_eq!(file["name"], "dua.html.pdf");
    let seen = ayu.get(&page_of(&file, "/download")).await;
    assert_eq!(seen.headers["content-type"], "application/octet-stream");
    assert!(seen.headers["content-disposition"].to_str().unwrap().starts_with("attachment;"));
    assert_eq!(ayu.get(&page_of(&file, "/picture")).await.status, 404);
}

/// Ten megabytes of nothing in ten kilobytes: it is listed, and never unpacked.
#[tokio::test]
async fn an_archive_is_never_unpacked() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("../../etc/nol", SimpleFileOptions::default()).unwrap();
    for _ in 0..10 {
        zip.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 100_000, "{}", bomb.len());

    let file = kept(&ayu, &of_account(MAJU), "arsip.zip", &bomb).await;

    assert_eq!((&file["kind"], &file["bytes"]), (&"archive".into(), &bomb.len().into()));
    assert_eq!(ayu.get(&page_of(&file, "/download")).await.bytes, bomb);
    assert_eq!(on_disk(&world), 1);
}

#[tokio::test]
async fn a_name_that_deceives_deceives_nobody() {
    let world = world().await;
    let ayu = world.browse(AYU);

    for (at, (name, kept_as)) in [
        ("../../../etc/passwd", "passwd.pdf"),
        ("C:\\fakepath\\kontrak.pdf", "kontrak.pdf"),
        ("faktur\u{202e}fdp.exe", "fakturfdp.exe.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "-img src=x onerror=alert(1)-.pdf"),
        ("....", "attachment.pdf"),
        ("con.pdf", "_con.pdf"),
    ]
    .into_iter()
    .enumerate()
    {
        let bytes = [PDF, &[b'0' + u8::try_from(at).unwrap()]].concat();
        let file = kept(&ayu, &of_account(MAJU), name, &bytes).await;

        assert_eq!(file["name"], kept_as, "{name:?}");
    }
    let long = format!("{}.pdf", "é".repeat(500));
    let file = kept(&ayu, &of_account(MAJU), &long, b"%PDF-").await;
    assert_eq!(file["name"].as_str().unwrap().chars().count(), 120);
    let page = ayu.get(&of_account(MAJU)).await.body;
    assert!(!page.contains("<img src=x") && !page.contains('\u{202e}'), "{page}");
    assert_eq!(names(&ayu, &of_account(MAJU)).await.len(), 7);
}
