//! Which packing a browser takes, from its `Accept-Encoding`.

/// How a body is packed on the way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Packing {
    Brotli,
    Gzip,
    Plain,
}

/// The smallest packing that the header allows. What is refused with `q=0` is not used.
pub fn packing(accept_encoding: &str, has: impl Fn(Packing) -> bool) -> Packing {
    let wanted = |name: &str| accepts(accept_encoding, name);
    if has(Packing::Brotli) && wanted("br") {
        return Packing::Brotli;
    }
    if has(Packing::Gzip) && wanted("gzip") {
        return Packing::Gzip;
    }
    Packing::Plain
}

/// The entry for this coding decides, and the one for `*` only where there is none.
fn accepts(header: &str, coding: &str) -> bool {
    let weight = |name: &str| {
        header.split(',').find_map(|entry| {
            let mut parts = entry.split(';').map(str::trim);
            let named = parts.next().is_some_and(|said| said.eq_ignore_ascii_case(name));
            let refused = parts.filter_map(|part| part.strip_prefix("q=")).any(is_zero);
            named.then_some(!refused)
        })
    };
    weight(coding).or_else(|| weight("*")).unwrap_or(false)
}

/// `0`, `0.0`, `0.000`: compared as text, because the header's grammar knows no other zero.
fn is_zero(weight: &str) -> bool {
    weight.starts_with('0') && weight.chars().all(|sign| sign == '0' || sign == '.')
}

#[cfg(test)]
mod tests {
    use super::{Packing, packing};

    fn of(header: &str) -> Packing {
        packing(header, |_| true)
    }

    #[test]
    fn the_smallest_that_the_browser_takes_wins() {
        assert_eq!(of("gzip, deflate, br, zstd"), Packing::Brotli);
        assert_eq!(of("gzip;q=1.0, deflate"), Packing::Gzip);
        assert_eq!(of(""), Packing::Plain);
    }

    #[test]
    fn what_is_refused_is_not_used() {
        assert_eq!(of("br;q=0, gzip"), Packing::Gzip);
        assert_eq!(of("br; q=0.000, *;q=0.5"), Packing::Gzip);
        assert_eq!(of("*;q=0"), Packing::Plain);
    }

    #[test]
    fn a_file_without_a_packed_form_goes_plain() {
        assert_eq!(packing("br, gzip", |_| false), Packing::Plain);
    }
}
