use proptest::prelude::*;

use super::*;

const RINA: &str = "+628111234567";
const OFFICE: &str = "+62215550101";

fn person(name_key: &str) -> Person {
    Person { name_key: name_key.to_owned(), ..Person::default() }
}

fn account(number: u128) -> AccountId {
    AccountId(uuid::Uuid::from_u128(number))
}

impl Person {
    fn phone(mut self, number: &str) -> Self {
        self.numbers.insert(number.to_owned());
        self
    }

    fn mail(self, mail: &str) -> Self {
        Self { email: Some(mail.to_owned()), ..self }
    }

    fn born(self, day: &str) -> Self {
        Self { birthday: Some(day.to_owned()), ..self }
    }

    fn at(mut self, number: u128) -> Self {
        self.accounts.insert(account(number));
        self
    }

    fn shares(mut self, what: &str) -> Self {
        self.shared.insert(what.to_owned());
        self
    }
}

fn points(one: &Person, other: &Person) -> i32 {
    score(&signs(one, other))
}

fn likely(one: &Person, other: &Person) -> bool {
    is_likely(&signs(one, other))
}

#[test]
fn a_number_or_an_address_with_a_name_that_fits_is_one_person() {
    let rina = person("rina hartati").phone(RINA).mail("rina@toko.example").at(1);

    for (other, expected) in [
        (person("ibu rina").phone(RINA).at(2), vec![Sign::Phone, Sign::PartOfName]),
        (person("rina hartati, s.e.").mail("RINA@toko.example"), vec![Sign::Email, Sign::SameName]),
        (person("rina hartaty").at(1), vec![Sign::SpeltOtherwise, Sign::AtOneClient]),
        (person("rina hartati").at(1), vec![Sign::SameName, Sign::AtOneClient]),
    ] {
        assert_eq!(signs(&rina, &other), expected, "{other:?}");
        assert!(likely(&rina, &other), "{other:?}");
    }
    assert_eq!(points(&rina, &rina), 100);
}

#[test]
fn a_common_name_alone_is_nobody_in_particular() {
    let one = person("budi santoso").at(1);

    assert!(!likely(&one, &person("budi santoso").at(2)));
    // Two who are reached in every way differently share but the name, at one client too.
    let here = one.phone(RINA).mail("budi.s@toko.example");
    let other = person("budi santoso").at(1).phone("+628129990001").mail("bsantoso@toko.example");
    assert!(!likely(&here, &other));
    // A day of birth tells, and only as a whole.
    let born = |day: &str, at| person("budi santoso").at(at).born(day);
    assert!(likely(&born("1988-04-12", 1), &born("1988-04-12", 2)));
    assert!(!likely(&born("--04-12", 1), &born("--04-12", 2)));
    assert!(!likely(&born("1988-04-12", 1), &born("1979-11-02", 1)));
}

#[test]
fn a_switchboard_and_a_role_address_lead_to_nobody() {
    let at_desk =
        |name: &str| person(name).phone(OFFICE).shares(OFFICE).mail("info@toko.example").at(1);

    let two = signs(&at_desk("rina hartati"), &at_desk("agus wijaya"));
    assert_eq!(two, [Sign::SharedPhone, Sign::SharedEmail, Sign::OtherName]);
    assert_eq!(score(&two), 0);
    assert!(!is_worth_a_word(&two));
    assert!(likely(&at_desk("rina hartati"), &at_desk("rina hartati")));
    for mail in ["sales.jkt@toko.example", "admin2@toko.example", "Purchasing@toko.example"] {
        let (one, other) = (person("rina").mail(mail), person("agus").mail(mail));
        assert_eq!(signs(&one, &other), [Sign::SharedEmail, Sign::OtherName], "{mail}");
    }
    let own = [
        person("rina").mail("salsabila@toko.example"),
        person("agus").mail("salsabila@toko.example"),
    ];
    assert_eq!(signs(&own[0], &own[1])[0], Sign::Email);
}

