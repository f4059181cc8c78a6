//! The command line.

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use pyxl_boards::{Board, BoardError};
use pyxl_compiler::{Emit, Options};
use pyxl_isa::{Image, MachineConfig};
use pyxl_model::Wire;
use std::path::PathBuf;

/// Runs, builds and shows Python programs for PyXL, the processor for Python.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 normal end; 1 uncaught exception; 130 uncaught KeyboardInterrupt; that of the program's
SystemExit; 2 wrong arguments or input; 3 the machine stopped, for example waiting for a pin that
nothing changes; 124 --max-cycles reached.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a program on the simulated board
    #[command(after_help = "\
Example:
  pyxl run --stats --loopback 1:2 blink.py
  pyxl run --profile fib.py
  pyxl run --board ulx3s --rtl blink.py

The program's output is the standard output. An uncaught exception prints
CPython's traceback to the standard error.")]
    Run(Run),
    /// Compile a Python program to an image
    #[command(after_help = "\
Example:
  pyxl build --board ulx3s blink.py -o blink.pyx
  pyxl build --why allocate blink.py
  pyxl build --emit ir=graph blink.py")]
    Build(Build),
    /// Show the instructions of a program, with its source lines
    #[command(after_help = "Example:\n  pyxl disasm blink.py")]
    Disasm {
        /// Python program (.py), image (.pyx) or assembly text (.pysm)
        input: PathBuf,
        #[command(flatten)]
        compiler: Compiler,
    },
    /// Compile all of the runtime, whether a program needs it or not, and parse the library
    #[command(after_help = "Example:\n  pyxl check-runtime --runtime runtime")]
    CheckRuntime(Compiler),
    /// Assemble a PySM text to an image
    #[command(after_help = "Example:\n  pyxl asm count.pysm -o count.pyx")]
    Asm(Files),
}

#[derive(Debug, Args)]
pub struct Files {
    /// Source file
    pub input: PathBuf,
    /// Image to write; by default the source's name with the extension .pyx
    #[arg(short, long)]
    output: Option<PathBuf>,
}

impl Files {
    pub fn output(&self) -> PathBuf {
        match &self.output {
            Some(path) => path.clone(),
            None => self.input.with_extension("pyx"),
        }
    }
}

#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub files: Files,
    #[command(flatten)]
    pub compiler: Compiler,
    #[command(flatten)]
    pub target: Target,
    /// Say why a function, class or attribute of the runtime is part of the image
    #[arg(long, value_name = "NAME")]
    pub why: Option<String>,
    /// Print the intermediate representation of the program's functions, as the front end makes it
    /// or after a pass. A pass that does not exist lists them
    #[arg(long, value_name = "ir[=PASS]", conflicts_with = "why")]
    pub emit: Option<Emit>,
}

/// Where the program is to run.
#[derive(Debug, Args)]
pub struct Target {
    /// The board whose memories and clock count: a name such as ulx3s, or a file that ends in .toml
    #[arg(long, value_name = "NAME")]
    board: Option<String>,
}

impl Target {
    /// The board, if one is named.
    pub fn board(&self) -> Result<Option<Board>, BoardError> {
        let load = |name: &String| pyxl_boards::load(name, None);
        self.board.as_ref().map(load).transpose()
    }

    /// The machine of the board, or the simulated one; an image must fit it.
    pub fn machine(&self, image: &Image) -> anyhow::Result<MachineConfig> {
        match self.board()? {
            Some(board) => {
                image.fit(&board.config).with_context(|| board.name)?;
                Ok(board.config)
            }
            None => Ok(MachineConfig::SIM),
        }
    }
}

/// What the compiler does differently.
#[derive(Debug, Args)]
pub struct Compiler {
    /// Take the runtime and the library from this folder instead of those that are built in
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,
    /// Collect at every allocation, to find what the collector forgets
    #[arg(long)]
    gc_stress: bool,
    /// Raise MemoryError at the N-th allocation, to find what it would corrupt
    #[arg(long, value_name = "N", default_value_t, conflicts_with = "gc_stress")]
    fail_allocation: u16,
    /// Stop the machine where the compiler found that control does not come, to find where it errs
    #[arg(long)]
    check_flow: bool,
}

impl Compiler {
    pub fn options(&self) -> Options {
        Options {
            runtime: self.runtime.clone(),
            gc_stress: self.gc_stress.into(),
            fail_allocation: self.fail_allocation,
            check_flow: self.check_flow,
            why: None,
            emit: None,
        }
    }
}

#[derive(Debug, Args)]
pub struct Run {
    /// Python program (.py), image (.pyx) or assembly text (.pysm)
    pub input: PathBuf,
    #[command(flatten)]
    pub compiler: Compiler,
    #[command(flatten)]
    pub target: Target,
    /// Simulate the circuit instead of the cycle-exact model; a program that reads gets all of the
    /// standard input before it starts
    #[arg(long)]
    pub rtl: bool,
    /// Print cycles and instructions as JSON, the last line of the standard error
    #[arg(long)]
    pub stats: bool,
    /// Print where the cycles went: functions, source lines, instructions, traps
    #[arg(long, conflicts_with_all = ["rtl", "trace"])]
    pub profile: bool,
    /// Write that as JSON
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rtl", "trace"])]
    pub profile_json: Option<PathBuf>,
    /// Wire from an output pin to an input pin; repeatable
    #[arg(long, value_name = "OUT:IN", default_value = "1:2")]
    pub loopback: Vec<Wire>,
    /// Write a waveform (VCD): of the model, or with --rtl of every signal of the circuit
    #[arg(long, value_name = "FILE")]
    pub trace: Option<PathBuf>,
    /// Stop after so many clock cycles
    #[arg(long, value_name = "N")]
    pub max_cycles: Option<u64>,
}
