//! Files in words: what each is, how large, who brought it and when.

use std::collections::BTreeMap;

use accounts::account;
use frame::{Ctx, Result};
use kernel::access::Act;
use people::person;
use pipeline::{OpportunityId, opportunity};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::attachment::{AttachmentId, Model};
use crate::holder::Holder;
use crate::rules::Kind;
use crate::words::Words;

/// A file in words.
pub struct Row {
    pub id: AttachmentId,
    pub name: String,
    pub description: String,
    pub icon: &'static str,
    pub kind: &'static str,
    pub size: String,
    pub who: String,
    pub when: String,
    pub internal: bool,
    /// With what it is kept, where the page is another's: its address, and its name.
    pub with: Option<(String, String)>,
    pub may_edit: bool,
}

/// These files, on the page of this.
pub async fn rows(ctx: &Ctx, on: Holder, files: Vec<Model>) -> Result<Vec<Row>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let people = person::names(ctx).await?;
    let deals = deals(ctx, &files).await?;
    let may_edit = match on {
        Holder::Opportunity(_) => false,
        other => crate::holder::may_edit(ctx, other).await?,
    };
    let mut rows = Vec::with_capacity(files.len());
    for it in files {
        let deal = it.opportunity_id.and_then(|id| deals.get(&id));
        let with = match (on, it.holder()?) {
            (Holder::Account(_), at @ Holder::Opportunity(_)) => {
                deal.map(|deal| (at.page(), deal.0.clone()))
            }
            (Holder::Account(_), at @ Holder::Activity(_)) => {
                Some((at.page(), w.of_activity().to_owned()))
            }
            _ => None,
        };
        rows.push(Row {
            id: it.id,
            icon: it.kind.icon(),
            kind: w.kind(it.kind),
            size: w.size(it.bytes),
            who: people.get(&it.owner_id).cloned().unwrap_or_default(),
            when: lang.moment(it.created_at, &ctx.actor.zone),
            internal: it.internal,
            description: it.description.unwrap_or_default(),
            with,
            may_edit: deal.map_or(may_edit, |deal| deal.1),
            name: it.name,
        });
    }
    Ok(rows)
}

/// The deals of these files: what each is called, and whether the reader may change it.
async fn deals(ctx: &Ctx, files: &[Model]) -> Result<BTreeMap<OpportunityId, (String, bool)>> {
    let ids: Vec<OpportunityId> = files.iter().filter_map(|it| it.opportunity_id).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let deals = opportunity::shown(ctx).filter(opportunity::Column::Id.is_in(ids));
    let mut named = BTreeMap::new();
    for deal in deals.all(ctx).await? {
        let may_edit = opportunity::may_edit(ctx, &deal).await?;
        named.insert(deal.id, (deal.name, may_edit));
    }
    Ok(named)
}

/// Whether the actor sees the page of this client.
pub async fn sees(ctx: &Ctx, account: accounts::AccountId) -> Result<bool> {
    match account::get_to(ctx, Act::View, account).await {
        Ok(_) => Ok(true),
        Err(frame::Error::NotFound | frame::Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

impl Words {
    /// As people say how large a file is: three figures, and a unit.
    pub fn size(self, bytes: i64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "three figures are shown")]
        let size = bytes.max(0) as f64;
        let (size, unit, decimals) = match bytes {
            ..1_000 => (size, "B", 0),
            1_000..1_000_000 => (size / 1e3, "kB", 0),
            1_000_000..1_000_000_000 => (size / 1e6, "MB", 1),
            _ => (size / 1e9, "GB", 1),
        };
        format!("{} {unit}", self.0.decimal(size, decimals))
    }

    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Picture => self.kind_picture(),
            Kind::Document => self.kind_document(),
            Kind::Sheet => self.kind_sheet(),
            Kind::Slides => self.kind_slides(),
            Kind::Text => self.kind_text(),
            Kind::Mail => self.kind_mail(),
            Kind::Sound => self.kind_sound(),
            Kind::Film => self.kind_film(),
            Kind::Archive => self.kind_archive(),
        }
    }
}
