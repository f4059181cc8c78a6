//! Every test program prints, fails and exits as in CPython 3.11.
//!
//! The programs are `tests/programs/**/*.py`, and the examples that need no pins. There are no
//! files with expected output: `python3` runs beside the model.

use pyxl_isa::MachineConfig;
use pyxl_sim::{traceback, Machine, Stop, World};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
use std::{fs, thread};

/// Instructions after which a program counts as endless.
const LIMIT: u64 = 500_000_000;

/// What a program did.
#[derive(Debug, PartialEq)]
struct Outcome {
    out: String,
    err: String,
    code: i32,
}

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

fn on_model(file: &Path) -> Result<Outcome, String> {
    // CPython shows the main program's absolute path.
    let image = pyxl_compiler::compile_file(&root().join(file)).map_err(|e| e.to_string())?;
    let config = MachineConfig::SIM;
    let mut machine = Machine::new(&image, config).map_err(|e| e.to_string())?;
    let mut world = World::new(&config);
    let stop = machine.run(LIMIT, &mut world);
    let Stop::Halt(code) = stop else {
        return Err(format!("{stop:?} at {:#06x}", machine.pc()));
    };
    let mut err = String::new();
    if code == 1 {
        err = traceback::render(&image, machine.pc(), machine.links());
    }
    err += &String::from_utf8_lossy(&world.console.err);
    Ok(Outcome {
        out: String::from_utf8_lossy(&world.console.out).into_owned(),
        err,
        code: code.into(),
    })
}

fn on_cpython(file: &Path) -> Outcome {
    let output = Command::new("python3")
        .arg(file)
        .current_dir(root())
        .env("PYTHONUTF8", "1")
        .output()
        .expect("python3 (3.11) is on PATH");
    Outcome {
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code().unwrap_or(-1),
    }
}

/// The first lines that differ, with what they should be.
fn difference(what: &str, expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let mut expected = expected.lines();
    let mut found = found.lines();
    let mut line = 0;
    loop {
        line += 1;
        match (expected.next(), found.next()) {
            (a, b) if a == b && a.is_some() => {}
            (a, b) => {
                let show =
                    |text: Option<&str>| text.map_or("(nothing)".into(), |t| format!("{t:?}"));
                return Some(format!(
                    "  {what}, line {line}:\n    CPython {}\n    PyXL    {}\n",
                    show(a),
                    show(b)
                ));
            }
        }
    }
}

/// How the two runs of a program differ, if they do.
fn compare(file: &Path) -> Option<String> {
    let found = match on_model(file) {
        Ok(found) => found,
        Err(error) => return Some(format!("  {error}\n")),
    };
    let expected = on_cpython(file);
    let mut text = String::new();
    text += &difference("stdout", &expected.out, &found.out).unwrap_or_default();
    text += &difference("stderr", &expected.err, &found.err).unwrap_or_default();
    if expected.code != found.code {
        text += &format!("  exit code {} instead of {}\n", found.code, expected.code);
    }
    (!text.is_empty()).then_some(text)
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
