//! What is true of visits, with no IO: values in, values out.
//!
//! Being in the wrong place, late or without signal refuses nothing: that is evidence, and is
//! graded. Refused is only what cannot be written down at all.

pub mod refused;
pub mod visit;
pub mod arrive;
pub mod leave;
pub mod footing;
pub mod skip;
pub mod calls;
pub mod coverage;
pub mod dwell;
pub mod tally;

pub use self::arrive::{Arrival, ArrivalEffect, Closing, OtherVisit, arrive};
pub use self::calls::{Call, Rate, Rates, rates};
pub use self::coverage::{Client, TierCoverage, Unseen, coverage, not_seen};
pub use self::dwell::{Dwell, Stop, dwell_minutes, shared_dwell, who_is_here};
pub use self::footing::{Footing, Rejected, Said, footing, is_made};
pub use self::leave::{Departure, Leaving, Outcome, leave};
pub use self::refused::{LONGEST_LABEL, VisitRefused};
pub use self::skip::{Skipped, Skipping, plan, skip};
pub use self::tally::{Tally, Visited, tally};
pub use self::visit::{Settled, Visit, VisitEnd, VisitId, VisitState, settle};
