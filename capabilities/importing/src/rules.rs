//! What is true of importing, whatever is stored: files become rows, rows become drafts, drafts
//! become a plan.

pub mod file_refused;
pub mod signature;
pub mod encoding;
pub mod decoded;
pub mod dialect;
pub mod records;
pub mod survey;
pub mod cell;
pub mod row_refused;
pub mod number;
pub mod day;
pub mod said;
pub mod draft;
pub mod mapping;
pub mod drafting;
pub mod existing;
pub mod planning;
pub mod error_file;
