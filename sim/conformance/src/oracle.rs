//! CPython 3.11 as the oracle: the same program on the model and in `python3`.

use crate::corpus::input_of;
use pyxl_isa::{Image, MachineConfig};
use pyxl_model::{traceback, LoadError, Machine, Stop, World};
use std::io::{self, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Instructions after which a program counts as endless.
pub const LIMIT: u64 = 500_000_000;

/// Runs CPython on the file that is the argument. What wants as much memory as no machine of
/// ours has gets a `MemoryError`, as there.
const PYTHON: &str = r#"ulimit -v 2000000 2>/dev/null; exec python3 "$0""#;

/// How long CPython may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a program did.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Standard output.
    pub out: String,
    /// Standard error, with the traceback.
    pub err: String,
    /// Exit code.
    pub code: i32,
}

impl Outcome {
    /// How what was found differs from this, for people to read; `None` if it does not.
    pub fn difference(&self, found: &Outcome) -> Option<String> {
        let mut text = String::new();
        text += &difference("stdout", &self.out, &found.out).unwrap_or_default();
        text += &difference("stderr", &self.err, &found.err).unwrap_or_default();
        if self.code != found.code {
            text += &format!("  exit code {} instead of {}\n", found.code, self.code);
        }
        (!text.is_empty()).then_some(text)
    }
}

/// Why there is no outcome to compare.
#[derive(Debug, thiserror::Error)]
pub enum NoOutcome {
    /// The compiler refused the program.
    #[error("{0}")]
    Refused(#[from] pyxl_compiler::CompileError),
    /// The program does not fit the machine.
    #[error("{0}")]
    Load(#[from] LoadError),
    /// The machine did not come to an end: why, where, and its output until then.
    #[error("{0:?} at {1:#06x}")]
    Stopped(Stop, u16, String),
    /// CPython or a program's input.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// CPython took too long.
    #[error("python3 takes too long")]
    Slow,
}

/// Runs a file on the model for at most `limit` instructions. CPython shows the main
/// program's absolute path: so should `file` be.
///
/// # Errors
/// If the program is refused or does not end.
pub fn on_model(file: &Path, limit: u64) -> Result<Outcome, NoOutcome> {
    of_image(&pyxl_compiler::compile_file(file)?, &input_of(file)?, limit)
}

/// Runs an image on the model for at most `limit` instructions.
///
/// # Errors
/// If the program does not end.
pub fn of_image(image: &Image, input: &[u8], limit: u64) -> Result<Outcome, NoOutcome> {
    let mut machine = Machine::new(image, MachineConfig::SIM)?;
    finish(image, &mut machine, input, limit)
}

/// Runs a machine that an image was loaded into for at most `limit` instructions.
///
/// # Errors
/// If the program does not end.
pub fn finish(
    image: &Image,
    machine: &mut Machine,
    input: &[u8],
    limit: u64,
) -> Result<Outcome, NoOutcome> {
    let mut world = World::new(machine.config()).with_input(input);
    let stop = machine.run(limit, &mut world);
    let out = String::from_utf8_lossy(&world.console.out).into_owned();
    let Stop::Halt(code) = stop else {
        return Err(NoOutcome::Stopped(stop, machine.pc(), out));
    };
    let errors = traceback::read(image, &world.console.err);
    Ok(Outcome {
        out,
        err: errors.text,
        code: errors.status.unwrap_or(code).into(),
    })
}

/// Runs a file in CPython.
///
/// # Errors
/// If `python3` cannot be run or takes too long.
pub fn on_cpython(file: &Path) -> Result<Outcome, NoOutcome> {
    on_cpython_for(file, PATIENCE)
}

/// Runs a file in CPython for at most a time.
///
/// # Errors
/// If `python3` cannot be run or takes too long.
pub fn on_cpython_for(file: &Path, patience: Duration) -> Result<Outcome, NoOutcome> {
    let mut python = Command::new("sh")
        .args(["-c", PYTHON])
        .arg(file)
        .env("PYTHONUTF8", "1")
        // The order of sets, for one, is the same in each run.
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONWARNINGS", "ignore")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| io::Error::new(e.kind(), format!("python3: {e}")))?;
    let mut input = python.stdin.take().expect("it is piped");
    let bytes = input_of(file)?;
    // A program need not read its input.
    thread::spawn(move || input.write_all(&bytes));
    let out = python.stdout.take().expect("it is piped");
    let err = python.stderr.take().expect("it is piped");
    let (out, err) = (thread::spawn(|| read(out)), thread::spawn(|| read(err)));
    let start = Instant::now();
    let status = loop {
        if let Some(status) = python.try_wait()? {
            break status;
        }
        if start.elapsed() > patience {
            python.kill()?;
            python.wait()?;
            return Err(NoOutcome::Slow);
        }
        thread::sleep(Duration::from_millis(2));
    };
    Ok(Outcome {
        out: out.join().expect("reading does not panic")?,
        err: err.join().expect("reading does not panic")?,
        code: exit_code(status),
    })
}

/// The exit code as a shell gives it: a process that a signal has ended has 128 more than the
/// signal's number.
fn exit_code(status: ExitStatus) -> i32 {
    let signal = status.signal().map(|number| 128 + number);
    status.code().or(signal).unwrap_or(-1)
}

fn read(mut from: impl Read) -> io::Result<String> {
    let mut bytes = vec![];
    from.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The first lines that differ, with what they should be.
fn difference(what: &str, expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let mut expected = expected.lines();
    let mut found = found.lines();
    let mut line = 0;
    loop {
        line += 1;
        match (expected.next(), found.next()) {
            (a, b) if a == b && a.is_some() => {}
            (a, b) => {
                let show =
                    |text: Option<&str>| text.map_or("(nothing)".into(), |t| format!("{t:?}"));
                return Some(format!(
                    "  {what}, line {line}:\n    CPython {}\n    PyXL    {}\n",
                    show(a),
                    show(b)
                ));
            }
        }
    }
}
