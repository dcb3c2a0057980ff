//! The company, and what it has settled for all of its people.

use std::sync::Arc;

use frame::{Ctx, Error, Owned, Result, Whose};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang, Zone};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompanyId,
    /// How the shell names it.
    #[sea_orm(unique)]
    pub slug: String,
    pub name: String,
    /// Where its own clock hangs.
    pub zone: Zone,
    pub currency: String,
    pub lang: Lang,
    /// [`Settings`] as JSON.
    pub settings: String,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = CompanyId;
    const AREA: Area = Area::Settings;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::Id
    }

    fn owned_by(_: Whose) -> sea_orm::Condition {
        sea_orm::Condition::all().add(Expr::value(false))
    }
}

/// Whether a photo is taken.
pub const PHOTO_WORDS: &[&str] = &["off", "optional", "required"];

/// What a company has settled. Each has a default that suits most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where most clients are: two letters of ISO 3166.
    pub country: String,
    /// How near a client counts as being there, in metres. Raise it for open country.
    pub radius_m: f64,
    /// A fix this good is believed without a mark, in metres.
    pub good_accuracy_m: f64,
    /// A fix worse than this cannot tell where somebody is, in metres.
    pub usable_accuracy_m: f64,
    /// Faster than this between two events is marked, in km/h.
    pub fastest_kmh: f64,
    /// The first verified check-in of a day opens it, and the last check-out closes it.
    pub check_in_opens_day: bool,
    /// `off`, `optional` or `required`.
    pub photo_at_check_in: String,
    /// `off`, `optional` or `required`.
    pub photo_at_clock_in: String,
    /// The longer side of a photo before it leaves the phone, in pixels.
    pub photo_max_px: u32,
    /// How long a missing clock-out is waited for after the margin of the shift, in minutes; then
    /// a rule closes the day. Raise it where people often work over.
    pub close_tolerance_minutes: i64,
    /// A day's work where no shift says how long it is, in minutes.
    pub standard_minutes: i64,
    /// Clients not visited for so many days are named.
    pub unvisited_days: i64,
    /// Nothing heard for so many minutes in a work day is called silent.
    pub silent_minutes: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            country: "ID".to_owned(),
            radius_m: 150.0,
            good_accuracy_m: 50.0,
            usable_accuracy_m: 200.0,
            fastest_kmh: 150.0,
            check_in_opens_day: false,
            photo_at_check_in: "optional".to_owned(),
            photo_at_clock_in: "off".to_owned(),
            photo_max_px: 1_600,
            close_tolerance_minutes: 300,
            standard_minutes: 480,
            unvisited_days: 30,
            silent_minutes: 120,
        }
    }
}

impl Model {
    pub fn settings(&self) -> Settings {
        Settings::read(&self.settings)
    }
}

impl Settings {
    /// From the JSON in which they are kept.
    pub fn read(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }
}

/// The company of the actor. Everybody knows their own company.
pub async fn mine(ctx: &Ctx) -> Result<Model> {
    ctx.whole_company::<Entity>().one(ctx).await?.ok_or(Error::NotFound)
}

/// What rules ask of a company again and again.
#[derive(Clone, Debug)]
pub struct Known {
    /// Where its own clock hangs.
    pub zone: Zone,
    pub settings: Settings,
}

/// The company of the actor as it was when somebody asked, else looked up once in this context:
/// for rules. Whoever changes it asks [`mine`].
pub async fn known(ctx: &Ctx) -> Result<Arc<Known>> {
    if let Some(known) = ctx.remembered() {
        return Ok(known);
    }
    let load = async {
        let company = mine(ctx).await?;
        Ok(Known { settings: company.settings(), zone: company.zone })
    };
    ctx.once(load).await
}

/// The company that the shell calls so.
#[expect(clippy::disallowed_methods, reason = "the shell names a company before anybody acts")]
pub async fn named(app: &frame::App, slug: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Slug.eq(slug)).one(app.db.pool()).await?)
}

/// Every company of the installation, for the shell and for scheduled work.
#[expect(clippy::disallowed_methods, reason = "the installation itself looks at all of them")]
pub async fn all(app: &frame::App) -> Result<Vec<Model>> {
    Ok(Entity::find().all(app.db.pool()).await?)
}
