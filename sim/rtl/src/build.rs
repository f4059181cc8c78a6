//! From Verilog to a program that simulates it, kept as long as nothing changes.

use crate::design;
use crate::protocol;
use crate::RtlError;
use pyxl_isa::MachineConfig;
use pyxl_tools::Toolbox;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

const HARNESS: &str = include_str!("harness.cpp");

/// Names the directory of compiled simulators, instead of `build/sim` in the repository.
const CACHE_VARIABLE: &str = "PYXL_SIM_CACHE";

/// One build at a time in this process; two would share a directory.
static BUILDING: Mutex<()> = Mutex::new(());

/// A simulator, compiled.
#[derive(Clone, Debug)]
pub struct Simulator {
    /// The executable file.
    pub program: PathBuf,
    /// Sizes that it was built for.
    pub config: MachineConfig,
    /// It can write waveforms, which makes it slower.
    pub traces: bool,
}

impl Simulator {
    /// The simulator of the simulated board with these memories: an earlier one if
    /// neither the design nor the harness has changed, else a new one.
    ///
    /// # Errors
    /// A tool is missing or refuses the design; the message names the log.
    pub fn build(config: &MachineConfig, traces: bool) -> Result<Simulator, RtlError> {
        let files = design::verilog(config)?;
        let flags = format!("-O2 {}", protocol::defines().join(" "));
        let mut hasher = DefaultHasher::new();
        HARNESS.hash(&mut hasher);
        OPTIONS.hash(&mut hasher);
        flags.hash(&mut hasher);
        traces.hash(&mut hasher);
        for file in &files {
            (&file.name, &file.text).hash(&mut hasher);
        }
        let directory = cache()?.join(format!("{:016x}", hasher.finish()));
        let program = directory.join("Vsim");
        let simulator = Simulator {
            program,
            config: *config,
            traces,
        };
        let _building = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
        if simulator.program.exists() {
            return Ok(simulator);
        }
        // Built aside, so that whoever finds the directory finds it complete.
        let aside = directory.with_extension(std::process::id().to_string());
        fs::create_dir_all(&aside).map_err(RtlError::io(&aside))?;
        let mut sources = vec![];
        for file in &files {
            write(&aside.join(&file.name), &file.text)?;
            sources.push(file.name.clone());
        }
        write(&aside.join("harness.cpp"), HARNESS)?;
        let mut command = Toolbox::locate()?.verilator()?;
        command.current_dir(&aside).args(OPTIONS);
        command.args(["-CFLAGS", &flags]).args(sources);
        if traces {
            command.arg("--trace-vcd");
        }
        let log = aside.join("verilator.log");
        pyxl_tools::run(&mut command, "compiling the simulated board", &log)?;
        // Another process may have been faster; its result is the same.
        if fs::rename(&aside, &directory).is_err() {
            let _ = fs::remove_dir_all(&aside);
        }
        match simulator.program.exists() {
            true => Ok(simulator),
            false => Err(RtlError::NoProgram(simulator.program)),
        }
    }
}

/// Verilator's options. Lint is another step's work; undefined values do not exist,
/// since every register has a reset or an initial value.
const OPTIONS: &[&str] = &[
    "--cc",
    "--exe",
    "--build",
    "-j",
    "0",
    "-O3",
    "--x-assign",
    "fast",
    "--x-initial",
    "fast",
    "--noassert",
    "-Wno-lint",
    "-Wno-style",
    "-MAKEFLAGS",
    "OPT_FAST=-O2 OPT_SLOW=-O1",
    "--prefix",
    "Vsim",
    "--top-module",
    design::TOP,
    "-Mdir",
    ".",
    "-o",
    "Vsim",
    "harness.cpp",
];

fn write(path: &Path, text: &str) -> Result<(), RtlError> {
    fs::write(path, text).map_err(RtlError::io(path))
}

/// Where compiled simulators are kept.
fn cache() -> Result<PathBuf, RtlError> {
    if let Some(path) = env::var_os(CACHE_VARIABLE).filter(|path| !path.is_empty()) {
        return Ok(path.into());
    }
    let here = env::current_dir().map_err(RtlError::io(Path::new(".")))?;
    let root = here
        .ancestors()
        .find(|path| path.join("Cargo.lock").exists());
    Ok(root.unwrap_or(&here).join("build/sim"))
}
