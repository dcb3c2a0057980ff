use super::*;

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

#[test]
fn a_session_is_read_from_its_cookie() {
    let company = CompanyId(Uuid::from_u128(7));
    let cookie = format!("a=b; {SESSION_COOKIE}={}", Presented::cookie(company, &[1; 32]));

    let presented = Presented::of(&headers(&[("cookie", &cookie)])).unwrap();

    assert_eq!(presented.company, company);
    assert_eq!(presented.secret, [1; 32]);
    assert_eq!(presented.kind, Shown::Session);
}

#[test]
fn a_token_is_read_from_its_header() {
    let company = CompanyId(Uuid::from_u128(7));
    let bearer = format!("Bearer {}", Presented::token(company, &[255; 32]));

    let presented = Presented::of(&headers(&[("authorization", &bearer)])).unwrap();

    assert_eq!(presented.secret, [255; 32]);
    assert_eq!(presented.kind, Shown::Token);
}

#[test]
fn a_forged_hop_is_not_believed() {
    let headers = headers(&[("x-forwarded-for", "1.1.1.1, 203.0.113.9")]);

    assert_eq!(forwarded(&headers, 0), None);
    assert_eq!(forwarded(&headers, 1).as_deref(), Some("203.0.113.9"));
    assert_eq!(forwarded(&headers, 3), None);
}

#[test]
fn a_choice_of_language_wins_over_the_browser() {
    let both = headers(&[("cookie", "lang=id"), ("accept-language", "en-US,en;q=0.9")]);
    let browser = headers(&[("accept-language", "de-DE, en;q=0.5")]);

    assert_eq!(lang(&both), Lang::Id);
    assert_eq!(lang(&browser), Lang::En);
    assert_eq!(lang(&HeaderMap::new()), Lang::Id);
}
