//! Documents, read back.

use kernel::{Lang, Zone};
use proptest::prelude::*;

use crate::{Block, Chart, Column, Document, KeyFigure, Kind, Made, Point, Row, Table, pdf};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::Id,
        company: "PT Contoh Sejahtera".to_owned(),
        title: "Rekening klien".to_owned(),
        period: "1 Jan 2026–31 Mar 2026".to_owned(),
        addressee: vec!["Toko Maju".to_owned(), "Jl. Melati 5, Jakarta".to_owned()],
        made: Made {
            by: Some("Ayu Lestari".to_owned()),
            at: "2026-03-02T03:04:05Z".parse().unwrap(),
            zone: Zone::jakarta(),
            from: "buku transaksi".to_owned(),
        },
        wide: false,
        blocks,
    }
}

fn rows(count: usize) -> Table {
    Table {
        caption: "Faktur".to_owned(),
        columns: vec![Column::words("Nomor"), Column::numbers("Jumlah")],
        rows: (0..count).map(|it| Row::of(vec![format!("F-{it:04}"), format!("Rp{it}")])).collect(),
    }
}

/// What is read out of a PDF, spaces made one.
fn read(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(pdf: &[u8]) -> usize {
    pdf_extract::extract_text_from_mem_by_pages(pdf).unwrap().len()
}

fn text_of(blocks: Vec<Block>) -> String {
    read(&pdf(&document(blocks)).unwrap())
}

#[test]
fn it_says_whose_what_when_and_from_what() {
    let text = text_of(vec![Block::Table(rows(3))]);

    for said in [
        "PT Contoh Sejahtera",
        "Rekening klien",
        "1 Jan 2026–31 Mar 2026",
        "Toko Maju",
        "Dibuat 2 Mar 2026 10.04 WIB oleh Ayu Lestari, dari buku transaksi",
        "Halaman 1 dari 1",
        "F-0002 Rp2",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn a_long_table_has_its_heads_on_every_page() {
    let pdf = pdf(&document(vec![Block::Table(rows(150))])).unwrap();
    let text = read(&pdf);

    let pages = pages(&pdf);
    assert!(3 <= pages, "{pages} pages");
    assert_eq!(text.matches("Nomor Jumlah").count(), pages);
    assert!(text.contains(&format!("Halaman {pages} dari {pages}")));
    for row in 0..150 {
        assert_eq!(text.matches(&format!("F-{row:04}")).count(), 1, "{row}");
    }
}

#[test]
fn the_same_document_is_the_same_bytes() {
    let blocks = || vec![Block::Heading("Ringkasan".to_owned()), Block::Table(rows(40))];

    assert_eq!(pdf(&document(blocks())).unwrap(), pdf(&document(blocks())).unwrap());
}

#[test]
fn english_says_it_in_english() {
    let english = Document { lang: Lang::En, ..document(vec![Block::Text("Hello".to_owned())]) };

    let text = read(&pdf(&english).unwrap());

    assert!(text.contains("Made 2 Mar 2026 10:04 WIB by Ayu Lestari, from buku transaksi"));
    assert!(text.contains("Page 1 of 1"));
}

#[test]
fn charts_and_figures_say_their_numbers() {
    let point = |name: &str, value: i128, before| Point {
        name: name.to_owned(),
        value,
        said: format!("Rp{value}"),
        before,
    };
    let points = vec![point("Jan", 40, Some(20)), point("Feb", -10, None), point("Mar", 90, None)];
    let chart = |kind| {
        let (title, before) = ("Nilai".to_owned(), "2025".to_owned());
        Block::Chart(Chart { title, kind, points: points.clone(), before })
    };
    let figure = KeyFigure {
        label: "Menang".to_owned(),
        value: "4.238".to_owned(),
        note: "sebelumnya 3.900".to_owned(),
    };

    let text = text_of(vec![
        Block::Figures(vec![figure.clone(), figure.clone(), figure.clone(), figure]),
        chart(Kind::Bars),
        chart(Kind::Columns),
        chart(Kind::Line),
    ]);

    assert_eq!(text.matches("4.238").count(), 4);
    assert_eq!(text.matches("Rp90").count(), 3);
    assert!(text.contains("Garis tipis: 2025"));
}

/// Markup of typesetters, of pages and of spreadsheets, letters of no face, and what turns text.
const HOSTILE: &[&str] = &[
    "#set page(fill: red) #read(\"/etc/passwd\") $ x^2 $ *b* _i_ `c` <l> @r \\u{41}",
    "\\input{/etc/passwd} %s %n {{ }} ${jndi:ldap://x} <script>alert(1)</script>",
    "=HYPERLINK(\"http://x\")",
    "(a) Tj ET Q endstream endobj",
    "\u{202e}drawkcab\u{202c} \u{200b}\u{feff}\u{0}\u{7}\u{1b}[31m",
    "مرحبا بالعالم 中文名字 हिन्दी 🌉👩‍👩‍👧‍👦 e\u{301}\u{301}\u{301}\u{301}",
    "\u{e000}\u{10ffff}\u{fffe}",
    "",
    " ",
];

#[test]
fn hostile_text_is_text() {
    for text in HOSTILE {
        let shown = text_of(vec![
            Block::Heading((*text).to_owned()),
            Block::Text((*text).to_owned()),
            Block::Table(Table {
                caption: (*text).to_owned(),
                columns: vec![Column::words(*text), Column::numbers(*text)],
                rows: vec![Row::of(vec![(*text).to_owned(), (*text).to_owned()]); 3],
            }),
        ]);
        assert!(shown.contains("Halaman 1 dari 1"), "{text}: {shown}");
    }
    let shown = text_of(vec![Block::Text(HOSTILE[0].to_owned())]);
    assert!(
        shown.contains("#set page(fill: red) #read(\"/etc/passwd\") $ x^2 $ *b* _i_"),
        "{shown}"
    );
}

#[test]
fn ten_thousand_letters_without_a_space_stay_on_the_page() {
    let long = "W".repeat(10_000);
    let table = Table {
        caption: String::new(),
        columns: vec![Column::words("Nama"), Column::words("Catatan"), Column::numbers("Jumlah")],
        rows: vec![Row::of(vec![long.clone(), long.clone(), "Rp1".to_owned()])],
    };

    let pdf = pdf(&document(vec![Block::Table(table), Block::Text(long)])).unwrap();

    assert!(pages(&pdf) <= 6);
    assert!(read(&pdf).contains("Rp1"));
}

#[test]
fn too_long_a_document_is_refused_with_what_to_do() {
    let refused = pdf(&document(vec![Block::Table(rows(20_000))])).unwrap_err();

    assert_eq!(refused.code(), "documents.too_long");
    assert!(refused.sentence(Lang::Id).contains("200 halaman"), "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_a_name_is_made_of_a_document_comes_out(name: String, other in "\\PC{0,80}") {
        let table = Table {
            caption: name.clone(),
            columns: vec![Column::words(other.clone()), Column::numbers(name.clone())],
            rows: vec![Row::of(vec![name.clone(), other.clone()]), Row::strong(vec![other])],
        };
        let mut document = document(vec![Block::Table(table), Block::Text(name.clone())]);
        document.title = name.clone();
        document.addressee = vec![name];

        let pdf = pdf(&document).unwrap();

        prop_assert!(pdf.starts_with(b"%PDF-"));
    }
}
