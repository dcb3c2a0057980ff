//! Is every file that a row names on disk, and is it what it was?

use std::path::PathBuf;

use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, Entity, Model, content, folder, path};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::secrets::copy_hashed;

/// Rows that are looked at together.
const AT_ONCE: u64 = 500;
/// Enough to know that something is wrong.
const MOST_TOLD: usize = 20;

/// How many files a company's rows name, and the names of some that are missing or changed.
#[derive(Debug, Default)]
pub struct Proof {
    pub files: u64,
    pub wrong: Vec<String>,
}

/// Reads every file of the company again. For the company itself: it looks at all rows.
pub async fn prove(ctx: &Ctx) -> Result<Proof> {
    let mut proof = Proof::default();
    photos(ctx, &mut proof).await?;
    contents(ctx, &mut proof).await?;
    Ok(proof)
}

impl Proof {
    async fn see(&mut self, path: PathBuf, stored: String) -> Result<()> {
        self.files += 1;
        if !is_whole(path, stored.clone()).await? && self.wrong.len() < MOST_TOLD {
            self.wrong.push(stored);
        }
        Ok(())
    }
}

/// What people attached.
async fn contents(ctx: &Ctx, proof: &mut Proof) -> Result<()> {
    let mut last = String::new();
    loop {
        let some = ctx
            .whole_company::<content::Entity>()
            .filter(content::Column::FreedAt.is_null())
            .filter(content::Column::Sha256.gt(&last))
            .order_by_asc(content::Column::Sha256)
            .limit(AT_ONCE)
            .all(ctx)
            .await?;
        let Some(end) = some.last() else { return Ok(()) };
        last.clone_from(&end.sha256);
        for it in some {
            proof.see(content::path_of(ctx, &it.sha256), it.sha256).await?;
        }
    }
}

async fn photos(ctx: &Ctx, proof: &mut Proof) -> Result<()> {
    let mut last: Option<Model> = None;
    loop {
        let mut files = ctx.whole_company::<Entity>();
        if let Some(last) = &last {
            let same = Condition::all()
                .add(Column::OwnerId.eq(last.owner_id))
                .add(Column::Sha256.gt(&last.sha256));
            let after = Condition::any().add(Column::OwnerId.gt(last.owner_id)).add(same);
            files = files.filter(after);
        }
        let files = files
            .order_by_asc(Column::OwnerId)
            .order_by_asc(Column::Sha256)
            .limit(AT_ONCE)
            .all(ctx)
            .await?;
        let Some(end) = files.last().cloned() else { return Ok(()) };
        for file in files {
            let path = path(&folder(&ctx.app.files, file.company_id), &file.stored);
            proof.see(path, file.stored).await?;
        }
        last = Some(end);
    }
}

/// A file that cannot be read is as good as gone.
async fn is_whole(path: PathBuf, stored: String) -> Result<bool> {
    let whole = tokio::task::spawn_blocking(move || {
        let Ok(mut file) = std::fs::File::open(path) else { return false };
        copy_hashed(&mut file, &mut std::io::sink()).is_ok_and(|it| it.1 == stored)
    });
    Ok(whole.await?)
}
