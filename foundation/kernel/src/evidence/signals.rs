//! What is odd about a fact. A signal is a reason to look and never a reason to refuse: each of
//! these happens to honest people too, which is why each carries its numbers.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::geo::{Fix, distance_m};
use crate::{Day, FactId, Instant, PersonId, labels};

labels! {
    /// Why a phone sent no photo.
    pub enum PhotoError {
        /// The person went on without one.
        Skipped = "skipped",
        /// The camera could not be opened.
        NoCamera = "no_camera",
        /// The phone had no room for it.
        NoRoom = "no_room",
        /// The app was closed before it was taken.
        Interrupted = "interrupted",
        /// It was taken, and the phone or the server could not keep it.
        Lost = "lost",
    }
}

/// From when on something is odd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignalPolicy {
    /// Faster than anybody drives.
    pub ground_kmh: f64,
    /// Faster than anybody flies.
    pub air_kmh: f64,
    /// From this distance on somebody may have flown; none when nobody at the company flies.
    pub flight_from_m: Option<f64>,
    /// A shorter jump is a phone finding itself, not a person travelling.
    pub least_travel_m: f64,
    /// The same coordinates to six decimals on so many days.
    pub repeated_days: usize,
    /// So many positions in a row with one accuracy and no altitude.
    pub constant_fixes: usize,
    /// So many samples of one moment, all alike.
    pub identical_samples: usize,
    /// A clock that is wrong by more.
    pub clock_off_s: i64,
}

impl Default for SignalPolicy {
    fn default() -> Self {
        Self {
            ground_kmh: 150.0,
            air_kmh: 900.0,
            flight_from_m: Some(200_000.0),
            least_travel_m: 1_000.0,
            repeated_days: 3,
            constant_fixes: 5,
            identical_samples: 3,
            clock_off_s: 300,
        }
    }
}

/// Where a person was when they did something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    pub fact: FactId,
    /// As recorded.
    pub at: Instant,
    /// The calendar day where it happened.
    pub day: Day,
    pub fix: Option<Fix>,
}

/// Somebody used the device of this fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceUse {
    pub person: PersonId,
    pub at: Instant,
}

/// A photo of this fact, byte for byte, came with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoUse {
    pub fact: FactId,
    pub person: PersonId,
    pub at: Instant,
}

/// A fact and what is known around it.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    pub person: PersonId,
    pub this: Trace,
    /// The other positions of the same moment.
    pub samples: &'a [Fix],
    /// What the person did lately, before and after, in any order.
    pub around: &'a [Trace],
    /// Who used this device lately.
    pub device: &'a [DeviceUse],
    /// Whether the person has used another device before this fact.
    pub has_other_device: bool,
    pub photos: &'a [PhotoUse],
    /// The company requires a photo here, and none came.
    pub lacks_photo: bool,
    /// Why not, as far as the phone said.
    pub photo_error: Option<PhotoError>,
    /// From [`super::time::TimeVerdict`].
    pub clock_off_s: i64,
    /// What [`super::chain::judge`] found.
    pub chain: &'a [Signal],
}

/// Something odd, with the numbers that make it so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Signal {
    /// Nobody gets from there to here in that time, both errors taken off.
    ImpossibleTravel { other: FactId, other_at: Instant, distance_m: f64, seconds: i64, kmh: f64 },
    /// A living position is never the same to the hand's breadth.
    RepeatedCoordinates { days: usize },
    /// One accuracy all the time, and never an altitude.
    ConstantAccuracy { accuracy_m: f64, fixes: usize },
    /// All samples of the moment are one and the same.
    IdenticalSamples { samples: usize },
    /// Somebody else used this device.
    SharedDevice { with: PersonId, at: Instant },
    /// The person has always used another device.
    NewDevice,
    /// The same photo came with another fact.
    ReusedPhoto { fact: FactId, person: PersonId, at: Instant },
    /// A photo is required here and none came.
    MissingPhoto { why: Option<PhotoError> },
    /// The phone's clock is wrong by so much at the least; negative when behind.
    ClockOff { by_s: i64 },
    /// It came without a signature; `before` says that this phone has signed before.
    Unsigned { before: bool },
    /// It is not what this phone signed.
    WrongSignature,
    /// This phone signs by another key than before.
    NewKey,
    /// So many events before it had not come when it came.
    MissingBefore { events: i64 },
    /// It does not follow from the event before it.
    BrokenChain,
}

impl Signal {
    /// How much it weighs: three is worth somebody's look, less only adds up.
    pub const fn weight(self) -> u32 {
        match self {
            Self::ImpossibleTravel { .. }
            | Self::SharedDevice { .. }
            | Self::ReusedPhoto { .. }
            | Self::MissingPhoto { .. }
            | Self::Unsigned { before: true }
            | Self::WrongSignature
            | Self::BrokenChain => 3,
            Self::RepeatedCoordinates { .. }
            | Self::NewDevice
            | Self::ClockOff { .. }
            | Self::NewKey
            // What is missing may only be late.
            | Self::MissingBefore { .. } => 2,
            // Cheap phones, indoor positioning and programs do these every day.
            Self::ConstantAccuracy { .. }
            | Self::IdenticalSamples { .. }
            | Self::Unsigned { before: false } => 1,
        }
    }
}

/// Everything odd about a fact, heaviest first.
pub fn signals(known: Circumstances<'_>, policy: &SignalPolicy) -> Vec<Signal> {
    let mut found: Vec<Signal> = impossible_travel(known, policy)
        .into_iter()
        .chain(shared_device(known))
        .chain(reused_photo(known))
        .chain(missing_photo(known))
        .chain(repeated_coordinates(known, policy))
        .chain(new_device(known))
        .chain(clock_off(known, policy))
        .chain(constant_accuracy(known, policy))
        .chain(identical_samples(known, policy))
        .chain(known.chain.iter().copied())
        .collect();
    found.sort_by_key(|signal| std::cmp::Reverse(signal.weight()));
    found
}

