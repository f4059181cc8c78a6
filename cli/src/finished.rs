//! How a run ended, and what is told about that.

use pyxl_compiler::NO_WAY;
use pyxl_isa::{Image, Opcode};
use pyxl_model::profile::Profile;
use pyxl_model::traceback;
use pyxl_model::{ReturnLink, Stop};
use serde::Serialize;
use std::io::Write;

/// Exit code of an uncaught exception, and the operand of its `halt`.
const EXCEPTION: u8 = 1;
/// Exit code of a machine that cannot go on.
const STOPPED: u8 = 3;
/// Exit code of a program that took too long, as that of `timeout`.
const LIMIT: u8 = 124;

/// A machine that has stopped.
pub struct Finished {
    /// What simulated it.
    pub engine: &'static str,
    /// Why it stopped.
    pub stop: Stop,
    /// Address of the last instruction.
    pub pc: u16,
    /// The control stack, outermost first.
    pub links: Vec<ReturnLink>,
    /// Clock cycles since its start.
    pub cycles: u64,
    /// Instructions retired.
    pub instructions: u64,
    /// What it wrote to the standard error.
    pub errors: Vec<u8>,
    /// Where the cycles went, if that was asked for.
    pub profile: Option<Profile>,
}

/// Tells how the program ended; returns the exit code.
pub fn conclude(image: &Image, finished: &Finished) -> anyhow::Result<u8> {
    let place = || match traceback::frames(image, finished.pc, &finished.links).last() {
        Some(frame) => format!("{}:{}", frame.file, frame.position.line),
        None => format!("address {:#06x}", finished.pc),
    };
    let mut stderr = std::io::stderr().lock();
    let errors = traceback::read(image, &finished.errors);
    stderr.write_all(errors.text.as_bytes())?;
    Ok(match finished.stop {
        Stop::Halt(0) => 0,
        Stop::Halt(EXCEPTION) => errors.status.unwrap_or(EXCEPTION),
        Stop::Halt(NO_WAY) => {
            let function = image.debug.function_at(finished.pc);
            let function = function.map_or("no function", |function| &function.name);
            let place = place();
            writeln!(
                stderr,
                "error: control came where the compiler has ruled it out: in `{function}`, at {place}"
            )?;
            STOPPED
        }
        Stop::Halt(code) => {
            let vector = u8::try_from(finished.pc).ok().and_then(Opcode::from_code);
            let why = match vector {
                Some(opcode) => format!(" (`{}` has no handler)", opcode.row().mnemonic),
                None => String::new(),
            };
            let place = place();
            writeln!(
                stderr,
                "error: the machine stopped with code {code}{why} at {place}"
            )?;
            STOPPED
        }
        Stop::Stuck => {
            writeln!(
                stderr,
                "error: the program waits for ever at {}: nothing changes the pin",
                place()
            )?;
            STOPPED
        }
        Stop::Limit | Stop::Input => {
            writeln!(
                stderr,
                "error: stopped after {} cycles at {}",
                finished.cycles,
                place()
            )?;
            LIMIT
        }
    })
}

/// The line that `--stats` prints.
#[derive(Serialize)]
struct Stats {
    engine: &'static str,
    cycles: u64,
    instructions: u64,
}

/// Cycles and instructions as JSON.
pub fn stats(finished: &Finished) -> serde_json::Result<String> {
    serde_json::to_string(&Stats {
        engine: finished.engine,
        cycles: finished.cycles,
        instructions: finished.instructions,
    })
}
