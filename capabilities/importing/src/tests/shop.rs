//! A company of its own, new and empty, to import into.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use frame::{Ctx, Owned, Result};
use kernel::{Lang, PersonId};
use people::{Founding, company};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use testing::World;

use super::{maven, testdata};
use crate::rules::planning::Counts;
use crate::run::RunId;
use crate::source_file::{Sources, gather};
use crate::{Import, Imported, Progress, Undone, change, run};

pub const PRESET: &str = "crm-sales-opportunities";

pub struct Shop {
    pub world: World,
    pub company: company::Model,
    folder: tempfile::TempDir,
}

impl Shop {
    pub async fn new() -> Self {
        let world = World::with(crate::routes()).await;
        let company = people::found(&world.app, Founding::usual("Toko Baru")).await.unwrap();
        let tx = world.app.company(company.id).begin().await.unwrap();
        pipeline::begin_with(&tx).await.unwrap();
        tx.commit().await.unwrap();
        Self { world, company, folder: tempfile::tempdir().unwrap() }
    }

    /// The company itself acts.
    pub fn ctx(&self) -> Ctx {
        self.world.app.company(self.company.id)
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The real files, with some of their text changed.
    pub fn changed(&self, name: &str, change: &[(&str, &str)]) -> PathBuf {
        let text = std::fs::read_to_string(real(name)).unwrap();
        let text = change.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        self.file(name, &text)
    }

    pub async fn import(&self, paths: &[PathBuf]) -> Imported {
        self.import_telling(paths, |_| ()).await.unwrap()
    }

    pub async fn import_telling(
        &self,
        paths: &[PathBuf],
        progress: impl FnMut(Progress) + Send,
    ) -> Result<Imported> {
        let sources = gather(paths, maven()).unwrap();
        crate::import(&self.ctx(), &asked(&sources), progress).await
    }

    pub async fn dry_run(&self, paths: &[PathBuf]) -> Imported {
        let sources = gather(paths, maven()).unwrap();
        crate::dry_run(&self.ctx(), &asked(&sources)).await.unwrap()
    }

    pub async fn undo(&self, run: RunId) -> Undone {
        crate::undo(&self.ctx(), run, |_| ()).await.unwrap()
    }

    /// Where an import stands, and how many changes it has written down.
    pub async fn run(&self, run: RunId) -> (run::Model, usize) {
        let ctx = self.ctx();
        let changes = ctx.find::<change::Entity>().filter(change::Column::RunId.eq(run));
        (run::get(&ctx, run).await.unwrap(), changes.all(&ctx).await.unwrap().len())
    }

    pub async fn all<E: Owned>(&self) -> Vec<E::Model> {
        let ctx = self.ctx();
        ctx.find::<E>().all(&ctx).await.unwrap()
    }

    pub async fn person(&self, name: &str) -> people::person::Model {
        let people = self.all::<people::person::Entity>().await;
        people.into_iter().find(|it| it.name == name).unwrap_or_else(|| panic!("{name}"))
    }

    pub async fn account(&self, name: &str) -> accounts::account::Model {
        let accounts = self.all::<accounts::account::Entity>().await;
        accounts.into_iter().find(|it| it.name == name).unwrap_or_else(|| panic!("{name}"))
    }

    /// What somebody of this company sees.
    pub async fn seen_by(&self, person: PersonId) -> Ctx {
        let actor = frame::Actor {
            person,
            roles: self.ctx_person(person).await.roles.0,
            via: frame::Via::Session,
            ..frame::Actor::company(self.company.id)
        };
        Ctx::new(self.world.app.clone(), actor, self.world.now())
    }

    async fn ctx_person(&self, person: PersonId) -> people::person::Model {
        self.ctx().get::<people::person::Entity>(person).await.unwrap()
    }

    /// All that the company holds, in words; the stream and the imports themselves aside.
    pub async fn dump(&self) -> String {
        let mut out = String::new();
        self.dump_of::<people::team::Entity>(&mut out).await;
        self.dump_of::<people::person::Entity>(&mut out).await;
        self.dump_of::<catalogue::product::Entity>(&mut out).await;
        self.dump_of::<accounts::account::Entity>(&mut out).await;
        self.dump_of::<accounts::address::Entity>(&mut out).await;
        self.dump_of::<accounts::place::Entity>(&mut out).await;
        self.dump_of::<accounts::contact::Entity>(&mut out).await;
        self.dump_of::<activities::note::Entity>(&mut out).await;
        self.dump_of::<tasks::task::Entity>(&mut out).await;
        self.dump_of::<pipeline::opportunity::Entity>(&mut out).await;
        self.dump_of::<pipeline::stage_change::Entity>(&mut out).await;
        self.dump_of::<pipeline::stage::Entity>(&mut out).await;
        self.dump_line(&mut out).await;
        out
    }

    async fn dump_of<E: Owned>(&self, out: &mut String) {
        let mut rows: Vec<String> =
            self.all::<E>().await.iter().map(|row| format!("{row:?}")).collect();
        rows.sort_unstable();
        writeln!(out, "{}", rows.join("\n")).unwrap();
    }

    #[expect(clippy::disallowed_methods, reason = "a test looks at tables that nobody is shown")]
    async fn dump_line(&self, out: &mut String) {
        let ctx = self.ctx();
        let line = frame::line::Entity::find();
        let line = line.filter(frame::line::Column::CompanyId.eq(self.company.id));
        let names = people::sign_in_name::Entity::find();
        let names = names.filter(people::sign_in_name::Column::CompanyId.eq(self.company.id));
        let mut rows: Vec<String> =
            line.all(&ctx).await.unwrap().iter().map(|it| format!("{it:?}")).collect();
        rows.extend(names.all(&ctx).await.unwrap().iter().map(|it| format!("{it:?}")));
        rows.sort_unstable();
        writeln!(out, "{}", rows.join("\n")).unwrap();
    }
}

pub fn real(name: &str) -> PathBuf {
    testdata("crm-sales-opportunities").join(name)
}

pub fn folder() -> Vec<PathBuf> {
    vec![testdata("crm-sales-opportunities")]
}

fn asked(sources: &Sources) -> Import<'_> {
    Import { preset: PRESET, mapping: maven(), sources, lang: Lang::Id }
}

/// Created, updated and unchanged records by kind.
pub fn counts(imported: &Imported) -> BTreeMap<&str, (u64, u64, u64)> {
    let counts = |it: &Counts| (it.created, it.updated, it.unchanged);
    imported.summary.records.iter().map(|(kind, it)| (kind.as_str(), counts(it))).collect()
}
