//! The program is killed a hundred times while eight phones write, and what it has acknowledged
//! stands: every event, once, with each of its effects once.
//!
//! The ledger is kept outside, in this process. `KILL_SEED` repeats a run, `KILL_ROUNDS` makes it
//! longer.

#![expect(clippy::print_stdout, reason = "says how a run can be repeated")]
#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]
#![expect(clippy::disallowed_methods, reason = "looks at the database itself, past the program")]

mod chance;
mod company;
mod held;
mod http;
mod keeper;
mod phone;
mod program;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chance::Chance;
use company::Company;
use keeper::Keeper;
use phone::Phone;
use program::{Home, Program};

const ROUNDS: u32 = 100;
const PHONES: usize = 8;
/// How long a round lasts at the most, from the first answer to the kill.
const LONGEST_ROUND: u64 = 500;

#[test]
fn a_hundred_kills_lose_nothing_and_repeat_nothing() {
    let mut chance = Chance::begin();
    let home = Home::make();
    let company = Company::found(&home, PHONES);
    let mut writers = (company.phones(), company.keeper());

    for _ in 0..setting("KILL_ROUNDS").unwrap_or(ROUNDS.into()) {
        writers = round(&home, writers, chance.up_to(LONGEST_ROUND));
    }
    let (mut phones, keeper) = writers;

    let program = Program::start(&home);
    for phone in &mut phones {
        phone.empty_outbox(&program);
        phone.send_all_again(&program);
    }
    program.kill();
    let told: usize = phones.iter().map(|it| it.ledger.len()).sum();
    println!("{told} events were acknowledged");
    assert!(PHONES < told, "hardly anything was written");
    held::everything_once(&home, &company, &phones, &keeper);
}

/// Starts, lets everybody write, and kills at this moment.
fn round(
    home: &Home,
    (phones, mut keeper): (Vec<Phone>, Keeper),
    moment: u64,
) -> (Vec<Phone>, Keeper) {
    let mut program = Program::start(home);
    let over = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = phones
        .into_iter()
        .map(|mut phone| {
            let (over, address) = (Arc::clone(&over), program.address);
            std::thread::spawn(move || {
                phone.write_until(&over, address);
                phone
            })
        })
        .collect();
    let address = program.address;
    let setting = std::thread::spawn(move || {
        keeper.set_shift(address);
        keeper
    });

    program.must_live_for(Duration::from_millis(moment));
    program.kill();
    over.store(true, Ordering::SeqCst);
    let phones = writers.into_iter().map(|it| it.join().expect("a phone that keeps its word"));
    (phones.collect(), setting.join().expect("a keeper who keeps their word"))
}

#[test]
fn a_kill_at_the_first_start_leaves_nothing_half_done() {
    let mut chance = Chance::begin();
    for _ in 0..8 {
        let home = Home::make();
        for _ in 0..3 {
            let started = Program::begin(&home);
            started.kill_after(Duration::from_millis(chance.up_to(150)));
        }

        let company = Company::found(&home, 1);
        let program = Program::start(&home);
        let mut phones = company.phones();
        phones[0].write_once(&program);
        program.kill();
        assert_eq!(phones[0].ledger.len(), 1);
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|it| it.parse().expect("a number"))
}
