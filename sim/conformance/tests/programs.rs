//! Every test program prints, fails and exits as in CPython 3.11.
//!
//! The programs are `tests/programs/**/*.py`, and the examples that need no pins. There are no
//! files with expected output: `python3` runs beside the model.

mod trials;

use pyxl_conformance::corpus::{programs, root, PROGRAMS};
use pyxl_conformance::oracle::{on_cpython, on_model, LIMIT};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use trials::Trials;

fn needs_pins(file: &Path) -> bool {
    let text = fs::read_to_string(root().join(file)).expect("a readable file");
    let modules = ["compiler", "machine", "pyxl"];
    text.lines()
        .filter_map(|line| {
            line.trim_start()
                .strip_prefix("from ")
                .or(line.strip_prefix("import "))
        })
        .any(|rest| modules.contains(&rest.split([' ', ',', '.']).next().unwrap_or_default()))
}

/// How the two runs of a program differ, if they do.
fn compare(file: &Path) -> Option<String> {
    let outcomes = on_model(file, LIMIT).and_then(|found| Ok((on_cpython(file)?, found)));
    match outcomes {
        Ok((expected, found)) => expected.difference(&found),
        Err(error) => Some(format!("  {error}\n")),
    }
}

fn main() -> ExitCode {
    let mut files = programs(PROGRAMS).expect("readable folders");
    let examples = programs("examples").expect("a readable folder");
    files.extend(examples.into_iter().filter(|file| !needs_pins(file)));
    let mut trials = Trials::default();
    for file in files {
        let name = file.display().to_string();
        trials.add(name, move || compare(&root().join(file)));
    }
    trials.run()
}
