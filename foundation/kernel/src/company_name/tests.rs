use proptest::prelude::*;

use super::*;

#[test]
fn a_name_is_the_same_wherever_its_form_stands() {
    for text in [
        "PT Maju Jaya",
        "PT. Maju Jaya",
        "P.T. MAJU JAYA",
        "Maju Jaya, PT",
        "maju  jaya PT.",
        "PT Maju Jaya Tbk.",
        "PT Maju-Jaya (Persero)",
        "PT (Persero) Maju Jaya Tbk",
    ] {
        let name = CompanyName::read(text);

        assert_eq!((name.form, name.core().as_str()), (Some("pt"), "maju jaya"), "{text}");
    }
    assert_eq!(CompanyName::read("Maju Jaya Tbk").form, Some("pt"));
}

#[test]
fn each_form_is_told_from_the_others() {
    for (text, form, core) in [
        ("CV. Sinar Abadi", Some("cv"), "sinar abadi"),
        ("UD Tani Makmur", Some("ud"), "tani makmur"),
        ("TB. Sumber Rejeki", Some("tb"), "sumber rejeki"),
        ("Perum BULOG", Some("perum"), "bulog"),
        ("Koperasi Karyawan Sejahtera", Some("koperasi"), "karyawan sejahtera"),
        ("Yayasan Pelita Harapan", Some("yayasan"), "pelita harapan"),
        ("Toko Maju", None, "toko maju"),
        ("Bank Mandiri (Persero) Tbk, PT", Some("pt"), "bank mandiri"),
        ("Grab Pte. Ltd.", Some("ltd"), "grab"),
        ("Acme Corporation", Some("corp"), "acme"),
        ("Kayu GmbH", Some("gmbh"), "kayu"),
        ("PT", None, "pt"),
        ("Sari & Anak", None, "sari dan anak"),
        ("Toko Jum'at", None, "toko jumat"),
    ] {
        let name = CompanyName::read(text);

        assert_eq!((name.form, name.core().as_str()), (form, core), "{text}");
    }
}

#[test]
fn order_and_spelling_do_not_matter_where_they_should_not() {
    let read = CompanyName::read;

    assert_eq!(read("Jaya Maju").fingerprint(), read("PT Maju Jaya").fingerprint());
    for (old, new) in [
        ("Soerabaja Djaya", "Surabaya Jaya"),
        ("Toko Sejahterra", "Toko Sejahtera"),
        ("Rizky Mandiri", "Riski Mandiri"),
    ] {
        assert_eq!(read(old).skeleton(), read(new).skeleton(), "{old}");
    }
    assert_ne!(read("Toko 88").skeleton(), read("Toko 89").skeleton());
    assert_eq!(read("Toko 88 Jaya").numbers(), ["88"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read(text in ".{0,60}") {
        let name = CompanyName::read(&text);

        let _ = (name.skeleton(), name.fingerprint());
        prop_assert!(name.words.iter().all(|it| !it.is_empty()));
    }

    #[test]
    fn a_form_on_either_side_is_the_same_name(core in "[b-m]{3,8} [b-m]{3,8}") {
        let before = CompanyName::read(&format!("PT {core}"));
        let behind = CompanyName::read(&format!("{core}, P.T."));

        prop_assert_eq!(before, behind);
    }
}
