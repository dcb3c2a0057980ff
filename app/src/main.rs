//! One binary: the server, the worker and every administrative command.

mod command;

/// Every statement of a request makes and frees some dozens of small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    command::run()
}
