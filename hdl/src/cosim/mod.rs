//! Compares a block in rust-hdl's own simulation with its emitted Verilog in Verilator.
//!
//! Both get the same inputs. All outputs must agree in every cycle, with the clock low and after
//! its rising edge. A [`Suite`] checks many blocks in one run of Verilator, which is where the
//! time goes. Verilator lints the Verilog with `-Wall` on the way: a warning is a failure.
//!
//! ```no_run
//! use pyxl_hdl::cosim::{CosimError, Suite};
//! use pyxl_hdl_macros::{hdl, Block};
//! use rust_hdl::prelude::*;
//!
//! #[derive(Block, Default)]
//! struct Counter {
//!     clock: Signal<In, Clock>,
//!     step: Signal<In, Bits<8>>,
//!     total: Signal<Out, Bits<8>>,
//!     sum: DFF<Bits<8>>,
//! }
//!
//! impl Logic for Counter {
//!     #[hdl]
//!     fn update(&mut self) {
//!         dff_setup!(self, clock, sum);
//!         self.sum.d.next = self.sum.q.val() + self.step.val();
//!         self.total.next = self.sum.q.val();
//!     }
//! }
//!
//! # fn main() -> Result<(), CosimError> {
//! Suite::new()
//!     .clocked(Counter::default(), "counter", |b| &mut b.clock, 1, 2000, |b, rng, _cycle| {
//!         b.step.next = rng.bits(8).into();
//!     })
//!     .run()
//! # }
//! ```

mod build;
mod record;
mod rng;

pub use rng::Rng;

use crate::emit::Files;
use crate::error::EmitError;
use crate::VerilogFile;
use pyxl_tools::ToolError;
use record::{record, PortRole, Recording};
use rust_hdl::prelude::{Atom, Block, Clock, In, Signal};
use std::path::PathBuf;
use thiserror::Error;

/// Why two simulations could not be compared, or where they differ.
#[derive(Debug, Error)]
pub enum CosimError {
    /// The block has no Verilog.
    #[error(transparent)]
    Emit(#[from] EmitError),
    /// A port that the check cannot drive: bidirectional, a second clock, or a clock in a block
    /// that was added with [`Suite::combinational`].
    #[error("block `{block}`: the co-simulation cannot drive port `{port}`")]
    Port {
        /// The block's name.
        block: String,
        /// The port's name.
        port: String,
    },
    /// rust-hdl's simulation does not come to rest.
    #[error(
        "block `{block}` does not settle in rust-hdl's simulation: it has a combinational loop"
    )]
    Unsettled {
        /// The block's name.
        block: String,
    },
    /// Verilator refused the Verilog or could not be run.
    #[error("{source}\nnote: the files are in {}", dir.display())]
    Tool {
        /// What failed.
        source: ToolError,
        /// Where everything is.
        dir: PathBuf,
    },
    /// There are no tools.
    #[error(transparent)]
    Toolbox(#[from] ToolError),
    /// The working directory cannot be written or read.
    #[error("cannot write the files of the co-simulation: {0}")]
    Io(#[from] std::io::Error),
    /// The two simulations differ.
    #[error(transparent)]
    Mismatch(#[from] Box<Mismatch>),
}

/// The first difference between the two simulations.
#[derive(Debug, Error)]
#[error(
    "block `{block}`, cycle {cycle}, {}: `{port}` is {rust} in rust-hdl and {verilog} in Verilog\n\
     inputs: {inputs}\nnote: the files are in {}",
    if *after_edge { "after the clock edge" } else { "clock low" }, dir.display()
)]
pub struct Mismatch {
    /// The block's name.
    pub block: String,
    /// Cycle, from zero.
    pub cycle: usize,
    /// Whether the difference is after the rising edge of that cycle.
    pub after_edge: bool,
    /// The output.
    pub port: String,
    /// Its value in rust-hdl's simulation.
    pub rust: String,
    /// Its value in the emitted Verilog.
    pub verilog: String,
    /// All inputs in that cycle.
    pub inputs: String,
    /// Where the emitted files and the vectors are.
    pub dir: PathBuf,
}

/// Blocks that are checked in one run of Verilator.
#[derive(Default)]
pub struct Suite {
    blocks: Vec<RecordedBlock>,
    files: Files,
    /// Files for `$readmemh` and the like.
    data: Vec<VerilogFile>,
    /// The first failure while adding blocks, reported by [`Suite::run`].
    failure: Option<CosimError>,
}

