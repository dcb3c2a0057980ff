//! Chance that can be repeated.

use crate::setting;

pub struct Chance(u64);

impl Chance {
    /// The seed is printed, so that a run that failed can be run again.
    pub fn begin() -> Self {
        let fresh = || u64::from_be_bytes(frame::secrets::fresh()[..8].try_into().unwrap());
        let seed = setting("KILL_SEED").unwrap_or_else(fresh);
        println!("KILL_SEED={seed}");
        Self(seed)
    }

    /// Anything from nothing to this.
    pub fn up_to(&mut self, most: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (it ^ (it >> 31)) % (most + 1)
    }
}
