//! Programs that the system provides.

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::ToolError;

/// A program that the system has to provide, and what to say if it does not.
pub(crate) struct Program {
    pub name: &'static str,
    pub needed_for: &'static str,
    pub help: &'static str,
}

pub(crate) const PYTHON: Program = Program {
    name: "python3",
    needed_for: "the external tools are installed with it",
    help: "install CPython 3.9 or newer with pip (Debian: apt-get install python3 python3-venv)",
};

/// What Verilator, a Perl script that writes C++ and a makefile, cannot do without.
pub(crate) const VERILATOR_NEEDS: [Program; 3] = [
    Program {
        name: "perl",
        needed_for: "Verilator is started by a Perl script",
        help: "install Perl (Debian: apt-get install perl)",
    },
    Program {
        name: "make",
        needed_for: "Verilator builds its models with it",
        help: "install GNU make (Debian: apt-get install make)",
    },
    Program {
        name: "c++",
        needed_for: "Verilator compiles its models with it",
        help: "install a C++ compiler (Debian: apt-get install g++)",
    },
];

pub(crate) const ICARUS: [Program; 2] = [
    Program {
        name: "iverilog",
        needed_for: "Icarus Verilog checks the emitted Verilog a second time",
        help: "install Icarus Verilog (Debian: apt-get install iverilog)",
    },
    Program {
        name: "vvp",
        needed_for: "it runs what Icarus Verilog compiles",
        help: "install Icarus Verilog (Debian: apt-get install iverilog)",
    },
];

impl Program {
    /// The program's file in the directories of `path` (the value of `PATH`).
    pub fn find(&self, path: &OsStr) -> Option<PathBuf> {
        std::env::split_paths(path)
            .map(|directory| directory.join(self.name))
            .find(|file| file.is_file())
    }

    /// Like [`Program::find`], with an error that says what to install.
    pub fn require(&self, path: &OsStr) -> Result<PathBuf, ToolError> {
        self.find(path).ok_or(ToolError::Missing {
            program: self.name,
            needed_for: self.needed_for,
            help: self.help,
        })
    }
}
