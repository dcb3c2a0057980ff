//! What is stored already, loaded once for a plan and kept up while it is carried out.

use std::collections::{BTreeMap, HashMap, HashSet};

use accounts::custom_field::CustomFieldId;
use accounts::{account_tag, address, custom_value, tag};
use frame::{Ctx, Error, Result};
use kernel::access::Roles;
use kernel::{Day, Instant, Zone, country};
use pipeline::{LostReasons, Stages};
use prospects::choice::Choices;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::kept::{Kept, stage_of};
use crate::own::{self, Own, OwnField};
use crate::rules::draft::{Change, Draft, Field, OpportunityDraft, OwnSaid, TargetKind};
use crate::rules::existing::{Clients, Existing};
use crate::rules::mapping::{ContactKey, Keys};
use crate::rules::planning::{Decision, Step};
use crate::rules::said::Said;

mod documents;

pub use self::documents::load as load_documents;

/// Who and what is called how, and what people hold besides.
#[derive(Debug)]
pub struct Known {
    ids: HashMap<(TargetKind, String), Uuid>,
    names: HashMap<Uuid, String>,
    roles: HashMap<Uuid, Roles>,
    manages: HashMap<Uuid, Vec<String>>,
    /// People who work here no more.
    left: HashSet<String>,
    /// Accounts that nobody looks after.
    ownerless: BTreeMap<String, Uuid>,
    /// Who gets which account, by their names.
    owners: HashMap<String, String>,
    /// The stages of deals, by what files call them.
    pub stages: Stages,
    /// Why deals are lost, by what files call it.
    pub reasons: LostReasons,
    /// Where prospects may come from.
    pub sources: Choices,
    /// Of amounts of which nothing else is known.
    pub currency: String,
    /// Where the days of a file begin.
    pub zone: Zone,
    pub today: Day,
    /// What the company made its own.
    pub own: Own,
    /// Of whom documents may be; empty where no file speaks of such.
    pub clients: Clients,
    beside: HashMap<Uuid, Beside>,
}

/// What is known of a client or somebody there beside their own row.
#[derive(Debug, Default)]
pub struct Beside {
    /// The address to go to.
    pub address: Option<address::Model>,
    /// By their keys.
    pub tags: Vec<String>,
    /// What the company's own fields hold.
    pub values: HashMap<CustomFieldId, String>,
}

impl Known {
    /// For whoever writes what speaks of nothing else.
    pub fn of_nothing(zone: Zone, now: Instant) -> Self {
        let today = now.day(&zone);
        Self {
            ids: HashMap::new(),
            names: HashMap::new(),
            roles: HashMap::new(),
            manages: HashMap::new(),
            left: HashSet::new(),
            ownerless: BTreeMap::new(),
            owners: HashMap::new(),
            stages: Stages::default(),
            reasons: LostReasons::default(),
            sources: Choices::default(),
            currency: String::new(),
            zone,
            today,
            own: Own::default(),
            clients: Clients::default(),
            beside: HashMap::new(),
        }
    }

    /// What is known of a record beside its own row.
    pub fn beside(&self, record: Uuid) -> Option<&Beside> {
        self.beside.get(&record)
    }

    /// What the company's own fields say of a record; nothing where they are empty.
    pub fn own_of(&self, kind: TargetKind, record: Uuid) -> OwnSaid {
        let values = self.beside.get(&record).map(|it| &it.values);
        let said = |field: &OwnField| values.and_then(|it| it.get(&field.id)).cloned().into();
        self.own.fields(kind).iter().map(|it| (it.code.clone(), said(it))).collect()
    }

    pub fn id(&self, kind: TargetKind, name: &str) -> Option<Uuid> {
        self.ids.get(&(kind, name.to_owned())).copied()
    }

    pub fn name(&self, id: Uuid) -> Option<String> {
        self.names.get(&id).cloned()
    }

