//! What happened in the ledger, in a sentence.

use frame::stream::{Model, Sees, Teller};
use kernel::{Exact, Lang};

use crate::invoice_problem::ProblemKind;
use crate::rules::InvoiceKind;
use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "transactions.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| lang.number(says[key].as_i64().unwrap_or_default());
    let money = |key: &str| {
        let amount = text(key).parse::<Exact>().unwrap_or_default();
        amount.money(&text("currency"))
    };
    Some(match event.name.as_str() {
        "transactions.batch_recorded" => {
            w.told_batch_recorded(text("name"), number("documents"), number("lines"))
        }
        "transactions.batch_taken_back" => {
            w.told_batch_taken_back(text("name"), number("documents"), number("lines"))
        }
        "transactions.invoice_recorded" => {
            let kind = InvoiceKind::from_word(&text("kind"))?;
            w.told_invoice_recorded(w.kind(kind), text("number"), money("total"))
        }
        "transactions.invoice_taken_back" => {
            let kind = InvoiceKind::from_word(&text("kind"))?;
            w.told_invoice_taken_back(w.kind(kind), text("number"), money("total"))
        }
        "transactions.payment_taken_back" => w.told_payment_taken_back(money("amount")),
        "transactions.exported" => w.told_exported().to_owned(),
        "transactions.lines_exported" => w.told_lines_exported().to_owned(),
        "transactions.payments_exported" => w.told_payments_exported().to_owned(),
        "transactions.problems_exported" => w.told_problems_exported().to_owned(),
        "transactions.payment_recorded" => w.told_payment_recorded(money("amount")),
        "transactions.problem_raised" => {
            let kind = ProblemKind::from_word(&text("kind"))?;
            w.told_problem_raised(text("number"), w.problem_kind(kind))
        }
        "transactions.problem_asked" => {
            let kind = ProblemKind::from_word(&text("kind"))?;
            w.told_problem_asked(text("who"), text("number"), w.problem_kind(kind))
        }
        "transactions.problem_answered" => w.told_problem_answered(text("who"), text("number")),
        "transactions.problem_solved" => w.told_problem_solved(text("number")),
        "transactions.statement_shared" => w.told_statement_shared(number("days")),
        "transactions.statement_withdrawn" => w.told_statement_withdrawn().to_owned(),
        "transactions.statement_opened" => w.told_statement_opened().to_owned(),
        "transactions.statement_taken" => w.told_statement_taken(text("form").to_uppercase()),
        _ => return None,
    })
}
