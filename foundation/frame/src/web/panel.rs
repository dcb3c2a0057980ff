//! What a capability shows on the page of a record that knows nothing of it.
//!
//! An account's page cannot name visits; visits give it a panel, which `app` lists.

use kernel::Lang;
use uuid::Uuid;

use crate::app::Asking;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::words::Words;

pub struct Panel {
    /// On the page of what kind of record: `account`, `person`. Where a page has several places for
    /// panels, it names them: `account.main` is the wide column of an account's page.
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

/// What the parts of `ui.html` need of the page around a panel that has a form; its template calls
/// it `shell`.
pub struct Surroundings {
    pub words: Words,
}

/// A panel after its own form was refused: what was typed, and what is wrong with it. The page
/// shows this in place of what the panel says otherwise.
pub struct Again {
    pub panel: &'static Panel,
    pub html: String,
}

impl Ctx {
    /// What a panel's form needs of the page around it.
    pub fn surroundings(&self) -> Surroundings {
        Surroundings { words: Words::of(self.lang()) }
    }

    /// The panels of this record, in the order of the program's list.
    pub async fn panels(&self, on: &str, record: impl Into<Uuid>) -> Result<Vec<Shown>> {
        self.panels_again(on, record, None).await
    }

    /// As [`panels`](Self::panels), where the form of one may have been refused.
    pub async fn panels_again(
        &self,
        on: &str,
        record: impl Into<Uuid>,
        again: Option<&Again>,
    ) -> Result<Vec<Shown>> {
        let record = record.into();
        let mut shown = Vec::new();
        for panel in self.app.panels.iter().filter(|it| it.on == on) {
            let html = match again.filter(|it| std::ptr::eq(it.panel, *panel)) {
                Some(again) => Some(again.html.clone()),
                None => (panel.render)(self, record).await?,
            };
            if let Some(html) = html {
                shown.push(Shown { title: (panel.title)(self.lang()), html });
            }
        }
        Ok(shown)
    }
}
