//! One binary: the server, the worker and every administrative command.

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
