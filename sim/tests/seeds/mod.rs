//! Programs with a line `SEED = 0`, compared with CPython for many seeds.

use pyxl_sim::oracle::{on_cpython, on_model, LIMIT};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{fs, thread};

/// Runs `tests/{program}` with the seeds 0 … `seeds` − 1.
pub fn compare(program: &str, seeds: u32) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(program);
    let name = source.file_name().expect("a file").to_string_lossy();
    let text = fs::read_to_string(&source).expect("a readable program");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let next = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= seeds {
                    break;
                }
                let file = folder.path().join(format!("{seed}_{name}"));
                let text = text.replacen("SEED = 0", &format!("SEED = {seed}"), 1);
                fs::write(&file, text).expect("a writable folder");
                let expected = on_cpython(&file).expect("CPython runs it");
                let found = on_model(&file, LIMIT).expect("the model runs it");
                if let Some(difference) = expected.difference(&found) {
                    panic!("{program} with SEED = {seed}\n{difference}");
                }
            });
        }
    });
}
