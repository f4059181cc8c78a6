//! Every test program prints, fails and exits as in CPython 3.11.
//!
//! The programs are `tests/programs/**/*.py`, and the examples that need no pins. There are no
//! files with expected output: `python3` runs beside the model.

use pyxl_sim::oracle::{on_cpython, on_model, LIMIT};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
use std::{fs, thread};

fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package is in the repository")
}

/// Python programs in `folder` and below, as paths from the repository's root.
fn programs(folder: &str) -> Vec<PathBuf> {
    let mut files = vec![];
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "py") {
                files.push(path.strip_prefix(root()).expect("below the root").into());
            }
        }
    }
    files.sort();
    files
}

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
    let file = root().join(file);
    let outcomes = on_model(&file, LIMIT).and_then(|found| Ok((on_cpython(&file)?, found)));
    match outcomes {
        Ok((expected, found)) => expected.difference(&found),
        Err(error) => Some(format!("  {error}\n")),
    }
}

#[test]
fn programs_behave_as_in_cpython() {
    let mut files = programs("tests/programs");
    files.extend(programs("examples").into_iter().filter(|f| !needs_pins(f)));
    assert!(!files.is_empty(), "there are no programs");
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(text) = compare(file) {
                        let text = format!("{}\n{text}", file.display());
                        failures.lock().expect("no panic").push(text);
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("no panic");
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of {} programs differ\n{}",
        failures.len(),
        files.len(),
        failures.concat()
    );
}