    /// The teams of which somebody is the manager.
    pub fn manages(&self, person: Uuid) -> &[String] {
        self.manages.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn learn(&mut self, kind: TargetKind, name: &str, id: Uuid) {
        self.ids.entry((kind, name.to_owned())).or_insert(id);
        self.names.insert(id, name.to_owned());
    }

    /// Makes a stored reference what is said of it.
    pub fn refer<Id: From<Uuid>>(
        &self,
        field: &mut Option<Id>,
        kind: TargetKind,
        said: &Said<String>,
    ) -> Result<()> {
        match said {
            Said::Silent => {}
            Said::Nothing => *field = None,
            Said::Is(name) => {
                let id = self.id(kind, name).ok_or_else(|| {
                    Error::internal(anyhow::anyhow!("no {} is called `{name}`", kind.word()))
                })?;
                *field = Some(Id::from(id));
            }
        }
        Ok(())
    }

    pub fn works_here(&self, agent: &str) -> bool {
        !self.left.contains(agent)
    }

    /// Who is given this account.
    pub fn owner_of(&self, account: &str) -> Option<Uuid> {
        self.id(TargetKind::Person, self.owners.get(account)?)
    }

    /// Decides who is given which account.
    pub fn give(&mut self, owners: HashMap<String, String>) {
        self.owners = owners;
    }

    /// Stored accounts that nobody looks after, by name.
    pub const fn ownerless(&self) -> &BTreeMap<String, Uuid> {
        &self.ownerless
    }

    /// The pipeline that a file means, by its code; none where it names none that there is.
    pub fn pipeline_named(&self, deal: &OpportunityDraft) -> Option<&str> {
        self.stages.pipeline(deal.pipeline.value()?)
    }

    /// The file calls a stage, a pipeline or a reason by another of its names, or means no
    /// pipeline that there is.
    fn is_other_name(&self, deal: &OpportunityDraft, change: &Change) -> bool {
        let before = change.before.as_deref().unwrap_or_default();
        match change.field {
            Field::Stage => self.stages.same(before, &stage_of(deal, self)),
            Field::Pipeline => {
                let meant = self.pipeline_named(deal);
                meant.is_none() || meant == self.stages.pipeline(before)
            }
            Field::LostReason => {
                let meant = change.after.as_deref().and_then(|it| self.reasons.code(it));
                meant.is_some() && meant == self.reasons.code(before)
            }
            _ => false,
        }
    }

    /// A role that somebody has among others, a team that they manage among others, another
    /// owner of an account, and another name of the stage in which a deal stands are no changes.
    pub fn drop_what_holds(&self, step: &mut Step<Uuid>) {
        let Decision::Update { id, changes } = &mut step.decision else { return };
        match &step.draft {
            Draft::Person(person) => changes.retain(|change| match change.field {
                Field::Role => !person
                    .role
                    .value()
                    .is_some_and(|role| self.roles.get(id).is_some_and(|roles| roles.has(*role))),
                Field::Manages => {
                    !person.manages.value().is_some_and(|team| self.manages(*id).contains(team))
                }
                _ => true,
            }),
            // Whoever looks after an account keeps it.
            Draft::Account(_) => changes.retain(|it| match it.field {
                Field::Owner => it.before.is_none(),
                Field::AddressCountry => !same_country(it.before.as_deref(), it.after.as_deref()),
                _ => true,
            }),
            Draft::Opportunity(deal) => {
                changes.retain(|change| !self.is_other_name(deal, change));
            }
            _ => return,
        }
        if changes.is_empty() {
            step.decision = Decision::Unchanged { id: *id };
        }
    }
}

/// Whether two words mean one country, such as `ID` and `Indonesia`.
pub fn same_country(one: Option<&str>, other: Option<&str>) -> bool {
    let meant = |it: Option<&str>| it.and_then(country::meant).map(|it| it.code);
    meant(one).is_some() && meant(one) == meant(other)
}

/// Everything of this company that a file may speak of.
pub async fn load(ctx: &Ctx, keys: Keys) -> Result<(Existing<Uuid>, Known)> {
    let zone = people::company::known(ctx).await?.zone.clone();
    let mut known = Known {
        own: own::load(ctx).await?,
        beside: beside(ctx).await?,
        stages: Stages::known(ctx).await?,
        reasons: LostReasons::known(ctx).await?,
        sources: prospects::choice::all(ctx).await?,
        currency: people::company::mine(ctx).await?.currency,
        ..Known::of_nothing(zone, ctx.now)
    };
    for tag in tag::all(ctx).await? {
        known.learn(TargetKind::Tag, &tag.name_key, tag.id.0);
    }
    let mut existing = Existing::new(keys);
    // Rows of one kind are let go before the next are loaded: a large company is held once, as
    // files would say it.
    let teams = stored::<people::team::Entity>(ctx, &mut known).await?;
    for team in &teams {
        if let Some(manager) = team.manager_id {
            known.manages.entry(manager.0).or_default().push(team.name.clone());
        }
    }
    say::<people::team::Entity>(&mut existing, teams, &known);

    let people = stored::<people::person::Entity>(ctx, &mut known).await?;
    for person in &people {
        known.roles.insert(person.id.0, person.roles.clone());
        if people::person::Entity::is_gone(person) {
            known.left.insert(person.name.clone());
        }
    }
    say::<people::person::Entity>(&mut existing, people, &known);

    let products = stored::<catalogue::product::Entity>(ctx, &mut known).await?;
    say::<catalogue::product::Entity>(&mut existing, products, &known);

    let accounts = stored::<accounts::account::Entity>(ctx, &mut known).await?;
    for account in accounts.iter().filter(|it| it.owner_id.is_none() && it.hidden_at.is_none()) {
        known.ownerless.insert(account.name.clone(), account.id.0);
    }
    say::<accounts::account::Entity>(&mut existing, accounts, &known);

    let contacts = stored::<accounts::contact::Entity>(ctx, &mut known).await?;
    let posts = ctx.whole_company::<accounts::account_contact::Entity>().all(ctx).await?;
    say_contacts(&mut existing, &contacts, &posts, &known);
    drop((contacts, posts));

    let mut deals = stored::<pipeline::opportunity::Entity>(ctx, &mut known).await?;
    // Files speak of deals by the key of their own system.
    deals.retain(|it| it.external_key.is_some());
    say::<pipeline::opportunity::Entity>(&mut existing, deals, &known);

    let prospects = stored::<prospects::prospect::Entity>(ctx, &mut known).await?;
    say::<prospects::prospect::Entity>(&mut existing, prospects, &known);
    Ok((existing, known))
}

/// What hangs on clients and on the people there.
async fn beside(ctx: &Ctx) -> Result<HashMap<Uuid, Beside>> {
    let mut all: HashMap<Uuid, Beside> = HashMap::new();
    for address in ctx.whole_company::<address::Entity>().all(ctx).await? {
        let kept = &mut all.entry(address.account_id.0).or_default().address;
        let is_first =
            kept.as_ref().is_none_or(|it| (address.label, address.id) < (it.label, it.id));
        if is_first {
            *kept = Some(address);
        }
    }
    let names: HashMap<_, _> = tag::all(ctx).await?.into_iter().map(|it| (it.id, it)).collect();
    for row in ctx.whole_company::<account_tag::Entity>().all(ctx).await? {
        let name = names.get(&row.tag_id).map(|it| it.name.clone());
        all.entry(row.account_id.0).or_default().tags.extend(name);
    }
    for one in all.values_mut() {
        one.tags.sort_by_key(|it| frame::text::key(it));
    }
    for value in ctx.whole_company::<custom_value::Entity>().all(ctx).await? {
        let of = value.account_id.map(|it| it.0).or(value.contact_id.map(|it| it.0));
        let Some(of) = of else { continue };
        all.entry(of).or_default().values.insert(value.field_id, value.value);
    }
    Ok(all)
}

/// Those that are there come before those that are gone, so that a name means the former.
async fn stored<E>(ctx: &Ctx, known: &mut Known) -> Result<Vec<E::Model>>
where
    E: Kept + EntityTrait,
{
    let mut models = ctx.whole_company::<E>().all(ctx).await?;
    models.sort_by_key(|it| (E::is_gone(it), E::uuid(it)));
    for model in &models {
        known.learn(E::KIND, E::name(model), E::uuid(model));
    }
    Ok(models)
}

/// Somebody at several accounts is known at each of them.
fn say_contacts(
    existing: &mut Existing<Uuid>,
    contacts: &[accounts::contact::Model],
    posts: &[accounts::account_contact::Model],
    known: &Known,
) {
    let by_name = existing.keys.contact == ContactKey::Name;
    let mut at: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for post in posts {
        at.entry(post.contact_id.0).or_default().push(post.account_id.0);
    }
    for contact in contacts.iter().filter(|it| it.hidden_at.is_none()) {
        let draft = accounts::contact::Entity::draft(contact, known);
        let accounts = at.get(&contact.id.0).map_or(&[][..], Vec::as_slice);
        let accounts = accounts.iter().map(|it| Said::from(known.name(*it)));
        let accounts: Vec<_> = accounts.take(if by_name { usize::MAX } else { 1 }).collect();
        for account in if accounts.is_empty() { vec![Said::Nothing] } else { accounts } {
            let mut draft = draft.clone();
            if let Draft::Contact(contact) = &mut draft {
                contact.account = account;
            }
            existing.insert(contact.id.0, draft);
        }
    }
    // A key of their own says who is meant, so a row can be told that they were deleted. By a name,
    // a number or an address it may be somebody new.
    if !matches!(existing.keys.contact, ContactKey::Id | ContactKey::ExternalId) {
        return;
    }
    for contact in contacts.iter().filter(|it| it.hidden_at.is_some()) {
        let draft = accounts::contact::Entity::draft(contact, known);
        if !existing.knows(&draft) {
            existing.insert_gone(contact.id.0, draft);
        }
    }
}

fn say<E: Kept>(existing: &mut Existing<Uuid>, models: Vec<E::Model>, known: &Known) {
    for model in models {
        let draft = E::draft(&model, known);
        // Of several with one key or one name, one that is gone is not meant: those that are there
        // came first.
        if !E::is_gone(&model) {
            existing.insert(E::uuid(&model), draft);
        } else if !existing.knows(&draft) {
            existing.insert_gone(E::uuid(&model), draft);
        }
    }
}
