//! The Python that comes with the compiler: the runtime and the library.

mod files;

use crate::error::CompileError;
use crate::front::parse::normalise;
use crate::read;
use crate::source::SourceFile;
use files::LIBRARY;
use std::path::Path;

/// Names and texts of all files in `runtime/`.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

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
    /// If it cannot be read, or if its list of files is wrong.
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
        Ok(found)
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
    use super::*;
    use files::ORDER;
    use std::fs;

    /// What reading a folder with these files says, where the list has these lines.
    fn read_with(test: &str, files: &[&str], list: &str) -> Result<Vec<String>, String> {
        let folder = std::env::temp_dir().join(format!("pyxl-{test}-{}", std::process::id()));
        for file in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
            fs::write(path, "").expect("it is written");
        }
        fs::write(folder.join(ORDER), list).expect("it is written");
        let read = RuntimeFolder::read(Some(&folder));
        fs::remove_dir_all(&folder).expect("it is there");
        let name = |file: SourceFile| {
            let path = file.name.replace('\\', "/");
            path.rsplit_once(test).expect("its folder").1.to_string()
        };
        let names = read.map(|read| read.files.into_iter().map(name).collect());
        names.map_err(|error| error.to_string())
    }

    #[test]
    fn files_are_in_the_order_of_the_list() {
        let files = ["a.py", "text/b.py", "c.py", "library/m.py"];
        let read = read_with("order", &files, "# Text.\ntext/b.py\n\nc.py\na.py\n");
        let names = read.expect("the list is right");
        let names: Vec<&str> = names
            .iter()
            .filter_map(|name| name.split_once('/'))
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["text/b.py", "c.py", "a.py"]);
    }

    #[test]
    fn files_and_the_list_agree() {
        for (list, message) in [
            ("a.py\n", "text/b.py is not in ORDER.txt"),
            (
                "a.py\nb.py\ntext/b.py\n",
                "ORDER.txt lists b.py, which does not exist",
            ),
            ("a.py\ntext/b.py\na.py\n", "ORDER.txt lists a.py twice"),
        ] {
            let error = read_with("list", &["a.py", "text/b.py"], list).expect_err(message);
            assert!(error.contains(message), "{error}");
        }
    }
}
