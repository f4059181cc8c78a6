//! The runtime's files in the order in which they are linked. The build script has this
//! module, too.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// The file that lists the others, all but those of the library.
pub const ORDER: &str = "ORDER.txt";

/// Where the library's modules are in the folder.
pub const LIBRARY: &str = "library/";

/// The Python files in a folder and those within it, with `/` between the parts of their names:
/// the runtime's in the order of [`ORDER`], then the library's.
///
/// # Errors
/// If a folder or the list cannot be read, or if the list has not the files that there are.
pub fn python_files(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = BTreeSet::new();
    collect(folder, "", &mut found)?;
    let library: BTreeSet<String> = found
        .iter()
        .filter(|name| name.starts_with(LIBRARY))
        .cloned()
        .collect();
    found.retain(|name| !library.contains(name));
    let list = fs::read_to_string(folder.join(ORDER))
        .map_err(|error| io::Error::new(error.kind(), format!("{ORDER}: {error}")))?;
    let lines = list.lines().map(str::trim);
    let listed = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut names = vec![];
    for name in listed {
        if !found.remove(name) {
            return Err(wrong(match names.iter().any(|listed| listed == name) {
                true => format!("{ORDER} lists {name} twice"),
                false => format!("{ORDER} lists {name}, which does not exist"),
            }));
        }
        names.push(name.to_string());
    }
    if let Some(name) = found.first() {
        return Err(wrong(format!("{name} is not in {ORDER}")));
    }
    names.extend(library);
    Ok(names)
}

fn wrong(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

fn collect(folder: &Path, prefix: &str, names: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), names)?;
        } else if name.ends_with(".py") {
            names.insert(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
