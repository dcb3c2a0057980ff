//! Whoever wants it is reminded by mail, too: once, and not of what is done meanwhile.

use std::sync::{Arc, Mutex};

use frame::mail::Mailer;
use serde_json::json;
use testing::{AYU, World};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// A post office that takes everything and remembers it.
#[expect(clippy::disallowed_methods, reason = "a post office stands outside of the program")]
async fn post_office() -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let taken = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            let _ = writer.write_all(b"220 post\r\n").await;
            let mut inside = false;
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match line.as_str() {
                    "." if inside => "250 kept\r\n",
                    line if inside => {
                        kept.lock().unwrap().extend([line, "\n"]);
                        continue;
                    }
                    line if line.starts_with("DATA") => "354 go on\r\n",
                    line if line.starts_with("QUIT") => "221 bye\r\n",
                    _ => "250 well\r\n",
                };
                inside = answer.starts_with("354");
                let _ = writer.write_all(answer.as_bytes()).await;
            }
        }
    });
    (url, taken)
}

#[tokio::test]
async fn a_mail_comes_once_and_only_to_whoever_wants_it() {
    let (url, taken) = post_office().await;
    let world = World::furnished(crate::routes(), |made| {
        made.mailer = Some(Mailer::open(&url, "jembatan@nusantara.example").unwrap());
        made.jobs = vec![frame::JOBS, crate::JOBS];
    })
    .await;
    let ayu = world.browse(AYU);
    for (text, mail) in [("Telepon Toko Maju", true), ("Tanpa surel", false), ("Sudah beres", true)]
    {
        let new = json!({"text": text, "due_on": "2026-03-02", "due_time": "14:00",
                         "remind_minutes": 60, "remind_mail": mail});
        let made = ayu.post_json("/api/v1/tasks", &new).await;
        assert_eq!(made.status, 201, "{}", made.body);
        if text == "Sudah beres" {
            let id = made.json()["id"].as_str().unwrap().to_owned();
            ayu.post(&format!("/tasks/{id}/done"), "").await;
        }
    }

    world.at("2026-03-02T06:00:00Z");
    world.work().await;
    world.work().await;

    let letters = taken.lock().unwrap().clone();
    assert_eq!(letters.matches("Subject:").count(), 1, "{letters}");
    for said in ["To: ayu@nusantara.example", "Telepon Toko Maju", "14.00 WIB", "/tasks/"] {
        assert!(letters.contains(said), "{said}: {letters}");
    }
    assert!(!letters.contains("Tanpa surel") && !letters.contains("Sudah beres"), "{letters}");
}
