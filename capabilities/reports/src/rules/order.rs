//! In what order the lines of a report stand.

use kernel::labels;

labels! {
    /// In what order the lines of a report stand.
    pub enum Order {
        /// The most of what is shown first.
        Most = "most",
        /// What fell the most against the period before, first.
        Fallen = "fallen",
        /// What grew the most against the period before, first.
        Grown = "grown",
    }
}

impl Order {
    /// What a line weighs in this order, now and in the period that it is compared with; the
    /// heaviest comes first.
    pub fn weight(self, now: i128, before: i128) -> i128 {
        match self {
            Self::Most => now,
            Self::Fallen => before.saturating_sub(now),
            Self::Grown => now.saturating_sub(before),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fell_the_most_comes_first() {
        let lines = [(10, 2), (5, 50), (0, 9)];
        let first = |order: Order| {
            let heaviest = lines.iter().max_by_key(|it| order.weight(it.0, it.1));
            heaviest.copied()
        };

        assert_eq!(first(Order::Most), Some((10, 2)));
        assert_eq!(first(Order::Fallen), Some((5, 50)));
        assert_eq!(first(Order::Grown), Some((10, 2)));
    }
}
