//! What a rule of assignment asks of a prospect.

/// What of a prospect a rule can ask about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    pub city: Option<String>,
    pub province: Option<String>,
    pub industry: Option<String>,
    /// The code of its source.
    pub source: String,
    /// In minor units of the company's own currency; none where it is another.
    pub value: Option<i64>,
}

/// What a rule asks; an empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Cities and provinces.
    pub places: Vec<String>,
    pub industries: Vec<String>,
    /// Codes.
    pub sources: Vec<String>,
    /// Worth so much or more.
    pub value_from: Option<i64>,
}

impl Asked {
    /// Asks for everything.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether this prospect is one that the rule is about: all that it asks, and of each list one.
pub fn fits(asked: &Asked, lead: &Lead) -> bool {
    let in_list = |list: &[String], said: &Option<String>| {
        let said = said.as_deref().map(plain).filter(|it| !it.is_empty());
        said.is_some_and(|said| list.iter().any(|it| plain(it) == said))
    };
    let place = asked.places.is_empty()
        || in_list(&asked.places, &lead.city)
        || in_list(&asked.places, &lead.province);
    let industry = asked.industries.is_empty() || in_list(&asked.industries, &lead.industry);
    let source = asked.sources.is_empty() || asked.sources.contains(&lead.source);
    let value = match (asked.value_from, lead.value) {
        (None, _) => true,
        (Some(from), Some(value)) => from <= value,
        // What is not known is not large.
        (Some(_), None) => false,
    };
    place && industry && source && value
}

/// A place or an industry by what tells it apart: `Kota Bandung`, `KOTA  BANDUNG` and `bandung`
/// are one.
pub fn plain(text: &str) -> String {
    let idle =
        ["kota", "kab", "kab.", "kabupaten", "prov", "prov.", "provinsi", "adm.", "administrasi"];
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let kept: Vec<&str> = words.iter().copied().filter(|it| !idle.contains(it)).collect();
    // A place that is called nothing else keeps its name.
    if kept.is_empty() { words.join(" ") } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lead(city: &str, industry: &str) -> Lead {
        let said = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        Lead {
            city: said(city),
            province: Some("Jawa Barat".to_owned()),
            industry: said(industry),
            source: "website".to_owned(),
            value: Some(5_000_000),
        }
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn a_place_is_a_city_or_a_province_however_it_is_written() {
        let asked = Asked { places: words(&["bandung", "DKI Jakarta"]), ..Asked::default() };
        assert!(fits(&asked, &lead("Kota Bandung", "")));
        assert!(!fits(&asked, &lead("Bogor", "")));

        let asked = Asked { places: words(&["jawa  barat"]), ..Asked::default() };
        assert!(fits(&asked, &lead("Bogor", "")));
        assert!(fits(&asked, &lead("", "")));
        assert!(!fits(&asked, &Lead::default()), "what is not known is in no place");
    }

    #[test]
    fn all_that_is_asked_must_be_so_and_one_of_each_list() {
        let asked = Asked {
            places: words(&["Jawa Barat"]),
            industries: words(&["Ritel", "FMCG"]),
            sources: words(&["website"]),
            value_from: Some(5_000_000),
        };

        assert!(fits(&asked, &lead("Bandung", "ritel")));
        assert!(!fits(&asked, &lead("Bandung", "Klinik")));
        assert!(!fits(&asked, &lead("Bandung", "")));
        assert!(!fits(&asked, &Lead { source: "event".into(), ..lead("Bandung", "ritel") }));
        assert!(!fits(&asked, &Lead { value: Some(4_999_999), ..lead("Bandung", "ritel") }));
        assert!(!fits(&asked, &Lead { value: None, ..lead("Bandung", "ritel") }));
    }

    proptest! {
        #[test]
        fn a_rule_that_asks_nothing_is_for_all(city in ".*", industry in ".*") {
            prop_assert!(fits(&Asked::default(), &lead(&city, &industry)));
        }

        #[test]
        fn what_is_asked_more_fits_less(city in "[a-z]{0,3}", industry in "[a-z]{0,3}", more in "[a-z]{1,3}") {
            let less = Asked { places: vec![city.clone()], ..Asked::default() };
            let more = Asked { industries: vec![more], ..less.clone() };

            if fits(&more, &lead(&city, &industry)) {
                prop_assert!(fits(&less, &lead(&city, &industry)));
            }
        }
    }
}
