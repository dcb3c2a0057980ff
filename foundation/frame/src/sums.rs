//! Sums that no whole number of a database holds: each is added up in two halves, and put together
//! here.

use sea_orm::sea_query::{Expr, ExprTrait, Func, SimpleExpr};

/// How often the lower half of a number fits into it.
const HALF: i64 = 1_000_000_000;

/// The two sums that are the sum of this together, the higher half first; nothing comes to 0.
pub fn halves(of: SimpleExpr) -> [SimpleExpr; 2] {
    let sum = |half: SimpleExpr| {
        let sum = Expr::from(Func::sum(half));
        Expr::from(Func::coalesce([sum, Expr::value(0_i64)])).cast_as("bigint")
    };
    [sum(of.clone().div(HALF)), sum(of.modulo(HALF))]
}

/// The sum that these two halves are of.
pub fn whole(high: impl Into<i128>, low: impl Into<i128>) -> i128 {
    high.into() * i128::from(HALF) + low.into()
}

/// The number of eight bytes that is nearest to this one.
pub fn nearest(whole: i128) -> i64 {
    i64::try_from(whole).unwrap_or(if whole < 0 { -i64::MAX } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_eight_bytes_is_put_together() {
        let largest = 1_000_000_000_000_000_i64;
        let (high, low) = (largest / HALF * 20_000, largest % HALF * 20_000);

        assert_eq!(whole(high, low), 20_000_000_000_000_000_000);
        assert_eq!(whole(-3_i64 / HALF, -3_i64 % HALF), -3);
        assert_eq!((nearest(-7), nearest(whole(high, low))), (-7, i64::MAX));
    }
}
