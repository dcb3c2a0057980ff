//! What a capability shows on the page of a record that knows nothing of it.
//!
//! An account's page cannot name visits; visits give it a panel, which `app` lists.

use kernel::Lang;
use uuid::Uuid;

use crate::app::Asking;
use crate::ctx::Ctx;
use crate::error::Result;

pub struct Panel {
    /// On the page of what kind of record: `account`, `person`.
    pub on: &'static str,
    pub title: fn(Lang) -> &'static str,
    /// The inside of the panel for the record with this id, as HTML that a template made; nothing
    /// when there is nothing that the reader may see. The page has loaded the record in reach.
    pub render: for<'a> fn(&'a Ctx, Uuid) -> Asking<'a, Option<String>>,
}

/// A panel for one reader.
pub struct Shown {
    pub title: &'static str,
    pub html: String,
}

impl Ctx {
    /// The panels of this record, in the order of the program's list.
    pub async fn panels(&self, on: &str, record: impl Into<Uuid>) -> Result<Vec<Shown>> {
        let record = record.into();
        let mut shown = Vec::new();
        for panel in self.app.panels.iter().filter(|it| it.on == on) {
            if let Some(html) = (panel.render)(self, record).await? {
                shown.push(Shown { title: (panel.title)(self.lang()), html });
            }
        }
        Ok(shown)
    }
}
