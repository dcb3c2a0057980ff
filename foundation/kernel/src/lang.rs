//! The two languages of the product.

use crate::labels;

labels! {
    /// The language a person reads.
    #[derive(Default)]
    pub enum Lang {
        /// Bahasa Indonesia, written first.
        #[default]
        Id = "id",
        /// English.
        En = "en",
    }
}
