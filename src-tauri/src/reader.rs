//! Foreign files are read in a process of their own: this program once more, locked in.
//!
//! Promises: that process has half a gigabyte of memory and twenty seconds a file, opens no file, reaches no network and
//! starts nothing; when it dies or does not answer, the file is refused and the next one gets a fresh process. What it
//! answers are values, not code. Deliberately absent: reading itself (intake).

use commands::{Finding, FindingCode, Kind, Raw, SourceFile, wire};
use std::io::{self, BufReader};
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The argument that makes this program a reader.
pub const WORD: &str = "--foreign-files-reader";
/// Memory of a reader, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// Time for one file.
const TIME: Duration = Duration::from_secs(20);

/// The reader at work, kept between files.
static READER: Mutex<Option<Reader>> = Mutex::new(None);

type Answer = io::Result<Result<Raw, Finding>>;

struct Reader {
    child: Child,
    to: ChildStdin,
    answers: Receiver<Answer>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It may have gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a file in the other process.
pub fn unpack(file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
    let mut kept = READER.lock().unwrap_or_else(PoisonError::into_inner);
    let reader = match kept.take() {
        Some(reader) => Ok(reader),
        None => Reader::start(),
    };
    let stopped = || Finding::of(FindingCode::ReaderStopped);
    let mut reader = reader.map_err(|_| stopped())?;
    let answer = reader.ask(file, kind).map_err(|_| stopped())?;
    // After a large file it has ended.
    if file.bytes.len() < wire::LARGE {
        *kept = Some(reader);
    }
    answer
}

impl Reader {
    fn start() -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(WORD)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // What a dying process says is of no use to the user, and may hold words of the file.
            .stderr(Stdio::null())
            .spawn()?;
        let (to, from) = match (child.stdin.take(), child.stdout.take()) {
            (Some(to), Some(from)) => (to, from),
            _ => return Err(io::ErrorKind::BrokenPipe.into()),
        };
        let (tell, answers) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            loop {
                let answer = wire::answer(&mut from);
                let over = answer.is_err();
                if tell.send(answer).is_err() || over {
                    return;
                }
            }
        });
        Ok(Self { child, to, answers })
    }

    fn ask(&mut self, file: &SourceFile<'_>, kind: Option<Kind>) -> Answer {
        wire::ask(&mut self.to, file, kind)?;
        self.answers.recv_timeout(TIME).map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
    }
}

/// The other process: locks itself in, then reads what it is given until nobody asks any more.
pub fn serve() -> ExitCode {
    lock_in();
    match wire::serve(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Limits that cannot be lifted again. Where the system does not know one of them, the others still hold.
fn lock_in() {
    #[cfg(unix)]
    for (what, limit) in [(rlimit::Resource::DATA, MEMORY), (rlimit::Resource::FSIZE, 0), (rlimit::Resource::CORE, 0)] {
        let _ = rlimit::setrlimit(what, limit, limit);
    }
    #[cfg(target_os = "linux")]
    {
        let _ = forbid_calls();
    }
}

/// No file is opened or changed, no connection made, nothing started.
#[cfg(target_os = "linux")]
fn forbid_calls() -> Result<(), seccompiler::Error> {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};
    let calls = [
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_ptrace,
        libc::SYS_io_uring_setup,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_creat,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_fork,
    ];
    let rules = calls.into_iter().map(|call| (call, Vec::new())).collect();
    let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, std::env::consts::ARCH.try_into()?)?;
    let program: BpfProgram = filter.try_into()?;
    seccompiler::apply_filter(&program)
}
