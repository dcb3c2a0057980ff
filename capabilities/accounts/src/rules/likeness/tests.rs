use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn named(name: &str) -> Traits {
    Traits { name: name.to_owned(), ..Traits::default() }
}

fn set(text: &str) -> BTreeSet<String> {
    BTreeSet::from([text.to_owned()])
}

fn parts(a: &str, b: &str) -> Vec<Part> {
    likeness(&named(a), &named(b)).parts
}

#[test]
fn names_are_compared_as_people_mean_them() {
    for (a, b, part) in [
        ("PT Maju Jaya", "PT. MAJU JAYA", Some(Part::SameName)),
        ("Maju Jaya, PT", "PT Maju Jaya Tbk", Some(Part::SameName)),
        ("PT Maju Jaya", "Maju Jaya", Some(Part::FormMissing)),
        ("PT Maju Jaya", "CV Maju Jaya", Some(Part::OtherForm)),
        ("PT Majujaya", "PT Maju Jaya", Some(Part::SameName)),
        ("Jaya Maju", "Maju Jaya", Some(Part::WordOrder)),
        ("Toko Sejahtera Abadi", "Toko Sejahterra Abadi", Some(Part::NamesAlike)),
        ("Toko Soerabaja", "Toko Surabaya", Some(Part::NamesAlike)),
        ("Toko Maju", "Toko Jaya", None),
        ("Toko 88", "Toko 89", None),
        ("Apotek Sehat", "Apotek Sehat 2", None),
        ("Bank Mandiri", "Mandiri", None),
        ("", "", None),
    ] {
        assert_eq!(parts(a, b), part.into_iter().collect::<Vec<_>>(), "{a} and {b}");
    }
}

#[test]
fn one_taxpayer_is_one_and_its_branches_are_two() {
    let with = |tax: &str| Traits { tax_number: Some(tax.to_owned()), ..named("Maju") };
    let one = with("0013121660091000");
    let first = with("0013121660091000000001");
    let second = with("0013121660091000000002");
    let other = with("3171011708450001");

    assert_eq!(likeness(&one, &first).apart, None);
    assert_eq!(likeness(&one, &first).score(), 100);
    assert_eq!(likeness(&first, &second).apart, Some(Apart::Branches));
    assert_eq!(likeness(&first, &second).score(), 0);
    assert_eq!(likeness(&one, &other).apart, Some(Apart::OtherTaxNumber));
}

#[test]
fn a_parent_is_not_its_child() {
    let id = AccountId(Uuid::from_u128(1));
    let parent = Traits { id: Some(id), ..named("PT Maju") };
    let child = Traits { parent: Some(id), ..named("PT Maju") };

    for (a, b) in [(&parent, &child), (&child, &parent)] {
        assert_eq!(likeness(a, b).apart, Some(Apart::ParentAndChild));
        assert!(!likeness(a, b).is_likely());
    }
}

#[test]
fn places_speak_for_and_against() {
    let at = |lat: f64| Traits { point: Some(Point { lat, lon: 106.8 }), ..named("Toko Maju") };

    assert_eq!(likeness(&at(-6.2), &at(-6.2003)).parts[1], Part::Near { metres: 33 });
    assert_eq!(likeness(&at(-6.2), &at(-6.2003)).score(), 70);
    assert!(matches!(likeness(&at(-6.2), &at(-7.2)).parts[1], Part::FarApart { .. }));
    assert!(!likeness(&at(-6.2), &at(-7.2)).is_likely());
}

#[test]
fn a_phone_alone_is_not_enough() {
    let phone = |name: &str| Traits { phones: set("+62215550101"), ..named(name) };

    assert!(!likeness(&phone("Toko Maju"), &phone("Apotek Sehat")).is_likely());
    assert!(likeness(&phone("Toko Sejahtera"), &phone("Toko Sejahterra")).is_likely());
}

#[test]
fn streets_and_sites_are_read_as_they_are_meant() {
    assert_eq!(street("Jl. Fatmawati No. 12", Some("Jakarta")), "fatmawati 12|jakarta");
    assert_eq!(street("jalan fatmawati 12", Some("Kota Jakarta")), "fatmawati 12|jakarta");
    assert_eq!(street("Jl. Fatmawati", None), "");
    assert_eq!(host("https://www.maju.co.id/kontak?x").as_deref(), Some("maju.co.id"));
    assert_eq!(host("maju"), None);
}

fn some() -> impl Strategy<Value = Traits> {
    let names = prop::sample::select(vec!["PT Maju", "Maju", "CV Maju", "Jaya Maju", "Majo", ""]);
    let phones = prop::option::of(prop::sample::select(vec!["+621", "+622"]));
    let taxes = prop::sample::select(vec!["", "0013121660091000", "0013121660091000000001"]);
    (names, phones, taxes, prop::option::of(-7.0..-6.0_f64)).prop_map(|(name, phone, tax, lat)| {
        Traits {
            phones: phone.into_iter().map(str::to_owned).collect(),
            tax_number: (!tax.is_empty()).then(|| tax.to_owned()),
            point: lat.map(|lat| Point { lat, lon: 106.8 }),
            ..named(name)
        }
    })
}

proptest! {
    #[test]
    fn it_does_not_matter_who_is_first(a in some(), b in some()) {
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
    }

    #[test]
    fn the_score_is_the_sum_of_its_parts(a in some(), b in some()) {
        let found = likeness(&a, &b);
        let sum: i32 = found.parts.iter().map(|it| it.points()).sum();

        let expected = if found.apart.is_some() { 0 } else { sum.clamp(0, 100) };
        prop_assert_eq!(found.score(), expected);
    }

    #[test]
    fn whoever_is_likely_shares_a_key(a in some(), b in some()) {
        if likeness(&a, &b).is_likely() {
            prop_assert!(!keys(&a).is_disjoint(&keys_around(&b)), "{a:?} {b:?}");
        }
    }
}
