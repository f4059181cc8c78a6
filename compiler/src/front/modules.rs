//! The modules that a program imports: files beside it, and those of the library.

use super::encoding::decode;
use super::machine_function::INTRINSICS_MODULE;
use super::parse::{normalise, parse, parse_own};
use crate::error::Refusal;
use crate::source::SourceFile;
use ruff_python_ast::visitor::{walk_expr, walk_stmt, Visitor};
use ruff_python_ast::{Alias, Expr, ModModule, Stmt, StmtImportFrom};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Name of the program's main module.
pub const MAIN: &str = "__main__";

/// The module whose names say how a file is compiled. It is linked only where one of them
/// is used as a value.
pub const FUTURE: &str = "__future__";

/// A module of the program.
#[derive(Debug)]
pub struct ModuleFile {
    /// Its full name.
    pub name: Rc<str>,
    /// It may have submodules.
    pub is_package: bool,
    /// It comes with the compiler.
    pub library: bool,
    /// The file's name in tracebacks.
    pub path: String,
    /// The file's text.
    pub text: String,
    /// The syntax tree.
    pub module: ModModule,
}

impl ModuleFile {
    /// The package that relative imports start from.
    pub fn package(&self) -> &str {
        match self.is_package {
            true => &self.name,
            false => self
                .name
                .rsplit_once('.')
                .map_or("", |(package, _)| package),
        }
    }
}

/// A wrong module, with its file.
pub struct Wrong {
    /// What is wrong.
    pub refusal: Refusal,
    /// File name.
    pub path: String,
    /// Contents.
    pub text: String,
}

/// Parses the main module and all that it can import. `root` is the folder of the
/// program, `library` has the modules that come with the compiler, `is_builtin` tells those of
/// the runtime.
///
/// # Errors
/// The first syntax error.
pub fn load(
    path: &str,
    text: &str,
    root: Option<&Path>,
    library: &[SourceFile],
    is_builtin: impl Fn(&str) -> bool,
) -> Result<Vec<ModuleFile>, Box<Wrong>> {
    let main = Found {
        path: path.into(),
        text: Ok(text.into()),
        is_package: false,
        library: false,
    };
    let mut files = vec![parse_module(MAIN.into(), main)?];
    let mut seen = HashSet::from([Rc::from(MAIN)]);
    let mut next = 0;
    while next < files.len() {
        for name in wanted(&files[next]) {
            if is_builtin(&name) || !seen.insert(name.clone()) {
                continue;
            }
            if let Some(found) = find(&name, root, library) {
                files.push(parse_module(name, found)?);
            }
        }
        next += 1;
    }
    Ok(files)
}

fn parse_module(name: Rc<str>, found: Found) -> Result<ModuleFile, Box<Wrong>> {
    let Found {
        path,
        text,
        is_package,
        library,
    } = found;
    let parsed = match &text {
        Ok(text) if library => parse(text),
        Ok(text) => parse_own(text),
        Err(refusal) => Err(refusal.clone()),
    };
    let text = text.unwrap_or_default();
    match parsed {
        Ok(module) => Ok(ModuleFile {
            name,
            is_package,
            library,
            path,
            text,
            module,
        }),
        Err(refusal) => Err(Box::new(Wrong {
            refusal,
            path,
            text,
        })),
    }
}

struct Found {
    path: String,
    text: Result<String, Refusal>,
    is_package: bool,
    library: bool,
}

/// A module's file: beside the program, or in the library.
fn find(name: &str, root: Option<&Path>, library: &[SourceFile]) -> Option<Found> {
    let in_folder = |root: &Path| {
        let path: PathBuf = root.join(name.replace('.', "/"));
        let package = path.join("__init__.py");
        let file = path.with_extension("py");
        for (path, is_package) in [(package, true), (file, false)] {
            if let Ok(bytes) = std::fs::read(&path) {
                let path = path.display().to_string();
                return Some(Found {
                    text: decode(&path, &bytes).map(|text| normalise(&text)),
                    path,
                    is_package,
                    library: false,
                });
            }
        }
        // A folder without `__init__.py` is a package as well.
        path.is_dir().then(|| Found {
            path: path.display().to_string(),
            text: Ok(String::new()),
            is_package: true,
            library: false,
        })
    };
    let in_library = || {
        let file = |suffix: &str| format!("{}{suffix}", name.replace('.', "/"));
        let names = [(file(".py"), false), (file("/__init__.py"), true)];
        names.into_iter().find_map(|(file, is_package)| {
            let module = library.iter().find(|module| module.name == file)?;
            Some(Found {
                path: format!("<library>/{file}"),
                text: Ok(module.text.clone()),
                is_package,
                library: true,
            })
        })
    };
    root.and_then(in_folder).or_else(in_library)
}

/// The names of all modules that a module's `import` statements may mean.
fn wanted(file: &ModuleFile) -> Vec<Rc<str>> {
    let mut finder = Finder {
        file,
        names: vec![],
        features: vec![],
        loads: HashSet::new(),
    };
    finder.visit_body(&file.module.body);
    if finder
        .features
        .iter()
        .any(|name| finder.loads.contains(name))
    {
        finder.add(FUTURE);
    }
    finder.names
}

struct Finder<'f> {
    file: &'f ModuleFile,
    names: Vec<Rc<str>>,
    /// The names that are imported from [`FUTURE`].
    features: Vec<&'f str>,
    /// The names that are read.
    loads: HashSet<&'f str>,
}

impl Finder<'_> {
    /// A module with the packages around it.
    fn add(&mut self, name: &str) {
        let ends = name.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([name.len()]) {
            self.names.push(name[..end].into());
        }
    }
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                import.names.iter().for_each(|alias| self.add(&alias.name));
            }
            Stmt::ImportFrom(import) => {
                let Some(base) = absolute(import, self.file.package()) else {
                    return;
                };
                if base == INTRINSICS_MODULE {
                    return;
                }
                if base == FUTURE {
                    let bound = |alias: &'a Alias| alias.asname.as_ref().unwrap_or(&alias.name);
                    let names = import.names.iter().map(|alias| bound(alias).as_str());
                    self.features.extend(names);
                    return;
                }
                self.add(&base);
                for alias in &import.names {
                    self.add(&format!("{base}.{}", alias.name));
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.loads.insert(&name.id);
        }
        walk_expr(self, expr);
    }
}

/// True if the module says `from __future__ import annotations`.
pub fn has_future_annotations(module: &ModModule) -> bool {
    module.body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            let mut names = import.names.iter();
            import.module.as_deref() == Some(FUTURE)
                && names.any(|alias| &*alias.name == "annotations")
        }
        _ => false,
    })
}

/// The full name of the module that `from … import` names, in a package; `None` if it
/// goes beyond the outermost package.
pub fn absolute(import: &StmtImportFrom, package: &str) -> Option<String> {
    let module = import.module.as_deref().unwrap_or_default();
    if import.level == 0 {
        return Some(module.into());
    }
    let mut base = package;
    for _ in 1..import.level {
        base = base.rsplit_once('.')?.0;
    }
    if base.is_empty() {
        return None;
    }
    Some(match module {
        "" => base.into(),
        _ => format!("{base}.{module}"),
    })
}

/// The identifiers and numbers in a text.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c != '_' && !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}
