//! Keys and secrets: made at random, kept as hashes, compared in constant time.

use std::io::{self, Read, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// What this installation signs with.
#[derive(Clone)]
pub struct Secrets {
    key: [u8; 32],
}

impl Secrets {
    pub const fn from_key(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// Reads the key of the installation, or makes it at the first start.
    pub fn open(file: &Path) -> Result<Self> {
        if let Ok(bytes) = std::fs::read(file) {
            let key = bytes.try_into().map_err(|_| {
                Error::internal(anyhow::anyhow!("{} is not a key of 32 bytes", file.display()))
            })?;
            return Ok(Self { key });
        }
        let key: [u8; 32] = rand::random();
        write_private(file, &key)?;
        Ok(Self { key })
    }

    /// Signs for one purpose; a signature for one purpose is none for another.
    pub fn sign(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        self.mac(purpose, message).finalize().into_bytes().into()
    }

    pub fn verify(&self, purpose: &str, message: &[u8], signature: &[u8]) -> bool {
        self.mac(purpose, message).verify_slice(signature).is_ok()
    }

    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    fn mac(&self, purpose: &str, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("any length will do");
        mac.update(&purpose.len().to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(message);
        mac
    }
}

/// Written for the owner's eyes only, and whole or not at all: whoever is killed meanwhile has
/// made no key, and the next start makes one.
fn write_private(file: &Path, bytes: &[u8]) -> Result<()> {
    let beside = file.with_extension(format!("{}.new", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut whole = options.open(&beside)?;
    whole.write_all(bytes)?;
    whole.sync_all()?;
    // A link, unlike a rename, never takes the place of a key that somebody else has just made.
    let linked = std::fs::hard_link(&beside, file);
    std::fs::remove_file(&beside)?;
    linked?;
    if let Some(folder) = file.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A secret of 256 bits, for a cookie, a link or a token.
pub fn fresh() -> [u8; 32] {
    rand::random()
}

/// Whether this message bears the signature of this key: ECDSA on P-256 with SHA-256, the key a
/// point, uncompressed, the signature two numbers of 32 bytes. It is made as browsers make it.
pub fn is_signed(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key);
    key.verify(message, signature).is_ok()
}

/// What is stored of a secret.
pub fn hash(secret: &[u8]) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

pub fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn from_text(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 of what comes bit by bit.
#[derive(Default)]
pub struct Hasher(Sha256);

impl Hasher {
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// In lower-case hexadecimal.
    pub fn end(self) -> String {
        hex(&self.0.finalize())
    }
}

/// Copies what comes and answers how much it was and its SHA-256, in a constant amount of memory.
pub fn copy_hashed(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let mut hasher = Hasher::default();
    let mut bytes = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok((bytes, hasher.end())),
            Ok(read) => read,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(cause),
        };
        let some = buffer.get(..read).unwrap_or_default();
        hasher.update(some);
        to.write_all(some)?;
        bytes += read as u64;
    }
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Bytes from hexadecimal of either case.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let digit = |it: u8| char::from(it).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let bytes = digits.chunks_exact(2).map(|pair| Some(digit(pair[0])? * 16 + digit(pair[1])?));
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_good_for_one_purpose() {
        let secrets = Secrets::from_key([7; 32]);
        let signature = secrets.sign("time", b"now");

        assert!(secrets.verify("time", b"now", &signature));
        assert!(!secrets.verify("link", b"now", &signature));
        assert!(!secrets.verify("time", b"then", &signature));
        assert!(!Secrets::from_key([8; 32]).verify("time", b"now", &signature));
    }

    #[test]
    fn the_key_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");

        let first = Secrets::open(&file).unwrap();
        let again = Secrets::open(&file).unwrap();

        assert_eq!(first.key, again.key);
        assert_eq!(folder.path().read_dir().unwrap().count(), 1, "nothing is left beside it");
    }
}
