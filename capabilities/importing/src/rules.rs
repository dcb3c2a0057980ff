//! What is true of importing, whatever is stored and wherever files lie.

// A file, before it is read.
pub mod file_refused;
pub mod signature;
pub mod encoding;
pub mod dialect;
pub mod survey;
// Its cells.
pub mod row;
pub mod cell;
pub mod number;
pub mod day;
pub mod profile;
// Its rows become drafts.
pub mod said;
pub mod field;
pub mod draft;
pub mod mapping;
pub mod choice;
pub mod evidence;
pub mod guess;
pub mod drafting;
pub mod row_refused;
// Rows of one number become a document.
pub mod document_refused;
pub mod documents;
// All drafts become a plan.
pub mod existing;
pub mod planning;
pub mod owners;
// It is carried out, and perhaps undone.
pub mod undoing;
pub mod run_refused;
pub mod day_refused;
pub mod online_retail;
pub mod heard;
