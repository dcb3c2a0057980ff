//! Passwords are hashed with Argon2id, away from the threads that answer, and few at a time.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use frame::{Error, Result};
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB and tens of milliseconds: more at once would starve everyone else.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Verified against when nobody has the name, so that time tells nothing.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

pub async fn hash(password: String) -> Result<String> {
    let _turn = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await?
}

/// Does the password fit? Without a hash the answer is no, after the same time.
pub async fn fits(password: String, hash: Option<String>) -> Result<bool> {
    let _turn = AT_ONCE.acquire().await.map_err(Error::internal)?;
    let answer = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let Ok(parsed) = PasswordHash::new(&hash) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known
    });
    Ok(answer.await?)
}

fn hash_now(password: &str) -> Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|it| it.to_string()).map_err(|cause| Error::internal(anyhow::anyhow!("{cause}")))
}
