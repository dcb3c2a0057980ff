//! The words of this crate.

fn main() {
    words::generate();
}