/// The worse of the journeys to this fact and from it: a late fact may stand between two others.
fn impossible_travel(known: Circumstances<'_>, policy: &SignalPolicy) -> Option<Signal> {
    let here = known.this.fix.filter(|fix| fix.is_sound())?;
    let others = || {
        let sound = |it: &&Trace| it.fix.is_some_and(Fix::is_sound) && it.fact != known.this.fact;
        known.around.iter().filter(sound)
    };
    let key = |it: &&Trace| (it.at, it.fact);
    let before = others().filter(|it| it.at <= known.this.at).max_by_key(key);
    let after = others().filter(|it| known.this.at < it.at).min_by_key(key);

    let journeys = [before, after].into_iter().flatten().filter_map(|other| {
        let there = other.fix?;
        let apart_m = distance_m(here.point(), there.point());
        let distance_m = apart_m - here.accuracy_m - there.accuracy_m;
        let seconds = known.this.at.seconds_since(other.at).saturating_abs();
        let kmh = speed_kmh(distance_m, seconds);
        let may_fly = policy.flight_from_m.is_some_and(|from_m| from_m <= distance_m);
        let most_kmh = if may_fly { policy.air_kmh } else { policy.ground_kmh };
        let is_impossible = policy.least_travel_m <= distance_m && most_kmh < kmh;
        let (other, other_at) = (other.fact, other.at);
        is_impossible.then_some((
            kmh,
            Signal::ImpossibleTravel { other, other_at, distance_m, seconds, kmh },
        ))
    });
    journeys.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, signal)| signal)
}

#[expect(clippy::cast_precision_loss, reason = "seconds of a working life fit")]
fn speed_kmh(distance_m: f64, seconds: i64) -> f64 {
    // Two facts of one second are a second apart at the most.
    distance_m / seconds.max(1) as f64 * 3.6
}

fn shared_device(known: Circumstances<'_>) -> Option<Signal> {
    let others = known.device.iter().filter(|it| it.person != known.person);
    others
        .max_by_key(|it| (it.at, it.person))
        .map(|it| Signal::SharedDevice { with: it.person, at: it.at })
}

/// Nobody's first device is new: there is nothing that it could differ from.
fn new_device(known: Circumstances<'_>) -> Option<Signal> {
    let is_known = known.device.iter().any(|it| it.person == known.person);
    (known.has_other_device && !is_known).then_some(Signal::NewDevice)
}

fn reused_photo(known: Circumstances<'_>) -> Option<Signal> {
    let others = known.photos.iter().filter(|it| it.fact != known.this.fact);
    others.min_by_key(|it| (it.at, it.fact)).map(|it| Signal::ReusedPhoto {
        fact: it.fact,
        person: it.person,
        at: it.at,
    })
}

fn missing_photo(known: Circumstances<'_>) -> Option<Signal> {
    known.lacks_photo.then_some(Signal::MissingPhoto { why: known.photo_error })
}

fn repeated_coordinates(known: Circumstances<'_>, policy: &SignalPolicy) -> Option<Signal> {
    let sound = |trace: &Trace| trace.fix.filter(|fix| fix.is_sound());
    let here = sound(&known.this)?.point().micro_degrees();
    let same = known
        .around
        .iter()
        .chain([&known.this])
        .filter(|it| sound(it).is_some_and(|fix| fix.point().micro_degrees() == here));
    let days = same.map(|it| it.day).collect::<BTreeSet<_>>().len();
    (policy.repeated_days <= days).then_some(Signal::RepeatedCoordinates { days })
}

fn constant_accuracy(known: Circumstances<'_>, policy: &SignalPolicy) -> Option<Signal> {
    let accuracy_m = known.this.fix.filter(|fix| fix.is_sound())?.accuracy_m;
    let mut before: Vec<&Trace> = known
        .around
        .iter()
        .filter(|it| it.fix.is_some() && it.at <= known.this.at && it.fact != known.this.fact)
        .collect();
    before.sort_by_key(|it| std::cmp::Reverse((it.at, it.fact)));
    let is_bare = |it: &&Trace| {
        it.fix.is_some_and(|fix| fix.altitude_m.is_none() && same(fix.accuracy_m, accuracy_m))
    };
    let fixes = [&known.this].into_iter().chain(before).take_while(is_bare).count();
    let is_constant = policy.constant_fixes <= fixes;
    is_constant.then_some(Signal::ConstantAccuracy { accuracy_m, fixes })
}

fn identical_samples(known: Circumstances<'_>, policy: &SignalPolicy) -> Option<Signal> {
    let (first, rest) = known.samples.split_first()?;
    let samples = known.samples.len();
    let is_alike = rest.iter().all(|it| {
        it.point().micro_degrees() == first.point().micro_degrees()
            && same(it.accuracy_m, first.accuracy_m)
    });
    (policy.identical_samples <= samples && is_alike)
        .then_some(Signal::IdenticalSamples { samples })
}

fn clock_off(known: Circumstances<'_>, policy: &SignalPolicy) -> Option<Signal> {
    let by_s = known.clock_off_s;
    (policy.clock_off_s < by_s.saturating_abs()).then_some(Signal::ClockOff { by_s })
}

/// Whether two numbers are the very same; nearness is not the question here.
fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits()
}

#[cfg(test)]
mod tests;
