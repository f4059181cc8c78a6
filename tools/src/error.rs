//! What can go wrong outside of our own code.

use std::path::{Path, PathBuf};

/// A tool is missing, cannot be installed, or failed.
#[derive(Debug, thiserror::Error)]
pub enum ToolError {
    /// A program that the system has to provide is not on `PATH`.
    #[error("`{program}` is not on PATH; {needed_for}\nhelp: {help}")]
    Missing {
        /// The program's name.
        program: &'static str,
        /// Who needs it.
        needed_for: &'static str,
        /// What to install.
        help: &'static str,
    },

    /// A program ran and reported a failure.
    #[error("{what}: failed ({status})\n{tail}\nnote: the whole output is in {}", log.display())]
    Failed {
        /// What was being done.
        what: String,
        /// How the program ended.
        status: std::process::ExitStatus,
        /// The last lines of its output, indented.
        tail: String,
        /// Where the whole output is.
        log: PathBuf,
    },

    /// The virtual environment cannot be made or filled.
    #[error("{source}\nhelp: {help}")]
    Install {
        /// What failed.
        source: Box<ToolError>,
        /// What usually helps.
        help: &'static str,
    },

    /// No repository contains the working directory, so there is no place for the environment.
    #[error(
        "no repository root found above {}\nhelp: run this inside the repository, \
         or name a directory for the tools in PYXL_VENV", .0.display()
    )]
    NoRepository(PathBuf),

    /// The operating system refused something.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried, as in "cannot *create* …".
        action: &'static str,
        /// On which file, directory or program.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

impl ToolError {
    /// Maps an I/O error: "cannot `action` `path`: …".
    pub(crate) fn io<'a>(
        action: &'static str,
        path: &'a Path,
    ) -> impl FnOnce(std::io::Error) -> ToolError + 'a {
        move |source| ToolError::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }
}
