//! A picture that Ayu keeps with Toko Maju.

use frame::secrets::sha256_hex;
use sea_orm::sea_query::Expr;
use testing::{AYU, World, id};

use super::Row;
use crate::asks::PHOTO;

/// Its rows.
pub fn rows(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let sha256 = sha256_hex(PHOTO);
    let bytes = i64::try_from(PHOTO.len()).unwrap();
    let content = vec![
        ("sha256", text(&sha256)),
        ("bytes", Expr::value(bytes)),
        ("created_at", Expr::value(now)),
    ];
    let attachment = vec![
        ("id", uuid("ayu-attachment")),
        ("account_id", uuid("toko-maju")),
        ("owner_id", uuid("ayu")),
        ("name", text("rak.png")),
        ("kind", text("picture")),
        ("bytes", Expr::value(bytes)),
        ("sha256", text(&sha256)),
        ("content", text(&sha256)),
        ("internal", Expr::value(false)),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
    ];
    vec![("content", content), ("attachment", attachment)]
}

/// What they name lies on the disk.
pub fn write(world: &World) {
    let path = frame::files::path_of_content(&world.ctx(AYU), &sha256_hex(PHOTO));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, PHOTO).unwrap();
}
