//! Which prospects somebody looks for, in which order, and from where on.

use frame::web::list::{Cut, Ordered, Page, read};
use frame::{Ctx, Result, text};
use kernel::{PersonId, TeamId, labels};
use people::person;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, Select};
use serde::{Deserialize, Serialize};

use crate::prospect::{self, Column, Entity, Model, ProspectId, ProspectStatus};
use crate::rules::DAYS_TO_RESTORE;

labels! {
    /// The order of a list of prospects.
    #[derive(Default)]
    pub enum Sort {
        /// What changed last comes first.
        #[default]
        Newest = "-updated",
        /// What has waited longest comes first.
        Oldest = "created",
        Name = "name",
    }
}

/// What somebody looks for, as the address says it; what is empty does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Looked {
    /// In the name, of whom one speaks with, the telephone number, the address of mail, the city.
    pub q: String,
    /// `open` (new, contacted or qualified), one of these, `disqualified`, `converted`, or
    /// `deleted`.
    #[param(pattern = "^(open|new|contacted|qualified|disqualified|converted|deleted)?$")]
    pub status: String,
    /// The code of a source.
    pub source: String,
    /// Somebody's id, or `none` for what waits in the inbox.
    #[param(pattern = "^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")]
    pub owner_id: String,
    /// The prospects of everybody in this team.
    #[param(value_type = Option<TeamId>)]
    pub team_id: String,
    /// A city, a province or an industry.
    pub place: String,
    pub industry: String,
    /// `-updated`, `created` or `name`.
    #[param(pattern = "^(-updated|created|name)?$")]
    pub sort: String,
}

/// Some of the prospects that the actor may view.
pub async fn find_prospects(ctx: &Ctx, looked: &Looked, cut: &Cut) -> Result<Page<Model>> {
    let sort = read("sort", &looked.sort, Sort::from_word)?.unwrap_or_default();
    let limit = cut.limit()?;
    let mut found = filtered(ctx, looked)?;
    if let Some(beyond) = sort.after(cut)? {
        found = found.filter(beyond);
    }
    let rows = sort.order(found).limit(limit + 1).all(ctx).await?;
    sort.page(rows, limit)
}

/// The prospects that fit.
pub fn filtered(ctx: &Ctx, looked: &Looked) -> Result<Select<Entity>> {
    let mut found = if looked.status == "deleted" {
        let since = ctx.now.plus_days(-DAYS_TO_RESTORE);
        ctx.find::<Entity>().filter(Column::HiddenAt.gte(since))
    } else {
        prospect::shown(ctx)
    };
    found = match looked.status.as_str() {
        "deleted" => found,
        "open" => found.filter(Column::Status.is_in(ProspectStatus::OPEN)),
        said => match read("status", said, ProspectStatus::from_word)? {
            Some(status) => found.filter(Column::Status.eq(status)),
            None => found,
        },
    };
    if !looked.source.is_empty() {
        found = found.filter(Column::Source.eq(looked.source.as_str()));
    }
    if looked.owner_id == "none" {
        found = found.filter(Column::OwnerId.is_null());
    } else if let Some(owner) =
        read("owner_id", &looked.owner_id, |it| it.parse::<PersonId>().ok())?
    {
        found = found.filter(Column::OwnerId.eq(owner));
    }
    if let Some(team) = read("team_id", &looked.team_id, |it| it.parse::<TeamId>().ok())? {
        found = found.filter(Column::OwnerId.in_subquery(person::of_team(ctx, team)));
    }
    if let Some(place) = text::line(&looked.place) {
        found = found.filter(says(&[Column::City, Column::Province], &place));
    }
    if let Some(industry) = text::line(&looked.industry) {
        found = found.filter(says(&[Column::Industry], &industry));
    }
    if let Some(words) = text::line(&looked.q) {
        let columns = [Column::Name, Column::ContactName, Column::Email, Column::City];
        let mut any = says(&columns, &words);
        if let Some(phone) = text::phone(&words) {
            any = any.add(Column::Phone.eq(phone));
        }
        found = found.filter(any);
    }
    Ok(found)
}

/// Any of these columns holds this text somewhere, whatever the case.
fn says(columns: &[Column], words: &str) -> Condition {
    let pattern = text::like(&words.to_lowercase());
    columns.iter().fold(Condition::any(), |any, column| {
        let small = sea_orm::sea_query::Func::lower(column.into_expr());
        any.add(Expr::expr(small).like(LikeExpr::new(pattern.clone()).escape('\\')))
    })
}

impl Ordered for Sort {
    type Of = Entity;

    fn by(self) -> SimpleExpr {
        match self {
            Self::Newest => Column::UpdatedAt.into_expr(),
            Self::Oldest => Column::CreatedAt.into_expr(),
            Self::Name => Column::NameKey.into_expr(),
        }
    }

    fn falls(self) -> bool {
        self == Self::Newest
    }

    fn counts(self) -> bool {
        self != Self::Name
    }

    fn value(self, prospect: &Model) -> String {
        match self {
            Self::Newest => prospect.updated_at.0.to_string(),
            Self::Oldest => prospect.created_at.0.to_string(),
            Self::Name => prospect.name_key.clone(),
        }
    }

    fn id(prospect: &Model) -> ProspectId {
        prospect.id
    }
}
