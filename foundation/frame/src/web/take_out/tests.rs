use calamine::{Data, Reader, Xlsx};

use super::*;

/// Pages of rows that count up, with what spreadsheets would execute beside them.
struct Counting {
    pages: i64,
    at: i64,
    breaks: bool,
}

impl Rows for Counting {
    fn head(&self) -> Vec<Head> {
        let heads = [("", "Nomor"), ("name", "Nama"), ("worth", "Jumlah"), ("day", "Hari")];
        heads.map(|(word, label)| Head::of(word, label)).to_vec()
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        if self.at == self.pages {
            return Ok(Vec::new());
        }
        self.at += 1;
        if self.breaks && self.at == 2 {
            return Err(Error::internal(std::io::Error::other("the disk is full")));
        }
        let day = Cell::Day("2026-11-29".parse().unwrap());
        let row = |it: i64| {
            let money = Cell::money(it * 100 + 5, "USD");
            vec![Cell::count(it), Cell::text("=1+1; \"x\""), money, day.clone()]
        };
        Ok((0..3).map(|it| row(self.at * 10 + it)).collect())
    }
}

async fn body(form: Form, lang: Lang, mut rows: Counting) -> std::io::Result<Vec<u8>> {
    let first = rows.next().await.unwrap();
    let body = sending(form, lang, first, rows);
    let bytes = axum::body::to_bytes(body, usize::MAX).await;
    bytes.map(|it| it.to_vec()).map_err(std::io::Error::other)
}

#[tokio::test]
async fn a_list_arrives_whole_and_executes_nothing() {
    let rows = Counting { pages: 2, at: 0, breaks: false };
    let bytes = body(Form::Csv, Lang::Id, rows).await.unwrap();

    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "\u{feff}Nomor;Nama;Jumlah;Hari");
    assert_eq!(lines[1], "10;\"'=1+1; \"\"x\"\"\";\"10,05\";2026-11-29");
    assert_eq!(lines.len(), 7);
}

#[tokio::test]
async fn a_list_of_nothing_has_its_head() {
    let rows = Counting { pages: 0, at: 0, breaks: false };
    let bytes = body(Form::Csv, Lang::En, rows).await.unwrap();

    assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Nomor,Nama,Jumlah,Hari\r\n");
}

#[tokio::test]
async fn a_list_that_breaks_off_does_not_look_whole() {
    for form in [Form::Csv, Form::Xlsx] {
        let rows = Counting { pages: 3, at: 0, breaks: true };

        assert!(body(form, Lang::Id, rows).await.is_err());
    }
}

#[tokio::test]
async fn a_workbook_is_one() {
    let rows = Counting { pages: 2, at: 0, breaks: false };
    let bytes = body(Form::Xlsx, Lang::Id, rows).await.unwrap();

    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get_size(), (7, 4));
    assert_eq!(sheet.get((1, 0)), Some(&Data::Float(10.0)));
    assert_eq!(sheet.get((1, 1)), Some(&Data::String("=1+1; \"x\"".to_owned())));
    assert_eq!(sheet.get((1, 2)), Some(&Data::Float(10.05)));
    assert!(matches!(sheet.get((1, 3)), Some(Data::DateTime(_))));
    assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
}

#[tokio::test]
async fn some_columns_are_taken_out_in_the_order_in_which_they_were_chosen() {
    for (columns, head) in [
        ("", "Nomor,Nama,Jumlah,Hari"),
        ("day,name", "Nomor,Hari,Nama"),
        ("worth,gone,worth", "Nomor,Jumlah"),
    ] {
        let mut rows = Kept::of(Counting { pages: 1, at: 0, breaks: false }, columns);
        let first = rows.next().await.unwrap();
        let body = sending(Form::Csv, Lang::En, first, rows);

        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], head, "{columns}");
        assert!(lines[1..].iter().all(|it| it.starts_with('1')), "{lines:?}");
        assert_eq!(lines.len(), 4);
    }
}

#[tokio::test]
async fn a_table_that_is_known_is_a_file_too() {
    let head = vec!["Nama".to_owned()];
    let rows = vec![vec![Cell::text("=1+1")]];
    let answer = table(Form::Csv, Lang::Id, "laporan", head, rows).unwrap();

    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"laporan.csv\"");
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    assert_eq!(String::from_utf8(bytes.to_vec()).unwrap(), "\u{feff}Nama\r\n'=1+1\r\n");
}

#[tokio::test]
async fn tables_stand_on_sheets_of_their_own() {
    let sheet = |name: &str, head: &str, text: &str| Sheet {
        name: name.to_owned(),
        head: vec![head.to_owned()],
        rows: vec![vec![Cell::text(text)]],
    };
    let sheets = vec![sheet("Rekening", "Uraian", "INV-1"), sheet("Per bulan", "Bulan", "2026-03")];
    let answer = workbook("rekening", sheets).unwrap();

    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let mut book = Xlsx::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    assert_eq!(book.sheet_names(), ["Rekening", "Per bulan"]);
    for (name, head, text) in [("Rekening", "Uraian", "INV-1"), ("Per bulan", "Bulan", "2026-03")] {
        let sheet = book.worksheet_range(name).unwrap();
        assert_eq!(sheet.get((0, 0)), Some(&Data::String(head.to_owned())));
        assert_eq!(sheet.get((1, 0)), Some(&Data::String(text.to_owned())));
    }
}

#[tokio::test]
async fn a_file_that_is_sent_is_no_larger_than_it_may_be() {
    let file = async |most: u64| {
        let (head, rows) = (vec!["Nama".to_owned()], vec![vec![Cell::text("=1+1")]]);
        bytes(Form::Csv, Lang::Id, head, rows, most).await.unwrap()
    };
    let whole = "\u{feff}Nama\r\n'=1+1\r\n".as_bytes();

    assert_eq!(file(whole.len() as u64).await.as_deref(), Some(whole));
    assert_eq!(file(whole.len() as u64 - 1).await, None);
}
