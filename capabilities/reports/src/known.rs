//! Who and what the keys of a report stand for: people and the tree above them, accounts, products.

use std::collections::{BTreeMap, BTreeSet};

use accounts::{AccountId, Tier, account};
use catalogue::{ProductId, product};
use frame::{Ctx, Error, Result, line};
use kernel::access::{Act, Area, Reach};
use kernel::country;
use kernel::{Lang, PersonId, TeamId};
use people::{person, team};
use pipeline::stage::{self, Pipelines};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use transactions::source_account;

use crate::report::Source;
use crate::rules::{Axis, Base};
use crate::words::Words;

/// More products than these are not looked up one by one.
const FEW_PRODUCTS: usize = 500;

/// So many ids fit in one question of either engine.
pub const IDS_AT_ONCE: usize = 5_000;

/// The key of a stage, in a report of several pipelines.
pub fn stage_key(pipeline: &str, code: &str) -> String {
    format!("{pipeline}/{code}")
}

/// The accounts that stand for whoever a source does not name.
async fn houses(ctx: &Ctx) -> Result<BTreeSet<AccountId>> {
    let houses: Vec<AccountId> = ctx
        .whole_company::<source_account::Entity>()
        .select_only()
        .column(source_account::Column::AccountId)
        .filter(source_account::Column::House.eq(true))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(houses.into_iter().collect())
}

/// All products, or these.
async fn products(
    ctx: &Ctx,
    these: Option<&BTreeSet<ProductId>>,
) -> Result<BTreeMap<ProductId, Product>> {
    let mut found = ctx.whole_company::<product::Entity>().select_only().columns([
        product::Column::Id,
        product::Column::Name,
        product::Column::Series,
    ]);
    if let Some(these) = these {
        found = found.filter(product::Column::Id.is_in(these.iter().copied()));
    }
    let products: Vec<(ProductId, String, Option<String>)> = found.into_tuple().all(ctx).await?;
    Ok(products.into_iter().map(|(id, name, series)| (id, Product { name, series })).collect())
}

/// Names by axis and key, in Indonesian and in English.
type Labels = BTreeMap<(Axis, Option<String>), [String; 2]>;

/// What is known of the keys.
#[derive(Default)]
pub struct Known {
    people: BTreeMap<PersonId, person::Model>,
    teams: BTreeMap<TeamId, team::Model>,
    products: BTreeMap<ProductId, Product>,
    accounts: BTreeMap<AccountId, Client>,
    /// Accounts that stand for whoever a source does not name.
    houses: BTreeSet<AccountId>,
    pipelines: Option<std::sync::Arc<Pipelines>>,
    /// What keys were called when a copy was taken, in each language; a copy knows nothing else.
    labels: Option<Labels>,
}

/// What a report says of a product.
struct Product {
    name: String,
    series: Option<String>,
}

/// What a report says of an account.
struct Client {
    name: String,
    industry: Option<String>,
    country: Option<String>,
    tier: Option<Tier>,
}

type Row = (AccountId, String, Option<String>, Option<String>, Option<Tier>);

impl Known {
    /// People and teams, whole: there are few, and their names are everybody's. Of products there may
    /// be thousands: they are read for whoever asks about some of them.
    pub async fn load(ctx: &Ctx, source: &Source, of_products: bool) -> Result<Self> {
        let people = ctx.whole_company::<person::Entity>().all(ctx).await?;
        let teams = ctx.whole_company::<team::Entity>().all(ctx).await?;
        let products = if of_products { products(ctx, None).await? } else { BTreeMap::new() };
        let has_stages = source.axes.contains(&Axis::Stage);
        let pipelines = if has_stages { Some(stage::pipelines(ctx).await?) } else { None };
        let houses = if source.has_houses { houses(ctx).await? } else { BTreeSet::new() };
        Ok(Self {
            pipelines,
            houses,
            people: people.into_iter().map(|it| (it.id, it)).collect(),
            teams: teams.into_iter().map(|it| (it.id, it)).collect(),
            products,
            accounts: BTreeMap::new(),
            labels: None,
        })
    }

    /// What a frozen copy knows: the names that its keys had, in Indonesian and in English.
    pub fn named(labels: impl IntoIterator<Item = ((Axis, Option<String>), [String; 2])>) -> Self {
        Self { labels: Some(labels.into_iter().collect()), ..Self::default() }
    }

