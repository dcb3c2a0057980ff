//! By which the Indonesian tax office knows somebody: NPWP, NIK and NITKU.
//!
//! Since 14 July 2022 (PMK 112/PMK.03/2022) an NPWP has 16 digits: for a body the 15 that it had
//! with a 0 before them, for a resident their NIK. A place of business adds six to it: its NITKU.

/// A number that the tax office may have given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxNumber {
    /// Sixteen digits.
    pub number: String,
    /// The six digits of one place of business; `000000` is the head office.
    pub branch: Option<String>,
}

/// What its sixteen digits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxNumberKind {
    /// Of a body, or of a person before their NIK took its place.
    Npwp,
    /// Of a resident.
    Nik,
}

impl TaxNumber {
    /// Reads 15, 16 or 22 digits with whatever people put between them; none for what cannot be
    /// such a number.
    pub fn read(text: &str) -> Option<Self> {
        let plain = |it: char| it.is_ascii_digit() || it.is_whitespace() || ".-/".contains(it);
        if !text.chars().all(plain) {
            return None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let (number, branch) = match digits.len() {
            15 => (format!("0{digits}"), None),
            16 => (digits, None),
            22 => (digits[..16].to_owned(), Some(digits[16..].to_owned())),
            _ => return None,
        };
        let read = Self { number, branch };
        read.kind().map(|_| read)
    }

    /// What it is; none if it is neither.
    pub fn kind(&self) -> Option<TaxNumberKind> {
        let digits: Vec<u32> = self.number.chars().filter_map(|it| it.to_digit(10)).collect();
        if digits.len() != 16 {
            return None;
        }
        match (digits[0], digits[1]) {
            // The old number follows: nine digits, the ninth of which proves the eight before it.
            (0, _) => luhn(&digits[1..10]).then_some(TaxNumberKind::Npwp),
            // No province has the code 10; such numbers are given to new bodies.
            (1, 0) => Some(TaxNumberKind::Npwp),
            _ => is_nik(&digits).then_some(TaxNumberKind::Nik),
        }
    }

    /// As it is stored: 16 digits, or 22 where the place of business is known.
    pub fn stored(&self) -> String {
        format!("{}{}", self.number, self.branch.as_deref().unwrap_or_default())
    }

    /// In groups that can be read aloud: `0013 1216 6009 1000`, and behind it the place of
    /// business.
    pub fn shown(&self) -> String {
        let digits: Vec<char> = self.number.chars().collect();
        let mut groups: Vec<String> = digits.chunks(4).map(|it| it.iter().collect()).collect();
        groups.extend(self.branch.clone());
        groups.join(" ")
    }
}

/// Every second digit from the right counts twice; the sum ends in 0.
fn luhn(digits: &[u32]) -> bool {
    let worth = digits.iter().rev().enumerate().map(|(at, &digit)| match at % 2 {
        0 => digit,
        _ if digit < 5 => 2 * digit,
        _ => 2 * digit - 9,
    });
    worth.sum::<u32>() % 10 == 0
}

/// Six digits of where, a birthday (a woman's day plus 40), and a number of that day.
fn is_nik(digits: &[u32]) -> bool {
    let two = |at: usize| 10 * digits[at] + digits[at + 1];
    let day = if 40 < two(6) { two(6) - 40 } else { two(6) };
    let longest = match two(8) {
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        1..=12 => 31,
        _ => return false,
    };
    11 <= two(0) && (1..=longest).contains(&day) && digits[12..].iter().any(|it| *it != 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stored(text: &str) -> Option<String> {
        TaxNumber::read(text).map(|it| it.stored())
    }

    // The numbers are those of python-stdnum's and the tax office's own examples.
    #[test]
    fn fifteen_digits_become_sixteen() {
        for text in ["01.312.166.0-091.000", "013121660091000", "0013121660091000"] {
            assert_eq!(stored(text).as_deref(), Some("0013121660091000"), "{text}");
        }
        assert_eq!(TaxNumber::read("013121660091000").unwrap().kind(), Some(TaxNumberKind::Npwp));
        for text in ["01.312.166.1-091.000", "01312166009100", "", "NPWP", "0131216600910001234"] {
            assert_eq!(stored(text), None, "{text}");
        }
    }

    #[test]
    fn a_resident_has_their_nik() {
        for text in ["3171011708450001", "3171014108450001", "3171 0117 0845 0001"] {
            assert_eq!(TaxNumber::read(text).unwrap().kind(), Some(TaxNumberKind::Nik), "{text}");
        }
        for text in ["31710117084500", "3171013208450001", "3171013013450001", "3171013002450001"] {
            assert_eq!(stored(text), None, "{text}");
        }
    }

    #[test]
    fn a_place_of_business_has_six_digits_more() {
        let branch = TaxNumber::read("0013121660091000000001").unwrap();

        assert_eq!(branch.branch.as_deref(), Some("000001"));
        assert_eq!(branch.shown(), "0013 1216 6009 1000 000001");
        assert_eq!(branch.stored(), "0013121660091000000001");
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again(text in "[0-9. -]{0,30}") {
            if let Some(read) = TaxNumber::read(&text) {
                prop_assert_eq!(TaxNumber::read(&read.shown()), Some(read.clone()));
                prop_assert_eq!(TaxNumber::read(&read.stored()), Some(read));
            }
        }

        #[test]
        fn nothing_typed_breaks_the_reading(text in ".{0,40}") {
            let _ = TaxNumber::read(&text);
        }
    }
}
