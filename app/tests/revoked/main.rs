//! Who may come in, for how long, and how they are put out: with real sessions and tokens,
//! through everything that surrounds the program.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]

mod live;
mod arriving;
mod entering;
mod leaving;
mod surroundings;