    /// Learns what these accounts are called, whoever looks after them now: a figure in reach
    /// names its client. Whoever may see no clients at all learns nothing.
    pub async fn learn(&mut self, ctx: &Ctx, ids: BTreeSet<AccountId>) -> Result<()> {
        if !ctx.may(Act::View, Area::Accounts) {
            return Ok(());
        }
        let ids: Vec<AccountId> =
            ids.into_iter().filter(|it| !self.accounts.contains_key(it)).collect();
        for some in ids.chunks(IDS_AT_ONCE) {
            let rows: Vec<Row> = ctx
                .whole_company::<account::Entity>()
                .select_only()
                .columns([
                    account::Column::Id,
                    account::Column::Name,
                    account::Column::Industry,
                    account::Column::Country,
                    account::Column::Tier,
                ])
                .filter(account::Column::Id.is_in(some.iter().copied()))
                .into_tuple()
                .all(ctx)
                .await?;
            let client = |(id, name, industry, country, tier): Row| {
                (id, Client { name, industry, country, tier })
            };
            self.accounts.extend(rows.into_iter().map(client));
        }
        Ok(())
    }

    /// Learns what these products are called, and their series.
    pub async fn learn_products(&mut self, ctx: &Ctx, mut ids: BTreeSet<ProductId>) -> Result<()> {
        ids.retain(|it| !self.products.contains_key(it));
        if !ids.is_empty() {
            let few = Some(&ids).filter(|it| it.len() <= FEW_PRODUCTS);
            self.products.extend(products(ctx, few).await?);
        }
        Ok(())
    }

    /// The key of this axis for a key of its base; none where it has none.
    pub fn read_off(&self, axis: Axis, base: Option<&str>) -> Option<String> {
        let base = base?;
        match axis.base() {
            Base::Owner => self.of_person(axis, self.people.get(&base.parse().ok()?)?),
            Base::Account if axis == Axis::Account => Some(base.to_owned()),
            Base::Account => {
                let client = self.accounts.get(&base.parse().ok()?)?;
                match axis {
                    Axis::Industry => client.industry.clone(),
                    Axis::Country => client.country.clone(),
                    _ => client.tier.map(|it| it.word().to_owned()),
                }
            }
            Base::Product if axis == Axis::Product => Some(base.to_owned()),
            Base::Product => self.products.get(&base.parse().ok()?)?.series.clone(),
            Base::Stage if axis == Axis::Pipeline => Some(self.stage(base)?.pipeline.clone()),
            Base::Stage | Base::InvoiceCountry => Some(base.to_owned()),
            Base::Month => Some(axis.of_month(base)),
        }
    }

    fn of_person(&self, axis: Axis, person: &person::Model) -> Option<String> {
        match axis {
            Axis::Team => person.team_id.map(|it| it.to_string()),
            Axis::Office => self.above(person).last().map(|it| it.id.to_string()),
            Axis::Manager => {
                let mut managers = self.above(person).filter_map(|it| it.manager_id);
                managers.find(|it| *it != person.id).map(|it| it.to_string())
            }
            _ => Some(person.id.to_string()),
        }
    }

    /// The person's team and those above it, upwards.
    fn above(&self, person: &person::Model) -> impl Iterator<Item = &team::Model> {
        let first = person.team_id.and_then(|it| self.teams.get(&it));
        let up = |it: &&team::Model| it.parent_id.and_then(|it| self.teams.get(&it));
        // A tree of n teams has at most n storeys.
        std::iter::successors(first, up).take(self.teams.len())
    }

    /// The people whose key of this axis it is.
    pub fn people_with(&self, axis: Axis, key: Option<&str>) -> Vec<PersonId> {
        let fits = |it: &&person::Model| self.of_person(axis, it).as_deref() == key;
        self.people.values().filter(fits).map(|it| it.id).collect()
    }

    /// The stage with this key.
    pub fn stage(&self, key: &str) -> Option<&stage::Model> {
        self.pipelines.as_ref()?.all().find(|it| stage_key(&it.pipeline, &it.code) == key)
    }

    /// The stage that the address names.
    pub fn stage_asked(&self, key: Option<&str>) -> Result<&stage::Model> {
        let key = key.unwrap_or_default();
        let unknown = || Error::Malformed(format!("`stage` cannot be {key:?}"));
        self.stage(key).ok_or_else(unknown)
    }

    /// Where a key stands among those of its axis, if they have an order of their own that is not
    /// that of time.
    pub fn place_of(&self, axis: Axis, key: Option<&str>) -> Option<(i32, i32)> {
        let pipelines = self.pipelines.as_ref()?;
        let place = |code: &str| pipelines.pipeline(code).map_or(i32::MAX, |it| it.position);
        match axis {
            Axis::Stage => {
                let stage = self.stage(key?)?;
                Some((place(&stage.pipeline), stage.position))
            }
            Axis::Pipeline => Some((place(key?), 0)),
            _ => None,
        }
    }

