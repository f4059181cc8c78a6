//! The test programs, and checking all of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
use std::thread;

/// The repository's root.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package is in the repository")
}

/// Python programs in `folder` and below, as paths from the repository's root.
pub fn programs(folder: &str) -> Vec<PathBuf> {
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

/// Checks every program, some at a time; panics with what is wrong with them. A check gets
/// the program's absolute path.
pub fn check_all(files: &[PathBuf], check: impl Fn(&Path) -> Option<String> + Sync) {
    assert!(!files.is_empty(), "there are no programs");
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(text) = check(&root().join(file)) {
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
