//! The runtime's files in the order in which they are compiled. The build script has this
//! module, too.

use std::path::Path;
use std::{fs, io};

/// The Python files in a folder and those within it, with `/` between the parts of their names.
///
/// The order is that of the last parts: functions are linked in the order of their files, so
/// that moving a file to another folder moves nothing in an image.
///
/// # Errors
/// If a folder cannot be read.
pub fn python_files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = vec![];
    collect(folder, "", &mut names)?;
    names.sort_by(|a, b| (last(a), a).cmp(&(last(b), b)));
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), names)?;
        } else if name.ends_with(".py") {
            names.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}
