//! No folder's modules use each other in a circle.
//!
//! In a folder each module counts together with all that is below it. What a module
//! defines its children may use, and it may use what they define.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, File, ItemMod, ItemUse, UseTree};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The names of a module, from the outermost on; none for the root of the crate.
type Module = Vec<String>;

/// The modules of a crate, with those that each of them uses.
type Graph = BTreeMap<Module, BTreeSet<Module>>;

/// The paths that a module's code names, tests aside.
struct Paths {
    module: Module,
    found: Vec<(Module, Vec<String>)>,
}

impl Paths {
    fn add(&mut self, path: Vec<String>) {
        self.found.push((self.module.clone(), path));
    }

    fn tree(&mut self, tree: &UseTree, mut path: Vec<String>) {
        match tree {
            UseTree::Path(next) => {
                path.push(next.ident.to_string());
                self.tree(&next.tree, path);
            }
            UseTree::Name(name) => {
                path.push(name.ident.to_string());
                self.add(path);
            }
            UseTree::Rename(name) => {
                path.push(name.ident.to_string());
                self.add(path);
            }
            UseTree::Glob(_) => self.add(path),
            UseTree::Group(group) => {
                let trees = group.items.iter();
                trees.for_each(|tree| self.tree(tree, path.clone()));
            }
        }
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    let argument = attribute.parse_args::<syn::Path>();
    attribute.path().is_ident("cfg") && argument.is_ok_and(|path| path.is_ident("test"))
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.tree(&item.tree, vec![]);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.add(
            path.segments
                .iter()
                .map(|it| it.ident.to_string())
                .collect(),
        );
        visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        if !item.attrs.iter().any(is_for_tests) {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }
}

/// Which modules use which, from the files of a crate.
fn graph(files: &[(Module, File)]) -> Graph {
    let mut found = vec![];
    for (module, file) in files {
        let mut paths = Paths {
            module: module.clone(),
            found: vec![],
        };
        paths.visit_file(file);
        found.extend(paths.found);
    }
    let known: BTreeSet<Module> = files.iter().map(|(module, _)| module.clone()).collect();
    let mut graph = Graph::new();
    for (module, path) in found {
        graph
            .entry(module.clone())
            .or_default()
            .extend(target(&known, &module, &path));
    }
    graph
}

/// The module of the crate to which a path leads from another.
fn target(known: &BTreeSet<Module>, from: &Module, path: &[String]) -> Option<Module> {
    let child = |module: &Module, name: &String| {
        let child: Module = module.iter().chain([name]).cloned().collect();
        known.contains(&child).then_some(child)
    };
    let (first, mut rest) = path.split_first()?;
    let mut module = match first.as_str() {
        "crate" => vec![],
        "self" => from.clone(),
        "super" => from.split_last()?.1.to_vec(),
        _ => child(from, first)?,
    };
    while let Some((name, after)) = rest.split_first() {
        module = match name.as_str() {
            "super" => module.split_last()?.1.to_vec(),
            _ => match child(&module, name) {
                Some(child) => child,
                None => break,
            },
        };
        rest = after;
    }
    Some(module)
}

/// A circle in each folder that has one, as the names of its modules.
fn circles(graph: &Graph) -> Vec<String> {
    let mut folders: BTreeMap<&[String], BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for (from, targets) in graph {
        for to in targets {
            let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
            // One of them may be above the other.
            if let (Some(a), Some(b)) = (from.get(common), to.get(common)) {
                let uses = folders.entry(&from[..common]).or_default();
                uses.entry(a).or_default().insert(b);
            }
        }
    }
    let described = folders.iter().filter_map(|(folder, uses)| {
        let circle = circle(uses)?.join(" -> ");
        Some(format!("crate::{}: {circle}", folder.join("::")))
    });
    described.collect()
}

/// Names that use each other in a circle, the first of them again at the end.
fn circle<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Option<Vec<&'a str>> {
    let mut uses = uses.clone();
    // What uses nothing that is left is in no circle.
    loop {
        let left: BTreeSet<&str> = uses.keys().copied().collect();
        for used in uses.values_mut() {
            used.retain(|name| left.contains(name));
        }
        uses.retain(|_, used| !used.is_empty());
        if uses.len() == left.len() {
            break;
        }
    }
    let mut path = vec![*uses.keys().next()?];
    loop {
        let next = *uses[path.last()?].first()?;
        if let Some(start) = path.iter().position(|name| *name == next) {
            path.push(next);
            return Some(path.split_off(start));
        }
        path.push(next);
    }
}

/// The files below a folder of sources, as modules.
fn modules(folder: &Path, module: &Module, files: &mut Vec<(Module, File)>) {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut inner = module.clone();
        if !matches!(&*name, "lib" | "main" | "mod") {
            inner.push(name);
        }
        if path.is_dir() {
            modules(&path, &inner, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let file = syn::parse_file(&text);
            files.push((
                inner,
                file.unwrap_or_else(|e| panic!("{}: {e}", path.display())),
            ));
        }
    }
}

/// The folders with the sources of the workspace's packages.
fn sources() -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from(ROOT)];
    let mut sources = vec![];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap();
        let inner = entries.map(|entry| entry.unwrap().path());
        let is_hidden =
            |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with('.');
        let inner =
            inner.filter(|path| path.is_dir() && !path.ends_with("target") && !is_hidden(path));
        if folder.join("Cargo.toml").exists() && folder.join("src").exists() {
            sources.push(folder.join("src"));
        }
        // A package may lie in the folder of another.
        folders.extend(inner);
    }
    sources
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let sources = sources();
    assert!(sources.len() > 10, "{sources:?}");
    let found = sources.iter().flat_map(|folder| {
        let mut files = vec![];
        modules(folder, &vec![], &mut files);
        let circles = circles(&graph(&files)).into_iter();
        circles.map(move |circle| format!("{}: {circle}", folder.display()))
    });
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn circles_are_found() {
    let of = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(name, text)| {
            let module = name.split('/').map(String::from).collect();
            (module, syn::parse_file(text).unwrap())
        });
        circles(&graph(&files.collect::<Vec<_>>()))
    };
    // A parent and its child are no circle.
    let child = ("a", "mod b; pub use b::B; pub struct A;");
    assert!(of(&[child, ("a/b", "use super::A; pub struct B;")]).is_empty());
    // Nor is what only tests use.
    let tested = ("a", "#[cfg(test)] mod tests { use crate::b; }");
    assert!(of(&[tested, ("b", "use crate::a::A;")]).is_empty());
    let named = ("a", "fn f() { super::c::g(); }");
    let used = [
        ("b", "use crate::{a, d};"),
        ("c", "use super::b::B;"),
        ("d", ""),
    ];
    assert_eq!(
        of(&[&[named][..], &used].concat()),
        ["crate::: a -> c -> b -> a"]
    );
    // A folder counts as a whole.
    let folders = [
        ("a", "pub mod x; pub mod z;"),
        ("b", "pub mod y;"),
        ("a/x", "use crate::b::y;"),
        ("a/z", ""),
        ("b/y", "use crate::a::z;"),
    ];
    assert_eq!(of(&folders), ["crate::: a -> b -> a"]);
}
