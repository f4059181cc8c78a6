//! The test programs.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the test programs are, below the repository's root.
pub const PROGRAMS: &str = "tests/programs";

/// The repository's root.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().nth(2);
    root.expect("the package is two folders below the root")
}

/// Python programs in `folder` and below, as paths from the repository's root, sorted.
///
/// # Errors
/// If a folder cannot be read.
pub fn programs(folder: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = vec![];
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "py") {
                files.extend(path.strip_prefix(root()).map(Path::to_path_buf));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The standard input of a test program: the text file of its name beside it, if there is one.
///
/// # Errors
/// If the file is there, but cannot be read.
pub fn input_of(file: &Path) -> io::Result<Vec<u8>> {
    let path = file.with_extension("txt");
    match path.exists() {
        true => fs::read(path),
        false => Ok(vec![]),
    }
}
