//! The simulated board as Verilog, compiled by Verilator and run in a process of its own.
#![warn(missing_docs)]

mod build;
mod design;
mod process;
mod protocol;

pub use build::Simulator;
pub use design::{verilog, TOP};
pub use process::{Ended, Simulation};
pub use protocol::{Job, Reason, Record};

use std::path::{Path, PathBuf};

/// Why the core cannot be simulated.
#[derive(Debug, thiserror::Error)]
pub enum RtlError {
    /// The description has no faithful Verilog.
    #[error("the core's description cannot be printed as Verilog: {0}")]
    Emit(#[from] pyxl_hdl::EmitError),
    /// Verilator or what it needs is missing, or refuses the design.
    #[error(transparent)]
    Tool(#[from] pyxl_tools::ToolError),
    /// Verilator succeeded without making the program.
    #[error("Verilator reports success, but there is no {}", .0.display())]
    NoProgram(PathBuf),
    /// The operating system refused something.
    #[error("{}: {source}", path.display())]
    Io {
        /// On which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The simulator process ended before the simulation did.
    #[error("the simulator ended early ({status}){}{}", if message.is_empty() { "" } else { ": " }, message)]
    Died {
        /// How the process ended.
        status: std::process::ExitStatus,
        /// What it wrote to standard error.
        message: String,
    },
}

impl RtlError {
    fn io(path: &Path) -> impl FnOnce(std::io::Error) -> RtlError + '_ {
        move |source| RtlError::Io {
            path: path.to_owned(),
            source,
        }
    }
}
