//! Where a browser goes after a deal has moved: to the board or to the deal, with a way to undo.

use axum::http::StatusCode;
use axum::response::Response;
use frame::web::page;
use frame::{Ctx, Error, Result};
use serde::Deserialize;

use crate::opportunity::Model;
use crate::words::Words;

/// Where somebody came from: `board` or nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Back {
    pub back: String,
}

impl Back {
    pub fn is_board(&self) -> bool {
        self.back == "board"
    }

    /// The page from which a deal was changed.
    pub fn page(&self, deal: &Model) -> String {
        if self.is_board() {
            page::address("/opportunities/board", [("pipeline", deal.pipeline.as_str())])
        } else {
            format!("/opportunities/{}", deal.id)
        }
    }
}

/// The page that shows where a deal is now, and offers to undo what was done to it.
pub fn moved(back: &Back, deal: &Model, changed: bool) -> String {
    let id = if changed { deal.id.to_string() } else { String::new() };
    if back.is_board() {
        let pairs = [("pipeline", deal.pipeline.as_str()), ("moved", id.as_str())];
        page::address("/opportunities/board", pairs)
    } else {
        page::address(&format!("/opportunities/{}", deal.id), [("moved", id.as_str())])
    }
}

/// A page that shows the present again, with the refusal above it.
pub fn refused(ctx: &Ctx, back: &Back, deal: &Model, error: Error) -> Result<Response> {
    if !error.is_refusal() {
        return Err(error);
    }
    let lang = ctx.lang();
    let page = RefusedPage {
        shell: ctx.shell("opportunities"),
        w: Words::of(lang),
        name: deal.name.clone(),
        back: back.page(deal),
        sentence: error
            .fields(lang)
            .into_iter()
            .next()
            .map_or(error.sentence(lang), |it| it.message),
    };
    page::render_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

#[derive(askama::Template)]
#[template(path = "refused.html")]
struct RefusedPage {
    shell: frame::web::shell::Shell,
    w: Words,
    name: String,
    back: String,
    sentence: String,
}
