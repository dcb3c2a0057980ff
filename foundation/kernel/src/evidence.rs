//! How far a fact proves itself.
