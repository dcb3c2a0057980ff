use super::*;

fn guessed(name: &str, header: &str) -> (TargetKind, Vec<String>) {
    let columns: Vec<String> = header.split(',').map(str::to_owned).collect();
    let choice = choice(name, &columns, &[], &Own::default());
    let read =
        columns.iter().filter_map(|it| Some(format!("{it}={}", choice.columns.get(it)?.word())));
    (choice.target, read.collect())
}

#[test]
fn what_a_file_holds_is_told_by_its_columns() {
    for (name, header, target) in [
        ("a.csv", "account,sector,year_established,revenue,employees", TargetKind::Account),
        ("a.csv", "product,series,sales_price", TargetKind::Product),
        (
            "a.csv",
            "Record ID,Company name,Domain,Company owner,Industry,Create Date",
            TargetKind::Account,
        ),
        (
            "a.csv",
            "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name",
            TargetKind::Contact,
        ),
        (
            "a.csv",
            "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date",
            TargetKind::Opportunity,
        ),
        ("klien.csv", "Nama,Telepon,Industri", TargetKind::Account),
        ("kontak.csv", "Nama,Perusahaan,No. HP,Jabatan", TargetKind::Contact),
        ("prospek.csv", "Nama,Telepon,Kota,Sumber", TargetKind::Prospect),
        (
            "data.csv",
            "No. Faktur,Tgl Faktur,Pelanggan,Nama Barang,Kuantitas,Harga Satuan,Nilai Faktur",
            TargetKind::Invoice,
        ),
        (
            "sales.csv",
            "ContactName,InvoiceNumber,InvoiceDate,DueDate,Description,Quantity,UnitAmount",
            TargetKind::Invoice,
        ),
        ("Invoices.csv", "Num,Date,Customer,Amount,Due date", TargetKind::Invoice),
        (
            "data.csv",
            "No. Pembayaran,Tanggal,Pelanggan,No. Faktur,Jumlah,Metode",
            TargetKind::Payment,
        ),
        (
            "report.csv",
            "Lead ID,First Name,Last Name,Company / Account,Title,Email,Phone,Lead Source",
            TargetKind::Prospect,
        ),
    ] {
        assert_eq!(guessed(name, header).0, target, "{header}");
    }
}

#[test]
fn a_discount_is_guessed_where_its_column_says_what_it_is_in() {
    let header = "No Faktur,Tgl Faktur,Pelanggan,Harga Satuan,Diskon Barang (%),\
        Diskon Barang (Rp),Diskon Faktur (%),Diskon Faktur (Rp),Diskon,PPN";

    let (target, read) = guessed("data.csv", header);

    assert_eq!(target, TargetKind::Invoice);
    assert_eq!(
        read[3..],
        [
            "Harga Satuan=price",
            "Diskon Barang (%)=discount-rate",
            "Diskon Barang (Rp)=discount",
            "Diskon Faktur (%)=document-discount-rate",
            "Diskon Faktur (Rp)=document-discount",
            "PPN=tax",
        ]
    );
}

#[test]
fn a_name_in_two_halves_is_one() {
    let (_, read) = guessed("c.csv", "First Name,Last Name,Email,Company Name");

    assert_eq!(read, ["First Name=name", "Last Name=name", "Email=email", "Company Name=account"]);
}