/// A block with what rust-hdl's simulation did.
struct RecordedBlock {
    name: String,
    module: String,
    recording: Recording,
}

impl Suite {
    /// A suite without blocks.
    pub fn new() -> Suite {
        Suite::default()
    }

    /// Adds a block with one clock. `drive` sets the inputs of each cycle; it gets the block, a
    /// generator started with `seed`, and the cycle. `name` is used in messages and as the name
    /// of the top module, it must be unique within the suite.
    pub fn clocked<B: Block>(
        self,
        block: B,
        name: &str,
        mut clock: impl for<'a> FnMut(&'a mut B) -> &'a mut Signal<In, Clock>,
        seed: u64,
        cycles: usize,
        drive: impl FnMut(&mut B, &mut Rng, usize),
    ) -> Suite {
        let mut set = |block: &mut B, level: bool| {
            let signal = clock(block);
            signal.next.clk = level;
            Some(signal.id())
        };
        self.add(block, name, &mut set, seed, cycles, drive)
    }

    /// Adds a block without a clock, as [`Suite::clocked`].
    pub fn combinational<B: Block>(
        self,
        block: B,
        name: &str,
        seed: u64,
        vectors: usize,
        drive: impl FnMut(&mut B, &mut Rng, usize),
    ) -> Suite {
        self.add(block, name, &mut |_, _| None, seed, vectors, drive)
    }

    fn add<B: Block>(
        mut self,
        block: B,
        name: &str,
        clock: record::SetClock<B>,
        seed: u64,
        cycles: usize,
        drive: impl FnMut(&mut B, &mut Rng, usize),
    ) -> Suite {
        if self.failure.is_none() {
            // Printed before it runs: memories keep their initial contents in the Verilog.
            let entry = self
                .files
                .add(&block, name)
                .map_err(CosimError::from)
                .and_then(|module| {
                    let recording = record(block, name, clock, Rng::new(seed), cycles, drive)?;
                    Ok(RecordedBlock {
                        name: name.into(),
                        module,
                        recording,
                    })
                });
            match entry {
                Ok(entry) => self.blocks.push(entry),
                Err(error) => self.failure = Some(error),
            }
        }
        self
    }

    /// Adds a file that the Verilog reads, such as the initial contents of a memory.
    pub fn file(mut self, name: &str, text: impl Into<String>) -> Suite {
        let (name, text) = (name.into(), text.into());
        self.data.push(VerilogFile { name, text });
        self
    }

    /// Replays everything in Verilator.
    ///
    /// # Errors
    /// The first difference, or why there can be no comparison. See [`CosimError`].
    pub fn run(self) -> Result<(), CosimError> {
        match self.failure {
            Some(error) => Err(error),
            None => build::run(&self.blocks, self.files.in_order(), &self.data),
        }
    }
}

/// Checks one block without a clock: `cycles` random input vectors set by `drive`.
///
/// # Errors
/// See [`CosimError`].
pub fn check<B: Block>(
    block: B,
    name: &str,
    seed: u64,
    cycles: usize,
    drive: impl FnMut(&mut B, &mut Rng, usize),
) -> Result<(), CosimError> {
    Suite::new()
        .combinational(block, name, seed, cycles, drive)
        .run()
}

/// Checks one block with a clock.
///
/// # Errors
/// See [`CosimError`].
pub fn check_clocked<B: Block>(
    block: B,
    name: &str,
    clock: impl for<'a> FnMut(&'a mut B) -> &'a mut Signal<In, Clock>,
    seed: u64,
    cycles: usize,
    drive: impl FnMut(&mut B, &mut Rng, usize),
) -> Result<(), CosimError> {
    Suite::new()
        .clocked(block, name, clock, seed, cycles, drive)
        .run()
}

impl RecordedBlock {
    /// The inputs of a cycle, for a message.
    fn inputs(&self, cycle: usize) -> String {
        let bits = &self.recording.cycles[cycle].inputs;
        let inputs: Vec<_> = self
            .recording
            .layout(PortRole::Input)
            .iter()
            .map(|(name, at, width)| format!("{name} = {}", record::text(bits, *at, *width)))
            .collect();
        inputs.join(", ")
    }
}
