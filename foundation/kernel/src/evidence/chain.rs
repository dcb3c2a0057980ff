//! Whether what a phone sent is all that it recorded, as it recorded it.
//!
//! A phone numbers what a person records on it, writes the hash of each event into the next, and
//! signs what it sends with a key that never leaves it. So an event that is left out shows, and
//! one that is changed afterwards. What shows is a signal: the event is kept all the same.

use super::signals::Signal;

/// How a batch is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Not at all: a phone whose browser has no keys, or a program.
    None,
    Good,
    /// It is not what this key signed.
    Wrong,
}

/// What is known of the key by which a person signs on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// They have never signed on this phone.
    First,
    Known,
    /// They have signed on this phone by another one.
    Another,
}

/// An event that is known to the server, by its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Counts up by one for each person on each phone, from 1.
    pub seq: i64,
    /// SHA-256 of the event, byte for byte as it was sent.
    pub hash: Vec<u8>,
}

/// What a phone says of an event's place in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub signature: Signature,
    pub key: KeyStanding,
    pub seq: i64,
    /// The hash of the event before; none before the first.
    pub previous: Option<Vec<u8>>,
}

/// What is odd about an event's place in the chain. `before` is the nearest event before it that
/// is known, and `is_taken` says that another event stands in its place.
pub fn judge(claim: &Claim, before: Option<&Link>, is_taken: bool) -> Vec<Signal> {
    match claim.signature {
        Signature::None => {
            return vec![Signal::Unsigned { before: claim.key != KeyStanding::First }];
        }
        // Whoever has no key can say anything about a chain.
        Signature::Wrong => return vec![Signal::WrongSignature],
        Signature::Good => {}
    }
    let new_key = (claim.key == KeyStanding::Another).then_some(Signal::NewKey);
    new_key.into_iter().chain(out_of_place(claim, before, is_taken)).collect()
}

fn out_of_place(claim: &Claim, before: Option<&Link>, is_taken: bool) -> Option<Signal> {
    if is_taken || claim.seq < 1 {
        return Some(Signal::BrokenChain);
    }
    let (known, hash) = before.map_or((0, None), |it| (it.seq, Some(&it.hash)));
    let missing = claim.seq - 1 - known;
    if 0 < missing {
        return Some(Signal::MissingBefore { events: missing });
    }
    (claim.previous.as_ref() != hash).then_some(Signal::BrokenChain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn link(seq: i64) -> Link {
        Link { seq, hash: vec![u8::try_from(seq).unwrap(); 32] }
    }

    fn claim(seq: i64, previous: Option<i64>) -> Claim {
        Claim {
            signature: Signature::Good,
            key: KeyStanding::Known,
            seq,
            previous: previous.map(|it| link(it).hash),
        }
    }

    #[test]
    fn an_unbroken_chain_is_not_odd() {
        let first = Claim { key: KeyStanding::First, ..claim(1, None) };
        assert_eq!(judge(&first, None, false), []);
        assert_eq!(judge(&claim(2, Some(1)), Some(&link(1)), false), []);
    }

    #[test]
    fn what_was_left_out_shows_with_its_number() {
        let missing = |events| [Signal::MissingBefore { events }];

        assert_eq!(judge(&claim(4, Some(3)), Some(&link(2)), false), missing(1));
        assert_eq!(judge(&claim(4, Some(3)), None, false), missing(3));
    }

    #[test]
    fn what_was_changed_or_told_twice_shows() {
        let broken = [Signal::BrokenChain];

        assert_eq!(judge(&claim(3, Some(9)), Some(&link(2)), false), broken, "another one before");
        assert_eq!(judge(&claim(3, None), Some(&link(2)), false), broken);
        assert_eq!(judge(&claim(1, Some(9)), None, false), broken, "nothing stands before it");
        assert_eq!(judge(&claim(2, Some(1)), Some(&link(1)), true), broken, "two in one place");
        assert_eq!(judge(&claim(0, None), None, false), broken);
        assert_eq!(judge(&claim(i64::MIN, None), None, false), broken);
    }

    #[test]
    fn a_signature_is_good_wrong_or_not_there() {
        let unsigned = |key| Claim { signature: Signature::None, key, ..claim(7, None) };
        let said = |claim: &Claim| judge(claim, None, false);

        assert_eq!(said(&unsigned(KeyStanding::First)), [Signal::Unsigned { before: false }]);
        assert_eq!(said(&unsigned(KeyStanding::Known)), [Signal::Unsigned { before: true }]);
        let forged = Claim { signature: Signature::Wrong, ..claim(7, None) };
        assert_eq!(said(&forged), [Signal::WrongSignature]);
        let changed = Claim { key: KeyStanding::Another, ..claim(1, None) };
        assert_eq!(said(&changed), [Signal::NewKey]);
    }

    proptest! {
        /// Events of one chain, some of them left out: each that follows a gap says how wide it
        /// is, and no other says anything.
        #[test]
        fn gaps_are_as_wide_as_they_are(sent in prop::collection::vec(any::<bool>(), 1..60)) {
            let mut before: Option<Link> = None;
            for (seq, _) in (1_i64..).zip(&sent).filter(|(_, sent)| **sent) {
                let previous = (1 < seq).then_some(seq - 1);
                let signals = judge(&claim(seq, previous), before.as_ref(), false);
                let events = seq - 1 - before.map_or(0, |it| it.seq);
                let gap = (0 < events).then_some(Signal::MissingBefore { events });
                prop_assert_eq!(signals, gap.into_iter().collect::<Vec<_>>());
                before = Some(link(seq));
            }
        }
    }
}
