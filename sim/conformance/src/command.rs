//! What the programs that compare many programs with CPython have in common.

use pyxl_compiler::Options as Compilation;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Options that all of them have.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// Take the runtime and the library from this folder instead of those that are built in
    #[arg(long, value_name = "FOLDER")]
    runtime: Option<PathBuf>,
}

impl Common {
    /// How programs are compiled.
    pub fn compilation(&self) -> Compilation {
        Compilation {
            runtime: self.runtime.clone(),
            ..Compilation::default()
        }
    }
}

/// The exit code for what was found: whether all is as in CPython.
pub fn conclude(found: Result<bool, Box<dyn Error>>) -> ExitCode {
    match found {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The absolute path of a folder that is made if it does not exist. CPython shows the main
/// program's absolute path.
///
/// # Errors
/// If it cannot be made.
pub fn folder(path: &Path) -> Result<PathBuf, Box<dyn Error>> {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path.canonicalize()?)
}
