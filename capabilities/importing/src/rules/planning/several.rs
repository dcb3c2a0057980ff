//! One or more of something, of which the first takes no memory of its own.
//!
//! Most records are said once, in one row; a list for each would be most of what a plan holds.

/// One or more, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several<T> {
    first: T,
    more: Vec<T>,
}

impl<T> Several<T> {
    pub const fn of(first: T) -> Self {
        Self { first, more: Vec::new() }
    }

    pub fn push(&mut self, another: T) {
        self.more.push(another);
    }

    pub const fn count(&self) -> usize {
        1 + self.more.len()
    }

    pub const fn first(&self) -> &T {
        &self.first
    }

    /// The first, if there is no other.
    pub fn only(&self) -> Option<&T> {
        self.more.is_empty().then_some(&self.first)
    }

    pub fn last(&self) -> &T {
        self.more.last().unwrap_or(&self.first)
    }

    pub fn last_mut(&mut self) -> &mut T {
        self.more.last_mut().unwrap_or(&mut self.first)
    }

    /// The one at this place; the first where there is none.
    pub fn at(&self, place: usize) -> &T {
        place.checked_sub(1).and_then(|it| self.more.get(it)).unwrap_or(&self.first)
    }

    pub fn at_mut(&mut self, place: usize) -> &mut T {
        match place.checked_sub(1).and_then(|it| self.more.get_mut(it)) {
            Some(one) => one,
            None => &mut self.first,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        std::iter::once(&self.first).chain(&self.more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_in_the_order_in_which_they_came() {
        let mut several = Several::of('a');
        assert_eq!((several.count(), several.only()), (1, Some(&'a')));

        several.push('b');
        *several.last_mut() = 'c';
        several.push('d');
        *several.at_mut(0) = 'A';

        assert_eq!(several.iter().collect::<String>(), "Acd");
        assert_eq!((several.count(), several.only()), (3, None));
        assert_eq!((several.first(), several.at(1), several.last()), (&'A', &'c', &'d'));
    }
}