    /// The products of this series.
    pub fn products_of(&self, series: Option<&str>) -> Vec<ProductId> {
        let fits = |it: &(&ProductId, &Product)| it.1.series.as_deref() == series;
        self.products.iter().filter(fits).map(|it| *it.0).collect()
    }

    /// The people who sell and whose records in this area the actor may view: they are in a
    /// report whether or not they have anything to show.
    pub async fn sellers(&self, ctx: &Ctx, area: Area) -> Result<Vec<PersonId>> {
        let reach = ctx.actor.reach(Act::View, area);
        let in_line: BTreeSet<PersonId> = match reach {
            Reach::Team => line::of_actor(ctx).await?.into_iter().collect(),
            _ => BTreeSet::new(),
        };
        let reached = |it: &&person::Model| match reach {
            Reach::Company => true,
            Reach::Team => in_line.contains(&it.id),
            Reach::Own => it.id == ctx.actor.person,
            Reach::Nobody => false,
        };
        let sells = |it: &&person::Model| it.works_here() && visits::out_there::goes_out(&it.roles);
        Ok(self.people.values().filter(sells).filter(reached).map(|it| it.id).collect())
    }

    pub fn person(&self, id: PersonId) -> String {
        self.people.get(&id).map(|it| it.name.clone()).unwrap_or_default()
    }

    pub fn account(&self, id: AccountId) -> String {
        self.accounts.get(&id).map(|it| it.name.clone()).unwrap_or_default()
    }

    pub fn product(&self, id: ProductId) -> String {
        self.products.get(&id).map(|it| it.name.clone()).unwrap_or_default()
    }

    /// The client's name; of a house account also that it is one.
    fn client(&self, id: AccountId, w: Words) -> String {
        let name = self.account(id);
        if self.houses.contains(&id) { w.house_account(name) } else { name }
    }

    /// The stage, with its pipeline where there are several.
    fn stage_label(&self, stage: &stage::Model, lang: Lang) -> String {
        let label = stage.label(lang).to_owned();
        let Some(pipelines) = self.pipelines.as_ref().filter(|it| 1 < it.pipelines.len()) else {
            return label;
        };
        let pipeline = pipelines.pipeline(&stage.pipeline);
        pipeline.map_or(label.clone(), |it| format!("{label} · {}", it.label(lang)))
    }

    /// What a key is called.
    pub fn label(&self, axis: Axis, key: Option<&str>, lang: Lang) -> String {
        let w = Words::of(lang);
        if let Some(labels) = &self.labels {
            let [id, en] = labels.get(&(axis, key.map(str::to_owned))).cloned().unwrap_or_default();
            return match lang {
                Lang::Id => id,
                Lang::En => en,
            };
        }
        let Some(key) = key else {
            return w.none_of(if axis.is_time() { Axis::Month } else { axis }.word());
        };
        let found = match axis {
            Axis::Person | Axis::Manager => key.parse().ok().map(|it| self.person(it)),
            Axis::Team | Axis::Office => {
                key.parse().ok().and_then(|it| self.teams.get(&it)).map(|it| it.name.clone())
            }
            Axis::Account => key.parse().ok().map(|it| self.client(it, w)),
            Axis::InvoiceCountry => Some(transactions::invoice::country(key, lang)),
            Axis::Stage => self.stage(key).map(|it| self.stage_label(it, lang)),
            Axis::Pipeline => {
                let pipelines = self.pipelines.as_ref();
                let pipeline = pipelines.and_then(|it| it.pipeline(key));
                pipeline.map(|it| it.label(lang).to_owned())
            }
            Axis::Product => key.parse().ok().map(|it| self.product(it)),
            Axis::Country => country::of_code(key).map(|it| it.name(lang).to_owned()),
            Axis::Tier => Some(w.tier(key)),
            Axis::Month => Some(lang.month(key)),
            Axis::Quarter => key.split_once('-').map(|(year, quarter)| format!("{quarter} {year}")),
            Axis::Industry | Axis::Series | Axis::Year => Some(key.to_owned()),
        };
        found.filter(|it| !it.is_empty()).unwrap_or_else(|| w.unnamed().to_owned())
    }

    /// Where the record behind a key has its page.
    pub fn page_of(axis: Axis, key: Option<&str>) -> Option<String> {
        key.filter(|_| axis == Axis::Account).map(|it| format!("/accounts/{it}"))
    }
}
