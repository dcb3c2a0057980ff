//! Is every file that a row names on disk, and is it what it was?

use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, Entity, Model, folder, path};
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
        let Some(end) = files.last().cloned() else { return Ok(proof) };
        for file in files {
            proof.files += 1;
            if !is_whole(ctx, &file).await? && proof.wrong.len() < MOST_TOLD {
                proof.wrong.push(file.stored);
            }
        }
        last = Some(end);
    }
}

/// A file that cannot be read is as good as gone.
async fn is_whole(ctx: &Ctx, file: &Model) -> Result<bool> {
    let path = path(&folder(&ctx.app.files, file.company_id), &file.stored);
    let stored = file.stored.clone();
    let whole = tokio::task::spawn_blocking(move || {
        let Ok(mut file) = std::fs::File::open(path) else { return false };
        copy_hashed(&mut file, &mut std::io::sink()).is_ok_and(|it| it.1 == stored)
    });
    Ok(whole.await?)
}
