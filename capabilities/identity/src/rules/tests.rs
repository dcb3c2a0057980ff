use super::*;

#[test]
fn length_is_what_makes_a_password() {
    assert_eq!(acceptable("kuda lari di pantai", "kuda lari di pantai", ""), Ok(()));
    assert_eq!(acceptable("pendek", "pendek", ""), Err(IdentityRefused::PasswordShort));
    for common in ["Password123", "aaaaaaaaaaaa", "administrator", "rahasia2026"] {
        let refused = Err(IdentityRefused::PasswordCommon);
        assert_eq!(acceptable(common, common, ""), refused, "{common}");
    }
    assert_eq!(
        acceptable("kuda lari di pantai", "kuda lari", ""),
        Err(IdentityRefused::PasswordsDiffer)
    );
}

#[test]
fn signing_in_leads_nowhere_else() {
    assert_eq!(next_path("/accounts?q=a"), "/accounts?q=a");
    for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "", "/a\nb"] {
        assert_eq!(next_path(elsewhere), "/", "{elsewhere}");
    }
}

#[test]
fn a_weekend_signs_no_phone_out() {
    let friday: Instant = "2026-03-06T10:00:00Z".parse().unwrap();
    let monday: Instant = "2026-03-09T01:00:00Z".parse().unwrap();

    assert!(Stay::Remembered.is_awake(friday, monday));
    assert!(!Stay::Briefly.is_awake(friday, monday));
    assert!(!Stay::Remembered.is_awake(friday, friday.plus_days(14)));
}

#[test]
fn a_device_has_the_name_that_people_know() {
    let phone = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like \
                 Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

    assert_eq!(device(phone), "Chrome · Android");
    assert_eq!(device("curl/8"), "");
}

#[test]
fn a_link_is_good_once_and_for_a_while() {
    let (now, later) = (Instant(10), Instant(20));

    assert!(good(None, later, now));
    assert!(!good(Some(now), later, now));
    assert!(!good(None, now, now));
}
