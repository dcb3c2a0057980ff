//! Where prospects come from, and why one is let go: the company's own lists.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::ProspectRefused;

labels! {
    /// Which list it is.
    pub enum List {
        Source = "source",
        Reason = "reason",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "prospect_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub list: List,
    /// Never changes: prospects name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    pub position: i32,
    /// Offered no more since then.
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Code: String, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }
}

/// Both lists of a company.
#[derive(Clone, Debug, Default)]
pub struct Choices(pub Vec<Model>);

impl Choices {
    pub fn of(&self, list: List) -> impl Iterator<Item = &Model> {
        self.0.iter().filter(move |it| it.list == list)
    }

    pub fn offered(&self, list: List) -> impl Iterator<Item = &Model> {
        self.of(list).filter(|it| it.hidden_at.is_none())
    }

    /// What is called so, as people read it; the code itself where there is no such entry any more.
    pub fn label<'a>(&'a self, list: List, code: &'a str, lang: Lang) -> &'a str {
        self.of(list).find(|it| it.code == code).map_or(code, |it| it.label(lang))
    }

    /// For a menu; what is chosen stays there although it is offered no more.
    pub fn menu(&self, list: List, lang: Lang, chosen: &str) -> Vec<(String, String)> {
        let shown = self.of(list).filter(|it| it.hidden_at.is_none() || it.code == chosen);
        shown.map(|it| (it.code.clone(), it.label(lang).to_owned())).collect()
    }

    /// The code that was meant: as it is, or by its name in either language.
    pub fn meant(&self, list: List, said: &str) -> Option<String> {
        let said = frame::text::key(said);
        let fits = |it: &&Model| {
            [&it.code, &it.label_id, &it.label_en].iter().any(|it| frame::text::key(it) == said)
        };
        self.of(list).find(fits).map(|it| it.code.clone())
    }

    /// A reason that is offered.
    pub fn reason(&self, code: &str) -> Result<&Model> {
        let reason = self.offered(List::Reason).find(|it| it.code == code);
        reason.ok_or_else(|| Error::refused(ProspectRefused::NoReason))
    }
}

/// Every entry that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Choices> {
    let entries = ctx.whole_company::<Entity>();
    let entries = entries.order_by_asc(Column::Position).order_by_asc(Column::Code);
    Ok(Choices(entries.all(ctx).await?))
}
