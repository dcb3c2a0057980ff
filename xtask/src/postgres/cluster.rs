//! One cluster: made, started, given its two roles, stopped and removed.

use std::fs::{self, File, Permissions};
use std::io::{ErrorKind, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::{needs, process};

/// Longer than this and it will not start at all.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the databases and the log of a run of all tests take at most, twice.
const ROOM_IN_MEMORY: u64 = 6 << 30;

/// A running server with the database `jembatan` and its two roles.
pub struct Cluster {
    // Fields fall in this order: the server stops before its folder goes.
    server: Server,
    port: u16,
    password: String,
    home: TempDir,
}

impl Cluster {
    pub fn start(disk: Disk) -> Result<Self> {
        let programs = needs::postgres()?;
        let person = Person::find()?;
        let home = home(&person, disk)?;
        let data = home.path().join("data");

        let mut initdb = person.command(&programs.join("initdb"), home.path());
        initdb.arg("--pgdata").arg(&data).args([
            "--username=postgres",
            "--auth-local=trust",
            // Known only to the run. What a stronger one costs is paid at each connection.
            "--auth-host=password",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions",
        ]);
        quietly(&mut initdb)?;

        let port = free_port()?;
        let server = Server::start(&person, &programs, home.path(), port, disk)?;
        let mut cluster = Self { server, port, password: password()?, home };
        cluster.wait_until_ready(&programs)?;
        cluster.make_roles(&programs)?;
        Ok(cluster)
    }

    /// How tests find it: as the program does, and as the owner of its tables.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [
            ("JEMBATAN_TEST_POSTGRES", self.url("jembatan")),
            ("JEMBATAN_TEST_POSTGRES_OWNER", self.url("jembatan_owner")),
        ]
    }

    fn url(&self, role: &str) -> String {
        format!("postgres://{role}:{}@127.0.0.1:{}/jembatan", self.password, self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<()> {
        let began = Instant::now();
        let mut ready = Command::new(programs.join("pg_isready"));
        ready.arg("--quiet").arg("--host").arg(self.home.path());
        ready.arg("--port").arg(self.port.to_string());
        while !ready.status()?.success() {
            process::go_on()?;
            if self.server.0.try_wait()?.is_some() || PATIENCE < began.elapsed() {
                let log = fs::read_to_string(self.home.path().join("log")).unwrap_or_default();
                bail!("PostgreSQL did not start:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// The owner changes tables; the program only uses them, and no rule bends for it.
    fn make_roles(&self, programs: &Path) -> Result<()> {
        let mut roles = Command::new(programs.join("psql"));
        roles.arg("--host").arg(self.home.path()).arg("--port").arg(self.port.to_string());
        roles.args(["--username=postgres", "--dbname=postgres", "--no-psqlrc", "--quiet"]);
        roles.arg("--set=ON_ERROR_STOP=1").arg(format!("--set=password={}", self.password));
        let script = self.home.path().join("roles.sql");
        fs::write(&script, include_str!("roles.sql"))?;
        quietly(roles.arg("--file").arg(script))
    }
}

/// Whether what is committed survives the machine.
#[derive(Clone, Copy)]
pub enum Disk {
    /// As in production: for whoever measures.
    Durable,
    /// What is committed survives the program and the server, and not the machine: for tests, which
    /// make and throw away a thousand databases.
    Quick,
}

impl Disk {
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Durable => &["fsync=on"],
            Self::Quick => &[
                "fsync=off",
                "full_page_writes=off",
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=1GB",
                // It would go round all of them, from one to the next, in a minute.
                "autovacuum=off",
            ],
        }
    }

    /// A folder in memory, where nothing is to survive the machine and there is room enough.
    fn memory(self) -> Option<PathBuf> {
        let folder = Path::new("/dev/shm");
        let room = rustix::fs::statvfs(folder).ok()?;
        let is_enough = ROOM_IN_MEMORY <= room.f_bavail.saturating_mul(room.f_frsize);
        (matches!(self, Self::Quick) && is_enough).then(|| folder.to_owned())
    }
}

/// The server's process; dropping it stops the server.
struct Server(Child);

impl Server {
    fn start(person: &Person, programs: &Path, home: &Path, port: u16, disk: Disk) -> Result<Self> {
        let log = File::create(home.join("log"))?;
        let mut postgres = person.command(&programs.join("postgres"), home);
        postgres.arg("-D").arg(home.join("data")).arg("-k").arg(home);
        postgres.arg("-p").arg(port.to_string());
        let settings = ["listen_addresses=127.0.0.1", "max_connections=400"];
        for setting in settings.iter().chain(disk.settings()) {
            postgres.arg("-c").arg(setting);
        }
        postgres.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).process_group(0);
        Ok(Self(postgres.spawn().context("cannot start PostgreSQL")?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It calls this an immediate shutdown: nothing is written that is thrown away right after.
        kill_process(Pid::from_child(&self.0), Signal::QUIT).ok();
        self.0.wait().ok();
    }
}

/// Who the server runs as: it refuses to be root.
enum Person {
    Myself,
    Other { uid: u32, gid: u32 },
}

impl Person {
    fn find() -> Result<Self> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Myself);
        }
        for name in ["postgres", "nobody"] {
            let id = |what| process::output_of(Command::new("id").args([what, name]));
            if let (Some(uid), Some(gid)) = (id("-u"), id("-g")) {
                return Ok(Self::Other { uid: uid.parse()?, gid: gid.parse()? });
            }
        }
        bail!("PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`.")
    }

    /// A command of this person, which ends when this program does, however it ends.
    fn command(&self, program: &Path, home: &Path) -> Command {
        let mut command = match self {
            Self::Myself if process::output_of(&mut setpriv(&["--version"])).is_none() => {
                Command::new(program)
            }
            Self::Myself => setpriv(&["--pdeathsig=INT"]),
            Self::Other { uid, gid } => setpriv(&[
                &format!("--reuid={uid}"),
                &format!("--regid={gid}"),
                "--clear-groups",
                "--pdeathsig=INT",
            ]),
        };
        if command.get_program() == "setpriv" {
            command.arg(program);
        }
        command.current_dir(home).env_remove("LD_LIBRARY_PATH");
        command
    }
}

fn setpriv(arguments: &[&str]) -> Command {
    let mut command = Command::new("setpriv");
    command.args(arguments);
    command
}

/// A folder that only this person may enter.
fn home(person: &Person, disk: Disk) -> Result<TempDir> {
    // A socket's path has at most 107 characters, and another person must be able to get there.
    let short = |folder: &Path| folder.as_os_str().len() < 60;
    let parent = match person {
        Person::Myself => Some(std::env::temp_dir()).filter(|folder| short(folder)),
        Person::Other { .. } => None,
    };
    let parent = disk.memory().or(parent).unwrap_or_else(|| PathBuf::from("/tmp"));
    let home = tempfile::Builder::new().prefix("jembatan-postgres-").tempdir_in(parent)?;
    fs::set_permissions(home.path(), Permissions::from_mode(0o700))?;
    if let Person::Other { uid, gid } = person {
        chown(home.path(), Some(*uid), Some(*gid))?;
    }
    Ok(home)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// For the loopback address, which other people of this machine can reach too.
fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

fn quietly(command: &mut Command) -> Result<()> {
    process::go_on()?;
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("`{name}` is needed and is not installed"),
        _ => cause.into(),
    })?;
    if !output.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
