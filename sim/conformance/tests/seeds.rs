//! Containers, numbers and strings on random values, compared with CPython.
//!
//! A program of `tests/seeds/` has a line `SEED = 0  # of N`: it runs with the seeds 0 … N − 1.

mod trials;

use pyxl_conformance::corpus::{programs, root};
use pyxl_conformance::oracle::{on_cpython, on_model, LIMIT};
use std::fs;
use std::process::ExitCode;
use trials::Trials;

/// Where the programs are.
const FOLDER: &str = "sim/conformance/tests/seeds";
/// What a program's line of its seed begins with; the number of seeds follows.
const LINE: &str = "SEED = 0  # of ";

/// How many seeds a program wants.
fn seeds(text: &str) -> Option<u32> {
    text.lines()
        .find_map(|line| line.strip_prefix(LINE))?
        .parse()
        .ok()
}

/// How the runs of a program with a seed differ, if they do.
fn compare(name: &str, text: &str, seed: u32) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(name);
    let text = text.replacen("SEED = 0", &format!("SEED = {seed}"), 1);
    fs::write(&file, text).expect("a writable folder");
    let expected = on_cpython(&file).expect("CPython runs it");
    let found = on_model(&file, LIMIT).expect("the model runs it");
    expected.difference(&found)
}

fn main() -> ExitCode {
    let mut trials = Trials::default();
    for path in programs(FOLDER).expect("a readable folder") {
        let name = path.strip_prefix(FOLDER).unwrap_or(&path).display();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(root().join(&path)).expect("a readable program");
        let seeds = seeds(&text).unwrap_or_else(|| panic!("{name} has no line `{LINE}N`"));
        for seed in 0..seeds {
            let (file, text) = (file.to_string(), text.clone());
            trials.add(format!("{name} with seed {seed}"), move || {
                compare(&file, &text, seed)
            });
        }
    }
    trials.run()
}
