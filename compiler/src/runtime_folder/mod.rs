//! The Python that comes with the compiler: the runtime and the library.

mod files;

use crate::error::CompileError;
use crate::front::parse::normalise;
use crate::read;
use crate::source::SourceFile;
use std::io;
use std::path::Path;

/// Names and texts of all files in `runtime/`.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

/// Where the library's modules are in the folder.
const LIBRARY: &str = "library/";

/// What is in the runtime's folder.
#[derive(Default)]
pub struct RuntimeFolder {
    /// The runtime's files.
    pub files: Vec<SourceFile>,
    /// The library's modules, named by their paths in it.
    pub library: Vec<SourceFile>,
}

impl RuntimeFolder {
    /// The folder that is part of the compiler, or another one.
    ///
    /// # Errors
    /// If it cannot be read, or has no file of the runtime.
    pub fn read(folder: Option<&Path>) -> Result<RuntimeFolder, CompileError> {
        let mut found = RuntimeFolder::default();
        let Some(folder) = folder else {
            for (name, text) in EMBEDDED {
                found.add(name, name, (*text).into());
            }
            return Ok(found);
        };
        let unreadable = |error| CompileError::Read {
            path: folder.into(),
            error,
        };
        for name in files::python_files(folder).map_err(unreadable)? {
            let path = folder.join(&name);
            let text = normalise(&read(&path)?);
            found.add(&name, &path.display().to_string(), text);
        }
        match found.files.is_empty() {
            true => Err(unreadable(io::Error::other("no Python file in it"))),
            false => Ok(found),
        }
    }

    /// Adds the file `name`; diagnostics show `path`.
    fn add(&mut self, name: &str, path: &str, text: String) {
        match name.strip_prefix(LIBRARY) {
            Some(module) => self.library.push(SourceFile {
                name: module.into(),
                text,
            }),
            None => self.files.push(SourceFile {
                name: path.into(),
                text,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn files_are_in_the_order_of_their_names_not_of_their_folders() {
        let file = |(path, _): &(&'static str, &str)| path.rsplit('/').next();
        assert!(super::EMBEDDED.iter().is_sorted_by_key(file));
    }
}
