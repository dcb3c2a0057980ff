//! Who may come in, for how long, and how they are put out: with real sessions and tokens,
//! through everything that surrounds the program.

mod live;
mod entering;
mod leaving;
mod surroundings;
