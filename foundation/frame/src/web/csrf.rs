//! A request that changes something must come from our own pages, or from a program that shows
//! a token of its own.

use axum::http::header::{AUTHORIZATION, COOKIE, ORIGIN};
use axum::http::{HeaderMap, Method};

/// May this request change something?
///
/// `Sec-Fetch-Site` says where it comes from; every browser since 2023 sends it over HTTPS. Where
/// it is missing, `Origin` must be ours; where both are, there must be no cookie to abuse.
pub fn allows(method: &Method, headers: &HeaderMap, origin: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|it| it.to_str().unwrap_or("unreadable"));
    match text("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => match text(ORIGIN.as_str()) {
            Some(from) => from == origin,
            None => headers.contains_key(AUTHORIZATION) || !headers.contains_key(COOKIE),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "https://jembatan.example";

    /// Every combination of what a browser may say, and what follows.
    #[test]
    fn only_our_own_pages_change_something() {
        let sites =
            [None, Some("same-origin"), Some("same-site"), Some("cross-site"), Some("none")];
        let origins = [None, Some(OURS), Some("https://evil.example"), Some("null")];
        for site in sites {
            for origin in origins {
                for cookie in [false, true] {
                    for token in [false, true] {
                        let mut headers = HeaderMap::new();
                        if let Some(site) = site {
                            headers.insert("sec-fetch-site", site.parse().unwrap());
                        }
                        if let Some(origin) = origin {
                            headers.insert(ORIGIN, origin.parse().unwrap());
                        }
                        if cookie {
                            headers.insert(COOKIE, "a=b".parse().unwrap());
                        }
                        if token {
                            headers.insert(AUTHORIZATION, "Bearer x".parse().unwrap());
                        }

                        let expected = match (site, origin) {
                            (Some("same-origin"), _) | (None, Some(OURS)) => true,
                            (Some(_), _) | (None, Some(_)) => false,
                            (None, None) => token || !cookie,
                        };

                        let say = format!("{site:?} {origin:?} cookie {cookie} token {token}");
                        assert_eq!(allows(&Method::POST, &headers, OURS), expected, "{say}");
                        assert_eq!(allows(&Method::DELETE, &headers, OURS), expected, "{say}");
                        assert!(allows(&Method::GET, &headers, OURS), "{say}");
                    }
                }
            }
        }
    }
}