#[test]
fn whose_a_number_is_depends_on_who_has_it() {
    assert!(is_shared(OFFICE, 1, true), "the client's own line");
    assert!(!is_shared(OFFICE, 2, false));
    assert!(!is_shared(RINA, 1, true), "a shop's mobile is its owner's");
    assert!(is_shared(RINA, 4, false), "many have it");
}

#[test]
fn a_family_shares_a_phone_and_a_name_and_is_not_one() {
    let father = person("hasan basri").phone(RINA).mail("basri@toko.example").at(1);

    for (name, sign) in [
        ("rizal basri", Sign::FamilyName),
        ("rizal hasan basri", Sign::FamilyName),
        ("siti aminah", Sign::OtherName),
        ("pak basri", Sign::OtherName),
    ] {
        let other = person(name).phone(RINA).at(1);
        assert_eq!(signs(&father, &other), [Sign::Phone, sign], "{name}");
        assert!(!likely(&father, &other), "{name}");
        // Whoever writes them down is told all the same, and says.
        assert!(is_worth_a_word(&signs(&father, &other)), "{name}");
    }
    let son = person("rizal basri").phone(RINA).mail("basri@toko.example").at(1);
    assert!(!likely(&father, &son), "one phone and one address for both");
    let junior = person("hasan basri jr.").phone(RINA).at(1);
    assert!(!likely(&father, &junior));
}

#[test]
fn whoever_another_system_knows_by_one_key_is_one_if_the_name_fits() {
    let known = |name: &str| Person { external_key: Some("C-17".to_owned()), ..person(name) };

    assert!(likely(&known("rina hartati"), &known("rina hartati")));
    // Two systems count from one.
    assert!(!likely(&known("rina hartati"), &known("agus wijaya")));
}

fn some() -> impl Strategy<Value = Person> {
    let names = vec![
        "rina hartati",
        "rina hartaty",
        "ibu rina",
        "r. hartati",
        "agus hartati",
        "budi",
        "",
        "rina hartati jr",
        "muhammad budi",
    ];
    let numbers = prop::collection::btree_set(prop::sample::select(vec![RINA, OFFICE]), 0..3);
    let mails = prop::option::of(prop::sample::select(vec!["rina@x.example", "info@x.example"]));
    let days = prop::option::of(prop::sample::select(vec!["1988-04-12", "1990-01-01", "--04-12"]));
    let keys = prop::option::of(prop::sample::select(vec!["1", "2"]));
    let at = prop::collection::btree_set(1_u128..3, 0..2);
    let shared = prop::collection::btree_set(prop::sample::select(vec![OFFICE, RINA]), 0..2);
    (prop::sample::select(names), numbers, mails, days, keys, at, shared).prop_map(
        |(name, numbers, mail, day, key, at, shared)| Person {
            name_key: name.to_owned(),
            numbers: numbers.into_iter().map(str::to_owned).collect(),
            email: mail.map(str::to_owned),
            birthday: day.map(str::to_owned),
            external_key: key.map(str::to_owned),
            accounts: at.into_iter().map(account).collect(),
            shared: shared.into_iter().map(str::to_owned).collect(),
        },
    )
}

proptest! {
    #[test]
    fn it_does_not_matter_who_is_first(one in some(), other in some()) {
        prop_assert_eq!(signs(&one, &other), signs(&other, &one));
    }

    #[test]
    fn whoever_is_likely_shares_a_key(one in some(), other in some()) {
        if likely(&one, &other) {
            prop_assert!(!keys(&one).is_disjoint(&keys(&other)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn nobody_is_likely_by_what_an_office_shares(one in some(), other in some()) {
        let found = signs(&one, &other);
        let shared = [Sign::SharedPhone, Sign::SharedEmail, Sign::OtherName, Sign::FamilyName];
        if found.iter().all(|it| shared.contains(it)) {
            prop_assert!(!is_likely(&found), "{found:?}");
        }
    }
}
