//! What is true of numbers and of a day, with nothing but values.

mod board;
mod axis;
mod span;
mod cube;
mod figure;
mod order;
mod kept;
mod sending;

pub use axis::{Axis, Base, NONE};
pub use board::{BoardState, Heard, board_state};
pub use cube::{Keys, Row, filled, merged, roll_up, total, with_gone};
pub use figure::{Figure, Formula, Measure, Unit};
pub use kept::{MOST_READERS, ReportRefused, Shared, may_restore, named, reach_word, reaches};
pub use order::Order;
pub use sending::{LAST_DAY, MOST_FILE_MEGABYTES, MailFile, Rhythm, When, file_name};
pub use span::{Compare, Pieces, Span, Within};
