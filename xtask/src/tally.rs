//! Counts tests by the closing lines of the programs that run them.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads one line of output; a line that closes no suite counts nothing.
    pub fn read(&mut self, line: &str) {
        let line = plain(line);
        // What a failed test had to say is shown indented, and may look the same.
        let line = line.trim_end();
        if line.trim_start().starts_with("Summary [") || line.starts_with("test result: ") {
            self.passed += before(line, "passed");
            self.failed +=
                before(line, "failed") + before(line, "timed out") + before(line, "exec failed");
        } else if let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            self.passed += after(rest, "pass ");
            self.failed += after(rest, "fail ") + after(rest, "cancelled ");
        }
    }
}

/// The number before the first of these words.
fn before(line: &str, words: &str) -> u64 {
    let count = line.split_once(&format!(" {words}")).map(|(before, _)| before);
    count.and_then(|before| before.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}

/// The number that is all there is after this word.
fn after(line: &str, word: &str) -> u64 {
    line.strip_prefix(word).and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// The line without its colours.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((text, escape)) = rest.split_once("\u{1b}[") {
        plain.push_str(text);
        rest = escape.split_once(|it: char| it.is_ascii_alphabetic()).map_or("", |(_, it)| it);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> (u64, u64) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        (tally.passed, tally.failed)
    }

    #[test]
    fn nextest_is_read_with_and_without_colours() {
        let plain = "     Summary [   1.2s] 9/12 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 3 skipped";
        let bright = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m12\u{1b}[0m tests run: \u{1b}[1m12\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped";

        assert_eq!(tally(&[plain]), (6, 3));
        assert_eq!(tally(&[bright]), (12, 0));
    }

    #[test]
    fn cargo_test_is_read_once_a_binary() {
        let line = "test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";

        assert_eq!(tally(&[line, "test tests::a_test ... ok", line]), (10, 2));
    }

    #[test]
    fn node_is_read_in_both_of_its_forms() {
        assert_eq!(tally(&["ℹ tests 3", "ℹ pass 2", "ℹ fail 1", "ℹ cancelled 0"]), (2, 1));
        assert_eq!(tally(&["# pass 2", "# fail 0", "# cancelled 1"]), (2, 1));
    }

    #[test]
    fn a_test_that_prints_about_passing_counts_nothing() {
        let shown = "    test result: FAILED. 0 passed; 1 failed; 0 ignored";

        assert_eq!(tally(&["3 passed, 1 failed", "I pass 3", shown]), (0, 0));
    }
}
