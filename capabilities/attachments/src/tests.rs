mod hostile;
mod keeping;
mod leaving;
mod rights;
mod unnamed;

use std::io::Write;

use frame::app::Made;
use frame::files::Room;
use serde_json::{Value, json};
use testing::{AYU, Browser, Seen, World, id};

const KIND: &str = "multipart/form-data; boundary=part";
const MAJU: &str = "toko-maju";
const PDF: &[u8] = b"%PDF-1.7\n% Penawaran\n%%EOF\n";

/// A world in which clients, deals and what happens have pages, too.
async fn world() -> World {
    world_with(|_| {}).await
}

async fn world_with(furnish: impl FnOnce(&mut Made)) -> World {
    let routes = crate::routes()
        .merge(accounts::routes())
        .merge(activities::routes())
        .merge(pipeline::routes());
    World::furnished(routes, |made| {
        made.panels = vec![
            &crate::OF_ACCOUNT,
            &crate::OF_OPPORTUNITY,
            &crate::OF_ACTIVITY,
            &crate::OF_CONTACT,
            &activities::TIMELINE,
        ];
        made.tellers = vec![crate::TELLER, accounts::TELLER, activities::TELLER, pipeline::TELLER];
        made.follows =
            vec![accounts::FOLLOWS, activities::FOLLOWS, pipeline::FOLLOWS, crate::FOLLOWS];
        made.every = crate::EVERY.to_vec();
        made.jobs = vec![frame::JOBS, accounts::JOBS];
        made.room = Room::of(1, 1);
        furnish(made);
    })
    .await
}

/// Files as a form sends them.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--part\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (name, bytes) in files {
        let name = name.replace('"', "%22");
        write!(
            body,
            "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: text/html\r\n\r\n"
        )
        .unwrap();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--part--\r\n");
    body
}

fn of_account(name: &str) -> String {
    format!("/accounts/{}/attachments", id(name))
}

fn api(path: &str) -> String {
    format!("/api/v1{path}")
}

async fn send(browser: &Browser, path: &str, files: &[(&str, &[u8])]) -> Seen {
    browser.send("POST", path, KIND, form(&[], files)).await
}

/// Keeps one file with this, and answers what the API says of it.
async fn kept(browser: &Browser, path: &str, name: &str, bytes: &[u8]) -> Value {
    let seen = send(browser, &api(path), &[(name, bytes)]).await;
    assert!([200, 201].contains(&seen.status), "{}", seen.body);
    seen.json()["items"][0].clone()
}

fn page_of(file: &Value, end: &str) -> String {
    format!("/attachments/{}{end}", file["id"].as_str().unwrap())
}

/// The names of what is kept with this, in their own order.
async fn names(browser: &Browser, path: &str) -> Vec<String> {
    let seen = browser.get(&api(path)).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let json = seen.json();
    let items = json["items"].as_array().unwrap().iter();
    let mut names: Vec<String> = items.map(|it| it["name"].as_str().unwrap().into()).collect();
    names.sort();
    names
}

/// Ayu's deal with Toko Maju; its page of files.
async fn deal(world: &World) -> String {
    let body = json!({"name": "Kertas", "account_id": id(MAJU)});
    let seen = world.browse(AYU).post_json("/api/v1/opportunities", &body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    format!("/opportunities/{}/attachments", seen.json()["id"].as_str().unwrap())
}

/// A call of Ayu's with Toko Maju; its id.
async fn call(world: &World) -> String {
    let path = format!("/api/v1/accounts/{}/activities", id(MAJU));
    let body = json!({"kind": "call", "text": "Minta penawaran"});
    let seen = world.browse(AYU).post_json(&path, &body).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()["id"].as_str().unwrap().to_owned()
}

fn code(seen: &Seen) -> String {
    let json = seen.json();
    let field = json["fields"][0]["code"].as_str().or(json["code"].as_str());
    field.unwrap_or_default().to_owned()
}

/// How many files lie on the disk of the world, whole and under their names.
fn on_disk(world: &World) -> usize {
    let mut folders = vec![world.app.files.clone()];
    let mut found = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.components().any(|it| it.as_os_str() == "content") {
                found += 1;
            }
        }
    }
    found
}
