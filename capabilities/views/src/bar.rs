//! The views of a list above it: one press away, the one in force marked.

use askama::Template;
use frame::web::list::Listed;
use frame::{Ctx, Error, Result};

use crate::list::address;
use crate::save_view::written;
use crate::saved_view::{self, Model};
use crate::words::Words;

#[derive(Template)]
#[template(path = "bar.html")]
struct Bar {
    w: Words,
    /// The list with nothing asked.
    all: &'static str,
    nothing_asked: bool,
    views: Vec<Chip>,
    /// Where what is asked now is kept; empty if it is nothing or kept already.
    save: String,
    /// Where the view in force is changed; empty unless the reader keeps it.
    change: String,
}

struct Chip {
    view: Model,
    href: String,
    current: bool,
    /// Somebody else keeps it.
    of_others: bool,
}

/// The bar above this list, as HTML that a template made, when somebody stands at this address;
/// empty while there is nothing to offer.
pub async fn bar(ctx: &Ctx, list: &Listed, at: &str) -> Result<String> {
    let asked = at.split_once('?').map(|it| it.1).unwrap_or_default();
    let asked = written(asked)?;
    let chips = saved_view::of_list(ctx, list.word).await?.into_iter().map(|view| Chip {
        href: address(list, &view.question),
        current: view.question == asked,
        of_others: view.owner_id != ctx.actor.person,
        view,
    });
    let chips: Vec<Chip> = chips.collect();
    if chips.is_empty() && asked.is_empty() {
        return Ok(String::new());
    }
    let mut bar = Bar {
        w: Words::of(ctx.lang()),
        all: list.path,
        nothing_asked: asked.is_empty(),
        save: String::new(),
        change: String::new(),
        views: chips,
    };
    let current = bar.views.iter().find(|it| it.current);
    match current {
        Some(chip) if !chip.of_others => bar.change = format!("/views/{}/edit", chip.view.id),
        None if !asked.is_empty() => {
            let pairs = [("list", list.word), ("question", &asked)];
            bar.save = frame::web::page::address("/views/new", pairs);
        }
        _ => {}
    }
    bar.render().map_err(Error::internal)
}
