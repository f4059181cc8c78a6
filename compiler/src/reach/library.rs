//! Leaves out what a program does not use of the library's modules: definitions, imports
//! and variables whose names occur nowhere, docstrings aside. Words are compared, so that
//! this errs only by keeping too much.

use super::other_words::other_words;
use crate::front::modules::{words_of, ModuleFile};
use crate::worklist::Worklist;
use ruff_python_ast::{Alias, Expr, Stmt, StmtImportFrom};
use ruff_text_size::Ranged;
use std::collections::{HashMap, HashSet};

/// Removes the statements that the program does not need. `texts` has what counts of each
/// file's text.
pub fn shake(files: &mut [ModuleFile], texts: &[String]) {
    for module in files.iter_mut().filter(|module| module.library) {
        let body = std::mem::take(&mut module.module.body);
        module.module.body = body.into_iter().flat_map(one_by_one).collect();
    }
    let mut words: Worklist<&str> = Worklist::default();
    // Statements of the library, as file and number, by the names that they bind.
    let mut definitions: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    let mut kept: HashSet<(usize, usize)> = HashSet::new();
    for (file, module) in files.iter().enumerate() {
        if !module.library {
            words.extend(words_of(&texts[file]));
            continue;
        }
        for (number, stmt) in module.module.body.iter().enumerate() {
            let Some(names) = bound_names(stmt) else {
                kept.insert((file, number));
                words.extend(words_in(&module.text, stmt));
                continue;
            };
            for name in names {
                definitions.entry(name).or_default().push((file, number));
            }
        }
    }
    while let Some(word) = words.next() {
        for (file, number) in definitions.get(word).into_iter().flatten() {
            if kept.insert((*file, *number)) {
                let module = &files[*file];
                words.extend(words_in(&module.text, &module.module.body[*number]));
            }
        }
    }
    for (file, module) in files.iter_mut().enumerate().filter(|(_, m)| m.library) {
        let mut numbers = 0..;
        let mut is_kept = || {
            numbers
                .next()
                .is_some_and(|number| kept.contains(&(file, number)))
        };
        module.module.body.retain(|_| is_kept());
    }
}

/// A statement that imports several names as one for each of them.
fn one_by_one(stmt: Stmt) -> Vec<Stmt> {
    let Stmt::ImportFrom(import) = stmt else {
        return vec![stmt];
    };
    let single = |alias: &Alias| {
        Stmt::ImportFrom(StmtImportFrom {
            names: vec![alias.clone()],
            range: alias.range,
            ..import.clone()
        })
    };
    import.names.iter().map(single).collect()
}

/// The names that a statement binds, if it does nothing else; `None` for any other.
pub fn bound_names(stmt: &Stmt) -> Option<Vec<&str>> {
    Some(match stmt {
        Stmt::FunctionDef(def) => vec![def.name.as_str()],
        Stmt::ClassDef(def) => vec![def.name.as_str()],
        Stmt::Import(import) => import.names.iter().map(imported).collect(),
        Stmt::ImportFrom(import) => import.names.iter().map(imported).collect(),
        Stmt::Assign(assign) => match &assign.targets[..] {
            [Expr::Name(name)] => vec![name.id.as_str()],
            _ => return None,
        },
        _ => return None,
    })
}

fn imported(alias: &Alias) -> &str {
    let name = alias.asname.as_ref().unwrap_or(&alias.name);
    name.as_str().split('.').next().unwrap_or_default()
}

/// The words of a statement that may name a definition.
fn words_in<'t>(text: &'t str, stmt: &Stmt) -> Vec<&'t str> {
    let mut words = vec![];
    let mut at = stmt.range().start().into();
    for skipped in other_words(stmt) {
        words.extend(words_of(&text[at..skipped.start]));
        at = skipped.end;
    }
    words.extend(words_of(&text[at..stmt.range().end().into()]));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front::parse::parse;

    fn file(text: &str, library: bool) -> ModuleFile {
        ModuleFile {
            name: "m".into(),
            is_package: false,
            library,
            path: String::new(),
            text: text.into(),
            module: parse(text).expect("it is right"),
        }
    }

    /// Parameters, methods and attributes of a method's own object are called like definitions.
    #[test]
    fn other_names_are_no_uses() {
        let library = "def a(): pass\ndef b(): pass\ndef c(): pass\ndef d(): pass\ndef e(): pass\ndef f(): pass\n\
                       class C:\n  def a(self, b, *, x=c):\n    self.d(b, e=lambda f: f)\n    return m.a, self\n\
                       class D:\n  def g(this, a=b):\n    def h(c): return c, d.e\n    return this.f, C\n\
                       def k(m): return m.b\n";
        for (used, kept) in [("C", "a c C"), ("D", "a b c d e C D"), ("k", "b k")] {
            let texts = [format!("m.{used}\n"), library.to_string()];
            let mut files = [file(&texts[0], false), file(library, true)];
            shake(&mut files, &texts);
            let names = files[1].module.body.iter().filter_map(bound_names);
            let names: Vec<_> = names.flatten().collect();
            assert_eq!(names.join(" "), kept);
        }
    }

    #[test]
    fn what_is_used_stays_with_what_it_uses() {
        let library = "'h'\nimport a\nfrom b import b, c\ndef f():\n    'b'\n    g(a, c)\ndef g(x): pass\ndef h(): b\n1 + 1\n";
        let texts = ["import m\nm.f()\n".to_string(), library.to_string()];
        let mut files = [file(&texts[0], false), file(library, true)];
        shake(&mut files, &texts);
        let body = &files[1].module.body;
        let names: Vec<_> = body.iter().map(bound_names).collect();
        let expected = [
            None,
            Some(vec!["a"]),
            Some(vec!["c"]),
            Some(vec!["f"]),
            Some(vec!["g"]),
            None,
        ];
        assert_eq!(names, expected);
    }
}
