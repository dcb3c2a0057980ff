//! A phone: an outbox that is emptied oldest first, and a ledger of what was acknowledged.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::http::Connection;
use crate::program::Program;

const EVENTS: &str = "/api/v1/field/events";
/// Events on their way at once.
const BATCH: usize = 3;
/// Before this phone begins its outbox anew, it sends so many known events again.
const AGAIN: usize = 50;

pub struct Phone {
    token: String,
    person: Uuid,
    device: Uuid,
    clients: Vec<Uuid>,
    /// Kept until they are acknowledged, whatever becomes of a connection.
    outbox: VecDeque<Json>,
    made: u64,
    visit: Uuid,
    /// Every acknowledged event with its receipt.
    pub ledger: BTreeMap<Uuid, Acknowledged>,
}

pub struct Acknowledged {
    pub event: Json,
    pub receipt: Json,
}

impl Phone {
    pub fn new(token: String, person: Uuid, clients: Vec<Uuid>) -> Self {
        Self {
            token,
            person,
            device: fresh(),
            clients,
            outbox: VecDeque::new(),
            made: 0,
            visit: Uuid::nil(),
            ledger: BTreeMap::new(),
        }
    }

    /// Makes events and sends them, over one connection after the other, until told to stop.
    pub fn write_until(&mut self, over: &AtomicBool, address: SocketAddr, answered: &Sender<()>) {
        while !over.load(Ordering::SeqCst) {
            let Ok(mut connection) = Connection::open(address, &self.token) else { continue };
            while !over.load(Ordering::SeqCst) {
                while self.outbox.len() < BATCH {
                    self.make();
                }
                if self.send_some(&mut connection).is_err() {
                    break;
                }
                // Whether anybody waits for it does not matter.
                let _ = answered.send(());
            }
        }
    }

    pub fn write_once(&mut self, program: &Program) {
        self.make();
        self.empty_outbox(program);
    }

    pub fn empty_outbox(&mut self, program: &Program) {
        let mut connection = Connection::open(program.address, &self.token).unwrap();
        while !self.outbox.is_empty() {
            self.send_some(&mut connection).unwrap();
        }
    }

    /// Sends the oldest; what is acknowledged leaves the outbox for the ledger.
    fn send_some(&mut self, connection: &mut Connection) -> std::io::Result<()> {
        let batch: Vec<Json> = self.outbox.iter().take(BATCH).cloned().collect();
        let (status, answer) = connection.post(EVENTS, &json!({ "events": batch }))?;
        if status == 429 {
            return Err(std::io::Error::other("too often"));
        }
        assert_eq!(status, 200, "{answer}");
        for (event, result) in batch.into_iter().zip(answer["results"].as_array().unwrap()) {
            match result["status"].as_str().unwrap() {
                "created" | "exists" => self.acknowledged(event, result["receipt"].clone()),
                // The program may be ending; the phone tries again.
                "retry" => return Ok(()),
                _ => panic!("nothing honest is refused: {result} for {event}"),
            }
        }
        Ok(())
    }

    fn acknowledged(&mut self, event: Json, receipt: Json) {
        let sent = self.outbox.pop_front();
        assert_eq!(sent.as_ref(), Some(&event), "one answer for each event, in order");
        let id = event["id"].as_str().unwrap().parse().unwrap();
        let twice = self.ledger.insert(id, Acknowledged { event, receipt });
        assert!(twice.is_none(), "{id} was acknowledged before");
    }

    /// What was acknowledged is known, by the same receipt, whenever it is sent again.
    pub fn send_all_again(&self, program: &Program) {
        let mut connection = Connection::open(program.address, &self.token).unwrap();
        let known: Vec<&Acknowledged> = self.ledger.values().collect();
        for some in known.chunks(AGAIN) {
            let events: Vec<&Json> = some.iter().map(|it| &it.event).collect();
            let (status, answer) = connection.post(EVENTS, &json!({ "events": events })).unwrap();
            assert_eq!(status, 200, "{answer}");
            for (known, result) in some.iter().zip(answer["results"].as_array().unwrap()) {
                assert_eq!(result["status"], "exists", "{result}");
                assert_eq!(result["receipt"], known.receipt);
            }
        }
    }

    /// A day's work: a visit, a note in it, its end, a note later, a punch between.
    fn make(&mut self) {
        let client = self.clients[usize::try_from(self.made / 5).unwrap() % self.clients.len()];
        let step = if self.made == 0 { 4 } else { self.made % 5 };
        let text = format!("Catatan {} dari {}", self.made, self.device);
        let (kind, payload) = match step {
            0 => {
                self.visit = fresh();
                ("visit_check_in", json!({"visit_id": self.visit, "account_id": client}))
            }
            1 if !self.visit.is_nil() => {
                let visit = self.visit;
                ("note", json!({"account_id": client, "visit_id": visit, "text": text}))
            }
            2 if !self.visit.is_nil() => {
                ("visit_check_out", json!({"visit_id": self.visit, "outcome": "order"}))
            }
            4 => (if self.made == 0 { "clock_in" } else { "clock_out" }, json!({})),
            _ => ("note", json!({"account_id": client, "text": text})),
        };
        // As odd in its last digits as what satellites say.
        let off = f64::from(u16::try_from(self.made % 10_000).unwrap()) / 3_000_000.0;
        self.outbox.push_back(json!({
            "id": fresh(), "person": self.person, "device": self.device, "seq": self.made,
            "kind": kind,
            "claimed_at": now(), "zone": "Asia/Jakarta", "payload": payload,
            "fix": {"lat": -6.2 + off, "lon": 106.8, "accuracy_m": 12.0 + off},
        }));
        self.made += 1;
    }
}

fn now() -> String {
    frame::app::Clock::System.now().to_string()
}

/// An id as phones make them.
fn fresh() -> Uuid {
    Uuid::now_v7()
}
