//! The words for what reports are made of.

use crate::rules::Axis;
use crate::words::Words;

const OF_LEDGER: &[&str] =
    &["net", "documents", "average_document", "lines", "quantity", "invoiced", "average_price"];

const OF_CLIENTS: &[&str] = &[
    "clients",
    "bought",
    "days_silent",
    "new_clients",
    "lost_clients",
    "balance",
    "visited",
    "coverage",
    "visits",
    "effective_rate",
];

impl Words {
    /// What a measure is called.
    pub fn measure(self, word: &str) -> String {
        if OF_LEDGER.contains(&word) {
            self.measure_of_ledger(word)
        } else if OF_CLIENTS.contains(&word) {
            self.measure_of_clients(word)
        } else {
            self.measure_of_deals(word)
        }
    }

    /// What an axis is called, within a sentence.
    pub fn axis(self, word: &str) -> String {
        match Axis::from_word(word) {
            Some(
                Axis::Product
                | Axis::Series
                | Axis::Stage
                | Axis::Pipeline
                | Axis::InvoiceCountry
                | Axis::Month
                | Axis::Quarter
                | Axis::Year,
            ) => self.axis_of_things(word),
            _ => self.axis_of_people(word),
        }
    }

    /// What the rows behind a figure are.
    pub fn row_name(self, what: &str) -> &'static str {
        match what {
            "invoice" => self.row_document(),
            "line" => self.row_line(),
            "client" | "silent" | "visit" => self.row_client(),
            _ => self.row_deal(),
        }
    }
}
